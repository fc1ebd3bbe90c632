"""The page on operation says what is so."""

import re
from pathlib import Path

from prometheus_client import CollectorRegistry

from infra.telemetry.processes import follower_watch, posted_intake, web_telemetry
from infra.telemetry.tracing import OFF
from infra.wiring import projector_for

PAGE = (Path(__file__).resolve().parents[2] / "docs/howto/operation.md").read_text()


def test_every_metric_of_the_page_is_told_and_every_one_told_stands_there(store):
    registry = CollectorRegistry()
    watch = follower_watch(store, registry, OFF)
    posted_intake(store, registry, OFF)
    web_telemetry(store, registry, OFF, projector_for(store, None, watch).views)
    told = {metric.name for metric in registry.collect()}

    table = {name.removesuffix("_total").removesuffix("_info") for name in re.findall(r"`(sagsspor_\w+)", PAGE[PAGE.index("| name") :])}
    assert told == {name.removesuffix("_info") for name in table} - {"sagsspor_stalled_partitions"}
