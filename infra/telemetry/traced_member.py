"""A member of a consumer group that tells of what it polls."""

from consumers.kafka_reading import Batch
from infra.kafka.member import GroupMember
from infra.kafka.settings import Settings
from infra.telemetry.polled import Arrivals


class TracedMember(GroupMember):
    """Reads as a member, and lets its arrivals be known."""

    def __init__(self, settings: Settings, arrivals: Arrivals) -> None:
        super().__init__(settings)
        self._arrivals = arrivals

    def poll(self, seconds: float) -> Batch:
        """Give what has come."""
        if batch := super().poll(seconds):
            self._arrivals.came(batch)
        return batch
