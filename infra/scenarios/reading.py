"""Reading scenario files: YAML 1.2, times kept as they are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode

KEYS = frozenset({"id", "title", "law", "group", "start", "defaults", "policy", "given", "then"})


class ScenarioError(ValueError):
    """A scenario that cannot be run. The message says where and what to mend."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A small case and the questions it answers."""

    id: str
    title: str
    group: str
    start: str
    defaults: bool
    policy: Mapping[str, Any]
    given: Sequence[Mapping[str, Any]]
    then: Sequence[Mapping[str, Any]]
    path: Path


class _TimesAsWritten(SafeConstructor):
    """Keeps `2022-03-06T20:15` a text: what it means depends on the field."""


def _as_written(_: SafeConstructor, node: ScalarNode) -> str:
    return str(node.value)


_TimesAsWritten.add_constructor("tag:yaml.org,2002:timestamp", _as_written)


def scenario_files(paths: Sequence[Path]) -> list[Path]:
    """List the scenario files under paths, in order. Raise `ScenarioError` when a path does not exist or holds none."""
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise ScenarioError(f"{path} does not exist.")
        found = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in {".yaml", ".yml"})
        if not found:
            raise ScenarioError(f"{path} holds no scenario files (*.yaml).")
        files += found
    return files


def read_scenarios(path: Path) -> Iterator[Scenario]:
    """Read the scenarios of one file. Raise `ScenarioError` for what is no scenario."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _TimesAsWritten
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"))
    except (YAMLError, UnicodeDecodeError) as error:
        raise ScenarioError(f"{path.name} is no YAML: {error}") from error
    if not isinstance(entries, list):
        raise ScenarioError(f"{path.name} must hold a list of scenarios.")
    for entry in entries:
        yield _scenario(entry, path)


def _scenario(entry: object, path: Path) -> Scenario:
    if not isinstance(entry, dict) or "id" not in entry:
        raise ScenarioError(f"{path.name}: every scenario is a map with an id.")
    where = f"{path.name}, scenario {entry['id']}"
    unknown = entry.keys() - KEYS
    if unknown:
        raise ScenarioError(f"{where}: unknown keys {', '.join(sorted(map(str, unknown)))}.")
    if not entry.get("then"):
        raise ScenarioError(f"{where}: `then` asks nothing, so the scenario cannot fail.")
    return Scenario(
        id=str(entry["id"]),
        title=str(entry.get("title", "")),
        group=str(entry.get("group", "ikke_omfattet")),
        start=str(entry.get("start", "2022-01-03")),
        defaults=bool(entry.get("defaults", True)),
        policy=entry.get("policy") or {},
        given=entry.get("given") or [],
        then=entry["then"],
        path=path,
    )
