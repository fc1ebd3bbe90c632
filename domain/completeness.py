"""Whether a decision has what a decision about a deduction must have: heard, guided, weighed, in time, on the right provision."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from domain.alerts import ALERT_RULES
from domain.citations import statutes
from domain.course.deadlines import find
from domain.course.decisions import hearings_about, last_day_of_deduction, right_provision
from domain.course.records import Deadline
from domain.derive import Look
from domain.events import SanctionDecided
from domain.facts import Fact, distinct, order_key
from domain.findings import FINDING_RULES
from domain.groups import JOBAFKLARING
from domain.judgement.obstacles import guided, missing_guidance
from domain.trace import Considered, Note, Reason

Status = Literal["met", "not_met", "not_known"]
Decision = Fact[SanctionDecided]

DECISION_LAW = ("forvaltningsloven § 19", "LAS § 35, stk. 3")
TIME_LIMIT_LAW = "LAS § 35, stk. 3"


class Answer(NamedTuple):
    """What the file says of one requirement, in words to be, and on which facts."""

    status: Status
    words: Reason | Note
    rules: tuple[str, ...]
    law: tuple[str, ...]
    facts: tuple[Fact, ...] = ()


class Requirement(NamedTuple):
    """One requirement of a decision: as the file shows it now, and as it showed it when the decision was made."""

    code: str
    answer: Answer
    when_made: Status
    reservation: Reason | None


def requirements(then: Look, since: Look, now: Look, decision: Decision) -> tuple[Requirement, ...]:
    """Go through what a decision must have.

    Args:
        then: the day of the decision, as it was known when the decision was made.
        since: the same day, as it is known now: what was done in time and registered late counts.
        now: the day asked; only the deduction itself may come after the decision.
        decision: the decision.

    """
    deadline = find(since.course, decision.event.deadline_id)
    doubtful = deadline is not None and deadline.group == JOBAFKLARING
    return tuple(
        Requirement(
            code,
            ask(since, decision, now),
            ask(then, decision, then).status,
            Reason("not_read_for_jobafklaring") if doubtful and code in _READ_IN_CHAPTER_4 else None,
        )
        for code, ask in REQUIREMENTS.items()
    )


def _deadline(seen: Look, decision: Decision) -> Deadline | None:
    return find(seen.course, decision.event.deadline_id)


def _finding(seen: Look, code: str, facts: tuple[Fact, ...]) -> Note | None:
    """Give the finding of this code about one of these facts."""
    refs = {fact.ref for fact in facts}
    return next((note for note in seen.view.findings if note.code == code and note.facts[0].ref in refs), None)


def _hearing(seen: Look, decision: Decision, _: Look) -> Answer:
    """Forvaltningsloven § 19: heard before the decision, and the reply given or waited for."""
    deadline = _deadline(seen, decision)
    hearings = seen.course.hearings if deadline is None else hearings_about(seen.course, deadline)
    sent = [hearing for hearing in hearings if order_key(hearing) < order_key(decision)]

    def answer(status: Status, reason: Reason, *facts: Fact) -> Answer:
        return Answer(status, reason, ALERT_RULES["hearing_open"], DECISION_LAW, facts)

    if not sent:
        return answer("not_met", Reason("not_heard", (decision.day,)))
    if deadline is None:
        return answer("not_known", Reason("heard_about_what", (sent[-1].day,)), sent[-1])
    for hearing in reversed(sent):
        reply = next((a for a in seen.course.answers if order_key(hearing) < order_key(a) < order_key(decision)), None)
        if reply is not None:
            return answer("met", Reason("heard_and_answered", (hearing.day, reply.day)), hearing, reply)
        if decision.day > hearing.event.reply_by:
            return answer("met", Reason("heard_and_waited", (hearing.day, hearing.event.reply_by)), hearing)
    last = sent[-1]
    return answer("not_met", Reason("decided_before_reply", (last.day, last.event.reply_by)), last)


def _guidance(seen: Look, decision: Decision, _: Look) -> Answer:
    """LAS § 35, stk. 1: guided in writing, by the right body, on a day before the due date."""
    deadline = _deadline(seen, decision)
    if deadline is None:
        rules = FINDING_RULES["guidance_missing"]
        return Answer("not_known", Reason("no_such_deadline"), rules, statutes(rules))
    verdict = missing_guidance(seen.course, deadline)
    if isinstance(verdict, Considered):
        return Answer("met", verdict.reason, (verdict.rule,), statutes((verdict.rule,)), distinct((guided(seen.course, deadline),)))
    return Answer("not_met", verdict.reason, verdict.rules, statutes(verdict.rules), distinct((deadline.fact, *verdict.facts)))


def _other_circumstances(seen: Look, decision: Decision, _: Look) -> Answer:
    """R-2.5-12: a decision without a concrete assessment of the other circumstances is incomplete."""
    code = "other_circumstances_not_assessed"
    rules = FINDING_RULES[code]
    lack = _finding(seen, code, (decision,))
    if lack is not None:
        return Answer("not_met", lack, rules, statutes(rules), lack.facts)
    assessed = [g for g in seen.course.grounds if g.event.kind == "other_circumstances" and order_key(g) < order_key(decision)]
    if assessed:
        return Answer("met", Reason("others_assessed", (assessed[-1].day,)), rules, statutes(rules), (assessed[-1],))
    return Answer("met", Reason("others_assessed_in_decision", (decision.day,)), rules, statutes(rules), (decision,))


def _time_limit(_: Look, decision: Decision, now: Look) -> Answer:
    """LAS § 35, stk. 3: carried out within three whole months of the day it is for."""
    code = "deduction_time_barred"
    days = set(decision.event.days)
    made = tuple(d for d in now.course.deductions if d.event.deadline_id == decision.event.deadline_id and days & set(d.event.days))

    def answer(status: Status, words: Reason | Note, facts: tuple[Fact, ...]) -> Answer:
        return Answer(status, words, FINDING_RULES[code], (TIME_LIMIT_LAW,), facts)

    barred = _finding(now, code, (decision, *made))
    if barred is not None:
        return answer("not_met", barred, barred.facts)
    if not days:
        return answer("not_known", Reason("no_days_decided"), (decision,))
    last = last_day_of_deduction(min(days))
    if days <= {day for deduction in made for day in deduction.event.days}:
        return answer("met", Reason("deducted_in_time", (made[-1].day, last)), made)
    return answer("not_known", Reason("not_yet_deducted" if now.view.valid_on <= last else "deduction_not_registered", (last,)), made)


def _legal_basis(seen: Look, decision: Decision, _: Look) -> Answer:
    """R-0-6: each group has its own provision, and the decision names it."""
    code = "wrong_legal_basis"
    right = right_provision(seen.course, _deadline(seen, decision))
    wrong = _finding(seen, code, (decision,))
    if wrong is not None:
        return Answer("not_met", wrong, FINDING_RULES[code], (right,), wrong.facts)
    if decision.event.legal_basis is None:
        return Answer("not_known", Reason("no_legal_basis_named", (right,)), FINDING_RULES[code], (right,), (decision,))
    return Answer("met", Reason("legal_basis_named", (right,)), FINDING_RULES[code], (right,), (decision,))


REQUIREMENTS: dict[str, Callable[[Look, Decision, Look], Answer]] = {
    "hearing": _hearing,
    "guidance": _guidance,
    "other_circumstances": _other_circumstances,
    "time_limit": _time_limit,
    "legal_basis": _legal_basis,
}
"""In the order in which a case is handled."""

_READ_IN_CHAPTER_4 = frozenset({"hearing", "guidance", "time_limit"})
"""LAS § 35 stands in chapter 4; that chapter 6 b (jobafklaring) asks the same was not readable (DAYCOUNT S-26)."""
