"""The files inside a dossier's PDF, and a digest of what its pages draw. Nothing here draws: a check needs no fonts."""

from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf

_NOT_DRAWN = frozenset(
    {"/AF", "/D", "/DecodeParms", "/Dest", "/Filter", "/Length", "/P", "/Parent", "/StructParent", "/StructParents", "/Tabs"}
)
"""What of a page's objects says nothing about how it looks, or leads to other pages."""


class NotADossierError(ValueError):
    """A file that is no PDF, or holds no files of a dossier."""


def read_pdf(data: bytes) -> tuple[dict[str, bytes | None], str | None]:
    """Read the embedded files, and digest the drawn pages; None for what cannot be unpacked.

    Raises:
        NotADossierError: it is no PDF, or nothing is embedded in it.

    """
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            files = {name: _unpacked(pdf, name) for name in pdf.attachments}
            pages = _digest(pdf)
    except (pikepdf.PdfError, ValueError):
        raise NotADossierError from None
    if not files:
        raise NotADossierError
    return files, pages


def drawn(pdf: pikepdf.Pdf) -> str:
    """Digest what the pages draw: their content, fonts and pictures, in their order."""
    digest, seen = sha256(), dict[tuple[int, int], int]()

    def walk(one: Any) -> None:
        if isinstance(one, pikepdf.Object) and one.is_indirect:
            if one.objgen in seen:
                digest.update(b"again %d\n" % seen[one.objgen])
                return
            seen[one.objgen] = len(seen)
        if isinstance(one, pikepdf.Stream):
            content = one.read_bytes()
            digest.update(b"stream %d\n" % len(content) + content)
        if isinstance(one, pikepdf.Stream | pikepdf.Dictionary):
            for key in sorted(one.keys()):
                if key not in _NOT_DRAWN:
                    digest.update(f"{key}\n".encode())
                    walk(one[key])
        elif isinstance(one, pikepdf.Array):
            digest.update(b"array %d\n" % len(one))
            for each in one:
                walk(each)
        else:
            digest.update(f"{one!r}\n".encode())

    for page in pdf.pages:
        walk(page.obj)
    return digest.hexdigest()


def _digest(pdf: pikepdf.Pdf) -> str | None:
    try:
        return drawn(pdf)
    except pikepdf.PdfError:
        return None


def _unpacked(pdf: pikepdf.Pdf, name: str) -> bytes | None:
    try:
        return pdf.attachments[name].get_file().read_bytes()
    except (pikepdf.PdfError, KeyError, ValueError):
        return None
