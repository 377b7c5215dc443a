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
_ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_page(data: bytes, where: str, limits: Limits) -> Texts:  # noqa: ARG001  # one page, as large as its file
    """The article of a web page, its headline above it; title, date, outlet, author and address where the page says them."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        data,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    text = (found.text or "").strip() if found is not None else ""
    if not text:
        yield _words_of(data, where)
        return
    written, starts = in_paragraphs(text.split("\n"), found.title)
    date = found.date if found.date and _ISO_DAY.fullmatch(found.date) else None
    yield Extract(
        text=written, kind="html", starts=starts, title=one_line(found.title), date=date,
        publisher=one_line(found.sitename), byline=one_line(found.author), url=one_line(found.url),
    )  # fmt: skip


def _words_of(data: bytes, where: str) -> Extract:
    """All words of a page in which no article was found: a short one, or a part of one."""
    text, starts = in_paragraphs(paragraphs_of(decode(data, where)))
    if not text:
        raise unreadable(where, "a web page", "it has no words of its own", "Save the page once it shows its article")
    return Extract(text=text, kind="html", starts=starts)


def paragraphs_of(fragment: str) -> Iterator[str]:
    """The words of a piece of HTML, a block at a time, as a browser would show them."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = document_fromstring(_DECLARED.sub("", fragment), parser=parser)
    except (etree.LxmlError, ValueError):  # ValueError: nothing to parse
        return
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
