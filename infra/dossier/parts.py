"""The files inside a dossier. Equal dossiers give equal bytes, so that they can be made again and compared."""

from collections.abc import Mapping
from hashlib import sha256

from infra.dossier.chapters import content
from infra.dossier.derivation import derivation_document, derived, rules_document
from infra.dossier.gathering import Dossier
from infra.dossier.page import page
from infra.dossier.question import as_bytes
from infra.dossier.sealed_events import as_lines, as_proofs
from infra.drawing import drawing_of

QUESTION, POLICY, EVENTS, PROOFS, CHECKPOINT = "question.json", "policy.json", "events.ndjson", "proofs.json", "checkpoint.txt"
DERIVATION, RULES, PAGE, MANIFEST = "derivation.json", "rules.json", "dossier.html", "manifest.json"
GIVEN = (QUESTION, POLICY, EVENTS, PROOFS, CHECKPOINT)
"""What the rest is made of."""
MADE = (DERIVATION, RULES, PAGE)
"""What is made of it, and can be made again."""
WHAT: Mapping[str, str] = {
    QUESTION: "Hvad dossieret svarer på: sag, dag og hvad der var kendt",
    POLICY: "Fortolkningsvalgene",
    EVENTS: "Hændelserne, som de er gemt i loggen",
    PROOFS: "Vejen fra hver hændelse til træets rod",
    CHECKPOINT: "Det underskrevne segl",
    DERIVATION: "Alt, hvad der er udledt af hændelserne",
    RULES: "Regelsættet og teksterne til de anvendte regler",
    PAGE: "Dossieret som én HTML-side",
    MANIFEST: "SHA-256 af hver af de andre filer og af siderne",
}


def parts(dossier: Dossier) -> dict[str, bytes]:
    """Write every file but the manifest. Raise `ValueError` for events that this program cannot read."""
    question, found = dossier.question, derived(dossier.question, dossier.case)
    return {
        QUESTION: question.as_json,
        POLICY: question.policy_as_json,
        EVENTS: as_lines(dossier.events),
        PROOFS: as_proofs(dossier.events, dossier.announced, dossier.seal.size),
        CHECKPOINT: dossier.checkpoint.encode(),
        DERIVATION: as_bytes(derivation_document(found)),
        RULES: as_bytes(rules_document(found)),
        PAGE: page(content(dossier, found), drawing_of(found.case, found.seen.view), question.program, question.valid_on).encode(),
    }


def manifest(made: Mapping[str, bytes], pages: str) -> bytes:
    """Write the digest of each file and of the drawn pages."""
    return as_bytes({"files": {name: sha256(made[name]).hexdigest() for name in (*GIVEN, *MADE)}, "pages": pages})
