"""What a citizen owes, from day to day."""

from domain.view import DailyStatus
from projections.intervals import Row
from projections.table import Table

TABLE = Table("obligations", ("kind", "deadline_id", "since", "due", "state", "first", "until"))


def standing(status: DailyStatus) -> dict[Row, Row]:
    """Give what is owed at the end of the day, by kind and deadline."""
    return {
        (owed.kind, owed.deadline_id): (owed.since.isoformat(), owed.due.isoformat() if owed.due else None, owed.state)
        for owed in status.obligations
    }
