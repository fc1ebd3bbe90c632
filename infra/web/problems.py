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
    parameters: tuple[str, ...] = ()
    """Those of the question that are to be put right."""

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
NOT_FOUND = Problem(
    "not-found", 404, "Adressen findes ikke", "Grænsefladen er beskrevet på /openapi.json; hændelser sendes med POST til /events."
)
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
UNAUTHENTICATED = Problem(
    "unauthenticated",
    401,
    "Der er ikke logget ind",
    "Send hovedet Authorization: Bearer med et gyldigt token, eller log ind i en browser på /login.",
    {"WWW-Authenticate": 'Bearer realm="sagsspor"'},
)
INVALID_TOKEN = Problem(
    "invalid-token",
    401,
    "Tokenet gælder ikke",
    "Det er udløbet, udstedt til noget andet, ikke underskrevet af myndighedens udsteder, eller uden en rolle, som Sagsspor kender. "
    "Hent et nyt.",
    {"WWW-Authenticate": 'Bearer realm="sagsspor", error="invalid_token"'},
)
FORBIDDEN = Problem("forbidden", 403, "Rollen giver ikke adgang", "Log ind med en rolle, der har adgang, eller bed administratoren om den.")
UNKNOWN_PURPOSE = Problem(
    "unknown-purpose",
    400,
    "Formålet passer ikke til rollen",
    "Hovedet Sagsspor-Purpose skal være et af de formål, som rollen kan have, procentkodet. Se dem på /login, eller udelad hovedet.",
)
ISSUER_AWAY = Problem(
    "issuer-away",
    503,
    "Loginets udsteder svarer ikke",
    "Tokenet kan ikke prøves. Vent så mange sekunder, som hovedet Retry-After siger, og send det samme igen.",
    {"Retry-After": "5"},
)
NO_SUCH_CASE = Problem(
    "no-such-case",
    404,
    "Ingen sag at vise",
    "Der er ingen sag med dette UUID, eller den er ikke blandt dem, som dit login giver adgang til.",
)
NO_SUCH_POSITION = Problem(
    "no-such-position", 404, "Loggen er ikke nået dertil", "Der er ingen hændelse med det nummer, som position nævner. Vælg et lavere."
)

UNREADABLE_EVENTS = Problem("unreadable-events", 410, "Noget af sagen kan ikke læses mere", "Et svar uden det kunne være et andet.")
UNREADABLE_BODY = Problem(
    "unreadable-body", 400, "Indholdet kan ikke læses", "Det skal være JSON efter skemaet på /openapi.json. Intet er sket."
)
UNFIT_IMAGINED = Problem(
    "unfit-imagined", 400, "Det tænkte kan ikke bruges", "Hændelserne skal høre til sagen og følge deres skema. Intet er skrevet."
)
NOT_PROVEN = Problem(
    "not-proven", 409, "Dossieret kan ikke bevises endnu", "Sagens hændelser er ikke forseglet. Prøv igen efter næste segl."
)
NO_PDF = Problem(
    "no-pdf",
    503,
    "Dossieret kan ikke tegnes her",
    "Programmet til at tegne PDF mangler på maskinen. Administratoren skal installere libpango-1.0-0 og libpangoft2-1.0-0 (Debian).",
)
NO_SUCH_SET_ASIDE = Problem(
    "no-such-set-aside", 404, "Intet er lagt til side under det nummer", "Find nummeret på /api/set-aside, eller i svaret på afsendelsen."
)
RESENT_ALREADY = Problem(
    "resent-already", 409, "Hændelsen er taget ind siden", "Den venter ikke mere, så den kan ikke sendes igen. Se den på /api/set-aside."
)
UNFIT_ASSIGNMENT = Problem(
    "unfit-assignment",
    400,
    "Tildelingen kan ikke gemmes",
    "handler skal være det navn, som loginet kender klagesagsbehandleren under, aldrig et CPR-nummer. Intet er gemt.",
)
NO_SUCH_RULE = Problem("no-such-rule", 404, "Ingen regel med det id", "Find id'et på /api/rules.")
NOT_SEALED = Problem("not-sealed", 404, "Intet segl dækker det", "Hændelsen er ikke forseglet endnu, eller findes ikke. Se /api/seals.")


def unreadable_question(*parameters: str) -> Problem:
    """Name the parameters that cannot be read, never their values."""
    named = ", ".join(parameters)
    detail = f"Ret det, der står i: {named}. En dato skrives 2022-03-16, et tidspunkt 2022-03-16T12:00:00+01:00, en fortolkning NAVN:VÆRDI."
    return Problem("unreadable-question", 400, "Spørgsmålet kan ikke læses", detail, parameters=parameters)


FOREIGN_SOURCE = Problem(
    "foreign-source",
    403,
    "Tokenet gælder ikke for den source",
    "En hændelse er sendt i et andet systems navn, end tokenet er udstedt til. Intet er taget ind. Send kun egne hændelser.",
)
CROSS_ORIGIN = Problem(
    "cross-origin",
    403,
    "Anmodningen kom fra et andet websted",
    "Intet er ændret. Åbn siden her på adressen, og prøv igen derfra. Et program sender hverken cookies eller hovedet Origin.",
)
OTHER_HOST = Problem(
    "other-host", 421, "Anmodningen gælder en anden vært", "Brug en af de adresser, som tjenesten er sat op til at svare på."
)
FORM_TOO_LARGE = Problem("form-too-large", 413, "Indholdet fylder for meget", "Intet er ændret. Send mindre, eller del det op.")
TOO_OFTEN = Problem(
    "too-often",
    429,
    "For mange anmodninger",
    "Vent så mange sekunder, som hovedet Retry-After siger, og prøv igen. Hændelser sendes hurtigst mange ad gangen.",
    {"Retry-After": "1"},
)
