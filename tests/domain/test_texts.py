"""Every code has Danish words that can be sent as they stand."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from cases import facts_of

import domain
from domain.alerts import ALERT_RULES
from domain.events import EVENT_TYPES, DeadlineSet, Deregistered, GroundAssessed, InterviewMissed
from domain.findings import FINDING_RULES
from domain.judgement.missed_deadline import STOP_RULES
from domain.judgement.obstacles import FLAW_RULES
from domain.texts import UnknownTextError, danish_date, note_text, reason_text
from domain.texts.alerts import ALERTS
from domain.texts.blocked_days import BLOCKED_DAYS
from domain.texts.considered import CONSIDERED
from domain.texts.counted_days import COUNTED_DAYS
from domain.texts.findings import FINDINGS
from domain.texts.reasons import REASONS
from domain.texts.requirements import REQUIREMENTS
from domain.texts.uncounted_days import UNCOUNTED_DAYS
from domain.trace import Note, Reason

GUIDANCE = ("guidance_not_written", "guidance_late", "guidance_wrong_body")
FAMILIES = {
    "flaw": tuple(FLAW_RULES),
    "code": GUIDANCE,
    "'days_until_' + stop[1]": tuple(f"days_until_{stop}" for stop in STOP_RULES),
    "'ended_' + how": tuple(f"ended_{stop}" for stop in STOP_RULES),
    "'gap_' + cause": tuple(f"gap_{cause}" for cause in Deregistered.__annotations__["cause"].__args__),
    "'ground_' + accepted.event.kind": tuple(f"ground_{kind}" for kind in GroundAssessed.__annotations__["kind"].__args__),
}
"""What an expression in the code can be. A new one must be named here, so that its codes get words."""

DAYS = tuple(date(2022, 3, day) for day in (4, 9, 16))
VALUES = {
    "decision_differs_from_derivation": (1, 4),
    "wrong_legal_basis": ("LAS § 37 a",),
    "interviews_behind_plan": (1, 4),
    "refund_needed": (2,),
}
"""The values where the code that gives them cannot be read, and of notes that name something else than days."""

(FACT,) = facts_of([DeadlineSet(effective="2022-03-04", deadline_id="D1", due=date(2022, 3, 9), published="jobnet")])


def reasons_in_code():
    """Find every `Reason(...)` of the domain: its codes, and how many values stand beside them (None where that is not written out)."""
    for path in sorted(Path(domain.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reason":
                values = node.args[1] if len(node.args) > 1 else ast.Tuple([])
                count = len(values.elts) if isinstance(values, ast.Tuple) else None
                yield from ((code, None if isinstance(node.args[0], ast.Starred) else count) for code in codes(node.args[0]))


def codes(expression):
    match expression:
        case ast.Constant(value=str(code)):
            return (code,)
        case ast.IfExp(body=body, orelse=orelse):
            return (*codes(body), *codes(orelse))
        case _:
            return FAMILIES[ast.unparse(expression)]


IN_CODE = sorted(set(reasons_in_code()), key=str)


def sample_values(code):
    """Give as many values as the code's shortest call does."""
    counts = [count for found, count in IN_CODE if found == code and count is not None]
    return VALUES.get(code) or (DAYS[: min(counts)] if counts else DAYS)


def sample(code):
    return Note(code, date(2022, 3, 4), (FACT,), VALUES.get(code, DAYS))


SENTENCES = {
    **{f"reason {code}": reason_text(Reason(code, sample_values(code))) for code in REASONS if any(code == found for found, _ in IN_CODE)},
    **{f"note {code}": note_text(sample(code)) for code in (*FINDINGS, *ALERTS)},
}


def test_every_reason_in_the_code_has_words_and_no_words_lack_a_reason():
    assert {code for code, _ in IN_CODE} == set(REASONS)


def test_every_finding_and_every_alert_has_words_and_no_words_lack_a_code():
    assert list(FINDING_RULES) == list(FINDINGS)
    assert list(ALERT_RULES) == list(ALERTS)


def test_no_code_has_two_texts():
    assert len(REASONS) == sum(map(len, (COUNTED_DAYS, BLOCKED_DAYS, CONSIDERED, UNCOUNTED_DAYS, REQUIREMENTS)))
    assert set(FINDINGS) & set(ALERTS) == set()


@pytest.mark.parametrize("name", SENTENCES)
def test_the_words_can_be_sent_as_they_stand(name):
    text = SENTENCES[name]
    assert text.endswith(".")
    assert text[0].isupper() or text[0] == "»"
    assert not re.search(r"[{}_]|None|  |\.\.|R-\d|S-\d|\d{4}-\d{2}", text)
    assert not re.search(r"\b(De|Dem|Deres|du|dig|din|dit)\b", text[1:].replace(". De", ". de"))


