"""Signed notes (C2SP signed-note): a text, a blank line, and one line for each signature of it."""

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

ED25519 = b"\x01"
KEY_BYTES = 32
MOST_SIGNATURES = 100
_KEY_NAME = re.compile(r"[^\s+\x00-\x1f]+")
_SIGNATURE = re.compile(r"— (\S+) (\S+)")
_FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\ud800-\udfff]")


class NoteError(ValueError):
    """Not a signed note or a public key in the form that C2SP gives them."""

    def __str__(self) -> str:
        """Say the rule, never the text: it comes from outside."""
        return self.__doc__ or ""


class PublicKey(NamedTuple):
    """Checks the signatures of one key."""

    name: str
    raw: bytes

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a key as C2SP writes it: name+hash+key."""
        name, _, rest = text.partition("+")
        hash_, _, encoded = rest.partition("+")
        decoded = _decoded(encoded)
        key = cls(name, decoded[1:])
        if not _KEY_NAME.fullmatch(name) or decoded[:1] != ED25519 or len(key.raw) != KEY_BYTES or hash_ != key.id.hex():
            raise NoteError
        return key

    @property
    def id(self) -> bytes:
        """The four bytes by which signatures name the key."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.raw).digest()[:4]

    def verifies(self, message: bytes, signature: bytes) -> bool:
        """Say whether the signature is this key's of the message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{b64encode(ED25519 + self.raw).decode()}"


class Signature(NamedTuple):
    """A line under a note."""

    name: str
    key_id: bytes
    signature: bytes

    def __str__(self) -> str:
        return f"— {self.name} {b64encode(self.key_id + self.signature).decode()}\n"


class Note(NamedTuple):
    """A text with its signatures, which nobody has checked yet."""

    text: str
    signatures: tuple[Signature, ...]

    @classmethod
    def parse(cls, note: str) -> Self:
        """Read a note."""
        text, found, lines = note.rpartition("\n\n")
        if not found or not lines.endswith("\n") or _FORBIDDEN.search(note):
            raise NoteError
        signatures = lines.removesuffix("\n").split("\n")
        if len(signatures) > MOST_SIGNATURES:
            raise NoteError
        return cls(text + "\n", tuple(map(_signature, signatures)))

    def is_signed_by(self, key: PublicKey) -> bool:
        """Say whether the key signed the text. One bad signature in its name is one too many."""
        own = [one for one in self.signatures if (one.name, one.key_id) == (key.name, key.id)]
        return bool(own) and all(key.verifies(self.text.encode(), one.signature) for one in own)

    def __str__(self) -> str:
        return self.text + "\n" + "".join(map(str, self.signatures))


def signed(text: str, signatures: Iterable[Signature]) -> Note:
    """Put signatures under a text."""
    return Note(text, tuple(signatures))


def _signature(line: str) -> Signature:
    found = _SIGNATURE.fullmatch(line)
    if found is None or not _KEY_NAME.fullmatch(found[1]):
        raise NoteError
    decoded = _decoded(found[2])
    if len(decoded) <= 4:
        raise NoteError
    return Signature(found[1], decoded[:4], decoded[4:])


def _decoded(text: str) -> bytes:
    """Read base64 in its one canonical form, so that no two texts say the same."""
    try:
        decoded = b64decode(text, validate=True)
    except (Base64Error, ValueError):
        raise NoteError from None
    if b64encode(decoded).decode() != text:
        raise NoteError
    return decoded
