"""Whether a citizen is registered as a jobseeker, from day to day."""

from domain.view import DailyStatus
from projections.intervals import Row
from projections.table import Table

TABLE = Table("registration", ("state", "first", "until"))


def standing(status: DailyStatus) -> dict[Row, Row]:
    """Give the registration at the end of the day."""
    return {(): (status.registration,)}
