"""`sagsspor serve`: events over HTTP."""

import signal
import socket
from typing import Annotated

import typer

from infra.cli.console import say
from infra.cli.failures import Failure
from infra.cli.options import StoreUrl
from infra.web.listening import address_of, listening
from infra.wiring import intake_for, opened_store

NO_LOGIN = (
    "Der er endnu intet login: alle, der kan nå adressen, kan sende hændelser. "
    "Lad den kun kunne nås på myndighedens eget net, indtil det kommer."
)
LONGEST_STOP = 60
"""Seconds that requests in hand get to end."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Hændelser")(serve)


def serve(
    store: StoreUrl = "",
    host: Annotated[str, typer.Option("--host", metavar="ADRESSE", help="Den adresse, der lyttes på.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="0 vælger en ledig port.")] = 8080,
) -> None:
    """Tag hændelser ind over HTTP (POST /events), til processen får besked om at stoppe."""
    import uvicorn  # noqa: PLC0415 - the other commands start sooner without it

    from infra.web.app import build  # noqa: PLC0415 - the same

    with _listening(host, port) as listener, opened_store(store, create=True) as log:
        config = uvicorn.Config(
            build(log, intake_for(log)),
            access_log=False,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=LONGEST_STOP,
        )
        server = uvicorn.Server(config)
        # The server listens to signals while it runs, and raises them anew when it has stopped: they must not end the process
        # before it runs, nor before this block has closed the store.
        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, server.handle_exit)
        say(NO_LOGIN)
        say(f"Lytter på {address_of(listener)}")
        server.run([listener])


def _listening(host: str, port: int) -> socket.socket:
    try:
        return listening(host, port)
    except OSError as error:
        raise Failure(f"Der kan ikke lyttes på {host}, port {port}: {error.strerror}. Vælg en anden med --host og --port.") from None
