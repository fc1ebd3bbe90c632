"""A question whose dates cannot be read, given back in a form so that they can be put right.

What was typed is not repeated: it may be somebody's CPR number.
"""

from typing import NamedTuple

from fastapi import Request

UNREADABLE = "Datoen kan ikke læses. Skriv dag, måned og år, for eksempel 09/03/2022."

_LABELS = {
    "valid_on": "Dagen, der spørges om",
    "known_at": "Kendt til og med",
    "and": "Nu: kendt til og med",
    "dato": "Dagen",
}
"""What people type as a date into the forms that ask by an address."""


class Mending(NamedTuple):
    """The form."""

    fields: list[tuple[str, str]]
    """The name and the label."""
    carried: list[tuple[str, str]]
    """The rest of the question, as it was."""

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Say what is wrong with each field."""
        return [(name, f"{label}: {UNREADABLE}") for name, label in self.fields]


def mending(request: Request, parameters: tuple[str, ...]) -> Mending | None:
    """Give the form, or None where something else than typed dates is to be put right."""
    if request.method != "GET" or not parameters or not _LABELS.keys() >= set(parameters):
        return None
    rest = [(name, value) for name, value in request.query_params.multi_items() if name not in parameters]
    return Mending([(name, _LABELS[name]) for name in parameters], rest)
