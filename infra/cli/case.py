"""`sagsspor case`: one case, seen in five ways."""

from typing import Annotated

import typer
from rich.text import Text

from domain.derive import derive
from domain.document import as_document
from domain.rulesets import LAW
from domain.texts import danish_date
from domain.times import day_of
from infra import clock
from infra.case_documents import diff_document, learning
from infra.cli.case_asked import chosen_clock, chosen_policy, opened_case
from infra.cli.case_decisions import decisions
from infra.cli.case_what_if import what_if
from infra.cli.console import out, print_json, print_ndjson
from infra.cli.options import AsJson, AsNdjson, CaseId, Clock, KnownAt, KnownByClock, PolicyFile, Position, StoreUrl, ValidOn, known_at
from infra.cli.showing import timeline as shown_timeline
from infra.cli.showing.basis import basis
from infra.cli.showing.case_view import case_view
from infra.cli.showing.changes import changes
from infra.cli.showing.learnt import learnt
from infra.cli.showing.tables import table
from infra.set_aside_documents import waiting_document
from infra.timeline import timeline as told
from infra.timeline_document import entry_as_document

commands = typer.Typer(no_args_is_help=True, help="Se en sag: som den er, som den var kendt, som den kunne være.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (show, timeline, diff, decisions):
        commands.command()(command)
    commands.command("what-if")(what_if)
    app.add_typer(commands, name="case", rich_help_panel="Sager")


def show(
    case: CaseId,
    *,
    store: StoreUrl = "",
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    by: KnownByClock = Clock.registered,
    position: Position = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
) -> None:
    """Vis, hvad sagen siger på en dag, med begrundelse for hver dag."""
    with opened_case(case, store, position) as (found, log):
        view = derive(found.history, valid_on or clock.today(), known_at, chosen_policy(policy), chosen_clock(by))
    if as_json:
        print_json(
            {**as_document(view, found.id), "log": log.as_document(), "set_aside": [waiting_document(one) for one in found.set_aside]}
        )
    else:
        out().print(*case_view(view, found.id), *basis(view.rule_set, log), sep="\n")


def timeline(
    case: CaseId,
    *,
    store: StoreUrl = "",
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    by: KnownByClock = Clock.registered,
    position: Position = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
    as_ndjson: AsNdjson = False,
) -> None:
    """Vis hændelserne, og hvad der følger af dem, i rækkefølge."""
    with opened_case(case, store, position) as (found, log):
        day = valid_on or clock.today()
        entries = told(found.as_known(known_at, chosen_clock(by)), day, chosen_policy(policy))
    if as_json:
        print_json([entry_as_document(entry) for entry in entries])
    elif as_ndjson:
        print_ndjson(map(entry_as_document, entries))
    else:
        events = table(shown_timeline.HEADINGS, shown_timeline.rows(entries))
        out().print(Text(f"Sag {found.id}", style="bold"), events, *basis(LAW.on(day).id, log), sep="\n")


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
    position: Position = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
) -> None:
    """Vis, hvad der blev kendt mellem to tidspunkter, og hvad det ændrede. Uden --valid-on gælder det andet tidspunkts dag."""
    asked_moments = (known_at_1, known_at_2)
    day = valid_on or day_of(max(asked_moments))
    with opened_case(case, store, position) as (found, log):
        asked = learning(found, day, asked_moments, chosen_policy(policy), chosen_clock(by))
        document = diff_document(found, asked)
    if as_json:
        print_json({**document, "log": log.as_document()})
        return
    title = Text(f"Sag {found.id} ved udgangen af {danish_date(day)}", style="bold")
    new = learnt(asked.learnt, found, asked.first, asked.second)
    out().print(title, *new, *changes(document["changes"], asked.learnt), *basis(document["rules"], log), sep="\n")
