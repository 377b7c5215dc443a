"""Files of many forms, told by what they hold and never by their names: each is read as one text or several.

A file says what it is by its first bytes, by what is in its archive, or by its first element or object. What none of these
tells is a plain text, or markup that nobody reads here. Nothing opens a connection.
"""

from __future__ import annotations

import re
import zipfile
from functools import partial
from io import BytesIO
from typing import Final

from wederhoor.documents.decoding import decode
from wederhoor.documents.formats.archives import read_gzip, read_warc, read_zip
from wederhoor.documents.formats.extract import Extract, Limits, Reader, Texts, unreadable
from wederhoor.documents.formats.html import read_page
from wederhoor.documents.formats.mail import read_mail, read_mailbox
from wederhoor.documents.formats.news import is_ninjs, read_alto, read_feed, read_newsml, read_ninjs
from wederhoor.documents.formats.office import read_docx, read_epub, read_odt, read_rtf
from wederhoor.documents.formats.pdf import read_pdf
from wederhoor.documents.formats.rows import NO_JSON, has_text_column, objects_in, read_csv, read_json, value_of
from wederhoor.documents.formats.xml import local
from wederhoor.documents.markup import kind_of_markup
from wederhoor.errors import WederhoorError

__all__ = ["SUFFIXES", "Extract", "Limits", "Texts", "read_texts"]

SUFFIXES: Final = (
    ".docx", ".eml", ".epub", ".htm", ".html", ".mbox", ".odt", ".pdf", ".rss", ".rtf", ".warc", ".xhtml",
)  # fmt: skip
"""What is taken out of a folder besides plain texts. Tables, archives and XML are read where they are named."""

_LOOKED_AT: Final = 4096
_MBOX: Final = re.compile(rb"From \S+.*\r?\n[A-Za-z-]+:")
_ROOT: Final = re.compile(rb"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s>/]")
_ROOTS: Final[dict[str, Reader]] = {
    "rss": read_feed, "feed": read_feed, "rdf": read_feed, "newsmessage": read_newsml, "newsitem": read_newsml,
    "alto": read_alto, "html": read_page,
}  # fmt: skip
_PARTS: Final = frozenset({"article", "body", "div", "main", "p", "section"})
"""Elements with which a part of a page begins that was saved by itself."""
_FIELD: Final = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:")
_MIMETYPES: Final[dict[bytes, Reader]] = {
    b"application/epub+zip": read_epub,
    b"application/vnd.oasis.opendocument.text": read_odt,
}
_OTHER_OFFICE: Final = {"xl/workbook.xml": "a workbook (.xlsx)", "ppt/presentation.xml": "a presentation (.pptx)"}
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def read_texts(data: bytes, where: str, limits: Limits) -> Texts:
    """The texts of a file, in order; in the place of one of several that cannot be read, why not.

    Raises W102, W103, W106, W109, W114 where nothing of it can be read, and ModuleNotFoundError where a library is missing.
    """
    reader = _reader_of(data, where)
    found = reader(data, where, limits) if reader else _plain(data, where)
    anything = False
    for text in found:
        anything = True
        yield text
    if not anything:
        raise unreadable(where, "a file of texts", "there is none in it", "Read one that has texts in it")


def _plain(data: bytes, where: str) -> Texts:
    yield Extract(text=decode(data, where), kind="text")


def _reader_of(data: bytes, where: str) -> Reader | None:
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n\f\v")
    for told in (_by_signature, _by_markup, _by_header):
        if reader := told(start, data, where):
            return reader
    return None


def _by_signature(start: bytes, data: bytes, where: str) -> Reader | None:
    if data[:4] == b"PK\x03\x04":
        return _of_archive(data, where)
    if data[:4] == _OLD_OFFICE:
        raise unreadable(
            where, "an old office file (.doc, .xls)", "its form is not published", "Save it as .docx and read that"
        )
    signatures: dict[bytes, Reader] = {
        b"%PDF-": read_pdf,
        b"{\\rtf": read_rtf,
        b"\x1f\x8b": partial(read_gzip, inner=read_texts),
        b"WARC/1.": partial(read_warc, inner=read_texts),
    }
    return next((reader for mark, reader in signatures.items() if start.startswith(mark)), None)


def _of_archive(data: bytes, where: str) -> Reader:
    """What reads a ZIP file: an office document or a book by what it says it is, else the files in it."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        names = set(archive.namelist())
        said = archive.open("mimetype").read(_LOOKED_AT).strip() if "mimetype" in names else b""
    except Exception:  # noqa: BLE001  # what is broken in it is told by who reads it
        return _zipped
    for part, kind in _OTHER_OFFICE.items():
        if part in names:
            raise unreadable(where, kind, "it is no text", "Save what you want to be read as a text or a table (.csv)")
    if "word/document.xml" in names:
        return read_docx
    return _MIMETYPES.get(said, _zipped)


def _zipped(data: bytes, where: str, limits: Limits) -> Texts:
    return read_zip(data, where, limits, read_texts)


def _by_markup(start: bytes, data: bytes, where: str) -> Reader | None:
    if _MBOX.match(start):
        return read_mailbox
    if start[:1] == b"<" and (root := _root(start)) in _ROOTS:
        return _ROOTS[root]
    if start[:1] in (b"{", b"["):
        return _of_json(data, where)
    return None


def _root(start: bytes) -> str:
    """The first element of XML or HTML, behind what may stand before it; in small letters."""
    found = _ROOT.search(
        re.sub(rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>", b" ", start, flags=re.DOTALL | re.IGNORECASE)
    )
    return local(found.group(2).decode("latin-1")).lower() if found else ""


def _of_json(data: bytes, where: str) -> Reader | None:
    """A list of objects, one of each line, or one: with a text each, or as ninjs has them."""
    try:
        first = next(objects_in(data, where), None)
    except NO_JSON:
        return None
    if first is None or isinstance(first, WederhoorError):
        return None
    if is_ninjs(first):
        return read_ninjs
    return read_json if value_of(first, "text") is not None else None


def _by_header(start: bytes, data: bytes, where: str) -> Reader | None:
    try:
        text = decode(data, where)
    except WederhoorError:
        return None
    if has_text_column(text.lstrip("\ufeff\r\n").partition("\n")[0]):
        return read_csv
    kind = kind_of_markup(text)
    if kind == "an e-mail":
        return read_mail if _FIELD.match(start) else None
    is_page = kind == "HTML" or (kind == "HTML or XML" and start[:1] == b"<" and _root(start) in _PARTS)
    return read_page if is_page else None
