"""The story of issue 4: that the citizen was ill comes to be known after the decision, and 5 days become 3.

Due 9 March 2022, contact on 14 March: 9, 10, 11, 12 and 13 March were decided on 23 March and deducted on 31 March. On 4 April
it was registered that the citizen was ill and deregistered from 12 March: 12 and 13 March fall out.
"""

import orjson
from story import ROOT

CASE = "00000000-0000-4000-8000-000000000002"
SOURCE = "urn:fagsystem:test:001"

STORY = (ROOT / "docs/howto/late-sickness.ndjson").read_bytes().splitlines()
BY_ID = {orjson.loads(line)["id"]: line for line in STORY}
SICKNESS = BY_ID["10"]
LATE = f"{SOURCE}/10"

DECIDED = [f"2022-03-{day:02}" for day in (9, 10, 11, 12, 13)]
STANDING, FALLEN = DECIDED[:3], DECIDED[3:]
NOW = "2022-04-30"
