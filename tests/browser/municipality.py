"""A small municipality to look at: the story of the late sickness, made-up citizens, and events that were set aside."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import orjson

from consumers.intake import Intake
from domain.policy import DEFAULT_POLICY
from infra import clock
from infra.assignments import Assignment
from infra.seals.key_files import make_key
from infra.seals.sealing import seal
from infra.simulation import simulate
from infra.stores import Store
from infra.web.access.demo import demo_id
from infra.web.access.rights import Role
from infra.wiring import assignments_for, projector_for, seals_for
from tests.dossier.story import CASE as STORY_CASE
from tests.dossier.story import STORY
from tests.web.serving import CASE, checking, event

CITIZENS, SEED, FIRST, LAST = 60, 5, date(2022, 1, 1), date(2022, 6, 30)
LISTED = date(2022, 6, 30)
SET_ASIDE = (
    event("e1", subject=STORY_CASE, time="i dag"),
    event("e2", effective="i går"),
    b"ikke json",
    event("e3", subject="Karla Jensen"),
)


class Town(NamedTuple):
    """What there is to see."""

    story: str
    """Five days are decided, and sickness registered later leaves three."""
    busy: str
    """The made-up citizen with most events."""
    unsealed: str
    """Its only event came in after the log was sealed."""
    longest: str
    """The list with most cases."""


def fill(store: Store, folder: Path) -> Town:
    """Take the events in, seal the log, mend one that was set aside, give the story to the complaint handler."""
    lines = list(simulate(CITIZENS, SEED, FIRST, LAST))
    intake = Intake(store, clock.now, checking())
    intake.run([*STORY, *lines], 1000)
    intake.take(SET_ASIDE)
    seal(seals_for(store), make_key(folder / "segl.key", "test.sagsspor.invalid"), clock.now())
    intake.resend([2], event("e2"))
    projector = projector_for(store, DEFAULT_POLICY)
    projector.catch_up()
    _assign(store, STORY_CASE)
    sizes = projector.views.worklist_sizes(LISTED, None)
    return Town(STORY_CASE, _busiest(lines), CASE, max(sizes, key=sizes.__getitem__))


def _assign(store: Store, case: str) -> None:
    now = clock.now()
    assignments_for(store).assign(Assignment(case, demo_id(Role.complaint_handler), now, None, demo_id(Role.administrator)), now)


def _busiest(lines: list[bytes]) -> str:
    subjects = Counter(orjson.loads(line)["subject"] for line in lines)
    return max((one for one in subjects if one.count("-") == 4), key=lambda one: (subjects[one], one))
