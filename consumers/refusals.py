"""What is said when an event cannot be taken: what, why and what to do, and never the value itself."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

SEND_AGAIN = "Ret det, og send hændelsen igen."

PLAIN = {
    "too_large": "Hændelsen fylder mere end 256 KiB. Send den uden vedlagt materiale.",
    "not_utf8": "Linjen er ikke skrevet i UTF-8. Gem den som UTF-8, og send den igen.",
    "not_json": f"Linjen er ikke gyldig JSON. {SEND_AGAIN}",
    "not_an_object": f"Linjen er JSON, men ikke ét objekt med en hændelse. {SEND_AGAIN}",
    "too_deep": f"Hændelsen har objekter eller lister i flere end 32 lag. {SEND_AGAIN}",
    "duplicate_key": f"Et feltnavn står to gange i samme objekt, så værdien er tvetydig. {SEND_AGAIN}",
    "nul_character": f"En tekst indeholder tegnet NUL (U+0000). {SEND_AGAIN}",
    "not_exact": f"Et tal i hændelsen er for stort til at gemmes nøjagtigt. {SEND_AGAIN}",
    "unknown_type": "Feltet type nævner ikke en kendt hændelsestype. Skriv dk.sagsspor.<navn>.v<version> efter kontrakten.",
    "older_version": "Hændelsestypen er kendt, men versionen er afløst af en nyere. Send hændelsen i den gældende version.",
    "unknown_version": "Hændelsestypen er kendt, men ikke i denne version. Send den gældende version, eller opdatér Sagsspor.",
    "cpr_number": "Feltet {field} ligner et CPR-nummer. Nøgler må ikke være personoplysninger: brug et id uden betydning.",
    "conflict": "Der er allerede en hændelse med samme source og id, men med andet indhold. Giv den nye et nyt id, "
    "eller send en event-corrected.",
    "unfit_correction": f"Rettelsens data passer ikke til den hændelse, den retter: {{why}} {SEND_AGAIN}",
}
"""The refusals that need no more than their code."""


class RefusedError(ValueError):
    """An event cannot be taken. `code` is for programs, the message for people."""

    def __init__(self, code: str, message: str = "", **parts: str) -> None:
        super().__init__(message or PLAIN[code].format(**parts))
        self.code = code

    @property
    def message(self) -> str:
        """Give the text for people."""
        return str(self)


class Rejected(NamedTuple):
    """An event to be set aside."""

    code: str
    message: str
    raw: bytes
    source: str | None = None
    """Only when it can be read and holds no personal data."""
    id: str | None = None
    case: str | None = None
    """The case it says it is about, when that can be read."""


def refusal_from(error: ValidationError, known: Mapping[str, Any] | None = None) -> RefusedError:
    """Turn pydantic's errors into a refusal; the first decides the code, at most three are told."""
    found = error.errors(include_url=False)
    told = " ".join(dict.fromkeys(_told(one, known) for one in found[:3]))
    return RefusedError(_code(found[0]), f"{told} {SEND_AGAIN}")


_CODES_OF_FIELDS = {
    "time": "invalid_time",
    "effective": "invalid_time",
    "subject": "invalid_subject",
    "specversion": "unsupported_specversion",
    "datacontenttype": "unsupported_content_type",
}
_CODES_OF_ERRORS = {
    "missing": "missing_field",
    "extra_forbidden": "unknown_field",
    "literal_error": "unknown_value",
    "json_invalid": "not_json",
}
_TIME_ERRORS = ("string_pattern_mismatch", "date_from_datetime_parsing", "datetime_parsing", "datetime_from_date_parsing", "date_parsing")


def _code(error: Any) -> str:
    kind, field = error["type"], error["loc"][-1] if error["loc"] else ""
    if kind in ("missing", "extra_forbidden", "json_invalid"):
        return _CODES_OF_ERRORS[kind]
    if field in _CODES_OF_FIELDS:
        return _CODES_OF_FIELDS[field]
    if error["loc"][0] in ("id", "source"):
        return "invalid_key"
    if kind in _TIME_ERRORS:
        return "invalid_time"
    if kind.endswith("_type"):
        return "wrong_kind"
    return _CODES_OF_ERRORS.get(kind, "out_of_range")


_EXPECTED = {
    "id": "en tekst på 1 til 200 tegn uden styretegn",
    "source": "en tekst på 1 til 200 tegn uden styretegn",
    "subject": "sagens UUID med små bogstaver (ved driftsforstyrrelser: jobnet)",
    "time": "et tidspunkt efter RFC 3339 med tidszone i årene 1900-2199",
    "effective": "en dato skrevet ÅÅÅÅ-MM-DD eller et tidspunkt efter RFC 3339 med tidszone i årene 1900-2199",
}
_EXPECTED_OF_ERRORS = {
    "string_type": "en tekst (ved datoer og tidspunkter: efter RFC 3339)",
    "bool_type": "true eller false",
    "int_type": "et heltal",
    "tuple_type": "en liste",
    "mapping_type": "et objekt",
    "dict_type": "et objekt",
    "string_pattern_mismatch": "en dato skrevet ÅÅÅÅ-MM-DD eller et tidspunkt efter RFC 3339 med tidszone, i årene 1900-2199",
    "date_from_datetime_parsing": "en dato, der findes i kalenderen",
    "datetime_parsing": "et tidspunkt, der findes i kalenderen",
    "datetime_from_date_parsing": "et tidspunkt, der findes i kalenderen",
}
_LIMITS = {
    "string_too_short": "en tekst på mindst {min_length} tegn",
    "string_too_long": "en tekst på højst {max_length} tegn",
    "too_long": "en liste med højst {max_length} led",
    "greater_than_equal": "et tal på mindst {ge}",
    "less_than_equal": "et tal på højst {le}",
}


def _told(error: Any, known: Mapping[str, Any] | None) -> str:
    """Tell one error. A name that the sender made up is not told: it may be personal data."""
    kind = error["type"]
    if kind == "json_invalid":
        return "Linjen er ikke gyldig JSON."
    place = ".".join(str(part) for part in error["loc"][: -1 if kind == "extra_forbidden" else None])
    if kind == "extra_forbidden":
        return f"Der er et ukendt felt i {place or 'hændelsen'}" + (f"; kendte felter: {', '.join(known)}." if known else ".")
    if kind == "missing":
        return f"Feltet {place} mangler."
    return f"Feltet {place} skal være {_expected(error)}, men er {kind_of(error['input'])}."


def _expected(error: Any) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "literal_error":
        return str(context["expected"]).replace(" or ", " eller ")
    if kind in _LIMITS:
        return _LIMITS[kind].format(**context)
    field = error["loc"][-1]
    return _EXPECTED.get(field) or _EXPECTED_OF_ERRORS.get(kind, "skrevet efter kontrakten")


_KINDS = {str: "en tekst", bool: "true/false", int: "et heltal", float: "et decimaltal", list: "en liste", dict: "et objekt"}


def kind_of(value: object) -> str:
    """Name the kind of a value without showing it."""
    if value == "":
        return "en tom tekst"
    if isinstance(value, str):
        return f"en anden tekst på {len(value)} tegn"
    return _KINDS.get(type(value), "null")
