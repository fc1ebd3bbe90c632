"""A case whose days change, as a document: which days, from what to what, and why."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from domain.document import Document, explanation, law_of_deduction, law_of_rules
from domain.reopening import ChangedDay, DaysChanged, Side

DATES = ("removed", "added")
NAMES = ("behind", "deadlines", "rules", "why")


def row(case: str, changed: DaysChanged) -> Document:
    """Spell the change out; days that change alike stand together."""
    before, after = set(changed.before), set(changed.after)
    changes = [_change(list(days)) for _, days in groupby(changed.days, key=_explained_alike)]
    sides = [change[side] for change in changes for side in ("before", "after")]
    return {
        "case": case,
        "set_aside": False,
        "days_before": len(before),
        "days_after": len(after),
        "changed_days": len(changed.days),
        "removed": [day.isoformat() for day in sorted(before - after)],
        "added": [day.isoformat() for day in sorted(after - before)],
        "behind": list(changed.behind),
        "deadlines": _once(side["deadline_id"] for side in sides),
        "rules": _once(rule for side in sides for rule in side["rules"]),
        "why": _once(change["after"]["reason"] for change in changes),
        "changes": changes,
    }


def _explained_alike(day: ChangedDay) -> tuple[Any, ...]:
    return tuple((side.status, side.deadline_id, side.verdict.kind, side.verdict.ruling.reason) for side in (day.before, day.after))


def _change(days: list[ChangedDay]) -> Document:
    first = days[0]
    return {"dates": [day.date.isoformat() for day in days], "before": _side(first.before), "after": _side(first.after)}


def _side(side: Side) -> Document:
    ruling = side.verdict.ruling
    why = explanation(ruling, law_of_rules if side.verdict.kind == "blocked" else law_of_deduction)
    return {"status": side.status, "deadline_id": side.deadline_id, **{key: why[key] for key in ("reason", "rules", "law", "because")}}


def _once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
