"""The one way by which a case is read for somebody: if they may, and noted before it is shown."""

from collections.abc import Callable

from domain.events import SYSTEM_CASE
from domain.times import Instant
from infra.access_log.access import Access
from infra.access_log.log import AccessLog
from infra.cases import Case, read_case
from infra.stores import Store
from infra.unreadable import UnreadableEventsError
from infra.web.access import Principal
from infra.web.asked import Asked
from infra.web.problems import NO_SUCH_CASE, ProblemError

MayRead = Callable[[Case], bool]
REFUSED = "refused"
"""What is noted when somebody asked for a case that they may not read."""


class Desk:
    """Hands out cases."""

    def __init__(self, store: Store, access_log: AccessLog, now: Callable[[], Instant]) -> None:
        self._store = store
        self._access_log = access_log
        self._now = now

    def last_position(self) -> int:
        """Give the number of the log's last event."""
        return self._store.last_position()

    def read(self, who: Principal, may_read: MayRead, asked: Asked, what: str) -> Case:
        """Read a case as the log was at the position asked.

        Raises:
            ProblemError: there is no such case, or not for this reader. Which of the two is not told.

        """
        try:
            case = read_case(self._store, asked.case, asked.position)
        except UnreadableEventsError:
            self._turn_away(who, may_read, asked, what)
            raise
        if case is None:
            raise ProblemError(NO_SUCH_CASE)
        # Who may read is asked of the case as it is now: an old position does not close what an event since has opened.
        allowed = may_read(case) or self._may_read_now(may_read, case)
        self.note(who, what if allowed else REFUSED, asked.position, asked.case)
        if not allowed:
            raise ProblemError(NO_SUCH_CASE)
        return case

    def changed(self, may_read: MayRead, case: str, known: int, end: int) -> bool:
        """Say whether something came between two positions that a case may say otherwise by. It tells nothing else: nothing is noted.

        Raises:
            ProblemError: there is no such case, or not for this reader.

        """
        after = read_case(self._store, case, max(known, end))
        if after is None or not may_read(after):
            raise ProblemError(NO_SUCH_CASE)
        before = read_case(self._store, case, known) if known < end else after
        return before is None or before.facts != after.facts

    def _may_read_now(self, may_read: MayRead, case: Case) -> bool:
        try:
            return may_read(read_case(self._store, case.id) or case)
        except UnreadableEventsError:
            return False

    def _turn_away(self, who: Principal, may_read: MayRead, asked: Asked, what: str) -> None:
        """See to it that only who may read a case hears that some of it cannot be read, since that says that there is such a case."""
        try:
            own = self._store.read_case(asked.case)
        except UnreadableEventsError:
            own = []  # whose it is cannot be told either
        allowed = may_read(Case(asked.case, tuple(own), ()))
        self.note(who, what if allowed else REFUSED, asked.position, asked.case)
        if not allowed:
            raise ProblemError(NO_SUCH_CASE)

    def note(self, who: Principal, what: str, position: int | None, *cases: str) -> None:
        """Note that somebody read something: once for each citizen's case in it, or once when it is about none."""
        at = self._now()
        citizens = [case for case in cases if case != SYSTEM_CASE]
        self._access_log.note([Access(at, who.id, who.role.value, case, str(who.purpose), what, position) for case in citizens or (None,)])
