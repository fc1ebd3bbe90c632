"""The contrast of the colours in our own sheets, computed (WCAG 2.2: 1.4.3, 1.4.11). tests/drawing has those of the timeline."""

import re
from pathlib import Path

import pytest

from tests.drawing.test_palette import contrast

STATIC = Path(__file__).parents[2] / "infra/web/pages/static"
SHEETS = ("site.css", "case.css", "plain.css")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SURFACES = ("#ffffff", "#f5f5f5", "#fff3c4")
"""Paper, panels, and what an address points at: text without a ground of its own can stand on any of them."""
DECORATION = "#bfbfbf"
"""Lines between things that stand apart without them."""


def colours(name, declared):
    found = re.search(rf"(?:^|[;\s]){name}:[^;#]*(#[0-9a-f]{{3,6}})\b", declared)
    return found and (found[1] if len(found[1]) == 7 else "#" + "".join(2 * one for one in found[1][1:]))


def rules():
    for sheet in SHEETS:
        for selector, declared in RULE.findall((STATIC / sheet).read_text("utf-8")):
            yield f"{sheet} {selector.strip()}", declared


TEXTS = [(name, found, declared) for name, declared in rules() if (found := colours("color", declared))]
EDGES = [
    (name, found)
    for name, declared in rules()
    for part in ("border", "border-left", "border-color", "border-left-color", "border-bottom-color", "border-top", "outline")
    if (found := colours(part, declared)) and found != DECORATION
]


@pytest.mark.parametrize(("text", "declared"), [one[1:] for one in TEXTS], ids=[one[0] for one in TEXTS])
def test_text_is_read_on_what_it_stands_on(text, declared):
    own = colours("background", declared)
    assert [] == [ground for ground in ([own] if own else SURFACES) if contrast(text, ground) < 4.5]


@pytest.mark.parametrize("edge", [one[1] for one in EDGES], ids=[one[0] for one in EDGES])
def test_an_edge_that_says_something_is_seen(edge):
    assert contrast(edge, "#ffffff") >= 3
