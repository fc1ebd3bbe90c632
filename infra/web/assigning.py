"""Giving a complaint handler a case, and taking it back: the same for people and for programs."""

from typing import NamedTuple

from domain.times import Instant
from infra import clock
from infra.assignments import Assigned, Assignment, Assignments
from infra.assignments.log import holding
from infra.cases import read_case
from infra.stores import Store
from infra.web.access import Principal
from infra.web.desk import Desk
from infra.web.problems import NO_SUCH_CASE, ProblemError

READ = "assignments"
"""What is noted of who looks at a case's assignments."""


class Assigning(NamedTuple):
    """Where cases are given."""

    assignments: Assignments
    store: Store
    desk: Desk

    def must_exist(self, case: str) -> None:
        """See to it that there is such a case.

        Raises:
            ProblemError: there is none.

        """
        if read_case(self.store, case) is None:
            raise ProblemError(NO_SUCH_CASE)

    def of_case(self, who: Principal, case: str) -> list[tuple[Assigned, bool]]:
        """Give every assignment of a case in order, each with whether it holds now. That somebody saw them is noted."""
        self.desk.note(who, READ, None, case)
        found = self.assignments.of_case(case)
        held = holding(found, clock.now())
        return [(one, one.number in held) for one in found]

    def give(self, who: Principal, case: str, handler: str, until: Instant | None = None) -> Assigned:
        """Give somebody a case from now on. An end that has been is now.

        Raises:
            ProblemError: there is no such case.
            UnfitAssignmentError: it cannot be kept.

        """
        self.must_exist(case)
        now = clock.now()
        return self._assign(Assignment(case, handler, now, None if until is None else max(until, now), who.id))

    def take_back(self, who: Principal, case: str, number: int) -> None:
        """Take a case back from whoever has it by an assignment. One that no longer holds is left as it is.

        Raises:
            ProblemError: there is no such case.

        """
        self.must_exist(case)
        now = clock.now()
        found = self.assignments.of_case(case)
        for one in found:
            if one.number == number and number in holding(found, now):
                self._assign(Assignment(case, one.handler, now, now, who.id))

    def _assign(self, given: Assignment) -> Assigned:
        return Assigned(self.assignments.assign(given, given.since), given.since, *given)
