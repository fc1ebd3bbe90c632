"""The ways through the pages, for those who have the right to go them."""

from typing import NamedTuple

from infra.web.access import GRANTED, Principal, Right


class Way(NamedTuple):
    """A part of the pages, and the right that it takes."""

    href: str
    text: str
    right: Right


WAYS = (
    Way("/", "Forside", Right.RULES),
    Way("/lister", "Lister", Right.WORKLISTS),
    Way("/lagt-til-side", "Lagt til side", Right.SET_ASIDE),
    Way("/indtag", "Indtag", Right.INTAKE),
    Way("/adgangslog", "Adgangslog", Right.ACCESS_LOG),
    Way("/tildelinger", "Tildelinger", Right.ASSIGN),
    Way("/regler", "Regler", Right.RULES),
)
"""In the order of the menu."""


class Item(NamedTuple):
    """A line of the menu on one page."""

    href: str
    text: str
    active: bool
    """Whether the page lies within it."""
    current: bool
    """Whether the page is it."""


def may(who: Principal | None, right: Right | str) -> bool:
    """Say whether somebody has a right. Who is not logged in has none."""
    return who is not None and who.role in GRANTED[Right(right)]


def items_for(who: Principal | None, here: str) -> list[Item]:
    """Give the menu for somebody, on one page."""
    return [Item(way.href, way.text, _within(here, way.href), here == way.href) for way in WAYS if may(who, way.right)]


def _within(here: str, href: str) -> bool:
    """Say whether a page lies within a part; a case is found from the front page."""
    return here == href or here.startswith("/sager/" if href == "/" else f"{href}/")
