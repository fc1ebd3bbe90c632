"""Somebody who follows a case in a thread, as a browser does: when the connection ends, they come again and say how far they were."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Thread
from typing import NamedTuple

import httpx

from tests.api.town import AUDITOR, CASE, Town
from tests.web.serving import wait_until


class Heard(NamedTuple):
    """One message."""

    event: str
    id: str
    data: str


class Hearing:
    """Hears what is told of a case until it has heard enough, or is turned away."""

    def __init__(self, address: str, path: str, headers: Mapping[str, str]) -> None:
        self.enough = False
        self.heard: list[Heard] = []
        self.answers: list[httpx.Response] = []
        self._address = address
        self._path = path
        self._headers = dict(headers)

    def follow(self) -> None:
        with httpx.Client(base_url=self._address, timeout=30) as client:
            while True:
                with client.stream("GET", self._path, headers=self._headers) as answer:
                    self._hear(answer)
                if self.enough or answer.status_code != 200:
                    return

    def _hear(self, answer: httpx.Response) -> None:
        if answer.status_code != 200:
            answer.read()
        self.answers.append(answer)
        fields: dict[str, str] = {}
        for line in answer.iter_lines() if answer.status_code == 200 else ():
            name, _, value = line.partition(": ")
            fields[name] = value
            if not line:
                self._headers["last-event-id"] = fields.get("id", self._headers.get("last-event-id", ""))
                if "data" in fields:
                    self.heard.append(Heard(fields["event"], fields["id"], fields["data"]))
                fields = {}


@contextmanager
def hearing(town: Town, who: Mapping[str, str] = AUDITOR, case: str = CASE, query: str = "", **headers: str) -> Iterator[Hearing]:
    """Follow a case while the block runs, and then until the service ends the connection."""
    found = Hearing(str(town.client.base_url), f"/api/cases/{case}/changes{query}", {**who, **headers})
    thread = Thread(target=found.follow)
    thread.start()
    try:
        wait_until(lambda: bool(found.answers))
        yield found
    finally:
        found.enough = True
        thread.join()
