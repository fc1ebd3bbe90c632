"""The drawn timeline of a case with its links, and the table that says the same."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from domain.facts import Fact
from domain.view import CaseView
from infra.cases import Case
from infra.drawing import DayTarget, DeadlineTarget, EventTarget, Target, drawing_of, summary, svg_text, table_rows
from infra.web.pages.case_content.addresses import Addresses
from infra.web.pages.case_content.events import Time, day_time


class TimelineRow(NamedTuple):
    """A bar or a mark in words."""

    first: Time
    last: Time | None
    """None while it goes on."""
    lane: str
    what: str
    href: str | None


class Timeline(NamedTuple):
    """The drawing, and what it says."""

    svg: Markup
    summary: str
    rows: list[TimelineRow]


def timeline(case: Case, view: CaseView, standing: Sequence[Fact], addresses: Addresses, deadlines: Mapping[str, str]) -> Timeline | None:
    """Draw a case, or give None when there is nothing to draw.

    `standing` are the facts behind its view, and `deadlines` gives the place of each deadline on the page.
    """
    drawing = drawing_of(case, view, standing)
    if drawing is None:
        return None

    def href(target: Target) -> str | None:
        match target:
            case EventTarget(ref):
                return addresses.event(ref)
            case DayTarget(day):
                return addresses.day(day)
            case DeadlineTarget(deadline_id):
                place = deadlines.get(deadline_id)
                return place and f"#{place}"

    rows = [
        TimelineRow(day_time(one.first), day_time(one.last) if one.last else None, one.lane, one.what, href(one.target))
        for one in table_rows(drawing)
    ]
    return Timeline(Markup(svg_text(drawing, href)), summary(drawing), rows)  # noqa: S704 - an element tree wrote it, every text escaped
