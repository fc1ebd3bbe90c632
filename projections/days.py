"""The days of deduction, the blocked days, the no-show days and the days without registration.

A row says: on the view days from `first` up to `until`, the days `day_first` to `day_last` stood on the list. A count that
runs has no `day_last`; a list asked for on day D is cut at D.
"""

from datetime import date
from functools import partial

from domain.facts import Fact
from domain.trace import DayRun
from domain.view import DailyStatus
from projections.intervals import Row
from projections.table import Table

TABLE = Table("days", ("list", "deadline_id", "day_first", "day_last", "weekdays", "reason", "rules", "because", "first", "until"))


def standing(status: DailyStatus) -> dict[Row, Row]:
    """Give the runs of days that stand at the end of the day."""
    return {
        _key(name, run): _values(run)
        for name, runs in (
            ("sanctionable", status.sanctionable),
            ("blocked", status.blocked),
            ("no_show", status.no_show),
            ("registration_gap", status.gap),
        )
        for run in runs
    }


def _key(name: str, run: DayRun) -> Row:
    return (name, run.deadline_id, run.first.isoformat())


def _values(run: DayRun) -> Row:
    last = None if run.last == date.max else run.last.isoformat()
    ruling = run.ruling
    return (last, run.weekdays, ruling.reason.code, " ".join(ruling.rules), "\n".join(map(_named, ruling.facts)))


def _named(fact: Fact) -> str:
    return "\n".join(map(partial("{0.source} {0.id}".format), fact.refs))
