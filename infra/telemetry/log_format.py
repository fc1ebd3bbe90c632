"""How log lines are written."""

from enum import StrEnum


class LogFormat(StrEnum):
    """For machines, or for people."""

    json = "json"
    text = "text"
