"""A dossier as one page of HTML: no script, nothing fetched, readable without its style."""

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from infra.dossier.columns import shares
from infra.dossier.content import Block, Chapter, Content, Heading, Paragraph, Table
from infra.dossier.nodes import as_html, node
from infra.dossier.style import STYLE
from infra.drawing import Drawing, parts, svg, title

DAYS_ACROSS, ROOM_ON_PAPER = 124, 700
"""Days that a page's width has room for, and the pixels they take: what is printed stays as large as the text of the tables."""


def page(content: Content, drawn: Drawing | None, author: str, dated: date) -> str:
    """Write the page. Its date is the day asked: nothing here depends on when it is made."""
    head = node(
        "head",
        node("meta", charset="utf-8"),
        node("title", content.title),
        node("meta", name="generator", content=author),
        node("meta", name="dcterms.created", content=dated.isoformat()),
        node("meta", name="dcterms.modified", content=dated.isoformat()),
        node("meta", name="viewport", content="width=device-width, initial-scale=1"),
        node("style", STYLE),
    )
    return as_html(node("html", head, node("body", *_body(content, drawn)), lang="da"))


def _body(content: Content, drawn: Drawing | None) -> Iterator[Element]:
    yield node("header", node("h1", content.title), *(node("p", words) for words in content.summary))
    links = (node("li", node("a", chapter.title, href=f"#{chapter.key}")) for chapter in content.chapters)
    yield node("nav", node("h2", "Indhold", id="indhold"), node("ul", *links), aria_labelledby="indhold")
    if drawn is not None:
        yield node("section", node("h2", "Tidslinje", id="tidslinje"), *(_figure(part) for part in parts(drawn, DAYS_ACROSS)))
    yield node("main", *map(_chapter, content.chapters))


def _figure(drawn: Drawing) -> Element:
    return node("figure", svg(drawn, room=ROOM_ON_PAPER), node("figcaption", f"{title(drawn)}. Tabellerne siger det samme i ord."))


def _chapter(chapter: Chapter) -> Element:
    return node("section", node("h2", chapter.title, id=chapter.key), *map(_block, chapter.blocks))


def _block(block: Block) -> Element:
    match block:
        case Paragraph(words):
            return node("p", words)
        case Heading(words):
            return node("h3", words)
        case Table():
            return _table(block)


def _table(table: Table) -> Element:
    head = node("thead", node("tr", *(node("th", words, scope="col") for words in table.head)))
    rows = (node("tr", node("th", first, scope="row"), *(node("td", _kept_together(cell)) for cell in rest)) for first, *rest in table.rows)
    columns = node("colgroup", *(node("col", style=f"width: {share}") for share in shares(table)))
    return node("table", node("caption", table.caption), columns, head, node("tbody", *rows))


def _kept_together(words: str) -> str:
    """Let no line end with the sign of a paragraph of law."""
    return words.replace("§ ", "§\u00a0")
