"""Texts of word processors and electronic books: DOCX (python-docx), ODT and EPUB (zip and XML), RTF (striprtf)."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Unpack

from wederhoor.documents.decoding import decode
from wederhoor.documents.formats.clippings import clippings_in
from wederhoor.documents.formats.extract import AboutText, Extract, Limits, Texts, in_paragraphs, one_line, unreadable
from wederhoor.documents.formats.html import paragraphs_of
from wederhoor.documents.formats.packed import Packed, open_packed
from wederhoor.documents.formats.xml import day_in, parse_xml
from wederhoor.errors import WederhoorError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OPEN: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT: Final = _OPEN + "text:1.0}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_OPF: Final = "{http://www.idpf.org/2007/opf}"
_CONTAINER: Final = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_REPAIR: Final = "Open it in its program, save it anew and read that"


def read_docx(data: bytes, where: str, limits: Limits) -> Texts:
    """The paragraphs of a Word file in order, cells of tables among them, without its notes and what was struck out."""
    from docx import Document
    from docx.table import Table, _Cell

    kind = "a Word file"
    open_packed(data, where, kind, limits)  # refuses what would unpack to more than memory holds
    try:
        document = Document(io.BytesIO(data))
        lines: list[str] = []
        for item in document.iter_inner_content():
            if isinstance(item, Table):
                # not row.cells: that has a cell as often as it says that it is wide, which may be a thousand million times
                lines += [_Cell(cell, item).text for cell in item._tbl.iter_tcs()]  # type: ignore[no-untyped-call]  # noqa: SLF001
            else:
                lines.append(item.text)
        title, byline = document.core_properties.title, document.core_properties.author
    except Exception as error:  # noqa: BLE001  # python-docx fails in as many ways as its XML can
        raise unreadable(where, kind, f"it is broken ({type(error).__name__})", _REPAIR) from None
    yield from clippings_in(lines, "docx") or [_extract(lines, where, kind, "docx", title, byline=one_line(byline))]


def read_odt(data: bytes, where: str, limits: Limits) -> Texts:
    """The paragraphs and headings of an OpenDocument text, without its notes and what was struck out."""
    kind = "an OpenDocument text"
    packed = open_packed(data, where, kind, limits)
    body = parse_xml(packed.read("content.xml"), where, kind)
    about = parse_xml(packed.read("meta.xml"), where, kind) if "meta.xml" in packed else None
    title, byline = (_first(about, _DC + name) for name in ("title", "creator"))
    yield _extract(_lines_of_odt(body), where, kind, "odt", title, byline=byline)


def _lines_of_odt(body: Element) -> Iterator[str]:
    unseen = {_TEXT + "tracked-changes", _TEXT + "note", _OPEN + "office:1.0}annotation"}
    spaces = {_TEXT + "s": " ", _TEXT + "tab": " ", _TEXT + "line-break": " "}
    lines: list[list[str]] = []
    # a stack and no recursion: a file may nest its elements as deep as it likes
    todo: list[tuple[Element, bool]] = [(body, False)]
    while todo:
        element, seen = todo.pop()
        if seen:
            if lines:
                lines[-1].append(element.tail or "")
            continue
        todo.append((element, True))
        if element.tag in unseen:
            continue
        if element.tag in (_TEXT + "p", _TEXT + "h"):
            lines.append([])
        if lines:
            lines[-1].append(spaces.get(element.tag, element.text or ""))
        todo += [(child, False) for child in reversed(element)]
    yield from map("".join, lines)


def read_rtf(data: bytes, where: str, limits: Limits) -> Texts:
    """The paragraphs of an RTF file."""
    from striprtf.striprtf import rtf_to_text

    kind = "an RTF file"
    try:
        text = rtf_to_text(data.decode("latin-1"), errors="ignore")  # type: ignore[no-untyped-call]
    except Exception as error:  # noqa: BLE001  # striprtf fails in as many ways as its marks can
        raise unreadable(where, kind, f"it is broken ({type(error).__name__})", _REPAIR) from None
    if len(text) > limits.size:
        raise WederhoorError("W106", where=where, limit_mb=limits.size // 1_000_000)
    lines = text.split("\n")
    yield from clippings_in(lines, "rtf") or [_extract(lines, where, kind, "rtf")]


def read_epub(data: bytes, where: str, limits: Limits) -> Texts:
    """The chapters of an electronic book in their order."""
    kind = "an electronic book"
    packed = open_packed(data, where, kind, limits)
    container = parse_xml(packed.read("META-INF/container.xml"), where, kind)
    package = next((e.get("full-path", "") for e in container.iter(_CONTAINER + "rootfile")), "")
    book = parse_xml(packed.read(package), where, kind)
    files = {item.get("id"): item.get("href", "") for item in book.iter(_OPF + "item")}
    chapters = [files.get(one.get("idref")) for one in book.iter(_OPF + "itemref")]
    folder = posixpath.dirname(package)
    lines = [
        line for name in chapters if name for line in _chapter(packed, posixpath.join(folder, _decoded(name)), where)
    ]
    title, byline, publisher, date, lang = (
        _first(book, _DC + name) for name in ("title", "creator", "publisher", "date", "language")
    )
    yield _extract(
        lines, where, kind, "epub", title, byline=byline, publisher=publisher, date=day_in(date), lang=_short(lang)
    )


def _decoded(address: str) -> str:
    """*a a.xhtml* of *a%20a.xhtml* (RFC 3986, section 2.1)."""
    raw = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), address.encode())
    return raw.decode("utf-8", errors="replace")


def _chapter(packed: Packed, name: str, where: str) -> Iterator[str]:
    return paragraphs_of(decode(packed.read(posixpath.normpath(name)), where))


def _short(lang: str | None) -> str | None:
    """*nl* of *nl-BE*."""
    return lang.partition("-")[0].lower() if lang else None


def _first(root: Element | None, tag: str) -> str | None:
    return None if root is None else next((one_line(e.text) for e in root.iter(tag) if e.text), None)


def _extract(
    lines: list[str] | Iterator[str],
    where: str,
    kind: str,
    code: str,
    title: str | None = None,
    **more: Unpack[AboutText],
) -> Extract:
    text, starts = in_paragraphs(lines)
    if not text:
        raise unreadable(where, kind, "it has no words", "Read a file that has text in it")
    return Extract(text=text, kind=code, starts=starts, title=one_line(title), **more)
