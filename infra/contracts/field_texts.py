"""What each field of an event means, in Danish, for those who publish it."""

from infra.event_words import CODES

ATTRIBUTE_TEXTS: dict[str, str] = {
    "specversion": "CloudEvents version 1.0.",
    "id": "Hændelsens id, entydigt hos afsenderen. Samme source og id med samme indhold gemmes én gang; med andet indhold lægges den "
    "anden til side. Må ikke være en personoplysning.",
    "source": "Afsenderen: fagsystemet og myndigheden, som urn:fagsystem:<system>:<kommunekode>.",
    "type": "Hændelsens type og version.",
    "subject": "Sagens UUID med små bogstaver, eller jobnet for det, der angår alle sager. Aldrig et CPR-nummer.",
    "time": "Registreringstid: hvornår fagsystemet registrerede hændelsen. RFC 3339 med tidszone, år 1900-2199.",
    "datacontenttype": "Indholdet er JSON.",
    "traceparent": "W3C Trace Context, hvis afsenderen sporer sine kald.",
    "data": "Hændelsens indhold.",
}
"""By CloudEvents attribute."""

_FROM, _TO = "Den første dag, som regnes med.", "Den sidste dag, som regnes med."
_FIELDS: dict[str, str] = {
    "effective": "Virkningstid: hvornår det var sådan. En dansk dato, eller et tidspunkt efter RFC 3339 med tidszone.",
    "accepted": "Om grunden blev godkendt.",
    "appeal_guidance": "Om afgørelsen har klagevejledning.",
    "book_by": "Den sidste dag at booke aktiviteten på.",
    "booked_by": "Hvem der bookede.",
    "booking_id": "Bookingens id hos afsenderen.",
    "by": "Hvem der gjorde det.",
    "cause": "Årsagen.",
    "cause_stated": "Om årsagen står i brevet.",
    "channel": "Hvordan det skete.",
    "citizen_informed": "Om borgeren vidste, at det var en jobsamtale.",
    "data": "Hele det rettede indhold af den hændelse, der rettes.",
    "days": "Dagene, dato for dato.",
    "deadline_id": "Fristens id hos afsenderen.",
    "decision_in_writing": "Om afgørelsen er skriftlig.",
    "due": "Fristdagen: den sidste dag at booke på.",
    "form": "Hvordan samtalen holdes.",
    "free_municipality": "Om borgeren er med i et frikommuneforsøg.",
    "from": _FROM,
    "fund_present": "Om a-kassen deltog.",
    "group": "Målgruppen.",
    "immediate": "Om borgeren straksbookede.",
    "in_offer": "Om borgeren er i tilbud.",
    "in_writing": "Om tilbuddet er skriftligt.",
    "initiative": "Hvordan samtalen kom i stand.",
    "interview_at": "Samtalens tidspunkt. RFC 3339 med tidszone.",
    "interview_by": "Den sidste dag, samtalen kan holdes på.",
    "interview_id": "Samtalens id hos afsenderen.",
    "interview_type": "Samtalens art.",
    "justification": "Begrundelsen for at indkalde.",
    "kind": "Arten.",
    "legal_basis": "Hjemlen for afgørelsen.",
    "note": "En bemærkning.",
    "other_circumstances_assessed": "Om andre forhold blev vurderet.",
    "outcome": "Udfaldet.",
    "published": "Hvor fristen blev vist.",
    "reason": "Grunden.",
    "reasons_given": "Om afgørelsen er begrundet.",
    "reference": "Driftsmeddelelsens nummer eller titel.",
    "register": "Om borgeren også tilmeldes som jobsøgende.",
    "reply_by": "Den sidste dag at svare på.",
    "requested_by_citizen": "Om borgeren selv bad om det.",
    "slots_offered": "Antal ledige tider, borgeren fik vist.",
    "target_id": "Id'et på den hændelse, det gælder.",
    "target_source": "Afsenderen af den hændelse, det gælder.",
    "text_version": "Versionen af den tekst, borgeren fik.",
    "to": _TO,
    "wage_subsidy": "Om borgeren er i løntilskud.",
    "what": "Hvad fejlen bestod i.",
    "written": "Om vejledningen var skriftlig.",
}
_FIELDS_OF_EVENTS: dict[tuple[str, str], str] = {
    ("outage-recorded", "from"): "Hvornår driftsforstyrrelsen begyndte. RFC 3339 med tidszone.",
    ("outage-recorded", "to"): "Hvornår driftsforstyrrelsen sluttede. RFC 3339 med tidszone.",
    ("sickness-reported", "to"): "Hvem borgeren meldte sig syg til.",
}
"""Where a field's name says something else than elsewhere."""

_USUAL_CODES: dict[tuple[str, str], str] = {
    ("booked_by", "citizen"): "af borgeren",
    ("form", "in_person"): "ved fremmøde",
    ("initiative", "planned"): "planlagt",
    ("interview_type", "job_interview"): "jobsamtale",
    ("published", "jobnet"): "på Jobnet",
    ("reason", "other"): "anden grund",
}
"""The codes that go without saying in a case's course."""


def field_text(event: str, field: str, codes: list[str]) -> str:
    """Say what a field means, and what each of its codes does."""
    text = _FIELDS_OF_EVENTS.get((event, field)) or _FIELDS[field]
    if not codes:
        return text
    return f"{text} {', '.join(f'{code}: {_word(field, code)}' for code in codes)}."


def _word(field: str, code: str) -> str:
    return _USUAL_CODES.get((field, code)) or CODES[field, code]
