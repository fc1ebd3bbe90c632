"""`/api/seals`: what was signed of the log, and the proofs by which anybody can check it without trusting this service."""

from base64 import b64encode
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field
from starlette.responses import PlainTextResponse, Response

from domain.document import Document as Written
from domain.times import moment
from infra.seals.checkpoints import Checkpoint
from infra.seals.evidence import evidence_for
from infra.seals.notes import Note
from infra.seals.store import Seal, SealStore
from infra.seals.tiles import KeptTree
from infra.web import problems as p
from infra.web.access import Right, needs
from infra.web.api.answers import answer
from infra.web.api.models import Document
from infra.web.described import turned_away
from infra.web.problems import ProblemError

Number = Annotated[int, Path(ge=1, le=2**62, description="Seglets nummer.")]
Later = Annotated[int, Path(ge=1, le=2**62, description="Et andet segls nummer. Det er lige meget, hvilket der er senest.")]
Place = Annotated[int, Path(ge=1, le=2**62, description="Hændelsens nummer i loggen.")]
_PROBLEMS = turned_away(p.NOT_SEALED, p.NOT_FOUND)


class SealDocument(Document):
    """A seal."""

    number: int
    made: datetime
    origin: str = Field(description="Loggens navn.")
    size: int = Field(description="Så mange hændelser er det over.")
    root: str = Field(description="Træets rod (RFC 6962), hexadecimalt.")


class Seals(Document):
    """Every seal."""

    seals: list[SealDocument]


class Proof(Document):
    """That an event is in the log that the newest seal is over (RFC 6962, section 2.1.1)."""

    position: int
    seal: int = Field(description="Seglets nummer.")
    record: str = Field(description="Det, som bladet er SHA-256 af, med en nulbyte foran.")
    size: int
    path: list[str] = Field(description="Vejen fra bladet til roden, i base64.")


class Growth(Document):
    """That the log of a later seal begins with all of an earlier one's (RFC 6962, section 2.1.2)."""

    first: int = Field(description="Det mindste segls størrelse.")
    second: int = Field(description="Det størstes.")
    path: list[str]


def routes(seals: SealStore) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/api", tags=["segl"], dependencies=[needs(Right.SEALS)], redirect_slashes=False)

    @router.get(
        "/log/{position}/proof",
        summary="Beviset for, at en hændelse er forseglet",
        operation_id="readProof",
        responses={200: {"model": Proof}, **_PROBLEMS},
    )
    def proof(position: Place) -> Response:
        seal, checkpoint = _last(seals)
        try:
            found = evidence_for(seals, position, checkpoint)
        except LookupError:
            raise ProblemError(p.NOT_SEALED) from None
        return answer(
            {"position": position, "seal": seal.number, "record": found.record.decode(), "size": found.size, "path": _base64(found.path)}
        )

    @router.get("/seals", summary="Alle segl", operation_id="listSeals", responses={200: {"model": Seals}, **turned_away()})
    def all_seals() -> Response:
        return answer({"seals": [_seal(one) for one in seals.seals()]})

    @router.get(
        "/seals/{number}",
        summary="Ét segl, som det er underskrevet (C2SP signed note)",
        operation_id="readSeal",
        response_class=PlainTextResponse,
        responses=_PROBLEMS,
    )
    def one_seal(number: Number) -> Response:
        return PlainTextResponse(_numbered(seals, number).note)

    @router.get(
        "/seals/{number}/growth/{later}",
        summary="Beviset for, at loggen kun er vokset mellem to segl",
        operation_id="readGrowth",
        responses={200: {"model": Growth}, **_PROBLEMS},
    )
    def growth(number: Number, later: Later) -> Response:
        first, second = sorted(_checkpoint(_numbered(seals, one)).size for one in (number, later))
        path = KeptTree(seals.tile).consistency(first, second) if first else []
        return answer({"first": first, "second": second, "path": _base64(path)})

    return router


def _base64(path: list[bytes] | tuple[bytes, ...]) -> list[str]:
    return [b64encode(one).decode() for one in path]


def _seal(seal: Seal) -> Written:
    checkpoint = _checkpoint(seal)
    made = moment(seal.made).isoformat()
    return {"number": seal.number, "made": made, "origin": checkpoint.origin, "size": checkpoint.size, "root": checkpoint.root.hex()}


def _checkpoint(seal: Seal) -> Checkpoint:
    return Checkpoint.parse(Note.parse(seal.note).text)


def _last(seals: SealStore) -> tuple[Seal, Checkpoint]:
    seal = seals.last_seal()
    if seal is None:
        raise ProblemError(p.NOT_SEALED)
    return seal, _checkpoint(seal)


def _numbered(seals: SealStore, number: int) -> Seal:
    for seal in seals.seals():
        if seal.number == number:
            return seal
    raise ProblemError(p.NOT_SEALED)
