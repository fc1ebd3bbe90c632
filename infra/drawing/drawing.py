"""A case drawn: chosen from the case and its view, without a place on any paper yet."""

from collections.abc import Sequence

from domain.facts import Fact
from domain.history import until
from domain.lifted import lifted_days
from domain.view import CaseView
from infra.cases import Case
from infra.drawing.course import follow
from infra.drawing.lanes.absence import absence
from infra.drawing.lanes.contact import contact
from infra.drawing.lanes.days import days
from infra.drawing.lanes.deadlines import deadlines
from infra.drawing.lanes.decisions import decisions
from infra.drawing.lanes.meetings import meetings
from infra.drawing.lanes.registration import registration
from infra.drawing.pieces import LANES, Drawing, Strand
from infra.drawing.window import window, within

_ORDER = {lane: number for number, lane in enumerate(LANES)}


def drawing_of(case: Case, view: CaseView, standing: Sequence[Fact] | None = None) -> Drawing | None:
    """Choose what is drawn of a case as the view has it; None when nothing of it was known by then.

    Days come of the case, of its view and of nothing else: equal arguments give equal drawings.
    `standing` are the facts that the view was derived from, where they are at hand.
    """
    facts = until(case.history.facts(view.known_at, view.known_by) if standing is None else standing, view.valid_on)
    followed = follow(facts, view.policy)
    strands: list[Strand] = [
        *registration(followed.standings, facts, view.valid_on),
        *deadlines(view.deadlines, facts),
        *meetings(followed.meetings, facts),
        *absence(followed.sickness, facts, view.valid_on),
        *contact(facts),
        *days(view, lifted_days(case.history, view)),
        *decisions(facts),
    ]
    if not strands:
        return None
    first, last = window(strands, view.valid_on)
    ordered = sorted(within(strands, first, last), key=lambda strand: (_ORDER[strand.lane], strand.first, strand.last))
    return Drawing(first, last, tuple(ordered), view.valid_on, view.known_at, min(strand.first for strand in strands))
