"""`sagsspor worklist`: who must be followed up."""

from datetime import date
from typing import Annotated, Any

import typer

from domain.policy import DEFAULT_POLICY
from domain.texts import danish_date
from infra import clock
from infra.cli.console import out, print_json, print_ndjson, say
from infra.cli.failures import not_found
from infra.cli.options import AsJson, AsNdjson, DayAsked, StoreUrl
from infra.cli.showing.tables import heading, line, table
from infra.labels import WORKLISTS
from infra.stores import EVERYTHING, Narrowed, Projector, Store, WorklistRow
from infra.wiring import opened_store, projector_for
from infra.worklist_places import PlaceError, read_place, written
from projections.worklists import Place


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Lister")(worklist)


def _names(incomplete: str) -> list[tuple[str, str]]:
    return [(name, title) for name, title in WORKLISTS.items() if name.startswith(incomplete)]


def _code(text: str) -> str:
    if not (text.isascii() and text.isdecimal() and len(text) <= 4):
        raise typer.BadParameter("skriv kommunens kode med højst 4 cifre: 0751.")
    return text.zfill(4)


def _place(text: str | Place) -> Place:
    if isinstance(text, Place):
        return text
    try:
        return read_place(text)
    except PlaceError:
        raise typer.BadParameter("skriv stedet, som det stod under listen: DATO.SAG.") from None


def worklist(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Listens navn. Uden navn: alle listerne.", autocompletion=_names, show_default=False),
    ] = None,
    *,
    store: StoreUrl = "",
    on: DayAsked = None,
    municipality: Annotated[
        str | None, typer.Option(metavar="KODE", parser=_code, help="Kun denne kommunes sager: 0751.", show_default=False)
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="ANTAL", min=1, help="Højst så mange. Ellers alle.", show_default=False)] = None,
    after: Annotated[
        Place | None, typer.Option(metavar="STED", parser=_place, help="Kun dem efter dette sted i listen.", show_default=False)
    ] = None,
    as_json: AsJson = False,
    as_ndjson: AsNdjson = False,
) -> None:
    """Vis de sager, der skal følges op på, de ældste først."""
    if name is not None and name not in WORKLISTS:
        raise not_found(f"Ingen liste hedder {name}. Listerne er: {', '.join(WORKLISTS)}.")
    day = on or clock.today()
    documents: list[dict[str, Any]]
    with opened_store(store, create=False) as log:
        projector = projector_for(log, DEFAULT_POLICY)
        _warn_of_lag(log, projector)
        basis = f"Listerne til og med hændelse nr. {projector.views.position()}."
        if name is None:
            sizes = projector.views.worklist_sizes(day, municipality)
            documents = [{"name": one, "title": title, "cases": sizes.get(one, 0)} for one, title in WORKLISTS.items()]
        else:
            rows = projector.views.worklist(name, day, Narrowed(municipality), after, limit or EVERYTHING)
            documents = [_document(row) for row in rows]
    if as_json:
        print_json(documents)
    elif as_ndjson:
        print_ndjson(documents)
    elif name is None:
        counted = [(one["title"], str(one["cases"]), one["name"]) for one in documents]
        out().print(table(("Liste", "Sager", "Navn"), counted), line(basis, "dim"), sep="\n")
    else:
        out().print(
            heading(f"{WORKLISTS[name]}, {danish_date(day)}: {len(rows)}"),
            table(("Siden", "Senest", "Sag", ""), map(_row, rows)),
            *([line(f"De næste: --after {written(rows[-1].place)}", "dim")] if len(rows) == limit else []),
            line(basis, "dim"),
            sep="\n",
        )


def _warn_of_lag(log: Store, projector: Projector) -> None:
    position, end = projector.views.position(), log.last_position()
    if position == 0 < end:
        say("Listerne er ikke bygget af loggen endnu, så de er tomme. Byg dem: sagsspor rebuild")
    elif position < end:
        say(f"Listerne mangler de seneste {end - position} hændelser. Bring dem ajour: sagsspor project")


def _document(row: WorklistRow) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row._asdict().items()}


def _row(row: WorklistRow) -> tuple[str, str, str, str]:
    return danish_date(row.since), danish_date(row.due) if row.due else "", row.case, "hændelser lagt til side" if row.set_aside else ""
