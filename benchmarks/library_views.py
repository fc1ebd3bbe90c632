"""The peer of the rebuild: the library's ProjectionRunner, which gives one event after another to a projection.

Each event derives the rows of its case from the facts so far and writes them with its place in one transaction. The facts
so far are kept in memory, which spares the peer the reading.
"""

from pathlib import Path
from typing import Any

from eventsourcing.persistence import Tracking
from eventsourcing.projection import Projection, ProjectionRunner
from eventsourcing.sqlite import SQLiteTrackingRecorder

from benchmarks.library_intake import Case, Cases, environment
from consumers.cloudevents import Accepted, Door
from consumers.decoding import decode_data
from consumers.repeats import decoded
from domain.events import SYSTEM_CASE
from domain.facts import Fact
from domain.policy import DEFAULT_POLICY
from infra.sqlite import view_statements as sql
from infra.sqlite.views import insert
from projections.case_rows import CaseRows, case_rows
from projections.system import SystemFacts

WAIT = 600


class ViewRecorder(SQLiteTrackingRecorder):
    """The tables of the views, with the library's tracking."""

    def construct_create_table_statements(self) -> list[str]:
        return [*super().construct_create_table_statements(), *sql.create_tables(), *sql.create_indexes()]

    def replace(self, case: str, rows: CaseRows, tracking: Tracking) -> None:
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_tracking(cursor, tracking)
            for statement in sql.delete_case():
                cursor.execute(statement, (case,))
            insert(cursor, [(case, rows)])


class Views(Projection[ViewRecorder]):
    """Derives a case for each event of it."""

    name = "views"

    def __init__(self, view: ViewRecorder) -> None:
        super().__init__(view)
        self._door = Door()
        self._facts: dict[str, list[Fact]] = {}
        self._system = SystemFacts((), decode_data)

    def process_event(self, domain_event: Any, tracking: Tracking) -> None:
        if not isinstance(domain_event, Case.Told):
            self.view.insert_tracking(tracking)
            return
        told = self._door.check(domain_event.message.encode())
        assert isinstance(told, Accepted)
        facts = self._facts.setdefault(told.case, [])
        facts.append(Fact(decoded(told), told.effective, told.day, told.registered, tracking.notification_id, told.source, told.id))
        if told.case == SYSTEM_CASE:
            self._system = SystemFacts(facts, decode_data)
            self.view.insert_tracking(tracking)
            return
        self.view.replace(told.case, case_rows(facts, self._system, decode_data, DEFAULT_POLICY), tracking)


def run(folder: Path) -> int:
    """Compute all views from the application's events, and give how many events there were."""
    with ProjectionRunner(application_class=Cases, projection_class=Views, view_class=ViewRecorder, env=environment(folder)) as runner:
        last = runner.app.recorder.max_notification_id() or 0
        runner.wait(last, timeout=WAIT)
    return last
