"""Web pages: the article without what stands around it, by trafilatura; the words of a fragment, by its blocks (lxml)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from wederhoor.documents.decoding import decode
from wederhoor.documents.formats.extract import Extract, Limits, Texts, in_paragraphs, one_line, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
"""Elements that begin a line of their own (HTML Living Standard, section 15.3)."""
_UNSEEN: Final = frozenset({"head", "iframe", "noscript", "object", "script", "style", "svg", "template", "title"})
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
"""A declaration of an encoding, which a text that is decoded has no more."""
_LAST_DAY: Final = "2100-12-31"
"""Of what a page may say of its day. Without it that is today, and the same page would be read otherwise tomorrow."""
_APART: Final = (
    # a paragraph that is nothing but a link leads to another article (*Lees ook: ...*)
    "//p[count(.//a) = 1 and normalize-space() = normalize-space(.//a)]",
    # components of AMP that hold no text of the article
    "//amp-ad | //amp-embed | //amp-sidebar | //amp-consent | //amp-analytics | //amp-lightbox",
)
"""What is no part of an article wherever it stands (XPath)."""
_MOST_TAGS: Final = 100_000
"""Above which no article is looked for, which takes the square of their number: pages of the news have some thousands."""
_MOST_ATTRIBUTES: Final = 1_000
_LONG_TAG: Final = re.compile(rb"<[A-Za-z][^<>]{3000,}")
"""One that may have that many attributes; most of these hold a picture."""
_BY_HAND: Final = 3
"""Lines that are broken by hand in a cell of a table before it is a column of text, as pages had before there were styles."""
_ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_page(data: bytes, where: str, limits: Limits) -> Texts:  # noqa: ARG001  # one page, as large as its file
    """The article of a web page, its headline above it; title, date, outlet, author and address where the page says them."""
    from trafilatura import bare_extraction

    _refuse_endless(data, where)
    if data.count(b"<") > _MOST_TAGS:
        yield _words_of(data, where)
        return
    found: Any = bare_extraction(
        data,
        include_comments=False,
        with_metadata=True,
        prune_xpath=[*_APART],
        date_extraction_params={
            "extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d", "max_date": _LAST_DAY,
        },
    )  # fmt: skip
    text = (found.text or "").strip() if found is not None else ""
    if not text:
        yield _words_of(data, where)
        return
    lines = _column_of(data, where) or text.split("\n")
    written, starts = in_paragraphs(lines, found.title)
    date = found.date if found.date and _ISO_DAY.fullmatch(found.date) else None
    yield Extract(
        text=written, kind="html", starts=starts, title=one_line(found.title), date=date,
        publisher=one_line(found.sitename), byline=one_line(found.author), url=one_line(found.url),
    )  # fmt: skip


def _refuse_endless(data: bytes, where: str) -> None:
    """Raises W114 for an element with so many attributes that they would be compared for hours."""
    if any(tag.group().count(b"=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(data)):
        why = f"an element of it has more than {_MOST_ATTRIBUTES:,} attributes"
        raise unreadable(where, "a web page", why, "Save its words as plain text (.txt) and read that")


def _column_of(data: bytes, where: str) -> list[str]:
    """The text column of a page whose columns are the cells of a table and whose paragraphs are broken by hand; else nothing."""
    small = data.lower()
    if b"<td" not in small or small.count(b"<br") < _BY_HAND or small.count(b"<p>") >= _BY_HAND:
        return []
    root = _tree(decode(data, where))
    if root is None:
        return []
    cells = [cell for cell in root.iter("td") if cell.find(".//td") is None and len(cell.findall(".//br")) >= _BY_HAND]
    largest = max(cells, key=lambda cell: sum(map(len, cell.itertext())), default=None)
    if largest is None or 2 * sum(map(len, largest.itertext())) < sum(map(len, root.itertext())):
        return []
    return list(_blocks_of(largest))


def _words_of(data: bytes, where: str) -> Extract:
    """All words of a page in which no article was found: a short one, or a part of one."""
    text, starts = in_paragraphs(paragraphs_of(decode(data, where)))
    if not text:
        raise unreadable(where, "a web page", "it has no words of its own", "Save the page once it shows its article")
    return Extract(text=text, kind="html", starts=starts)


def paragraphs_of(fragment: str) -> Iterator[str]:
    """The words of a piece of HTML, a block at a time, as a browser would show them."""
    root = _tree(fragment)
    if root is not None:
        yield from _blocks_of(root)


def _tree(fragment: str) -> Any:  # noqa: ANN401  # lxml has no types
    """The elements of a piece of HTML; None where there is nothing to parse."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        return document_fromstring(_DECLARED.sub("", fragment), parser=parser)
    except (etree.LxmlError, ValueError):  # ValueError: nothing to parse
        return None


def _blocks_of(root: Any) -> Iterator[str]:  # noqa: ANN401  # the same
    """The words of elements, a block at a time."""
    from lxml import etree

    pieces: list[str] = []
    # iterwalk and no recursion: a page may nest its elements as deep as it likes
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        block = element.tag in _BLOCKS
        if event == "start":
            if element.tag in _UNSEEN:
                walk.skip_subtree()
                continue
            if block:
                yield from _flush(pieces)
            pieces.append(element.text or "")
            continue
        if block:
            yield from _flush(pieces)
        pieces.append(element.tail or "")
    yield from _flush(pieces)


def _flush(pieces: list[str]) -> Iterator[str]:
    words = "".join(pieces)
    pieces.clear()
    if words.strip():
        yield words
