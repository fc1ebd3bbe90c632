"""The days of a missed deadline (DAYCOUNT 2.2): from the due date up to, but not including, booking or restored contact."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from domain.course.circumstances import accepted_ground, protected_holiday
from domain.course.records import Deadline, Stop
from domain.course.state import Course
from domain.facts import Fact, distinct
from domain.groups import DEDUCTION_GROUPS
from domain.judgement.obstacles import OBSTACLES, Hit, ground_rules, guided
from domain.times import ONE_DAY, add_months, is_weekend
from domain.trace import Considered, DayRun, Note, Reason, Ruling

DAY_RULES = ("R-2.5-6", "R-2.5-8")
STOP_RULES: dict[Stop, tuple[str, ...]] = {
    "booked": ("R-2.5-7",),
    "walk_in": ("R-2.5-7", "R-2.6-1", "R-2.6-2"),
    "contact": ("R-2.5-7",),
    "new_deadline": ("R-2.5-5", "R-2.6-7"),
    "closed": ("R-2.2-1",),
    "exempted": ("R-2.11.1-1",),
    "withdrawn": ("R-2.11.2-1",),
    "group_changed": (),
    "no_benefit": (),
    "lapsed": ("R-2.9.1-4",),
    "recovered": ("R-2.15-7", "R-2.15-8"),
}


Ending = tuple[date, Stop, Fact]
"""What ended a count: the day, how, and the fact."""


class Judgement(NamedTuple):
    """What a missed deadline leads to, as it stands at the end of a day."""

    sanctionable: tuple[DayRun, ...] = ()
    blocked: tuple[DayRun, ...] = ()
    findings: tuple[Note, ...] = ()
    considered: tuple[Considered, ...] = ()
    interval: DayRun | None = None
    """The whole interval with what ended it, before anything lifts its days; None where no days run at all."""


NOTHING = Judgement()
"""No days, and nothing said."""


def judge(course: Course, deadline: Deadline) -> Judgement:
    """Judge a deadline that was missed. The group on the due date decides, not the group today (R-0-3).

    A count that nothing has ended yet runs on: its last run ends on `date.max`.
    """
    stop = _first_stop(deadline)
    hits, considered = _try_obstacles(course, deadline, stop)
    findings = _findings(course, deadline, hits)
    nothing = _no_days(course, deadline)
    if nothing is not None:
        return Judgement((), (), findings, (nothing, *considered))
    if stop is not None and stop[1] == "new_deadline" and course.policy.new_deadline_after_miss == "wipe":
        return Judgement((), (), findings, (Considered("R-2.5-6", Reason("wiped_by_new_deadline", (stop[0],))), *considered))
    last = _last_day(course, deadline, stop)
    base = _base_facts(course, deadline)
    sanction = _sanction(stop, deadline.due, last, base, considered)
    interval = _run(course, deadline, deadline.due, last, sanction)
    if not hits and not (course.holidays or course.grounds or course.sickness):
        return Judgement(_counting([interval]), (), findings, considered, interval)
    block = _block(hits, base, considered)
    through = max((hit.last or date.max for hit in hits), default=date.min)
    single = _single_days(course, base, considered)
    sanctionable: list[DayRun] = []
    blocked: list[DayRun] = []
    for first, end in _segments(course, deadline.due, last, through):
        if course.sick_on(first) is None:
            ruling = block if block is not None and first <= through else single(first)
            runs, ruling = (sanctionable, sanction) if ruling is None else (blocked, ruling)
            _extend(runs, _run(course, deadline, first, end, ruling))
    return Judgement(_counting(sanctionable), _counting(blocked), findings, considered, interval)


def _counting(runs: list[DayRun]) -> tuple[DayRun, ...]:
    """Leave out runs that the day calendar leaves no day of."""
    return tuple(
        run for run in runs if not (run.weekdays and is_weekend(run.first) and is_weekend(run.last) and (run.last - run.first).days < 2)
    )


def _segments(course: Course, due: date, last: date, through: date) -> Iterator[tuple[date, date]]:
    """Cut the interval where a verdict can change: at the bounds of holidays, grounds, sickness, and of what lifts the days."""
    bounds = {due}
    bounds.update(bound for h in course.holidays for bound in (h.event.from_, h.event.to + ONE_DAY))
    bounds.update(bound for g in course.grounds for bound in (g.event.from_, g.event.to + ONE_DAY))
    for spell in course.sickness:
        bounds |= {spell.first, spell.until or spell.first}
    if through < date.max:
        bounds.add(max(through, due) + ONE_DAY)
    cuts = sorted(bound for bound in bounds if due <= bound <= last)
    for first, following in pairwise(cuts):
        yield first, following - ONE_DAY
    yield cuts[-1], last


def _extend(runs: list[DayRun], run: DayRun) -> None:
    """Join a run to the one before it when the ruling is the same."""
    if runs and runs[-1].last == run.first - ONE_DAY and runs[-1].ruling is run.ruling:
        runs[-1] = runs[-1]._replace(last=run.last)
    else:
        runs.append(run)


def _try_obstacles(course: Course, deadline: Deadline, stop: Ending | None) -> tuple[tuple[Hit, ...], tuple[Considered, ...]]:
    answers = [obstacle(course, deadline) for obstacle in OBSTACLES]
    considered = [answer for answer in answers if type(answer) is Considered]
    considered.append(Considered("R-2.2-5", Reason("reminder_is_no_ground")))
    attempt = next((a for a in course.attempts if deadline.due < a.day and (stop is None or a.day < stop[0])), None)
    if attempt is not None:
        considered.append(Considered("R-2.5-4", Reason("attempt_is_no_contact", (attempt.day,))))
    report = next((r for r in course.sick_reports if r.day >= deadline.published and (stop is None or r.day < stop[0])), None)
    if report is not None and not course.sickness:
        considered.append(Considered("R-2.15-7", Reason("sick_without_deregistration", (report.day,))))
    return tuple(answer for answer in answers if type(answer) is Hit), tuple(considered)


def _no_days(course: Course, deadline: Deadline) -> Considered | None:
    """Say why no days run at all, not even as blocked ones."""
    if deadline.group not in DEDUCTION_GROUPS:
        return Considered("R-2.5-6", Reason("group_without_days" if deadline.group == "dagpenge" else "group_not_covered"))
    if "before_ruleset" in deadline.flaws:
        return Considered("R-0-2", Reason("before_ruleset", (deadline.published, deadline.due)))
    if not course.receives_benefit(deadline.due):
        return Considered("R-2.5-6", Reason("no_benefit_on_due", (deadline.due,)))
    if course.sick_on(deadline.due) is not None:
        return Considered("R-2.15-7", Reason("sick_on_due", (deadline.due,)))
    if deadline.contact_before is not None and course.policy.contact_before_due == "averts":
        return Considered("R-2.3-4", Reason("contact_averted", (deadline.contact_before.day,)))
    return None


def _first_stop(deadline: Deadline) -> Ending | None:
    """Give what ends the count first. What came before the due date ended nothing: a benefit may be back by then."""
    bearing = [stop for stop in deadline.stops if stop[0] > deadline.due or (stop[0] == deadline.due and stop[1] == "contact")]
    return min(bearing, key=itemgetter(0), default=None)


def _last_day(course: Course, deadline: Deadline, stop: Ending | None) -> date:
    """Give the last day of the interval; the due date is always in it (R-2.5-8)."""
    if stop is None:
        return date.max
    counts = course.policy.count_end_day and stop[1] in {"booked", "walk_in", "contact"}
    return max(stop[0] if counts else stop[0] - ONE_DAY, deadline.due)


def _base_facts(course: Course, deadline: Deadline) -> tuple[Fact, ...]:
    """Name what every day of the interval rests on."""
    return distinct((*deadline.facts, course.group_fact_on(deadline.due), guided(course, deadline)))


def _sanction(stop: Ending | None, due: date, last: date, base: tuple[Fact, ...], considered: tuple[Considered, ...]) -> Ruling:
    if stop is None:
        return Ruling(Reason("days_running", (due,)), DAY_RULES, base, considered)
    rules = (*DAY_RULES, *STOP_RULES[stop[1]])
    return Ruling(Reason("days_until_" + stop[1], (due, stop[0], last)), rules, distinct((*base, stop[2])), considered)


def _block(hits: tuple[Hit, ...], base: tuple[Fact, ...], considered: tuple[Considered, ...]) -> Ruling | None:
    """Merge the obstacles: the first gives the reason, all are cited."""
    if not hits:
        return None
    rules = tuple(dict.fromkeys(rule for hit in hits for rule in hit.rules))
    facts = distinct((*(fact for hit in hits for fact in hit.facts), *base))
    return Ruling(hits[0].reason, rules, facts, considered)


def _single_days(course: Course, base: tuple[Fact, ...], considered: tuple[Considered, ...]) -> Callable[[date], Ruling | None]:
    """Answer for days after the due date that a holiday or a ground takes out (S-6b, S-17)."""
    made: dict[int, Ruling] = {}

    def ruling(day: date) -> Ruling | None:
        away = protected_holiday(course, day)
        if away is not None:
            reason = Reason("holiday_after_due", (away.event.from_, away.event.to, away.day))
            return once(away, ("R-2.15-4", "R-2.15-2"), reason)
        ground = accepted_ground(course, day) if course.policy.ground_after_due == "excluded" else None
        if ground is None:
            return None
        return once(ground, ground_rules(ground.event.kind), Reason("ground_after_due", (ground.event.from_, ground.event.to, ground.day)))

    def once(fact: Fact, rules: tuple[str, ...], reason: Reason) -> Ruling:
        return made.setdefault(id(fact), Ruling(reason, rules, distinct((fact, *base)), considered))

    return ruling


def _run(course: Course, deadline: Deadline, first: date, last: date, ruling: Ruling) -> DayRun:
    return DayRun(first, last, deadline.id, ruling, course.policy.day_calendar == "weekdays")


def _findings(course: Course, deadline: Deadline, hits: tuple[Hit, ...]) -> tuple[Note, ...]:
    """Say what is odd about a missed deadline. What makes it invalid is found with the deadline itself."""
    since = deadline.due + ONE_DAY
    notes = [
        Note(hit.finding, max(since, *(f.day for f in hit.facts)) if hit.facts else since, hit.facts or (deadline.fact,), hit.reason.values)
        for hit in hits
        if hit.finding is not None and hit.finding not in deadline.flaws
    ]
    given = guided(course, deadline)
    if given is not None and add_months(given.day, 6) < deadline.due:
        notes.append(Note("guidance_old", since, (given,), (given.day, deadline.due)))
    return tuple(notes)
