"""What the topic looks like to the one who reads it."""

from collections import Counter
from dataclasses import MISSING, fields
from datetime import date, datetime, timedelta
from itertools import pairwise

import orjson

from consumers.cloudevents import Accepted, Door
from consumers.wire import data_adapter
from domain.events import EVENT_TYPES
from domain.times import COPENHAGEN
from infra.simulation import simulate


def name(event):
    return event["type"].removeprefix("dk.sagsspor.").removesuffix(".v1")


def key(event):
    return (event["source"], event["id"])


def effective_day(event):
    return date.fromisoformat(event["data"]["effective"][:10])


def test_every_type_of_event_occurs(events):
    assert set(EVENT_TYPES) == {name(event) for event in events}


def test_the_door_accepts_every_line():
    door = Door()
    refused = [answer for line in simulate(500, seed=7) if not isinstance(answer := door.check(line), Accepted)]

    assert refused == []


def test_every_field_is_one_of_its_class_and_none_is_wanting(events):
    allowed = {kind: {field.name.rstrip("_") for field in fields(cls)} for kind, cls in EVENT_TYPES.items()}
    needed = {kind: {field.name.rstrip("_") for field in fields(cls) if field.default is MISSING} for kind, cls in EVENT_TYPES.items()}
    for event in events:
        assert needed[name(event)] <= event["data"].keys() <= allowed[name(event)], event


def test_a_key_names_one_content(lines, events):
    assert len({key(event) for event in events}) == len(set(lines))


def test_some_events_come_twice(lines):
    twice = len(lines) - len(set(lines))

    assert 0.002 < twice / len(lines) < 0.01


def test_times_bear_the_offset_of_copenhagen(events):
    for event in events:
        registered = datetime.fromisoformat(event["time"])
        assert registered.astimezone(COPENHAGEN).utcoffset() == registered.utcoffset(), event["time"]


def test_nothing_is_registered_before_it_was_so(events):
    for event in events:
        effective, registered = event["data"]["effective"], datetime.fromisoformat(event["time"])
        if len(effective) == len("2022-03-01"):
            assert date.fromisoformat(effective) <= registered.date()
        else:
            assert datetime.fromisoformat(effective) <= registered


def test_the_order_is_that_of_arrival_not_of_effect(events):
    """Queues stand still for hours at most, so registrations come nearly in order; late facts do not."""
    registered = [datetime.fromisoformat(event["time"]) for event in events]
    assert all(later > earlier - timedelta(hours=9) for earlier, later in pairwise(registered))
    assert any(later < earlier for earlier, later in pairwise(registered))

    late = [event for event in events if date.fromisoformat(event["time"][:10]) - effective_day(event) >= timedelta(days=2)]
    assert 0.02 < len(late) / len(events) < 0.09


def test_citizens_are_interleaved(events):
    changes = sum(one["subject"] != other["subject"] for one, other in pairwise(events))

    assert changes > 0.5 * len(events)


def test_revisions_bear_on_what_has_come_and_is_registered_earlier(events):
    come = {}
    for event in events:
        if name(event) in {"event-corrected", "event-retracted"}:
            target = come[event["data"]["target_source"], event["data"]["target_id"]]
            assert (target["subject"], target["time"] < event["time"]) == (event["subject"], True)
        come[key(event)] = event


def test_a_correction_holds_the_whole_data_of_its_target(events):
    by_key = {key(event): event for event in events}
    for event in events:
        if name(event) == "event-corrected":
            target = by_key[event["data"]["target_source"], event["data"]["target_id"]]
            corrected = event["data"]["data"]
            data_adapter(EVENT_TYPES[name(target)]).validate_json(orjson.dumps(corrected))
            assert corrected.keys() == target["data"].keys()
            assert corrected != target["data"]


def test_registrations_are_put_right_now_and_then(events):
    count = Counter(name(event) for event in events)
    kinds = {key(event): name(event) for event in events}
    targets = Counter(
        (name(event), kinds[event["data"]["target_source"], event["data"]["target_id"]]) for event in events if "target_id" in event["data"]
    )

    assert 0.006 < count["event-corrected"] / len(events) < 0.015
    assert 0.004 < count["event-retracted"] / len(events) < 0.011
    assert targets["event-corrected", "event-corrected"] > 0
    assert targets["event-retracted", "event-corrected"] > 0


def test_outages_are_the_systems_and_some_are_registered_days_later(cases):
    outages = cases["jobnet"]
    delays = [date.fromisoformat(event["time"][:10]) - effective_day(event) for event in outages]

    assert {"outage-recorded"} == {name(event) for event in outages}
    assert 3 <= len(outages) <= 15
    assert min(delays) <= timedelta(days=1) < max(delays)


def test_sources_are_the_municipalitys_systems_and_the_fund(events):
    assert {f"urn:fagsystem:{system}:751" for system in ("nordsag", "jobnet", "ydelse", "akasse")} == {event["source"] for event in events}
