"""`sagsspor access-log`: who has read which case, when, and for what purpose."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Column

from domain.times import moment
from infra.access_log import AccessLog, Head, Noted
from infra.access_log.words import READS, ROLES
from infra.cli.console import out, print_json, print_ndjson, say
from infra.cli.failures import Exit, Failure
from infra.cli.options import AsJson, AsNdjson, StoreUrl
from infra.cli.showing.tables import table
from infra.danish_dates import danish_time
from infra.wiring import access_log_for, opened_store

_COLUMNS = ("Nr.", "Læst", "Af", "Som", "Formål", "Hvad", Column("Sag", no_wrap=True))
_HEAD = re.compile(r"([0-9]{1,18}):([0-9a-f]{64})\s*")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("access-log", rich_help_panel="Sager")(access_log)


def access_log(
    case: Annotated[str | None, typer.Argument(metavar="[CASE]", help="Sagens UUID. Ellers alle sager.", show_default=False)] = None,
    *,
    store: StoreUrl = "",
    check: Annotated[bool, typer.Option("--check", help="Efterprøv, at ingen læsning er ændret eller fjernet.")] = False,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against",
            metavar="FIL",
            help="En fil med det, som en tidligere --check skrev. Så ses det også, når loggens ende er skåret af.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
    as_ndjson: AsNdjson = False,
) -> None:
    """Vis, hvem der har læst en sag, hvornår og til hvilket formål. Med --check: exitkode 3, når loggen er ændret."""
    if (check or against) and case is not None:
        raise typer.BadParameter("--check efterprøver hele loggen: udelad sagen.")
    known = _read_head(against) if against else None
    with opened_store(store, create=False) as log, access_log_for(log) as accesses:
        if check or against:
            _check(accesses, known, as_json=as_json or as_ndjson)
        else:
            _show(accesses, case, as_json=as_json, as_ndjson=as_ndjson)


def _read_head(file: Path) -> Head:
    if not (found := _HEAD.fullmatch(file.read_text("utf-8", errors="replace"))):
        raise Failure(f"{file} skal holde den linje, som sagsspor access-log --check skrev: NUMMER:HASH.")
    return Head(int(found[1]), bytes.fromhex(found[2]))


def _show(accesses: AccessLog, case: str | None, *, as_json: bool, as_ndjson: bool) -> None:
    found = _read(lambda after: accesses.all(after) if case is None else accesses.of_case(case.lower(), after))
    if as_json:
        print_json([_document(one) for one in found])
    elif as_ndjson:
        print_ndjson(map(_document, found))
    elif rows := [_row(one) for one in found]:
        out().print(table(_COLUMNS, rows) if case is None else table(_COLUMNS[:-1], [row[:-1] for row in rows]))
    else:
        say("Ingen læsning er noteret." if case is None else f"Ingen læsning af sag {case} er noteret.")


def _check(accesses: AccessLog, known: Head | None, *, as_json: bool) -> None:
    head = accesses.head()
    broken = accesses.check([known] if known else [])
    if as_json:
        print_json({"entries": head.number, "head": _written(head), "first_broken": broken})
    if broken is not None:
        raise Failure(f"Loggen over læsninger er ændret: fra nr. {broken} er den ikke, som den blev skrevet.", Exit.DEVIATION)
    if not as_json:
        out().print(_written(head), soft_wrap=True)
        say(f"{head.number} læsninger er, som de blev noteret. Gem linjen ovenfor et andet sted, og giv filen til --against næste gang.")


def _read(page: Callable[[int], list[Noted]]) -> Iterator[Noted]:
    last = 0
    while found := page(last):
        yield from found
        last = found[-1].number


def _row(one: Noted) -> tuple[str, ...]:
    at, who, role, case, purpose, what, _ = one.access
    return str(one.number), danish_time(at), who, ROLES.get(role, role), purpose, READS.get(what, what), case or ""


def _document(one: Noted) -> dict[str, Any]:
    at, who, role, case, purpose, what, position = one.access
    return {
        "number": one.number,
        "at": moment(at).isoformat(),
        "who": who,
        "role": role,
        "case": case,
        "purpose": purpose,
        "what": what,
        "position": position,
        "hash": one.hash.hex(),
    }


def _written(head: Head) -> str:
    return f"{head.number}:{head.hash.hex()}"
