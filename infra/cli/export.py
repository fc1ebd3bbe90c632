"""`sagsspor export`: the log for analysis elsewhere."""

from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from infra.cli.console import progress, say
from infra.cli.failures import Failure
from infra.cli.options import StoreUrl
from infra.export.ndjson import export_ndjson
from infra.wiring import opened_store


class Format(StrEnum):
    """The forms a log can be written in."""

    parquet = "parquet"
    ndjson = "ndjson"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Hændelser")(export)


def export(
    format_: Annotated[Format, typer.Option("--format", help="Formen: en tabel eller én CloudEvent pr. linje.", show_default=False)],
    folder: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Mappen, filen skrives i.", show_default=False)],
    store: StoreUrl = "",
) -> None:
    """Skriv hele loggen ud til analyse andetsteds. Filen indeholder personoplysninger, når hændelserne gør."""
    if format_ is Format.parquet and find_spec("pyarrow") is None:
        raise Failure("Parquet kræver tilvalget parquet. Installér det med: uv tool install 'sagsspor[parquet]'")
    with opened_store(store, create=False) as log, progress("Skriver") as step:
        folder.mkdir(parents=True, exist_ok=True)
        if format_ is Format.parquet:
            from infra.export.parquet import export_parquet  # noqa: PLC0415 - the extra may not be installed

            path, count = export_parquet(log, folder, step)
        else:
            path, count = export_ndjson(log, folder, step)
    say(f"{count} hændelser er skrevet i {path}.")
