"""The port of signing keys: shaped like PKCS#11, where the key stays in its token and only signatures come out."""

from typing import Protocol

from infra.seals.notes import Note, PublicKey, Signature, signed


class SigningKey(Protocol):
    """A key that signs. In PKCS#11: CKA_LABEL, CKA_EC_POINT, and C_Sign with CKM_EDDSA."""

    @property
    def name(self) -> str:
        """The name under which the key signs: that of the log."""

    @property
    def public(self) -> bytes:
        """The 32 bytes of the Ed25519 public key."""

    def sign(self, message: bytes) -> bytes:
        """Give the 64 bytes of the Ed25519 signature."""


def public_key(key: SigningKey) -> PublicKey:
    """Give what checks the key's signatures."""
    return PublicKey(key.name, key.public)


def sign_note(text: str, *keys: SigningKey) -> Note:
    """Sign a text with each of the keys."""
    return signed(text, (Signature(key.name, public_key(key).id, key.sign(text.encode())) for key in keys))
