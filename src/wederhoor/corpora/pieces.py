"""Stretches of files that can be read each by itself: a whole file, some lines, rows or pages of a big one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import msgspec

from wederhoor.documents import KnownOfText, Row, document_of, documents_in, sha256_of
from wederhoor.documents.formats import Limits, Texts, read_texts
from wederhoor.documents.formats.archives import read_warc
from wederhoor.documents.formats.rows import read_csv, read_json
from wederhoor.errors import Notice, WederhoorError, notice_of
from wederhoor.records import Document

Kind = Literal["file", "lines", "cells", "pages", "rows"]
"""A whole file; lines of JSON Lines; rows of a CSV; pages of a web archive; rows of a Parquet file."""
DIGITS: Final = 16
"""Of a digest in hexadecimal, those that are kept."""


class FilePiece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one file.

    ``path`` is where the file lies here, ``source`` what it is called in tables and messages, its texts too.
    ``start`` and ``end`` are bytes of the file, of a Parquet file rows; ``head`` the bytes of the line that names the columns.
    ``first`` is the number, from 1, of the first text in the file, ``texts`` how many there are, 1 where it is not known.
    ``size`` is in bytes, ``sha256`` that of what ``fetched`` gives; empty where the file itself changes least (Parquet).
    """

    kind: Kind
    path: str
    source: str
    sha256: str
    size: int
    texts: int = 1
    start: int = 0
    end: int = 0
    head: int = 0
    first: int = 1
    row: Row | None = None
    refused: Notice | None = None
    """Why the file, from here on, cannot be looked through."""


class Partition(msgspec.Struct, frozen=True, kw_only=True):
    """Pieces that are read together and written as one file a table. ``key`` tells what is in them and how it is read."""

    key: str
    pieces: tuple[FilePiece, ...]

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(piece.size for piece in self.pieces)

    @property
    def texts(self) -> int:
        """How many texts, as far as it is known before they are read."""
        return sum(piece.texts for piece in self.pieces)


class PieceText(msgspec.Struct, frozen=True, kw_only=True):
    """A text of a piece, or why it cannot be read.

    ``part`` is its number or name in the file, ``own_name`` what the row of a table calls it.
    """

    source: str
    found: Document | Notice
    part: str | None = None
    own_name: str | None = None


def partition_of(pieces: list[FilePiece], read_with: str) -> Partition:
    """The partition of these pieces.

    Its key is made of what they are called and hold, wherever they lie, and of ``read_with``.
    """
    told = [msgspec.structs.replace(piece, path="") for piece in pieces]
    key = hashlib.sha256(msgspec.json.encode([read_with, told])).hexdigest()[:DIGITS]
    return Partition(key=key, pieces=tuple(pieces))


def fetched(piece: FilePiece, limit_mb: int) -> bytes:
    """The bytes of a piece; rows of a Parquet file as JSON Lines.

    Raises W104 (not readable), W106 (too large), W821 (changed since the corpus was looked through).
    """
    if piece.kind == "rows":
        from wederhoor.corpora.parquet_input import rows_as_lines

        return rows_as_lines(piece.path, piece.start, piece.end)
    limit = limit_mb * 1_000_000
    try:
        with Path(piece.path).open("rb") as file:
            if piece.kind == "file":
                data = file.read(limit + 1)
            else:
                head = file.read(piece.head)
                file.seek(piece.start)
                data = head + file.read(piece.end - piece.start)
    except OSError as error:
        raise WederhoorError("W104", where=piece.source, why=error.strerror or error) from None
    if len(data) > limit:
        raise WederhoorError("W106", where=piece.source, limit_mb=limit_mb)
    if sha256_of(data) != piece.sha256:
        raise WederhoorError("W821", where=piece.source)
    return data


def texts_in(piece: FilePiece, data: bytes, told: KnownOfText, limit_mb: int) -> Iterator[PieceText]:
    """The texts of a piece in order, each with what is ``told`` of all texts and what the file says of it."""
    row = piece.row or Row(file="")
    of_row: KnownOfText = {"date": row.date, "title": row.title, "publisher": row.outlet, "url": row.url}
    known: KnownOfText = {**told, **of_row, "doc": piece.source, "lang": row.language or told.get("lang")}
    try:
        if piece.kind == "file":
            yield from _of_file(piece, data, known, limit_mb)
        else:
            yield from _of_stretch(piece, data, known, limit_mb)
    except WederhoorError as error:
        yield PieceText(source=piece.source, found=notice_of(error))


def _of_file(piece: FilePiece, data: bytes, known: KnownOfText, limit_mb: int) -> Iterator[PieceText]:
    for found in documents_in(data, piece.source, piece.source, limit_mb, known):
        if isinstance(found, WederhoorError):
            yield PieceText(source=piece.source, found=notice_of(found))
        else:
            part = None if found.original is None else found.original.part
            yield PieceText(source=piece.source, found=found, part=part)


def _of_stretch(piece: FilePiece, data: bytes, known: KnownOfText, limit_mb: int) -> Iterator[PieceText]:
    limits = Limits(limit_mb * 1_000_000)
    texts: Texts
    if piece.kind == "pages":
        texts = read_warc(data, piece.source, limits, read_texts, piece.first)
    else:
        reader = read_csv if piece.kind == "cells" else read_json
        texts = reader(data, piece.source, limits, piece.first)
    for text in texts:
        part, own_name = (None, None) if isinstance(text, WederhoorError) else (text.part, text.own_name)
        found = (
            text
            if isinstance(text, WederhoorError)
            else document_of(text, piece.sha256, piece.source, piece.source, known)
        )
        told = notice_of(found) if isinstance(found, WederhoorError) else found
        yield PieceText(source=piece.source, found=told, part=part, own_name=own_name)
