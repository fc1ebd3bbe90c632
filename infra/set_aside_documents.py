"""Set-aside events as documents. Their content is not in them: it may hold personal data, and is asked for by itself."""

from consumers.event_store import SetAside
from domain.document import Document
from domain.times import moment


def waiting_document(one: SetAside) -> Document:
    """Name an event that does not count in its case because it could not be taken."""
    return {"number": one.number, "received": moment(one.received).isoformat(), "code": one.code, "source": one.source, "id": one.id}


def set_aside_document(one: SetAside) -> Document:
    """Tell everything of a set-aside event but its content."""
    return {
        "number": one.number,
        "received": moment(one.received).isoformat(),
        "code": one.code,
        "message": one.message,
        "source": one.source,
        "id": one.id,
        "case": one.case,
        "status": one.status,
    }
