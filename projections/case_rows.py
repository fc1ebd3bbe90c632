"""From a case's facts to the rows of every view: one pass over the days on which something changes."""

from collections.abc import Sequence

from domain.derive import unfold
from domain.facts import Fact
from domain.history import Decode, History
from domain.policy import Policy
from projections import authorities, days, obligations, registration, timeline, worklists
from projections.intervals import Intervals, Row
from projections.system import SystemFacts, due_days
from projections.table import Table

DUE_DAYS = Table("due_days", ("due",))
"""The due dates of each case as corrected, so that a fact of the system finds the cases it touches."""

TABLES = (registration.TABLE, obligations.TABLE, days.TABLE, worklists.TABLE, timeline.TABLE, DUE_DAYS, authorities.TABLE)
"""Every table, in the order in which `case_rows` gives its rows."""

CaseRows = tuple[list[Row], ...]


def case_rows(received: Sequence[Fact], system: SystemFacts, decode: Decode, policy: Policy) -> CaseRows:
    """Give the rows of a case for each table, without the case's name. Equal facts give equal rows in equal order."""
    own = History(received, decode).facts()
    bearing = system.bearing_on(own)
    facts = History(own, decode, bearing).facts() if bearing else own
    intervals = (Intervals(), Intervals(), Intervals())
    listed = Intervals()
    before = None
    for status in unfold(facts, policy):
        day = status.day
        if before is None or status.registration != before.registration:
            intervals[0].hold(day, registration.standing(status))
        if before is None or status.obligations != before.obligations:
            intervals[1].hold(day, obligations.standing(status))
        if before is None or status[3:7] != before[3:7]:
            intervals[2].hold(day, days.standing(status))
        if before is None or status.alerts != before.alerts:
            listed.hold(day, worklists.standing(status))
        before = status
    dues = sorted((due.isoformat(),) for due in due_days(own))
    municipalities = authorities.municipalities_of(received)
    return (
        *(interval.close() for interval in intervals),
        worklists.rows(listed.close(), municipalities),
        timeline.rows(received, own),
        dues,
        authorities.rows(municipalities),
    )
