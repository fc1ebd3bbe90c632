"""Cases to draw: short, long, crowded, and two years of the simulated municipality."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from functools import cache
from xml.etree.ElementTree import Element

from cases import facts_of, opening

from consumers.cloudevents import Door
from consumers.decoding import DECODERS, topic_of
from domain.derive import derive
from domain.events import SYSTEM_CASE, DeadlineSet, InterviewBooked, InterviewHeld
from domain.facts import Fact
from domain.times import COPENHAGEN
from infra.cases import Case
from infra.drawing import drawing_of
from infra.drawing.letters import bold_width, width
from infra.drawing.placing import SIZE
from infra.simulation import simulate

DAY = timedelta(days=1)


def drawn(case, valid_on, known_at=None):
    return drawing_of(case, derive(case.history, valid_on, known_at))


def case_of(*events, group="kontanthjaelp_jobparat"):
    return Case("c", tuple(facts_of([*opening(group), *events])), ())


def deadlines(count, every=30, first=date(2022, 1, 10)):
    """Give so many deadlines, each met by an interview booked and held."""
    for number in range(count):
        published = first + number * every * DAY
        held = published + 12 * DAY
        yield DeadlineSet(effective=str(published), deadline_id=f"D{number}", due=published + 10 * DAY, published="jobnet")
        at = datetime.combine(held, time(10), COPENHAGEN)
        yield InterviewBooked(effective=str(published + 3 * DAY), booking_id=f"B{number}", interview_at=at)
        yield InterviewHeld(effective=at.isoformat(), booking_id=f"B{number}")


@cache
def simulated():
    """Give the ten longest cases of a small municipality, with the last day of each."""
    door, by_case = Door(), defaultdict(dict)
    for line in simulate(250):
        event = door.check(line)
        fact = Fact(
            DECODERS[topic_of(event.type_name, event.version)](event.state),
            *(event.effective, event.day, event.registered, event.registered, event.source, event.id),
        )
        by_case[event.case][fact.ref] = fact
    system = tuple(by_case.pop(SYSTEM_CASE, {}).values())
    cases = [Case(name, tuple(facts.values()), system) for name, facts in by_case.items()]
    longest = sorted(cases, key=lambda case: (len(case.own), case.id))[-10:]
    return tuple((case, max(fact.day for fact in case.own)) for case in longest)


def texts(root: Element) -> list[tuple[str, float, float, float, float]]:
    """Give each text with the box that it stands in: left, top, right, bottom."""
    found = []
    for node in root.iter("text"):
        size = float(node.get("font-size", SIZE))
        bold = "".join(part.text or "" for part in node.iter("tspan"))
        wide = width(node.text or "", size) + bold_width(bold, size)
        x, y = float(node.get("x")), float(node.get("y"))
        left = x - wide / 2 if node.get("text-anchor") == "middle" else x
        found.append(((node.text or "") + bold, left, y - 0.75 * size, left + wide, y + 0.2 * size))
    return found
