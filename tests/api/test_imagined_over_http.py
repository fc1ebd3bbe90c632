"""What is imagined is marked, changes nothing, and is turned away when it cannot be used."""

import orjson
import pytest

from tests.api.town import CASE, DAY, HANDLER, MISSING, SOURCE, event
from tests.web.serving import problem_of

SICK = {"from": "2022-03-08", "to": "2022-03-12"}
GROUND = orjson.loads(event("T1", "ground-assessed", "2022-03-20T09:00:00+01:00", kind="sickness", accepted=True, **SICK))
NAME = {"source": SOURCE, "id": "10"}


def imagine(town, body, **others):
    return town.client.post(f"/api/cases/{CASE}/what-if", params={"valid_on": DAY}, **({"json": body, "headers": HANDLER} | others))


def counts(town):
    return town.store.counts(), town.store.last_position(), len(town.store.set_aside_events(None))


def test_nothing_is_written(town):
    before, case = counts(town), town.read(f"/cases/{CASE}", valid_on=DAY)
    answer = imagine(town, {"with": [GROUND], "without": [NAME]})

    assert 200 == answer.status_code
    assert (before, case) == (counts(town), town.read(f"/cases/{CASE}", valid_on=DAY))
    assert "no-store" == answer.headers["cache-control"]


def test_what_is_imagined_is_marked_first_and_named(town):
    document = imagine(town, {"with": [GROUND], "without": [NAME]}).json()

    assert "imagined" == next(iter(document))
    assert ["T1"] == [one["id"] for one in document["imagined"]["with"]]
    assert [NAME] == document["imagined"]["without"]
    assert [] == document["sanctionable_days"]
    assert [f"2022-03-{day:02}" for day in (9, 10, 11)] == [one["date"] for one in document["changes"]["sanctionable_days"]["removed"]]


def test_nothing_imagined_changes_nothing(town):
    document = imagine(town, {}).json()
    case = town.read(f"/cases/{CASE}", valid_on=DAY)

    assert case | {"imagined": {"with": [], "without": [], "contrast": []}, "changes": {}} == document


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"without": [{"source": SOURCE, "id": "010203-1234"}]}, "without nævner en hændelse, som sagen ikke har."),
        ({"with": [GROUND | {"subject": MISSING}]}, f"Feltet subject skal være {CASE}."),
        ({"with": [GROUND, GROUND]}, "Giv den tænkte hændelse et andet id."),
        ({"with": [GROUND | {"time": "010203-1234"}]}, "Feltet time skal være et tidspunkt"),
        ({"with": [{}]}, "mangler"),
    ],
    ids=["no such event", "another case", "twice", "no time", "no event"],
)
def test_what_cannot_be_imagined_is_told_and_not_repeated(town, body, told):
    answer = imagine(town, body)

    assert (400, "unfit-imagined") == problem_of(answer)
    assert told in answer.json()["detail"]
    assert "010203" not in answer.text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b'{"with":[1]}',
        b'{"other":[]}',
        b'{"without":[{"source":"x"}]}',
        b'{"with":[{"x":' + b"9" * 30 + b"}]}",
        b'{"with":[{"x":"\\ud800"}]}',
        b'{"with":[{"\xff":1}]}',
        b'{"with":[{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}]}",
    ],
    ids=["empty", "a list", "half", "a number", "other", "half a name", "a great number", "half a character", "no UTF-8", "deep"],
)
def test_a_body_that_cannot_be_read_is_turned_away(town, content):
    assert (400, "unreadable-body") == problem_of(
        imagine(town, None, content=content, json=None, headers=HANDLER | {"content-type": "application/json"})
    )


def test_more_than_a_hundred_events_are_too_many(town):
    assert (400, "unreadable-body") == problem_of(imagine(town, {"without": [NAME] * 101}))
