"""Elements of a page: every text that comes in is escaped by the tree it is put into."""

from xml.etree.ElementTree import Element, tostring

_CONTROLS = {code: None for code in (*range(32), *range(127, 160), 0xFFFE, 0xFFFF) if code not in (9, 10)}


def node(tag: str, *children: Element | str, **attributes: str | float) -> Element:
    """Make an element. `class_` is `class`, and underscores in other names are hyphens."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): clean(str(value)) for name, value in attributes.items()})
    last: Element | None = None
    for child in children:
        if isinstance(child, Element):
            made.append(child)
            last = child
        elif last is None:
            made.text = (made.text or "") + clean(child)
        else:
            last.tail = (last.tail or "") + clean(child)
    return made


def as_html(root: Element) -> str:
    """Write a page."""
    return "<!doctype html>\n" + tostring(root, encoding="unicode", method="html") + "\n"


def clean(text: str) -> str:
    """Leave out the characters that neither a page nor a PDF can hold."""
    return text.translate(_CONTROLS).encode("utf-8", "replace").decode()
