"""The fold: which function takes which fact."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from domain import events as ev
from domain.course import circumstances, deadlines, decisions, interviews, person, registration
from domain.course.state import Course
from domain.facts import Fact
from domain.times import day_of

Taker = Callable[[Course, Any], None]

TAKERS: dict[type[ev.Event], Taker] = {
    ev.TargetGroupAssigned: person.target_group_assigned,
    ev.FirstContactMade: person.first_contact_made,
    ev.BenefitStarted: person.benefit_started,
    ev.BenefitStopped: person.benefit_stopped,
    ev.GuidanceGiven: person.guidance_given,
    ev.AvailabilityExempted: person.availability_exempted,
    ev.ExemptionGranted: person.exemption_granted,
    ev.ExemptionEnded: person.exemption_ended,
    ev.ExemptionDisputed: person.exemption_disputed,
    ev.SelfBookingWithdrawn: person.self_booking_withdrawn,
    ev.SelfBookingRestored: person.self_booking_restored,
    ev.Registered: registration.registered,
    ev.RegistrationRequested: registration.registration_requested,
    ev.Deregistered: registration.deregistered,
    ev.DeregistrationLetterSent: registration.deregistration_letter_sent,
    ev.RecoveryReported: registration.recovery_reported,
    ev.FundDecisionReceived: registration.fund_decision_received,
    ev.DeadlineSet: deadlines.deadline_set,
    ev.DeadlineExtended: deadlines.deadline_extended,
    ev.DeadlineClosed: deadlines.deadline_closed,
    ev.DeadlineSentInWriting: deadlines.deadline_sent_in_writing,
    ev.ContactRestored: deadlines.contact_restored,
    ev.InterviewBooked: interviews.interview_booked,
    ev.InterviewRebooked: interviews.interview_rebooked,
    ev.BookingCancelled: interviews.booking_cancelled,
    ev.InterviewConvened: interviews.interview_convened,
    ev.InterviewHeld: interviews.interview_held,
    ev.InterviewMissed: interviews.interview_missed,
    ev.InterviewRequested: interviews.interview_requested,
    ev.JobnetVisited: interviews.jobnet_visited,
    ev.ContactAttempted: circumstances.contact_attempted,
    ev.OtherActivityOffered: circumstances.other_activity_offered,
    ev.NoSlotsReported: circumstances.no_slots_reported,
    ev.SlotsReleased: circumstances.slots_released,
    ev.ImmediateBookingDemanded: circumstances.immediate_booking_demanded,
    ev.OutageRecorded: circumstances.outage_recorded,
    ev.HolidayNotified: circumstances.holiday_notified,
    ev.AbsenceRecorded: circumstances.absence_recorded,
    ev.SicknessReported: circumstances.sickness_reported,
    ev.GroundAssessed: circumstances.ground_assessed,
    ev.JobcentreErrorAcknowledged: circumstances.jobcentre_error_acknowledged,
    ev.HearingSent: decisions.hearing_sent,
    ev.HearingAnswered: decisions.hearing_answered,
    ev.SanctionDecided: decisions.sanction_decided,
    ev.SanctionRevoked: decisions.sanction_revoked,
    ev.DeductionMade: decisions.deduction_made,
    ev.AppealDecided: decisions.appeal_decided,
}
"""Who takes what changes the course."""

EVIDENCE: frozenset[type[ev.Event]] = frozenset(
    {
        ev.ReminderSent,  # a reminder, or its absence, changes no day (R-2.2-5)
        ev.FundParticipationDeclined,  # the interview type stays joint (R-2.1-6, R-2.13.2-2)
        ev.FundParticipationRequested,
        ev.AppealFiled,
    }
)
"""Facts that are shown and cited but derive nothing by themselves."""

LATE = timedelta(days=7)
"""Later than this a registration is late (SCENARIOS: `late_registration`)."""

_LATE_US = LATE // timedelta(microseconds=1)
_BEARS_ON_DUE = frozenset(
    {
        ev.InterviewBooked,
        ev.InterviewHeld,
        ev.DeadlineExtended,
        ev.DeadlineClosed,
        ev.DeadlineSentInWriting,
        ev.BookingCancelled,
        ev.ContactRestored,
        ev.NoSlotsReported,
        ev.SlotsReleased,
        ev.ExemptionGranted,
        ev.SelfBookingWithdrawn,
        ev.GuidanceGiven,
        ev.HolidayNotified,
    }
)


BEARING = frozenset(
    {
        ev.GroundAssessed,
        ev.HolidayNotified,
        ev.OutageRecorded,
        ev.NoSlotsReported,
        ev.SlotsReleased,
        ev.ContactRestored,
        ev.ContactAttempted,
        ev.GuidanceGiven,
        ev.SicknessReported,
        ev.AvailabilityExempted,
        ev.SelfBookingWithdrawn,
        ev.SelfBookingRestored,
        ev.BenefitStarted,  # the first fact about a benefit says that none was received before
    }
)
"""Facts that can change the judgement of a deadline already missed or of a no-show; a sickness does it where it is kept."""


def take(course: Course, facts: Iterable[Fact]) -> None:
    """Take facts in, in order."""
    for fact in facts:
        kind = type(fact.event)
        if course.live:
            course.advance(fact.day)
        if (fact.registered - fact.effective > _LATE_US or (kind in _BEARS_ON_DUE and course.live)) and kind is not ev.OutageRecorded:
            _note_late(course, fact)
        if kind in BEARING:
            course.circumstances += 1
        taker = TAKERS.get(kind)
        if taker is not None:
            taker(course, fact)
            if kind is not ev.JobnetVisited:  # remembered for the slot booked later; changes nothing by itself
                course.changes += 1


def _note_late(course: Course, fact: Fact) -> None:
    """Note a fact registered more than seven days after it was so, or after the due date it bears on.

    An outage is judged with the due date it touches.
    """
    registered = day_of(fact.registered)
    bears = type(fact.event) in _BEARS_ON_DUE and course.live and fact.day <= course.live[-1].due < registered
    if bears or registered - fact.day > LATE:
        course.changes += 1
        course.note("late_registration", fact, registered)
