"""Where the citizen stands on a day: registration, self-booking, what is owed."""

from datetime import date

from domain.course.circumstances import protected_holiday
from domain.course.records import Deadline, Interview
from domain.course.registration import is_sick, owed
from domain.course.state import Course, registers
from domain.facts import Fact
from domain.groups import DAGPENGE, JOBAFKLARING, NOT_COVERED
from domain.view import Obligation, RegistrationState, SelfBooking

UNPAUSED = frozenset({"open", "overdue", "ended_contact"})


def registration_state(course: Course) -> RegistrationState:
    """Give the registration as a jobseeker."""
    if course.group == JOBAFKLARING:
        return "not_applicable"
    if course.registration is None:
        return "unregistered" if registers(course.group) else "not_applicable"
    return course.registration


def registration(course: Course) -> tuple[RegistrationState, tuple[str, ...], tuple[Fact, ...]]:
    """Give the registration as a jobseeker with the rules and facts behind it."""
    state = registration_state(course)
    if course.group == JOBAFKLARING:
        return state, ("R-2.9.1-6",), ()
    fact = (course.registration_fact,) if course.registration_fact else ()
    return state, _registration_rules(course) if course.registration else (), fact


def _registration_rules(course: Course) -> tuple[str, ...]:
    dagpenge = course.group == DAGPENGE
    match course.registration, course.cause:
        case "pending", _:
            return ("R-2.7.1-1", "R-2.9.3-1", "R-2.7.1-2") if dagpenge else ()
        case "unregistered", "missed_booking":
            return ("R-2.3.1-1", "R-2.3.1-2", "R-2.3.1-3", "R-2.5.1-1", "R-2.14-3") if dagpenge else ("R-2.15-5",)
        case "unregistered", "sickness":
            return ("R-2.15-7", "R-2.7.3-1")
        case "registered", "missed_booking" if dagpenge:
            return _after_missed_booking(course)
        case "registered", "sickness":
            return ("R-2.7.3-2", "R-2.7.3-3", "R-2.7.3-4", "R-2.7.3-5", "R-2.15-8")
        case "registered", _ if course.reregistration is not None and dagpenge:
            return ("R-2.7.1-1", "R-2.9.1-7")
        case _:
            return ()


def _after_missed_booking(course: Course) -> tuple[str, ...]:
    rules = ["R-2.3.1-4", "R-2.7.1-3", "R-2.7.1-4", "R-2.9.1-7"]
    channel = getattr(course.registration_fact.event, "channel", "jobnet") if course.registration_fact else "jobnet"
    if channel != "jobnet":
        rules += ["R-2.8-1", "R-2.7.1-5"]
    if course.no_slots:
        rules.append("R-2.12-4")
    return tuple(rules)


def booking_state(course: Course, day: date) -> SelfBooking:
    """Say whether the citizen must self-book on a day (R-2.1-1, R-2.11.1-1, R-2.11.2-1)."""
    if course.group is None or course.group not in course.law.on(day).covered:
        return "not_covered"
    if course.withdrawal is not None:
        return "withdrawn"
    return "duty" if course.exemption is None else "exempt"


def self_booking(course: Course, day: date) -> tuple[SelfBooking, tuple[str, ...]]:
    """Give the state of self-booking with the rules behind it."""
    state = booking_state(course, day)
    if state == "duty":
        return state, _duty_rules(course, day)
    if state == "not_covered":
        return state, ("R-0-1", "R-0-3") if course.group is None or course.group == NOT_COVERED else ("R-0-2",)
    return state, ("R-2.11.2-1", "R-2.11.2-3") if state == "withdrawn" else ("R-2.11.1-1", "R-2.11.1-5")


def _duty_rules(course: Course, day: date) -> tuple[str, ...]:
    rules = ["R-2.1-1"]
    if any(a.event.from_ <= day <= a.event.to for a in course.availability):
        rules.append("R-2.10-1")
    if course.groups[-1].event.free_municipality:
        rules.append("R-4-1")
    if course.offers:
        rules.append("R-2.16-2")
    return tuple(rules)


