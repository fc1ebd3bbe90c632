"""Whether a process can do its work: its store answers, is of this version, and its views keep up."""

import logging
import sqlite3
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

import psycopg
from eventsourcing.persistence import InterfaceError, OperationalError

from infra.store_errors import StoreVersionError
from infra.telemetry.lag import Lag

AWAY = (OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError, sqlite3.OperationalError)
"""What says that a store cannot be used just now."""

_log = logging.getLogger(__name__)


class Reason(StrEnum):
    """Why it is not ready."""

    store_away = "store-away"
    unmigrated = "unmigrated"
    views_behind = "views-behind"


class Answering(Protocol):
    """What is needed of a store to know that it is there."""

    def last_position(self) -> int:
        """Give the position of the last event, 0 when there is none."""


class Readiness:
    """Asks each time anew."""

    def __init__(
        self, store: Answering, check_layout: Callable[[], None], lag: Callable[[], Lag] | None = None, most_behind: float | None = None
    ) -> None:
        """Make it ready. `most_behind` is for how many seconds an event may wait for the views; None is no limit."""
        self._store = store
        self._check_layout = check_layout
        self._lag = lag
        self._most_behind = most_behind

    def reason(self) -> Reason | None:
        """Give why it is not ready, or None when it is."""
        try:
            self._check_layout()
            self._store.last_position()
            behind = self._lag() if self._lag is not None and self._most_behind is not None else None
        except StoreVersionError as error:
            _log.warning("Lageret passer ikke til denne version (%s).", type(error).__name__)
            return Reason.unmigrated
        except AWAY as error:
            _log.warning("Lageret svarer ikke (%s).", type(error).__name__)
            return Reason.store_away
        return Reason.views_behind if behind is not None and behind.seconds > (self._most_behind or 0) else None
