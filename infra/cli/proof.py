"""`sagsspor proof`: the proof that one event is in the sealed log."""

import sys
from typing import Annotated

import typer

from infra.cli.failures import Exit, Failure, not_found
from infra.cli.options import StoreUrl
from infra.seals.evidence import as_sealed
from infra.seals.tlog_proof import first_over, tlog_proof
from infra.wiring import opened_store, seals_for


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Segl")(proof)


def proof(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Afsenderen af hændelsen.", show_default=False)],
    id_: Annotated[str, typer.Argument(metavar="ID", help="Hændelsens id hos afsenderen.", show_default=False)],
    *,
    store: StoreUrl = "",
) -> None:
    """Skriv beviset for, at en hændelse står i den forseglede log, med seglet: tekst, som andre programmer kan efterprøve."""
    with opened_store(store, create=False) as log:
        row, seals = log.find(source, id_), seals_for(log)
        if row is None:
            raise not_found(f"Loggen har ingen hændelse fra {source} med id {id_}.")
        sealed = first_over(seals, row.position)
        if sealed is None:
            raise Failure(f"Hændelse nr. {row.position} er ikke forseglet endnu. Kør sagsspor seal, og prøv igen.")
        note, checkpoint = sealed
        found = as_sealed(seals, row.position, checkpoint)
        if found is None:
            raise Failure(f"Hændelse nr. {row.position} er ikke, som den blev forseglet. Kør sagsspor verify.", Exit.DEVIATION)
    sys.stdout.buffer.write(tlog_proof(row.position, found[1], note).encode())
