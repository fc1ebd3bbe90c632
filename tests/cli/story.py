"""One case for the tests of the command line: a deadline is missed, and that the citizen called comes to be known late."""

from collections.abc import Mapping
from pathlib import Path

import orjson

ROOT = Path(__file__).resolve().parents[2]
CASE = "00000000-0000-4000-8000-000000000001"
SOURCE = "urn:fagsystem:test:000"


def event(id_: str, name: str, registered: str, data: Mapping[str, object], case: str = CASE) -> bytes:
    return orjson.dumps(
        {
            "specversion": "1.0",
            "id": id_,
            "source": SOURCE,
            "type": f"dk.sagsspor.{name}.v1",
            "subject": case,
            "time": registered,
            "data": data,
        }
    )


MISSED_DEADLINE = (ROOT / "docs/howto/events.ndjson").read_bytes().splitlines()
"""Due 9 March. Contact on 11 March, registered on 17 March: 9 and 10 March count once it is known."""

ACCEPTED_GROUND = event(
    "T1",
    "ground-assessed",
    "2022-03-20T09:00:00+01:00",
    {"effective": "2022-03-20", "kind": "sickness", "from": "2022-03-08", "to": "2022-03-12", "accepted": True},
)
"""Covers the due date, so that no day counts."""
