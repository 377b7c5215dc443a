"""Loading a document from a file, from bytes, from a stream or from a text that is already there."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, TypedDict, Unpack

from msgspec import structs

from wederhoor.documents.formats import Extract, Limits, read_texts
from wederhoor.documents.language import language_of
from wederhoor.documents.markup import refuse_markup
from wederhoor.errors import WederhoorError, asking_for_extras
from wederhoor.records import Document

Source = str | os.PathLike[str] | bytes | BinaryIO
"""A path, or the bytes of a text, or a binary stream such as ``sys.stdin.buffer``."""

LIMIT_MB: Final = 50
"""The largest text that is read unless the user asks for more, in millions of bytes."""

_PROSE: Final = frozenset(
    {"alto", "docx", "eml", "epub", "feed", "html", "mbox", "newsml", "ninjs", "odt", "pdf", "rtf"}
)
"""Kinds of files whose text is without its marks; what stands in a table or an archive may be anything."""
_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


class KnownOfText(TypedDict, total=False):
    """What is known of a text beside it: the fields of ``Document`` by the same names.

    Where ``lang`` is None the language is identified, among those ``expected`` where the text does not surely tell another;
    ``doc`` is by default the file's stem.
    """

    doc: str | None
    lang: str | None
    expected: Collection[str]
    date: str | None
    fallback_date: str | None
    title: str | None
    publisher: str | None
    url: str | None


def load_document(source: Source, *, limit_mb: int = LIMIT_MB, **told: Unpack[KnownOfText]) -> Document:
    """Load the one text of a file, with what is known of it: a plain text, or a file of another form (see ``formats``).

    Raises W101 (empty), W102 (binary), W103 (encoding), W104 (not readable), W106 (too large), W107 (date), W109 (markup that is
    not read), W114 (a file that is broken, locked or holds no words), W115 (several texts).
    """
    found = list(islice(load_documents(source, limit_mb=limit_mb, **told), 2))
    if len(found) > 1:
        raise WederhoorError("W115", where=_called(source), count="several")
    document = found[0]
    if isinstance(document, WederhoorError):
        raise document
    return document


def load_documents(
    source: Source, *, limit_mb: int = LIMIT_MB, **told: Unpack[KnownOfText]
) -> Iterator[Document | WederhoorError]:
    """Load the texts of a file, in order; in the place of one of several that cannot be read, why not.

    What is ``told`` goes before what the file says of itself, but for ``fallback_date``. Of several texts each is called by the
    name of the file, #, and its part. Raises as ``load_document`` where nothing of the file can be read.
    """
    limit = limit_mb * 1_000_000
    where = _called(source, told.get("doc"))
    if isinstance(source, str | os.PathLike):
        name, data = doc_name(Path(source).stem), _read_file(source, limit + 1)
    else:
        name = where
        data = source if isinstance(source, bytes) else source.read(limit + 1)
    if len(data) > limit:
        raise WederhoorError("W106", where=where, limit_mb=limit_mb)
    yield from documents_in(data, name, where, limit_mb, told)


def documents_in(
    data: bytes, name: str, where: str, limit_mb: int, told: KnownOfText
) -> Iterator[Document | WederhoorError]:
    """The texts in the bytes of a file, as ``load_documents``; ``where`` is what the file is called in messages."""
    sha256 = sha256_of(data)
    with asking_for_extras():
        for found in read_texts(data, where, Limits(limit_mb * 1_000_000)):
            yield found if isinstance(found, WederhoorError) else document_of(found, sha256, name, where, told)


def _called(source: Source, name: str | None = None) -> str:
    return os.fspath(source) if isinstance(source, str | os.PathLike) else name or "stdin"


def sha256_of(data: bytes) -> str:
    """The digest of the bytes of a file."""
    return hashlib.sha256(data).hexdigest()


def document_of(found: Extract, sha256: str, name: str, where: str, told: KnownOfText) -> Document | WederhoorError:
    """The document of a text that was taken out of a file. An error where it is one of several and cannot be read.

    ``sha256`` is that of the file's bytes, ``name`` what its texts are called where ``told`` does not say, ``where`` the file in
    messages. Raises as ``load_document`` where the text is the only one.
    """
    if found.kind == "text" and found.part is None:
        return _document(found.text, name, where, told)
    said: KnownOfText = {"title": found.title, "date": found.date, "publisher": found.publisher, "url": found.url}
    given: KnownOfText = {**said, **{key: value for key, value in told.items() if value is not None}}  # type: ignore[typeddict-item]
    base = told.get("doc") or name
    if found.part is not None:
        given["doc"] = f"{base}#{found.part}"
        where = f"{where}, {found.part}"
    if found.lang and not given.get("lang"):
        given["lang"] = found.lang
    try:
        document = _document(found.text, base, where, given, checked=found.kind in _PROSE)
    except WederhoorError as error:
        if found.part is None:
            raise
        return error
    original = found.original(sha256)
    return structs.replace(document, byline=found.byline, original=original)


def load_text(text: str, **told: Unpack[KnownOfText]) -> Document:
    """Make a document of a text. Raises W101 (empty), W103 (no characters), W107 (date), W109 (markup), W116 (language)."""
    where = told.get("doc") or "text"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        why = f"character {error.start} is half of a surrogate pair"
        raise WederhoorError("W103", where=where, why=why) from None
    return _document(text, "text", where, told)


def doc_name(name: str) -> str:
    """A file name as it can stand in JSON: bytes in it that are no characters are written as escapes."""
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")


def _document(text: str, name: str, where: str, told: KnownOfText, *, checked: bool = False) -> Document:
    """A document of a text; one that is ``checked`` cannot be markup any more."""
    if not text.strip() or all(unicodedata.category(c) in _INVISIBLE for c in text):
        raise WederhoorError("W101", where=where)
    if not checked:
        refuse_markup(text, where)
    date, fallback = told.get("date"), told.get("fallback_date")
    return Document(
        doc=told.get("doc") or name,
        text=text,
        lang=told.get("lang") or language_of(text, told.get("expected", ()), where),
        date=None if date is None else checked_day(date, where),
        fallback_date=None if fallback is None else checked_day(fallback, where),
        title=told.get("title"),
        publisher=told.get("publisher"),
        url=told.get("url"),
    )


def _read_file(path: str | os.PathLike[str], most: int) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123  # Path("") is the current folder
            return file.read(most)
    except OSError as error:
        raise WederhoorError("W104", where=os.fspath(path), why=error.strerror or error) from None
    except ValueError as error:  # a NUL in the name
        raise WederhoorError("W104", where=os.fspath(path), why=error) from None


def checked_day(date: str, where: str) -> str:
    """The date as it is. Raises W107 for what is no ``YYYY-MM-DD`` or no day of the calendar."""
    # fromisoformat also takes 20240229 and 2024-W09-4, which other readers of our files may not.
    if not _ISO_DAY.fullmatch(date):
        raise WederhoorError("W107", date=date, where=where, why="it is not of the form YYYY-MM-DD")
    try:
        dt.date.fromisoformat(date)
    except ValueError:
        raise WederhoorError("W107", date=date, where=where, why="there is no such day") from None
    return date
