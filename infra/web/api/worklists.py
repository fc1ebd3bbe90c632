"""`/api/worklists`: who waits for something, list by list and page by page."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

import orjson
from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import Field
from starlette.responses import Response

from domain.alerts import ALERT_RULES
from domain.document import Document as Written
from infra.labels import WORKLISTS
from infra.stores import ViewReader, WorklistRow
from infra.web.access import Right, Who, needs
from infra.web.api.answers import JSON, UNCHANGED, tagged
from infra.web.api.models import Document, LogPosition
from infra.web.described import described, turned_away
from infra.web.desk import Desk
from infra.web.lists_asked import LISTS_NOT_BUILT, NO_SUCH_LIST, READ, ListAsked, Typed, UnreadableListError, position, read_list
from infra.web.problems import ProblemError, unreadable_question
from infra.worklist_places import written
from infra.worklist_words import MEANINGS

PAGE, MOST = 50, 200
_LONGEST = 64
On = Annotated[str, Query(description="Dagen, der spørges om, ved dens slutning: 2022-03-16. Ellers i dag.", max_length=_LONGEST)]
Municipality = Annotated[
    str, Query(description="Kun denne kommunes sager: 0751. En sagsbehandler ser altid kun sin egen.", max_length=_LONGEST)
]
SinceBefore = Annotated[str, Query(description="Kun dem, der har ventet siden før denne dag: 2022-03-16.", max_length=_LONGEST)]
SetAside = Annotated[str, Query(description="true: kun sager med hændelser lagt til side. false: kun dem uden.", max_length=_LONGEST)]
After = Annotated[str, Query(description="Fra next i svaret på siden før.", max_length=_LONGEST)]
Name = Annotated[str, Path(description=f"Listens navn: {', '.join(WORKLISTS)}.", max_length=_LONGEST)]
_TURNED_AWAY = {
    304: UNCHANGED,
    **turned_away(unreadable_question("on"), LISTS_NOT_BUILT),
}


class WorklistSize(Document):
    """How many stand on a list."""

    name: str
    title: str
    cases: int


class Worklists(Document):
    """Every list on a day."""

    on: date
    municipality: str | None = Field(description="Hvis sager der er talt; null er alle kommuners.")
    views: LogPosition = Field(description="Så langt er listerne ført frem.")
    log: LogPosition = Field(description="Så langt er loggen nået.")
    worklists: list[WorklistSize]


class WorklistItem(Document):
    """A case on a list."""

    case: str
    since: date
    days: int = Field(description="Hvor mange dage den har ventet.")
    due: date | None = Field(description="Dagen, hvor noget senest skal ske, på de lister, der har en.")
    until: date | None = Field(description="Den første dag, hvor sagen ikke længere står på listen, hvis intet sker; null er ingen.")
    set_aside: bool = Field(description="Om en hændelse om sagen er lagt til side og venter.")


class WorklistPage(Document):
    """A page of a list, the longest waiting first."""

    name: str
    title: str
    meaning: str
    rules: list[str] = Field(description="Reglernes id; teksten står på /api/rules/{id}.")
    on: date
    municipality: str | None
    views: LogPosition
    log: LogPosition
    items: list[WorklistItem]
    next: str | None = Field(description="Adressen på næste side; null er den sidste.")


def asked(
    who: Who, on: On = "", municipality: Municipality = "", since_before: SinceBefore = "", set_aside: SetAside = "", after: After = ""
) -> ListAsked:
    """Read the question to a list."""
    return _read(who, Typed(on, municipality, since_before, set_aside, after))


def asked_of_all(who: Who, on: On = "", municipality: Municipality = "") -> ListAsked:
    """Read the question to all lists."""
    return _read(who, Typed(on, municipality))


def routes(views: ViewReader, desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/api/worklists", tags=["lister"], dependencies=[needs(Right.WORKLISTS)], redirect_slashes=False)

    @router.get(
        "",
        summary="Listerne, og hvor mange der står på dem",
        operation_id="listWorklists",
        responses={200: {"model": Worklists}, **_TURNED_AWAY},
    )
    def every(request: Request, asked: Annotated[ListAsked, Depends(asked_of_all)]) -> Response:
        basis = _basis(asked, position(views, desk), desk)
        sizes = views.worklist_sizes(asked.day, asked.narrowed.municipality)
        found = [{"name": name, "title": title, "cases": sizes.get(name, 0)} for name, title in WORKLISTS.items()]
        return tagged(request, orjson.dumps({**basis, "worklists": found}), JSON)

    @router.get(
        "/{name}",
        summary="Hvem der står på en liste",
        operation_id="readWorklist",
        responses={200: {"model": WorklistPage}, **_TURNED_AWAY, **_NO_LIST},
    )
    def one(
        request: Request,
        name: Name,
        who: Who,
        asked: Annotated[ListAsked, Depends(asked)],
        limit: Annotated[int, Query(ge=1, le=MOST, description="Så mange sager på en side.")] = PAGE,
    ) -> Response:
        if name not in WORKLISTS:
            raise ProblemError(NO_SUCH_LIST)
        at = position(views, desk)
        found = views.worklist(name, asked.day, asked.narrowed, asked.after, limit + 1)
        shown = found[:limit]
        desk.note(who, READ, at, *(row.case for row in shown))
        document = {
            "name": name,
            "title": WORKLISTS[name],
            "meaning": MEANINGS[name],
            "rules": ALERT_RULES[name],
            **_basis(asked, at, desk),
            "items": [_item(row, asked.day) for row in shown],
            "next": f"/api/worklists/{name}?{_query(asked, shown[-1], limit)}" if len(found) > limit else None,
        }
        return tagged(request, orjson.dumps(document), JSON)

    return router


_NO_LIST = described(NO_SUCH_LIST)


def _read(who: Who, typed: Typed) -> ListAsked:
    try:
        return read_list(who, typed)
    except UnreadableListError as error:
        raise ProblemError(unreadable_question(*error.parameters)) from None


def _basis(asked: ListAsked, at: int, desk: Desk) -> Written:
    log = {"position": desk.last_position()}
    return {"on": asked.day, "municipality": asked.narrowed.municipality, "views": {"position": at}, "log": log}


def _item(row: WorklistRow, day: date) -> Written:
    waited = (day - row.since).days
    return {"case": row.case, "since": row.since, "days": waited, "due": row.due, "until": row.until, "set_aside": row.set_aside}


def _query(asked: ListAsked, last: WorklistRow, limit: int) -> str:
    return urlencode([*asked.parameters(), ("after", written(last.place)), ("limit", limit)])
