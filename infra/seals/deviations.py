"""What can be found wrong, as data: which events, which seal, and what about them."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from infra.seals.trust import Fault

Code = (
    Fault
    | Literal[
        "event_changed",
        "event_moved",
        "event_missing",
        "event_unfindable",
        "event_outside",
        "event_or_tree_changed",
        "log_cut",
        "log_rewritten",
        "tree_changed",
        "tree_cut",
        "seal_missing",
        "seal_out_of_order",
        "database_damaged",
    ]
)


class Deviation(NamedTuple):
    """One thing that is not as it was sealed."""

    code: Code
    first: int | None = None
    """The first event it concerns."""
    last: int | None = None
    seal: int | None = None
    """The number of the seal it concerns; 0 for one that was kept elsewhere."""
    columns: tuple[str, ...] = ()
    """What of the event was changed, where that could be proven."""
    moved: int | None = None
    """How far the events stand from where they were sealed."""
    words: str | None = None
    """What the database says."""


def in_runs(found: Iterable[Deviation]) -> list[Deviation]:
    """Gather events that follow each other and of which the same is said."""
    runs: list[Deviation] = []
    for one in found:
        last = runs[-1] if runs else None
        if last and last.last is not None and one.first == last.last + 1 and last._replace(first=one.first, last=one.last) == one:
            runs[-1] = last._replace(last=one.last)
        else:
            runs.append(one)
    return runs
