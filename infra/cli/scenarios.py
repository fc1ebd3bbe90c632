"""`sagsspor scenarios check`: the law as examples that run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import orjson
import typer
from rich.text import Text

from infra.cli.console import out, print_json, say
from infra.cli.failures import Exit, Failure
from infra.cli.options import AsJson
from infra.cli.showing.tables import inset, table

if TYPE_CHECKING:
    from infra.scenarios.checking import Deviation
    from infra.scenarios.running import Outcome

commands = typer.Typer(no_args_is_help=True, help="Loven som eksempler, der kan køres.")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.add_typer(commands, name="scenarios", rich_help_panel="Jura")


@commands.callback()
def family() -> None:
    """Loven som eksempler, der kan køres."""


@commands.command("check")
def check_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Filer eller mapper med scenarier (YAML).", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Kør scenarier. Exitkode 3, når et svar afviger, og 1, når et scenarie ikke kan køres."""
    from infra.scenarios.running import run_scenarios  # noqa: PLC0415 - the other commands start without reading YAML

    outcome = run_scenarios(paths)
    if as_json:
        print_json(_document(outcome))
    else:
        _show(outcome)
    for error in outcome.errors:
        say(error)
    if outcome.errors:
        raise Failure(None, Exit.ERROR)
    if outcome.deviations:
        raise Failure(None, Exit.DEVIATION)


def _show(outcome: "Outcome") -> None:
    console = out()
    for scenario, deviations in outcome.deviating:
        console.print(Text(f"\n{scenario.id}  {scenario.title}", style="bold"), Text(f"  {scenario.path}", style="dim"), sep="\n")
        rows = [(_asked(one), one.key, Text(_value(one.expected), "green"), Text(_value(one.actual), "red")) for one in deviations]
        console.print(inset(table(("Spurgt", "Nøgle", "Forventet", "Fundet"), rows)))
    count, deviations_ = outcome.run, outcome.deviations
    console.print(f"{count} {'scenarie' if count == 1 else 'scenarier'}, {deviations_} {'afvigelse' if deviations_ == 1 else 'afvigelser'}")


def _document(outcome: "Outcome") -> dict[str, Any]:
    return {
        "scenarios": outcome.run,
        "deviations": [
            {"file": str(scenario.path), "scenario": scenario.id, **_plain(one)} for scenario, found in outcome.deviating for one in found
        ],
        "errors": outcome.errors,
    }


def _plain(one: "Deviation") -> dict[str, Any]:
    return {**one._asdict(), "expected": orjson.loads(_json(one.expected)), "actual": orjson.loads(_json(one.actual))}


def _asked(one: "Deviation") -> str:
    return f"{one.valid_on}\nkendt {one.known_at}" if one.known_at else one.valid_on


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "ingen"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {one}" for key, one in value.items()) or "ingen"
    return _json(value).decode() if isinstance(value, bool) or value is None else str(value)


def _json(value: object) -> bytes:
    return orjson.dumps(value, default=str, option=orjson.OPT_NON_STR_KEYS)
