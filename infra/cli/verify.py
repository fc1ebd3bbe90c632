"""`sagsspor verify`: the check that nothing was altered since the log was sealed."""

from pathlib import Path
from typing import Annotated

import typer

from infra.cli.console import out, print_json, progress, say
from infra.cli.failures import Exit, Failure
from infra.cli.options import AsJson, StoreUrl
from infra.seals.deviations import Deviation
from infra.seals.key_files import KeyFileError, read_public_keys
from infra.seals.texts import sentence
from infra.seals.verifying import Verdict
from infra.seals.verifying import verify as verify_log
from infra.wiring import opened_store, seals_for


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Segl")(verify)


def verify(
    *,
    store: StoreUrl = "",
    public_key: Annotated[
        Path | None,
        typer.Option("--public-key", metavar="FIL", help="Den offentlige nøgle, gemt uden for lageret.", show_default=False),
    ] = None,
    against: Annotated[
        list[Path] | None,
        typer.Option("--against", metavar="FIL", help="Et segl, der er gemt uden for lageret. Kan gives flere gange.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Efterprøv, at ingen hændelse er ændret, fjernet, flyttet eller sat ind, siden loggen blev forseglet."""
    notes = [read_note(file) for file in against or ()]
    try:
        known = read_public_keys(public_key) if public_key else []
    except KeyFileError as error:
        raise Failure(str(error)) from None
    with opened_store(store, create=False) as log, progress("Efterprøver") as step:
        verdict = verify_log(seals_for(log), known, notes, step)
    if as_json:
        print_json(_verdict_document(verdict))
    else:
        _tell(verdict, own_key=not public_key)
    if verdict.deviations:
        raise Failure(None, Exit.DEVIATION)
    if not verdict.seals and not notes:
        raise Failure("Loggen er ikke forseglet, så der er intet at holde den op imod. Kør sagsspor seal.", Exit.NOT_FOUND)


def read_note(file: Path) -> str:
    """Read a seal that lies in a file."""
    try:
        return file.read_bytes().decode()
    except FileNotFoundError:
        raise Failure(f"Der er intet segl i {file}. Nævn en fil, som sagsspor seal --out har skrevet.", Exit.NOT_FOUND) from None
    except UnicodeDecodeError:
        raise Failure(f"Filen {file} er ikke et segl. Nævn en fil, som sagsspor seal --out har skrevet.") from None


def _verdict_document(verdict: Verdict) -> dict[str, object]:
    return {
        "events": verdict.events,
        "sealed": verdict.sealed,
        "seals": verdict.seals,
        "keys": [{"key": str(one.key), "first": one.first, "last": one.last} for one in verdict.keys],
        "deviations": [_deviation_document(one) for one in verdict.deviations],
    }


def _deviation_document(found: Deviation) -> dict[str, object]:
    return {**found._asdict(), "text": sentence(found)}


def _tell(verdict: Verdict, *, own_key: bool) -> None:
    if verdict.deviations:
        for found in verdict.deviations:
            out().print(sentence(found))
        say("Loggen er ikke, som den blev forseglet.")
        return
    if verdict.seals:
        out().print(f"Loggen er, som den blev forseglet: {verdict.sealed} hændelser, {verdict.seals} segl.")
    if verdict.seals and verdict.events > verdict.sealed:
        out().print(f"{verdict.events - verdict.sealed} hændelser er kommet til siden og er ikke forseglet endnu.")
    if own_key and verdict.keys:
        say(f"Nøglen er taget fra lageret selv: {verdict.keys[0].key}. Giv --public-key for at bruge én, der er gemt et andet sted.")
