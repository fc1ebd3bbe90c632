"""What is asked of every case, named in every output so that the same list can be made again."""

from typing import NamedTuple

from domain.document import Document
from domain.history import KnownBy
from domain.reopening import Comparing, Reading
from domain.times import Instant, moment


class Question(NamedTuple):
    """What is compared, what was known, and where the log ended: the log only grows, so all workers see one state."""

    comparing: Comparing
    known_at: Instant | None
    known_by: KnownBy
    position: int

    def document(self) -> Document:
        """Name everything the answer depends on."""
        asked = self.comparing
        before, after = asked.before.values(), asked.after.values()
        return {
            "from": asked.first.isoformat(),
            "to": asked.last.isoformat(),
            "valid_on": asked.valid_on.isoformat(),
            "known_at": None if self.known_at is None else moment(self.known_at).isoformat(),
            "known_by": self.known_by,
            "position": self.position,
            "differing": {name: {"before": before[name], "after": after[name]} for name in asked.differing},
            "before": _reading(asked.before),
            "after": _reading(asked.after),
        }


def _reading(reading: Reading) -> Document:
    return {"policy": reading.policy.as_dict(), "rules": reading.rules}
