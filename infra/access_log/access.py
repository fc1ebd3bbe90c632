"""One read of a case, as it is noted."""

import re
from typing import NamedTuple

from consumers.wire import CASE_UUID
from domain.times import Instant

_CASE = re.compile(CASE_UUID)
_CODE = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_LONGEST = 255
_LAST = 2**63 - 1


class UnfitAccessError(ValueError):
    """An entry of the log of reads holds codes, ids and numbers: its texts are short and in one line, a case is named by its UUID."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field

    def __str__(self) -> str:
        """Say which field is wrong, never what it held: that may be personal data."""
        return f"{self.field}: {self.__doc__}"


class Access(NamedTuple):
    """Somebody read something for a purpose."""

    at: Instant
    who: str
    """The user's id from the login; never a name or a CPR number."""
    role: str
    case: str | None
    """The case that was read. None for what tells of no single case."""
    purpose: str
    what: str
    """The kind of read by its code: `case`, `timeline`, `dossier`, `worklist`; never a URL."""
    position: int | None
    """Where the log ended in what was read."""


def fit(access: Access) -> Access:
    """Give the entry as it is kept, or raise `UnfitAccessError`."""
    for field, is_fit in (
        ("at", -_LAST <= access.at <= _LAST),
        ("who", _is_line(access.who)),
        ("role", _CODE.fullmatch(access.role)),
        ("case", access.case is None or _CASE.fullmatch(access.case)),
        ("purpose", _is_line(access.purpose)),
        ("what", _CODE.fullmatch(access.what)),
        ("position", access.position is None or 0 <= access.position <= _LAST),
    ):
        if not is_fit:
            raise UnfitAccessError(field)
    at, who, role, case, purpose, what, position = access
    # A text may come as a member of an enumeration, which not every database takes.
    return Access(at, str(who), str(role), case, str(purpose), str(what), position)


def _is_line(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and text.isprintable()
