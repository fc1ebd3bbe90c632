"""One look at a page: what axe-core, the browser and our own measures say of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tests.browser.every_page import VARIANTS, Seen
from tests.browser.site import Site, visit

AXE_WIDTHS = (1280, 768, 320)
COLOURS_WIDTH = 1280
"""Where axe-core judges contrast too, which takes most of its time: a width changes no colour, and we measure at each."""
WIDTHS = (1280, 768, 390, 320)
HEIGHT = 900
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations", "incomplete"],
}
FAINT = Path(__file__).with_name("contrast.js").read_text("utf-8")
WATCH = """
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (one) => refused.push(`${one.violatedDirective} ${one.blockedURI}`));
"""
UNFOLD = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"
"""Whether the page is wider than its window."""
HOLES = (
    "() => [...document.querySelectorAll('use')].filter((one) => one.checkVisibility() && !one.getBBox().width).map((one) => one.outerHTML)"
)


class Look(NamedTuple):
    """What was found, page opened out: what lies in closed parts is looked at too."""

    violations: list[str]
    """What axe-core calls wrong, with the width."""
    doubts: set[str]
    """The rules of which axe-core cannot say."""
    sideways: list[int]
    """The widths at which the page scrolls sideways."""
    complaints: list[str]
    """What the browser refused, or wrote to its console."""
    foreign: list[str]
    """What was asked of other hosts."""
    faint: list[str]
    """What is hard to see."""
    holes: list[str]
    """Icons that are not there."""


def look(context: BrowserContext, site: Site, seen: Seen) -> Look:
    """Look at a page at each width."""
    context.add_init_script(WATCH)
    page = context.new_page()
    complaints, foreign = _overheard(page, site)
    visit(page, site, seen)
    page.evaluate(UNFOLD)
    page.evaluate(Axe().axe_script)
    found = Look([], set(), [], complaints, foreign, [], page.evaluate(HOLES))
    whole = seen.status == 200 and seen.name not in VARIANTS  # an error is told in a part of a page that is looked at whole
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        _look_at_width(page, width, found, whole=whole)
    complaints += page.evaluate("refused")
    return found._replace(complaints=[one for one in complaints if not _is_status(one, seen)])


def _overheard(page: Page, site: Site) -> tuple[list[str], list[str]]:
    """Give what the page will write to its console, and what it will ask of others."""
    complaints, foreign = list[str](), list[str]()
    page.on("console", lambda one: complaints.append(one.text) if one.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda one: None if one.url.startswith((site.address, "data:")) else foreign.append(one.url))
    return complaints, foreign


def _look_at_width(page: Page, width: int, found: Look, *, whole: bool) -> None:
    if page.evaluate(SIDEWAYS):
        found.sideways.append(width)
    if width not in (AXE_WIDTHS if whole else AXE_WIDTHS[-1:]):
        return
    colours = {"rules": {"color-contrast": {"enabled": width == COLOURS_WIDTH}}}
    judged = page.evaluate("(rules) => axe.run(rules)", RULES | colours)
    found.violations.extend(f"{width}: {one}" for one in _told(judged["violations"]))
    found.doubts.update(one["id"] for one in judged["incomplete"])
    found.faint.extend(f"{width}: {one}" for one in page.evaluate(FAINT))


def _told(found: list[dict]) -> Iterator[str]:
    for rule in found:
        for node in rule["nodes"]:
            yield f"{rule['id']} {node['target']}: {rule['help']}"


def _is_status(complaint: str, seen: Seen) -> bool:
    """Say whether the browser only notes the page's own status."""
    return seen.status >= 400 and f"status of {seen.status}" in complaint
