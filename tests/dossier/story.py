"""The story of issue 4 (docs/howto/late-sickness.ndjson): 5 days are decided, and sickness registered later leaves 3."""

from pathlib import Path

CASE = "00000000-0000-4000-8000-000000000002"
STORY = (Path(__file__).resolve().parents[2] / "docs/howto/late-sickness.ndjson").read_bytes().splitlines()
DECIDED = [f"2022-03-{day:02}" for day in (9, 10, 11, 12, 13)]
MAKE = f"dossier {CASE} --valid-on 2022-04-30 -o dossier.pdf --html dossier.html"
