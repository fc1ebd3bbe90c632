"""The case page under load: wrk asks for cases of about 60 events in a store of a million, the server in one process of its own."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import httpx

from benchmarks.figures import Figure, Target
from benchmarks.municipality import lines
from benchmarks.sizes import Sizes
from infra.stores import Store
from infra.wiring import intake_for, opened_store, sqlite_url

MEDIAN = Target("value", 30, "the required median")
SLOWEST = Target("value", 100, "the required 99th percentile")
EVENTS = range(57, 64)
ASKED = 300
"""Cases that are asked for in turn."""
DAY = "2023-07-01"
READERS = (1, 2)
"""Connections that each ask again at once: two keep the process busy, and wait for each other."""
HEADERS = {"authorization": "Bearer demo-auditor", "accept": "text/html"}
SCRIPT = """
local paths, at = {}, 0
for line in io.lines("PATHS") do paths[#paths + 1] = line end
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {["authorization"] = "Bearer demo-auditor", ["accept"] = "text/html"})
end
done = function(summary, latency)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  print(string.format("FOUND %f %f %f %d", latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.requests / summary.duration * 1e6, wrong))
end
"""


class Load(NamedTuple):
    """What wrk found: milliseconds at the median and the 99th percentile, and requests a second."""

    median: float
    slowest: float
    rate: float


def measure(sizes: Sizes) -> list[Figure]:
    """Ask for the page, and for the document that it shows as its peer."""
    with TemporaryDirectory() as folder:
        url = sqlite_url(Path(folder) / "sager.db")
        with opened_store(url, create=True) as store:
            intake_for(store).run(lines(sizes.paged))
            cases, events = _cases(store), store.last_position()
        with _serving(url) as address:
            queries = f"?valid_on={DAY}&by=registered&position={events}"
            pages = [f"/sager/{case}{queries}" for case in cases]
            documents = [f"/api/cases/{case}{queries}" for case in cases]
            many = f"{len(cases)} cases of about 60 events in a store of {events:,}"
            return [
                figure
                for readers in READERS
                for figure in _figures(
                    *(_load(address, paths, readers, sizes.paged_seconds, folder) for paths in (pages, documents)), readers, many
                )
            ]


def _figures(pages: Load, documents: Load, readers: int, many: str) -> Iterator[Figure]:
    name = f"case page, {readers} at a time"
    note = f"{many}; wrk beside the server, which is one process; {pages.rate:.0f} pages/s"
    yield Figure(f"{name}, median", pages.median, "ms", "lower", "its JSON", documents.median, targets=(MEDIAN,), note=note)
    yield Figure(f"{name}, 99 %", pages.slowest, "ms", "lower", "its JSON", documents.slowest, targets=(SLOWEST,), note=note)


def _cases(store: Store) -> list[str]:
    found = (case for case, facts in store.read_by_case() if len(facts) in EVENTS)
    return [case for case, _ in zip(found, range(ASKED), strict=False)]


def _load(address: str, paths: Sequence[str], readers: int, seconds: int, folder: str) -> Load:
    httpx.get(address + paths[0], headers=HEADERS).raise_for_status()
    (Path(folder) / "paths").write_text("\n".join(paths))
    script = Path(folder) / "ask.lua"
    script.write_text(SCRIPT.replace("PATHS", str(Path(folder) / "paths")))
    command = ["wrk", "-t1", f"-c{readers}", f"-d{seconds}s", "-s", str(script), address]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = next(line.split()[1:] for line in told.splitlines() if line.startswith("FOUND"))
    assert int(found[3]) == 0, "some answers were errors"
    return Load(*map(float, found[:3]))


@contextmanager
def _serving(url: str) -> Iterator[str]:
    server = subprocess.Popen([sys.executable, "-m", "benchmarks.page_server", url], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait()
