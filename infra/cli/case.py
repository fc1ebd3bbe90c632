"""`sagsspor case`: one case, seen in four ways."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from consumers.event_store import SetAside
from domain.derive import derive
from domain.difference import difference
from domain.document import as_document
from domain.history import KnownBy
from domain.policy import DEFAULT_POLICY, Policy
from domain.texts import danish_date
from domain.times import day_of, moment
from infra import clock
from infra.cases import Case, read_case
from infra.cli.console import out, print_json, print_ndjson, say
from infra.cli.failures import Exit, Failure, not_found
from infra.cli.options import AsJson, AsNdjson, CaseId, Clock, KnownAt, KnownByClock, PolicyFile, StoreUrl, ValidOn, known_at
from infra.cli.showing import timeline as shown_timeline
from infra.cli.showing.case_view import case_view
from infra.cli.showing.changes import changes
from infra.cli.showing.learnt import learnt
from infra.cli.showing.tables import heading, line, table
from infra.imagining import ImaginedError, imagine
from infra.policy_files import read_policy
from infra.timeline import timeline as told
from infra.wiring import opened_store

commands = typer.Typer(no_args_is_help=True, help="Se en sag: som den er, som den var kendt, som den kunne være.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(commands, name="case", rich_help_panel="Sager")


@commands.command()
def show(
    case: CaseId,
    *,
    store: StoreUrl = "",
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    by: KnownByClock = Clock.registered,
    policy: PolicyFile = None,
    as_json: AsJson = False,
) -> None:
    """Vis, hvad sagen siger på en dag, med begrundelse for hver dag."""
    with _opened(case, store) as found:
        view = derive(found.history, valid_on or clock.today(), known_at, _policy(policy), _clock(by))
    if as_json:
        print_json({**as_document(view, found.id), "set_aside": [_waiting(one) for one in found.set_aside]})
    else:
        out().print(*case_view(view, found.id), sep="\n")


@commands.command()
def timeline(
    case: CaseId,
    *,
    store: StoreUrl = "",
    valid_on: ValidOn = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    as_ndjson: AsNdjson = False,
) -> None:
    """Vis hændelserne, og hvad der følger af dem, i rækkefølge."""
    with _opened(case, store) as found:
        entries = told(found, valid_on or clock.today(), _policy(policy))
    if as_json:
        print_json([shown_timeline.as_json(entry) for entry in entries])
    elif as_ndjson:
        print_ndjson(map(shown_timeline.as_json, entries))
    else:
        out().print(Text(f"Sag {found.id}", style="bold"), table(shown_timeline.HEADINGS, shown_timeline.rows(entries)), sep="\n")


@commands.command()
def diff(
    case: CaseId,
    *,
    known_at_1: Annotated[
        int, typer.Option("--known-at", metavar="TID", parser=known_at, help="Det første tidspunkt.", show_default=False)
    ],
    known_at_2: Annotated[int, typer.Option("--and", metavar="TID", parser=known_at, help="Det andet tidspunkt.", show_default=False)],
    store: StoreUrl = "",
    valid_on: ValidOn = None,
    by: KnownByClock = Clock.registered,
    policy: PolicyFile = None,
    as_json: AsJson = False,
) -> None:
    """Vis, hvad der blev kendt mellem to tidspunkter, og hvad det ændrede. Uden --valid-on gælder det andet tidspunkts dag."""
    first, second = sorted((known_at_1, known_at_2))
    day, reading = valid_on or day_of(second), _policy(policy)
    with _opened(case, store) as found:
        history, known_by = found.history, _clock(by)
        before, after = (as_document(derive(history, day, at, reading, known_by), found.id) for at in (first, second))
        new = found.learnt(first, second, known_by)
    found_changes = difference(before, after)
    if as_json:
        print_json(
            {
                "case": found.id,
                "valid_on": day.isoformat(),
                "known_by": known_by,
                "known_at": moment(first).isoformat(),
                "and": moment(second).isoformat(),
                "learnt": [shown_timeline.event_as_json(fact) for fact in new],
                "changes": found_changes,
            }
        )
        return
    title = Text(f"Sag {found.id} ved udgangen af {danish_date(day)}", style="bold")
    out().print(title, *learnt(new, found, first, second), *changes(found_changes), sep="\n")


@commands.command("what-if")
def what_if(
    case: CaseId,
    *,
    with_: Annotated[
        Path | None, typer.Option("--with", metavar="FIL", help="Tænkte hændelser: én CloudEvent pr. linje.", show_default=False)
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option("--without", metavar="SOURCE/ID", help="En hændelse, der tænkes borte.", show_default=False)
    ] = None,
    store: StoreUrl = "",
    valid_on: ValidOn = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
) -> None:
    """Vis sagen med tænkte hændelser. Intet bliver skrevet."""
    if with_ is None and not without:
        raise typer.BadParameter("giv tænkte hændelser med --with FIL, eller tænk en bort med --without SOURCE/ID.")
    day, reading = valid_on or clock.today(), _policy(policy)
    with _opened(case, store) as found:
        try:
            imagined = imagine(found, with_.read_bytes() if with_ else b"", without or [])
        except ImaginedError as error:
            raise Failure(str(error), Exit.NOT_FOUND if error.missing else Exit.ERROR) from None
    real = as_document(derive(found.history, day, None, reading), found.id)
    view = derive(imagined.case.history, day, None, reading)
    document = as_document(view, found.id)
    differs = difference(real, document)
    if as_json:
        marks = {
            "with": [shown_timeline.event_as_json(fact) for fact in imagined.added],
            "without": [{"source": ref.source, "id": ref.id} for ref in imagined.removed],
        }
        print_json({"imagined": marks, **document, "changes": differs})
        return
    banner = Text(" TÆNKT  Sådan ville sagen se ud. Intet er skrevet. ", style="bold black on yellow")
    out().print(banner, heading("Tænkte ændringer"), *(line(one) for one in imagined.words()), sep="\n")
    out().print(*changes(differs), "", banner, *case_view(view, found.id), "", banner, sep="\n")


@contextmanager
def _opened(case: str, url: str) -> Iterator[Case]:
    with opened_store(url, create=False) as store:
        found = read_case(store, case.lower())
        if found is None:
            raise not_found(f"Der er ingen sag {case} i lageret.")
        if number := len(found.set_aside):
            which = "1 hændelse om sagen er lagt til side" if number == 1 else f"{number} hændelser om sagen er lagt til side"
            say(f"Bemærk: {which} og indgår ikke: {', '.join(f'nr. {one.number}' for one in found.set_aside)}. Se sagsspor set-aside show.")
        yield found


def _waiting(one: SetAside) -> dict[str, Any]:
    """Name an event that does not count in the case because it could not be taken."""
    return {"number": one.number, "received": moment(one.received).isoformat(), "code": one.code, "source": one.source, "id": one.id}


def _policy(path: Path | None) -> Policy:
    return read_policy(path) if path else DEFAULT_POLICY


def _clock(by: Clock) -> KnownBy:
    return "registered" if by is Clock.registered else "received"
