"""What stands in the log, and in which form."""

import asyncio
import json
import logging
import threading

import pytest
from psycopg import OperationalError

from consumers.kafka_reading import LostRecordsError
from infra.store_errors import UnavailableStoreError
from infra.telemetry.discretion import HIDDEN, UNSAID, is_ours, scrubbed
from infra.telemetry.log_format import LogFormat
from infra.telemetry.logs import logging_as

CASE = "20010101-1234-4101-8170-010170123456"
OURS = logging.getLogger("infra.kafka.consuming")
QUOTED = "HEMMELIG"


def lines(capsys):
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.fixture
def as_json(capsys):
    with logging_as(LogFormat.json):
        yield


def test_a_line_says_when_how_grave_where_and_what(as_json, capsys):
    OURS.warning("Lageret svarer ikke (%s)", "OSError", extra={"partition": 3, "offset": 17, "payload": QUOTED})

    [line] = lines(capsys)
    assert ["time", "level", "logger", "event", "partition", "offset"] == list(line)
    assert ("warning", "infra.kafka.consuming", "Lageret svarer ikke (OSError)", 3, 17) == tuple(line.values())[1:]
    assert line["time"].endswith("Z")


def test_a_line_within_a_span_names_it(as_json, capsys, collector):
    with collector.tracing.span("work") as span:
        OURS.info("Der arbejdes")

    [line] = lines(capsys)
    assert (f"{span.get_span_context().trace_id:032x}", f"{span.get_span_context().span_id:016x}") == (line["trace_id"], line["span_id"])


def test_an_error_is_told_by_its_kind_and_place(as_json, capsys):
    try:
        int(QUOTED)
    except ValueError:
        OURS.exception("Det gik galt")

    [line] = lines(capsys)
    assert "ValueError, test_log_lines.py:" in line["error"]
    assert QUOTED not in str(line)


def test_errors_of_others_are_named_and_those_that_we_word_are_told(as_json, capsys):
    OURS.error("%s", LostRecordsError("kafka:k:t", 0, 3, 7))
    OURS.error("%s", OperationalError(QUOTED))
    OURS.error("%s", UnavailableStoreError(QUOTED))

    told, *named = [line["event"] for line in lines(capsys)]
    assert "--accept-gap" in told
    assert ["OperationalError", "UnavailableStoreError"] == named


def test_of_a_librarys_line_its_template_stands_and_no_value(as_json, capsys):
    logging.getLogger("some.library").warning("error connecting in %r: %s", "pool-1", QUOTED)
    logging.getLogger("uvicorn.error").error("Exception in application " + QUOTED, exc_info=ValueError(QUOTED))  # noqa: G003 - as libraries do

    first, second = lines(capsys)
    assert ("error connecting in %r: %s", UNSAID) == (first["event"], second["event"])
    assert [True, True] == ["test_log_lines.py:" in line["where"] for line in (first, second)]
    assert QUOTED not in f"{first}{second}"


def test_what_python_itself_tells_of_a_thread_or_a_task_is_told_without_its_words(as_json, capsys):
    def fail():
        raise ValueError(QUOTED)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    async def forget():
        asyncio.get_running_loop().call_exception_handler({"message": QUOTED, "exception": ValueError(QUOTED)})

    asyncio.run(forget())

    thread_line, task_line = lines(capsys)
    assert "ValueError, test_log_lines.py:" in thread_line["error"]
    assert ("asyncio", UNSAID) == (task_line["logger"], task_line["event"])
    assert QUOTED not in f"{thread_line}{task_line}"


def test_a_line_that_cannot_be_written_is_told_by_its_place(as_json, capsys):
    record = OURS.makeRecord(OURS.name, logging.ERROR, __file__, 7, "for få værdier %s %s", (QUOTED,), None)
    [ours] = [one for one in logging.getLogger().handlers if is_ours(type(one).__module__)]
    ours.handle(record)

    [line] = lines(capsys)
    assert ("En loglinje kunne ikke skrives.", True) == (line["event"], line["where"] == "test_log_lines.py:7")


def test_at_a_terminal_a_line_is_for_people(capsys):
    with logging_as(LogFormat.text):
        OURS.error("Kafka svarer ikke", extra={"partition": 3})

    _, rest = capsys.readouterr().err.split(" ", 1)
    assert "FEJL     Kafka svarer ikke  partition=3\n" == rest


def test_afterwards_logging_is_as_it_was():
    before = (logging.getLogger().handlers[:], logging.getLogger().level, threading.excepthook, logging.getLogger("kafka").level)
    with logging_as(None):
        pass

    assert before == (logging.getLogger().handlers, logging.getLogger().level, threading.excepthook, logging.getLogger("kafka").level)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("sag-010170-1234 og 0101701234", f"sag-{HIDDEN} og {HIDDEN}"),
        ("010170 1234.", f"{HIDDEN}."),
        (f"sag {CASE}", f"sag {CASE}"),
        ("offset 12345678901", "offset 12345678901"),
        ("2022-03-01T09:00:00.123456+01:00", "2022-03-01T09:00:00.123456+01:00"),
    ],
)
def test_what_looks_like_a_cpr_number_is_taken_out_and_a_cases_uuid_is_not(text, shown):
    assert shown == scrubbed(text)
