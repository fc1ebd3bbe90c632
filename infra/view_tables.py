"""The tables of the views, whichever store keeps them."""

LAYOUT = 2
"""Raised whenever a table changes. The new tables then have names and a place in the log of their own: the program that made the
old ones is not disturbed, and this one begins anew instead of giving wrong answers."""

TRACKING = f"views.{LAYOUT}"
"""The name under which the views' place in the log is kept."""

LIVE = ""
BESIDE = "_beside"
"""What a table's name ends in while it is rebuilt beside the live one."""

_LIST_ORDER = "code, span, since, case_id, first, until"

INDEXES = {
    "registration": ("case_id",),
    "obligations": ("case_id",),
    "days": ("case_id",),
    "worklists": ("case_id", f"nth, {_LIST_ORDER}", f"municipality, {_LIST_ORDER}"),
    "timeline": ("case_id",),
    "due_days": ("case_id", "due"),
    "authorities": ("case_id", "municipality"),
}
"""Columns by which each table is asked."""


def name_of(table: str, suffix: str = LIVE) -> str:
    """Give a table's name."""
    return f"view{LAYOUT}_{table}{suffix}"


def former_tables() -> list[str]:
    """Name the tables of former layouts, which a rebuild clears away."""
    return [f"view_{table}{suffix}" for table in _OF_LAYOUT_1 for suffix in (LIVE, BESIDE)]


_OF_LAYOUT_1 = ("registration", "obligations", "days", "worklists", "timeline", "due_days")


def quoted(column: str) -> str:
    """Write a column's name; `list` and others are words of SQL."""
    return f'"{column}"'
