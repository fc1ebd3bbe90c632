"""`sagsspor case what-if`: a case with facts that did not happen, or without facts that did. Nothing is written."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from domain.contrast import contrasts
from domain.derive import derive
from domain.difference import difference
from domain.document import as_document
from infra import clock
from infra.cli.case_asked import chosen_clock, chosen_policy, opened_case
from infra.cli.console import out, print_json
from infra.cli.failures import Exit, Failure
from infra.cli.options import AsJson, CaseId, Clock, KnownAt, KnownByClock, PolicyFile, Position, StoreUrl, ValidOn
from infra.cli.showing.basis import basis
from infra.cli.showing.case_view import case_view
from infra.cli.showing.changes import changes
from infra.cli.showing.contrast import contrast
from infra.cli.showing.tables import heading, line
from infra.contrast_words import contrast_as_json
from infra.imagining import ImaginedError, imagine, words
from infra.timeline_document import event_as_document


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
    real = as_document(derive(found.history, day, known_at, reading, known_by), found.id)
    view = imagined.derive(day, known_at, reading, known_by)
    document = as_document(view.as_if_real, found.id)
    differs = difference(real, document)
    late = contrasts(imagined, day, known_at, reading, known_by)
    if as_json:
        marks = {
            "with": [event_as_document(fact) for fact in view.added],
            "without": [{"source": ref.source, "id": ref.id} for ref in view.removed],
            "contrast": [contrast_as_json(one, known_by) for one in late],
        }
        print_json({"imagined": marks, **document, "log": log.as_document(), "changes": differs})
        return
    banner = Text(" TÆNKT  Sådan ville sagen se ud. Intet er skrevet. ", style="bold black on yellow")
    out().print(banner, heading("Tænkte ændringer"), *(line(one) for one in words(imagined)), sep="\n")
    out().print(*contrast(late, known_by), *changes(differs), "", banner, *case_view(view.as_if_real, found.id), sep="\n")
    out().print(*basis(document["rules"], log), "", banner, sep="\n")
