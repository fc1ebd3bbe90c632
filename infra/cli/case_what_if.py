"""`sagsspor case what-if`: a case with facts that did not happen, or without facts that did. Nothing is written."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from domain.contrast import contrasts
from infra import clock
from infra.case_documents import what_if_document
from infra.cli.case_asked import chosen_clock, chosen_policy, opened_case
from infra.cli.console import out, print_json
from infra.cli.failures import Exit, Failure
from infra.cli.options import AsJson, CaseId, Clock, KnownAt, KnownByClock, PolicyFile, Position, StoreUrl, ValidOn
from infra.cli.showing.basis import basis
from infra.cli.showing.case_view import case_view
from infra.cli.showing.changes import changes
from infra.cli.showing.contrast import contrast
from infra.cli.showing.tables import heading, line
from infra.imagining import ImaginedError, imagine, words


def what_if(
    case: CaseId,
    *,
    with_: Annotated[
        Path | None, typer.Option("--with", metavar="FIL", help="Tænkte hændelser: én CloudEvent pr. linje.", show_default=False)
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option("--without", metavar="SOURCE/ID", help="En hændelse, der tænkes borte.", show_default=False)
    ] = None,
    store: StoreUrl = "",
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    by: KnownByClock = Clock.registered,
    position: Position = None,
    policy: PolicyFile = None,
    as_json: AsJson = False,
) -> None:
    """Vis sagen med tænkte hændelser, og hvor sent de kunne være kommet. Intet bliver skrevet."""
    if with_ is None and not without:
        raise typer.BadParameter("giv tænkte hændelser med --with FIL, eller tænk en bort med --without SOURCE/ID.")
    day, reading, known_by = valid_on or clock.today(), chosen_policy(policy), chosen_clock(by)
    with opened_case(case, store, position) as (found, log):
        try:
            imagined = imagine(found, with_.read_bytes() if with_ else b"", without or [])
        except ImaginedError as error:
            raise Failure(str(error), Exit.NOT_FOUND if error.missing else Exit.ERROR) from None
    document = what_if_document(found, imagined, day, known_at, reading, known_by)
    if as_json:
        print_json({**document, "log": log.as_document()})
        return
    view = imagined.derive(day, known_at, reading, known_by)
    late = contrasts(imagined, day, known_at, reading, known_by)
    banner = Text(" TÆNKT  Sådan ville sagen se ud. Intet er skrevet. ", style="bold black on yellow")
    out().print(banner, heading("Tænkte ændringer"), *(line(one) for one in words(imagined)), sep="\n")
    out().print(*contrast(late, known_by), *changes(document["changes"]), "", banner, *case_view(view.as_if_real, found.id), sep="\n")
    out().print(*basis(document["rules"], log), "", banner, sep="\n")
