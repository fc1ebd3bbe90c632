"""Registration as a jobseeker: registered, deregistered, pending, and the days without."""

from domain.course.clock import start_spell, stop_spell
from domain.course.records import Deadline, Spell
from domain.course.state import Course, lapse, registers
from domain.events import (
    Deregistered,
    DeregistrationLetterSent,
    FundDecisionReceived,
    RecoveryReported,
    Registered,
    RegistrationRequested,
)
from domain.facts import Fact
from domain.groups import DAGPENGE, JOBAFKLARING
from domain.times import add_months

Return = Fact[Registered] | Fact[RegistrationRequested] | Fact[RecoveryReported]


def registered(course: Course, fact: Fact[Registered]) -> None:
    """Registered from this moment, whatever was booked: the fact is the register's own."""
    if course.group == JOBAFKLARING:
        course.note("contradictory_registration", fact)
    if course.registration == "registered":
        if course.by_recovery:
            course.by_recovery = False  # the register confirms what the recovery report did
            course.registration_fact = fact
        elif course.group != JOBAFKLARING:
            course.note("contradictory_registration", fact)
        return
    if is_sick(course):
        _end_sickness(course, fact)
        if fact.event.channel != "jobnet":
            course.recovery_missing = fact
    if course.registration == "unregistered":
        lapse_after_three_months(course, fact)
    _register(course, fact)
    course.by_recovery = False


def _register(course: Course, fact: Fact) -> None:
    if course.deregistration is not None:
        course.reregistration = fact
    course.registrations += 1
    course.registration, course.registration_fact = "registered", fact
    if course.gaps and course.gaps[-1].until is None:
        course.gaps[-1].until, course.gaps[-1].end = fact.day, fact
    course.letter_owed = None
    course.first_login = None
    start_spell(course, fact)


def deregistered(course: Course, fact: Fact[Deregistered]) -> None:
    """Unregistered from this moment. Sickness lifts the duty to book until the recovery (R-2.15-7, S-20)."""
    cause = fact.event.cause
    if course.group == JOBAFKLARING or course.registration != "registered":
        course.note("contradictory_registration", fact)
        if course.group == JOBAFKLARING or course.registration is None:
            return
    if course.registration == "registered":
        course.deregistration = fact
        if registers(course.group):
            course.gaps.append(Spell(fact.day, fact))
    elif course.deregistration is None:
        course.deregistration = fact
    course.registrations += 1
    course.registration, course.registration_fact, course.cause = "unregistered", fact, cause
    course.by_recovery = False
    course.recovery_missing = None
    if cause == "sickness" and not is_sick(course):
        course.sickness.append(Spell(fact.day, fact))
        course.circumstances += 1
    if cause == "missed_booking" and course.group == DAGPENGE:
        course.letter_owed = fact
    if cause in {"employment", "own_request", "other"}:
        stop_spell(course, fact)
        course.unplanned_since = max(course.unplanned_since, fact.day)


def registration_requested(course: Course, fact: Fact[RegistrationRequested]) -> None:
    """A re-registration was begun; dagpenge must book before it is complete (R-2.7.1-1, R-2.9.3-1)."""
    if course.registration == "registered":
        return
    if course.registration == "unregistered":
        lapse_after_three_months(course, fact)
    course.registration, course.registration_fact = "pending", fact


def recovery_reported(course: Course, fact: Fact[RecoveryReported]) -> None:
    """On Jobnet the report registers again by itself; elsewhere only where it says so (R-2.7.3-2, R-2.7.3-4)."""
    course.recovery_missing = None
    if not is_sick(course):
        return
    on_jobnet = fact.event.channel == "jobnet"
    if not on_jobnet:
        course.note("recovery_wrong_channel", fact)
    _end_sickness(course, fact)
    if course.registration == "registered":
        return
    lapse_after_three_months(course, fact)
    if not on_jobnet and not fact.event.register:
        return
    course.by_recovery = True
    if on_jobnet and must_book_to_register(course):
        course.registration, course.registration_fact = "pending", fact
    else:
        _register(course, fact)


def is_sick(course: Course) -> bool:
    """Say whether a sickness with deregistration runs. A second deregistration does not end it: only a recovery or registration does."""
    return bool(course.sickness) and course.sickness[-1].until is None


def _end_sickness(course: Course, fact: Fact) -> None:
    """A count that ran when the person fell sick: policy `count_after_recovery`."""
    spell = course.sickness[-1]
    spell.until, spell.end = fact.day, fact
    course.circumstances += 1
    if course.policy.count_after_recovery == "ends":
        for deadline in course.live:
            if deadline.state == "overdue" and deadline.due < spell.first:
                deadline.stop(fact.day, "recovered", fact)
                deadline.become("ended_contact", fact.day)


def must_book_to_register(course: Course) -> bool:
    """Say whether a dagpenge recipient must book before the registration is complete."""
    return course.group == DAGPENGE and any(owed(d) for d in course.live)


def owed(deadline: Deadline) -> bool:
    """Say whether a missed deadline's booking is still owed."""
    return deadline.valid and deadline.state in {"overdue", "ended_contact"}


def complete_pending(course: Course, fact: Fact) -> None:
    """A booking, or the lack of slots, completes a registration that waited after a recovery report (R-2.7.1-3)."""
    if course.registration == "pending" and course.by_recovery:
        _register(course, fact)


def lapse_after_three_months(course: Course, fact: Return) -> None:
    """Dagpenge: the test is made at the re-registration, from the deregistration (R-2.9.1-1; S-13)."""
    left = course.deregistration
    if course.group != DAGPENGE or left is None:
        return
    if fact.day < add_months(left.day, 3, course.policy.month_clamp):
        return
    course.renewal_owed = fact
    for deadline in course.live[:]:
        if deadline.published <= left.day:
            lapse(course, deadline, fact.day, fact)


def deregistration_letter_sent(course: Course, fact: Fact[DeregistrationLetterSent]) -> None:
    """The letter says that, and ought to say why, the citizen is deregistered (R-2.12.1-1, R-2.12.1-2)."""
    course.letter_owed = None
    if not fact.event.cause_stated:
        course.note("letter_without_cause", fact)


def fund_decision_received(course: Course, fact: Fact[FundDecisionReceived]) -> None:
    """The fund decides what missing registration means (R-2.5.1-3)."""
    course.fund_decisions.append(fact)
    course.registrations += 1
