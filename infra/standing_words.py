"""How the citizen stands, in Danish: each point by its name."""

from collections.abc import Iterator

from domain.groups import GROUP_LABELS
from domain.view import CaseView, Interviews
from infra.labels import REGISTRATIONS, SELF_BOOKINGS


def standing_words(view: CaseView) -> Iterator[tuple[str, str]]:
    """Say the group, the registration, the duty and the interviews."""
    yield "Målgruppe", GROUP_LABELS[view.group] if view.group else "målgruppe ikke fastsat"
    yield "Tilmelding", REGISTRATIONS[view.registration]
    yield "Selvbooking", SELF_BOOKINGS[view.self_booking]
    yield "Straksbooking", "kræves nu" if view.immediate_booking_demanded else "kræves ikke"
    yield "Jobsamtaler", _interviews(view.interviews)


def _interviews(held: Interviews) -> str:
    joint = f", heraf {held.joint_required} fælles" if held.joint_required else ""
    required = f" (krav: mindst {held.required}{joint})" if held.required else ""
    return f"{held.held} holdt i forløbet{required}"
