"""The check of a dossier, with neither store nor network: its proofs, its seal, and the same derivation made again."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

import orjson

from domain.events import SYSTEM_CASE
from infra.dossier.gathering import Dossier
from infra.dossier.parts import CHECKPOINT, DERIVATION, EVENTS, GIVEN, MADE, MANIFEST, POLICY, PROOFS, QUESTION, parts
from infra.dossier.question import Question, as_bytes, read_policy
from infra.dossier.sealed_events import SealedEvent, read_lines, read_proofs
from infra.seals.checkpoints import Checkpoint
from infra.seals.evidence import Evidence
from infra.seals.leaves import LeafRow, record_of
from infra.seals.merkle import leaf_hash
from infra.seals.proofs import includes
from infra.seals.trust import Fault, Opened, Trust, ValidKey

PAGES = "siderne"
Files = Mapping[str, bytes | None]
"""The files in a dossier by name; None for one that cannot be unpacked."""


class Wrong(NamedTuple):
    """One thing that does not hold: in which part, and what."""

    part: str
    text: str


class Verdict(NamedTuple):
    """What the check came to."""

    wrong: tuple[Wrong, ...]
    checkpoint: Checkpoint | None
    events: int
    keys: tuple[ValidKey, ...]
    """The keys by which the seal was believed."""


_FAULTS: Mapping[Fault, str] = {
    "seal_unreadable": "kan ikke læses som et segl",
    "seal_of_another_log": "er et segl for en anden log end nøglens",
    "seal_not_signed": "er ikke underskrevet med den nøgle, der kendes",
    "seal_key_not_signed": "udpeger en nøgle, som ikke selv har skrevet under",
}


def verify(files: Files, pages: str | None, known: Sequence[ValidKey] = ()) -> Verdict:
    """Check a dossier.

    Args:
        files: what is embedded in it.
        pages: the digest of its drawn pages.
        known: the public keys from outside. Without them the seals in the dossier vouch for their own key.

    """
    missing = [Wrong(name, "mangler eller kan ikke pakkes ud.") for name in (*GIVEN, *MADE, MANIFEST) if files.get(name) is None]
    if missing:
        return Verdict(tuple(missing), None, 0, ())
    there = {name: data for name, data in files.items() if data is not None}
    wrong = [*_manifest(there, pages)]
    opened, keys, announced = _seal(there, known, wrong)
    events = _events(there, opened.checkpoint, wrong) if opened.checkpoint else []
    if not wrong and opened.checkpoint:
        wrong += _derived_again(there, events, announced)
    return Verdict(tuple(wrong), opened.checkpoint, len(events), keys)


def _manifest(files: Mapping[str, bytes], pages: str | None) -> Iterator[Wrong]:
    try:
        read: Any = orjson.loads(files[MANIFEST])
        digests, drawn = dict(read["files"]), read["pages"]
    except (ValueError, KeyError, TypeError):
        yield Wrong(MANIFEST, "kan ikke læses.")
        return
    if as_bytes(read) != files[MANIFEST] or set(digests) != {*GIVEN, *MADE}:
        yield Wrong(MANIFEST, "er ikke skrevet, som et dossier skriver den.")
    for name in (*GIVEN, *MADE):
        if digests.get(name) != sha256(files[name]).hexdigest():
            yield Wrong(name, f"svarer ikke til sin SHA-256 i {MANIFEST}.")
    for name in files.keys() - {*GIVEN, *MADE, MANIFEST}:
        yield Wrong(name, "hører ikke til et dossier.")
    if pages != drawn:
        yield Wrong(PAGES, f"svarer ikke til deres SHA-256 i {MANIFEST}: det, der ses, kan være ændret.")


def _seal(
    files: Mapping[str, bytes], known: Sequence[ValidKey], wrong: list[Wrong]
) -> tuple[Opened, tuple[ValidKey, ...], tuple[str, ...]]:
    """Open the seal by the keys that are known, or that the seals before it announce."""
    announced: tuple[str, ...] = ()
    try:
        _, announced = read_proofs(files[PROOFS])
    except ValueError:
        wrong.append(Wrong(PROOFS, "kan ikke læses."))
    note = files[CHECKPOINT].decode("utf-8", "replace")
    trust = Trust(known)
    opened = trust.open(note) if known else Opened(None, "seal_not_signed")
    if opened.fault is not None:
        trust = Trust(known)
        for earlier in announced:
            fault = trust.open(earlier).fault
            if fault is not None:
                wrong.append(Wrong(PROOFS, f"et tidligere segl, der udpeger en nøgle, {_FAULTS[fault]}."))
        opened = trust.open(note)
    if opened.fault is not None:
        wrong.append(Wrong(CHECKPOINT, f"{_FAULTS[opened.fault]}."))
    return opened, tuple(trust.keys), announced


def _events(files: Mapping[str, bytes], checkpoint: Checkpoint, wrong: list[Wrong]) -> list[SealedEvent]:
    """Follow each event from its own bytes to the root of the seal."""
    try:
        rows = read_lines(files[EVENTS])
    except ValueError:
        wrong.append(Wrong(EVENTS, "kan ikke læses."))
        return []
    try:
        evidence, _ = read_proofs(files[PROOFS])
    except ValueError:
        return []
    if [row.position for row in rows] != sorted(evidence):
        wrong.append(Wrong(EVENTS, f"og {PROOFS} nævner ikke de samme hændelser."))
    found = [(row, evidence[row.position]) for row in rows if row.position in evidence]
    wrong += [one for row, proof in found for one in _unproven(row, proof, checkpoint)]
    return [SealedEvent(row, proof) for row, proof in found]


def _unproven(row: LeafRow, evidence: Evidence, checkpoint: Checkpoint) -> Iterator[Wrong]:
    position = row.position
    leaf = leaf_hash(evidence.record)
    if evidence.size != checkpoint.size or not includes(checkpoint.root, evidence.size, leaf, position - 1, evidence.path):
        yield Wrong(PROOFS, f"vejen fra hændelse nr. {position} fører ikke til roden i {CHECKPOINT}.")
    elif _record(row) != evidence.record:
        yield Wrong(EVENTS, f"hændelse nr. {position} er ikke, som den blev forseglet.")


def _record(row: LeafRow) -> bytes | None:
    try:
        return record_of(row)
    except TypeError:
        return None


def _derived_again(files: Mapping[str, bytes], events: list[SealedEvent], announced: tuple[str, ...]) -> Iterator[Wrong]:
    """Make every part again of the events alone, and compare."""
    try:
        policy = read_policy(files[POLICY])
    except ValueError:
        yield Wrong(POLICY, "nævner ikke de fortolkningsvalg, som denne version kender.")
        return
    try:
        question = Question.read(files[QUESTION], policy)
    except ValueError:
        yield Wrong(QUESTION, "kan ikke læses.")
        return
    if strange := [event.row.position for event in events if event.row.case not in (question.case, SYSTEM_CASE)]:
        yield Wrong(EVENTS, f"hændelse nr. {strange[0]} er om en anden sag.")
        return
    dossier = Dossier(question, tuple(events), files[CHECKPOINT].decode("utf-8", "replace"), announced)
    try:
        again = parts(dossier)
    except ValueError:
        yield Wrong(EVENTS, "har hændelser, som denne version ikke kan læse.")
        return
    for name in GIVEN:
        if again[name] != files[name]:
            yield Wrong(name, "er ikke skrevet, som et dossier skriver den.")
    for name in MADE:
        if again[name] != files[name]:
            yield Wrong(name, f"er en anden, når den laves igen af hændelserne{_where(name, again[name], files[name])}.")


def _where(name: str, again: bytes, there: bytes) -> str:
    """Name the parts of the derivation that differ."""
    try:
        ours, theirs = orjson.loads(again), orjson.loads(there)
    except ValueError:
        return ""
    if name != DERIVATION or not isinstance(theirs, dict):
        return ""
    return f" (forskel i: {', '.join(key for key in ours if ours[key] != theirs.get(key)) or 'skrivemåden'})"
