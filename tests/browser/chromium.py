"""A real Chromium: Debian's own, with nothing of anybody in it, and none that is downloaded."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox",  # a container's root has no other way; every page is ours
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class ChromiumMissingError(RuntimeError):
    """There is no Chromium on this machine. `./dev test` installs it, or: apt-get install chromium."""

    def __str__(self) -> str:
        return self.__doc__ or ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a browser for as long as the block runs. Its profile is a new, empty folder."""
    if not CHROMIUM.exists():
        raise ChromiumMissingError
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        try:
            yield browser
        finally:
            browser.close()
