"""The frame around every page, and the one way to write a page.

A page module gives its routes, and each route ends with

    return render(request, who, "rules/one.html", rule=rule)

`templates/rules/one.html` begins with `{% extends "frame.html" %}` and fills three blocks:

    title        plain text: the browser's title and the page's only h1 (block `heading` replaces the h1 where it must differ)
    breadcrumb   what lies between the front page and this page: {{ nav.crumb("/regler", "Regler") }}; may be left out
    content      the page

Parts to write with stand in `templates/macros/`: `table.html` (tables), `parts.html` (tags, alerts, details, accordions, definition
lists, pagination, icons), `forms.html` (fields, dates, error summaries), `times.html` (days and moments). Each says how it is called.
Filters: `danish_date`, `danish_moment`, `days_counted`, `number`. Globals: `static("site.css")`, `may(right)`, `here` (the path),
`who` (the principal, or None). A value that is not given is an error, and every value is escaped.
"""

from typing import Any, NamedTuple

from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse

from infra.web.access import Principal
from infra.web.pages.navigation import items_for, may
from infra.web.pages.templating import environment


class Frame(NamedTuple):
    """What is the same on every page of one service."""

    authority: str = "Myndigheden"
    demo: bool = False
    """Whether anybody is let in as anybody: each page says so."""


def framed(app: FastAPI, frame: Frame) -> None:
    """Give an application its frame."""
    app.state.frame = frame


def frame_of(app: FastAPI) -> Frame:
    """Give the frame of an application."""
    frame: Frame = app.state.frame
    return frame


def render(request: Request, who: Principal | None, template: str, status: int = 200, /, **context: Any) -> HTMLResponse:
    """Write a page for whoever reads it; None where nobody is logged in."""
    here = request.url.path
    page = environment().get_template(template)
    text = page.render(
        context,
        who=who,
        here=here,
        frame=frame_of(request.app),
        navigation=items_for(who, here),
        may=lambda right: may(who, right),
    )
    return HTMLResponse(text, status)
