"""What a dossier answers: which case, on which day, as it was known when, and by which readings of the law."""

from datetime import date
from importlib.metadata import version
from typing import NamedTuple, Self

import orjson

from domain.history import KnownBy
from domain.policy import POLICY_VALUES, Policy, policy_from
from domain.times import Instant, moment, parse_day, parse_time
from infra.cases import Case

FORMAT = "sagsspor.dossier.v1"


class Question(NamedTuple):
    """All that a dossier follows from besides the events."""

    case: str
    valid_on: date
    known_at: Instant | None
    known_by: KnownBy
    policy: Policy
    set_aside: tuple[int, ...]
    """Numbers of events about the case that could not be taken, and wait."""
    program: str
    """The name and version that made the dossier."""

    @classmethod
    def of(cls, case: Case, valid_on: date, known_at: Instant | None, known_by: KnownBy, policy: Policy) -> Self:
        """Ask of a case as this program answers."""
        waiting = tuple(one.number for one in case.set_aside)
        return cls(case.id, valid_on, known_at, known_by, policy, waiting, f"sagsspor {version('sagsspor')}")

    @property
    def as_json(self) -> bytes:
        """Write the question without its policy, which is a part of its own."""
        return as_bytes(
            {
                "format": FORMAT,
                "program": self.program,
                "case": self.case,
                "valid_on": self.valid_on.isoformat(),
                "known_at": None if self.known_at is None else moment(self.known_at).isoformat(),
                "known_by": self.known_by,
                "set_aside": list(self.set_aside),
            }
        )

    @property
    def policy_as_json(self) -> bytes:
        """Write the policy with every value."""
        return as_bytes(self.policy.as_dict())

    @classmethod
    def read(cls, question: bytes, policy: Policy) -> Self:
        """Read what `as_json` wrote. Raise `ValueError` for anything else."""
        asked = orjson.loads(question)
        if not isinstance(asked, dict) or asked.get("format") != FORMAT or asked.get("known_by") not in ("registered", "received"):
            raise ValueError("no question")
        try:
            known_at = None if asked["known_at"] is None else parse_time(asked["known_at"])
            numbers = tuple(map(int, asked["set_aside"]))
            read = cls(
                str(asked["case"]), parse_day(asked["valid_on"]), known_at, asked["known_by"], policy, numbers, str(asked["program"])
            )
        except (KeyError, TypeError):
            raise ValueError("no question") from None
        return read


def read_policy(policy: bytes) -> Policy:
    """Read a policy that names every value. Raise `ValueError` for anything else."""
    values = orjson.loads(policy)
    if not isinstance(values, dict) or list(values) != list(POLICY_VALUES):
        raise ValueError("no policy")
    return policy_from(values)


def as_bytes(document: object) -> bytes:
    """Write JSON. Equal documents give equal bytes."""
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
