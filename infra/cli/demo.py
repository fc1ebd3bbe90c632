"""`sagsspor demo`: a small simulated municipality, and one of its cases told."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated, NamedTuple

import typer
from rich.console import RenderableType
from rich.text import Text

from domain.derive import derive
from domain.difference import difference
from domain.document import as_document
from domain.groups import GROUP_LABELS
from domain.policy import DEFAULT_POLICY
from domain.texts import danish_date
from domain.texts.words import days_counted
from domain.times import ONE_DAY, end_of
from infra import clock
from infra.cli.console import out, progress, say
from infra.cli.failures import Failure
from infra.cli.serve import listening_on
from infra.cli.showing import timeline as shown_timeline
from infra.cli.showing.case_view import owed
from infra.cli.showing.changes import changes
from infra.cli.showing.day_lists import day_lists
from infra.cli.showing.learnt import learnt
from infra.cli.showing.tables import heading, line, lines, table
from infra.cli.simulate import FIRST, LAST
from infra.showcase import Turn, most_telling, turns
from infra.simulation import simulate
from infra.stores import Store
from infra.timeline import timeline
from infra.wiring import intake_for, opened_store, projector_for, sqlite_url

BEFORE = timedelta(days=30)
"""How much of the case is told before the deadline was published."""
AFTER = timedelta(days=45)
"""And after the day on which the fact was learnt."""


class Town(NamedTuple):
    """The simulated municipality: how many live there, which one it is, and its days."""

    citizens: int
    seed: int
    first: date
    last: date


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Kom i gang")(demo)


def demo(
    *,
    folder: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Mappen, lageret lægges i. Ellers en ny midlertidig.", show_default=False)
    ] = None,
    citizens: Annotated[int, typer.Option(min=1, help="Antal borgere.")] = 200,
    seed: Annotated[int, typer.Option(help="Vælger kommunen.")] = 5,
    web: Annotated[bool, typer.Option("--web", help="Vis den bagefter i en browser, til kommandoen stoppes.")] = False,
    port: Annotated[int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="Med --web. 0 vælger en ledig port.")] = 8080,
) -> None:
    """Fyld et lager med en opdigtet kommune, og vis én sag: hvad borgeren skyldte, hvilke dage og hvorfor."""
    place = (folder or Path(mkdtemp(prefix="sagsspor-demo-"))) / "sagsspor.db"
    url = sqlite_url(place.absolute())
    if not web:
        _tell(url, place, Town(citizens, seed, FIRST, LAST))
        return
    from infra.cli import demo_web  # noqa: PLC0415 - the story alone is told sooner without it

    with listening_on("127.0.0.1", port) as listener:
        # The pages show a case as of today, so its last day is yesterday.
        last = clock.today() - ONE_DAY
        turn = _tell(url, place, Town(citizens, seed, last - (LAST - FIRST), last))
        demo_web.prepare(url, place.parent, turn)
        demo_web.serve(url, turn, listener)


def _tell(url: str, place: Path, town: Town) -> Turn:
    with opened_store(url, create=True) as store:
        _fill(store, town)
        turn = most_telling(turns(store, DEFAULT_POLICY))
        counts = store.counts()
    if turn is None:
        raise Failure(f"Ingen sag i denne kommune viser pointen. Prøv en anden --seed. Lageret ligger i {place}.")
    console = out()
    console.print(*_beginning(counts.events, town), *_story(turn), *_onwards(turn, url, town), sep="\n")
    return turn


def _fill(store: Store, town: Town) -> None:
    say(f"Opdigter en kommune med {town.citizens} borgere og tager dens hændelser ind ...")
    with progress("Tager ind") as step:
        intake_for(store).run(simulate(*town), 1000, lambda report: step(report.accepted, None))
    with progress("Bringer listerne ajour") as step:
        projector_for(store, DEFAULT_POLICY).catch_up(step)


def _beginning(events: int, town: Town) -> Iterator[RenderableType]:
    yield Text("\nEn opdigtet kommune", style="bold")
    yield line(
        f"{town.citizens} borgere og {events} hændelser fra {danish_date(town.first)} til {danish_date(town.last)}. Ingen af dem findes."
    )


def _story(turn: Turn) -> Iterator[RenderableType]:
    case, history, day = turn.case, turn.case.history, turn.learnt
    view = derive(history, day, end_of(day))
    yield heading(f"Sag {case.id}")
    yield line(GROUP_LABELS[view.group].capitalize() + "." if view.group else "Uden målgruppe.")
    yield heading("Forløbet omkring en frist, der ikke blev overholdt")
    entries = [one for one in timeline(case, day + AFTER, DEFAULT_POLICY) if turn.published - BEFORE <= one.day]
    yield table(shown_timeline.HEADINGS, shown_timeline.rows(entries))
    overdue = next(one.due for one in view.deadlines if one.deadline_id == turn.deadline_id) + ONE_DAY
    yield from owed(derive(history, overdue), f"Det skyldte borgeren ved udgangen af {danish_date(overdue)}")
    yield from _believed(turn)
    before, after = (as_document(derive(history, day, end_of(at)), case.id) for at in (day - ONE_DAY, day))
    yield from learnt(case.learnt(end_of(day - ONE_DAY), end_of(day), "registered"), case, end_of(day - ONE_DAY), end_of(day))
    yield from changes(difference(before, after))
    yield from day_lists(view, turn.deadline_id)


def _believed(turn: Turn) -> Iterator[RenderableType]:
    """Say the point of the story before its details."""
    yield heading("Kendt dengang, kendt nu")
    gone = turn.before - turn.after
    yield line(
        f"Indtil {danish_date(turn.learnt)} så det ud til, at der kunne ske fradrag for {days_counted(turn.before)}. Den dag blev noget "
        f"registreret, som var sket tidligere, og {days_counted(gone)} faldt bort. Begge svar kan stadig hentes frem: det, kommunen "
        "vidste, da den handlede, og det, der er rigtigt nu."
    )


def _onwards(turn: Turn, url: str, town: Town) -> Iterator[RenderableType]:
    day, before = turn.learnt.isoformat(), (turn.learnt - ONE_DAY).isoformat()
    yield heading("Gå selv videre")
    yield lines(
        (
            f"export SAGSSPOR_STORE={url}",
            f"sagsspor case show {turn.case.id} --valid-on {day}",
            f"sagsspor case show {turn.case.id} --valid-on {day} --known-at {before}",
            f"sagsspor case diff {turn.case.id} --known-at {before} --and {day}",
            f"sagsspor case timeline {turn.case.id} --valid-on {town.last}",
            f"sagsspor worklist --on {day}",
        )
    )
