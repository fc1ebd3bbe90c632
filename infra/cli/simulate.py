"""`sagsspor simulate`: a believable municipality's events."""

import sys
from datetime import date
from typing import Annotated

import typer

from infra.cli.failures import Failure
from infra.cli.options import day
from infra.simulation import simulate as simulated

FIRST, LAST = date(2022, 1, 1), date(2023, 6, 30)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Kom i gang")(simulate)


def simulate(
    citizens: Annotated[int, typer.Option(help="Antal borgere i perioden.", min=0, show_default=False)],
    seed: Annotated[int, typer.Option(help="Vælger kommunen. Samme tal giver de samme hændelser.")] = 1,
    first: Annotated[date, typer.Option("--from", metavar="DATO", parser=day, help="Første dag.")] = FIRST,
    last: Annotated[date, typer.Option("--to", metavar="DATO", parser=day, help="Sidste dag.")] = LAST,
) -> None:
    """Skriv en opdigtet kommunes hændelser som NDJSON. De samme valg giver de samme bytes."""
    if last < first:
        raise Failure(f"Perioden slutter {last}, før den begynder {first}. Giv en sidste dag, der ikke ligger før den første.")
    for line in simulated(citizens, seed, first, last):
        sys.stdout.buffer.write(line + b"\n")
