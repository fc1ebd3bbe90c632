"""A dossier's events in words: what each chapter lists, with what people wrote and where it stands in the log."""

from collections.abc import Iterable, Mapping

from domain.events import (
    AbsenceRecorded,
    AppealDecided,
    AppealFiled,
    AvailabilityExempted,
    BenefitStarted,
    BenefitStopped,
    BookingCancelled,
    ContactAttempted,
    ContactRestored,
    DeadlineClosed,
    DeadlineExtended,
    DeadlineSentInWriting,
    DeadlineSet,
    DeductionMade,
    Deregistered,
    DeregistrationLetterSent,
    Event,
    EventCorrected,
    EventRetracted,
    ExemptionDisputed,
    ExemptionEnded,
    ExemptionGranted,
    FirstContactMade,
    FundDecisionReceived,
    GroundAssessed,
    GuidanceGiven,
    HearingAnswered,
    HearingSent,
    HolidayNotified,
    ImmediateBookingDemanded,
    InterviewBooked,
    InterviewConvened,
    InterviewHeld,
    InterviewMissed,
    InterviewRebooked,
    InterviewRequested,
    JobcentreErrorAcknowledged,
    JobnetVisited,
    NoSlotsReported,
    OtherActivityOffered,
    OutageRecorded,
    RecoveryReported,
    Registered,
    RegistrationRequested,
    ReminderSent,
    SanctionDecided,
    SanctionRevoked,
    SelfBookingRestored,
    SelfBookingWithdrawn,
    SicknessReported,
    SlotsReleased,
    TargetGroupAssigned,
)
from domain.texts import danish_date
from domain.times import day_of
from infra.danish_dates import danish_time
from infra.dossier.content import Block, table_or
from infra.event_words import event_words, free_text
from infra.timeline import Happened

Kinds = tuple[type[Event], ...]

PERSON: Kinds = (
    TargetGroupAssigned,
    FirstContactMade,
    BenefitStarted,
    BenefitStopped,
    RegistrationRequested,
    Registered,
    Deregistered,
    ExemptionGranted,
    ExemptionEnded,
    ExemptionDisputed,
    SelfBookingWithdrawn,
    SelfBookingRestored,
    AvailabilityExempted,
)
DEADLINES: Kinds = (DeadlineSet, DeadlineExtended, DeadlineClosed)
GUIDANCE: Kinds = (GuidanceGiven,)
LETTERS: Kinds = (ReminderSent, DeregistrationLetterSent, DeadlineSentInWriting, InterviewConvened, OtherActivityOffered)
BOOKINGS: Kinds = (
    JobnetVisited,
    ImmediateBookingDemanded,
    InterviewBooked,
    InterviewRebooked,
    BookingCancelled,
    InterviewHeld,
    InterviewMissed,
)
OUTAGES: Kinds = (OutageRecorded, NoSlotsReported, SlotsReleased, JobcentreErrorAcknowledged)
CONTACTS: Kinds = (ContactRestored, ContactAttempted, InterviewRequested)
GROUNDS: Kinds = (GroundAssessed, SicknessReported, RecoveryReported, HolidayNotified, AbsenceRecorded)
HEARINGS: Kinds = (HearingSent, HearingAnswered)
DECISIONS: Kinds = (SanctionDecided, SanctionRevoked, DeductionMade, FundDecisionReceived, AppealFiled, AppealDecided)

HEAD = ("Dag", "Hændelse", "Registreret", "Afsender og id", "Nr. i loggen")
_STANDINGS = {"standing": "", "corrected": " [rettet]", "retracted": " [annulleret: tæller ikke]", "revision": ""}


def events(caption: str, happened: Iterable[Happened], places: Mapping[tuple[str, str], int], kinds: Kinds, none: str) -> Block:
    """Tell the events of some kinds."""
    return table_or(caption, HEAD, [row(one, places) for one in happened if isinstance(one.fact.event, kinds)], none)


def row(one: Happened, places: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    """Tell one event: when it was so, what it says, when it was registered, who sent it and where it stands."""
    fact = one.fact
    late = f" ({one.days_late} dage efter)" if one.days_late else ""
    words = f"{said(fact.event)}{_STANDINGS[one.standing]}{_revised(one)}"
    return danish_date(one.day), words, danish_time(fact.registered) + late, f"{fact.source} {fact.id}", str(places[fact.ref])


def said(event: Event) -> str:
    """Say an event with the free text that people wrote in it."""
    return ". ".join([event_words(event), *free_text(event), *_target(event)])


def _revised(one: Happened) -> str:
    return "".join(f" {fact.event.LABEL} {danish_date(day_of(fact.registered))} ({fact.id})." for fact in one.revised_by)


def _target(event: Event) -> list[str]:
    return [f"Afsender: {event.target_source}"] if isinstance(event, EventRetracted | EventCorrected) else []
