"""Elements of a drawing as text: presentation attributes only, so that no style of a page and no policy of a server stands in the way.

Text is written as it comes to save time: a case's page waits for its drawing. What is written between elements is escaped here; the
attributes are this package's own, and the one that is not, an address, is escaped where it is put in.
"""

from html import escape

Number = float | int
Node = str
"""An element, written."""
NAMESPACE = "http://www.w3.org/2000/svg"


def number(value: Number) -> str:
    """Write a length, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def element(tag: str, attributes: dict[str, str], *children: Node, text: str = "") -> Node:
    """Write an element. Attribute names are as SVG has them."""
    written = "".join([f' {name}="{value}"' for name, value in attributes.items()])
    if not children and not text:
        return f"<{tag}{written}/>"
    return f"<{tag}{written}>{escape(text, quote=False)}{''.join(children)}</{tag}>"


def path(d: str, **paint: str) -> Node:
    """Write a path; underscores in names are hyphens."""
    written = "".join([f' {name.replace("_", "-")}="{value}"' for name, value in paint.items()])
    return f'<path d="{d}"{written}/>'


def text(words: str, x: Number, y: Number, attributes: dict[str, str] | None = None, strong: str = "") -> Node:
    """Write words, the last of them bold where some are given as strong."""
    bold = (element("tspan", {"font-weight": "bold"}, text=strong),) if strong else ()
    return element("text", {"x": number(x), "y": number(y), **(attributes or {})}, *bold, text=words)
