"""What may stand in a log line: our own sentences, and never what another program or an error says in its own words."""

import logging
from pathlib import Path

from eventsourcing.persistence import PersistenceError

from infra.cpr_numbers import without_cpr_numbers

OURS = frozenset({"domain", "projections", "consumers", "infra", "sagsspor"})

HIDDEN = "[CPR-nummer?]"
UNSAID = "Et bibliotek melder noget. Ordlyden skrives ikke, da den kan gengive data."


def scrubbed(text: str) -> str:
    """Take out what looks like a CPR number. The UUID of a case stays, whatever its digits."""
    return without_cpr_numbers(text, HIDDEN)


def named(error: BaseException) -> str:
    """Name the kind of error and where it was raised; its message may quote a person's data."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{type(error).__name__}, {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else type(error).__name__


def is_ours(name: str) -> bool:
    """Tell whether a logger or a module is of this program."""
    return name.partition(".")[0] in OURS


def discreet(record: logging.LogRecord) -> logging.LogRecord:
    """Give the record with a text that may be shown.

    Our sentences stand with their values, but for errors of others, which are named by their kind. Of another program's text
    its template stands without the values; where the text was put together before it was logged, only its place stands.
    """
    copy = logging.makeLogRecord(record.__dict__)
    if is_ours(record.name):
        if isinstance(record.args, tuple):
            copy.args = tuple(map(_speakable, record.args))
        return copy
    copy.args = None
    copy.msg = record.msg if record.args and isinstance(record.msg, str) else UNSAID
    copy.__dict__["where"] = f"{Path(record.pathname).name}:{record.lineno}"
    return copy


def _speakable(value: object) -> object:
    """Name an error of others by its kind, and so one of the store, which keeps the database's words."""
    is_worded_by_us = is_ours(type(value).__module__) and not isinstance(value, PersistenceError)
    return type(value).__name__ if isinstance(value, BaseException) and not is_worded_by_us else value
