"""What must hold after every fault: the log is the topic, once and in order; the views are those of a rebuild."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from kafka import KafkaConsumer, TopicPartition

from consumers.cloudevents import Accepted, Door
from consumers.kafka_records import structured_event
from domain.facts import EventRef
from domain.policy import DEFAULT_POLICY
from infra.log_rows import LogRow
from infra.stores import Store
from infra.wiring import opened_store, projector_for
from tests.chaos.world import EVENTS, PARTITIONS, SET_ASIDE, World

T = TypeVar("T")

PATIENCE = 120.0
"""Seconds for everything to come to rest after a fault."""


class Verdict(NamedTuple):
    """How many facts are wrong, and in which way."""

    lost: int
    doubled: int
    out_of_order: int
    problems: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.out_of_order or self.problems)


class Judge:
    """Reads the topic for itself, and compares."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._door = Door()
        self._partitions = [TopicPartition(EVENTS, number) for number in range(PARTITIONS)]
        self._next = dict.fromkeys(self._partitions, 0)
        self._facts: dict[EventRef, Accepted] = {}
        self._of_case: defaultdict[str, list[EventRef]] = defaultdict(list)
        self._refused: Counter[bytes] = Counter()
        self._log: list[LogRow] = []

    @property
    def stored(self) -> int:
        """How many events the log holds, when it was last read."""
        return len(self._log)

    def wait(self) -> str | None:
        """Wait until the log is at the end of the topic, the views at the end of the log, and all announced; say what is not."""
        end, missing = time.monotonic() + PATIENCE, "nothing was looked at"
        while time.monotonic() < end:
            self._world.revive()
            missing = self._unfinished()
            if not missing:
                return None
            time.sleep(0.2)
        return missing

    def judge(self, *, rebuild: bool) -> Verdict:
        """Compare the log with the topic, and the views with a rebuild where asked."""
        self._read_topic()
        with opened_store(self._world.database.url, create=False) as store:
            while page := store.read_log(after=self._log[-1].position if self._log else 0):
                self._log += page
            problems = [*self._set_aside(store), *self._contents()]
            if rebuild and (words := _views_differ(store)):
                problems.append(words)
        stored = Counter(EventRef(row.source, row.id) for row in self._log)
        order: defaultdict[str, list[EventRef]] = defaultdict(list)
        for row in self._log:
            order[row.case].append(EventRef(row.source, row.id))
        return Verdict(
            sum(ref not in stored for ref in self._facts),
            sum(number - 1 for number in stored.values()),
            sum(order[case] != refs for case, refs in self._of_case.items()),
            tuple(problems),
        )

    def is_behind(self) -> bool:
        """Tell whether the topic holds what is not stored."""
        ends = _ask(self._world, lambda consumer: consumer.end_offsets(self._partitions))
        return sum(self._world.places().values()) < sum(ends.values())

    def _unfinished(self) -> str:
        ends = _ask(self._world, lambda consumer: consumer.end_offsets(self._partitions))
        with opened_store(self._world.database.url, create=False) as store:
            places = self._world.places()
            behind = [one.partition for one in self._partitions if places.get(one.partition) != ends[one] and ends[one]]
            if behind:
                return f"partitions {behind} are at {places}, their ends are {sorted(ends.values())}"
            views, last = projector_for(store, DEFAULT_POLICY).views.position(), store.last_position()
            aside = sum(store.counts().set_aside.values())
        if views != last:
            return f"the views are at {views}, the log at {last}"
        announced = _ask(self._world, _announced)
        return "" if len(announced) == aside else f"{len(announced)} of {aside} set-aside events are announced"

    def _read_topic(self) -> None:
        for value, headers in _ask(self._world, self._fetch):
            event = self._door.check(structured_event(value, headers))
            if not isinstance(event, Accepted):
                self._refused[event.raw] += 1
            elif self._facts.setdefault(EventRef(event.source, event.id), event) is event:
                self._of_case[event.case].append(EventRef(event.source, event.id))

    def _fetch(self, consumer: KafkaConsumer) -> list[tuple[bytes | None, list[tuple[str, bytes]]]]:
        consumer.assign(self._partitions)
        ends = consumer.end_offsets(self._partitions)
        for partition, offset in self._next.items():
            consumer.seek(partition, offset)
        found = []
        while any(consumer.position(one) < ends[one] for one in self._partitions):
            for records in consumer.poll(timeout_ms=500).values():
                found += [(record.value, record.headers) for record in records]
        self._next = {one: consumer.position(one) for one in self._partitions}
        return found

    def _set_aside(self, store: Store) -> list[str]:
        kept: Counter[bytes] = Counter()
        last = 0
        while page := store.set_aside_events(None, after=last):
            kept.update(one.raw for one in page)
            last = page[-1].number
        return [] if kept == self._refused else [f"set aside: {kept.total()}, refused in the topic: {self._refused.total()}"]

    def _contents(self) -> list[str]:
        wrong = [row.position for row in self._log if self._facts[EventRef(row.source, row.id)].state != row.state]
        gaps = [row.position for number, row in enumerate(self._log, 1) if row.position != number]
        late = [b.position for a, b in zip(self._log, self._log[1:], strict=False) if b.received < a.received]
        said = (("content differs", wrong), ("positions have a gap", gaps), ("received runs backwards", late))
        return [f"{what} at {positions[:5]}" for what, positions in said if positions]


def _announced(consumer: KafkaConsumer) -> set[int]:
    partition = TopicPartition(SET_ASIDE, 0)
    consumer.assign([partition])
    consumer.seek_to_beginning(partition)
    found: set[int] = set()
    while consumer.position(partition) < consumer.end_offsets([partition])[partition]:
        for records in consumer.poll(timeout_ms=500).values():
            found |= {int(dict(record.headers)["number"]) for record in records}
    return found


def _views_differ(store: Store) -> str:
    projector = projector_for(store, DEFAULT_POLICY)
    followed = list(projector.views.dump())
    projector.rebuild()
    rebuilt = list(projector.views.dump())
    return "" if followed == rebuilt else f"the views are not those of a rebuild: {len(set(followed) ^ set(rebuilt))} rows differ"


def _ask(world: World, question: Callable[[KafkaConsumer], T]) -> T:
    consumer = KafkaConsumer(bootstrap_servers=world.kafka.bootstrap, enable_auto_commit=False, auto_offset_reset="earliest")
    try:
        return question(consumer)
    finally:
        consumer.close()
