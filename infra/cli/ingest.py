"""`sagsspor ingest`: events from files into the log."""

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from consumers.intake import IntakeReport
from consumers.lines import read_lines
from infra.cli.console import out, print_json, progress, say
from infra.cli.failures import Failure
from infra.cli.options import AsJson, StoreUrl
from infra.cli.showing.tables import table
from infra.wiring import intake_for, opened_store

STDIN = "-"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Hændelser")(ingest)


def ingest(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="NDJSON med én CloudEvent pr. linje; - er standard input.", show_default=False)
    ],
    store: StoreUrl = "",
    as_json: AsJson = False,
) -> None:
    """Tag hændelser ind. En hændelse, der ikke kan tages ind, bliver lagt til side med sin grund, og resten går videre."""
    for name in files:
        if name != STDIN and not Path(name).is_file():
            raise Failure(f"Filen {name} findes ikke. Intet er taget ind.")
    with opened_store(store, create=True) as log, progress("Tager ind") as step:
        report = intake_for(log).run(chain.from_iterable(map(_lines, files)), progress=lambda so_far: step(_seen(so_far), None))
    if as_json:
        print_json(as_document(report))
        return
    out().print(table(("Hændelser", "Antal"), rows(report)))
    if report.set_aside:
        say("Se, hvad der blev lagt til side: sagsspor set-aside list")
    if report.accepted:
        say("Bring listerne ajour: sagsspor project")


def as_document(report: IntakeReport) -> dict[str, object]:
    """Give the counts for programs."""
    return {"accepted": report.accepted, "repeated": report.repeated, "set_aside": dict(sorted(report.set_aside.items()))}


def rows(report: IntakeReport) -> list[tuple[str, str]]:
    """Give the counts for people."""
    aside = [(f"lagt til side: {code}", str(number)) for code, number in sorted(report.set_aside.items())]
    return [("taget ind", str(report.accepted)), ("gentaget (allerede taget ind)", str(report.repeated)), *aside]


def _lines(name: str) -> Iterator[bytes]:
    if name == STDIN:
        yield from read_lines(sys.stdin.buffer)
        return
    with Path(name).open("rb") as file:
        yield from read_lines(file)


def _seen(report: IntakeReport) -> int:
    return report.accepted + report.repeated + report.set_aside.total()
