"""Everything that the page of a case says."""

from typing import Any

from domain.alerts import ALERT_RULES
from domain.derive import look_at
from domain.findings import FINDING_RULES
from infra.cases import Case
from infra.labels import DECISIONS
from infra.standing_words import standing_words
from infra.web.asked import Asked
from infra.web.pages.case_content.addresses import Addresses
from infra.web.pages.case_content.as_of import as_of, clock_choices
from infra.web.pages.case_content.day_tables import day_tables
from infra.web.pages.case_content.events import event_rows
from infra.web.pages.case_content.notes import note_rows
from infra.web.pages.case_content.standing import cards, deadline_rows, obligation_rows
from infra.web.pages.case_content.timeline import timeline


def overview(case: Case, asked: Asked) -> dict[str, Any]:
    """Make the page of a case. It follows from the log and the question alone, but for `set_aside`."""
    near = case.near
    bearing = (*near.own, *near.system)
    facts = near.history.facts(asked.known_at, asked.known_by)
    seen = look_at(facts, asked.valid_on, asked.policy, known_at=asked.known_at, known_by=asked.known_by)
    view = seen.view
    addresses = Addresses.of(case, asked, bearing, here=True)
    deadlines = deadline_rows(seen, addresses)
    return {
        "case": case.id,
        "addresses": addresses,
        "as_of": as_of(bearing, view, addresses),
        "clocks": clock_choices(),
        "cards": cards(view),
        "standing": list(standing_words(view)),
        "obligations": obligation_rows(view, addresses),
        "deadlines": deadlines,
        "timeline": timeline(near, view, facts, addresses, {one.id: one.fragment for one in deadlines}),
        "day_tables": day_tables(seen, addresses),
        "steps": [(deadline, DECISIONS[state]) for deadline, state in view.decisions],
        "alerts": note_rows(view.alerts, ALERT_RULES, addresses),
        "findings": note_rows(view.findings, FINDING_RULES, addresses),
        "events": event_rows(bearing, facts, addresses),
        "rule_set": view.rule_set,
        "set_aside": case.set_aside,
    }
