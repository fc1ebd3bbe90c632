"""The colours can be told from what they stand on (WCAG 2.2: 1.4.3, 1.4.11)."""

import pytest

from infra.drawing.looks import LOOKS
from infra.drawing.palette import AS_OF, DEDUCTED, HOLIDAY, INK, MONTH, PAINTS, PAPER, QUIET, WEEKEND

GROUNDS = (PAPER, WEEKEND, HOLIDAY)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_of_black_on_white_is_21():
    assert 21 == round(contrast("#000000", "#ffffff"), 6)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", [INK, QUIET])
def test_text_is_read_on_every_ground(ink, ground):
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("paint", PAINTS)
def test_text_is_read_in_every_bar(paint):
    assert contrast(INK, paint.fill) >= 4.5


def test_the_sign_of_the_day_asked_is_read():
    assert contrast(PAPER, AS_OF) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("line", sorted({look.paint.line for look in LOOKS.values()} | {AS_OF, DEDUCTED.fill, MONTH}))
def test_lines_and_marks_are_seen_on_every_ground(line, ground):
    assert contrast(line, ground) >= 3


@pytest.mark.parametrize("look", sorted({look.paint for look in LOOKS.values() if look.paint != DEDUCTED}))
def test_a_pattern_is_seen_on_its_bar(look):
    assert contrast(look.line, look.fill) >= 3


def test_the_stripes_of_days_of_deduction_are_seen():
    assert contrast(PAPER, DEDUCTED.fill) >= 3


def test_the_signs_in_filled_marks_are_seen():
    assert [] == [name for name, look in LOOKS.items() if contrast(PAPER, look.paint.line) < 3]
