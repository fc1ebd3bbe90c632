"""An event as it is stored, as a document: what it said when it was sent, and the bytes that the seals are over."""

from base64 import b64encode
from datetime import datetime

import orjson
from pydantic import Field

from domain.document import Document as Written
from domain.times import moment
from infra.log_rows import LogRow
from infra.web.api.models import Document


class StoredEvent(Document):
    """An event as it is stored."""

    position: int = Field(description="Dens nummer i loggen.")
    case: str
    type: str
    source: str
    id: str
    effective: datetime
    registered: datetime
    received: datetime
    event: dict[str, object] = Field(description="Hændelsen, som den blev sendt; tom, hvor dens bytes ikke kan læses mere.")
    bytes: str = Field(description="De gemte bytes i base64: det, som seglene er over.")


def stored_document(row: LogRow) -> Written:
    """Write an event of the log."""
    return {
        "position": row.position,
        "case": row.case,
        "type": row.topic,
        "source": row.source,
        "id": row.id,
        "effective": moment(row.effective).isoformat(),
        "registered": moment(row.registered).isoformat(),
        "received": moment(row.received).isoformat(),
        "event": _sent(row.state),
        "bytes": b64encode(row.state).decode(),
    }


def _sent(state: bytes) -> object:
    try:
        event = orjson.loads(state)
    except orjson.JSONDecodeError:
        return {}
    return event if isinstance(event, dict) else {}
