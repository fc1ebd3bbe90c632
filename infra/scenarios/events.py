"""From the short words of a scenario to CloudEvents that pass the door like any others."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, get_type_hints
from uuid import NAMESPACE_URL, uuid5

import orjson

from consumers.cloudevents import Accepted, Door
from consumers.decoding import DECODERS, decode_data, topic_of
from consumers.refusals import Rejected
from domain.events import EVENT_TYPES, SYSTEM_CASE, Event, EventCorrected, OutageRecorded
from domain.facts import Fact
from domain.history import History
from domain.times import COPENHAGEN, TimeError
from infra.scenarios.reading import Scenario, ScenarioError

SOURCE = "urn:fagsystem:scenario:000"
BY_CLASS_NAME: dict[str, type[Event]] = {cls.__name__: cls for cls in EVENT_TYPES.values()}
_NOT_DATA = frozenset({"at", "registered", "event", "id", "target"})
_DOOR = Door()


def history_of(scenario: Scenario) -> History:
    """Make the history of a scenario, its defaults included. Raise `ScenarioError` for an event that the door refuses."""
    entries = [*_defaults(scenario), *scenario.given]
    ids = {str(entry["id"]): f"{n:04}" for n, entry in enumerate(entries) if "id" in entry}
    targets = {f"{n:04}": _target(scenario, entry, entries, ids) for n, entry in enumerate(entries)}
    accepted = [_accepted(scenario, f"{n:04}", entry, ids, targets) for n, entry in enumerate(entries)]
    own = [_as_fact(one) for one in accepted if one.case != SYSTEM_CASE]
    return History(own, decode_data, [_as_fact(one) for one in accepted if one.case == SYSTEM_CASE])


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


class _Target(NamedTuple):
    """What a revision needs to know of the event it names."""

    cls: type[Event]
    subject: str
    target: str
    """The id of what it revises itself, if it does."""


def _target(scenario: Scenario, entry: Mapping[str, Any], entries: Sequence[Mapping[str, Any]], ids: Mapping[str, str]) -> _Target:
    """Say whose event an entry is: the system's when it is an outage, or revises one."""
    root, passed = entry, 0
    while "target" in root and passed < len(entries):
        root = next((e for e in entries if str(e.get("id")) == str(root["target"])), {})
        passed += 1
    own = str(uuid5(NAMESPACE_URL, f"scenario:{scenario.id}"))
    subject = SYSTEM_CASE if root.get("event") == OutageRecorded.__name__ else own
    return _Target(BY_CLASS_NAME.get(str(entry.get("event")), Event), subject, ids.get(str(entry.get("target")), ""))


def _accepted(scenario: Scenario, id_: str, entry: Mapping[str, Any], ids: Mapping[str, str], targets: Mapping[str, _Target]) -> Accepted:
    where = f"{scenario.path.name}, scenario {scenario.id}, event {id_}"
    cls = BY_CLASS_NAME.get(str(entry.get("event")))
    if cls is None or "at" not in entry:
        raise ScenarioError(f"{where}: needs `at` and a known `event`.")
    try:
        document = _document(id_, entry, cls, ids, targets)
    except (TimeError, KeyError) as error:
        raise ScenarioError(f"{where}: {error}") from error
    accepted = _DOOR.check(orjson.dumps(document))
    if isinstance(accepted, Rejected):
        raise ScenarioError(f"{where}: {accepted.code}: {accepted.message}")
    return accepted


def _as_fact(accepted: Accepted) -> Fact:
    event = DECODERS[topic_of(accepted.type_name, accepted.version)](accepted.state)
    return Fact(event, accepted.effective, accepted.day, accepted.registered, accepted.registered, accepted.source, accepted.id)


def _document(
    id_: str, entry: Mapping[str, Any], cls: type[Event], ids: Mapping[str, str], targets: Mapping[str, _Target]
) -> dict[str, Any]:
    at = str(entry["at"])
    data = _data(cls, {"effective": at, **{k: v for k, v in entry.items() if k not in _NOT_DATA}})
    if "target" in entry:
        target = ids[str(entry["target"])]
        data |= {"target_source": SOURCE, "target_id": target}
        if cls is EventCorrected:
            data["data"] = _corrected(entry["data"], target, targets, ids)
    return {
        "specversion": "1.0",
        "id": id_,
        "source": SOURCE,
        "type": f"dk.sagsspor.{cls.NAME}.v1",
        "subject": targets[id_].subject,
        "time": _with_offset(_start_of_day(str(entry.get("registered", at)))),
        "data": data,
    }


def _corrected(given: Mapping[str, Any], target: str, targets: Mapping[str, _Target], ids: Mapping[str, str]) -> dict[str, Any]:
    """Write the data of a correction. What corrects a correction may hold just the new data of the event at the bottom."""
    corrected = targets[target]
    if corrected.cls is not EventCorrected:
        return _data(corrected.cls, given)
    if "data" not in given:
        given = {"effective": given["effective"], "reason": "", "data": given}
    below = ids[str(given["target"])] if "target" in given else str(given.get("target_id", corrected.target))
    named = {key: value for key, value in given.items() if key not in {"target", "data"}}
    return {
        **_data(EventCorrected, named),
        "target_source": SOURCE,
        "target_id": below,
        "data": _corrected(given["data"], below, targets, ids),
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
