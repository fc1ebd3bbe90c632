"""Dates as short as a label wants them, and names that come from outside made safe to draw."""

from datetime import date

from domain.facts import Fact
from domain.texts import danish_date
from domain.times import day_of
from infra.event_words import details

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 65534, 65535))
LATE_AFTER = 1
"""A fact registered more days than this after it was so is said to be registered later."""


def short_date(day: date) -> str:
    """Write a day as a label does: 13.3."""
    return f"{day.day}.{day.month}."


def period(first: date, last: date) -> str:
    """Write some days: 9. marts 2022, or 9. marts 2022 – 13. april 2022."""
    return danish_date(first) if first == last else f"{danish_date(first)} – {danish_date(last)}"


def clean(text: str) -> str:
    """Leave out the characters that neither a page nor a PDF can hold."""
    if text.isprintable():  # almost every text is, and then there is nothing to leave out
        return text
    return text.translate(_CONTROLS).encode("utf-8", "replace").decode()


def told(fact: Fact) -> str:
    """Say what an event says, on which day, and when it was registered if that was later."""
    said = ": ".join(part for part in (fact.event.LABEL, details(fact.event)) if part)
    return clean(f"{danish_date(fact.day)}. {said}{later(fact)}")


def later(fact: Fact) -> str:
    """Say when a fact was registered if that was days later."""
    registered = day_of(fact.registered)
    return f" (registreret {danish_date(registered)})" if (registered - fact.day).days > LATE_AFTER else ""
