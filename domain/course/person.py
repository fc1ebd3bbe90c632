"""Group, benefit, guidance, exemption and withdrawal."""

from datetime import date

from domain.course.clock import start_spell, stop_spell
from domain.course.deadlines import close_all, find_flaws
from domain.course.interviews import restart_course
from domain.course.records import Spell
from domain.course.state import Course, end_no_shows, registers
from domain.events import (
    AvailabilityExempted,
    BenefitStarted,
    BenefitStopped,
    ExemptionDisputed,
    ExemptionEnded,
    ExemptionGranted,
    FirstContactMade,
    GuidanceGiven,
    SelfBookingRestored,
    SelfBookingWithdrawn,
    TargetGroupAssigned,
)
from domain.facts import Fact
from domain.groups import NOT_COVERED, REGISTERED_GROUPS, kind_of
from domain.times import add_months


def target_group_assigned(course: Course, fact: Fact[TargetGroupAssigned]) -> None:
    """A change between the four kinds of group closes the deadlines of the old one, from the day the new group holds."""
    before = course.group
    course.groups.append(fact)
    course.group = fact.event.group
    course.registrations += 1
    if kind_of(before) != kind_of(fact.event.group):
        for deadline in course.live[:]:
            if before is None and deadline.published == fact.day:
                find_flaws(course, deadline)
            else:
                close_all(course, fact, "group_changed", (deadline,))
        _follow_registration(course, fact)
    if fact.event.group != NOT_COVERED:
        if course.start is None:
            course.start = fact.day
        if not course.unemployed and not course.benefit:
            start_spell(course, fact)


def _follow_registration(course: Course, fact: Fact[TargetGroupAssigned]) -> None:
    """Days without registration run only while the group is one that is registered."""
    running = course.gaps and course.gaps[-1].until is None
    if running and not registers(fact.event.group):
        course.gaps[-1].until = fact.day
    elif not running and registers(fact.event.group) and course.deregistration and course.registration in {"unregistered", "pending"}:
        course.gaps.append(Spell(fact.day, course.deregistration))


def benefit_started(course: Course, fact: Fact[BenefitStarted]) -> None:
    """A month or more without the benefit starts the course of the registered groups over (R-2.9.1-2, R-2.9.1-3)."""
    last = course.benefit[-1] if course.benefit else None
    if last is not None and last.until is None:
        return
    if last is not None and last.until is not None and _starts_over(course, last.until, fact.day):
        restart_course(course, fact)
    course.benefit.append(Spell(fact.day, fact))
    if course.start is None:
        course.start = fact.day
    start_spell(course, fact)


def _starts_over(course: Course, stopped: date, started: date) -> bool:
    return course.group in REGISTERED_GROUPS and add_months(stopped, 1) <= started


def benefit_stopped(course: Course, fact: Fact[BenefitStopped]) -> None:
    """No deduction without a benefit to deduct from (S-21)."""
    if not course.benefit:
        course.benefit.append(Spell(date.min, fact, fact.day, fact))
    elif course.benefit[-1].until is None:
        course.benefit[-1].until, course.benefit[-1].end = fact.day, fact
    for deadline in course.live:
        deadline.stop(fact.day, "no_benefit", fact)
    end_no_shows(course, fact)
    stop_spell(course, fact)
    course.unplanned_since = max(course.unplanned_since, fact.day)


def first_contact_made(course: Course, fact: Fact[FirstContactMade]) -> None:
    """The first interview of the registered groups is due within a week (R-2.1-3)."""
    course.first_contact = fact


def guidance_given(course: Course, fact: Fact[GuidanceGiven]) -> None:
    """Without documented guidance, no sanction (R-3-1)."""
    course.guidance.append(fact)


def availability_exempted(course: Course, fact: Fact[AvailabilityExempted]) -> None:
    """Exempt from availability, not from booking; the deadline must be told in writing outside Jobnet (R-2.10-1, R-2.10-2)."""
    course.availability.append(fact)


def exemption_granted(course: Course, fact: Fact[ExemptionGranted]) -> None:
    """An exempt citizen owes no booking and is convened (R-2.11.1-1)."""
    course.exemption = fact
    course.dispute = None
    if not fact.event.requested_by_citizen:
        course.note("exemption_without_request", fact)
    close_all(course, fact, "exempted", course.live)


def exemption_ended(course: Course, fact: Fact[ExemptionEnded]) -> None:
    """The duty to self-book is back; closed deadlines stay closed."""
    course.exemption = None
    course.dispute = None
    course.unplanned_since = max(course.unplanned_since, fact.day)


def exemption_disputed(course: Course, fact: Fact[ExemptionDisputed]) -> None:
    """A citizen who disagrees has a right to a formal decision (R-2.11.1-6)."""
    course.dispute = fact


def self_booking_withdrawn(course: Course, fact: Fact[SelfBookingWithdrawn]) -> None:
    """Only a decision in writing, with reasons and appeal guidance, takes effect (R-2.11.2-3)."""
    event = fact.event
    if event.decision_in_writing and event.reasons_given and event.appeal_guidance:
        course.withdrawal = fact
        _end_notes(course, fact)
        close_all(course, fact, "withdrawn", course.live)
    else:
        course.notes_of_withdrawal.append(Spell(fact.day, fact))
        course.note("withdrawal_without_decision", fact)


def self_booking_restored(course: Course, fact: Fact[SelfBookingRestored]) -> None:
    """The citizen may and must self-book again."""
    course.withdrawal = None
    _end_notes(course, fact)
    course.unplanned_since = max(course.unplanned_since, fact.day)


def _end_notes(course: Course, fact: Fact) -> None:
    for spell in course.notes_of_withdrawal:
        if spell.until is None:
            spell.until, spell.end = fact.day, fact
