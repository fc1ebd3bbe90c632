"""Which events came to be known between two instants, at a terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from domain.facts import Fact
from domain.texts import danish_date
from domain.times import Instant
from infra.cases import Case, target_of
from infra.cli.console import shown
from infra.cli.showing.tables import heading, line, table
from infra.danish_dates import danish_time
from infra.learnt_words import learnt_words


def learnt(new: Sequence[Fact], case: Case, first: Instant, second: Instant) -> Iterator[RenderableType]:
    """Show the events that became known."""
    yield heading(f"Det blev kendt mellem {danish_time(first)} og {danish_time(second)}")
    if not new:
        yield line("Ingen nye hændelser.")
        return
    yield table(
        ("Registreret", "Skete", "Hændelse"), [(danish_time(fact.registered), danish_date(fact.day), _told(fact, case)) for fact in new]
    )


def _told(fact: Fact, case: Case) -> Text:
    return Text(shown(learnt_words(fact, case)), style="yellow" if target_of(fact) else "")
