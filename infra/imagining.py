"""What if: a case with facts added or taken away. Nothing is written."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from consumers.cloudevents import Accepted, Door
from consumers.decoding import DECODERS, topic_of
from consumers.refusals import Rejected
from domain.events import SYSTEM_CASE
from domain.facts import EventRef, Fact
from domain.texts import danish_date
from infra.cases import Case
from infra.event_words import details


class ImaginedError(ValueError):
    """Imagined facts that cannot be used. The message says why, in Danish; `missing` says that something named does not exist."""

    def __init__(self, message: str, *, missing: bool = False) -> None:
        super().__init__(message)
        self.missing = missing


class Imagined(NamedTuple):
    """A case that is not real."""

    case: Case
    added: tuple[Fact, ...]
    removed: tuple[EventRef, ...]

    def words(self) -> Iterator[str]:
        """Say what was added and what was taken away."""
        for fact in self.added:
            yield f"+ {danish_date(fact.day)} {': '.join(part for part in (fact.event.LABEL, details(fact.event)) if part)}"
        for ref in self.removed:
            yield f"− hændelse {ref.id} fra {ref.source}"


def imagine(case: Case, lines: bytes, without: Iterable[str]) -> Imagined:
    """Add the events of some NDJSON to a case and take others, named `source/id`, out of it."""
    facts = {f"{fact.source}/{fact.id}": fact for fact in (*case.own, *case.system)}
    unwanted = list(dict.fromkeys(without))
    for name in unwanted:
        if name not in facts:
            raise ImaginedError(f"Sagen har ingen hændelse {name}. Skriv den som source/id.", missing=True)
    removed = tuple(facts[name].ref for name in unwanted)
    own, system = ([fact for fact in part if fact.ref not in removed] for part in (case.own, case.system))
    added = []
    for subject, fact in _facts(case, lines):
        if any(fact.ref == known.ref for known in (*own, *system)):
            raise ImaginedError(f"Sagen har allerede en hændelse {fact.id} fra {fact.source}. Giv den tænkte hændelse et andet id.")
        (system if subject == SYSTEM_CASE else own).append(fact)
        added.append(fact)
    return Imagined(Case(case.id, tuple(own), tuple(system)), tuple(added), removed)


def _facts(case: Case, lines: bytes) -> Iterator[tuple[str, Fact]]:
    door = Door()
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        event = door.check(line)
        if isinstance(event, Rejected):
            raise ImaginedError(f"Linje {number}: {event.message}")
        if event.case not in {case.id, SYSTEM_CASE}:
            raise ImaginedError(f"Linje {number}: hændelsen hører til en anden sag. Feltet subject skal være {case.id}.")
        yield event.case, _fact(event)


def _fact(event: Accepted) -> Fact:
    decoded = DECODERS[topic_of(event.type_name, event.version)](event.state)
    return Fact(decoded, event.effective, event.day, event.registered, event.registered, event.source, event.id)
