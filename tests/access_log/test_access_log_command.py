"""`sagsspor access-log`: the answer to who has read a case, and whether the log of it is whole."""

import sqlite3
from pathlib import Path

import pytest

from infra.access_log.words import READS, ROLES
from infra.web.access.rights import LABELS
from infra.wiring import access_log_for, opened_store
from tests.access_log.reads import CASES, read
from tests.sealing_commands import sagsspor

__all__ = ["sagsspor"]


@pytest.fixture
def a_log(sagsspor, tmp_path):
    with opened_store("sqlite:///sager.db", create=True) as store, access_log_for(store) as log:
        log.note([read(), read(1, what="timeline", case=CASES[1]), read(2, what="refused", role="caseworker")])
    return sagsspor


def words(outcome):
    return " ".join(outcome.out.split())


def test_a_case_is_told_who_read_it_when_as_what_and_why(a_log):
    told = a_log(f"access-log {CASES[0].upper()}")

    assert (0, "") == (told.code, told.err)
    assert "1 2. marts 2022 kl. 09.00 bruger-7 Klagesagsbehandler klagesag sagen 3" in words(told)
    assert "3 2. marts 2022 kl. 09.00 bruger-7 Sagsbehandler klagesag ingenting: læsningen blev afvist" in words(told)
    assert "tidslinjen" not in told.out


def test_without_a_case_each_read_names_its_own(a_log):
    told = a_log("access-log").out

    assert all(case in told for case in CASES)


def test_all_reads_are_told_as_data(a_log):
    whole = a_log("access-log --json").json

    assert [1, 2, 3] == [one["number"] for one in whole]
    assert {
        "number": 1,
        "at": "2022-03-02T09:00:00+01:00",
        "who": "bruger-7",
        "role": "complaint_handler",
        "case": CASES[0],
        "purpose": "klagesag",
        "what": "case",
        "position": 41,
    } == {key: value for key, value in whole[0].items() if key != "hash"}
    assert 3 == len(a_log("access-log --ndjson").out.splitlines())


def test_a_case_that_nobody_read_is_said_so(a_log):
    told = a_log("access-log 33333333-3333-4333-8333-333333333333")

    assert (0, "", True) == (told.code, told.out, "Ingen læsning af sag 33333333" in told.err)


def test_a_whole_log_gives_its_end_to_be_kept_and_to_be_checked_against(a_log):
    checked = a_log("access-log --check")
    Path("end.txt").write_text(checked.out)
    end = checked.out.strip()

    assert (0, True) == (checked.code, end.startswith("3:"))
    assert {"entries": 3, "head": end, "first_broken": None} == a_log("access-log --against end.txt --json").json


def test_a_log_that_was_changed_ends_with_a_code_of_its_own(a_log):
    connection = sqlite3.connect("sager.access.db", isolation_level=None)
    connection.execute("DROP TRIGGER never_changed")
    connection.execute("UPDATE accesses SET who = 'x' WHERE number = 2")
    connection.close()

    told, as_json = a_log("access-log --check"), a_log("access-log --check --json")
    assert (3, "", True) == (told.code, told.out, "fra nr. 2" in told.err)
    assert (3, 2) == (as_json.code, as_json.json["first_broken"])


def test_an_end_that_the_log_does_not_reach_is_a_deviation(a_log):
    Path("end.txt").write_text(f"9:{'0' * 64}")

    assert 3 == a_log("access-log --against end.txt").code


def test_a_file_that_holds_no_end_is_said_so(a_log):
    Path("end.txt").write_text("3")
    told = a_log("access-log --against end.txt")

    assert (1, True) == (told.code, "NUMMER:HASH" in told.err)


def test_one_case_cannot_be_checked_alone(a_log):
    assert 2 == a_log(f"access-log {CASES[0]} --check").code


def test_each_role_has_the_name_that_the_web_calls_it_by():
    assert {role.value: label for role, label in LABELS.items()} == ROLES
    assert {"case", "worklist", "refused"} <= READS.keys()
