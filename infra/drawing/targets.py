"""What a bar or a mark leads to. Whoever shows the drawing knows the addresses."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from domain.facts import EventRef


class EventTarget(NamedTuple):
    """An event of the case, or of the system."""

    ref: EventRef


class DayTarget(NamedTuple):
    """A day and what is said of it."""

    day: date


class DeadlineTarget(NamedTuple):
    """A deadline by its id."""

    deadline_id: str


Target = EventTarget | DayTarget | DeadlineTarget
Href = Callable[[Target], str | None]
"""Give the address of a target; None where there is none."""
