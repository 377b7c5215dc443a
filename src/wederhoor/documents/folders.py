"""Finding texts: files as they are named, folders in a sorted walk, each with a document name of its own."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Final

import msgspec

from wederhoor.documents.formats import SUFFIXES as OTHER_SUFFIXES
from wederhoor.documents.load import LIMIT_MB, doc_name, load_documents
from wederhoor.documents.tables import Row, describe
from wederhoor.errors import Notice, WederhoorError
from wederhoor.records import Document

SUFFIXES: Final = (".txt", ".md", *OTHER_SUFFIXES)
"""What is read of a folder. A file that is named itself may have any suffix."""


class TextFile(msgspec.Struct, frozen=True):
    """A file to read and the document name for it, unique among the files that were found with it.

    ``root`` is the folder that was asked for, that of the file where it was named itself; ``row`` what a table says of it.
    """

    path: Path
    doc: str
    root: Path = Path()
    row: Row | None = None


def find_texts(paths: Iterable[str | os.PathLike[str]]) -> list[TextFile]:
    """The files of ``paths``: in the order given, inside a folder sorted by name, hidden ones skipped, each file once.

    ``doc`` is the file's stem; files that share it get their path below the folder that holds all of the files
    (``2024/brief``), with the suffix where that alone tells them apart. Raises W104 and W108.
    """
    found: dict[str, tuple[Path, Path]] = {}
    for given in paths:
        # Not through Path: Path("") is the current folder, and an empty shell variable must not read all of that.
        is_folder = os.path.isdir(given)  # noqa: PTH112
        files = _walk(Path(given)) if is_folder else [existing(given)]
        for file in files:
            # links keep their names
            found.setdefault(os.path.abspath(file), (file, Path(given) if is_folder else file.parent))  # noqa: PTH100
    names = unique_names([Path(absolute) for absolute in found])
    return [TextFile(path, doc, root) for (path, root), doc in zip(found.values(), names, strict=True)]


def with_rows(files: Iterable[TextFile], table: Path | None = None) -> tuple[list[TextFile], tuple[Notice, ...]]:
    """The files with what ``table``, or one that lies beside them, says of each; and what is to be told of the tables.

    Raises as ``read_table`` does for a table that is given.
    """
    texts = list(files)
    found = describe([(file.path, file.root) for file in texts], table)
    rows = [msgspec.structs.replace(file, row=found.rows.get(number)) for number, file in enumerate(texts)]
    return rows, found.notices


def load_file(
    file: TextFile,
    *,
    lang: str | None,
    date: str | None,
    expected: Collection[str] = (),
    limit_mb: int = LIMIT_MB,
) -> Iterator[Document | WederhoorError]:
    """The texts of a file with what a table says of it; ``lang`` and ``date`` are for texts of which nothing else is known.

    ``expected`` are the languages that a text without one may be in. Yields and raises as ``load_documents``.
    """
    row = file.row or Row(file="")
    return load_documents(
        file.path, doc=file.doc, lang=row.language or lang, date=row.date, fallback_date=date, title=row.title,
        publisher=row.outlet, url=row.url, expected=expected, limit_mb=limit_mb,
    )  # fmt: skip


def existing(path: str | os.PathLike[str]) -> Path:
    """The path of a file or folder that is there. Raises W104."""
    try:
        os.stat(path)  # noqa: PTH116
    except OSError as error:
        raise WederhoorError("W104", where=path, why=error.strerror or error) from None
    except ValueError as error:  # a NUL in the name
        raise WederhoorError("W104", where=path, why=error) from None
    return Path(path)


def _walk(folder: Path) -> list[Path]:
    files = list(files_below(folder, SUFFIXES))
    if not files:
        raise WederhoorError("W108", where=folder, suffixes=" and ".join(SUFFIXES))
    return files


def files_below(folder: Path, suffixes: Collection[str]) -> Iterator[Path]:
    """The files of a folder and those below it, sorted by the parts of their paths, hidden ones and pipes skipped.

    One folder at a time is held in memory. Raises W104 for one that cannot be looked into.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda e: e.name)
    except OSError as error:
        # to skip the folder in silence would let the user believe that all was read
        raise WederhoorError("W104", where=error.filename, why=error.strerror or error) from error
    for entry in entries:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(path, suffixes)
        elif path.name.lower().endswith(tuple(suffixes)) and not entry.is_dir() and not _is_device(path):
            yield path


def _is_device(file: Path) -> bool:
    """Reading a pipe would wait for ever. What cannot be looked at is kept: loading it says why it is not read."""
    try:
        return not stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return False


def unique_names(files: list[Path]) -> list[str]:
    """A name for each file that no other of these has: its stem, its path, that with its suffix, and with its number among all.

    Names that clash are lengthened step by step.
    """
    columns = zip(*(file.parent.parts for file in files), strict=False)
    common = len(list(takewhile(lambda column: len(set(column)) == 1, columns)))
    choices = [_names_of(file, common, number) for number, file in enumerate(files, 1)]
    step = [0] * len(files)
    while True:
        names = [names[i] for names, i in zip(choices, step, strict=True)]
        count = Counter(names)
        clashing = [i for i, name in enumerate(names) if count[name] > 1]
        if not clashing:
            return names
        for i in clashing:
            step[i] += 1  # never beyond the last: numbers differ


def _names_of(file: Path, common: int, number: int) -> tuple[str, str, str, str]:
    below = "".join(f"{doc_name(folder)}/" for folder in file.parts[common:-1])
    full = below + doc_name(file.name)
    # The number is for names whose bytes are no characters: escaped, they can be what another file is really named.
    return doc_name(file.stem), below + doc_name(file.stem), full, f"{full}#{number}"
