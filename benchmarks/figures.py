"""What a benchmark has found."""

from typing import Literal, NamedTuple

Better = Literal["higher", "lower"]


class Target(NamedTuple):
    """What a figure, or its ratio to the peer, should reach."""

    of: Literal["value", "ratio"]
    bound: float
    why: str


class Figure(NamedTuple):
    """A measured value, with the peer that was measured in the same rounds."""

    name: str
    value: float
    unit: str
    better: Better
    peer: str | None = None
    peer_value: float | None = None
    ratio: float | None = None
    """How many times better than the peer: the median over the rounds."""
    targets: tuple[Target, ...] = ()
    note: str = ""

    def meets(self, target: Target) -> bool:
        """Say whether the figure reaches a target."""
        measured = self.value if target.of == "value" else self.ratio
        if measured is None:
            return False
        is_lower = target.of == "value" and self.better == "lower"
        return measured <= target.bound if is_lower else measured >= target.bound
