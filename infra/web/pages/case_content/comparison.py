"""Everything that the page of then and now says."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from domain.derive import look
from domain.events import SanctionDecided
from domain.facts import Fact
from domain.learning import what_changed
from domain.texts import danish_date
from domain.texts.words import days_counted
from domain.times import Instant, day_of, moment
from domain.trace import DayRun
from domain.view import CaseView, dates
from infra.asked_words import KNOWN_VERBS
from infra.case_documents import learning
from infra.cases import Case
from infra.danish_dates import danish_time, spans
from infra.labels import DAY_LISTS, DEADLINE_STATES, DECISIONS, OBLIGATIONS
from infra.learnt_words import learnt_words
from infra.standing_words import standing_words
from infra.web.asked import Asked
from infra.web.pages.case_content.addresses import Addresses, Link
from infra.web.pages.case_content.as_of import deviations, known_moments
from infra.web.pages.case_content.changes import told_changes
from infra.web.pages.case_content.events import Time, day_time, time


class Beside(NamedTuple):
    """One point as it was and as it is."""

    name: str
    then: list[str]
    now: list[str]

    @property
    def changed(self) -> bool:
        """Say whether it differs."""
        return self.then != self.now


class Learnt(NamedTuple):
    """An event that became known between."""

    known: Time
    day: Time
    event: Link


def choosing(case: Case, asked: Asked) -> dict[str, Any]:
    """Make the form with its suggestions: from each decision, and from the last time something became known, until now."""
    bearing = case.facts
    addresses = Addresses.of(case, asked, bearing)
    moments = known_moments(bearing, asked.known_by)
    return {
        "case": case.id,
        "addresses": addresses,
        "verb": KNOWN_VERBS[asked.known_by],
        "suggestions": _suggestions(bearing, moments, asked) if moments else [],
        "typed": {"known_at": None, "and": None},
    }


def _suggestions(bearing: Sequence[Fact], moments: Sequence[Instant], asked: Asked) -> list[Link]:
    decided = [fact for fact in bearing if isinstance(fact.event, SanctionDecided)]
    last = moments[-1]
    found = [
        _suggestion(f"Fra afgørelsen {danish_date(fact.day)} til alt, hvad der er kendt", getattr(fact, asked.known_by), last, asked)
        for fact in decided
    ]
    if len(moments) > 1:
        found.append(_suggestion(f"Fra {danish_time(moments[-2])} til {danish_time(last)}", moments[-2], last, asked))
    return found


def _suggestion(words: str, first: Instant, second: Instant, asked: Asked) -> Link:
    query = asked._replace(known_at=first).query
    return Link(words, f"/sager/{asked.case}/sammenlign?{query}&{until(second)}")


def until(second: Instant) -> str:
    """Write the second moment as the query has it."""
    return f"and={moment(second).isoformat().replace('+', '%2B')}"


def comparison(case: Case, asked: Asked, first: Instant, second: Instant) -> dict[str, Any]:
    """Make the page of a case at two moments."""
    asking = learning(case, asked.valid_on, (first, second), asked.policy, asked.known_by)
    changes = what_changed(asking, case.id)
    # An event is named by its place on the page as it was known at the later moment.
    addresses = Addresses.of(case, asked._replace(known_at=asking.second), case.facts)
    then, now = (look(case.history, asked.valid_on, at, asked.policy, asked.known_by).view for at in (asking.first, asking.second))
    names = {fact.ref: addresses.fact(fact) for fact in asking.learnt}
    return {
        **choosing(case, asked),
        "typed": {"known_at": day_of(asking.first), "and": day_of(asking.second)},
        "first": time(asking.first),
        "second": time(asking.second),
        "valid_on": day_time(asked.valid_on),
        "then_href": addresses.known(asking.first, asked.valid_on),
        "now_href": addresses.known(asking.second, asked.valid_on),
        "learnt": [
            Learnt(time(getattr(fact, asked.known_by)), day_time(fact.day), Link(learnt_words(fact, case), addresses.event(fact.ref)))
            for fact in asking.learnt
        ],
        "rows": beside(then, now),
        "sections": told_changes(changes, names),
        "rule_set": now.rule_set,
        "deviations": list(deviations(asked.policy)),
        "permanent": f"/sager/{case.id}/sammenlign?{asked._replace(known_at=asking.first).query}&{until(asking.second)}",
    }


def beside(then: CaseView, now: CaseView) -> list[Beside]:
    """Set two views side by side."""
    one, other = dict(_said(then)), dict(_said(now))
    return [Beside(name, one.get(name, ["ingen"]), other.get(name, ["ingen"])) for name in dict.fromkeys((*one, *other))]


def _said(view: CaseView) -> list[tuple[str, list[str]]]:
    runs = {
        "sanctionable_days": view.sanctionable,
        "blocked_days": view.blocked,
        "no_show_days": view.no_show,
        "registration_gap": view.gap,
    }
    always = {"sanctionable_days", "blocked_days"}
    return [
        *((DAY_LISTS[key], _days(runs[key], view)) for key in DAY_LISTS if runs[key] or key in always),
        ("Det skylder borgeren", [_owed(view, number) for number in range(len(view.obligations))] or ["intet"]),
        *((f"Frist {one.deadline_id}", [f"{DEADLINE_STATES[one.state]} siden {danish_date(one.state_since)}"]) for one in view.deadlines),
        *((f"Kommunens skridt, frist {deadline}", [DECISIONS[state]]) for deadline, state in view.decisions),
        *((name, [words]) for name, words in standing_words(view)),
    ]


def _days(runs: tuple[DayRun, ...], view: CaseView) -> list[str]:
    found = dates(runs, view.valid_on)
    return [days_counted(len(found)), *spans(found)] if found else ["ingen dage"]


def _owed(view: CaseView, number: int) -> str:
    one = view.obligations[number]
    due = f", senest {danish_date(one.due)}" if one.due else ""
    return f"{OBLIGATIONS[one.kind]}{due} ({'overskredet' if one.state == 'overdue' else 'åben'})"
