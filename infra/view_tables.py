"""The tables of the views, whichever store keeps them."""

TRACKING = "views"
"""The name under which the views' place in the log is kept."""

LIVE = ""
BESIDE = "_beside"
"""What a table's name ends in while it is rebuilt beside the live one."""

INDEXES = {
    "registration": ("case_id",),
    "obligations": ("case_id",),
    "days": ("case_id",),
    "worklists": ("case_id", "code, first"),
    "timeline": ("case_id",),
    "due_days": ("case_id", "due"),
}
"""Columns by which each table is asked."""


def name_of(table: str, suffix: str = LIVE) -> str:
    """Give a table's name."""
    return f"view_{table}{suffix}"


def quoted(column: str) -> str:
    """Write a column's name; `list` and others are words of SQL."""
    return f'"{column}"'
