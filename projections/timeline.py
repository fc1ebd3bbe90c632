"""A case's events in the order of folding, with what became of each."""

from collections.abc import Sequence

from domain.events import EventCorrected, EventRetracted
from domain.facts import Fact, order_key
from projections.intervals import Row
from projections.table import Table

TABLE = Table("timeline", ("day", "effective", "registered", "received", "source", "id", "name", "fate"))


def rows(received: Sequence[Fact], standing: Sequence[Fact]) -> list[Row]:
    """Give a row for every event of a case: standing, corrected, retracted, or itself a revision."""
    now = {(fact.source, fact.id): fact for fact in standing}
    return [_row(now.get((fact.source, fact.id)), fact) for fact in sorted(received, key=order_key)]


def _row(now: Fact | None, fact: Fact) -> Row:
    shown = now or fact
    if now is not None:
        fate = "corrected" if now.corrections else "standing"
    else:
        fate = "revision" if isinstance(fact.event, EventRetracted | EventCorrected) else "retracted"
    return (shown.day.isoformat(), shown.effective, fact.registered, fact.received, fact.source, fact.id, fact.event.NAME, fate)
