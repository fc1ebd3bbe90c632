"""How often registrations are put right, and what the right one says."""

from datetime import date, timedelta
from typing import cast

from infra.simulation.clock import DAY, MINUTE, Moment, day_of, day_text, time_text
from infra.simulation.dice import Dice
from infra.simulation.texts import CORRECTION_REASONS, RETRACTION_REASONS

CORRECTED = 0.01
"""Facts that are corrected."""
RETRACTED_BY_HAND = 0.02
"""Facts by hand that are retracted, which makes about 0.7 % of all."""
CORRECTION_CORRECTED = 0.10
"""Corrections that are corrected themselves."""
CORRECTION_RETRACTED = 0.04
"""Corrections that are retracted, so that the first registration stands again."""

Data = dict[str, object]
"""What an event says, as it stands on the wire."""


def amended(data: Data, when: Moment, dice: Dice) -> Data:
    """Give the whole corrected data: another due date, another list of days, or else another effective time."""
    if "due" in data:
        later = timedelta(days=dice.between(1, 5))
        moved: Data = {name: _later(cast("str", data[name]), later) for name in ("due", "interview_by") if name in data}
        return {**data, **moved}
    days = data.get("days")
    if isinstance(days, list) and len(days) > 1:
        return {**data, "days": days[:-1]}
    return {**data, "effective": _earlier(cast("str", data["effective"]), when, dice)}


def correction_reason(dice: Dice) -> str:
    """Say why a registration is corrected."""
    return dice.one_of(CORRECTION_REASONS)


def retraction_reason(dice: Dice) -> str:
    """Say why a registration is retracted."""
    return dice.one_of(RETRACTION_REASONS)


def _later(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


def _earlier(effective: str, when: Moment, dice: Dice) -> str:
    if len(effective) == len("2022-03-01"):
        return day_text(day_of(when) - dice.between(1, 3))
    # Whole days, or minutes that do not reach into the night.
    return time_text(when - (dice.between(1, 3) * DAY if dice.chance(0.4) else dice.between(5, 45) * MINUTE))
