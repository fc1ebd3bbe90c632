"""The question to the worklists in a URL: on which day, whose cases, and from which place on."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from infra import clock
from infra.stores import Narrowed, ViewReader
from infra.web.access import Principal, Role
from infra.web.asked import read_day
from infra.web.desk import Desk
from infra.web.problems import FORBIDDEN, Problem, ProblemError
from infra.worklist_places import read_place
from projections.worklists import Place

NO_SUCH_LIST = Problem("no-such-worklist", 404, "Ingen liste hedder sådan", "Listernes navne står på /api/worklists.")
LISTS_NOT_BUILT = Problem(
    "worklists-not-built",
    503,
    "Listerne er ikke bygget",
    "Programmet har nye lister, som ikke er bygget af loggen endnu. Administratoren skal køre sagsspor rebuild.",
    {"Retry-After": "60"},
)
READ = "worklist"
"""What is noted of a case that somebody has seen on a list."""
_CODE = re.compile(r"[0-9]{1,4}", re.ASCII)
T = TypeVar("T")
_TRUTHS = {"": None, "true": True, "false": False}


class UnreadableListError(ValueError):
    """The question cannot be read. It names the parameters, never their values."""

    def __init__(self, *parameters: str) -> None:
        super().__init__(*parameters)
        self.parameters = parameters


class ListAsked(NamedTuple):
    """What is asked of the lists."""

    day: date
    narrowed: Narrowed
    after: Place | None

    def parameters(self) -> Iterator[tuple[str, str]]:
        """Write the question, apart from its place, as it is read."""
        municipality, since_before, set_aside = self.narrowed
        yield "on", self.day.isoformat()
        if municipality is not None:
            yield "municipality", municipality
        if since_before is not None:
            yield "since_before", since_before.isoformat()
        if set_aside is not None:
            yield "set_aside", str(set_aside).lower()


class Typed(NamedTuple):
    """The question as it came; what is empty was not asked."""

    on: str = ""
    municipality: str = ""
    since_before: str = ""
    set_aside: str = ""
    after: str = ""


def read_list(who: Principal, typed: Typed) -> ListAsked:
    """Read the question of somebody who may see the lists.

    Raises:
        UnreadableListError: something in it cannot be read.
        ProblemError: it is about another municipality than the reader's own.

    """
    wrong: list[str] = []

    def read(name: str, reader: Callable[[str], T]) -> T | None:
        text = getattr(typed, name).strip()
        try:
            return reader(text) if text else None
        except (ValueError, LookupError):
            wrong.append(name)
            return None

    day, before = read("on", read_day), read("since_before", read_day)
    municipality, after = read("municipality", _municipality), read("after", read_place)
    set_aside = read("set_aside", _TRUTHS.__getitem__)
    if wrong:
        raise UnreadableListError(*wrong)
    return ListAsked(day or clock.today(), Narrowed(_own(who, municipality), before, set_aside), after)


def position(views: ViewReader, desk: Desk) -> int:
    """Give the place in the log that the lists have come to.

    Raises:
        ProblemError: they are not built.

    """
    found = views.position()
    if found == 0 and desk.last_position() > 0:
        raise ProblemError(LISTS_NOT_BUILT)
    return found


def _own(who: Principal, asked: str | None) -> str | None:
    """Give the municipality whose cases may be seen; None for an auditor who asks for all."""
    if who.role is not Role.caseworker:
        return asked
    own = None if who.municipality is None else who.municipality.zfill(4)
    if own is None or asked not in (None, own):
        raise ProblemError(FORBIDDEN)
    return own


def _municipality(text: str) -> str:
    if not _CODE.fullmatch(text):
        raise ValueError
    return text.zfill(4)
