"""Chance, seeded."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice(Random):
    """A seeded stream of chances, in the few shapes that the courses need."""

    def chance(self, share: float) -> bool:
        """Say yes in this share of the times."""
        return self.random() < share

    def between(self, low: int, high: int) -> int:
        """Give a whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def one_of(self, items: Sequence[T]) -> T:
        """Give one of the items, all equally likely."""
        return items[int(self.random() * len(items))]

    def weighted(self, table: Sequence[tuple[T, float]]) -> T:
        """Give an item by its weight. The weights add up to one; the last item takes what is left."""
        left = self.random()
        for item, weight in table:
            left -= weight
            if left < 0:
                return item
        return table[-1][0]
