"""Each part of a dossier altered, and what the check says of it."""

from hashlib import sha256
from pathlib import Path

import orjson
import pytest

from infra.dossier.parts import CHECKPOINT, DERIVATION, EVENTS, GIVEN, MADE, MANIFEST, PAGE, POLICY, PROOFS, QUESTION, RULES
from infra.dossier.question import as_bytes
from infra.dossier.verifying import verify
from infra.seals.key_files import read_public_keys
from tests.dossier.making import PAGES, files, gathered

EVERY = (*GIVEN, *MADE, MANIFEST)


@pytest.fixture
def made(sealed):
    return files(gathered())


@pytest.fixture
def known(made):
    return read_public_keys(Path("seal.key.pub"))


def with_manifest(made):
    """Give the files with a manifest that fits them, as somebody would who alters on purpose."""
    digests = {name: sha256(made[name]).hexdigest() for name in (*GIVEN, *MADE)}
    return {**made, MANIFEST: as_bytes({"files": digests, "pages": PAGES})}


def altered(made, name, old, new):
    assert old in made[name]
    return with_manifest({**made, name: made[name].replace(old, new, 1)})


def parts_wrong(made, known=()):
    return [wrong.part for wrong in verify(made, PAGES, known).wrong]


def test_a_dossier_holds(made, known):
    verdict = verify(made, PAGES, known)

    assert ((), 10, 10) == (verdict.wrong, verdict.events, verdict.checkpoint.size)


def test_without_a_known_key_the_dossier_vouches_for_its_own(made):
    verdict = verify(made, PAGES)

    assert () == verdict.wrong
    assert ["sagsspor/test"] == [one.key.name for one in verdict.keys]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("at", [0.02, 0.5, 0.98])
def test_one_flipped_byte_is_found_and_its_part_named(made, known, name, at):
    flipped = bytearray(made[name])
    flipped[int(len(flipped) * at)] ^= 1
    said = [f"{wrong.part} {wrong.text}" for wrong in verify({**made, name: bytes(flipped)}, PAGES, known).wrong]

    assert any(name in one for one in said), said


@pytest.mark.parametrize("name", EVERY)
def test_a_part_that_is_missing_or_cannot_be_unpacked_is_named(made, name):
    assert [name] == parts_wrong({**made, name: None})


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (EVENTS, rb"2022-03-09", rb"2022-03-08"),
        (EVENTS, b'"received":1', b'"received":2'),
        (PROOFS, b"sagsspor.leaf.v1", b"sagsspor.leaf.v2"),
        (CHECKPOINT, b"sagsspor/test\n10\n", b"sagsspor/test\n11\n"),
        (DERIVATION, b"2022-03-09", b"2022-03-08"),
        (RULES, b"R-2.5-8", b"R-2.5-9"),
        (PAGE, b"9. marts 2022", b"8. marts 2022"),
    ],
)
def test_what_is_altered_together_with_the_manifest_is_found_all_the_same(made, known, name, old, new):
    assert name in parts_wrong(altered(made, name, old, new), known)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [(QUESTION, b"2022-04-30", b"2022-03-30"), (POLICY, b'"count_end_day": false', b'"count_end_day": true')],
)
def test_another_question_or_reading_does_not_give_the_derivation(made, known, name, old, new):
    assert {DERIVATION, PAGE} <= set(parts_wrong(altered(made, name, old, new), known))


def test_the_parts_of_the_derivation_that_differ_are_named(made, known):
    wrong = verify(altered(made, DERIVATION, b'"differs_now": true', b'"differs_now": false'), PAGES, known).wrong

    assert [(DERIVATION, "er en anden, når den laves igen af hændelserne (forskel i: decisions).")] == list(wrong)


def test_an_event_left_out_changes_what_is_derived(made, known):
    lines = made[EVENTS].splitlines(keepends=True)
    proofs = orjson.loads(made[PROOFS])
    fewer = {**made, EVENTS: b"".join(lines[:-1]), PROOFS: as_bytes({**proofs, "events": proofs["events"][:-1]})}

    assert DERIVATION in parts_wrong(with_manifest(fewer), known)


def test_a_seal_made_with_a_key_of_ones_own_is_found_by_the_known_key(made, sealed, known):
    Path("sager.db").rename("kept.db")
    assert 0 == sealed("ingest events.ndjson").code
    assert 0 == sealed("seal --init-key --key own.key --name sagsspor/test").code
    forged = files(gathered())

    assert [] == parts_wrong(forged)
    assert CHECKPOINT in parts_wrong(forged, known)


def test_a_seal_by_a_later_key_is_believed_by_the_first(story):
    Path("seed.ndjson").write_bytes(Path("events.ndjson").read_bytes().splitlines()[0].replace(b'0002"', b'0009"').replace(b'"1"', b'"99"'))
    Path("sager.db").unlink()
    for line in (
        "ingest seed.ndjson",
        "seal --init-key --name sagsspor/test",
        "seal --new-key next.key --init-key",
        "ingest events.ndjson",
    ):
        assert 0 == story(line).code, line
    assert 0 == story("seal --key next.key").code
    verdict = verify(files(gathered()), PAGES, read_public_keys(Path("seal.key.pub")))

    assert () == verdict.wrong
    assert 11 == verdict.checkpoint.size
    assert () == verify(files(gathered()), PAGES, read_public_keys(Path("next.key.pub"))).wrong


def test_pages_that_were_redrawn_are_found(made, known):
    assert ["siderne"] == [wrong.part for wrong in verify(made, "1" * 64, known).wrong]
