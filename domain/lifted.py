"""Days that the file counted as it was known at the time, and that what was learnt later has set aside.

At the end of each day before one on which something was learnt, the file said which days counted. Those of them that do not count now
are lifted. No fact is passed over because of its kind: nobody need know which of them can reach back.
"""

from collections.abc import Sequence
from datetime import date

from domain.course.fold import take
from domain.course.state import Course
from domain.facts import Fact
from domain.history import History, until
from domain.lens import Lens
from domain.policy import Policy
from domain.times import ONE_DAY
from domain.trace import DayRun
from domain.view import CaseView, dates


def lifted_days(history: History, view: CaseView) -> dict[date, date]:
    """Give each lifted day through the day asked, with the day on which something was learnt that lifted it.

    `history` is the case's own; of the system's facts those that touch one of its due dates are enough.
    """
    growing = _Growing(view.policy)
    counted: dict[date, date] = {}
    for learnt, facts in history.learnt(view.known_at, view.known_by):
        day = min(learnt - ONE_DAY, view.valid_on)
        counted |= dict.fromkeys(dates(growing.sanctionable(facts, day), day), learnt)
    for day in dates(view.sanctionable, view.valid_on):
        counted.pop(day, None)
    return counted


class _Growing:
    """A course asked day after day, as it was known then. It is folded anew only where something was learnt of days it has passed."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._begin()

    def _begin(self) -> None:
        self._course = Course(self._policy)
        self._lens = Lens(self._course)
        self._taken: Sequence[Fact] = []
        self._day = date.min

    def sanctionable(self, facts: Sequence[Fact], day: date) -> tuple[DayRun, ...]:
        """Give the days of deduction at the end of a day, by the facts that were known. Days do not go backwards."""
        facts = until(facts, day)
        new = facts[len(self._taken) :]
        if facts[: len(self._taken)] != self._taken or (new and new[0].day <= self._day):
            self._begin()
            new = facts
        take(self._course, new)
        self._taken, self._day = facts, day
        return self._lens.day_lists(day).sanctionable
