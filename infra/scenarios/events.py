"""From the short words of a scenario to CloudEvents that pass the door like any others."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, get_type_hints
from uuid import NAMESPACE_URL, uuid5

import orjson

from consumers.cloudevents import Accepted, Door
from consumers.decoding import DECODERS, topic_of
from consumers.refusals import Rejected
from domain.events import EVENT_TYPES, SYSTEM_CASE, Event, EventCorrected
from domain.facts import Fact
from domain.times import COPENHAGEN, TimeError
from infra.scenarios.reading import Scenario, ScenarioError

SOURCE = "urn:fagsystem:scenario:000"
BY_CLASS_NAME: dict[str, type[Event]] = {cls.__name__: cls for cls in EVENT_TYPES.values()}
_NOT_DATA = frozenset({"at", "registered", "event", "id", "target"})
_DOOR = Door()


def facts_of(scenario: Scenario) -> list[Fact]:
    """Make the facts of a scenario, its defaults included. Raise `ScenarioError` for an event that the door refuses."""
    entries = [*_defaults(scenario), *scenario.given]
    ids = {str(entry["id"]): f"{n:04}" for n, entry in enumerate(entries) if "id" in entry}
    classes: dict[str, type[Event]] = {}
    return [_fact(scenario, f"{n:04}", entry, ids, classes) for n, entry in enumerate(entries)]


def _defaults(scenario: Scenario) -> Iterator[Mapping[str, Any]]:
    """Give what a case usually begins with, at `start`."""
    if not scenario.defaults:
        return
    at = scenario.start
    by = "unemployment_fund" if scenario.group == "dagpenge" else "jobcentre"
    yield {"at": at, "event": "TargetGroupAssigned", "group": scenario.group}
    yield {"at": at, "event": "BenefitStarted"}
    yield {"at": at, "event": "GuidanceGiven", "by": by, "written": True}
    if scenario.group not in {"jobafklaring", "ikke_omfattet"}:
        yield {"at": at, "event": "Registered", "channel": "jobnet"}


def _fact(scenario: Scenario, id_: str, entry: Mapping[str, Any], ids: Mapping[str, str], classes: dict[str, type[Event]]) -> Fact:
    where = f"{scenario.path.name}, scenario {scenario.id}, event {id_}"
    cls = BY_CLASS_NAME.get(str(entry.get("event")))
    if cls is None or "at" not in entry:
        raise ScenarioError(f"{where}: needs `at` and a known `event`.")
    try:
        document = _document(scenario, id_, entry, cls, ids, classes)
    except (TimeError, KeyError) as error:
        raise ScenarioError(f"{where}: {error}") from error
    classes[id_] = cls
    accepted = _DOOR.check(orjson.dumps(document))
    if isinstance(accepted, Rejected):
        raise ScenarioError(f"{where}: {accepted.code}: {accepted.message}")
    return _as_fact(accepted)


def _as_fact(accepted: Accepted) -> Fact:
    event = DECODERS[topic_of(accepted.type_name, accepted.version)](accepted.state)
    return Fact(event, accepted.effective, accepted.day, accepted.registered, accepted.registered, accepted.source, accepted.id)


def _document(
    scenario: Scenario, id_: str, entry: Mapping[str, Any], cls: type[Event], ids: Mapping[str, str], classes: Mapping[str, type[Event]]
) -> dict[str, Any]:
    at = str(entry["at"])
    data = _data(cls, {"effective": at, **{k: v for k, v in entry.items() if k not in _NOT_DATA}})
    if "target" in entry:
        target = ids[str(entry["target"])]
        data |= {"target_source": SOURCE, "target_id": target}
        if cls is EventCorrected:
            data["data"] = _data(classes[target], entry["data"])
    return {
        "specversion": "1.0",
        "id": id_,
        "source": SOURCE,
        "type": f"dk.sagsspor.{cls.NAME}.v1",
        "subject": SYSTEM_CASE if cls.NAME == "outage-recorded" else str(uuid5(NAMESPACE_URL, f"scenario:{scenario.id}")),
        "time": _with_offset(_start_of_day(str(entry.get("registered", at)))),
        "data": data,
    }


def _data(cls: type[Event], given: Mapping[str, Any]) -> dict[str, Any]:
    """Give times without an offset the one of Copenhagen; leave everything else as it stands."""
    hints = get_type_hints(cls)
    data = dict(given)
    for name, value in given.items():
        if name == "effective":
            data[name] = _with_offset(str(value)) if "T" in str(value) else str(value)
        elif hints.get(name, hints.get(name + "_")) is datetime:
            data[name] = _with_offset(_start_of_day(str(value)))
    return data


def _start_of_day(text: str) -> str:
    return text if "T" in text or " " in text else text + "T00:00"


def _with_offset(text: str) -> str:
    """Write a time with its offset; RFC 3339 wants seconds."""
    parsed = datetime.fromisoformat(text)
    if parsed.tzinfo is None:
        parsed = parsed.replace(tzinfo=COPENHAGEN)
    return parsed.isoformat()
