"""What lifts the days of a missed deadline: lacks the authority answers for, and protections of the citizen.

One function a rule, in the order of DAYCOUNT 2.5. Each answers with a `Hit`, or with why it did not apply.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from domain.course.circumstances import accepted_ground, protected_holiday
from domain.course.records import Deadline
from domain.course.state import Course
from domain.events import DeadlineClosed, GuidanceGiven, InterviewConvened
from domain.facts import Fact
from domain.groups import DAGPENGE
from domain.times import next_weekday
from domain.trace import Considered, Reason


class Hit(NamedTuple):
    """A rule that lifts the days: the whole interval, or through `last`."""

    rules: tuple[str, ...]
    reason: Reason
    facts: tuple[Fact, ...]
    finding: str | None = None
    last: date | None = None


Obstacle = Callable[[Course, Deadline], Hit | Considered]

FLAW_RULES: dict[str, tuple[str, ...]] = {
    "group_not_covered": ("R-0-1", "R-0-3"),
    "before_ruleset": ("R-0-2",),
    "joint_not_self_bookable": ("R-2.1-5", "R-2.13.2-1", "R-2.13.2-2"),
    "not_a_job_interview": ("R-0-4",),
    "deadline_while_exempt": ("R-2.11.1-1",),
    "deadline_while_withdrawn": ("R-2.11.2-1",),
    "deadline_too_short": ("R-2.2-2", "R-1.1-3"),
}


def invalid_deadline(course: Course, deadline: Deadline) -> Hit | Considered:
    """R-2.2-2 and its kin: a deadline that never was lawful leads to no deduction."""
    if deadline.flaws:
        flaw = deadline.flaws[0]
        return Hit(FLAW_RULES[flaw], Reason(flaw, (deadline.published, deadline.due)), deadline.facts, flaw)
    return Considered("R-2.2-2", Reason("long_enough", (deadline.published, deadline.due)))


def guided(course: Course, deadline: Deadline) -> Fact[GuidanceGiven] | None:
    """Give the latest written guidance by the right body on a day before the due date."""
    body = guiding_body(deadline)
    valid = (g for g in reversed(course.guidance) if g.event.written and g.event.by == body and g.day < deadline.due)
    return next(valid, None)


def guiding_body(deadline: Deadline) -> str:
    """The fund guides its members, the jobcentre everybody else (R-3-2, R-3-3)."""
    return "unemployment_fund" if deadline.group == DAGPENGE else "jobcentre"


def missing_guidance(course: Course, deadline: Deadline) -> Hit | Considered:
    """R-3-1: without documented written guidance before the due date, no sanction (LAS § 35, stk. 1)."""
    given = guided(course, deadline)
    if given is not None:
        return Considered("R-3-1", Reason("guided", (given.day,)))
    body = guiding_body(deadline)
    rules = ("R-3-1", "R-3-2" if body == "unemployment_fund" else "R-3-3")
    for code, fits in (
        ("guidance_not_written", [g for g in course.guidance if g.event.by == body and g.day < deadline.due]),
        ("guidance_late", [g for g in course.guidance if g.event.by == body and g.event.written][:1]),
        ("guidance_wrong_body", [g for g in course.guidance if g.event.by != body and g.day < deadline.due]),
    ):
        if fits:
            return Hit(rules, Reason(code, (fits[-1].day, deadline.due)), (fits[-1],), code)
    return Hit(rules, Reason("guidance_missing", (deadline.due,)), (), "guidance_missing")


def missing_written_notice(course: Course, deadline: Deadline) -> Hit | Considered:
    """R-2.10-2: to a citizen exempt from availability the deadline is told in writing outside Jobnet."""
    exempt = next(
        (
            a
            for a in course.availability
            if a.event.from_ <= deadline.published <= a.event.to or a.event.from_ <= deadline.due <= a.event.to
        ),
        None,
    )
    if exempt is None:
        return Considered("R-2.10-2", Reason("not_exempt_from_availability"))
    if deadline.fact.event.published != "jobnet":
        return Considered("R-2.10-2", Reason("published_by_letter", (deadline.published,)))
    notice = next((n for n in deadline.notices if n.day < deadline.due), None)
    if notice is not None:
        return Considered("R-2.10-2", Reason("told_in_writing", (notice.day,)))
    return Hit(("R-2.10-2", "R-2.10-1"), Reason("written_notice_missing", (deadline.due,)), (exempt,), "written_notice_missing")


def informal_withdrawal(course: Course, deadline: Deadline) -> Hit | Considered:
    """R-2.11.2-3: told, without a decision, to wait for being convened."""
    for spell in course.notes_of_withdrawal:
        if spell.first < deadline.due and spell.covers(deadline.due):
            return Hit(("R-2.11.2-3",), Reason("withdrawal_without_decision", (spell.first,)), (spell.fact,))
    return Considered("R-2.11.2-3", Reason("not_withdrawn"))


def missing_slots(course: Course, deadline: Deadline) -> Hit | Considered:
    """R-2.3-2, R-2.12-3: no free slots, reported in time; on the due date itself followed up the next weekday."""
    reports = [r for r in course.no_slots if deadline.published <= r.day <= deadline.due]
    if not reports:
        return Considered("R-2.3-2", Reason("no_slots_not_reported"))
    standing = [r for r in reports if _release_after(course, r, deadline) is None]
    if not standing:
        release = _release_after(course, reports[-1], deadline)
        return Considered("R-2.12-2", Reason("slots_released", (release.day if release else deadline.due,)))
    last = standing[-1]
    if standing[0].day < deadline.due:
        return Hit(("R-2.3-2", "R-2.12-1"), Reason("no_slots_in_time", (standing[0].day,)), (standing[0],))
    follow_up = _next_weekday_contact(course, deadline)
    if follow_up is None:
        return Considered("R-2.12-3", Reason("no_slots_not_followed_up", (deadline.due,)))
    return Hit(("R-2.12-3", "R-2.3-2"), Reason("no_slots_followed_up", (deadline.due, follow_up.day)), (last, follow_up))


def _release_after(course: Course, report: Fact, deadline: Deadline) -> Fact | None:
    """Give the release of slots that answered a report before the due date was over."""
    return next((r for r in course.released if report.effective <= r.effective and r.day <= deadline.due), None)


def _next_weekday_contact(course: Course, deadline: Deadline) -> Fact | None:
    until = next_weekday(deadline.due)
    candidates: list[Fact] = [*course.contacts, *(i.fact for i in course.interviews)]
    if deadline.met_by is not None:
        candidates.append(deadline.met_by)
    return next((fact for fact in candidates if deadline.due < fact.day <= until and _by_citizen(fact)), None)


def _by_citizen(fact: Fact) -> bool:
    """A convening is the jobcentre's act, not the citizen getting in touch."""
    return not isinstance(fact.event, InterviewConvened)


