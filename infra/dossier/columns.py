"""How the width of a table is shared among its columns. Fixed columns are drawn ten times as fast as fitted ones."""

from infra.dossier.content import Table

LINE = 124
"""About how many letters stand on a line."""
SHORT = 20
"""A cell that is no longer, a date for one, stays on one line."""
WORD = 22
"""A word that is longer may be broken."""
BOLD = 1.1
"""How much wider letters are in the first column."""


def shares(table: Table) -> list[str]:
    """Give each column what its short cells and words need, and share the rest out by how much text does not fit in that."""
    columns = list(zip(table.head, *table.rows, strict=True))
    least = [_least(column) * (BOLD if number == 0 else 1) for number, column in enumerate(columns)]
    more = [max(0.0, _usual(column) - needed) for column, needed in zip(columns, least, strict=True)]
    spare = max(0.0, LINE - sum(least))
    wanted = more if any(more) else least
    letters = [needed + spare * one / sum(wanted) for needed, one in zip(least, wanted, strict=True)]
    return [f"{100 * one / sum(letters):.1f}%" for one in letters]


def _usual(column: tuple[str, ...]) -> float:
    """Give how long a cell is: between the mean and the longest, so that one long note does not stand in a narrow column."""
    lengths = [len(cell) for cell in column]
    return (sum(lengths) / len(lengths) + max(lengths)) / 2


def _least(column: tuple[str, ...]) -> int:
    longest = max(map(len, column))
    if longest <= SHORT:
        return longest + 2
    return min(max(len(word) for cell in column for word in cell.split()), WORD) + 2
