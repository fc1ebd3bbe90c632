"""The small words of Danish texts: dates, counts, and how a template meets its values."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

Words = str | Callable[[tuple[Any, ...]], str]
"""A template with the values' places in braces, or a function of the values where the sentence depends on them."""

_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december")


class UnknownTextError(LookupError):
    """A code without Danish words. Write its words in domain/texts."""

    def __str__(self) -> str:
        """Say which code, and where its words belong."""
        return f"{self.__doc__} Code: {self.args[0]!r}."


def danish_date(day: date) -> str:
    """Write a date in Danish: 9. marts 2022."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def days_counted(number: int) -> str:
    """Write a number of days: 1 dag, 2 dage."""
    return f"{number} {'dag' if number == 1 else 'dage'}"


def found(code: str, texts: Mapping[str, Words]) -> Words:
    """Give the words of a code. Raise `UnknownTextError` where there are none: nothing is said by guess."""
    try:
        return texts[code]
    except KeyError:
        raise UnknownTextError(code) from None


def filled(template: str, values: tuple[Any, ...], **named: object) -> str:
    """Put values into a template. Raise `IndexError` or `KeyError` where the template names a value that is not there."""
    return template.format(*map(spoken, values), **{name: spoken(value) for name, value in named.items()})


def spoken(value: object) -> str:
    """Write one value in Danish. Raise `TypeError` for one that has no words, such as None."""
    match value:
        case date():
            return danish_date(value)
        case str():
            return value
        case int():
            return str(value)
        case _:
            raise TypeError(f"A Danish text cannot name a value of type {type(value).__name__}. Give it a date, a number or a text.")
