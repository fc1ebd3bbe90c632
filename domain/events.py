"""The facts that fagsystems register, one definition each: contract/EVENTS.md, version 1.

From these classes come the validation at the door, the JSON Schemas, the trusted decoding in replays and the
Danish labels. `effective` is kept as it was written; `domain.times.parse_effective` reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Le, MaxLen, MinLen

from domain.times import FIRST_DAY, LAST_DAY

Day = Annotated[date, Ge(FIRST_DAY), Le(LAST_DAY)]
Days = Annotated[tuple[Day, ...], MaxLen(1000)]
Key = Annotated[str, MinLen(1), MaxLen(200)]
Text = Annotated[str, MaxLen(10_000)]

Group = Literal[
    "dagpenge",
    "kontanthjaelp_jobparat",
    "overgangsydelse_jobparat",
    "uddannelseshjaelp_aabenlyst",
    "overgangsydelse_aabenlyst",
    "jobafklaring",
    "ikke_omfattet",
]
RegistrationChannel = Literal["jobnet", "jobcentre", "unemployment_fund"]
ContactChannel = Literal["visit", "phone", "message", "mail"]
InterviewType = Literal["job_interview", "joint", "group_with_individual", "group", "cv", "availability", "other"]
InterviewForm = Literal["in_person", "digital", "phone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What every event's `data` holds."""

    NAME: ClassVar[str]
    """The event name in kebab-case, as in the CloudEvents type `dk.sagsspor.<name>.v1`."""
    LABEL: ClassVar[str]
    """The Danish name shown to people."""

    effective: str
    """Virkningstid: an RFC 3339 time with offset, or a local date YYYY-MM-DD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroupAssigned(Event):
    """The citizen belongs to this target group from now on."""

    NAME = "target-group-assigned"
    LABEL = "Målgruppe fastsat"
    group: Group
    wage_subsidy: bool = False
    free_municipality: bool = False
    in_offer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstContactMade(Event):
    """The citizen contacted the municipality for help for the first time."""

    NAME = "first-contact-made"
    LABEL = "Første henvendelse om hjælp"


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitStarted(Event):
    """`effective` is the first day with the benefit."""

    NAME = "benefit-started"
    LABEL = "Ydelse bevilget"


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitStopped(Event):
    """`effective` is the first day without the benefit."""

    NAME = "benefit-stopped"
    LABEL = "Ydelse ophørt"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationRequested(Event):
    """A re-registration was begun; `Registered` completes it."""

    NAME = "registration-requested"
    LABEL = "Gentilmelding påbegyndt"
    channel: RegistrationChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered(Event):
    """Registered, or registered again, as a jobseeker."""

    NAME = "registered"
    LABEL = "Tilmeldt som jobsøgende"
    channel: RegistrationChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class Deregistered(Event):
    """No longer registered as a jobseeker, from the effective time on."""

    NAME = "deregistered"
    LABEL = "Afmeldt som jobsøgende"
    cause: Literal["missed_booking", "sickness", "employment", "own_request", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeregistrationLetterSent(Event):
    """The letter about the deregistration was sent."""

    NAME = "deregistration-letter-sent"
    LABEL = "Afmeldebrev sendt"
    cause_stated: bool
    text_version: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceGiven(Event):
    """The citizen was guided about self-booking and the consequences of not booking."""

    NAME = "guidance-given"
    LABEL = "Vejledning om selvbooking givet"
    by: Literal["jobcentre", "unemployment_fund"]
    written: bool
    text_version: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineSet(Event):
    """A booking deadline; `effective` is the day it was published."""

    NAME = "deadline-set"
    LABEL = "Frist for selvbooking sat"
    deadline_id: Key
    due: Day
    interview_by: Day | None = None
    published: Literal["jobnet", "letter", "both"]
    interview_type: InterviewType = "job_interview"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineExtended(Event):
    """The deadline was moved to a later due date."""

    NAME = "deadline-extended"
    LABEL = "Frist forlænget"
    deadline_id: Key
    due: Day
    interview_by: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineClosed(Event):
    """The deadline was closed or annulled."""

    NAME = "deadline-closed"
    LABEL = "Frist lukket"
    deadline_id: Key
    cause: Literal["new_deadline", "exemption", "withdrawal", "group_change", "error", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineSentInWriting(Event):
    """The deadline was told in writing in another way than on Jobnet."""

    NAME = "deadline-sent-in-writing"
    LABEL = "Frist meddelt skriftligt uden om Jobnet"
    deadline_id: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderSent(Event):
    """A text message or mail reminded of the deadline."""

    NAME = "reminder-sent"
    LABEL = "Påmindelse sendt"
    deadline_id: Key
    channel: Literal["sms", "email"]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobnetVisited(Event):
    """The citizen went on Jobnet."""

    NAME = "jobnet-visited"
    LABEL = "Borger på Jobnet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImmediateBookingDemanded(Event):
    """Jobnet demanded that the citizen book at once."""

    NAME = "immediate-booking-demanded"
    LABEL = "Straksbooking krævet"
    slots_offered: Annotated[int, Ge(0), Le(10_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewBooked(Event):
    """An interview was booked."""

    NAME = "interview-booked"
    LABEL = "Samtale booket"
    booking_id: Key
    interview_at: datetime
    interview_type: InterviewType = "job_interview"
    form: InterviewForm = "in_person"
    booked_by: Literal["citizen", "jobcentre"] = "citizen"
    immediate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewRebooked(Event):
    """A booked interview was moved."""

    NAME = "interview-rebooked"
    LABEL = "Samtale ombooket"
    booking_id: Key
    interview_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingCancelled(Event):
    """A booked interview was cancelled."""

    NAME = "booking-cancelled"
    LABEL = "Booking aflyst"
    booking_id: Key
    by: Literal["citizen", "jobcentre"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewConvened(Event):
    """The jobcentre convened the citizen to an interview."""

    NAME = "interview-convened"
    LABEL = "Indkaldt til samtale"
    interview_id: Key
    interview_at: datetime
    interview_type: InterviewType = "job_interview"
    reason: Literal["first", "joint", "short_notice", "exempt", "withdrawn", "other"]
    justification: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewHeld(Event):
    """An interview was carried through."""

    NAME = "interview-held"
    LABEL = "Samtale holdt"
    interview_type: InterviewType = "job_interview"
    form: InterviewForm = "in_person"
    initiative: Literal["planned", "walk_in", "phone_request", "company_visit"] = "planned"
    citizen_informed: bool = True
    fund_present: bool | None = None
    booking_id: Key | None = None
    interview_id: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewMissed(Event):
    """The citizen did not turn up."""

    NAME = "interview-missed"
    LABEL = "Udeblivelse registreret"
    booking_id: Key | None = None
    interview_id: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewRequested(Event):
    """The citizen asked for an interview."""

    NAME = "interview-requested"
    LABEL = "Borger beder om samtale"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRestored(Event):
    """The citizen restored contact by an act of their own."""

    NAME = "contact-restored"
    LABEL = "Kontakt genoprettet"
    channel: ContactChannel
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAttempted(Event):
    """The jobcentre tried to reach the citizen."""

    NAME = "contact-attempted"
    LABEL = "Jobcenteret har henvendt sig"
    channel: ContactChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSlotsReported(Event):
    """The citizen reported that there were no free slots."""

    NAME = "no-slots-reported"
    LABEL = "Manglende tider meldt"
    channel: Literal["jobnet", "visit", "phone", "message", "mail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsReleased(Event):
    """The jobcentre released more slots."""

    NAME = "slots-released"
    LABEL = "Flere tider udstillet"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutageRecorded(Event):
    """Jobnet was out of order; its case is the literal `jobnet`."""

    NAME = "outage-recorded"
    LABEL = "Driftsforstyrrelse på Jobnet"
    from_: datetime
    to: datetime
    reference: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SicknessReported(Event):
    """The citizen reported sick."""

    NAME = "sickness-reported"
    LABEL = "Sygemelding"
    to: Literal["jobcentre", "jobnet", "unemployment_fund"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryReported(Event):
    """The citizen reported well again; `register` says whether to be registered again with it."""

    NAME = "recovery-reported"
    LABEL = "Raskmelding"
    channel: RegistrationChannel
    register: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayNotified(Event):
    """The citizen gave notice of a holiday; both days are included."""

    NAME = "holiday-notified"
    LABEL = "Ferie meddelt"
    from_: Day
    to: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceRecorded(Event):
    """Another absence; both days are included."""

    NAME = "absence-recorded"
    LABEL = "Andet fravær registreret"
    kind: Literal["job_oriented_education", "maternity", "offer", "other"]
    from_: Day
    to: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundAssessed(Event):
    """The jobcentre assessed a reasonable ground or other circumstances; both days are included."""

    NAME = "ground-assessed"
    LABEL = "Rimelig grund eller andre forhold vurderet"
    kind: Literal["sickness", "maternity", "listed", "other_circumstances"]
    from_: Day
    to: Day
    accepted: bool
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionGranted(Event):
    """The citizen is exempt from self-booking."""

    NAME = "exemption-granted"
    LABEL = "Fritaget fra selvbooking"
    reason: Literal["it_skills", "language", "impairment", "premises", "interpreter"]
    requested_by_citizen: bool = True
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionEnded(Event):
    """The exemption ended."""

    NAME = "exemption-ended"
    LABEL = "Fritagelse ophørt"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionDisputed(Event):
    """The citizen disagrees about the exemption."""

    NAME = "exemption-disputed"
    LABEL = "Borger uenig om fritagelse"


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfBookingWithdrawn(Event):
    """The right to self-book was withdrawn; only a decision with all formal demands takes effect."""

    NAME = "self-booking-withdrawn"
    LABEL = "Frataget retten til selvbooking"
    reason: Text
    decision_in_writing: bool
    reasons_given: bool
    appeal_guidance: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfBookingRestored(Event):
    """The citizen may self-book again."""

    NAME = "self-booking-restored"
    LABEL = "Retten til selvbooking givet tilbage"


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailabilityExempted(Event):
    """Exempt from active job search and referred work; both days are included."""

    NAME = "availability-exempted"
    LABEL = "Fritaget for aktiv jobsøgning og henvist job"
    from_: Day
    to: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class FundParticipationDeclined(Event):
    """The citizen opted out of the fund taking part in joint interviews."""

    NAME = "fund-participation-declined"
    LABEL = "A-kassens deltagelse fravalgt"


@dataclass(frozen=True, slots=True, kw_only=True)
class FundParticipationRequested(Event):
    """The citizen asked the fund to take part in joint interviews."""

    NAME = "fund-participation-requested"
    LABEL = "A-kassens deltagelse tilvalgt"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherActivityOffered(Event):
    """Self-booking of another activity than a job interview was offered."""

    NAME = "other-activity-offered"
    LABEL = "Tilbud om selvbooking af anden aktivitet"
    in_writing: bool
    book_by: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingSent(Event):
    """The citizen was heard before a decision."""

    NAME = "hearing-sent"
    LABEL = "Partshøring sendt"
    reply_by: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingAnswered(Event):
    """The citizen answered the hearing."""

    NAME = "hearing-answered"
    LABEL = "Partshøring besvaret"
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionDecided(Event):
    """A decision to deduct these days."""

    NAME = "sanction-decided"
    LABEL = "Afgørelse om fradrag"
    deadline_id: Key
    days: Days
    other_circumstances_assessed: bool
    legal_basis: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionRevoked(Event):
    """The decision was revoked."""

    NAME = "sanction-revoked"
    LABEL = "Afgørelse om fradrag ophævet"
    deadline_id: Key
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductionMade(Event):
    """The deduction was carried out."""

    NAME = "deduction-made"
    LABEL = "Fradrag gennemført"
    deadline_id: Key
    days: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class FundDecisionReceived(Event):
    """The unemployment fund decided about the missing registration; both days are included."""

    NAME = "fund-decision-received"
    LABEL = "A-kassens afgørelse modtaget"
    outcome: Literal["dispensation", "loss", "other"]
    from_: Day
    to: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class JobcentreErrorAcknowledged(Event):
    """The jobcentre acknowledged an error of its own."""

    NAME = "jobcentre-error-acknowledged"
    LABEL = "Fejl hos jobcenteret erkendt"
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealFiled(Event):
    """The citizen appealed."""

    NAME = "appeal-filed"
    LABEL = "Klage modtaget"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDecided(Event):
    """The appeal was decided."""

    NAME = "appeal-decided"
    LABEL = "Klage afgjort"
    outcome: Literal["upheld", "changed", "annulled", "remitted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRetracted(Event):
    """The target counts as never having happened, from this registration time on."""

    NAME = "event-retracted"
    LABEL = "Registrering annulleret"
    target_source: Key
    target_id: Key
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCorrected(Event):
    """`data` is the whole corrected data of the target and replaces it from this registration time on."""

    NAME = "event-corrected"
    LABEL = "Registrering rettet"
    target_source: Key
    target_id: Key
    reason: Text
    data: Mapping[str, Any]


EVENT_TYPES: dict[str, type[Event]] = {cls.NAME: cls for cls in Event.__subclasses__()}
"""Every event type by its kebab-case name."""

SYSTEM_CASE = "jobnet"
"""The subject of facts that concern every case."""
