"""How late a fact could have come and still have mattered: in Danish, and for programs."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from domain.contrast import Contrast, Step
from domain.events import SanctionDecided
from domain.history import KnownBy
from domain.texts import danish_date
from domain.times import moment
from infra.danish_dates import danish_time, spans

_KNOWN = {"registered": "registreret", "received": "modtaget"}


def sentences(one: Contrast, known_by: KnownBy) -> Iterator[str]:
    """Say what follows from the fact, how late it could have been so, and by when it had to be known."""
    yield _effect(one)
    if one.latest is not None and one.latest_any is not None:
        yield _how_late(one, one.latest, one.latest_any)
    for step in one.steps:
        yield _step(one, step, known_by)


def contrast_as_json(one: Contrast, known_by: KnownBy) -> dict[str, Any]:
    """Give the contrast for programs."""
    note = one.note
    return {
        "source": note.source,
        "id": note.id,
        "event": type(note.event).__name__,
        "valid_on": one.valid_on.isoformat(),
        "gone": _iso(one.gone),
        "come": _iso(one.come),
        "latest_effective": None if one.latest is None else one.latest.isoformat(),
        "latest_effective_for_any": None if one.latest_any is None else one.latest_any.isoformat(),
        "steps": [
            {
                "step": "decision" if isinstance(step.fact.event, SanctionDecided) else "deduction",
                "source": step.fact.source,
                "id": step.fact.id,
                "known_by": known_by,
                "latest": moment(step.latest).isoformat(),
                "in_time": step.in_time,
                "days": _iso(step.days),
            }
            for step in one.steps
        ],
        "text": " ".join(sentences(one, known_by)),
    }


def _effect(one: Contrast) -> str:
    name = f"»{one.note.event.LABEL}« {danish_date(one.note.day)}"
    parts = [f"{verb} {_days(found)}" for verb, found in (("bortfalder", one.gone), ("tilkommer", one.come)) if found]
    if not parts:
        return f"{name} ændrer ingen dage med fradrag ved udgangen af {danish_date(one.valid_on)}."
    return f"På grund af {name} {' og '.join(parts)}."


def _how_late(one: Contrast, latest: date, latest_any: date) -> str:
    if latest == one.valid_on:
        return f"Virkningen havde været den samme, hvis det først var sket den {danish_date(latest)}."
    if latest == latest_any:
        return f"Det havde haft samme virkning, hvis det var sket senest den {danish_date(latest)}, og ingen virkning dagen efter."
    return (
        f"Det havde haft hele virkningen, hvis det var sket senest den {danish_date(latest)}, og en del af den, hvis det var sket senest "
        f"den {danish_date(latest_any)}."
    )


def _step(one: Contrast, step: Step, known_by: KnownBy) -> str:
    made = "afgørelsen blev truffet" if isinstance(step.fact.event, SanctionDecided) else "fradraget blev gennemført"
    known = _KNOWN[known_by]
    late = "Det var det." if step.in_time else f"Det blev først {known} den {danish_time(getattr(one.note, known_by))}."
    return (
        f"Var det {known} senest den {danish_time(step.latest)}, da {made}, viste sagen ikke {_days(step.days)} som dage, der kunne ske "
        f"fradrag for. {late}"
    )


def _days(found: Iterable[date]) -> str:
    return " og ".join(spans(found))


def _iso(found: Iterable[date]) -> list[str]:
    return [day.isoformat() for day in found]
