"""Logs: `logging.getLogger(__name__)` as ever, written as JSON for machines or as lines for people, on standard error."""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any, TextIO

import orjson
import structlog
from opentelemetry import trace
from structlog.typing import EventDict, Processor

from infra.telemetry.discretion import discreet, is_ours, named, scrubbed
from infra.telemetry.log_format import LogFormat

FIELDS = (
    "partition",
    "offset",
    "position",
    "source",
    "id",
    "code",
    "case",
    "method",
    "route",
    "status",
    "ms",
    "role",
    "where",
    "error",
)
"""What may stand beside the sentence. Whatever else a record carries is left out."""

LEVELS = {"debug": "fejlsøgning", "info": "info", "warning": "advarsel", "error": "FEJL", "critical": "FEJL"}

_log = logging.getLogger(__name__)


@contextmanager
def logging_as(asked: LogFormat | None) -> Iterator[None]:
    """Write what is logged to standard error for as long as the block runs: JSON unless it is a terminal, where nothing is asked."""
    chosen = asked or (LogFormat.text if sys.stderr.isatty() else LogFormat.json)
    root, handler = logging.getLogger(), _ToStandardError()
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or is_ours(record.name))
    handler.setFormatter(_Discreet(_as_json if chosen is LogFormat.json else _as_line))
    level, hook, kafka = root.level, threading.excepthook, logging.getLogger("kafka")
    kafka_level = kafka.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    kafka.setLevel(logging.ERROR)  # its warnings tell of each reconnection
    threading.excepthook = _tell
    try:
        yield
    finally:
        threading.excepthook = hook
        kafka.setLevel(kafka_level)
        root.setLevel(level)
        root.removeHandler(handler)


class _ToStandardError(logging.StreamHandler[TextIO]):
    """Writes to standard error as it is at that moment."""

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Say where a line could not be written. The library would write its values."""
        place = {
            "level": "error",
            "logger": __name__,
            "event": "En loglinje kunne ikke skrives.",
            "where": f"{record.filename}:{record.lineno}",
        }
        with suppress(OSError, ValueError):  # standard error itself is gone: there is nowhere to say so
            sys.stderr.write(orjson.dumps(place).decode() + "\n")


class _Discreet(structlog.stdlib.ProcessorFormatter):
    def __init__(self, renderer: Processor) -> None:
        super().__init__(
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(allow=FIELDS)],
            processors=[_described, structlog.stdlib.ProcessorFormatter.remove_processors_meta, _scrub, renderer],
        )

    def format(self, record: logging.LogRecord) -> str:
        return super().format(discreet(record))


def _described(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Put the fields of every line first, and name the error without its words."""
    record: logging.LogRecord = event["_record"]
    at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    head = {"time": at, "level": record.levelname.lower(), "logger": record.name, "event": event.pop("event")}
    failure = event.pop("exc_info", None)
    event.pop("stack_info", None)
    if isinstance(failure, tuple) and failure[1] is not None:
        event["error"] = named(failure[1])
    here = trace.get_current_span().get_span_context()
    if here.is_valid:
        event["trace_id"], event["span_id"] = trace.format_trace_id(here.trace_id), trace.format_span_id(here.span_id)
    return {**head, **event}


def _scrub(_logger: Any, _method: str, event: EventDict) -> EventDict:
    return {
        key: scrubbed(value) if isinstance(value, str) and key not in ("trace_id", "span_id") else value for key, value in event.items()
    }


def _as_json(_logger: Any, _method: str, event: EventDict) -> str:
    return orjson.dumps(event, default=lambda value: type(value).__name__).decode()


def _as_line(_logger: Any, _method: str, event: EventDict) -> str:
    at, level, _, sentence, *values = event.values()
    names = list(event)[4:]
    clock = datetime.fromisoformat(at).astimezone().strftime("%H:%M:%S")
    beside = "".join(f"  {name}={value}" for name, value in zip(names, values, strict=True))
    return f"{clock} {LEVELS.get(level, level):<8} {sentence}{beside}"


def _tell(failed: threading.ExceptHookArgs) -> None:
    """Log the error that ended a thread. Python would write it with its message."""
    if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
        _log.error("En tråd endte med en fejl.", extra={"error": named(failed.exc_value)})
