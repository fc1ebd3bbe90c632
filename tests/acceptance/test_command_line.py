"""The command line as others meet it: real processes, bytes and exit codes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import gettempdir

import orjson
import pytest

from domain.texts import danish_date
from domain.times import parse_day

COMMAND = Path(sys.executable).with_name("sagsspor")
COMPILED = Path(gettempdir()) / f"sagsspor-compiled-{os.getpid()}"
CASE_VIEW_KEYS = {
    "case",
    "valid_on",
    "known_at",
    "known_by",
    "policy",
    "rules",
    "group",
    "registration",
    "self_booking",
    "immediate_booking_demanded",
    "deadlines",
    "obligations",
    "sanctionable_days",
    "blocked_days",
    "no_show_days",
    "registration_gap",
    "interviews",
    "findings",
    "alerts",
}
DAY_KEYS = {"date", "deadline_id", "reason", "rules", "law", "because", "considered"}

Sagsspor = Callable[..., CompletedProcess[bytes]]


def run(*arguments: str, given: bytes = b"", store: str | None = None) -> CompletedProcess[bytes]:
    command = [str(COMMAND)] if COMMAND.exists() else [sys.executable, "-m", "infra.cli"]
    return subprocess.run([*command, *arguments], input=given, capture_output=True, env=_environment(store), timeout=60, check=False)


def _environment(store: str | None) -> dict[str, str]:
    """Keep compiled modules, as an installed command does: a process then starts in half the time."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"SAGSSPOR_STORE", "PYTHONDONTWRITEBYTECODE"}}
    compiled = {"PYTHONPYCACHEPREFIX": str(COMPILED)}
    return inherited | compiled | ({"SAGSSPOR_STORE": store} if store else {})


@pytest.fixture(scope="module", autouse=True)
def _clean_up() -> Iterator[None]:
    yield
    shutil.rmtree(COMPILED, ignore_errors=True)


@pytest.fixture(scope="module")
def events() -> bytes:
    return run("simulate", "--citizens", "20", "--seed", "7").stdout


@pytest.fixture(scope="module")
def sagsspor(tmp_path_factory: pytest.TempPathFactory) -> Sagsspor:
    url = f"sqlite:///{tmp_path_factory.mktemp('store')}/sager.db"
    return lambda *arguments, given=b"": run(*arguments, given=given, store=url)


@pytest.fixture(scope="module")
def ingested(sagsspor: Sagsspor, events: bytes) -> CompletedProcess[bytes]:
    first, *rest = events.splitlines()
    return sagsspor("ingest", "-", "--json", given=b"\n".join([first, b"{no json", *rest, first]))


@pytest.fixture(scope="module")
def case(events: bytes) -> str:
    """Give the first citizen who missed a deadline."""
    found = (orjson.loads(line) for line in events.splitlines())
    return next(event["subject"] for event in found if event["type"] == "dk.sagsspor.hearing-sent.v1")


def test_equal_arguments_simulate_equal_bytes(events: bytes):
    assert events.count(b"\n") > 200
    assert events == run("simulate", "--citizens", "20", "--seed", "7").stdout


def test_a_bad_line_is_set_aside_and_stops_nothing(ingested: CompletedProcess[bytes], events: bytes):
    counts = orjson.loads(ingested.stdout)
    lines = events.splitlines()

    assert 0 == ingested.returncode
    assert counts["accepted"] == len(set(lines))
    assert counts["repeated"] == len(lines) + 1 - len(set(lines))
    assert counts["set_aside"] == {"not_json": 1}


@pytest.mark.usefixtures("ingested")
def test_equal_questions_give_equal_bytes_with_every_key(sagsspor: Sagsspor, case: str):
    question = ("case", "show", case, "--valid-on", "2023-06-30", "--json")
    once, again = sagsspor(*question), sagsspor(*question)

    view = orjson.loads(once.stdout)
    days = [day for name in ("sanctionable_days", "blocked_days", "no_show_days", "registration_gap") for day in view[name]]
    assert once.stdout == again.stdout
    assert CASE_VIEW_KEYS <= view.keys()
    assert days
    assert all(day.keys() >= DAY_KEYS for day in days)