@pytest.mark.parametrize("code", [code for code in COUNTED_DAYS if not code.startswith("gap_")])
def test_days_are_a_proposal_until_decided(code):
    """R-2.5-1: there is no deduction before the municipality has decided."""
    assert "Der kan derfor ske fradrag" in SENTENCES[f"reason {code}"]


def test_no_text_says_that_a_deduction_follows_by_itself():
    assert [text for text in SENTENCES.values() if re.search(r"(sket|sker der|medfører|giver) fradrag", text)] == []


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_every_event_has_a_name_to_stand_in_a_text(name):
    label = EVENT_TYPES[name].LABEL
    assert label
    assert "_" not in label


@pytest.mark.parametrize("text", [reason_text, note_text])
def test_a_code_without_words_is_refused_by_name(text):
    thing = Reason("no_such_code") if text is reason_text else Note("no_such_code", date(2022, 3, 4))
    with pytest.raises(UnknownTextError, match="'no_such_code'"):
        text(thing)


def test_a_value_that_is_missing_is_no_word():
    with pytest.raises(TypeError, match="NoneType"):
        reason_text(Reason("guided", (None,)))
    with pytest.raises(IndexError):
        reason_text(Reason("guided"))


def test_a_date_is_written_out():
    assert danish_date(date(2022, 3, 9)) == "9. marts 2022"


DUE = date(2022, 3, 9)
GAP = "Personen var ikke tilmeldt som jobsøgende fra og med den 1. marts 2022"
NO_SHOW = "Personen udeblev fra samtalen den 1. marts 2022."


@pytest.mark.parametrize(
    ("code", "values", "text"),
    [
        (
            "days_until_booked",
            (DUE, date(2022, 3, 14), date(2022, 3, 13)),
            (
                "Fristen for selvbooking var den 9. marts 2022. "
                "Der blev booket en jobsamtale den 14. marts 2022. "
                "Der kan derfor ske fradrag for dage i tidsrummet fra og med den 9. marts 2022 til og med den 13. marts 2022."
            ),
        ),
        (
            "days_until_booked",
            (DUE, date(2022, 3, 10), DUE),
            (
                "Fristen for selvbooking var den 9. marts 2022. "
                "Der blev booket en jobsamtale den 10. marts 2022. "
                "Der kan derfor ske fradrag for fristdagen."
            ),
        ),
        (
            "days_until_contact",
            (DUE, DUE, DUE),
            (
                "Fristen for selvbooking var den 9. marts 2022. "
                "Personen var i kontakt med jobcenteret på fristdagen, men der blev ikke booket en jobsamtale. "
                "Der kan derfor ske fradrag for fristdagen."
            ),
        ),
        (
            "days_until_contact",
            (DUE, date(2022, 3, 11), date(2022, 3, 10)),
            (
                "Fristen for selvbooking var den 9. marts 2022. "
                "Personen genoprettede kontakten til jobcenteret den 11. marts 2022. "
                "Der kan derfor ske fradrag for dage i tidsrummet fra og med den 9. marts 2022 til og med den 10. marts 2022."
            ),
        ),
        ("gap_sickness", (date(2022, 3, 1),), f"{GAP}. Personen blev afmeldt på grund af sygdom."),
        (
            "gap_sickness",
            (date(2022, 3, 1), date(2022, 3, 7)),
            f"{GAP} til og med den 7. marts 2022. Personen blev afmeldt på grund af sygdom.",
        ),
        (
            "no_show_until_contact",
            (date(2022, 3, 1), date(2022, 3, 1), date(2022, 3, 1)),
            f"{NO_SHOW} Kontakten til jobcenteret blev genoprettet den 1. marts 2022. Der kan derfor ske fradrag for den dag.",
        ),
        (
            "no_show_until_contact",
            (date(2022, 3, 1), date(2022, 3, 4), date(2022, 3, 3)),
            (
                f"{NO_SHOW} Kontakten til jobcenteret blev genoprettet den 4. marts 2022. "
                "Der kan derfor ske fradrag for dage i tidsrummet fra og med den 1. marts 2022 til og med den 3. marts 2022."
            ),
        ),
    ],
)
def test_a_sentence_follows_its_values(code, values, text):
    assert reason_text(Reason(code, values)) == text


def test_a_note_names_its_event_and_its_first_day():
    facts = facts_of([InterviewMissed(effective="2022-03-14", booking_id="B1")])
    assert note_text(Note("set_new_deadline", date(2022, 3, 14), tuple(facts))) == (
        "Jobcenteret skal sætte en ny frist for selvbooking efter »Udeblivelse registreret« den 14. marts 2022."
    )


@pytest.mark.parametrize(("due", "weekday"), [(date(2022, 3, 12), "lørdag"), (date(2022, 3, 13), "søndag")])
def test_a_weekend_deadline_names_the_day(due, weekday):
    assert note_text(Note("weekend_deadline", date(2022, 3, 1), (), (date(2022, 3, 1), due))) == (
        f"Fristdagen den {danish_date(due)} er en {weekday}."
    )
