from base64 import b64decode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from infra.seals.checkpoints import Checkpoint
from infra.seals.key_files import FileKey
from infra.seals.keys import public_key, sign_note
from infra.seals.notes import Note, NoteError, PublicKey

# The key and the note in the documentation of Go's golang.org/x/mod/sumdb/note.
PRIVATE = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
SIGNATURE = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
NOTE = f"{TEXT}\n{SIGNATURE}"

# The examples of C2SP's signed-note and tlog-checkpoint.
POEM = (
    "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
    "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
)
CHECKPOINT = (
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
)


def go_key():
    return FileKey("PeterNeumann", Ed25519PrivateKey.from_private_bytes(b64decode(PRIVATE.split("+", 4)[4])[1:]))


def test_gos_note_is_signed_by_gos_key():
    assert Note.parse(NOTE).is_signed_by(PublicKey.parse(PUBLIC))
    assert TEXT == Note.parse(NOTE).text


def test_our_signature_with_gos_key_is_gos_signature():
    assert NOTE == str(sign_note(TEXT, go_key()))
    assert PUBLIC == str(public_key(go_key()))


@pytest.mark.parametrize("note", [NOTE, POEM, CHECKPOINT])
def test_a_note_is_written_as_it_was_read(note):
    assert note == str(Note.parse(note))


def test_the_text_ends_at_the_last_blank_line():
    assert "ed è subito sera.\n" == Note.parse(POEM).text.split("\n\n")[1]


def test_a_checkpoint_is_written_as_it_was_read():
    text = Note.parse(CHECKPOINT).text

    assert ("example.com/behind-the-sofa", 20852163) == Checkpoint.parse(text)[:2]
    assert text == Checkpoint.parse(text).text


@pytest.mark.parametrize("at", range(0, len(NOTE), 7))
def test_a_note_with_a_changed_character_is_not_signed(at):
    changed = NOTE[:at] + chr(ord(NOTE[at]) ^ 1) + NOTE[at + 1 :]
    try:
        signed = Note.parse(changed).is_signed_by(PublicKey.parse(PUBLIC))
    except NoteError:
        signed = False

    assert not signed


def test_a_signature_by_an_unknown_key_is_passed_over():
    other = "— PeterNeumann AAAAA/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

    assert Note.parse(NOTE + other).is_signed_by(PublicKey.parse(PUBLIC))


def test_one_bad_signature_in_a_keys_name_is_one_too_many():
    bad = SIGNATURE.replace("ZJku", "ZJkv")

    assert not Note.parse(NOTE + bad).is_signed_by(PublicKey.parse(PUBLIC))


@pytest.mark.parametrize(
    "note",
    [
        "",
        TEXT,
        TEXT + "\n",
        NOTE.removesuffix("\n"),
        NOTE.replace("— ", "- "),
        NOTE.replace("PeterNeumann ", "Peter+Neumann "),
        NOTE.replace("think", "th\tink"),
        NOTE.replace("think", "th\udc80ink"),
        f"{TEXT}\n— PeterNeumann x08goA==\n",
        f"{TEXT}\n— PeterNeumann x08go\n",
        TEXT + "\n" + SIGNATURE * 101,
    ],
)
def test_what_is_no_note_is_refused(note):
    with pytest.raises(NoteError, match="C2SP"):
        Note.parse(note)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "PeterNeumann",
        PUBLIC.replace("c74f20a3", "c74f20a4"),
        PUBLIC.replace("Peter", "Pet er"),
        PUBLIC.replace("+AR", "+Ar"),
        PUBLIC + "A",
    ],
)
def test_what_is_no_public_key_is_refused(key):
    with pytest.raises(NoteError):
        PublicKey.parse(key)


@pytest.mark.parametrize(
    "text",
    [
        "log\n1\n",
        "log\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "log\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "log\n1\nCsUYapGGPo4d\n",
        "log\n1\nnot base64\n",
        "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nsagsspor-key x\n",
        "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\none\ntwo\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text):
    with pytest.raises(NoteError):
        Checkpoint.parse(text)


def test_a_checkpoint_names_the_key_that_follows():
    checkpoint = Checkpoint("PeterNeumann", 3, bytes(32), PublicKey.parse(PUBLIC))

    assert checkpoint == Checkpoint.parse(checkpoint.text)
    assert f"sagsspor-key {PUBLIC}" == checkpoint.text.splitlines()[3]


def test_an_extension_that_we_do_not_know_is_passed_over():
    text = "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nsomething else\n"

    assert Checkpoint.parse(text).key is None
