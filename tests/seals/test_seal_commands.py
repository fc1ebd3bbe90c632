import sqlite3
from pathlib import Path

import pytest

from infra.seals.deviations import Code
from infra.seals.notes import Note, PublicKey
from infra.seals.texts import _SENTENCES
from infra.sqlite.store import SQLiteStore
from tests.seals.logs import take


@pytest.fixture
def log(tmp_path):
    """Give a way to add events to the store."""

    def add(first, last):
        with SQLiteStore(tmp_path / "sager.db") as store:
            take(store, first, last)

    add(1, 30)
    return add


@pytest.fixture
def sealed(sagsspor, log):
    assert 0 == sagsspor("seal --init-key --out outside.txt").code
    return sagsspor


def tamper(statement):
    connection = sqlite3.connect("sager.db", isolation_level=None)
    connection.execute(statement)
    connection.close()


def test_a_seal_is_printed_and_written_where_it_is_asked_for(sagsspor, log):
    outcome = sagsspor("seal --init-key --name sagsspor/9999 --out outside.txt")
    key = PublicKey.parse(Path("seal.key.pub").read_text().strip())

    assert (0, outcome.out) == (outcome.code, Path("outside.txt").read_text())
    assert ["sagsspor/9999", "30"] == outcome.out.splitlines()[:2]
    assert Note.parse(outcome.out).is_signed_by(key)
    assert "30 hændelser er forseglet (segl nr. 1)" in outcome.err


def test_a_sealed_log_verifies(sealed, log):
    log(31, 35)
    outcome = sealed("verify --public-key seal.key.pub --against outside.txt")

    assert (0, "") == (outcome.code, outcome.err)
    assert "Loggen er, som den blev forseglet: 30 hændelser, 1 segl.\n5 hændelser er kommet til" in outcome.out


def test_who_names_no_public_key_is_told_whose_word_was_taken(sealed):
    assert "Giv --public-key" in sealed("verify").err


def test_a_deviation_is_told_and_ends_with_its_own_exit_code(sealed):
    tamper("UPDATE events SET received = received + 1 WHERE notification_id = 7")
    outcome = sealed("verify --public-key seal.key.pub")

    assert (3, "Hændelse nr. 7 er ændret i received. Hændelsens egne bytes er, som de blev forseglet.\n") == (outcome.code, outcome.out)


def test_a_deviation_is_data_for_programs(sealed):
    tamper("DELETE FROM events WHERE notification_id > 28")
    outcome = sealed("verify --json --public-key seal.key.pub")

    assert 3 == outcome.code
    assert (28, 30, 1) == (outcome.json["events"], outcome.json["sealed"], outcome.json["seals"])
    assert [
        {
            "code": "log_cut",
            "first": 29,
            "last": 30,
            "seal": 1,
            "columns": [],
            "moved": None,
            "words": None,
            "text": "Hændelse nr. 29–30 er skåret af loggens ende, men dækket af segl nr. 1.",
        }
    ] == outcome.json["deviations"]


def test_a_tail_cut_with_everything_is_found_against_the_seal_outside(sealed):
    tamper("DELETE FROM events WHERE notification_id > 28")
    tamper("DELETE FROM seals")
    tamper("DELETE FROM seal_tiles")

    assert 4 == sealed("verify --public-key seal.key.pub").code
    outcome = sealed("verify --public-key seal.key.pub --against outside.txt")
    assert (3, "Hændelse nr. 29–30 er skåret af loggens ende, men dækket af et segl, der er gemt uden for lageret.\n") == (
        outcome.code,
        outcome.out,
    )


def test_a_log_that_does_not_continue_the_seal_outside_is_not_sealed(sealed, log):
    tamper("DELETE FROM events WHERE notification_id > 28")
    tamper("DELETE FROM seals")
    tamper("DELETE FROM seal_tiles")
    log(41, 50)
    before = Path("outside.txt").read_text()
    outcome = sealed("seal --out outside.txt")

    assert 1 == outcome.code
    assert "ikke en fortsættelse" in outcome.err
    assert before == Path("outside.txt").read_text()


def test_a_log_that_is_not_sealed_says_so(sagsspor, log):
    outcome = sagsspor("verify")

    assert (4, "") == (outcome.code, outcome.out)
    assert "Loggen er ikke forseglet" in outcome.err


def test_nothing_new_gives_the_same_seal(sealed):
    outcome = sealed("seal --json")

    assert (False, 1, 30) == tuple(outcome.json[name] for name in ("new", "number", "size"))
    assert Path("outside.txt").read_text() == outcome.json["note"]


def test_keys_change_by_a_seal_that_both_sign(sealed, log):
    assert 0 == sealed("seal --new-key next.key --init-key").code
    log(31, 40)
    assert 1 == sealed("seal").code
    assert 0 == sealed("seal --key next.key").code

    outcome = sealed("verify --json --public-key seal.key.pub")

    assert (0, 3, 40) == (outcome.code, outcome.json["seals"], outcome.json["sealed"])
    assert [[0, 30], [30, 2**63 - 1]] == [[key["first"], key["last"]] for key in outcome.json["keys"]]


def test_a_public_key_may_be_valid_for_some_sizes_only(sealed, log):
    key = Path("seal.key.pub").read_text().strip()
    Path("known.txt").write_text(f"{key} 0 30\n\n")
    log(31, 40)
    sealed("seal")
    outcome = sealed("verify --public-key known.txt")

    assert (3, "Segl nr. 2 er skrevet om eller lavet med en fremmed nøgle: underskriften passer ikke.\n") == (outcome.code, outcome.out)


def test_a_key_is_its_owners_alone(sealed):
    assert 0o600 == Path("seal.key").stat().st_mode & 0o777
    Path("seal.key").chmod(0o640)
    outcome = sealed("seal")

    assert 1 == outcome.code
    assert "chmod 600" in outcome.err


def test_a_key_is_never_overwritten(sealed):
    before = Path("seal.key").read_bytes()

    assert "findes allerede" in sealed("seal --init-key").err
    assert before == Path("seal.key").read_bytes()


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("seal --key none.key", 1, "Lav én med --init-key"),
        ("seal --key outside.txt", 1, "Andre end ejeren"),
        ("seal --key bad.key", 1, "er ikke en nøgle"),
        ("seal --init-key --key b.key --name 'a b'", 1, "uden mellemrum"),
        ("seal --out none/seal.txt", 1, "Mappen none findes ikke"),
        ("seal --out bad.bin", 1, "er ikke et segl"),
        ("verify --public-key none.pub", 1, "ingen offentlig nøgle"),
        ("verify --public-key outside.txt", 1, "NAVN+KENDING+NØGLE"),
        ("verify --against none.txt", 4, "intet segl"),
        ("verify --store sqlite:///none.db", 1, "intet lager"),
    ],
)
def test_what_cannot_be_done_is_said_in_plain_words(sealed, line, code, words):
    Path("bad.key").write_bytes(b"sagsspor/test\nno key\n")
    Path("bad.key").chmod(0o600)
    Path("bad.bin").write_bytes(b"\xff")
    outcome = sealed(line)

    assert code == outcome.code
    assert words in outcome.err


def test_a_private_key_is_never_in_the_store(sealed):
    secret = Path("seal.key").read_bytes().splitlines()[2]

    assert secret not in Path("sager.db").read_bytes()
    assert b"PRIVATE KEY" not in Path("sager.db").read_bytes()


def test_every_deviation_has_its_sentence():
    def codes(union):
        return {code for one in getattr(union, "__args__", ()) for code in ([one] if isinstance(one, str) else codes(one))}

    assert codes(Code) == set(_SENTENCES)
