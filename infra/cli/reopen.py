"""`sagsspor reopen`: every case whose days change under another reading of the law."""

import sys
from datetime import date
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from domain.policy import DEFAULT_POLICY, Policy
from domain.reopening import Comparing, Reading
from domain.rulesets import RULE_SETS
from infra import clock
from infra.cli.console import out, progress, say
from infra.cli.failures import Failure
from infra.cli.options import AsJson, Clock, KnownAt, KnownByClock, PolicyFile, StoreUrl, ValidOn, day
from infra.cli.showing.reopened import counts, reopened
from infra.policy_files import read_policy
from infra.reopening.looking import Found
from infra.reopening.looking import reopen as look_through_all
from infra.reopening.question import Question
from infra.reopening.tables import as_csv, as_json_text, write_parquet
from infra.wiring import opened_store


class Format(StrEnum):
    """The forms the list can be given in."""

    table = "table"
    json = "json"
    csv = "csv"
    parquet = "parquet"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Sager")(reopen)


def _rule_set(text: str) -> str:
    if text not in (known := [one.id for one in RULE_SETS]):
        raise typer.BadParameter(f"intet regelsæt hedder {text}. Regelsættene er: {', '.join(known)}.")
    return text


def reopen(
    *,
    first: Annotated[
        date, typer.Option("--from", metavar="DATO", parser=day, help="Den første dag, der sammenlignes.", show_default=False)
    ],
    last: Annotated[date, typer.Option("--to", metavar="DATO", parser=day, help="Den sidste dag, der sammenlignes.", show_default=False)],
    policy: PolicyFile = None,
    rules: Annotated[
        str | None,
        typer.Option("--rules", metavar="ID", parser=_rule_set, help="Regelsættet, som om det altid havde gjaldt.", show_default=False),
    ] = None,
    base_policy: Annotated[
        Path | None,
        typer.Option("--base-policy", metavar="FIL", help="Fortolkningerne, der sammenlignes med. Ellers standarden.", show_default=False),
    ] = None,
    store: StoreUrl = "",
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    by: KnownByClock = Clock.registered,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Antal processer, der deler sagerne.")] = 1,
    format_: Annotated[Format, typer.Option("--format", help="Listens form.")] = Format.table,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FIL", help="Skriv listen i en fil.", show_default=False)] = None,
    as_json: AsJson = False,
) -> None:
    """Find de sager, hvor dagene i en periode er andre efter en anden fortolkning eller et andet regelsæt.

    Dagene fra og med --from til og med --to sammenlignes, som sagen viser dem ved udgangen af --valid-on (ellers i dag).
    """
    form = Format.json if as_json else format_
    base = read_policy(base_policy) if base_policy else DEFAULT_POLICY
    asked = Comparing(first, last, valid_on or clock.today(), Reading(base), Reading(_policy(policy, base), rules))
    _refuse(asked, form, output)
    with opened_store(store, create=False) as log:
        question = Question(asked, known_at, "registered" if by is Clock.registered else "received", log.last_position())
        with progress("Ser på sagerne") as step:
            found = look_through_all(store, log, question, workers, step)
    _write(found, form, output)


def _policy(path: Path | None, base: Policy) -> Policy:
    return read_policy(path) if path else base


def _refuse(asked: Comparing, form: Format, output: Path | None) -> None:
    if asked.first > asked.last:
        raise typer.BadParameter("perioden slutter, før den begynder. --from skal ligge før --to.")
    if not asked.differing:
        raise typer.BadParameter("de to fortolkninger er ens. Giv en anden med --policy FIL eller --rules ID.")
    if form is Format.parquet and output is None:
        raise typer.BadParameter("Parquet kan ikke skrives på skærmen. Giv en fil med -o FIL.")
    if form is Format.table and output is not None:
        raise typer.BadParameter("en tabel vises på skærmen. Vælg --format csv, json eller parquet til en fil.")
    if form is Format.parquet and find_spec("pyarrow") is None:
        raise Failure("Parquet kræver tilvalget parquet. Installér det med: uv tool install 'sagsspor[parquet]'")


def _write(found: Found, form: Format, output: Path | None) -> None:
    """Write the list; what was looked at is told beside it where it does not stand with the list."""
    if form is Format.table:
        out().print(*reopened(found), sep="\n")
        return
    if form is Format.parquet and output is not None:
        write_parquet(found, output)
    else:
        written = as_csv(found) if form is Format.csv else as_json_text(found)
        if output is None:
            sys.stdout.buffer.write(written)
        else:
            output.write_bytes(written)
    for told in counts(found):
        say(told)
