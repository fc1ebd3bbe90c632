"""The consumer put together: member, loop and outbox, and a new member when the old one is of no more use."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event as Flag

from eventsourcing.persistence import OperationalError
from kafka.errors import KafkaError, UnsupportedCodecError  # type: ignore[import-untyped]  # kafka-python has no types

from consumers.intake import Intake, IntakeReport
from consumers.kafka_loop import Loop
from consumers.kafka_pace import PACE, Pace
from consumers.kafka_reading import StalledError
from consumers.kafka_set_aside import Outbox
from consumers.kafka_watch import Watch
from infra import clock
from infra.kafka.announcer import Announcer
from infra.kafka.member import GroupMember, KafkaUnusableError
from infra.kafka.settings import Settings
from infra.stores import Store
from infra.telemetry.polled import Arrivals
from infra.telemetry.traced_member import TracedMember

log = logging.getLogger(__name__)

UNAVAILABLE = (OperationalError, sqlite3.OperationalError)
"""What the stores raise when they cannot be reached, are busy for too long, or have no room on the disk."""


@contextmanager
def kafka_errors_told(bootstrap: str) -> Iterator[None]:
    """Tell the client's errors in Danish. Their own words are left out: they may quote a record."""
    try:
        yield
    except UnsupportedCodecError:
        raise KafkaUnusableError(
            "Posterne i emnet er komprimeret på en måde, som der mangler et bibliotek til. Installér lz4, zstandard eller python-snappy."
        ) from None
    except KafkaError as error:
        raise KafkaUnusableError(
            f"Kafka på {bootstrap} kan ikke bruges ({type(error).__name__}). Se efter, om den kører, og start igen."
        ) from None


def consume_topic(
    settings: Settings,
    store: Store,
    intake: Intake,
    watch: Watch,
    stop: Flag,
    *,
    pace: Pace = PACE,
    until_idle: float | None = None,
    accept_gap: bool = False,
    arrivals: Arrivals | None = None,
) -> IntakeReport:
    """Read the topic into the store until told to stop, or until nothing has come for so many seconds.

    `arrivals` hears of each poll, where traces are made.
    """
    report = IntakeReport()
    has_begun = False
    with kafka_errors_told(settings.bootstrap), Announcer(settings.bootstrap, settings.set_aside_topic) as announcer:
        while True:
            try:
                with GroupMember(settings) if arrivals is None else TracedMember(settings, arrivals) as member:
                    member.look_for_topic()
                    has_begun = True
                    outbox = Outbox(store, announcer, f"set-aside:{member.cluster}:{settings.set_aside_topic}", clock.now)
                    loop = Loop(
                        member,
                        store,
                        intake,
                        outbox,
                        watch,
                        unavailable=UNAVAILABLE,
                        pace=pace,
                        until_idle=until_idle,
                        accept_gap=accept_gap,
                    )
                    try:
                        loop.run(stop)
                    finally:
                        report = report.plus(loop.report)
            except StalledError as stalled:
                log.error("Begynder forfra som nyt medlem af gruppen: %s", stalled)  # noqa: TRY400 - the trace says nothing
            except UnsupportedCodecError:
                raise
            except KafkaError as error:
                # Who starts it wrongly is told at once. Once it has begun, it waits for a Kafka that is away, as for a store.
                if not has_begun:
                    raise
                if stop.is_set():
                    return report
                log.error("Kafka svarer ikke (%s). Begynder forfra som nyt medlem af gruppen", type(error).__name__)  # noqa: TRY400 - the same
                stop.wait(pace.last_retry)
            else:
                return report
