"""The demo in a browser: the simulated municipality sealed, one case given to the complaint handler, and the pages served."""

import socket
from pathlib import Path
from threading import Event, Thread

from domain.policy import DEFAULT_POLICY
from infra import clock
from infra.cli.console import say
from infra.seals.key_files import make_key
from infra.seals.sealing import seal
from infra.showcase import Turn
from infra.web.access.demo import assign_in_demo
from infra.web.access.login import demo_login
from infra.web.app import Settings, build
from infra.web.hardening.settings import LOOPBACK, Hardening
from infra.web.listening import address_of
from infra.web.parts import parts_for
from infra.web.running import run
from infra.wiring import assignments_for, opened_store, projector_for, seals_for

AUTHORITY = "Eksempelby Kommune"


def prepare(url: str, folder: Path, turn: Turn) -> None:
    """Seal the log, so that dossiers can be made, and give the case to the complaint handler."""
    with opened_store(url, create=False) as store:
        key = folder / "segl.key"
        if not key.exists():
            seal(seals_for(store), make_key(key, "demo.sagsspor.invalid"), clock.now())
        assign_in_demo(assignments_for(store), turn.case.id, clock.now())


def serve(url: str, turn: Turn, listener: socket.socket) -> None:
    """Serve the pages until the process is told to stop; what is sent meanwhile comes into the lists."""
    with opened_store(url, create=False) as store, parts_for(store) as parts:
        stop = Event()
        follower = Thread(target=projector_for(store, DEFAULT_POLICY).follow, args=(stop,), daemon=True)
        follower.start()
        app = build(parts, demo_login(parts.assigned), Settings(AUTHORITY, Hardening(hosts=LOOPBACK)))
        where = address_of(listener)
        told = (
            f"\nSiderne kører på {where}. Log ind som klagesagsbehandler og se sagen:",
            f"  {where}/sager/{turn.case.id}?valid_on={turn.learnt.isoformat()}",
            "Stop med Ctrl-C.",
        )
        try:
            run(app, listener, lambda: say("\n".join(told)))
        finally:
            stop.set()
            follower.join()
