"""What kind of machine measured; nothing that names it."""

import os
import platform
import resource
import sqlite3
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

PACKAGES = ("eventsourcing", "pydantic", "msgspec", "orjson")


def kind() -> dict[str, object]:
    """Describe the machine and the versions."""
    return {
        "cores": os.cpu_count(),
        "architecture": platform.machine(),
        "system": platform.system(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in PACKAGES},
        "priority": priority(),
    }


def priority(group: Path = Path("/proc/self/autogroup")) -> int:
    """Give the nice value that counts: of the session's group where Linux schedules by groups. Below 0 others give way to us."""
    # The file may be there and empty: a process whose session has ended has no group.
    words = group.read_text().split() if group.exists() else []
    return int(words[-1]) if words else os.nice(0)


class OtherWork:
    """How many cores other programs take from now on; known on Linux alone."""

    _TIMES = Path("/proc/stat")

    def __init__(self) -> None:
        self._start = perf_counter()
        self._others = self._seconds_of_others()

    def cores(self) -> float | None:
        """Give the cores taken, on average; None where it cannot be known."""
        now = self._seconds_of_others()
        if now is None or self._others is None:
            return None
        return round(max(0.0, now - self._others) / (perf_counter() - self._start), 2)

    def _seconds_of_others(self) -> float | None:
        if not self._TIMES.exists():
            return None
        user, nice, system = map(int, self._TIMES.read_text().split()[1:4])
        own = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return (user + nice + system) / os.sysconf("SC_CLK_TCK") - sum(usage.ru_utime + usage.ru_stime for usage in own)
