"""The one way by which a case is read for somebody: if they may, and noted before it is shown."""

from collections.abc import Callable

from domain.times import Instant
from infra.access_log import Access, AccessLog
from infra.cases import Case, read_case
from infra.stores import Store
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
        case = read_case(self._store, asked.case, asked.position)
        if case is None:
            raise ProblemError(NO_SUCH_CASE)
        # Who may read is asked of the case as it is now: an old position does not close what an event since has opened.
        allowed = may_read(case) or may_read(read_case(self._store, asked.case) or case)
        self._note(who, asked, what if allowed else REFUSED)
        if not allowed:
            raise ProblemError(NO_SUCH_CASE)
        return case

    def _note(self, who: Principal, asked: Asked, what: str) -> None:
        self._access_log.note([Access(self._now(), who.id, who.role, asked.case, who.purpose, what, asked.position)])
