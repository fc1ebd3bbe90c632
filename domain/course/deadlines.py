"""Deadlines: set, extended, closed, met, ended, superseded."""

from collections.abc import Iterable

from domain.course.records import Deadline, Interview, Stop
from domain.course.state import Course, answer_no_shows, end_no_shows
from domain.events import (
    BookingCancelled,
    ContactRestored,
    DeadlineClosed,
    DeadlineExtended,
    DeadlineSentInWriting,
    DeadlineSet,
    InterviewBooked,
    InterviewHeld,
)
from domain.facts import Fact
from domain.groups import NOT_COVERED, REGISTERED_GROUPS
from domain.times import is_weekend

SELF_BOOKABLE = frozenset({"job_interview", "group_with_individual"})
"""Types whose booking meets a deadline (R-2.2-8, R-2.13.1-1, R-2.13.1-2)."""

OTHER_BODIES = frozenset({"cv", "availability", "other"})
"""Deadlines of these types are another kind and never touch a deadline for a job interview (R-0-4, R-0-5)."""


def deadline_set(course: Course, fact: Fact[DeadlineSet]) -> None:
    """A new deadline closes the existing one: at most one is open (R-2.6-7)."""
    event = fact.event
    deadline = Deadline(fact, course.group, event.due, event.interview_by, course.law.on(event.due), since=fact.day)
    find_flaws(course, deadline)
    if course.group in REGISTERED_GROUPS and not course.held:
        course.note("deadline_before_first_interview", fact, event.due)
    if event.interview_type not in OTHER_BODIES:
        for older in course.live[:]:
            _supersede(course, older, fact)
        if deadline.valid:
            course.renewal_owed = None
            answer_no_shows(course)
    course.deadlines.append(deadline)
    course.live.append(deadline)


def _supersede(course: Course, older: Deadline, fact: Fact[DeadlineSet]) -> None:
    if older.state == "open" and older.valid:
        course.note("two_deadlines_open", fact, fact.event.due)
    if older.walk_in is not None and older.state != "lapsed":
        _met_or_ended(course, older, older.walk_in, "walk_in")
        return
    older.stop(fact.day, "new_deadline", fact)
    if older.state != "lapsed":
        older.become("superseded", fact.day, fact)
    course.live.remove(older)


def find_flaws(course: Course, deadline: Deadline) -> None:
    """Say why it is not a lawful deadline, the weightiest flaw first."""
    event = deadline.fact.event
    deadline.group = course.group
    flaws: list[str] = []
    if deadline.group is None or deadline.group == NOT_COVERED:
        flaws.append("group_not_covered")
    if event.interview_type == "joint":
        flaws.append("joint_not_self_bookable")
        course.joint_attempt = deadline.fact
    elif event.interview_type not in SELF_BOOKABLE:
        flaws.append("not_a_job_interview")
    if course.exemption is not None:
        flaws.append("deadline_while_exempt")
    elif course.withdrawal is not None:
        flaws.append("deadline_while_withdrawn")
    deadline.flaws = flaws
    _measure(course, deadline)


def _measure(course: Course, deadline: Deadline) -> None:
    """Judge what depends on the due date: the rule set, the length, the lapse."""
    deadline.revision += 1
    deadline.rules = course.law.on(deadline.due)
    flaws = [flaw for flaw in deadline.flaws if flaw not in {"before_ruleset", "deadline_too_short"}]
    if "group_not_covered" not in flaws and deadline.group not in deadline.rules.covered:
        flaws.insert(0, "before_ruleset")
    days = (deadline.due - deadline.published).days + (1 if course.policy.count_set_day else 0)
    if days < deadline.rules.minimum_days:
        flaws.append("deadline_too_short")
    deadline.flaws = flaws
    deadline.lapses_on = course.lapse_day(deadline)


def deadline_extended(course: Course, fact: Fact[DeadlineExtended]) -> None:
    """An extension that takes effect on the due date at the latest moves it; a later one moves nothing (R-2.3-3)."""
    event = fact.event
    deadline = find(course, event.deadline_id)
    if deadline is None:
        return
    if fact.day > deadline.due:
        course.note("extended_after_due", fact, deadline.due)
        if deadline in course.live:
            course.renewal_owed = fact  # only a new deadline can do what was meant
    elif deadline.state in {"open", "met"} and event.due >= deadline.due:
        deadline.due = event.due
        deadline.interview_by = event.interview_by or deadline.interview_by
        deadline.extensions.append(fact)
        deadline.contact_before = deadline.contact_before or deadline.contact_on_due
        deadline.contact_on_due = None
        _measure(course, deadline)