def outage(course: Course, deadline: Deadline) -> Hit | Considered:
    """R-2.14-4; R-2.5-12 for the groups with days of deduction: Jobnet was down on the due date."""
    down = next((fact for first, last, fact in course.outages if first <= deadline.due <= last), None)
    if down is None:
        return Considered("R-2.14-2", Reason("no_outage"))
    rules = ("R-2.14-1", "R-2.14-4") if deadline.group == DAGPENGE else ("R-2.5-12", "R-2.14-2")
    return Hit(rules, Reason("outage_on_due_date", (deadline.due,)), (down,), "outage_on_due_date")


def acknowledged_error(course: Course, deadline: Deadline) -> Hit | Considered:
    """R-2.2-1: a deadline that the jobcentre closed as its own error leads to no deduction."""
    closing = deadline.ended_by
    if closing is not None and isinstance(closing.event, DeadlineClosed) and closing.event.cause == "error":
        return Hit(("R-2.2-1",), Reason("closed_as_error", (closing.day,)), (closing,))
    return Considered("R-2.2-1", Reason("not_closed_as_error"))


def holiday(course: Course, deadline: Deadline) -> Hit | Considered:
    """R-2.15-4: no duty to book in a holiday notified two weeks before."""
    protected = protected_holiday(course, deadline.due)
    if protected is not None:
        values = (protected.event.from_, protected.event.to, protected.day)
        return Hit(("R-2.15-4", "R-2.15-2"), Reason("holiday", values), (protected,))
    late = next((h for h in course.holidays if h.event.from_ <= deadline.due <= h.event.to), None)
    if late is not None:
        return Considered("R-2.15-2", Reason("holiday_notified_late", (late.event.from_, late.day)))
    return Considered("R-2.15-4", Reason("no_holiday_on_due"))


def ground(course: Course, deadline: Deadline) -> Hit | Considered:
    """R-2.5-10, R-2.5-12: an accepted ground on the due date lifts all days, or those through its end (`ground_on_due`)."""
    accepted = accepted_ground(course, deadline.due)
    if accepted is None:
        due = deadline.due
        refused = next((g for g in reversed(course.grounds) if not g.event.accepted and g.event.from_ <= due <= g.event.to), None)
        return Considered("R-2.5-10", Reason("ground_refused", (refused.day,)) if refused else Reason("no_ground_on_due"))
    last = _end_of_ground(course, deadline.due) if course.policy.ground_on_due == "until_end" else None
    values = (accepted.event.from_, accepted.event.to, accepted.day)
    return Hit(ground_rules(accepted.event.kind), Reason("ground_" + accepted.event.kind, values), (accepted,), None, last)


def ground_rules(kind: str) -> tuple[str, ...]:
    """Give the rules behind a ground of a kind."""
    return ("R-2.5-12", "R-2.5-10") if kind == "other_circumstances" else ("R-2.5-10", "R-2.5-11")


def _end_of_ground(course: Course, day: date) -> date:
    """Follow accepted grounds from the due date for as long as they overlap."""
    last = day
    while (found := accepted_ground(course, last)) is not None and found.event.to > last:
        last = found.event.to
    return last


OBSTACLES: tuple[Obstacle, ...] = (
    invalid_deadline,
    missing_guidance,
    missing_written_notice,
    informal_withdrawal,
    missing_slots,
    outage,
    acknowledged_error,
    holiday,
    ground,
)
"""In the order of DAYCOUNT 2.5: the first that applies gives the reason, the others are named beside it."""
