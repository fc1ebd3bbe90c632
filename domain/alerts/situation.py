"""What the lists look at."""

from collections.abc import Callable
from datetime import date

from domain.course.clock import elapsed_days
from domain.course.interviews import COUNTED
from domain.course.state import Course
from domain.findings import Judged
from domain.standing import must_book
from domain.trace import Note
from domain.view import SelfBooking


class Situation:
    """What the lists look at: the course, the day, and what was derived of it."""

    __slots__ = ("booking", "course", "day", "duty", "elapsed", "in_course", "judged", "planned")

    def __init__(self, course: Course, day: date, booking: SelfBooking, duty: bool, judged: Judged) -> None:
        self.course = course
        self.day = day
        self.booking = booking
        self.duty = duty
        self.judged = judged
        self.planned = [i for i in course.planned if i.day >= day and i.type in COUNTED]
        self.in_course = duty or (booking in {"exempt", "withdrawn"} and must_book(course, "duty"))
        self.elapsed = elapsed_days(course, day)


List = Callable[[Situation], Note | None]
"""Whether a case stands on a list, and since when."""
