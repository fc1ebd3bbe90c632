"""What is asked of the assignments, whichever store they lie in."""

from collections.abc import Callable, Iterable
from typing import Protocol

from domain.times import Instant
from infra.assignments.assignment import Assigned, Assignment


class Assignments(Protocol):
    """Assignments in the order in which they were made, only ever added to. Of those of one handler to one case the newest counts."""

    def assign(self, assignment: Assignment, now: Instant) -> int:
        """Keep an assignment; give its number.

        Raises:
            UnfitAssignmentError: it cannot be kept.

        """

    def newest(self, handler: str, case: str) -> Assigned | None:
        """Give the assignment of a case to a handler that counts."""

    def of_case(self, case: str) -> list[Assigned]:
        """Give every assignment of a case, in order."""

    def of_handler(self, handler: str) -> list[Assigned]:
        """Give the assignment that counts for each case a handler has been given, by number."""


def holding(assigned: Iterable[Assigned], now: Instant) -> set[int]:
    """Give the numbers of those of some assignments, in order, that hold at an instant: of one handler's to one case, the newest may."""
    newest = {(one.case, one.handler): one for one in assigned}
    return {one.number for one in newest.values() if one.holds(now)}


def assigned_in(assignments: Assignments, now: Callable[[], Instant]) -> Callable[[str, str], bool]:
    """Give what says whether a handler, by id, has a case, by UUID, at the moment of asking."""

    def has(handler: str, case: str) -> bool:
        found = assignments.newest(handler, case)
        return found is not None and found.holds(now())

    return has