@pytest.mark.usefixtures("ingested")
def test_a_set_aside_event_is_listed_shown_mended_and_sent_again(sagsspor: Sagsspor, events: bytes, tmp_path: Path):
    [listed] = orjson.loads(sagsspor("set-aside", "list", "--json").stdout)
    raw = sagsspor("set-aside", "show", str(listed["number"]), "--raw").stdout
    mended = tmp_path / "mended.json"
    mended.write_bytes(orjson.dumps(orjson.loads(events.splitlines()[0]) | {"id": "mended"}))
    resent = sagsspor("set-aside", "resend", str(listed["number"]), "--with", str(mended), "--json")

    assert ("not_json", b"{no json\n") == (listed["code"], raw)
    assert (0, 1) == (resent.returncode, orjson.loads(resent.stdout)["accepted"])
    assert [] == orjson.loads(sagsspor("set-aside", "list", "--json").stdout)


@pytest.mark.usefixtures("ingested")
def test_what_does_not_exist_is_exit_code_4(sagsspor: Sagsspor):
    missing = sagsspor("case", "show", "00000000-0000-4000-8000-000000000000")

    assert (4, b"") == (missing.returncode, missing.stdout)
    assert "Der er ingen sag" in missing.stderr.decode()


def test_a_wrong_way_of_asking_is_exit_code_2(sagsspor: Sagsspor):
    assert 2 == sagsspor("case", "show", "x", "--valid-on", "yesterday").returncode


def scenario(days: str) -> str:
    return f"""
- id: T1
  title: Days run until contact
  group: kontanthjaelp_jobparat
  given:
    - {{at: 2022-02-24, event: DeadlineSet, deadline_id: D1, due: 2022-03-09, published: jobnet}}
    - {{at: 2022-03-11T10:15, event: ContactRestored, channel: phone}}
  then:
    - {{valid_on: 2022-03-31, sanctionable_days: {days}}}
"""


def test_a_scenario_that_deviates_is_exit_code_3_and_one_that_cannot_be_run_is_1(tmp_path: Path):
    good, bad, broken = (tmp_path / name for name in ("good.yaml", "bad.yaml", "broken.yaml"))
    good.write_text(scenario("[2022-03-09, 2022-03-10]"))
    bad.write_text(scenario("[2022-03-09]"))
    broken.write_text("- id: T2\n")

    deviating = run("scenarios", "check", str(good), str(bad))
    unrunnable = run("scenarios", "check", str(good), str(broken), "--json")

    assert 3 == deviating.returncode
    assert "2 scenarier, 1 afvigelse" == deviating.stdout.decode().splitlines()[-1]
    assert "2022-03-09, 2022-03-10" in deviating.stdout.decode()
    assert 1 == unrunnable.returncode
    assert "broken.yaml" in unrunnable.stderr.decode()


@pytest.mark.usefixtures("ingested")
def test_the_lists_follow_the_log(sagsspor: Sagsspor):
    assert 0 == sagsspor("project").returncode

    lists = sagsspor("worklist", "--on", "2022-10-01", "--json")

    assert b"" == lists.stderr
    assert any(row["cases"] for row in orjson.loads(lists.stdout))


def test_the_demo_tells_a_case_and_how_to_go_on(tmp_path: Path):
    told = run("demo", "--folder", str(tmp_path))
    commands = [line.split() for line in told.stdout.decode().splitlines() if line.strip().startswith("sagsspor case show")]
    _, _, _, case, _, day, _, known_at = commands[-1]

    shown = run("case", "show", case, "--valid-on", day, "--known-at", known_at, store=f"sqlite:///{tmp_path}/sagsspor.db")

    assert (0, 0) == (told.returncode, shown.returncode)
    assert f"ved udgangen af {danish_date(parse_day(day))}" in shown.stdout.decode()
