"""Reading one partition: its texts through the pipeline, which is loaded once, into one Parquet file a table."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from wederhoor.api.faults import contained, stops_all
from wederhoor.corpora.folder import sync
from wederhoor.corpora.pieces import FilePiece, Partition, PieceText, texts_in
from wederhoor.corpora.settings import ReadingOptions, Versions, versions_of
from wederhoor.corpora.tables import SCHEMAS, Row, rows_of_text, schema_of
from wederhoor.documents import KnownOfText, require_pack
from wederhoor.errors import Notice, WederhoorError, asking_for_extras, notice_of
from wederhoor.languages.pack import available_languages
from wederhoor.reading import Student, open_student

CHARACTERS: Final = 2_000_000
"""Of texts whose rows are in memory together, about; then they are written."""


class PartitionOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a partition.

    ``seconds`` are of a processor, ``largest`` is the most memory that the process ever had, in bytes.
    """

    key: str
    texts: int
    unread: int
    words: int
    seconds: float
    largest: int
    versions: Versions


class PartitionReader:
    """Reads partitions one after the other; each language's pipeline is loaded when a text first asks for it.

    Raises at the first text what is wrong with all of them: W201 to W206, W601 to W605.
    """

    def __init__(self, settings: ReadingOptions) -> None:
        self._settings = settings
        self._students: dict[str, Student] = {}
        self._packs = available_languages()

    def read(self, partition: Partition, bytes_of: Callable[[FilePiece], bytes], folder: Path) -> PartitionOutcome:
        """Write the tables of a partition into a folder, one file each, named after the table.

        ``bytes_of`` gives the bytes of a piece, and may raise what stands in the way.
        """
        started = time.process_time()
        told = {"partition": partition.key, "made_by": versions_of(self._settings).told()}
        texts = unread = words = 0
        with _Tables(folder, told) as tables:
            for loaded in self._texts(partition, bytes_of):
                found = self._rows(loaded)
                if isinstance(found, Notice):
                    unread += 1
                    row = {"source": loaded.source, "part": loaded.part, "code": found.code, "message": found.message}
                    tables.add("unread", [row])
                    continue
                for table, rows in found:
                    tables.add(table, rows)
                texts += 1
                [document] = dict(found)["documents"]
                words += document["words"]
                tables.count(document["characters"])
        return PartitionOutcome(
            key=partition.key, texts=texts, unread=unread, words=words, seconds=time.process_time() - started,
            largest=largest_memory(), versions=versions_of(self._settings),
        )  # fmt: skip

    def _texts(self, partition: Partition, bytes_of: Callable[[FilePiece], bytes]) -> Iterator[PieceText]:
        given = self._settings
        told: KnownOfText = {"lang": given.lang, "fallback_date": given.date, "expected": self._packs}
        for piece in partition.pieces:
            if piece.refused is not None:
                yield PieceText(source=piece.source, found=piece.refused)
                continue
            try:
                data = bytes_of(piece)
            except WederhoorError as error:
                if error.code == "W821":
                    raise
                yield PieceText(source=piece.source, found=notice_of(error))
                continue
            with asking_for_extras():
                yield from texts_in(piece, data, told, given.max_mb)

    def _rows(self, loaded: PieceText) -> list[tuple[str, list[Row]]] | Notice:
        """The rows of a text, or why it cannot be read. Raises what stops all."""
        document = loaded.found
        if isinstance(document, Notice):
            return document
        try:
            if document.lang != self._settings.lang:
                require_pack(document, self._packs, where=document.doc)
            if document.lang not in self._students:
                self._students[document.lang] = self._student(document.lang)
            with contained(document.doc):
                return list(rows_of_text(loaded, self._students[document.lang](document)))
        except WederhoorError as error:
            if stops_all(error):
                raise
            return notice_of(error)

    def _student(self, lang: str) -> Student:
        given = self._settings
        with tempfile.TemporaryDirectory(prefix="wederhoor-") as name:
            actors, lexicon = _written(name, "actors", given.actors), _written(name, "lexicon", given.lexicon)
            return open_student(lang, given.pipeline, actors, lexicon=lexicon)


def _written(folder: str, name: str, data: bytes | None) -> Path | None:
    """A user's file where it can be read, None where there is none."""
    if data is None:
        return None
    path = Path(folder, f"{name}.toml")
    path.write_bytes(data)
    return path


class _Tables:
    """The files of a partition; rows are written when those of ``CHARACTERS`` of text have come together."""

    def __init__(self, folder: Path, told: dict[str, str]) -> None:
        self._folder = folder
        self._schemas = {table: schema_of(table, told) for table in SCHEMAS}
        self._rows: dict[str, list[Row]] = {table: [] for table in SCHEMAS}
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._characters = 0

    def __enter__(self) -> Self:
        for table, schema in self._schemas.items():
            self._writers[table] = pq.ParquetWriter(self._folder / f"{table}.parquet", schema, compression="zstd")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._write()
        for table, writer in self._writers.items():
            writer.close()
            sync(self._folder / f"{table}.parquet")

    def add(self, table: str, rows: list[Row]) -> None:
        self._rows[table] += rows

    def count(self, characters: int) -> None:
        """A text of so many characters is in."""
        self._characters += characters
        if self._characters >= CHARACTERS:
            self._write()

    def _write(self) -> None:
        for table, rows in self._rows.items():
            if rows:
                self._writers[table].write_table(pa.Table.from_pylist(rows, self._schemas[table]))
            rows.clear()
        self._characters = 0


def largest_memory() -> int:
    """The most memory that this process ever had, in bytes; 0 where the system does not tell."""
    try:
        import resource
    except ModuleNotFoundError:  # not on this system
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
