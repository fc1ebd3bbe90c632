"""What a case says about one day: for each deadline that bears on it, and for what else runs on it."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from domain.course.records import Deadline
from domain.derive import Look
from domain.document import Law, law_of_deduction, law_of_no_show, law_of_rules
from domain.texts import reason_text
from domain.trace import DayRun, Ruling
from domain.uncounted import Kind, verdict_on
from domain.view import days
from infra.labels import UNCOUNTED

AnswerKind = Literal[Kind, "counted", "no_show", "gap", "no_deadline"]
LABELS: dict[AnswerKind, tuple[str, str]] = {
    "counted": ("Der kan ske fradrag for dagen", "error"),
    "no_show": ("Der kan ske fradrag for dagen efter udeblivelse", "error"),
    "gap": ("Borgeren er ikke tilmeldt som jobsøgende den dag", "warning"),
    "blocked": ("Der kan ikke ske fradrag for dagen", "success"),
    "ended": (f"Der kan ikke ske fradrag for dagen: {UNCOUNTED['ended']}", "success"),
    "never_counted": ("Der kan ikke ske fradrag for dagen", "success"),
}
"""What is said of a day, and the look of the tag."""
_LAWS: dict[AnswerKind, Law] = {"blocked": law_of_rules, "gap": law_of_rules, "no_show": law_of_no_show}
COUNTING = frozenset({"counted", "no_show"})


class Answer(NamedTuple):
    """One answer."""

    kind: AnswerKind
    deadline_id: str | None
    ruling: Ruling
    decided: bool
    """Whether a standing decision has the day."""

    @property
    def counts(self) -> bool:
        """Say whether the day can be deducted."""
        return self.kind in COUNTING

    @property
    def law(self) -> list[str]:
        """Name the provisions."""
        return _LAWS.get(self.kind, law_of_deduction)(self.ruling)

    @property
    def short(self) -> str:
        """Say it in one line."""
        return f"{LABELS[self.kind][0]}. {reason_text(self.ruling.reason)}"

    @property
    def name(self) -> tuple[str, str | None, str]:
        """Give what makes it another answer than before."""
        return self.kind, self.deadline_id, reason_text(self.ruling.reason)


def answers(seen: Look, day: date) -> list[Answer]:
    """Give what is said of a day; where no deadline bears on it, what the nearest one says."""
    return [*_of_deadlines(seen, day), *_of_runs("no_show", seen.view.no_show, day), *_of_runs("gap", seen.view.gap, day)]


def _of_deadlines(seen: Look, day: date) -> Iterator[Answer]:
    bearing = [deadline for deadline in seen.course.deadlines if _bears(seen, deadline, day)]
    for deadline_id in dict.fromkeys(deadline.id for deadline in bearing or _nearest(seen, day)):
        kind, ruling = verdict_on(seen, deadline_id, day)
        yield Answer(kind, deadline_id, ruling, _is_decided(seen, deadline_id, day))


def _bears(seen: Look, deadline: Deadline, day: date) -> bool:
    judgement = seen.judged.get(deadline)
    interval = judgement.interval if judgement else None
    return deadline.due == day or (interval is not None and interval.first <= day <= interval.last) or _is_decided(seen, deadline.id, day)


def _nearest(seen: Look, day: date) -> list[Deadline]:
    """Give the last deadline that was due by then, or else the first to come."""
    by_due = sorted(seen.course.deadlines, key=lambda deadline: deadline.due)
    before = [deadline for deadline in by_due if deadline.due <= day]
    return before[-1:] or by_due[:1]


def _is_decided(seen: Look, deadline_id: str, day: date) -> bool:
    standing = (one.fact.event for one in seen.course.decisions if one.revoked is None)
    return any(event.deadline_id == deadline_id and day in event.days for event in standing)


def _of_runs(kind: AnswerKind, runs: tuple[DayRun, ...], day: date) -> Iterator[Answer]:
    for one in days(runs, day):
        if one.date == day:
            yield Answer(kind, one.deadline_id, one.ruling, decided=False)