def deadline_closed(course: Course, fact: Fact[DeadlineClosed]) -> None:
    """A closed deadline is owed no more."""
    deadline = find(course, fact.event.deadline_id)
    if deadline is not None and deadline in course.live:
        close_all(course, fact, "closed", (deadline,))


def deadline_sent_in_writing(course: Course, fact: Fact[DeadlineSentInWriting]) -> None:
    """The notice that a citizen exempt from availability must have (R-2.10-2)."""
    deadline = find(course, fact.event.deadline_id)
    if deadline is not None:
        deadline.notices.append(fact)
        deadline.revision += 1


def close_all(course: Course, fact: Fact, why: Stop, deadlines: Iterable[Deadline]) -> None:
    """Close deadlines from the fact's day on. Days that have run stand."""
    for deadline in tuple(deadlines):
        deadline.stop(fact.day, why, fact)
        if deadline.state != "lapsed":
            deadline.become("closed", fact.day, fact)
        course.live.remove(deadline)
        course.unplanned_since = max(course.unplanned_since, fact.day)


def meet_by_booking(course: Course, fact: Fact[InterviewBooked], interview: Interview) -> None:
    """A booking meets what is owed, or ends the count after the due date (R-2.5-7)."""
    if fact.event.interview_type not in SELF_BOOKABLE:
        return
    for deadline in course.live[:]:
        if deadline.fact.event.interview_type in OTHER_BODIES:
            continue
        if deadline.state == "open":
            interview.met = deadline
        _met_or_ended(course, deadline, fact, "booked")


def meet_by_walk_in(course: Course, fact: Fact[InterviewHeld]) -> None:
    """A walk-in interview is equal to self-booking (R-2.6-2); without a new deadline: policy `walk_in_without_new_deadline`."""
    for deadline in course.live[:]:
        if course.policy.walk_in_without_new_deadline == "met":
            _met_or_ended(course, deadline, fact, "walk_in")
        else:
            deadline.walk_in = deadline.walk_in or fact
            _contact(deadline, fact)


def _met_or_ended(course: Course, deadline: Deadline, fact: Fact, how: Stop) -> None:
    deadline.met_by = fact
    if fact.day <= deadline.due:
        deadline.become("met", fact.day)
    else:
        deadline.stop(fact.day, how, fact)
        if deadline.state != "lapsed":
            deadline.become("ended_booked", fact.day)
    course.live.remove(deadline)


def reopen(course: Course, fact: Fact[BookingCancelled], interview: Interview) -> None:
    """The citizen cancelled in time: the obligation reopens with the same due date (policy `cancelled_booking`)."""
    deadline = interview.met
    if (
        deadline is None
        or course.policy.cancelled_booking == "met"
        or fact.event.by != "citizen"
        or fact.day > deadline.due
        or deadline.state != "met"
        or deadline is not course.deadlines[-1]
    ):
        return
    standing = next((i for i in course.planned if i.type in SELF_BOOKABLE and i.fact.day >= deadline.published), None)
    if standing is not None:
        deadline.met_by, standing.met = standing.fact, deadline
        deadline.revision += 1
        return
    deadline.met_by = None
    deadline.become("open", fact.day, fact)
    course.live.append(deadline)


def contact_restored(course: Course, fact: Fact[ContactRestored]) -> None:
    """Restored contact ends the count; the booking is still owed (R-2.5-7, S-8)."""
    course.contacts.append(fact)
    for deadline in course.live:
        _contact(deadline, fact)
    end_no_shows(course, fact)


def contact_by_interview(course: Course, fact: Fact[InterviewHeld]) -> None:
    """An interview that does not count as self-booking still restores contact (R-2.6-2)."""
    for deadline in course.live:
        _contact(deadline, fact)


def _contact(deadline: Deadline, fact: Fact) -> None:
    deadline.revision += 1
    if fact.day < deadline.due:
        deadline.contact_before = deadline.contact_before or fact
    elif fact.day == deadline.due:
        deadline.contact_on_due = deadline.contact_on_due or fact
    else:
        deadline.stop(fact.day, "contact", fact)
        if deadline.state == "overdue":
            deadline.become("ended_contact", fact.day)


def find(course: Course, deadline_id: str) -> Deadline | None:
    """Give the newest deadline of that id."""
    return next((d for d in reversed(course.deadlines) if d.id == deadline_id), None)


def odd_dates(deadline: Deadline) -> list[str]:
    """Name what is odd about the dates of a deadline without making it invalid."""
    odd = []
    if is_weekend(deadline.due):
        odd.append("weekend_deadline")
    if deadline.interview_by is not None and (deadline.interview_by - deadline.due).days < deadline.rules.window_days:
        odd.append("interview_window_too_short")
    return odd
