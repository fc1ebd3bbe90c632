import subprocess
import sys
from pathlib import Path

from infra.cli.guard import PACKAGES, places

ROOT = Path(__file__).resolve().parents[2]


def test_our_packages_lie_in_one_place():
    assert {ROOT} == set(places().values())


def test_a_foreign_package_that_took_one_of_our_names_stops_the_command(tmp_path: Path):
    """Another distribution's `domain`, found first, would otherwise be run as ours."""
    foreign = tmp_path / "domain"
    foreign.mkdir()
    (foreign / "__init__.py").touch()

    ended = subprocess.run(
        [sys.executable, "-c", "import sys; sys.path.insert(0, sys.argv[1]); from infra.cli import main; main()", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert 1 == ended.returncode
    assert str(tmp_path) in ended.stderr
    assert all(name in ended.stderr for name in PACKAGES)
