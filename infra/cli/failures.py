"""How a command ends when it cannot do what was asked: an exit code and a sentence in Danish."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes (contract: CLI)."""

    FINE = 0
    ERROR = 1
    USAGE = 2
    DEVIATION = 3
    NOT_FOUND = 4


class Failure(Exception):  # noqa: N818 - it is not always an error: a check that finds a deviation ends so too
    """Ends the command with a code, and with a message where one is needed."""

    def __init__(self, message: str | None, code: Exit = Exit.ERROR) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


def not_found(message: str) -> Failure:
    """Say that what was asked for does not exist."""
    return Failure(message, Exit.NOT_FOUND)
