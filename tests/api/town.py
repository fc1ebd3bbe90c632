"""A small municipality over a real server, and somebody who asks it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consumers.intake import Intake
from domain.policy import DEFAULT_POLICY
from infra import clock
from infra.assignments import Assignment
from infra.cases import Case, read_case
from infra.seals.key_files import FileKey
from infra.seals.sealing import seal
from infra.simulation import simulate
from infra.stores import Store
from infra.web.hardening.settings import Hardening, Rate, Rates
from infra.web.limits import Patience
from infra.web.parts import Parts
from infra.wiring import opened_store, projector_for, seals_for, sqlite_url
from tests.projections.municipalities import spread
from tests.web.serving import checking, served

ROOT = Path(__file__).resolve().parents[2]
STORY = (ROOT / "docs/howto/late-sickness.ndjson").read_bytes().splitlines()
CASE = "00000000-0000-4000-8000-000000000002"
SOURCE = "urn:fagsystem:test:001"
DAY = "2022-04-30"
MISSING = "99999999-9999-4999-8999-999999999999"
OWN_CASE = "00000000-0000-4000-8000-000000000751"
"""A case of the municipality of the demo's caseworker."""
KEY = FileKey("sagsspor/test", Ed25519PrivateKey.from_private_bytes(sha256(b"town").digest()))
OFTEN = Hardening(rates=Rates(*[Rate(10**9, 1)] * len(Rates._fields)))
BRISK = Patience(news_seconds=0.6, news_pause=0.05)


def event(id_: str, name: str, time: str = "2022-05-02T09:00:00+02:00", case: str = CASE, source: str = SOURCE, **data: object) -> bytes:
    envelope = {"specversion": "1.0", "id": id_, "source": source, "type": f"dk.sagsspor.{name}.v1", "subject": case, "time": time}
    return orjson.dumps(envelope | {"data": {"effective": time[:10]} | data})


BAD = [event("bad-1", "jobnet-visited", time="i dag"), event("bad-2", "outage-recorded", case="jobnet"), b"ikke json, men Karla Jensen"]
"""Set aside: one about the case, one of jobnet, one that cannot be read."""


def as_(role: str, **headers: str) -> dict[str, str]:
    """Be somebody in the demo."""
    return {"authorization": f"Bearer demo-{role}", **headers}


AUDITOR, CASEWORKER, HANDLER, ADMINISTRATOR, FAGSYSTEM = map(
    as_, ("auditor", "caseworker", "complaint-handler", "administrator", "fagsystem")
)


class Town(NamedTuple):
    """A municipality that is served."""

    client: httpx.Client
    parts: Parts

    @property
    def store(self) -> Store:
        return self.parts.store

    def take(self, lines: Iterable[bytes]) -> None:
        """Take events in, and bring the views up with them."""
        Intake(self.store, clock.now, checking()).run(lines)
        projector_for(self.store, DEFAULT_POLICY).catch_up()

    def seal(self) -> None:
        seal(self.parts.seals, KEY, clock.now())

    def case(self, case: str = CASE, position: int | None = None) -> Case:
        found = read_case(self.store, case, position)
        assert found is not None
        return found

    def ask(self, path: str, who: Mapping[str, str] = AUDITOR, **asked: Any) -> httpx.Response:
        """Ask, and follow the way to the URL that names the whole question."""
        return self.client.get(f"/api{path}", params=asked or None, headers=dict(who), follow_redirects=True)

    def read(self, path: str, who: Mapping[str, str] = AUDITOR, **asked: Any) -> Any:
        response = self.ask(path, who, **asked)
        assert (200, "application/json") == (response.status_code, response.headers["content-type"]), response.text
        return response.json()

    def noted(self, after: int) -> list[tuple[str | None, str, str, str, int | None]]:
        """Give what was noted after a number: case, what, who, purpose, position."""
        entries = [one.access for one in self.parts.access_log.all(after, 5000)]
        return [(one.case, one.what, one.who, one.purpose, one.position) for one in entries]

    def reads(self) -> int:
        return self.parts.access_log.head().number


@contextmanager
def opened_town(folder: Path, citizens: int = 40) -> Iterator[Store]:
    """Give the store of a municipality, sealed and projected, with three events set aside."""
    with opened_store(sqlite_url(folder / "sager.db"), create=True) as store:
        first = event("own-1", "jobnet-visited", case=OWN_CASE, source="urn:fagsystem:kss:751")
        Intake(store, clock.now, checking()).run([*STORY, first, *BAD, *(spread(simulate(citizens, seed=7)) if citizens else ())])
        projector_for(store, DEFAULT_POLICY).catch_up()
        seal(seals_for(store), KEY, clock.now())
        yield store


@contextmanager
def served_town(folder: Path, citizens: int = 40, patience: Patience = BRISK) -> Iterator[Town]:
    """Serve a municipality for as long as the block runs."""
    kept: list[Parts] = []

    def keeping(parts: Parts) -> Parts:
        kept.append(parts)
        return parts

    with opened_town(folder, citizens) as store, served(store, patience, altered=keeping, hardening=OFTEN) as client:
        client.headers.pop("authorization")
        town = Town(client, kept[0])
        town.parts.assignments.assign(Assignment(CASE, "demo-complaint-handler", clock.now(), None, "demo-administrator"), clock.now())
        yield town
