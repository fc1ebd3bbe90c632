"""The whole check of a sealed log, beside a plain SHA-256 over the same stored bytes."""

from hashlib import sha256
from statistics import median

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.figures import Figure, Target
from benchmarks.municipality import filled_store
from benchmarks.sizes import Sizes
from benchmarks.timing import ratio, rounds, seconds
from infra import clock
from infra.seals.key_files import FileKey
from infra.seals.sealing import seal
from infra.seals.verifying import verify
from infra.sqlite.seals import SqliteSeals
from infra.sqlite.store import SQLiteStore

PAGE = 5_000
MILLION_A_MINUTE = Target("value", 1_000_000 / 60, "a million events in a minute on one core")


def measure(sizes: Sizes) -> list[Figure]:
    """Seal a log from its beginning, check it, and hash its bytes with nothing around it."""
    with filled_store(sizes.rebuilt) as store:
        events = store.last_position()
        sealing = events / seconds(lambda: _seal(store))
        checked, hashed = rounds(
            sizes.rounds, lambda: events / seconds(lambda: _check(store)), lambda: events / seconds(lambda: _hash(store))
        )
    peer = "SHA-256 of the stored bytes"
    note = f"{events:,} events; every row, the tree, the seal and the indexes"
    return [
        Figure("verify", median(checked), "events/s", "higher", peer, median(hashed), ratio(checked, hashed), (MILLION_A_MINUTE,), note),
        Figure("seal from the beginning", sealing, "events/s", "higher", note="once: a later seal takes what has come since"),
    ]


def _seal(store: SQLiteStore) -> None:
    seal(SqliteSeals(store), FileKey("benchmark", Ed25519PrivateKey.generate()), clock.now())


def _check(store: SQLiteStore) -> None:
    assert not verify(SqliteSeals(store)).deviations


def _hash(store: SQLiteStore) -> None:
    digest, after = sha256(), 0
    while page := store.read_log(after, PAGE):
        for row in page:
            digest.update(row.state)
        after = page[-1].position
