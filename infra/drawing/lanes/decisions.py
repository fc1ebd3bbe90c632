"""The lane of decisions: the citizen is heard, the days are decided and deducted, and what came of a complaint."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domain.events import (
    AppealDecided,
    AppealFiled,
    DeductionMade,
    Event,
    FundDecisionReceived,
    HearingAnswered,
    HearingSent,
    JobcentreErrorAcknowledged,
    SanctionDecided,
    SanctionRevoked,
)
from domain.facts import Fact
from infra.drawing.pieces import Piece, Strand
from infra.drawing.targets import EventTarget
from infra.drawing.words import told


class _Mark(NamedTuple):
    """How an event is drawn."""

    look: str
    label: str


_MARKS: dict[type[Event], _Mark] = {
    HearingAnswered: _Mark("answered", "Svar"),
    SanctionDecided: _Mark("decided", "Afgørelse"),
    SanctionRevoked: _Mark("revoked", "Ophævet"),
    DeductionMade: _Mark("deducted", "Fradrag gennemført"),
    AppealFiled: _Mark("appeal", "Klage"),
    AppealDecided: _Mark("appeal_decided", "Klage afgjort"),
    FundDecisionReceived: _Mark("fund", "A-kassens afgørelse"),
    JobcentreErrorAcknowledged: _Mark("error", "Fejl erkendt"),
}


def decisions(facts: Sequence[Fact]) -> Iterator[Strand]:
    """Give each step; a hearing lasts until the day by which the citizen must answer."""
    for fact in facts:
        mark = _MARKS.get(type(fact.event))
        if mark is not None:
            yield Strand((Piece("decisions", fact.day, fact.day, mark.look, told(fact), EventTarget(fact.ref)),), mark.label)
        elif isinstance(fact.event, HearingSent):
            last = max(fact.day, fact.event.reply_by)
            yield Strand((Piece("decisions", fact.day, last, "hearing", told(fact), EventTarget(fact.ref)),), "Partshøring")
