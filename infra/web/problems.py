"""Problem documents after RFC 9457. None of them quotes the request: it may hold personal data."""

from collections.abc import Mapping
from typing import NamedTuple

import orjson
from pydantic import BaseModel, Field
from starlette.responses import Response

from infra.web.limits import BATCH_EVENTS, BODY_BYTES

MEDIA_TYPE = "application/problem+json"
URN = "urn:sagsspor:problem:"


class ProblemDocument(BaseModel):
    """What a sender reads."""

    type: str = Field(description="Problemets faste navn, til programmer.")
    title: str
    status: int
    detail: str = Field(description="Hvad der er galt, og hvad afsenderen skal gøre.")


class Problem(NamedTuple):
    """Something for which a whole request is turned away."""

    name: str
    status: int
    title: str
    detail: str
    headers: Mapping[str, str] = {}

    def document(self) -> dict[str, str | int]:
        """Write the document."""
        return {"type": URN + self.name, "title": self.title, "status": self.status, "detail": self.detail}

    def response(self, headers: Mapping[str, str] | None = None) -> Response:
        """Answer with the document."""
        return Response(orjson.dumps(self.document()), self.status, {**self.headers, **(headers or {})}, MEDIA_TYPE)


class ProblemError(Exception):
    """Turns a request away."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.name)
        self.problem = problem


NOT_A_BATCH = Problem(
    "not-a-batch", 400, "Ikke en liste af hændelser", "Indholdet skal være én JSON-liste med én CloudEvent pr. led. Intet er taget ind."
)
NO_ATTRIBUTES = Problem(
    "no-attributes",
    400,
    "Ingen CloudEvents-attributter",
    "Med Content-Type application/json skal hændelsens attributter stå i HTTP-hoveder, hvis navne begynder med ce-. "
    "Send dem med, eller send hele hændelsen som application/cloudevents+json.",
)
UNREADABLE_ATTRIBUTE = Problem(
    "unreadable-attribute",
    400,
    "En attribut kan ikke læses",
    "Et HTTP-hoved, hvis navn begynder med ce-, står to gange, eller dets værdi er ikke procentkodet UTF-8. "
    "Ret det, og send hændelsen igen.",
)
NOT_FOUND = Problem("not-found", 404, "Adressen findes ikke", "Hændelser sendes med POST til /events.")
METHOD_NOT_ALLOWED = Problem("method-not-allowed", 405, "Metoden bruges ikke her", "Hovedet Allow nævner de metoder, som adressen kender.")
TOO_SLOW = Problem(
    "too-slow",
    408,
    "Indholdet kom for langsomt",
    "Forbindelsen blev lukket, før hele indholdet var modtaget. Intet er taget ind. Send det igen, om nødvendigt i mindre dele.",
    {"Connection": "close"},
)
TOO_LARGE = Problem(
    "too-large",
    413,
    "Indholdet fylder for meget",
    f"En anmodning må højst fylde {BODY_BYTES // 2**20} MiB. Intet er taget ind. Send hændelserne i mindre dele.",
)
TOO_MANY_EVENTS = Problem(
    "too-many-events",
    413,
    "For mange hændelser på én gang",
    f"En anmodning må højst have {BATCH_EVENTS} hændelser. Intet er taget ind. Send dem i mindre dele.",
)
UNSUPPORTED_MEDIA_TYPE = Problem(
    "unsupported-media-type",
    415,
    "Indholdets type tages ikke ind",
    "Send application/cloudevents+json, application/cloudevents-batch+json eller application/json med attributterne i HTTP-hoveder, "
    "skrevet i UTF-8.",
    {"Accept-Post": "application/cloudevents+json, application/cloudevents-batch+json, application/json"},
)
UNSUPPORTED_ENCODING = Problem(
    "unsupported-content-encoding",
    415,
    "Komprimeret indhold tages ikke ind",
    "Send indholdet uden Content-Encoding.",
    {"Accept-Encoding": "identity"},
)
BUSY = Problem(
    "busy",
    429,
    "For mange venter allerede",
    "Intet er taget ind. Vent så mange sekunder, som hovedet Retry-After siger, og send det samme igen.",
    {"Retry-After": "1"},
)
UNEXPECTED = Problem(
    "unexpected",
    500,
    "Uventet fejl",
    "Fejlen er noteret hos modtageren. Send det samme igen senere; det, der måtte være taget ind, tages ikke ind to gange.",
)
STORE_AWAY = Problem(
    "store-away",
    503,
    "Lageret svarer ikke",
    "Vent så mange sekunder, som hovedet Retry-After siger, og send det samme igen; "
    "det, der måtte være taget ind, tages ikke ind to gange.",
    {"Retry-After": "5"},
)
