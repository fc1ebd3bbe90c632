"""Figures as rows of text, for the screen and for the page."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from benchmarks.figures import Figure, Target

HEADINGS = ("figure", "value", "peer", "peer's value", "ratio", "target", "met")
WIDTH = 180
"""Columns of a table that is written to a file."""


def show(figures: Iterable[Figure]) -> None:
    """Print one table."""
    console = Console()
    table = Table(*HEADINGS)
    for figure in figures:
        table.add_row(*row(figure))
    if not console.is_terminal:
        console.width = WIDTH
    console.print(table)


def row(figure: Figure) -> tuple[str, ...]:
    """Write a figure's cells."""
    peer_value = "" if figure.peer_value is None else _written(figure.peer_value, figure.unit)
    targets = "; ".join(bound(figure, target) for target in figure.targets)
    met = "; ".join("yes" if figure.meets(target) else "no" for target in figure.targets)
    return (figure.name, _written(figure.value, figure.unit), figure.peer or "", peer_value, _times(figure.ratio), targets, met)


def bound(figure: Figure, target: Target) -> str:
    """Write what a target demands."""
    if target.of == "ratio":
        return f"≥ {_times(target.bound)}"
    return f"{'≤' if figure.better == 'lower' else '≥'} {_written(target.bound, figure.unit)}"


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2g}x" if ratio < 10 else f"{ratio:,.0f}x"


def _written(value: float, unit: str) -> str:
    return f"{value:,.1f} {unit}" if value < 100 else f"{value:,.0f} {unit}"
