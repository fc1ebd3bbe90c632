"""`sagsspor schema`: JSON Schemas of the events."""

from pathlib import Path
from typing import Annotated

import orjson
import typer

from consumers.schema import json_schemas
from infra.cli.console import print_json, say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Hændelser")(schema)


def schema(
    folder: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="Skriv én fil pr. hændelsestype her.", show_default=False)
    ] = None,
) -> None:
    """Skriv JSON-skemaer for hændelserne: ét dokument med dem alle, eller én fil til hver."""
    schemas = json_schemas()
    if folder is None:
        print_json(schemas)
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in schemas.items():
        (folder / f"{name}.json").write_bytes(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    say(f"{len(schemas)} skemaer er skrevet i {folder}.")
