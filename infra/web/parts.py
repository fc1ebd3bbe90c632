"""What the application works on, put together for a store."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from consumers.intake import Intake
from domain.policy import DEFAULT_POLICY
from infra import clock
from infra.access_log.log import AccessLog
from infra.assignments.log import Assignments, assigned_in
from infra.cases import Case
from infra.dossier.making import Made, make
from infra.dossier.question import Question
from infra.seals.store import SealStore
from infra.stores import Store, ViewReader
from infra.web.access.cases import Assigned
from infra.wiring import access_log_for, assignments_for, intake_for, projector_for, seals_for


class Parts(NamedTuple):
    """A store, and what stands around it."""

    store: Store
    intake: Intake
    views: ViewReader
    seals: SealStore
    access_log: AccessLog
    assignments: Assignments

    @property
    def assigned(self) -> Assigned:
        """Give what says whether a complaint handler has a case."""
        return assigned_in(self.assignments, clock.now)

    def make_dossier(self, case: Case, question: Question) -> Made:
        """Make a dossier. Raise `UnprovenError`."""
        return make(self.store, self.seals, case, question)


@contextmanager
def parts_for(store: Store, intake: Intake | None = None) -> Iterator[Parts]:
    """Give the parts for as long as the block runs."""
    views = projector_for(store, DEFAULT_POLICY).views
    with access_log_for(store) as access_log:
        yield Parts(store, intake or intake_for(store), views, seals_for(store), access_log, assignments_for(store))
