"""Checking that is seen: how old the facts are that come, and how long it takes."""

from collections.abc import Iterable

from consumers.checking import Checked, Checking
from consumers.intake import Clock
from infra.telemetry.contexts import here
from infra.telemetry.source_lag import SourceLag
from infra.telemetry.tracing import Tracing


class SeenChecking(Checking):
    """Checks lines in this process, and tells of them."""

    def __init__(self, clock: Clock, lag: SourceLag, tracing: Tracing) -> None:
        super().__init__()
        self._clock = clock
        self._lag = lag
        self._tracing = tracing

    def check(self, lines: Iterable[bytes]) -> list[Checked]:
        """Check some lines."""
        if self._tracing.is_on and here().is_valid:
            with self._tracing.span("check events"):
                checked = super().check(lines)
        else:
            checked = super().check(lines)
        self._lag.heard(checked, self._clock())
        return checked
