"""What a rebuild of a large log takes of memory, measured in a process of its own."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

import orjson

from benchmarks.figures import Figure, Target
from benchmarks.municipality import folder
from benchmarks.sizes import Sizes
from infra.simulation import simulate
from infra.sqlite.projector import SqliteProjector
from infra.sqlite.store import SQLiteStore
from infra.wiring import intake_for

EVENTS_A_CITIZEN = 37
WORKERS = 1
MEMORY = Target("value", 500, "required of a rebuild of a million events")


def measure(sizes: Sizes) -> list[Figure]:
    """Fill a store here, and rebuild its views there."""
    with folder() as place:
        path = place / "store.db"
        with SQLiteStore(path) as store:
            intake_for(store).run(simulate(sizes.memory_events // EVENTS_A_CITIZEN))
            events = store.counts().events
        found = orjson.loads(subprocess.run([sys.executable, "-m", "benchmarks.memory", path], check=True, capture_output=True).stdout)
    note = f"{events:,} events, {WORKERS} worker; pages of the mapped file count, though the system can take them back"
    return [
        Figure("memory of a rebuild: the process", found["self"] / 1024, "MiB", "lower", targets=(MEMORY,), note=note),
        Figure("rebuild of the large log", events / found["seconds"], "events/s", "higher"),
    ]


def _rebuild(path: Path) -> dict[str, float]:
    with SQLiteStore(path) as store:
        start = perf_counter()
        SqliteProjector(store).rebuild(WORKERS)
        time = perf_counter() - start
    return {
        "self": _peak(),
        "seconds": time,
    }


def _peak() -> int:
    """Give the peak of this process in KiB. `ru_maxrss` would count what the parent held when it started this one."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    sys.stdout.buffer.write(orjson.dumps(_rebuild(Path(sys.argv[1]))))
