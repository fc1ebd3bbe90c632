"""A dossier as PDF/A-3a and PDF/UA-1: the page rendered, and the files embedded. Equal input gives equal bytes on one machine."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO

import pikepdf
from pikepdf.models.metadata import encode_pdf_date
from weasyprint import HTML  # type: ignore[import-untyped]  # it ships no types

from infra.dossier.conformance import VARIANT, claim_accessibility
from infra.dossier.embedded import drawn
from infra.dossier.letters import drawable
from infra.dossier.parts import CHECKPOINT, EVENTS, MANIFEST, PAGE, WHAT

_KINDS: Mapping[str, str] = {EVENTS: "application/x-ndjson", CHECKPOINT: "text/plain", PAGE: "text/html"}


def write_pdf(page: str, files: Mapping[str, bytes], dated: date, manifest: Callable[[str], bytes]) -> bytes:
    """Render the page and embed the files; the manifest is made of the digest of what was drawn."""
    rendered = HTML(string=drawable(page)).write_pdf(pdf_variant=VARIANT)
    written = BytesIO()
    with pikepdf.open(BytesIO(rendered)) as pdf:
        claim_accessibility(pdf)
        everything = {**files, MANIFEST: manifest(drawn(pdf))}
        at = encode_pdf_date(_midnight(dated))
        for name, data in everything.items():
            _embed(pdf, name, data, at)
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _embed(pdf: pikepdf.Pdf, name: str, data: bytes, at: str) -> None:
    """Embed a file as PDF/A-3 asks: with its kind, its date, and what it is to the document."""
    spec = pikepdf.AttachedFileSpec(
        pdf,
        data,
        filename=name,
        description=WHAT[name],
        mime_type=_KINDS.get(name, "application/json"),
        creation_date=at,
        mod_date=at,
    )
    spec.relationship = pikepdf.Name.Source
    pdf.attachments[name] = spec


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
