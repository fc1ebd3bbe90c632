"""What if: a case with facts added or taken away. Nothing is written."""

from collections.abc import Iterable, Iterator

from consumers.cloudevents import Accepted, Door
from consumers.decoding import DECODERS, topic_of
from consumers.refusals import Rejected
from domain.events import SYSTEM_CASE
from domain.facts import Fact
from domain.imagined import ImaginedHistory, Note
from domain.texts import danish_date
from infra.cases import Case
from infra.event_words import details


class ImaginedError(ValueError):
    """Imagined facts that cannot be used. The message says why, in Danish; `missing` says that something named does not exist."""

    def __init__(self, message: str, *, missing: bool = False) -> None:
        super().__init__(message)
        self.missing = missing


def imagine(case: Case, lines: bytes, without: Iterable[str]) -> ImaginedHistory:
    """Add the events of some NDJSON to a case and take others, named `source/id`, out of it."""
    notes = {f"{fact.source}/{fact.id}": Note(fact, of_system) for part, of_system in _parts(case) for fact in part}
    unwanted = list(dict.fromkeys(without))
    for name in unwanted:
        if name not in notes:
            raise ImaginedError(f"Sagen har ingen hændelse {name}. Skriv den som source/id.", missing=True)
    known = {note.fact.ref for name, note in notes.items() if name not in unwanted}
    added = []
    for subject, fact in _facts(case, lines):
        if fact.ref in known:
            raise ImaginedError(f"Sagen har allerede en hændelse {fact.id} fra {fact.source}. Giv den tænkte hændelse et andet id.")
        known.add(fact.ref)
        added.append(Note(fact, of_system=subject == SYSTEM_CASE))
    return ImaginedHistory(case.history, tuple(added), tuple(notes[name] for name in unwanted))


def _parts(case: Case) -> tuple[tuple[tuple[Fact, ...], bool], ...]:
    return (case.own, False), (case.system, True)


def words(imagined: ImaginedHistory) -> Iterator[str]:
    """Say what was added and what was taken away."""
    for fact, _ in imagined.added:
        yield f"+ {danish_date(fact.day)} {': '.join(part for part in (fact.event.LABEL, details(fact.event)) if part)}"
    for fact, _ in imagined.removed:
        yield f"− {danish_date(fact.day)} {fact.event.LABEL} (hændelse {fact.id} fra {fact.source})"


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
