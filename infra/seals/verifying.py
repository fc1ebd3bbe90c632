"""The check of everything: events, tree and seals against each other, and against what was kept elsewhere."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from infra.seals import judging
from infra.seals.comparing import Report, compare
from infra.seals.deviations import Deviation
from infra.seals.judging import Held
from infra.seals.store import Seal, SealStore
from infra.seals.trust import Trust, ValidKey

ELSEWHERE = 0
"""Stands for the number of a seal that was kept elsewhere."""

MOST_MISSING = 100
"""Missing seals that are told one by one, for each gap."""


class Verdict(NamedTuple):
    """What the check came to."""

    events: int
    """How far the log went when the check began."""
    sealed: int
    """How many events the newest believed seal covers."""
    seals: int
    keys: tuple[ValidKey, ...]
    """The keys by which the seals were believed."""
    deviations: tuple[Deviation, ...]


def verify(store: SealStore, known: Iterable[ValidKey] = (), elsewhere: Sequence[str] = (), report: Report | None = None) -> Verdict:
    """Check the log as it is when the check begins. Reads only; the log may grow meanwhile.

    Args:
        store: the log with its tree and seals.
        known: the public keys from outside. Without them the first seal vouches for its own key.
        elsewhere: signed checkpoints of this log that were kept elsewhere.
        report: is told how far the check has come.

    """
    seals, trust = store.seals(), Trust(known)
    kept_size, end = store.tree_size(), store.last_position()
    held, doubts = _believed(seals, trust)
    outside, more_doubts = _kept_elsewhere(elsewhere, trust)
    everything = sorted([*held, *outside], key=lambda one: one.checkpoint.size)
    compared = compare(store, [one.checkpoint.size for one in everything], kept_size, end, report)
    found = chain(
        judging.outside_the_log(store),
        judging.events(store, compared, everything, end),
        judging.cut(compared, held, outside, end),
        judging.rewritten(compared, everything),
        judging.tree(store, compared, held, kept_size),
        doubts,
        more_doubts,
        (Deviation("database_damaged", words=line) for line in store.damage()),
    )
    sealed = max((one.checkpoint.size for one in held), default=0)
    return Verdict(end, sealed, len(seals), tuple(trust.keys), tuple(found))


def _believed(seals: Sequence[Seal], trust: Trust) -> tuple[list[Held], list[Deviation]]:
    """Read the seals in their order; give those that are believed, and what is wrong with the others and with the row of them."""
    held, found = [], []
    for expected, number in pairwise([0, *(seal.number for seal in seals if seal.number > 0)]):
        found += [Deviation("seal_missing", seal=missing) for missing in range(expected + 1, number)[:MOST_MISSING]]
    size = 0
    for seal in seals:
        checkpoint, fault = trust.open(seal.note)
        if fault is not None or checkpoint is None:
            found.append(Deviation(fault or "seal_unreadable", seal=seal.number))
        elif checkpoint.size < size or seal.number < 1:
            found.append(Deviation("seal_out_of_order", seal=seal.number))
        else:
            size = checkpoint.size
            held.append(Held(seal.number, checkpoint))
    return held, found


def _kept_elsewhere(notes: Sequence[str], trust: Trust) -> tuple[list[Held], list[Deviation]]:
    """Read the seals that somebody kept. What they say is compared even where the signature is doubted."""
    opened = [trust.open_elsewhere(note) for note in notes]
    held = [Held(ELSEWHERE, one.checkpoint) for one in opened if one.checkpoint]
    return held, [Deviation(one.fault, seal=ELSEWHERE) for one in opened if one.fault]
