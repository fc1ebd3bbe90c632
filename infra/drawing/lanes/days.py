"""The lane of days: those that can be deducted, those that cannot, and those that later knowledge has set aside."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from domain.texts import danish_date
from domain.texts.words import days_counted
from domain.times import ONE_DAY
from domain.view import CaseView
from domain.view import days as days_of
from infra.drawing.pieces import Piece, Strand
from infra.drawing.targets import DayTarget
from infra.drawing.words import clean, period

_BESIDE = timedelta(days=3)
"""Stretches no farther from each other than over a weekend stand in one row."""


class _Day(NamedTuple):
    """A day of the lane."""

    day: date
    look: str
    deadline_id: str | None
    learnt: date | None
    """The day on which it was lifted."""


def days(view: CaseView, lifted: Mapping[date, date]) -> Iterator[Strand]:
    """Give the stretches of days of one look, those beside each other in one strand."""
    together: list[Piece] = []
    for piece in _pieces(sorted(_each(view, lifted)), view):
        if together and piece.first - together[-1].last > _BESIDE:
            yield _strand(together)
            together = []
        together.append(piece)
    if together:
        yield _strand(together)


def _each(view: CaseView, lifted: Mapping[date, date]) -> Iterator[_Day]:
    """Give each date once: a day that counts is no other, a lifted one was learnt to be blocked or none at all."""
    until = view.valid_on
    counted = {one.date: _Day(one.date, "counted", one.deadline_id, None) for one in days_of(view.sanctionable, until)}
    away = {one.date: _Day(one.date, "no_show", one.deadline_id, None) for one in days_of(view.no_show, until)}
    gone = {day: _Day(day, "lifted", None, learnt) for day, learnt in lifted.items()}
    blocked = {one.date: _Day(one.date, "blocked", one.deadline_id, None) for one in days_of(view.blocked, until)}
    return iter((blocked | gone | away | counted).values())


def _pieces(found: Iterable[_Day], view: CaseView) -> Iterator[Piece]:
    run: list[_Day] = []
    for one in found:
        if run and (one[1:] != run[-1][1:] or one.day - run[-1].day > (_BESIDE if _over_weekend(run[-1].day, one.day) else ONE_DAY)):
            yield _piece(run, view)
            run = []
        run.append(one)
    if run:
        yield _piece(run, view)


def _over_weekend(before: date, after: date) -> bool:
    return before.isoweekday() == 5 and after.isoweekday() == 1


def _piece(run: list[_Day], view: CaseView) -> Piece:
    one, last = run[0], run[-1].day
    runs = view.sanctionable if one.look == "counted" else view.no_show
    running = one.look in {"counted", "no_show"} and last == view.valid_on and any(each.last > last >= each.first for each in runs)
    words = f"{_SAID[one.look]}{_of(one)}: {period(one.day, last)} ({days_counted(len(run))}){', løber' if running else ''}"
    if one.learnt is not None:
        words += f". Talte med, indtil sagen blev kendt anderledes {danish_date(one.learnt)}"
    return Piece("days", one.day, last, one.look, words, DayTarget(one.day), open=running, days=tuple(each.day for each in run))


_SAID = {
    "counted": "Kan fradrages",
    "no_show": "Fradrag efter udeblivelse",
    "blocked": "Kan ikke fradrages",
    "lifted": "Bortfaldet",
}
_SHORT = {"counted": "", "no_show": " efter udeblivelse", "blocked": " uden fradrag", "lifted": " bortfaldet"}


def _of(one: _Day) -> str:
    return f" (frist {clean(one.deadline_id)})" if one.deadline_id else ""


def _strand(pieces: list[Piece]) -> Strand:
    """The first count is of days and says so: 3 dage, 2 bortfaldet."""
    counts = dict.fromkeys((piece.look for piece in pieces), 0)
    for piece in pieces:
        counts[piece.look] += len(piece.days)
    said = [f"{days_counted(count) if not number else count}{_SHORT[look]}" for number, (look, count) in enumerate(counts.items())]
    return Strand(tuple(pieces), strong=", ".join(said), speaker=0)
