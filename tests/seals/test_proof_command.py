"""The proof of one event as text, read as another program would read it."""

import sqlite3
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

import orjson
import pytest

from infra.seals.checkpoints import Checkpoint
from infra.seals.merkle import leaf_hash
from infra.seals.notes import Note, PublicKey
from infra.seals.proofs import includes
from tests.dossier.story import STORY

PROOF = "proof urn:fagsystem:test:001 6"


@pytest.fixture
def sealed(sagsspor):
    Path("events.ndjson").write_bytes(b"\n".join(STORY))
    assert 0 == sagsspor("ingest events.ndjson").code
    assert 0 == sagsspor("seal --init-key --name sagsspor/test").code
    return sagsspor


def test_a_proof_leads_from_the_event_to_the_signed_root(sealed):
    proof, _, note = sealed(PROOF).out.partition("\n\n")
    header, extra, index, *hashes = proof.splitlines()
    record, path = b64decode(extra.removeprefix("extra ")), list(map(b64decode, hashes))
    checkpoint = Checkpoint.parse(Note.parse(note).text)

    assert ("c2sp.org/tlog-proof@v1", "index 5") == (header, index)
    assert includes(checkpoint.root, checkpoint.size, leaf_hash(record), 5, path)
    assert sha256(STORY[5]).hexdigest() == orjson.loads(record)[-1]
    assert Note.parse(note).is_signed_by(PublicKey.parse(Path("seal.key.pub").read_text().strip()))


def test_a_proof_stays_the_same_when_the_log_grows(sealed):
    before = sealed(PROOF).out
    Path("more.ndjson").write_bytes(STORY[0].replace(b'"id":"1"', b'"id":"99"'))
    assert 0 == sealed("ingest more.ndjson").code
    outcome = sealed("proof urn:fagsystem:test:001 99")

    assert (1, True) == (outcome.code, "Hændelse nr. 11 er ikke forseglet endnu" in outcome.err)
    assert 0 == sealed("seal").code
    assert before == sealed(PROOF).out
    assert 0 == sealed("proof urn:fagsystem:test:001 99").code


@pytest.mark.parametrize("state", ["'no bytes at all'", "X'00'"])
def test_an_event_that_was_altered_has_no_proof(sealed, state):
    connection = sqlite3.connect("sager.db", isolation_level=None)
    connection.execute(f"UPDATE events SET state = {state} WHERE notification_id = 6")  # noqa: S608 - the values are above
    connection.close()
    outcome = sealed(PROOF)

    assert (3, "") == (outcome.code, outcome.out)
    assert "Hændelse nr. 6 er ikke, som den blev forseglet" in outcome.err


def test_an_event_that_is_not_there_is_said_so(sealed):
    outcome = sealed("proof urn:nobody 1")

    assert (4, "") == (outcome.code, outcome.out)
