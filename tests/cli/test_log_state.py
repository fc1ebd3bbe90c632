"""Every answer names the log it was read from; asked of that log again, it is the same."""

from pathlib import Path

import pytest
import story
from commanding import Sagsspor
from late_sickness import CASE, NOW, STORY


def test_an_answer_comes_out_the_same_when_the_log_has_grown(sagsspor: Sagsspor, tmp_path: Path):
    first, late = STORY[:-1], STORY[-1:]
    (tmp_path / "first.ndjson").write_bytes(b"\n".join(first))
    (tmp_path / "late.ndjson").write_bytes(b"\n".join(late))
    sagsspor(f"ingest {tmp_path}/first.ndjson")
    ways = ("show", "decisions", "diff --known-at 2022-03-01 --and 2022-04-30")
    before = {way: sagsspor(f"case {way} {CASE} --valid-on {NOW} --json").json for way in ways}

    sagsspor(f"ingest {tmp_path}/late.ndjson")
    again = {way: sagsspor(f"case {way} {CASE} --valid-on {NOW} --position {len(first)} --json").json for way in ways}
    now = {way: sagsspor(f"case {way} {CASE} --valid-on {NOW} --json").json for way in ways}

    assert before == again
    assert all(now[way] != again[way] for way in ways)
    assert {len(first)} == {again[way]["log"]["position"] for way in ways}
    assert {len(STORY)} == {now[way]["log"]["position"] for way in ways}


def test_an_answer_names_the_seal_over_what_was_read(a_case: Sagsspor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAGSSPOR_SEAL_KEY", str(tmp_path / "seal.key"))
    assert 0 == a_case("seal --init-key --name test.sagsspor.dk").code
    seal = a_case(f"case show {story.CASE} --json").json["log"]["seal"]

    assert {"number": 1, "size": len(story.MISSED_DEADLINE)} == {name: seal[name] for name in ("number", "size")}


def test_a_position_that_the_log_does_not_have_is_an_error(a_case: Sagsspor):
    found = a_case(f"case show {story.CASE} --position 4000")

    assert (4, "") == (found.code, found.out.decode())
    assert "ingen hændelse nr. 4000" in found.err
