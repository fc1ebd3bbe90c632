"""The pages' static files: held in memory, and served under the digest of them all, so that a browser may keep them for ever."""

import gzip
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("static")
DESIGN = "vendor/dkfds/css/dkfds.min.css"
"""Without it the pages have our own plain stylesheet."""

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
}
"""By suffix. What has none of these is not served."""
_PACKED = frozenset({".png", ".woff", ".woff2"})
_WORTH = 1_000
"""Bytes under which packing saves nothing."""


class StaticFile(NamedTuple):
    """One file."""

    media_type: str
    content: bytes
    packed: bytes | None
    """By gzip, where it is worth it."""


class StaticFiles:
    """The files of a folder."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.files = dict(_read(folder))
        self.digest = _digest(self.files)
        self.designed = DESIGN in self.files

    def url(self, name: str) -> str:
        """Give the address of a file. Raise `LookupError` for one that is not there: a page names only what is shipped."""
        if name.partition("#")[0] not in self.files:
            raise LookupError(f"No static file is called {name!r}. They lie in infra/web/pages/static.")
        return f"/static/{self.digest}/{name}"


@cache
def static_files() -> StaticFiles:
    """Give the files that are shipped."""
    return StaticFiles()


def _read(folder: Path) -> Iterator[tuple[str, StaticFile]]:
    for path in sorted(folder.rglob("*")):
        media_type = MEDIA_TYPES.get(path.suffix)
        if media_type and path.is_file():
            content = path.read_bytes()
            yield path.relative_to(folder).as_posix(), StaticFile(media_type, content, _packed(path.suffix, content))


def _packed(suffix: str, content: bytes) -> bytes | None:
    return None if suffix in _PACKED or len(content) < _WORTH else gzip.compress(content, mtime=0)


def _digest(files: dict[str, StaticFile]) -> str:
    made = sha256()
    for name, file in files.items():
        made.update(f"{name}\0{len(file.content)}\0".encode())
        made.update(file.content)
    return made.hexdigest()[:16]
