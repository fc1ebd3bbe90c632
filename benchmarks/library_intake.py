"""The peer of the intake: the `eventsourcing` library as its documentation shows it.

An aggregate a case; for each message: get the aggregate from the repository, trigger an event, save. One commit each.
The message passes the same door.
"""

from collections.abc import Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from eventsourcing.application import AggregateNotFoundError, Application
from eventsourcing.domain import Aggregate, event
from psycopg.conninfo import conninfo_to_dict

from consumers.cloudevents import Accepted, Door
from domain.events import SYSTEM_CASE


class Case(Aggregate):
    """A case and what has been said of it."""

    class Told(Aggregate.Event):
        key: str
        message: str

    @event("Opened")
    def __init__(self, case: str) -> None:
        self.case = case
        self.seen: set[str] = set()

    @staticmethod
    def create_id(case: str) -> UUID:
        return uuid5(NAMESPACE_URL, case) if case == SYSTEM_CASE else UUID(case)

    @event(Told)
    def tell(self, key: str, message: str) -> None:  # noqa: ARG002 - the library stores the arguments
        self.seen.add(key)


class Cases(Application[UUID]):
    """Takes messages one by one."""

    def take(self, message: Accepted) -> None:
        try:
            case: Case = self.repository.get(Case.create_id(message.case))
        except AggregateNotFoundError:
            case = Case(message.case)
        key = f"{message.source} {message.id}"
        if key not in case.seen:
            case.tell(key, message.state.decode())
            self.save(case)


def environment(folder: Path) -> dict[str, str]:
    """Name the files of the application and of its views."""
    return {
        "PERSISTENCE_MODULE": "eventsourcing.sqlite",
        "APPLICATION_RECORDER_TOPIC": "benchmarks.polling:PollingRecorder",
        "SQLITE_DBNAME": str(folder / "cases.db"),
        "VIEWS_SQLITE_DBNAME": str(folder / "views.db"),
    }


def postgres_environment(url: str) -> dict[str, str]:
    """Name a database on a server."""
    found = conninfo_to_dict(url)
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(found["dbname"]),
        "POSTGRES_HOST": str(found["host"]),
        "POSTGRES_PORT": str(found["port"]),
        "POSTGRES_USER": str(found["user"]),
        "POSTGRES_PASSWORD": str(found["password"]),
    }


def take_all(lines: Sequence[bytes], where: dict[str, str]) -> None:
    """Ingest one message at a time."""
    door = Door()
    with Cases(env=where) as cases:
        for line in lines:
            checked = door.check(line)
            if isinstance(checked, Accepted):
                cases.take(checked)
