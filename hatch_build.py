"""Fetches the design system when the program is built, and lays what the pages need of them in the package."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("infra/web/pages/static/vendor")
"""Not kept in the repository."""
LOCK = "package-lock.json"
"""Kept in the folder too, to say by which it was filled."""

_FONTS = "fonts/IBMPlexSans/complete"
_STYLES = ("Regular", "Italic", "Medium", "MediumItalic", "SemiBold", "SemiBoldItalic", "Bold", "BoldItalic")

TAKEN: dict[str, str] = {
    "dkfds/LICENSE.md": "dkfds/LICENSE.md",
    "dkfds/dist/css/dkfds.min.css": "dkfds/css/",
    "dkfds/dist/js/dkfds.min.js": "dkfds/js/",
    "dkfds/dist/img/all-svg-icons.svg": "dkfds/img/",
    "dkfds/dist/img/logo-*placeholder.png": "dkfds/img/",
    "dkfds/dist/img/svg-icons/*.svg": "dkfds/img/svg-icons/",
    # The style sheet names the woff before the woff2 for the regular font.
    f"dkfds/dist/{_FONTS}/woff/IBMPlexSans-Regular.woff": f"dkfds/{_FONTS}/woff/",
    f"dkfds/dist/{_FONTS}/woff/license.txt": f"dkfds/{_FONTS}/woff/",
    f"dkfds/dist/{_FONTS}/woff2/license.txt": f"dkfds/{_FONTS}/woff2/",
    **{f"dkfds/dist/{_FONTS}/woff2/IBMPlexSans-{style}.woff2": f"dkfds/{_FONTS}/woff2/" for style in _STYLES},
}
"""Files of the npm package, and where they lie under `VENDOR`: a twentieth of what the package holds."""


class DesignHook(BuildHookInterface[Any]):
    """Fills the folder before the files of a wheel, an editable install or an sdist are gathered."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling gives them
        """Fill the folder. Where that cannot be done the build goes on: the pages have a plain style sheet of their own."""
        root = Path(self.root)
        if filled(root):
            return
        try:
            fill(root)
        except (OSError, subprocess.CalledProcessError) as error:
            said = error.stderr if isinstance(error, subprocess.CalledProcessError) else error
            self.app.display_warning(f"The design system was not fetched, so the pages have a plain style sheet. npm is needed: {said}")


def filled(root: Path) -> bool:
    """Say whether the folder holds what the lock file names."""
    lock = root / VENDOR / LOCK
    return lock.is_file() and lock.read_bytes() == (root / LOCK).read_bytes()


def fill(root: Path) -> None:
    """Fetch the packages in a temporary folder, and copy what is taken.

    Raises:
        OSError: npm is not there, or a package lacks a file.
        subprocess.CalledProcessError: npm could not fetch them.

    """
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm is not on the PATH")
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("package.json", LOCK):
            shutil.copy(root / file, folder)
        options = ("--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        subprocess.run([npm, "ci", *options], cwd=folder, check=True, capture_output=True, text=True)
        _copy(folder / "node_modules", root / VENDOR)
    shutil.copy(root / LOCK, root / VENDOR / LOCK)  # last: half a folder is not filled


def _copy(packages: Path, vendor: Path) -> None:
    shutil.rmtree(vendor, ignore_errors=True)
    for pattern, place in TAKEN.items():
        found = sorted(packages.glob(pattern))
        if not found:
            raise FileNotFoundError(f"{pattern} is not in the packages")
        target = vendor / place
        (target if place.endswith("/") else target.parent).mkdir(parents=True, exist_ok=True)
        for file in found:
            shutil.copy(file, target)
