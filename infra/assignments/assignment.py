"""That somebody has a case, for some time."""

from typing import NamedTuple
from uuid import UUID

from domain.times import Instant
from infra.cpr_numbers import is_like_cpr_number

LONGEST = 200
"""Characters of a login's name for somebody."""


class UnfitAssignmentError(ValueError):
    """An assignment names a case that is no UUID, or a person by nothing or by a CPR number's digits, or ends before it begins."""

    def __str__(self) -> str:
        """Say what to do."""
        return self.__doc__ or ""


class Assignment(NamedTuple):
    """A case given to a complaint handler. Given again, the newer says how it is: so it is ended, too."""

    case: str
    handler: str
    """The login's own name for them."""
    since: Instant
    until: Instant | None
    """When they no longer have it; None for as long as nobody says so."""
    by: str
    """Who gave it: the login's own name for them."""

    def fit(self) -> "Assignment":
        """Give it, if it can be kept.

        Raises:
            UnfitAssignmentError: it cannot.

        """
        if not (_is_uuid(self.case) and _names(self.handler) and _names(self.by)) or (self.until is not None and self.until < self.since):
            raise UnfitAssignmentError
        return self


class Assigned(NamedTuple):
    """An assignment as it is kept."""

    number: int
    at: Instant
    """When it was kept."""
    case: str
    handler: str
    since: Instant
    until: Instant | None
    by: str

    def holds(self, now: Instant) -> bool:
        """Say whether the handler has the case at an instant, where no newer one says otherwise."""
        return self.since <= now and (self.until is None or now < self.until)


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _names(text: str) -> bool:
    return 0 < len(text) <= LONGEST and text.isprintable() and text.strip() == text and not is_like_cpr_number(text)
