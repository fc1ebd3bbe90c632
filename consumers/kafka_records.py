"""What a Kafka record says, as the bytes of one structured CloudEvent: the CloudEvents binding for Kafka, read by hand."""

from base64 import b64encode
from collections.abc import Sequence

from consumers.binary_mode import structured

Header = tuple[str, bytes | None]

_STRUCTURED = b"application/cloudevents"
_JSON = b"application/json"


def structured_event(value: bytes | None, headers: Sequence[Header]) -> bytes:
    """Give the event that the record carries.

    It never fails: what is odd becomes something that the door refuses, with all that was sent in it.
    """
    content = value or b""
    if not headers:
        return content
    attributes: dict[str, object] = {}
    for header, text in headers:
        if header.startswith("ce_"):
            _add(attributes, header[3:], text)
        elif header.lower() == "content-type":
            kind = (text or b"").lower()
            if kind.startswith(_STRUCTURED):
                return content
            _add(attributes, "datacontenttype", _JSON if _is_json(kind) else text)
    if attributes.keys() <= {"datacontenttype"}:  # an event with no attribute beside it can only be in the value
        return content
    return structured(attributes, content)


def _add(attributes: dict[str, object], name: str, text: bytes | None) -> None:
    """Add an attribute. One that comes twice becomes a list, which is no attribute's value."""
    try:
        value: object = None if text is None else text.decode()
    except UnicodeDecodeError:
        value = {"base64": b64encode(text or b"").decode()}
    attributes[name] = [attributes[name], value] if name in attributes else value


def _is_json(kind: bytes) -> bool:
    return kind == _JSON or kind.partition(b";")[0].strip() == _JSON
