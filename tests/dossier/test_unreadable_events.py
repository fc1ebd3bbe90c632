"""A case of which an event can no longer be read: its bytes are a ciphertext whose key is gone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from infra.unreadable import NAMED, UnreadableEvent, UnreadableEventsError
from tests.dossier.story import CASE, STORY

LAST = len(STORY)
CIPHERTEXT = AESGCM(AESGCM.generate_key(128)).encrypt(bytes(12), STORY[6], None)
MAKE = f"dossier {CASE} --valid-on 2022-04-30 -o dossier.pdf"
ANSWERS = [
    f"case show {CASE} --valid-on 2022-04-30",
    f"case show {CASE} --valid-on 2022-04-30 --json",
    f"case timeline {CASE} --valid-on 2022-04-30",
    f"case decisions {CASE} --valid-on 2022-04-30",
    f"case diff {CASE} --known-at 2022-03-01 --and 2022-04-30",
    f"case what-if {CASE} --with none.ndjson",
    MAKE,
    "project",
    "rebuild",
    "reopen --from 2022-01-01 --to 2022-12-31 --rules 2024-01-01",
]


def change(statement, *values):
    with closing(sqlite3.connect("sager.db", isolation_level=None)) as connection:
        connection.execute(statement, values)


@pytest.fixture
def encrypted(story):
    """Give a store whose seventh event was stored encrypted, and sealed so."""
    change("UPDATE events SET state = ? WHERE notification_id = 7", CIPHERTEXT)
    assert 0 == story("seal --init-key --key seal.key --name sagsspor/test").code
    return story


@pytest.mark.parametrize("line", ANSWERS)
def test_no_answer_is_given_without_an_event_and_the_event_is_named(encrypted, line):
    outcome = encrypted(line)

    assert (1, "", False) == (outcome.code, outcome.out, Path("dossier.pdf").exists())
    assert f"Sag {CASE}: 1 af {LAST} hændelser kan ikke læses mere: nr. 7 (" in outcome.err
    for said in ("nøglen, de er krypteret med, er slettet", "--position 6", "sagsspor verify", "sagsspor dossier verify"):
        assert said in outcome.err
    assert "Uventet fejl" not in outcome.err


def test_every_seal_holds(encrypted):
    outcome = encrypted("verify --public-key seal.key.pub")

    assert (0, "") == (outcome.code, outcome.err)


def test_the_log_before_the_event_still_answers(encrypted):
    outcome = encrypted(f"case show {CASE} --valid-on 2022-04-30 --position 6 --json")

    assert (0, CASE) == (outcome.code, outcome.json["case"])


def test_a_dossier_made_before_still_verifies(sealed):
    assert 0 == sealed(MAKE).code
    change("UPDATE events SET state = ? WHERE notification_id = 7", CIPHERTEXT)
    outcome = sealed("dossier verify dossier.pdf --public-key seal.key.pub")

    assert (0, "") == (outcome.code, outcome.err)
    assert 1 == sealed(MAKE.replace("dossier.pdf", "again.pdf")).code


def test_bytes_that_were_destroyed_are_told_from_an_erased_key_by_the_seals(sealed):
    change("UPDATE events SET state = ? WHERE notification_id = 7", CIPHERTEXT)
    outcome = sealed("verify --public-key seal.key.pub")

    assert (3, True) == (outcome.code, outcome.out.startswith("Hændelse nr. 7 er ændret"))


@pytest.mark.parametrize(
    ("topic", "state"),
    [
        ("contact-reestablished.v1", b'{"key":"1","nonce":"AAAA","ciphertext":"AAAA"}'),
        ("contact-reestablished.v1", b"\xff\x00"),
        ("contact-reestablished.v9", STORY[5]),
        ("not-known-yet.v1", STORY[5]),
    ],
)
def test_whatever_cannot_be_read_is_told_alike(story, topic, state):
    change("UPDATE events SET topic = ?, state = ? WHERE notification_id = 6", topic, state)
    outcome = story(f"case show {CASE}")

    assert (1, True) == (outcome.code, "kan ikke læses mere: nr. 6 (" in outcome.err)


def test_an_unreadable_event_of_the_system_is_not_called_the_citizens():
    error = UnreadableEventsError([UnreadableEvent(3, "jobnet", "urn:jobnet", "1")], 4, 0)

    assert str(error).startswith("Jobnets egne hændelser: 1 af 4 hændelser")
    assert "--position" not in str(error)


def test_a_case_whose_key_is_gone_is_told_in_a_few_lines():
    events = [UnreadableEvent(number, CASE, "urn:test", str(number)) for number in range(1, 151)]

    assert f"nr. {NAMED} (urn:test, id {NAMED}) og 145 til." in str(UnreadableEventsError(events, 150, 0))
