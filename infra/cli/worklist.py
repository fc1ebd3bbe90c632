"""`sagsspor worklist`: who must be followed up."""

from typing import Annotated, Any

import typer

from domain.policy import DEFAULT_POLICY
from domain.texts import danish_date
from infra import clock
from infra.cases import cases_with_events_set_aside
from infra.cli.console import out, print_json, print_ndjson, say
from infra.cli.failures import not_found
from infra.cli.options import AsJson, AsNdjson, DayAsked, StoreUrl
from infra.cli.showing.tables import heading, line, table
from infra.labels import WORKLISTS
from infra.stores import Projector, Store, WorklistRow
from infra.wiring import opened_store, projector_for


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Lister")(worklist)


def _names(incomplete: str) -> list[tuple[str, str]]:
    return [(name, title) for name, title in WORKLISTS.items() if name.startswith(incomplete)]


def worklist(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Listens navn. Uden navn: alle listerne.", autocompletion=_names, show_default=False),
    ] = None,
    *,
    store: StoreUrl = "",
    on: DayAsked = None,
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
            sizes = projector.views.worklist_sizes(day)
            documents = [{"name": one, "title": title, "cases": sizes.get(one, 0)} for one, title in WORKLISTS.items()]
        else:
            rows = projector.views.worklist(name, day)
            waiting = cases_with_events_set_aside(log) if rows else set()
            documents = [{**_document(row), "set_aside": row.case in waiting} for row in rows]
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
            table(("Siden", "Sag", ""), [_row(row, row.case in waiting) for row in rows]),
            line(basis, "dim"),
            sep="\n",
        )


def _warn_of_lag(log: Store, projector: Projector) -> None:
    behind = log.last_position() - projector.views.position()
    if behind > 0:
        say(f"Listerne mangler de seneste {behind} hændelser. Bring dem ajour: sagsspor project")


def _document(row: WorklistRow) -> dict[str, Any]:
    return {name: value if value is None or isinstance(value, str) else value.isoformat() for name, value in row._asdict().items()}


def _row(row: WorklistRow, waiting: bool) -> tuple[str, str, str]:
    return danish_date(row.since), row.case, "hændelser lagt til side" if waiting else ""
