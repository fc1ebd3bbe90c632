"""The lane of deadlines: from the publication to the due date, with what became of each."""

from collections.abc import Iterator, Sequence

from domain.events import DeadlineExtended
from domain.facts import Fact
from domain.texts import danish_date
from domain.view import DeadlineState, DeadlineView
from infra.drawing.pieces import Piece, Strand
from infra.drawing.targets import DeadlineTarget, EventTarget
from infra.drawing.words import clean, short_date, told
from infra.labels import DEADLINE_STATES

_LOOKS: dict[DeadlineState, str] = {
    "open": "deadline_open",
    "met": "deadline_met",
    "overdue": "deadline_missed",
    "ended_booked": "deadline_missed",
    "ended_contact": "deadline_missed",
    "superseded": "deadline_gone",
    "closed": "deadline_gone",
    "lapsed": "deadline_gone",
    "invalid": "deadline_invalid",
}
_SHORT: dict[DeadlineState, str] = {
    "ended_booked": "Overskredet, siden booket",
    "ended_contact": "Overskredet, kontakt",
    "superseded": "Afløst",
}


def deadlines(views: Sequence[DeadlineView], facts: Sequence[Fact]) -> Iterator[Strand]:
    """Give each deadline, and each time one was extended."""
    for one in views:
        yield Strand((_bar(one),), f"Frist {short_date(one.due)} ", _SHORT.get(one.state, DEADLINE_STATES[one.state].capitalize()))
    for fact in facts:
        if isinstance(fact.event, DeadlineExtended):
            yield Strand((Piece("deadlines", fact.day, fact.day, "extended", told(fact), EventTarget(fact.ref)),))


def _bar(one: DeadlineView) -> Piece:
    words = (
        f"Frist {clean(one.deadline_id)}, offentliggjort {danish_date(one.published)}, fristdag {danish_date(one.due)}: "
        f"{DEADLINE_STATES[one.state]}"
    )
    first = min(one.published, one.due)  # a fagsystem can say that it was published when it was due already
    return Piece("deadlines", first, one.due, _LOOKS[one.state], words, DeadlineTarget(one.deadline_id))
