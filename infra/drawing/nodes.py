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


def attributes(**named: str) -> str:
    """Write attributes; underscores in names are hyphens. What does not differ from drawing to drawing is written once."""
    return "".join([f' {name.replace("_", "-")}="{value}"' for name, value in named.items()])


def element(tag: str, written: str, *children: Node, text: str = "") -> Node:
    """Write an element with attributes that are written already."""
    if not children and not text:
        return f"<{tag}{written}/>"
    return f"<{tag}{written}>{escape(text, quote=False)}{''.join(children)}</{tag}>"


def path(d: str, written: str) -> Node:
    """Write a path."""
    return f'<path d="{d}"{written}/>'


def rect(x: Number, y: Number, wide: Number, high: Number, written: str) -> Node:
    """Write a rectangle."""
    return f'<rect x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(high)}"{written}/>'


def text(words: str, x: Number, y: Number, written: str, strong: str = "") -> Node:
    """Write words, the last of them bold where some are given as strong."""
    bold = f'<tspan font-weight="bold">{escape(strong, quote=False)}</tspan>' if strong else ""
    if not words and not strong:
        return f'<text x="{number(x)}" y="{number(y)}"{written}/>'
    return f'<text x="{number(x)}" y="{number(y)}"{written}>{escape(words, quote=False)}{bold}</text>'
