"""The log comes whole and without gaps, and its proofs hold by the seal alone."""

from base64 import b64decode
from hashlib import sha256

import orjson
import pytest

from infra.seals.checkpoints import Checkpoint
from infra.seals.keys import public_key
from infra.seals.merkle import leaf_hash
from infra.seals.proofs import grew, includes
from infra.seals.trust import Trust, ValidKey
from tests.api.town import AUDITOR, CASE, KEY, SOURCE, event
from tests.web.serving import problem_of


def paged(town, path):
    events = []
    while path:
        page = town.client.get(path, headers=AUDITOR).json()
        events += page["events"]
        path = page["next"]
    return events


def checkpoint(town, number):
    """Believe the seal by its signature."""
    answer = town.ask(f"/seals/{number}")
    assert "text/plain; charset=utf-8" == answer.headers["content-type"]
    opened = Trust([ValidKey(public_key(KEY))]).open(answer.text)
    assert None is opened.fault
    return opened.checkpoint


@pytest.mark.parametrize("limit", [97, 1000])
def test_following_next_gives_the_whole_log_as_it_is_stored(town, limit):
    events, rows = paged(town, f"/api/log?limit={limit}"), town.store.read_log(limit=100_000)

    assert list(range(1, town.store.last_position() + 1)) == [event["position"] for event in events]
    assert [row.state for row in rows] == [b64decode(event["bytes"]) for event in events]
    assert [orjson.loads(row.state) for row in rows] == [event["event"] for event in events]


def test_each_event_of_the_case_is_under_the_newest_seal(town):
    for stored in town.read(f"/cases/{CASE}/events")["events"]:
        proof = town.read(f"/log/{stored['position']}/proof")
        seal = checkpoint(town, proof["seal"])
        path = [b64decode(one) for one in proof["path"]]

        assert includes(seal.root, seal.size, leaf_hash(proof["record"].encode()), stored["position"] - 1, path)
        assert orjson.loads(proof["record"])[-1] == sha256(b64decode(stored["bytes"])).hexdigest()
        assert not includes(seal.root, seal.size, leaf_hash(proof["record"].encode()), stored["position"], path)


def test_the_log_only_grew_between_two_seals(own_town):
    own_town.take(event(f"g{number}", "jobnet-visited") for number in range(5))
    own_town.seal()
    first, second = (checkpoint(own_town, number) for number in (1, 2))

    for path in ("/seals/1/growth/2", "/seals/2/growth/1"):
        growth = own_town.read(path)
        assert (first.size, second.size) == (growth["first"], growth["second"])
        assert grew(first.size, first.root, second.size, second.root, [b64decode(one) for one in growth["path"]])


def test_the_seals_are_listed_as_they_say(town):
    [listed] = town.read("/seals")["seals"]
    seal: Checkpoint = checkpoint(town, listed["number"])

    assert (seal.origin, seal.size, seal.root.hex()) == (listed["origin"], listed["size"], listed["root"])


@pytest.mark.parametrize("path", ["/log/99999/proof", "/seals/2", "/seals/1/growth/2"])
def test_what_no_seal_covers_is_told_so(town, path):
    assert (404, "not-sealed") == problem_of(town.ask(path))


def test_without_any_seal_there_is_no_proof(client):
    client.headers.update(AUDITOR)

    assert (404, "not-sealed") == problem_of(client.get("/api/log/1/proof"))
    assert {"seals": []} == client.get("/api/seals").json()


def test_an_event_that_cannot_be_read_is_shown_by_its_bytes(broken):
    [event] = [one for one in paged(broken, "/api/log") if one["position"] == 6]

    assert ({}, "6", b"\x00\xff not an event") == (event["event"], event["id"], b64decode(event["bytes"]))
    assert SOURCE == event["source"]
