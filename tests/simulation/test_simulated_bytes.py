import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path

import pytest

from infra.simulation import simulate

ROOT = Path(__file__).parents[2]


def digest(citizens: int, seed: int = 1) -> str:
    return sha256(b"\n".join(simulate(citizens, seed))).hexdigest()


def test_equal_arguments_give_equal_bytes():
    assert digest(60) == digest(60)


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_another_process_with_another_hash_seed_gives_the_same_bytes(hash_seed):
    program = "from hashlib import sha256; from infra.simulation import simulate; print(sha256(b'\\n'.join(simulate(60, 1))).hexdigest())"
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    printed = subprocess.run([sys.executable, "-c", program], env=environment, cwd=ROOT, capture_output=True, text=True, check=True)

    assert digest(60) == printed.stdout.strip()


def test_another_seed_is_another_municipality():
    assert set(simulate(20, seed=1)).isdisjoint(simulate(20, seed=2))


def test_an_event_is_one_compact_line_of_utf8():
    for line in simulate(30):
        assert b"\n" not in line
        assert b'": ' not in line
        line.decode("utf-8")


def test_no_citizens_leave_the_outages():
    assert all(b"outage-recorded" in line for line in simulate(0))


def test_a_period_of_one_day_has_the_events_of_that_day():
    day = date(2022, 3, 1)

    assert all(b'"time":"2022-03-01T' in line for line in simulate(20, start=day, end=day))


def test_the_first_events_come_before_the_later_courses_are_made():
    first = list(islice(simulate(1_000), 5))

    assert [line for line in first if b'"time":"2022-01-' in line] == first


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [({"citizens": -1}, "negative"), ({"citizens": 1, "start": date(2022, 2, 1), "end": date(2022, 1, 1)}, "before it starts")],
)
def test_senseless_arguments_are_refused_at_once(arguments, reason):
    with pytest.raises(ValueError, match=reason):
        simulate(**arguments)
