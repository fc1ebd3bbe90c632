"""A payload that nobody can read any more is as sealed as before: the leaf is over the stored bytes, not over what they say."""

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from infra.seals.evidence import evidence_for
from infra.seals.sealing import seal
from infra.seals.verifying import verify
from infra.sqlite.seals import SqliteSeals
from infra.sqlite.store import SQLiteStore
from tests.contracts.event_store import NOW
from tests.seals.logs import KEY, KNOWN, take

PAYLOAD = b'{"effective":"2022-03-01","note":"about a person"}'
NONCE = bytes(12)


def store_encrypted(store, position, ciphertext):
    """Store an event as a later version of this program will: its payload under the citizen's key."""
    columns = "case_number, originator_id, topic, source, effective, day, registered, received"
    with store.transaction() as cursor:
        cursor.execute(
            f"INSERT INTO events (notification_id, originator_version, event_id, state, {columns}) "  # noqa: S608 - the columns are above
            f"SELECT ?1, ?1, 'encrypted', ?2, {columns} FROM events WHERE notification_id = 1",
            (position, ciphertext),
        )


def test_a_lost_key_makes_a_payload_unreadable_and_leaves_every_seal_and_proof_whole():
    keys = {"citizen": AESGCM.generate_key(128)}
    ciphertext = AESGCM(keys["citizen"]).encrypt(NONCE, PAYLOAD, None)
    with SQLiteStore(None) as store:
        seals = SqliteSeals(store)
        take(store, 1, 20)
        store_encrypted(store, 21, ciphertext)
        take(store, 21, 30)
        checkpoint = seal(seals, KEY, NOW).checkpoint
        given_before = evidence_for(seals, 21, checkpoint)
        assert PAYLOAD == AESGCM(keys["citizen"]).decrypt(NONCE, store.read_log(20, 1)[0].state, None)

        del keys["citizen"]

        with pytest.raises(InvalidTag):
            AESGCM(AESGCM.generate_key(128)).decrypt(NONCE, store.read_log(20, 1)[0].state, None)
        assert (31, 31, ()) == verify(seals, KNOWN)[:2] + verify(seals, KNOWN)[-1:]
        assert given_before.holds(checkpoint, store.read_log(20, 1)[0].state)
        assert given_before == evidence_for(seals, 21, checkpoint)
