"""The clock of the contact course: unemployment, accumulated or continuous."""

from datetime import date, timedelta

from domain.course.records import Spell
from domain.course.state import Course
from domain.facts import Fact
from domain.groups import DAGPENGE


def start_spell(course: Course, fact: Fact) -> None:
    """Unemployment runs (R-1.1-2)."""
    if not course.unemployed or course.unemployed[-1].until is not None:
        course.unemployed.append(Spell(fact.day, fact))


def stop_spell(course: Course, fact: Fact) -> None:
    """Unemployment pauses."""
    if course.unemployed and course.unemployed[-1].until is None:
        course.unemployed[-1].until = fact.day


def runs(course: Course) -> bool:
    """Say whether days of unemployment are being counted."""
    return course.group != DAGPENGE or (bool(course.unemployed) and course.unemployed[-1].until is None)


def elapsed_days(course: Course, day: date) -> int:
    """Count days of unemployment: accumulated for dagpenge, continuous for the others (R-1.1-2; LAB § 9)."""
    if course.start is None:
        return 0
    if course.group != DAGPENGE:
        return (day - course.start).days
    elapsed = 0
    for spell in course.unemployed:
        elapsed += ((day if spell.until is None or spell.until > day else spell.until) - spell.first).days
    return elapsed


def day_reaching(course: Course, days: int) -> date | None:
    """Give the day on which so many days of unemployment have passed, or None while the clock has not come there."""
    if course.start is None:
        return None
    if course.group != DAGPENGE:
        return course.start + timedelta(days=days)
    passed = 0
    for spell in course.unemployed:
        if spell.until is None or passed + (spell.until - spell.first).days >= days:
            return spell.first + timedelta(days=days - passed)
        passed += (spell.until - spell.first).days
    return None
