"""`sagsspor seal`: a signed checkpoint over the log."""

import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from infra import clock
from infra.cli.console import print_json, progress, say
from infra.cli.failures import Exit, Failure, told
from infra.cli.options import AsJson, StoreUrl
from infra.cli.stopping import until_told_to_stop
from infra.cli.verify import read_note
from infra.seals.key_files import FileKey, KeyFileError, make_key, new_log_name, public_path, read_key
from infra.seals.sealing import Sealed, SealingError
from infra.seals.sealing import seal as seal_log
from infra.seals.store import TreeChangedError
from infra.store_errors import UnavailableStoreError
from infra.wiring import default_key_path, opened_store, seals_for

KEY_VARIABLE = "SAGSSPOR_SEAL_KEY"

Key = Annotated[
    Path | None,
    typer.Option(
        "--key",
        metavar="FIL",
        envvar=KEY_VARIABLE,
        help=f"Nøglen. Ellers {KEY_VARIABLE}, ellers en fil blandt brugerens indstillinger.",
        show_default=False,
        show_envvar=False,
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Segl")(seal)


def seal(
    *,
    store: StoreUrl = "",
    key: Key = None,
    init_key: Annotated[bool, typer.Option("--init-key", help="Lav nøglen først. Den offentlige del skrives ved siden af.")] = False,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAVN", help="Loggens navn i seglet, for den første nøgle.", show_default=False)
    ] = None,
    new_key: Annotated[
        Path | None,
        typer.Option("--new-key", metavar="FIL", help="Gå over til denne nøgle. Begge skriver under på seglet.", show_default=False),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FIL",
            help="Skriv seglet her, uden for lageret. Ligger der et tidligere segl, skal loggen passe til det.",
            show_default=False,
        ),
    ] = None,
    every: Annotated[
        float | None,
        typer.Option(
            "--every",
            metavar="MINUTTER",
            min=0.001,
            help="Bliv ved, og forsegl igen, hver gang der er gået så længe, hvis der er kommet hændelser.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Forsegl loggen, som den er nu, og skriv seglet. Gem det et andet sted end lageret: så kan heller ikke enden skæres af."""
    if file and not file.parent.is_dir():
        raise Failure(f"Mappen {file.parent} findes ikke, så seglet kan ikke skrives der. Intet er forseglet.")
    if every and (init_key or new_key):
        raise Failure("Lav eller skift nøglen først, og forsegl så med --every.", Exit.USAGE)
    path = key or default_key_path()
    stop = until_told_to_stop() if every else None
    _tell(_sealed(store, lambda: _keys(path, new_key, name, make=init_key), file), as_json=as_json)
    while every and stop and not stop.wait(every * 60):
        try:
            sealed = _sealed(store, lambda: (read_key(path), None), file)
        except UnavailableStoreError as error:
            say(f"{told(error)} Der forsegles igen om {every:g} minutter.")
        else:
            if sealed.new:
                _tell(sealed, as_json=as_json)


def _sealed(store: str, keys: Callable[[], tuple[FileKey, FileKey | None]], file: Path | None) -> Sealed:
    """Seal the log as it is now, and write the seal to the file."""
    with opened_store(store, create=False) as log:
        try:
            ours, following = keys()
            with progress("Forsegler") as step:
                sealed = seal_log(seals_for(log), ours, clock.now(), next_key=following, elsewhere=_read(file), report=step)
        except (SealingError, KeyFileError) as error:
            raise Failure(str(error)) from None
        except TreeChangedError:
            raise Failure("Et andet program forsegler loggen, eller træet er ændret. Prøv igen, og kør ellers sagsspor verify.") from None
    if file:
        _replace(file, sealed.seal.note)
    return sealed


def _tell(sealed: Sealed, *, as_json: bool) -> None:
    if as_json:
        print_json(_sealed_document(sealed))
        return
    sys.stdout.buffer.write(sealed.seal.note.encode())
    sys.stdout.buffer.flush()
    what = "er forseglet" if sealed.new else "var forseglet i forvejen"
    say(f"{sealed.checkpoint.size} hændelser {what} (segl nr. {sealed.seal.number}).")


def _keys(path: Path, new: Path | None, name: str | None, *, make: bool) -> tuple[FileKey, FileKey | None]:
    """Read the key that seals and the one that follows it, and make the newest of them when asked."""
    if new is None:
        return (_made(path, name or new_log_name()) if make else read_key(path)), None
    ours = read_key(path)
    return ours, (_made(new, ours.name) if make else read_key(new))


def _made(path: Path, name: str) -> FileKey:
    key = make_key(path, name)
    say(f"Nøglen er lavet i {path}. Giv {public_path(path)} til dem, der skal kunne efterprøve loggen.")
    return key


def _read(file: Path | None) -> str | None:
    """Read the seal that lies where the new one is to be written."""
    return read_note(file) if file and file.exists() else None


def _replace(file: Path, note: str) -> None:
    """Write the seal whole or not at all."""
    beside = file.with_name(file.name + ".new")
    beside.write_text(note, encoding="utf-8", newline="")
    beside.replace(file)


def _sealed_document(sealed: Sealed) -> dict[str, object]:
    return {
        "number": sealed.seal.number,
        "new": sealed.new,
        "origin": sealed.checkpoint.origin,
        "size": sealed.checkpoint.size,
        "root": b64encode(sealed.checkpoint.root).decode(),
        "note": sealed.seal.note,
    }
