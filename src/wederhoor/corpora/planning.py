"""What a corpus is read by: its files in order, cut into pieces, the pieces put together into partitions.

Where one partition ends depends on the names in it and not on how many came before: texts that are put between others change the
partition that they fall in, and the rest stays read.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from wederhoor.corpora.pieces import FilePiece, Partition, partition_of
from wederhoor.corpora.stretches import BYTES, pieces_of
from wederhoor.documents import SUFFIXES, TextFile, existing, files_below, sha256_of, unique_names, with_rows
from wederhoor.documents.load import doc_name
from wederhoor.documents.tables import NAMES
from wederhoor.errors import Notice, WederhoorError, notice_of

TEXTS: Final = 500
"""Of a partition, about: a minute of one core, and two megabytes."""
CORPUS_SUFFIXES: Final = (*SUFFIXES, ".jsonl", ".ndjson", ".parquet", ".warc.gz")
"""What is taken out of a folder. Tables in CSV and archives are read where they are named."""
DESCRIBED: Final = 100_000
"""Files that a table is looked at for together."""


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """Files, or folders of them, in the order given, with a table of what is known of them if one is named.

    ``texts`` is about how many go into a partition.
    """

    sources: tuple[str, ...]
    metadata: Path | None = None
    texts: int = TEXTS


def partitions_of(corpus: Corpus, read_with: str, notice: Callable[[Notice], None]) -> Iterator[Partition]:
    """The partitions of a corpus, in its order.

    ``notice`` is told what cannot be used of tables beside the texts. A file that cannot be looked through is one piece, and
    reading it says why. Raises W104, W108 and W113.
    """
    pending: list[FilePiece] = []
    for piece in _pieces(corpus, notice):
        if pending and _size(pending) + piece.size > BYTES:
            yield partition_of(pending, read_with)
            pending = []
        pending.append(piece)
        if _is_full(pending, corpus.texts):
            yield partition_of(pending, read_with)
            pending = []
    if pending:
        yield partition_of(pending, read_with)


def _is_full(pieces: Sequence[FilePiece], texts: int) -> bool:
    count = sum(piece.texts for piece in pieces)
    last = int(sha256_of(pieces[-1].source.encode())[:8], 16)
    return count >= texts or (2 * count >= texts and last % max(1, texts // 4) == 0)


def _size(pieces: Sequence[FilePiece]) -> int:
    return sum(piece.size for piece in pieces)


def _pieces(corpus: Corpus, notice: Callable[[Notice], None]) -> Iterator[FilePiece]:
    for file in _files(corpus, notice):
        try:
            yield from pieces_of(file.path, file.doc, file.row, corpus.texts)
        except WederhoorError as error:
            if error.code == "W204":
                raise
            yield FilePiece(kind="file", path="", source=file.doc, sha256="", size=0, refused=notice_of(error))


def _files(corpus: Corpus, notice: Callable[[Notice], None]) -> Iterator[TextFile]:
    """Each file with what a table says of it; ``doc`` is its path below the folder that was named."""
    paths = [existing(source) for source in dict.fromkeys(corpus.sources)]
    for path, label in zip(paths, unique_names([path.absolute() for path in paths]), strict=True):
        below = f"{label}/" if len(paths) > 1 else ""
        found = _in_folder(path, below) if path.is_dir() else iter([TextFile(path, label, path.parent)])
        anything = False
        while batch := list(itertools.islice(found, DESCRIBED)):
            anything = True
            texts, notices = with_rows(batch, corpus.metadata)
            for one in notices:
                notice(one)
            yield from texts
        if not anything:
            raise WederhoorError("W108", where=path, suffixes=" and ".join(CORPUS_SUFFIXES))


def _in_folder(folder: Path, below: str) -> Iterator[TextFile]:
    for path in files_below(folder, CORPUS_SUFFIXES):
        if path.name not in NAMES:
            yield TextFile(path, below + doc_name(path.relative_to(folder).as_posix()), folder)
