"""Looking at a course day after day: what still holds is kept, what may have changed is derived again."""

from datetime import date
from functools import partial
from typing import NamedTuple

from domain.ahead import days_ahead
from domain.alerts import alerts
from domain.course.records import Deadline
from domain.course.state import Course
from domain.findings import Judged, findings
from domain.groups import DEDUCTION_GROUPS
from domain.history import KnownBy
from domain.judgement.gap import gap_days
from domain.judgement.missed_deadline import NOTHING, Judgement, judge
from domain.judgement.no_show import no_show_days
from domain.standing import (
    booking_state,
    immediate_booking,
    must_book,
    obligations,
    registration,
    registration_state,
    self_booking,
)
from domain.states import deadlines, decisions, interview_rules
from domain.times import Instant
from domain.trace import DayRun
from domain.view import CaseView, DailyStatus, DayLists, Interviews


class _Looked(NamedTuple):
    """What was derived of a missed deadline, and the state of things it holds for."""

    revision: int
    circumstances: int
    judgement: Judgement


class _Settled(NamedTuple):
    """The days that hold until a deadline or a circumstance changes."""

    judged: dict[Deadline, Judgement]
    sanctionable: tuple[DayRun, ...]
    blocked: tuple[DayRun, ...]
    no_show: tuple[DayRun, ...]
    gap: tuple[DayRun, ...]


class Lens:
    """Looks at a course that grows. Days must not go backwards, and no fact of a day looked at may be missing."""

    def __init__(self, course: Course, known_at: Instant | None = None, known_by: KnownBy = "registered") -> None:
        self._course = course
        self._known_at = known_at
        self._known_by = known_by
        self._looked: dict[Deadline, _Looked] = {}
        self._key: tuple[int, ...] = (0, 0, 0, 0, False)
        self._settled = _Settled({}, (), (), (), ())

    @property
    def judged(self) -> Judged:
        """Give the judgements of the missed deadlines on the day last looked at."""
        return self._settled.judged

    def at(self, day: date) -> CaseView:
        """Give the whole view at the end of a day."""
        course = self._course
        course.advance(day)
        settled = self._settle(whole=True)
        registered, registration_rules, registration_facts = registration(course)
        booking, booking_rules = self_booking(course, day)
        duty = must_book(course, booking)
        immediate, immediate_rules = immediate_booking(course, day, duty)
        plan = course.law.on(course.start or day).plan(course.group)
        return CaseView(
            valid_on=day,
            known_at=self._known_at,
            known_by=self._known_by,
            policy=course.policy,
            rule_set=course.law.on(day).id,
            group=course.group,
            registration=registered,
            registration_rules=registration_rules,
            registration_facts=registration_facts,
            self_booking=booking,
            self_booking_rules=booking_rules,
            immediate_booking_demanded=immediate,
            immediate_booking_rules=immediate_rules,
            deadlines=deadlines(course, settled.judged),
            obligations=obligations(course, day, duty),
            sanctionable=settled.sanctionable,
            blocked=settled.blocked,
            no_show=settled.no_show,
            gap=settled.gap,
            interviews=Interviews(len(course.held), plan.required, course.joint_held, plan.joint_required),
            interview_rules=interview_rules(course, plan.rules),
            decisions=decisions(course, settled.judged),
            findings=findings(course, settled.judged),
            alerts=alerts(course, day, booking, duty, settled.judged),
        )

    def status(self, day: date) -> DailyStatus:
        """Give the part of the view that is kept as intervals; a run of days still ends on `date.max` while it runs."""
        course = self._course
        course.advance(day)
        settled = self._settle(whole=False)
        booking = booking_state(course, day)
        duty = must_book(course, booking)
        return DailyStatus(
            day,
            registration_state(course),
            obligations(course, day, duty),
            settled.sanctionable,
            settled.blocked,
            settled.no_show,
            settled.gap,
            alerts(course, day, booking, duty, settled.judged),
        )

    def day_lists(self, day: date) -> DayLists:
        """Give the days of deduction and the blocked ones alone; a run of days still ends on `date.max` while it runs."""
        self._course.advance(day)
        settled = self._settle(whole=False)
        return DayLists(settled.sanctionable, settled.blocked)

    def _settle(self, *, whole: bool) -> _Settled:
        """Derive the days anew where something bears on them. `whole` asks for findings on deadlines without days, too."""
        course = self._course
        missed = course.missed
        revisions = sum([deadline.revision for deadline in missed]) if missed else 0
        key = (len(missed), revisions, course.circumstances, course.registrations, whole)
        if key != self._key:
            self._key = key
            judged = self._judge(whole=whole)
            self._settled = _Settled(
                judged,
                tuple([run for judgement in judged.values() for run in judgement.sanctionable]),
                tuple([run for judgement in judged.values() for run in judgement.blocked]),
                tuple([run for run in map(partial(no_show_days, course), course.no_shows) if run is not None]),
                gap_days(course) if course.gaps else (),
            )
        return self._settled

    def _judge(self, *, whole: bool) -> dict[Deadline, Judgement]:
        course, looked = self._course, self._looked
        judged: dict[Deadline, Judgement] = {}
        for deadline in course.missed:
            if not whole and deadline.group not in DEDUCTION_GROUPS:
                judged[deadline] = NOTHING
                continue
            one = looked.get(deadline)
            if one is None or one.revision != deadline.revision or one.circumstances != course.circumstances:
                one = looked[deadline] = _Looked(deadline.revision, course.circumstances, judge(course, deadline))
            judged[deadline] = one.judgement
        return judged

    def next_change(self, day: date) -> date | None:
        """Give the next day on which the view can change without a new fact, or None when it will not."""
        return min([ahead for ahead in days_ahead(self._course, day, self._settled.judged) if ahead > day], default=None)
