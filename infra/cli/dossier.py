"""`sagsspor dossier`: a case in one file that proves itself, and the check of such a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from infra import clock
from infra.cli.case_asked import chosen_clock, chosen_policy, opened_case
from infra.cli.console import out, print_json, say, shown
from infra.cli.failures import Exit, Failure, not_found
from infra.cli.options import AsJson, CaseId, Clock, KnownAt, KnownByClock, PolicyFile, Position, StoreUrl, ValidOn
from infra.dossier.gathering import UnprovenError
from infra.dossier.making import NotDrawnError
from infra.dossier.making import make as make_dossier
from infra.dossier.question import Question
from infra.seals.key_files import KeyFileError, read_public_keys
from infra.wiring import opened_store, seals_for

if TYPE_CHECKING:
    from infra.dossier.verifying import Verdict

_MAKE = "make"


class _WithDefault(TyperGroup):
    """Makes a dossier where no command is named: `sagsspor dossier CASE -o FILE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command in where it is left out."""
        left_out = args and args[0] not in {*self.commands, "-h", "--help"}
        return super().parse_args(ctx, [_MAKE, *args] if left_out else args)


commands = typer.Typer(
    cls=_WithDefault,
    no_args_is_help=True,
    help="Lav et dossier til klagesagen: sagsspor dossier SAG -o FIL.pdf. Efterprøv det: sagsspor dossier verify FIL.pdf.",
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    commands.command(_MAKE)(make)
    commands.command("verify")(verify)
    app.add_typer(commands, name="dossier", rich_help_panel="Sager")


def make(
    case: CaseId,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FIL", help="Filen, dossieret skrives i.", show_default=False)],
    store: StoreUrl = "",
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    by: KnownByClock = Clock.registered,
    position: Position = None,
    policy: PolicyFile = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FIL", help="Skriv også dossieret som én HTML-side.", show_default=False)
    ] = None,
) -> None:
    """Skriv sagens dossier som PDF/A-3 med hændelser, udledning og bevis indlejret. Sagen skal være forseglet."""
    _require_folders(output, html)
    day, reading, known_by = valid_on or clock.today(), chosen_policy(policy), chosen_clock(by)
    with opened_case(case, store, position) as (found, _), opened_store(store, create=False) as log:
        try:
            dossier = make_dossier(log, seals_for(log), found, Question.of(found, day, known_at, known_by, reading))
            output.write_bytes(dossier.drawn())
        except (UnprovenError, NotDrawnError) as error:
            raise Failure(str(error)) from None
    if html:
        html.write_bytes(dossier.page)
    say(f"Dossieret er skrevet i {output}: {dossier.events} hændelser, bevist af et segl over {dossier.sealed}.")


def verify(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Dossieret som PDF.", show_default=False)],
    *,
    public_key: Annotated[
        Path | None,
        typer.Option("--public-key", metavar="FIL", help="Loggens offentlige nøgle, fået uden om dossieret.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Efterprøv et dossier uden lager og net: beviserne, seglet, og om hændelserne giver det samme, når sagen udledes igen."""
    from infra.dossier.embedded import NotADossierError, read_pdf  # noqa: PLC0415 - slow to load: the other commands start without it
    from infra.dossier.verifying import verify as verify_dossier  # noqa: PLC0415 - the same

    try:
        known = read_public_keys(public_key) if public_key else []
        files, pages = read_pdf(file.read_bytes())
    except KeyFileError as error:
        raise Failure(str(error)) from None
    except FileNotFoundError:
        raise not_found(f"Der er intet dossier i {file}. Nævn en fil, som sagsspor dossier har skrevet.") from None
    except NotADossierError:
        raise Failure(f"Filen {file} er ikke et dossier, eller den er ødelagt. Nævn en fil, som sagsspor dossier har skrevet.") from None
    verdict = verify_dossier(files, pages, known)
    if as_json:
        print_json(_verdict_document(verdict, own_key=not known))
    else:
        _tell(verdict, own_key=not known)
    if verdict.wrong:
        raise Failure(None, Exit.DEVIATION)


def _require_folders(*files: Path | None) -> None:
    for file in files:
        if file and not file.parent.is_dir():
            raise Failure(f"Mappen {file.parent} findes ikke, så dossieret kan ikke skrives der. Intet er skrevet.")


def _tell(verdict: "Verdict", *, own_key: bool) -> None:
    for wrong in verdict.wrong:
        out().print(shown(f"{wrong.part} {wrong.text}"))
    if verdict.wrong:
        say("Dossieret holder ikke.")
    elif verdict.checkpoint:
        of = f"{verdict.events} hændelser af {verdict.checkpoint.size} i loggen {verdict.checkpoint.origin}"
        out().print(shown(f"Dossieret holder: {of}. Udledt igen giver hændelserne det samme."))
    if own_key and verdict.keys:
        say(f"Nøglen er taget fra dossieret selv: {verdict.keys[0].key}. Giv --public-key for at bruge én, der er fået et andet sted fra.")


def _verdict_document(verdict: "Verdict", *, own_key: bool) -> dict[str, object]:
    sealed = verdict.checkpoint
    return {
        "holds": not verdict.wrong,
        "events": verdict.events,
        "origin": sealed.origin if sealed else None,
        "size": sealed.size if sealed else None,
        "root": sealed.root.hex() if sealed else None,
        "keys": [str(one.key) for one in verdict.keys],
        "key_from_dossier": own_key,
        "wrong": [wrong._asdict() for wrong in verdict.wrong],
    }
