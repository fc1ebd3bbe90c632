"""`sagsspor assign`: giving a complaint handler a case."""

from getpass import getuser
from typing import Annotated
from uuid import UUID

import typer

from infra import clock
from infra.assignments import Assignment, UnfitAssignmentError
from infra.cases import read_case
from infra.cli.console import say
from infra.cli.failures import Exit, Failure, not_found
from infra.cli.options import CaseId, StoreUrl
from infra.wiring import assignments_for, opened_store

Handler = Annotated[
    str, typer.Argument(metavar="BRUGER", help="Loginets faste navn på klagesagsbehandleren, aldrig et CPR-nummer.", show_default=False)
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Adgang")(assign)


def assign(
    case: CaseId,
    handler: Handler,
    store: StoreUrl = "",
    end: Annotated[bool, typer.Option("--end", help="Tag sagen tilbage.")] = False,
) -> None:
    """Giv en klagesagsbehandler adgang til en sag, eller tag den tilbage."""
    now = clock.now()
    with opened_store(store, create=False) as log:
        if read_case(log, _uuid(case)) is None:
            raise not_found(f"Der er ingen sag {case}.")
        given = Assignment(_uuid(case), handler, now, now if end else None, f"kommandolinje:{getuser()}")
        try:
            number = assignments_for(log).assign(given, now)
        except UnfitAssignmentError:
            raise Failure("BRUGER skal være det navn, som loginet kender klagesagsbehandleren under, aldrig et CPR-nummer.") from None
    say(f"Tildeling nr. {number}: {'sagen er taget tilbage' if end else 'sagen kan nu læses'}.")


def _uuid(case: str) -> str:
    try:
        return str(UUID(case))
    except ValueError:
        raise Failure("CASE skal være sagens UUID.", Exit.USAGE) from None
