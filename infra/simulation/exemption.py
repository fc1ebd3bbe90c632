"""Exemption from self-booking at the citizen's wish, and withdrawal of the right to it."""

from domain.events import (
    AppealDecided,
    AppealFiled,
    ExemptionDisputed,
    ExemptionEnded,
    ExemptionGranted,
    SelfBookingRestored,
    SelfBookingWithdrawn,
)
from infra.simulation.case import Case, Data
from infra.simulation.clock import workday
from infra.simulation.convening import convene_in
from infra.simulation.deadline import close, set_deadline
from infra.simulation.texts import EXEMPTION_NOTES, WITHDRAWAL_REASONS

REASONS = (("language", 0.4), ("it_skills", 0.3), ("impairment", 0.2), ("interpreter", 0.07), ("premises", 0.03))
"""Reasons for exemption."""
UNASKED = 0.06
"""Exemptions that the citizen did not ask for."""
NOTED = 0.9
"""Exemptions with the reason noted."""
DISPUTED = 0.08
"""Exemptions about which the citizen disagrees."""
WITH_DEADLINE = 0.5
"""Exemptions and withdrawals while a deadline is running."""
ENDED = 0.65
"""Exemptions that end while the case is open."""
FORMAL = 0.8
"""Withdrawals with a decision in writing, reasons and guidance on appeal; of the others some lack one thing, some all."""
WITHDRAWAL_APPEALED = 0.2
RESTORED = 0.75
"""Withdrawals after which the right is given back."""


def be_exempted(case: Case) -> None:
    """Exempt from self-booking; interviews are convened to until it ends."""
    dice = case.dice
    deadline = set_deadline(case) if dice.chance(WITH_DEADLINE) else None
    day = workday(case.day + dice.between(1, 4))
    reason = dice.weighted(REASONS)
    data: Data = {"reason": reason}
    if dice.chance(UNASKED):
        data["requested_by_citizen"] = False
    if dice.chance(NOTED):
        data["note"] = EXEMPTION_NOTES[reason]
    case.tell(ExemptionGranted, case.office_time(day), data)
    if deadline:
        close(case, deadline, day, "exemption")
    if dice.chance(DISPUTED):
        case.tell(ExemptionDisputed, case.own_time(day + dice.between(1, 10)))
    case.day = day + 2
    _convened(case, "exempt", dice.between(1, 3))
    if dice.chance(ENDED):
        case.tell(ExemptionEnded, case.office_time(workday(case.day)))
        case.day = workday(case.day) + dice.between(0, 10)
    else:
        _convened(case, "exempt", 4)


def be_withdrawn(case: Case) -> None:
    """Withdraw the right to self-book, by a decision or by a mere note."""
    dice = case.dice
    deadline = set_deadline(case) if dice.chance(WITH_DEADLINE) else None
    day = workday(case.day + dice.between(1, 4))
    formal = dice.chance(FORMAL)
    data: Data = {
        "reason": dice.one_of(WITHDRAWAL_REASONS),
        "decision_in_writing": formal or dice.chance(0.3),
        "reasons_given": formal or dice.chance(0.3),
        "appeal_guidance": formal,
    }
    case.tell(SelfBookingWithdrawn, case.office_time(day), data)
    if deadline:
        close(case, deadline, day, "withdrawal")
    if dice.chance(WITHDRAWAL_APPEALED):
        filed = day + dice.between(2, 27)
        case.tell(AppealFiled, case.own_time(filed))
        outcome = "upheld" if dice.chance(0.7) else "annulled"
        case.tell(AppealDecided, case.office_time(workday(filed + dice.between(40, 120))), {"outcome": outcome})
    case.day = day + 2
    _convened(case, "withdrawn", dice.between(1, 3))
    if dice.chance(RESTORED):
        case.tell(SelfBookingRestored, case.office_time(workday(case.day)))
        case.day = workday(case.day) + 1
    else:
        _convened(case, "withdrawn", 3)


def _convened(case: Case, reason: str, interviews: int) -> None:
    for _ in range(interviews):
        day = workday(case.day)
        if day > case.leaves:
            return
        convene_in(case, day, reason)
