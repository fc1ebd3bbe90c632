"""`sagsspor migrate`: a PostgreSQL database brought to the layout of this version."""

from typing import TYPE_CHECKING, Annotated

import typer

from infra.cli.console import out, print_json
from infra.cli.options import AsJson, StoreUrl
from infra.cli.showing.tables import table
from infra.store_errors import StoreUrlError
from infra.wiring import POSTGRES

if TYPE_CHECKING:
    from infra.postgres.migrating import Migration

STAGES = {"pre": "før den nye version startes; den gamle må køre imens", "post": "når den sidste gamle proces er stoppet"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Drift")(migrate)


def migrate(
    *,
    store: StoreUrl = "",
    list_: Annotated[bool, typer.Option("--list", help="Vis kun trinene: hvilke er udført, og hvornår må de køres.")] = False,
    pre: Annotated[bool, typer.Option("--pre", help="Kør kun de trin, der er sikre, mens den gamle version stadig kører.")] = False,
    as_json: AsJson = False,
) -> None:
    """Gør en PostgreSQL-database klar til denne version. Køres som databasens ejer."""
    if not store.startswith(POSTGRES):
        raise StoreUrlError("Kun et lager i PostgreSQL skal gøres klar. Skriv dets adresse: postgresql://BRUGER@VÆRT/DATABASE.")
    from infra.postgres import migrating  # noqa: PLC0415 - who works on a file starts without it

    done = [] if list_ else migrating.migrate(store, only_pre=pre)
    steps = migrating.listed(store)
    if as_json:
        print_json([_document(*step) for step in steps])
        return
    out().print(table(("Nr.", "Navn", "Køres", ""), [_row(*step) for step in steps]))
    if not list_:
        out().print(f"{len(done)} trin udført nu.")


def _document(step: "Migration", done: bool) -> dict[str, object]:
    return {"number": step.number, "stage": step.stage, "name": step.name, "done": done}


def _row(step: "Migration", done: bool) -> tuple[str, ...]:
    return f"{step.number:04}", step.name, STAGES[step.stage], "udført" if done else "venter"
