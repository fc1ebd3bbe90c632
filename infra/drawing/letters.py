"""How wide a text is drawn at most: the widths of a wide font, rounded up, so that a narrower one fits as well."""

from functools import lru_cache
from typing import Final

_REGULAR: Final = {
    0.30: "'IJijl",
    0.35: " ,./:;\\|·",
    0.40: "()-[]ft",
    0.45: "!r",
    0.50: '"*_`§–',
    0.55: "?csz",
    0.60: "FLkvxy",
    0.65: "$0123456789EPSTYabdeghnopqu{}øåéüöä»«",
    0.70: "ABCKRVXZÅ",
    0.75: "NU",
    0.80: "&DGHOQØ",
    0.85: "#+<=>^w~×",
    0.90: "M",
}
_BOLD: Final = {
    0.35: " 'ijl",
    0.40: ",./:;IJ\\|·",
    0.45: "-f",
    0.50: "!()[]_`rt§–",
    0.55: '"*',
    0.60: "?csz",
    0.65: "Lx»«",
    0.70: "$0123456789EFTaekovyøåéöä",
    0.75: "CPSYZbdghnpqu{}ü",
    0.80: "ABKRVXÅ",
    0.85: "#+<=>DGHNU^~×",
    0.90: "&OQØ",
    0.95: "w",
}
WIDEST: Final = 1.2
"""A letter that is not listed, in parts of the font's size."""
_WIDTHS = {letter: width for width, letters in _REGULAR.items() for letter in letters}
_BOLD_WIDTHS = {letter: width for width, letters in _BOLD.items() for letter in letters}


@lru_cache(maxsize=512)
def width(text: str, size: float) -> float:
    """Give the width of a text at a size."""
    return size * sum([_WIDTHS.get(letter, WIDEST) for letter in text])


@lru_cache(maxsize=512)
def bold_width(text: str, size: float) -> float:
    """Give the width of a bold text at a size."""
    return size * sum([_BOLD_WIDTHS.get(letter, WIDEST) for letter in text])
