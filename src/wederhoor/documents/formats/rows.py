"""Tables of texts: CSV with a text in each row, JSON Lines and lists of JSON with a text in each object."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Final

import msgspec

from wederhoor.documents.decoding import decode
from wederhoor.documents.formats.extract import Extract, Limits, Texts, one_line, unreadable
from wederhoor.documents.formats.xml import day_in
from wederhoor.errors import WederhoorError
from wederhoor.records.prepared import prepared

NO_JSON: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What is raised for bytes that are no JSON, or nested deeper than anybody writes by hand."""
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "text": ("text", "tekst", "body", "content", "fulltext", "full_text", "article", "artikel", "bericht"),
    "title": ("title", "titel", "headline", "kop"),
    "date": ("date", "datum", "published", "published_at", "publication_date", "day", "dag"),
    "publisher": ("outlet", "publisher", "medium", "source", "bron", "newspaper", "krant", "publication"),
    "url": ("url", "link", "address", "adres"),
    "lang": ("language", "lang", "taal"),
    "byline": ("author", "auteur", "byline"),
    "part": ("id", "doc", "doc_id", "name", "naam"),
}
"""The names that a column may have, in small letters, of which the first that is there counts."""


def read_csv(data: bytes, where: str, limits: Limits, first: int | None = None) -> Texts:
    """A text of each row. Line breaks inside a cell are kept as they are. ``first`` as in ``_rows``."""
    text = decode(data, where).removeprefix("\ufeff")
    header = text.lstrip("\r\n").partition("\n")[0]
    csv.field_size_limit(max(csv.field_size_limit(), limits.size))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(header))
    rows = iter(reader)
    names = [name.strip() for name in next(filter(None, rows), [])]
    yield from _rows(_cells(rows, names, where), where, "csv", limits, first)


def _cells(rows: Iterator[list[str]], names: list[str], where: str) -> Iterator[Mapping[str, object] | WederhoorError]:
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                yield dict(zip(names, cells, strict=False))
    except csv.Error as error:
        yield unreadable(where, "a table", f"it is no CSV from here on ({error})", "Mend the quotation marks there")


def read_json(data: bytes, where: str, limits: Limits, first: int | None = None) -> Texts:
    """A text of each object of a list, or of each line. ``first`` as in ``_rows``."""
    yield from _rows(objects_in(data, where), where, "json", limits, first)


def objects_in(data: bytes, where: str) -> Iterator[Mapping[str, object] | WederhoorError]:
    """The objects of a list, the only one, or one of each line; in the place of a broken line, what is wrong with it."""
    if data.lstrip()[:1] == b"[":
        yield from msgspec.json.decode(data, type=prepared(list[dict[str, Any]]))
        return
    with suppress(*NO_JSON):
        yield msgspec.json.decode(data, type=prepared(dict[str, Any]))
        return
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield msgspec.json.decode(line, type=prepared(dict[str, Any]))
        except NO_JSON:
            yield unreadable(f"{where}, line {number}", "JSON Lines", "it is no object", "Write one object per line")


def _rows(
    rows: Iterable[Mapping[str, object] | WederhoorError], where: str, kind: str, limits: Limits, first: int | None
) -> Texts:
    """The texts of rows, each called by its own name or else its number.

    ``first`` is the number of the first of these rows, a piece of a bigger table. Then each is called by its number alone:
    whether a name comes once nobody knows who sees a piece.
    """
    named: set[str] = set()
    for number, row in enumerate(rows, first or 1):
        if number - (first or 1) >= limits.texts:
            yield unreadable(where, "a table", f"it has more than {limits.texts:,} rows", "Split it")
            return
        if isinstance(row, WederhoorError):
            yield row
            continue
        said = {field: words for field in COLUMNS if (words := value_of(row, field)) is not None}
        own = said.get("part")
        part = own if own and own not in named and first is None else str(number)
        named.add(part)
        if not said.get("text", "").strip():
            yield unreadable(
                f"{where}, row {number}", "a table", "the row has no text", "Fill in its text, or leave the row out"
            )
            continue
        yield Extract(
            text=said["text"], kind=kind, part=part, starts=(0,), title=one_line(said.get("title")),
            date=day_in(said.get("date")), publisher=one_line(said.get("publisher")), url=one_line(said.get("url")),
            lang=(said.get("lang") or "").partition("-")[0].strip().lower() or None, byline=one_line(said.get("byline")),
            own_name=one_line(own),
        )  # fmt: skip


def value_of(row: Mapping[str, object], field: str) -> str | None:
    """What a row says under one of the names of a field."""
    by_name = {name.strip().lower(): value for name, value in row.items()}
    found = next((by_name[name] for name in COLUMNS[field] if by_name.get(name) not in (None, "")), None)
    return None if found is None or isinstance(found, dict | list) else str(found)


def delimiter_of(header: str) -> str:
    """What stands between the columns of a table: a comma, a semicolon or a tab."""
    return max(",;\t", key=header.count)


def has_text_column(header: str) -> bool:
    """Whether the first line of a file names columns, one of them for texts and another for what is known of them."""
    delimiter = delimiter_of(header)
    names = {name.strip().strip('"').lower() for name in header.split(delimiter)}
    others = {name for field, names_of in COLUMNS.items() if field != "text" for name in names_of}
    return bool(names & set(COLUMNS["text"])) and bool(names & others)
