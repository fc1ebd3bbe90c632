"""`/lister`: who waits for something, list by list and page by page."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from domain.alerts import ALERT_RULES
from domain.register import rule
from infra import clock
from infra.labels import WORKLISTS
from infra.stores import EVERY_CASE, ViewReader
from infra.web.access import Principal, Right, Role, Who, needs
from infra.web.desk import Desk
from infra.web.lists_asked import NO_SUCH_LIST, READ, ListAsked, Typed, UnreadableListError, position, read_list
from infra.web.pages.frame import render
from infra.web.problems import ProblemError
from infra.worklist_places import written
from infra.worklist_words import GROUPS, MEANINGS

PAGE = 50
WRONG = {
    "on": "Skriv en dato, der findes, som dag, måned og år: 09/03/2022.",
    "since_before": "Skriv en dato, der findes, som dag, måned og år: 09/03/2022.",
    "municipality": "Vælg en kommune på listen.",
    "set_aside": "Vælg et af de tre.",
    "after": "Siden findes ikke. Begynd på den første.",
}
"""By the field, what to do about it. What was typed is not repeated: it may be anything."""
SET_ASIDE = [("", "Alle sager"), ("true", "Kun med hændelser lagt til side"), ("false", "Kun uden")]
_Field = Annotated[str, Query(max_length=64)]


def routes(views: ViewReader, desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/lister", include_in_schema=False, redirect_slashes=False, dependencies=[needs(Right.WORKLISTS)])

    @router.get("")
    def every(request: Request, who: Who, on: _Field = "", municipality: _Field = "") -> Response:
        asked, errors = _read(who, Typed(on, municipality))
        at = position(views, desk)
        sizes = {} if errors else views.worklist_sizes(asked.day, asked.narrowed.municipality)
        status = 422 if errors else 200
        return render(
            request, who, "worklists/every.html", status, errors=errors, groups=_counted(sizes), **_basis(who, asked, at, views, desk)
        )

    @router.get("/{name}")
    def one(
        request: Request,
        name: str,
        who: Who,
        on: _Field = "",
        municipality: _Field = "",
        since_before: _Field = "",
        set_aside: _Field = "",
        after: _Field = "",
    ) -> Response:
        if name not in WORKLISTS:
            raise ProblemError(NO_SUCH_LIST)
        asked, errors = _read(who, Typed(on, municipality, since_before, set_aside, after))
        at = position(views, desk)
        found = [] if errors else views.worklist(name, asked.day, asked.narrowed, asked.after, PAGE + 1)
        rows = found[:PAGE]
        if not errors:
            desk.note(who, READ, at, *(row.case for row in rows))
        sizes = {} if errors else views.worklist_sizes(asked.day, asked.narrowed.municipality, (name,))
        return render(
            request,
            who,
            "worklists/one.html",
            422 if errors else 200,
            name=name,
            title=WORKLISTS[name],
            meaning=MEANINGS[name],
            rules=[rule(one) for one in ALERT_RULES[name]],
            errors=errors,
            rows=rows,
            size=sizes.get(name, 0),
            has_due=any(row.due for row in rows),
            first=f"/lister/{name}?{urlencode([*asked.parameters()])}" if asked.after else None,
            next=f"/lister/{name}?{urlencode([*asked.parameters(), ('after', written(rows[-1].place))])}" if len(found) > PAGE else None,
            set_asides=SET_ASIDE,
            **_basis(who, asked, at, views, desk),
        )

    return router


def _read(who: Principal, typed: Typed) -> tuple[ListAsked, list[tuple[str, str]]]:
    """Read the question, and give the fields that cannot be read with what to do about each."""
    try:
        return read_list(who, typed), []
    except UnreadableListError as error:
        fields = [("on" if name == "after" else name, WRONG[name]) for name in error.parameters]  # a page has no field
        return ListAsked(clock.today(), EVERY_CASE, None), fields


def _counted(sizes: Mapping[str, int]) -> list[tuple[str, list[tuple[str, str, int]]]]:
    return [(heading, [(name, WORKLISTS[name], sizes.get(name, 0)) for name in names]) for heading, names in GROUPS.items()]


def _basis(who: Principal, asked: ListAsked, at: int, views: ViewReader, desk: Desk) -> dict[str, Any]:
    """Give what both pages tell: the question, the choices, and how far the lists are with the log."""
    is_bound = who.role is Role.caseworker
    codes = [] if is_bound else [code for code in views.municipalities() if len(code) == len("0751")]
    return {
        "asked": asked,
        "same": urlencode([pair for pair in asked.parameters() if pair[0] in {"on", "municipality"}]),
        "municipalities": [("", "Alle kommuner"), *((code, f"Kommune {code}") for code in codes)],
        "is_bound": is_bound,
        "position": at,
        "behind": max(desk.last_position() - at, 0),
    }
