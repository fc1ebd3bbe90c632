"""Sealed logs to be tampered with: 610 events in tiles of 256, seals at 100, 300 and 600, and ten events that came after."""

from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consumers.checking import Checking
from consumers.intake import Intake
from infra.seals.key_files import FileKey
from infra.seals.keys import public_key
from infra.seals.sealing import seal
from infra.seals.trust import ValidKey
from tests.contracts.event_store import CASES, NOW, line

NAME = "sagsspor/test"
SEALED = (100, 300, 600)
EVENTS = 610
BATCH = 10
CHECKING = Checking()


def key_of(word, name=NAME):
    """Make the same key of the same word."""
    return FileKey(name, Ed25519PrivateKey.from_private_bytes(sha256(word.encode()).digest()))


KEY = key_of("ours")
KNOWN = [ValidKey(public_key(KEY))]


def event(number):
    return line(f"e{number}", case=CASES[number % 3])


def take(store, first, last):
    """Take events in, each batch of ten a second after the one before."""
    for start in range(first, last + 1, BATCH):
        numbers = range(start, min(start + BATCH, last + 1))
        Intake(store, lambda at=start: NOW + at * 1_000_000, CHECKING).take(list(map(event, numbers)))


def sealed_log(store, seals, key=KEY, sizes=SEALED):
    """Fill a store and seal it on the way; give the seals that were made."""
    notes, first = [], 1
    for size in sizes:
        take(store, first, size)
        notes.append(seal(seals, key, NOW).seal.note)
        first = size + 1
    take(store, first, EVENTS)
    return notes
