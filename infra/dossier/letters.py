"""Which characters the drawn pages hold: PDF/A and PDF/UA forbid those that the font cannot draw.

The page inside the dossier has every text as it was written; in the drawn one an emoji or an Arabic letter stands as its code.
"""

import re

_DRAWN = (
    (0x09, 0x0A),
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x2E9),  # Latin
    (0x300, 0x34F),  # accents by themselves
    (0x38E, 0x3A1),
    (0x3A3, 0x525),  # Greek, Cyrillic
    (0x1E00, 0x1EFB),  # more of Latin
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2074, 0x208E),
    (0x20A0, 0x20B5),
    (0x2100, 0x2109),
    (0x2150, 0x2185),
    (0x2190, 0x2311),
    (0x2500, 0x269C),
    (0xFFFD, 0xFFFD),
)
"""First and last of stretches that DejaVu Sans and its bold have without gaps (a test draws them all)."""

DRAWN = "".join(chr(code) for first, last in _DRAWN for code in range(first, last + 1))
_OTHER = re.compile("[^" + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in _DRAWN) + "]")


def drawable(page: str) -> str:
    """Write the characters that are not drawn as their codes: `[U+1F600]`."""
    return _OTHER.sub(lambda found: f"[U+{ord(found[0]):04X}]", page)