def must_book(course: Course, booking: SelfBooking) -> bool:
    """Say whether a duty to book rests on the citizen now: covered, not sick and deregistered, not out of unemployment."""
    if booking != "duty" or is_sick(course):
        return False
    if course.group == DAGPENGE:
        return not (course.registration == "unregistered" and course.cause in {"employment", "own_request", "other"})
    if course.registration == "unregistered" and course.cause == "employment":
        return False
    return course.receives_benefit_now()


def rules_of_no_duty(course: Course, day: date) -> tuple[str, ...]:
    """Give the rules by which no booking is owed on a day while a deadline stands; none where it is for want of a benefit."""
    booking, rules = self_booking(course, day)
    if booking != "duty":
        return rules
    if is_sick(course):
        return ("R-2.15-7",)
    return ("R-2.15-4", "R-2.15-2") if protected_holiday(course, day) is not None else ()


def immediate_booking(course: Course, day: date, duty: bool) -> tuple[bool, tuple[str, ...]]:
    """Say whether Jobnet demands a booking at once: from the day after the due date until booked (R-2.5-2)."""
    if not duty or protected_holiday(course, day) is not None:
        return False, ()
    if any(owed(deadline) for deadline in course.live):
        return True, _immediate_rules(course)
    if course.policy.immediate_booking_before_due and course.group == DAGPENGE and any(_kept_open(course, d) for d in course.live):
        return True, ("R-2.9.3-1",)
    return False, ()


def _kept_open(course: Course, deadline: Deadline) -> bool:
    """An open deadline from before a deregistration that the citizen has come, or is coming, back from."""
    left = course.deregistration
    returned = course.registration == "pending" or course.reregistration is not None
    return deadline.valid and deadline.state == "open" and left is not None and returned and deadline.published <= left.day


def _immediate_rules(course: Course) -> tuple[str, ...]:
    if course.group == DAGPENGE:
        return ("R-2.5-2", "R-2.7.1-1", "R-2.9.3-1", "R-2.15-6")
    if course.group == JOBAFKLARING:
        return ("R-2.5-2", "R-2.15-5")
    return ("R-2.5-2", "R-2.7.2-1", "R-2.15-5", "R-2.15-8")


def obligations(course: Course, day: date, duty: bool) -> tuple[Obligation, ...]:
    """List what the citizen owes at the end of the day."""
    found: list[Obligation] = []
    if duty:
        found += [_booking(d) for d in course.live if d.valid and d.state in UNPAUSED and not _in_holiday(course, d, day)]
    found += [_attendance(i) for i in course.planned if i.day >= day]
    if course.registration not in {"unregistered", "pending"}:
        return tuple(found)
    if is_sick(course) and course.registration == "unregistered":
        sick = course.sickness[-1]
        found.append(Obligation("report_recovery", sick.first, None, "open", None, ("R-2.7.3-1",), (sick.fact,)))
    if owes_registration(course):
        left = course.deregistration
        facts = (left,) if left else ()
        since = left.day if left else day
        found.append(Obligation("re_register", since, None, "open", None, ("R-2.3.1-3", "R-2.5.1-1"), facts))
    return tuple(found)


def _in_holiday(course: Course, deadline: Deadline, day: date) -> bool:
    return deadline.due < day and protected_holiday(course, day) is not None


def owes_registration(course: Course) -> bool:
    """Say whether the citizen must register again: deregistered for a missed booking (R-2.3.1-3)."""
    return registers(course.group) and course.registration in {"unregistered", "pending"} and course.cause == "missed_booking"


def _booking(deadline: Deadline) -> Obligation:
    state = "open" if deadline.state == "open" else "overdue"
    rules = ("R-2.1-1", "R-2.2-1", "R-2.2-3", "R-2.2-8")
    return Obligation("book_interview", deadline.published, deadline.due, state, deadline.id, rules, deadline.facts)  # type: ignore[arg-type]  # a conditional of two literals


def _attendance(interview: Interview) -> Obligation:
    rules = ("R-2.4-1",) if type(interview.fact.event).__name__ == "InterviewBooked" else ("R-2.1-4",)
    return Obligation("attend_interview", interview.fact.day, interview.day, "open", None, rules, (interview.fact,))
