"""A subscription for the library's SQLite recorder, which has none: it looks for new events twice a second."""

from collections.abc import Sequence
from typing import Any

from eventsourcing.persistence import ApplicationRecorder, ListenNotifySubscription, Subscription
from eventsourcing.sqlite import SQLiteApplicationRecorder


class PollingSubscription(ListenNotifySubscription[Any]):
    def _loop_on_pull(self) -> None:
        try:
            while not self._has_been_stopped:
                self._pull()
                self._has_been_notified.wait(0.5)
        except BaseException as error:  # noqa: BLE001 - as the library's own loop, which hands every error to the reader
            self._thread_error = self._thread_error or error
            self.stop()


class PollingRecorder(SQLiteApplicationRecorder):
    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        return PollingSubscription(self, gt, topics)
