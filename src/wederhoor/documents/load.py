"""Loading a document from a file, from bytes, from a stream or from a text that is already there."""

from __future__ import annotations

import datetime as dt
import os
import re
import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO, Final, TypedDict, Unpack

from wederhoor.documents.decoding import decode
from wederhoor.documents.language import identify_language
from wederhoor.documents.markup import refuse_markup
from wederhoor.errors import WederhoorError
from wederhoor.records import Document

Source = str | os.PathLike[str] | bytes | BinaryIO
"""A path, or the bytes of a text, or a binary stream such as ``sys.stdin.buffer``."""

LIMIT_MB: Final = 50
"""The largest text that is read unless the user asks for more, in millions of bytes."""

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
    """Load one text, with what is known of it.

    Raises W101 (empty), W102 (binary), W103 (encoding), W104 (not readable), W106 (too large), W107 (date), W109 (markup).
    """
    limit = limit_mb * 1_000_000
    if isinstance(source, str | os.PathLike):
        where, name, data = os.fspath(source), doc_name(Path(source).stem), _read_file(source, limit + 1)
    else:
        where = name = "stdin"
        data = source if isinstance(source, bytes) else source.read(limit + 1)
    if len(data) > limit:
        raise WederhoorError("W106", where=where, limit_mb=limit_mb)
    return _document(decode(data, where), name, where, told)


def load_text(text: str, **told: Unpack[KnownOfText]) -> Document:
    """Make a document of a text. Raises W101 (empty), W103 (holds what is no character), W107 (date), W109 (markup)."""
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


def _document(text: str, name: str, where: str, told: KnownOfText) -> Document:
    if not text.strip() or all(unicodedata.category(c) in _INVISIBLE for c in text):
        raise WederhoorError("W101", where=where)
    refuse_markup(text, where)
    date, fallback = told.get("date"), told.get("fallback_date")
    return Document(
        doc=told.get("doc") or name,
        text=text,
        lang=told.get("lang") or identify_language(text, told.get("expected", ())).code,
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
