"""Looking through one file of a corpus, without holding it in memory: where it can be cut into pieces, and what each holds.

What a file is, its bytes say and not its name. Only what grows large is cut: JSON Lines and CSV in UTF-8, web archives and
Parquet files. Every other file is one piece.
"""

from __future__ import annotations

import csv
import hashlib
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Final

import msgspec

from wederhoor.corpora.pieces import FilePiece, Kind
from wederhoor.documents import Row
from wederhoor.documents.formats.archives import page_starts
from wederhoor.documents.formats.news import is_ninjs
from wederhoor.documents.formats.rows import NO_JSON, delimiter_of, has_text_column, value_of
from wederhoor.errors import WederhoorError, asking_for_extras
from wederhoor.records.prepared import prepared

BYTES: Final = 4_000_000
"""Of a piece, about: more texts than fit in it are cut where they do not."""
LONGEST_LINE: Final = 16_000_000
_MARK: Final = b"\xef\xbb\xbf"
_LOOKED_AT: Final = 65_536


class FileStretch(msgspec.Struct, frozen=True):
    """Some texts of a file: bytes from ``start`` to ``end``, the number of the first text, and how many there are."""

    start: int
    end: int
    first: int
    texts: int


def pieces_of(path: Path, source: str, row: Row | None, texts: int) -> Iterator[FilePiece]:
    """The pieces of a file, of ``texts`` texts or fewer; see ``FilePiece`` for the rest. Raises W104, W114, W204."""
    with asking_for_extras():
        try:
            with path.open("rb") as file:
                kind, head = _kind_of(file)
                for piece in _cut(file, kind, head, source, texts):
                    yield msgspec.structs.replace(piece, path=str(path.resolve()), row=row)
        except OSError as error:
            raise WederhoorError("W104", where=source, why=error.strerror or error) from None


def _kind_of(file: BufferedReader) -> tuple[Kind, int]:
    """The kind of a file, and the bytes of the line that names its columns."""
    start = file.read(_LOOKED_AT)
    file.seek(0)
    if start.startswith(b"PAR1"):
        return "rows", 0
    if start.startswith(b"WARC/1.") or _unpacked(start).startswith(b"WARC/1."):
        return "pages", 0
    line = start.removeprefix(_MARK).partition(b"\n")[0]
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return "file", 0
    if line.lstrip().startswith(b"{") and _is_object(line, start):
        return "lines", 0
    if has_text_column(text) and b"\0" not in start:
        return "cells", len(start) - len(start.removeprefix(_MARK)) + len(line) + 1
    return "file", 0


def _is_object(line: bytes, start: bytes) -> bool:
    """Whether a file begins with a line that is an object with a text; one that is longer than what was read may be."""
    if len(line) == len(start):
        return b'"text"' in line or b'"body"' in line
    try:
        found = msgspec.json.decode(line, type=prepared(dict[str, object]))
    except NO_JSON:
        return False
    return value_of(found, "text") is not None and not is_ninjs(found)


def _unpacked(start: bytes) -> bytes:
    if not start.startswith(b"\x1f\x8b"):
        return b""
    try:
        return zlib.decompressobj(31).decompress(start, 16)
    except zlib.error:
        return b""


def _cut(file: BufferedReader, kind: Kind, head: int, source: str, texts: int) -> Iterator[FilePiece]:
    if kind == "rows":
        from wederhoor.corpora.parquet_input import slices_of

        for start, end, size in slices_of(file.name, source, texts):
            yield FilePiece(
                kind=kind, path="", source=source, sha256="", size=size, start=start, end=end, first=start + 1,
                texts=end - start,
            )  # fmt: skip
        return
    if kind == "file":
        size = file.seek(0, 2)
        file.seek(0)
        # a file that is too large to be read is not gone through either: reading it says so
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        yield FilePiece(kind=kind, path="", source=source, sha256=sha256, size=size)
        return
    ends = {"lines": _line_ends, "cells": _row_ends, "pages": _page_ends}[kind](file, source, head)
    with Path(file.name).open("rb") as again:
        for stretch in _together(ends, head, texts):
            again.seek(0)
            digest = hashlib.sha256(again.read(head))
            again.seek(stretch.start)
            digest.update(again.read(stretch.end - stretch.start))
            yield FilePiece(
                kind=kind, path="", source=source, sha256=digest.hexdigest(), size=stretch.end - stretch.start,
                start=stretch.start, end=stretch.end, head=head, first=stretch.first, texts=stretch.texts,
            )  # fmt: skip


def _together(ends: Iterator[int], start: int, texts: int) -> Iterator[FileStretch]:
    """Texts that end at these places in stretches of ``texts``, fewer where they are long."""
    first, count, last = 1, 0, start
    for end in ends:
        if count and end - start > BYTES:
            yield FileStretch(start, last, first, count)
            start, first, count = last, first + count, 0
        count, last = count + 1, end
        if count == texts:
            yield FileStretch(start, end, first, count)
            start, first, count = end, first + count, 0
    if count:
        yield FileStretch(start, last, first, count)


def _line_ends(file: BufferedReader, source: str, _: int) -> Iterator[int]:
    at = 0
    while line := file.readline(LONGEST_LINE):
        at += len(line)
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            raise WederhoorError("W106", where=source, limit_mb=LONGEST_LINE // 1_000_000)
        if line.strip():
            yield at


def _row_ends(file: BufferedReader, source: str, head: int) -> Iterator[int]:
    """Where the rows end, as the reader of CSV itself sees it: a cell may have line breaks in it."""
    delimiter = delimiter_of(file.read(head).removeprefix(_MARK).decode("utf-8", "replace"))
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
    at = head

    def lines() -> Iterator[str]:
        nonlocal at
        while line := file.readline(LONGEST_LINE):
            at += len(line)
            yield line.decode("utf-8", "replace")

    try:
        for cells in csv.reader(lines(), delimiter=delimiter):
            if any(cell.strip() for cell in cells):
                yield at
    except csv.Error as error:
        raise WederhoorError(
            "W114", where=source, kind="a table", why=f"it is no CSV ({error})", remedy="Mend the quotation marks in it"
        ) from None


def _page_ends(file: BufferedReader, source: str, _: int) -> Iterator[int]:
    """Each page ends where the next begins, the last where the file does."""
    starts = page_starts(file, source)
    next(starts, None)
    yield from starts
    yield Path(file.name).stat().st_size
