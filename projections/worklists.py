"""The caseworkers' lists: an alert's code is the list's name."""

from domain.view import DailyStatus
from projections.intervals import Row
from projections.table import Table

TABLE = Table("worklists", ("code", "since", "first", "until"))


def standing(status: DailyStatus) -> dict[Row, Row]:
    """Give the lists that the case stands on at the end of the day."""
    return {(alert.code,): (alert.since.isoformat(),) for alert in status.alerts}
