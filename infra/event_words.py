"""What an event says, in a few Danish words. Free text that people have written is apart: it may say anything about anybody."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from functools import cache

from domain.events import Event
from domain.groups import GROUP_LABELS
from domain.texts.words import danish_date
from domain.times import COPENHAGEN

_FREE_TEXT = frozenset({"effective", "note", "justification", "what", "reference", "text_version", "data", "target_source", "legal_basis"})
_WRITTEN = {
    "text_version": "tekstversion",
    "note": "notat",
    "reason": "begrundelse",
    "justification": "begrundelse",
    "what": "fejl",
    "reference": "henvisning",
    "legal_basis": "hjemmel",
}
_CODES_OF_REASONS = frozenset(
    {"first", "joint", "short_notice", "exempt", "withdrawn", "other", "it_skills", "language", "impairment", "premises", "interpreter"}
)
"""What `reason` holds where it is a code, which `details` has told."""
_FIELDS = {
    "deadline_id": "frist {}",
    "booking_id": "booking {}",
    "interview_id": "samtale {}",
    "due": "fristdag {}",
    "interview_by": "samtale senest {}",
    "interview_at": "til den {}",
    "from_": "fra {}",
    "to": "til {}",
    "reply_by": "svar senest {}",
    "book_by": "book senest {}",
    "slots_offered": "{} ledige tider",
    "days": "for {}",
    "target_id": "hændelse {}",
}
_TRUE = {
    "wage_subsidy": "i løntilskud",
    "free_municipality": "frikommuneforsøg",
    "in_offer": "i tilbud",
    "cause_stated": "årsagen står i brevet",
    "written": "skriftligt",
    "immediate": "straksbooket",
    "fund_present": "a-kassen deltog",
    "register": "med tilmelding",
    "accepted": "godkendt",
    "decision_in_writing": "skriftlig afgørelse",
    "reasons_given": "begrundet",
    "appeal_guidance": "med klagevejledning",
    "in_writing": "skriftligt",
    "other_circumstances_assessed": "andre forhold vurderet",
}
_FALSE = {
    "cause_stated": "årsagen står ikke i brevet",
    "written": "ikke skriftligt",
    "citizen_informed": "borgeren vidste ikke, at det var en jobsamtale",
    "register": "uden tilmelding",
    "accepted": "ikke godkendt",
    "decision_in_writing": "ikke skriftlig",
    "reasons_given": "ikke begrundet",
    "appeal_guidance": "uden klagevejledning",
    "requested_by_citizen": "ikke efter borgerens ønske",
    "other_circumstances_assessed": "andre forhold ikke vurderet",
}
CODES: dict[tuple[str, str], str] = {
    ("cause", "missed_booking"): "manglende booking",
    ("cause", "sickness"): "sygdom",
    ("cause", "employment"): "beskæftigelse",
    ("cause", "own_request"): "eget ønske",
    ("cause", "other"): "anden årsag",
    ("cause", "new_deadline"): "ny frist",
    ("cause", "exemption"): "fritagelse",
    ("cause", "withdrawal"): "fratagelse",
    ("cause", "group_change"): "skift af målgruppe",
    ("cause", "error"): "fejl",
    ("kind", "sickness"): "sygdom",
    ("kind", "maternity"): "barsel",
    ("kind", "listed"): "en af lovens grunde",
    ("kind", "other_circumstances"): "andre forhold",
    ("kind", "job_oriented_education"): "jobrettet uddannelse",
    ("kind", "offer"): "tilbud",
    ("kind", "other"): "andet",
    ("by", "citizen"): "af borgeren",
    ("by", "jobcentre"): "af jobcenteret",
    ("by", "unemployment_fund"): "af a-kassen",
    ("booked_by", "jobcentre"): "booket af jobcenteret",
    ("channel", "jobnet"): "på Jobnet",
    ("channel", "jobcentre"): "i jobcenteret",
    ("channel", "unemployment_fund"): "i a-kassen",
    ("channel", "visit"): "ved fremmøde",
    ("channel", "phone"): "pr. telefon",
    ("channel", "message"): "ved besked",
    ("channel", "mail"): "pr. e-mail",
    ("channel", "sms"): "pr. sms",
    ("channel", "email"): "pr. e-mail",
    ("to", "jobnet"): "til Jobnet",
    ("to", "jobcentre"): "til jobcenteret",
    ("to", "unemployment_fund"): "til a-kassen",
    ("published", "letter"): "meddelt ved brev",
    ("published", "both"): "på Jobnet og ved brev",
    ("form", "digital"): "digitalt",
    ("form", "phone"): "pr. telefon",
    ("initiative", "walk_in"): "ved fremmøde",
    ("initiative", "phone_request"): "efter opringning",
    ("initiative", "company_visit"): "ved virksomhedsbesøg",
    ("interview_type", "joint"): "fælles jobsamtale",
    ("interview_type", "group_with_individual"): "gruppemøde med individuel samtale",
    ("interview_type", "group"): "gruppemøde",
    ("interview_type", "cv"): "cv-samtale",
    ("interview_type", "availability"): "rådighedssamtale",
    ("interview_type", "other"): "anden samtale",
    ("reason", "first"): "første samtale",
    ("reason", "joint"): "fælles jobsamtale",
    ("reason", "short_notice"): "med kort varsel",
    ("reason", "exempt"): "fritaget for selvbooking",
    ("reason", "withdrawn"): "frataget selvbooking",
    ("reason", "it_skills"): "it-færdigheder",
    ("reason", "language"): "sprog",
    ("reason", "impairment"): "funktionsnedsættelse",
    ("reason", "premises"): "lokaler",
    ("reason", "interpreter"): "tolk",
    ("outcome", "dispensation"): "dispensation",
    ("outcome", "loss"): "tab af dagpenge",
    ("outcome", "other"): "andet",
    ("outcome", "upheld"): "stadfæstet",
    ("outcome", "changed"): "ændret",
    ("outcome", "annulled"): "ophævet",
    ("outcome", "remitted"): "hjemvist",
    **{("group", group): label for group, label in GROUP_LABELS.items()},
}
"""Codes worth a word; the usual one, such as an ordinary job interview, goes without saying."""
_TELLING = ({*_FIELDS, *_TRUE, *_FALSE} | {name for name, _ in CODES}) - _FREE_TEXT
"""The names of what can be told."""


def event_words(event: Event) -> str:
    """Say an event in one line."""
    more = details(event)
    return f"{event.LABEL}: {more}" if more else event.LABEL


def details(event: Event) -> str:
    """Say what the event holds besides its kind."""
    return ", ".join(_parts(event))


def free_text(event: Event) -> list[str]:
    """Give what people have written in an event, for readers who have the right to the whole case."""
    kind: type = type(event)
    found = [(words, getattr(event, name)) for name, words in _written_fields(kind)]
    return [f"{words}: {text}" for words, text in found if isinstance(text, str) and text not in _CODES_OF_REASONS]


@cache
def _written_fields(kind: type) -> tuple[tuple[str, str], ...]:
    """Give the fields of a kind of event that people write in, with their words."""
    names = {field.name for field in fields(kind)}
    return tuple((name, words.capitalize()) for name, words in _WRITTEN.items() if name in names)


@cache
def _telling_fields(kind: type) -> tuple[str, ...]:
    """Give the fields of a kind of event that can be told, in their order: each page tells each event of a case."""
    return tuple(field.name for field in fields(kind) if field.name in _TELLING)


def _parts(event: Event) -> Iterator[str]:
    kind: type = type(event)
    for name in _telling_fields(kind):
        value = getattr(event, name)
        if value is None:
            continue
        if isinstance(value, bool):
            words = (_TRUE if value else _FALSE).get(name)
        else:
            words = CODES.get((name, value)) if isinstance(value, str) else None
            if words is None and name in _FIELDS:
                words = _FIELDS[name].format(_written(value))
        if words:
            yield words


def _written(value: object) -> str:
    match value:
        case datetime():
            local = value.astimezone(COPENHAGEN)
            return f"{danish_date(local)} kl. {local.hour:02}.{local.minute:02}"
        case date():
            return danish_date(value)
        case tuple():
            return f"{danish_date(value[0])}" if len(value) == 1 else f"{len(value)} dage"
        case _:
            return str(value)
