"""`sagsspor set-aside`: events that could not be taken."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from consumers.event_store import SetAside, Status
from infra.cli.console import out, print_json, print_ndjson, say, shown
from infra.cli.failures import Exit, Failure, not_found
from infra.cli.ingest import as_document, rows
from infra.cli.options import AsJson, AsNdjson, StoreUrl
from infra.cli.showing.tables import heading, line, table
from infra.danish_dates import danish_time
from infra.set_aside_documents import set_aside_document
from infra.stores import Store
from infra.wiring import intake_for, opened_store

PAGE = 1000
STATUSES: dict[Status, str] = {"open": "venter", "resent": "taget ind siden"}

commands = typer.Typer(no_args_is_help=True, help="Hændelser, der ikke kunne tages ind, og deres grunde.")

Number = Annotated[int, typer.Argument(metavar="NUMBER", help="Hændelsens nummer i listen.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(commands, name="set-aside", rich_help_panel="Hændelser")


@commands.command("list")
def list_(
    store: StoreUrl = "",
    all_: Annotated[bool, typer.Option("--all", help="Også dem, der siden er taget ind.")] = False,
    as_json: AsJson = False,
    as_ndjson: AsNdjson = False,
) -> None:
    """Vis de hændelser, der er lagt til side."""
    with opened_store(store, create=False) as log:
        found = list(_pages(log, None if all_ else "open"))
    if as_json:
        print_json([set_aside_document(one) for one in found])
    elif as_ndjson:
        print_ndjson(map(set_aside_document, found))
    elif found:
        columns = ("Nr.", "Modtaget", "Grund", "Forklaring", "")
        out().print(table(columns, [_row(one) for one in found]))
    else:
        say("Ingen hændelser er lagt til side.")


@commands.command()
def show(
    number: Number,
    store: StoreUrl = "",
    raw: Annotated[bool, typer.Option("--raw", help="Skriv kun hændelsen, byte for byte, så den kan rettes.")] = False,
    as_json: AsJson = False,
) -> None:
    """Vis én hændelse, der er lagt til side, med sit indhold."""
    with opened_store(store, create=False) as log:
        one = _find(log, number)
    if raw:
        sys.stdout.buffer.write(one.raw + b"\n")
    elif as_json:
        print_json({**set_aside_document(one), "raw": _text(one.raw), "mended": None if one.mended is None else _text(one.mended)})
    else:
        what = [f"Modtaget {danish_time(one.received)}, {STATUSES[one.status]}", f"{one.code}: {one.message}"]
        out().print(Text(f"Hændelse {number}", style="bold"), *map(line, what), heading("Som den kom"), line(_text(one.raw)), sep="\n")
        if one.mended is not None:
            out().print(heading("Som den blev rettet"), line(_text(one.mended)), sep="\n")


@commands.command()
def resend(
    numbers: Annotated[list[int] | None, typer.Argument(metavar="[NUMBER]...", help="Hændelsernes numre.", show_default=False)] = None,
    mended: Annotated[
        Path | None, typer.Option("--with", metavar="FIL", help="Det rettede indhold af én hændelse.", show_default=False)
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Prøv alle, der venter.")] = False,
    store: StoreUrl = "",
    as_json: AsJson = False,
) -> None:
    """Prøv at tage hændelser ind igen, som de er eller rettet. Exitkode 1, når en af dem stadig ikke kan tages ind."""
    if all_ == bool(numbers):
        raise typer.BadParameter("giv numre, eller giv --all.")
    if mended is not None and len(numbers or ()) != 1:
        raise typer.BadParameter("--with retter én hændelse: giv netop ét nummer.")
    content = mended.read_bytes().strip() if mended else None
    with opened_store(store, create=False) as log:
        for number in numbers or ():
            if _find(log, number).status == "resent":
                raise Failure(f"Hændelse {number} er allerede taget ind.")
        report = intake_for(log).resend(numbers or None, content)
    if as_json:
        print_json(as_document(report))
    else:
        out().print(table(("Hændelser", "Antal"), rows(report)))
    if report.set_aside:
        raise Failure("Noget kunne stadig ikke tages ind. Se grunden med sagsspor set-aside list.", Exit.ERROR)


def _pages(log: Store, status: Status | None) -> Iterator[SetAside]:
    last = 0
    while page := log.set_aside_events(status, after=last, limit=PAGE):
        yield from page
        last = page[-1].number


def _find(log: Store, number: int) -> SetAside:
    found = log.set_aside_events(None, numbers=[number])
    if not found:
        raise not_found(f"Ingen hændelse med nummer {number} er lagt til side.")
    return found[0]


def _row(one: SetAside) -> tuple[str, str, Text, str, str]:
    key = f" ({one.source} {one.id})" if one.source and one.id else ""
    return str(one.number), danish_time(one.received), Text(one.code, style="yellow"), shown(one.message + key), STATUSES[one.status]


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", errors="backslashreplace")
