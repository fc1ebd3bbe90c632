"""The proof in words: which log, which seal, and where each event stands in it."""

from collections.abc import Iterator
from hashlib import sha256

from infra.dossier.content import Block, Paragraph, Table
from infra.dossier.gathering import Dossier

HOW = (
    "Hver hændelse er et blad i et Merkle-træ over hele loggen (RFC 6962). Træets rod er underskrevet i seglet nedenfor. "
    "De vedlagte filer rummer hændelsernes egne bytes og vejen fra hvert blad til roden. Med »sagsspor dossier verify« "
    "efterprøver enhver beviset uden adgang til systemet og udleder sagen igen af hændelserne. Beviset viser, at hændelserne "
    "her står uændrede i den forseglede log. Det viser ikke, at loggen ikke har andre hændelser om sagen: det efterprøves ved "
    "at lave dossieret igen."
)


def proof(dossier: Dossier) -> Iterator[Block]:
    """Tell the seal, and each event's place and hash."""
    seal = dossier.seal
    yield Paragraph(HOW)
    rows = (
        ("Log", seal.origin),
        ("Hændelser under seglet", str(seal.size)),
        ("Rod (SHA-256)", seal.root.hex()),
        ("Underskrifter", str(dossier.checkpoint.count("\n— "))),
    )
    yield Table("Seglet", ("Punkt", "Oplysning"), rows)
    yield Table(
        "Hændelsernes plads i loggen",
        ("Nr.", "Id", "SHA-256 af de gemte bytes", "Led til roden"),
        tuple((str(row.position), str(row.id), sha256(row.state).hexdigest(), str(len(evidence.path))) for row, evidence in dossier.events),
    )
