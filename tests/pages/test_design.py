"""What the pages are built on: fetched by a lock file, and shipped with its licences."""

import json
import re
from pathlib import Path

import pytest

from infra.web.pages.static_files import static_files

ROOT = Path(__file__).resolve().parents[2]
SHEET = "vendor/dkfds/css/dkfds.min.css"


@pytest.fixture(scope="module")
def locked():
    return {name: one for name, one in json.loads((ROOT / "package-lock.json").read_text())["packages"].items() if name}


def test_each_package_is_locked_to_its_content_and_to_no_registry(locked):
    assert {"node_modules/dkfds": "11.2.0"} == {name: one["version"] for name, one in locked.items()}
    assert all(one["integrity"].startswith("sha512-") and "resolved" not in one for one in locked.values())


@pytest.mark.parametrize(
    "name",
    [
        "dkfds/LICENSE.md",
        "dkfds/fonts/IBMPlexSans/complete/woff2/license.txt",
        "dkfds/fonts/IBMPlexSans/complete/woff/license.txt",
    ],
)
def test_each_licence_is_shipped(name):
    assert f"vendor/{name}" in static_files().files


def test_what_the_design_systems_sheet_names_is_shipped():
    named = set(re.findall(rb"url\(\.\./([^)]+\.(?:woff2|svg|png))\)", static_files().files[SHEET].content))

    assert len(named) > 100
    assert set() == {f"vendor/dkfds/{name.decode()}" for name in named} - static_files().files.keys()
