"""What was learnt between two moments and what it changed: per day, duty and state, by which event and which rule.

The day looked at is the same on both sides, so only what was learnt can have changed anything. An event is behind a change when
the change is not there without it, or when the event alone makes it. Where no single event does either, the change comes of
several together: then a smallest set of them that makes it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from domain.derive import Look, look
from domain.difference import Key, difference, each_change
from domain.document import Document, as_document, explanation, law_of_deduction, law_of_rules
from domain.facts import EventRef, Fact
from domain.history import History, KnownBy
from domain.policy import DEFAULT_POLICY, Policy
from domain.standing import UNPAUSED, rules_of_no_duty
from domain.times import Instant
from domain.uncounted import verdict_on

OF_MISSED_DEADLINES = ("sanctionable_days", "blocked_days")


class Learning(NamedTuple):
    """What is asked: a day, two moments, and the facts that became known between them."""

    history: History
    valid_on: date
    first: Instant
    second: Instant
    learnt: Sequence[Fact]
    policy: Policy = DEFAULT_POLICY
    known_by: KnownBy = "registered"

    def look(self, at: Instant, history: History | None = None) -> Look:
        """Look at the day as it was known at an instant."""
        return look(history or self.history, self.valid_on, at, self.policy, self.known_by)


def what_changed(asked: Learning, case: str) -> Document:
    """Give the difference between the two views, and with each change the events behind it (`caused_by`).

    A day that is no day of deduction or blocked day any more says what it is instead (`now`), a duty that fell away what became
    of its deadline, and a deadline on which rules and events its new state rests.
    """
    before, after = asked.look(asked.first), asked.look(asked.second)
    was, is_ = as_document(before.view, case), as_document(after.view, case)
    changes = difference(was, is_)
    causes = _Causes(asked, was, case)
    for key, change in each_change(changes):
        change["caused_by"] = [{"source": fact.source, "id": fact.id} for fact in causes.of(key)]
        _say_what_is_instead(key, change, after, is_)
    return changes


class _Causes:
    """Tries what the case would have become of less."""

    def __init__(self, asked: Learning, was: Document, case: str) -> None:
        self._asked = asked
        self._was = was
        self._case = case
        refs = [fact.ref for fact in asked.learnt]
        single = len(refs) == 1  # it is behind everything
        self._without = {} if single else {ref: self._made_of(set(refs) - {ref}) for ref in refs}
        self._alone = {} if single else {ref: self._made_of({ref}) for ref in refs}

    def of(self, key: Key) -> Iterable[Fact]:
        """Give the events behind a change, in the order in which they became known."""
        learnt = self._asked.learnt
        if len(learnt) == 1:
            return learnt
        found = [fact for fact in learnt if key not in self._without[fact.ref] or key in self._alone[fact.ref]]
        return found or self._together(key)

    def _together(self, key: Key) -> list[Fact]:
        kept = list(self._asked.learnt)
        for fact in self._asked.learnt:
            fewer = [one for one in kept if one is not fact]
            if key in self._made_of({one.ref for one in fewer}):
                kept = fewer
        return kept

    def _made_of(self, some: set[EventRef]) -> set[Key]:
        """Name the changes had only some of the facts become known."""
        asked = self._asked
        history = asked.history.without({fact.ref for fact in asked.learnt} - some)
        return {key for key, _ in each_change(difference(self._was, as_document(asked.look(asked.second, history).view, self._case)))}


def _say_what_is_instead(key: Key, change: Document, after: Look, is_: Document) -> None:
    section, side = key[0], key[1]
    deadlines = {one["deadline_id"]: one for one in is_["deadlines"]}
    if section == "deadlines":
        change |= {name: deadlines[side][name] if side in deadlines else [] for name in ("rules", "because")}
    elif side != "removed" or change.get("deadline_id") is None:
        return
    elif section in OF_MISSED_DEADLINES:
        kind, ruling = verdict_on(after, change["deadline_id"], date.fromisoformat(change["date"]))
        change["now"] = {"kind": kind, **explanation(ruling, law_of_rules if kind == "blocked" else law_of_deduction)}
    elif section == "obligations" and change["deadline_id"] in deadlines:
        change["now"] = _no_longer_owed(deadlines[change["deadline_id"]], after)


def _no_longer_owed(deadline: Document, after: Look) -> Document:
    """Say why nothing is booked for a deadline any more: what became of it, or why there is no duty while it stands."""
    if deadline["state"] in UNPAUSED:
        return {"state": deadline["state"], "rules": list(rules_of_no_duty(after.course, after.view.valid_on)), "because": []}
    return {name: deadline[name] for name in ("state", "rules", "because")}
