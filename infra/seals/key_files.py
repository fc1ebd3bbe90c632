"""Keys in files: the private one as PEM under a line with its name, readable by its owner only; the public ones as C2SP writes them."""

import os
import re
from pathlib import Path
from secrets import token_hex

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

from infra.seals.keys import public_key
from infra.seals.notes import NoteError, PublicKey
from infra.seals.trust import FOREVER, ValidKey

_OTHERS = 0o077
_NAME = re.compile(r"[^\s+\x00-\x1f]{1,200}")


class KeyFileError(ValueError):
    """A key file that cannot be used. The message says why, in Danish, and what to do."""


class FileKey:
    """A key whose secret lies in a file."""

    def __init__(self, name: str, private: Ed25519PrivateKey) -> None:
        self.name = name
        self._private = private

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public key."""
        return self._private.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Sign a message."""
        return self._private.sign(message)


def new_log_name() -> str:
    """Name a log as no other is named."""
    return f"sagsspor/{token_hex(6)}"


def public_path(path: Path) -> Path:
    """Give the file of the public half."""
    return path.with_name(path.name + ".pub")


def make_key(path: Path, name: str) -> FileKey:
    """Make a key in a new file, with its public half beside it."""
    if not _NAME.fullmatch(name):
        raise KeyFileError("Navnet må ikke være tomt, højst 200 tegn langt og uden mellemrum, plus og styretegn. Vælg et andet.")
    key = FileKey(name, Ed25519PrivateKey.generate())
    pem = key._private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())  # noqa: SLF001 - our own class
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise KeyFileError(f"Filen {path} findes allerede. En nøgle bliver aldrig overskrevet: vælg en anden fil.") from None
    with os.fdopen(descriptor, "wb") as file:
        file.write(name.encode() + b"\n" + pem)
    public_path(path).write_text(f"{public_key(key)}\n", encoding="utf-8")
    return key


def read_key(path: Path) -> FileKey:
    """Read a private key."""
    if not path.is_file():
        raise KeyFileError(f"Der er ingen nøgle i {path}. Lav én med --init-key, eller nævn den rigtige fil med --key.")
    if path.stat().st_mode & _OTHERS:
        raise KeyFileError(f"Andre end ejeren har adgang til nøglen {path}. Fjern den med chmod 600, og overvej en ny nøgle.")
    name, _, pem = path.read_bytes().partition(b"\n")
    try:
        private, text = load_pem_private_key(pem, password=None), name.decode()
    except (ValueError, TypeError):
        private, text = None, ""
    if not isinstance(private, Ed25519PrivateKey) or not _NAME.fullmatch(text):
        raise KeyFileError(f"Filen {path} er ikke en nøgle, som sagsspor seal --init-key har lavet. Nævn den rigtige med --key.")
    return FileKey(text, private)


def read_public_keys(path: Path) -> list[ValidKey]:
    """Read public keys: one a line, with the first and last number of events that it may seal where it is not for all."""
    if not path.is_file():
        raise KeyFileError(f"Der er ingen offentlig nøgle i {path}. Nævn den fil, som --init-key skrev ved siden af nøglen.")
    try:
        keys = [_valid_key(line.split()) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (NoteError, ValueError):
        keys = []
    if not keys:
        raise KeyFileError(f"Filen {path} har ikke offentlige nøgler i formen NAVN+KENDING+NØGLE [FRA [TIL]], én pr. linje. Ret den.")
    return keys


def _valid_key(words: list[str]) -> ValidKey:
    key, first, last = [*words, *("0", str(FOREVER))[len(words) - 1 :]]
    return ValidKey(PublicKey.parse(key), int(first), int(last))
