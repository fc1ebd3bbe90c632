"""`python -m benchmarks [name...]`: measure, print one table, and store the results."""

import argparse
import sys
from collections.abc import Callable, Mapping
from time import perf_counter

from benchmarks import (
    append,
    following,
    intake,
    machine,
    memory,
    one_case,
    one_event,
    page,
    pages,
    posting,
    rebuild,
    reopen,
    results,
    stream,
    table,
    verify,
    worklists,
)
from benchmarks.figures import Figure
from benchmarks.sizes import Sizes

BENCHMARKS: Mapping[str, Callable[[Sizes], list[Figure]]] = {
    "events": one_event.measure,
    "case": one_case.measure,
    "ingest": intake.measure,
    "rebuild": rebuild.measure,
    "reopen": reopen.measure,
    "verify": verify.measure,
    "append": append.measure,
    "stream": stream.measure,
    "http": posting.measure,
    "following": following.measure,
    "memory": memory.measure,
    "worklists": worklists.measure,
    "pages": pages.measure,
}
BY_NAME_ONLY = {"memory", "append", "stream", "http", "following", "worklists", "pages"}
"""What takes minutes, or needs PostgreSQL and Kafka."""


def main() -> None:
    """Run the command."""
    asked = _arguments()
    if not asked.write_docs or asked.names:
        sizes = Sizes(**{field: getattr(asked, field) for field in Sizes._fields})
        _measure(asked.names or [name for name in BENCHMARKS if name not in BY_NAME_ONLY], sizes)
    if asked.write_docs:
        page.write()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"{', '.join(BENCHMARKS)}; without one: all but {', '.join(BY_NAME_ONLY)}")
    parser.add_argument("--write-docs", action="store_true", help="write docs/benchmarks.md; alone, from what is stored")
    for field, default in Sizes._field_defaults.items():
        parser.add_argument(f"--{field.replace('_', '-')}", type=int, default=default)
    asked = parser.parse_args()
    if unknown := set(asked.names) - BENCHMARKS.keys():
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    return asked


def _measure(names: list[str], sizes: Sizes) -> None:
    shown: list[Figure] = []
    for name in names:
        start, others = perf_counter(), machine.OtherWork()
        found = BENCHMARKS[name](sizes)
        results.keep(name, found, sizes, others.cores())
        print(f"{name}: {perf_counter() - start:.0f} s, in which other programs took {others.cores()} cores", file=sys.stderr)
        shown += found
    table.show(shown)


if __name__ == "__main__":
    main()
