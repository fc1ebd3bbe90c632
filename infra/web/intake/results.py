"""What a sender hears of each event."""

from collections.abc import Iterable

import orjson
from pydantic import BaseModel, Field
from starlette.responses import Response

from consumers.outcomes import Outcome, What


class EventResult(BaseModel):
    """What became of one event."""

    source: str | None = Field(description="Hændelsens source; null, hvor den ikke kan læses eller ikke bør gentages.")
    id: str | None = Field(description="Hændelsens id; null, hvor det ikke kan læses eller ikke bør gentages.")
    outcome: What = Field(
        description="accepted: taget ind. repeated: var taget ind allerede. "
        "set_aside: kunne ikke tages ind, men er gemt, til nogen retter den."
    )
    code: str | None = Field(None, description="Hvorfor den er lagt til side, til programmer.")
    message: str | None = Field(None, description="Hvorfor den er lagt til side, og hvad afsenderen skal gøre.")
    set_aside: int | None = Field(None, description="Det nummer, som den er lagt til side under.")


class Results(BaseModel):
    """What became of a request's events, in their order."""

    results: list[EventResult]


def response(told: Iterable[Outcome]) -> Response:
    """Answer with the results."""
    return Response(orjson.dumps({"results": list(map(_result, told))}), 202, media_type="application/json")


def _result(outcome: Outcome) -> dict[str, str | int | None]:
    what, source, id_, code, message, number = outcome
    result: dict[str, str | int | None] = {"source": source, "id": id_, "outcome": what}
    if what == "set_aside":
        result |= {"code": code, "message": message, "set_aside": number}
    return result
