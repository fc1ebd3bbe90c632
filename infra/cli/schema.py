"""`sagsspor schema`: the contracts for those who publish events and read topics."""

import sys
from pathlib import Path
from typing import Annotated

import orjson
import typer

from infra.cli.console import print_json, say
from infra.contracts.schemas import published_schemas


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Hændelser")(schema)


def schema(
    folder: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="Skriv én fil pr. hændelsestype her.", show_default=False)
    ] = None,
    asyncapi: Annotated[bool, typer.Option("--asyncapi", help="Skriv i stedet emnerne på Kafka som et AsyncAPI 3-dokument.")] = False,
) -> None:
    """Skriv JSON-skemaer for hændelserne: ét dokument med dem alle, eller én fil til hver."""
    files = _asyncapi_file() if asyncapi else _schema_files()
    if folder is not None:
        _write(folder, files)
    elif asyncapi:
        sys.stdout.buffer.write(files["asyncapi.yaml"])
    else:
        print_json(published_schemas())


def _asyncapi_file() -> dict[str, bytes]:
    from infra.contracts.asyncapi import render  # noqa: PLC0415 - slow to load, and seldom needed

    return {"asyncapi.yaml": render().encode()}


def _schema_files() -> dict[str, bytes]:
    option = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return {f"{name}.json": orjson.dumps(document, option=option) for name, document in published_schemas().items()}


def _write(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    say(f"{len(files)} {'fil' if len(files) == 1 else 'filer'} er skrevet i {folder}.")
