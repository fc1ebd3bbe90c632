"""Parts of the case space, for those who share the cases."""

from typing import NamedTuple


class Share(NamedTuple):
    """The cases with a UUID from `first` up to `before`."""

    first: str
    before: str

    def __contains__(self, case: object) -> bool:
        """Tell whether a case is in the share."""
        return isinstance(case, str) and self.first <= case < self.before


WHOLE = Share("", "~")
"""All cases."""


def shares(number: int) -> list[Share]:
    """Cut the space of UUIDs into a number of parts of about equal size, which together hold every text that may name a case."""
    bounds = [f"{part * 256 // number:02x}" for part in range(1, number)]
    return [Share(first, before) for first, before in zip(["", *bounds], [*bounds, "~"], strict=True)]
