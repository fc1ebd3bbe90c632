"""Which system publishes which fact, and which facts a person writes down."""

from domain import events
from domain.events import Event

MUNICIPALITY = "751"
JOBCENTRE = f"urn:fagsystem:nordsag:{MUNICIPALITY}"
"""The jobcentre's case system."""
SELF_SERVICE = f"urn:fagsystem:jobnet:{MUNICIPALITY}"
"""What the citizen does on Jobnet, and what Jobnet does by itself."""
BENEFITS = f"urn:fagsystem:ydelse:{MUNICIPALITY}"
"""The benefit office's system."""
FUND = f"urn:fagsystem:akasse:{MUNICIPALITY}"
"""What the unemployment fund reports."""

_SYSTEMS: dict[type[Event], str] = {
    **dict.fromkeys(
        (
            events.RegistrationRequested,
            events.Registered,
            events.Deregistered,
            events.DeregistrationLetterSent,
            events.ReminderSent,
            events.JobnetVisited,
            events.ImmediateBookingDemanded,
            events.InterviewBooked,
            events.InterviewRebooked,
            events.BookingCancelled,
            events.RecoveryReported,
            events.OutageRecorded,
        ),
        SELF_SERVICE,
    ),
    **dict.fromkeys(
        (events.BenefitStarted, events.BenefitStopped, events.SanctionDecided, events.SanctionRevoked, events.DeductionMade), BENEFITS
    ),
    events.FundDecisionReceived: FUND,
}

BY_HAND: frozenset[type[Event]] = frozenset(
    {
        events.TargetGroupAssigned,
        events.FirstContactMade,
        events.BenefitStarted,
        events.BenefitStopped,
        events.GuidanceGiven,
        events.DeadlineExtended,
        events.DeadlineSentInWriting,
        events.InterviewHeld,
        events.InterviewMissed,
        events.InterviewRequested,
        events.ContactRestored,
        events.ContactAttempted,
        events.NoSlotsReported,
        events.SicknessReported,
        events.HolidayNotified,
        events.AbsenceRecorded,
        events.GroundAssessed,
        events.ExemptionGranted,
        events.ExemptionEnded,
        events.ExemptionDisputed,
        events.SelfBookingWithdrawn,
        events.SelfBookingRestored,
        events.AvailabilityExempted,
        events.FundParticipationDeclined,
        events.FundParticipationRequested,
        events.OtherActivityOffered,
        events.HearingAnswered,
        events.FundDecisionReceived,
        events.JobcentreErrorAcknowledged,
        events.AppealFiled,
        events.AppealDecided,
    }
)
"""Facts that a person writes down. The others are registered by the system that causes them, within seconds."""


def source_of(kind: type[Event]) -> str:
    """Give the system that usually publishes this kind of fact."""
    return _SYSTEMS.get(kind, JOBCENTRE)
