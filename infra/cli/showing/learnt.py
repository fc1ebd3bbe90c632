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
from infra.cli.showing.timeline import event_words
from infra.danish_dates import danish_time


def learnt(new: Sequence[Fact], case: Case, first: Instant, second: Instant) -> Iterator[RenderableType]:
    """Show the events that became known."""
    yield heading(f"Det blev kendt mellem {danish_time(first)} og {danish_time(second)}")
    if not new:
        yield line("Ingen nye hændelser.")
        return
    yield table(
        ("Registreret", "Skete", "Hændelse"), [(danish_time(fact.registered), danish_date(fact.day), words(fact, case)) for fact in new]
    )


def words(fact: Fact, case: Case) -> Text:
    """Say an event; a retraction or a correction says what it is about."""
    ref = target_of(fact)
    if ref is None:
        return Text(event_words(fact))
    target = next((one for one in case.facts if one.ref == ref), None)
    about = f"»{event_words(target)}« fra {danish_date(target.day)}" if target else f"hændelse {ref.id}"
    return Text(shown(f"{fact.event.LABEL}: {about}"), style="yellow")
