"""What is known of texts beside them: a table with one row per text, ``metadata.csv`` in their folder or one that is named.

Columns are file, date, outlet, title, url and language, with a comma, a semicolon or a tab between them; or one JSON object a
line with these keys. What cannot be used is told and left out: a text can be read without it.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from wederhoor.documents.decoding import decode
from wederhoor.documents.formats.rows import delimiter_of
from wederhoor.documents.load import checked_day
from wederhoor.errors import Notice, WederhoorError, notice
from wederhoor.records.prepared import prepared

NAMES: Final = ("metadata.csv", "metadata.jsonl")
"""What a table is called that lies beside texts."""
COLUMNS: Final = ("file", "date", "outlet", "title", "url", "language")
_LARGEST: Final = 50_000_000


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What a table says of one text; None where it says nothing. ``date`` is ISO 8601, ``language`` ISO 639-1."""

    file: str
    date: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None


class Table(msgspec.Struct, frozen=True):
    """The rows of a table by the files that they name, and what was left out of it."""

    path: Path
    rows: dict[str, Row]
    lines: dict[str, int]
    """The line that names each file."""
    notices: tuple[Notice, ...]

    def row_for(self, file: Path, root: Path) -> Row | None:
        """The row of a file below ``root``: named from the table's folder, from ``root``, or by its name alone."""
        for name in (_below(file, self.path.parent), _below(file, root), file.name):
            if name is not None and name in self.rows:
                return self.rows[name]
        return None

    def unused(self, used: set[str]) -> Iterator[Notice]:
        """Notices of rows that name a file which is not there."""
        for name, line in self.lines.items():
            if name not in used and not os.path.lexists(self.path.parent / name):
                yield _note(
                    self.path, line, f"there is no file {name}", "Write it as it is called, seen from the table"
                )


def beside(folder: Path) -> Path | None:
    """The table that lies in a folder, if there is one."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def read_table(path: Path) -> Table:
    """The rows of a table. Raises W102 and W103 (no text), W104 (not readable), W113 (no table)."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise WederhoorError("W104", where=path, why=getattr(error, "strerror", None) or error) from None
    if len(data) > _LARGEST:
        raise WederhoorError("W106", where=path, limit_mb=_LARGEST // 1_000_000)
    return table_of(data, path)


def table_of(data: bytes, path: Path) -> Table:
    """The rows of a table that lies, or lay, at a place. Raises W102 and W103 (no text), W113 (no table)."""
    text = decode(data, str(path)).removeprefix("\ufeff")
    notices: list[Notice] = []
    rows: dict[str, Row] = {}
    lines: dict[str, int] = {}
    found = _objects(text, path, notices) if text.lstrip().startswith("{") else _cells(text, path, notices)
    for line, cells in found:
        row = _row(cells, path, line, notices)
        if row is None:
            continue
        if row.file in rows:
            remedy = f"It is in line {lines[row.file]} already, which counts; leave one of the two"
            notices.append(_note(path, line, f"the file {row.file} has a second row", remedy))
            continue
        rows[row.file], lines[row.file] = row, line
    return Table(path, rows, lines, tuple(notices))


def _cells(text: str, path: Path, notices: list[Notice]) -> Iterator[tuple[int, Mapping[str, object]]]:
    header = text.lstrip("\r\n").partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(header), strict=True)
    try:
        names = [name.strip().casefold() for name in next(filter(None, reader), [])]
        if "file" not in names:
            raise WederhoorError("W113", where=path, why="its first line has no column called file")
        notices += [_unknown(path, reader.line_num, name) for name in names if name not in COLUMNS]
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, dict(zip(names, cells, strict=False))
    except csv.Error as error:
        notices.append(_note(path, reader.line_num, f"it is no CSV ({error})", "Mend the quotation marks there"))


def _objects(text: str, path: Path, notices: list[Notice]) -> Iterator[tuple[int, Mapping[str, object]]]:
    strange: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            cells = msgspec.json.decode(line, type=prepared(dict[str, object]))
        except (msgspec.DecodeError, RecursionError):
            notices.append(_note(path, number, "it is no JSON object", "Write one object per line"))
            continue
        for name in cells.keys() - COLUMNS - strange:
            notices.append(_unknown(path, number, name))
            strange.add(name)
        yield number, cells


def _unknown(path: Path, line: int, name: str) -> Notice:
    return _note(path, line, f"there is no use for the column {name}", f"Columns are {', '.join(COLUMNS)}")


def _row(cells: Mapping[str, object], path: Path, line: int, notices: list[Notice]) -> Row | None:
    said = {name: str(cells[name]).strip() for name in COLUMNS if cells.get(name) is not None}
    said = {name: value for name, value in said.items() if value}
    file = said.get("file")
    if file is None:
        notices.append(_note(path, line, "it names no file", "Write the name of a text in the column file"))
        return None
    if "date" in said:
        try:
            checked_day(said["date"], file)
        except WederhoorError as error:
            why = f"{said.pop('date')} is no date: {error.values['why']}"
            notices.append(_note(path, line, why, "Write year, month and day, as in 2024-02-29"))
    return Row(**{**said, "file": os.path.normpath(file)})


def _note(path: Path, line: int, why: str, remedy: str) -> Notice:
    return notice("W112", where=path, line=line, why=why, remedy=remedy)


def _below(file: Path, folder: Path) -> str | None:
    """The path of a file seen from a folder, None where it is not in it."""
    # not resolved: links keep their names
    path = os.path.relpath(os.path.abspath(file), os.path.abspath(folder))  # noqa: PTH100
    return None if path.startswith(os.pardir) else path


class Described(msgspec.Struct, frozen=True):
    """Rows of tables by the number of the text, and what is to be told of the tables."""

    rows: dict[int, Row]
    notices: tuple[Notice, ...]


def describe(texts: Sequence[tuple[Path, Path]], given: Path | None = None) -> Described:
    """The row of each text, a file and the folder that was asked for, in the table ``given`` or in one beside the texts.

    A table in a folder tells of the files in it and below it; the nearest goes first.
    Raises as ``read_table`` does for a table that is ``given``; one that only lies there is told of and left out.
    """
    tables: dict[Path, Table | None] = {}
    notices: list[Notice] = []
    rows: dict[int, Row] = {}
    used: dict[Path, set[str]] = {}

    def opened(path: Path) -> Table | None:
        if path not in tables:
            try:
                tables[path] = read_table(path)
            except WederhoorError as error:
                if given is not None:
                    raise
                tables[path] = None
                notices.append(Notice(error.code, error.message))
        return tables[path]

    for number, (file, root) in enumerate(texts):
        for path in [given] if given else filter(None, map(beside, _folders(file, root))):
            table = opened(path)
            row = table and table.row_for(file, root)
            if row:
                rows[number] = row
                used.setdefault(path, set()).add(row.file)
                break
    for path, table in tables.items():
        if table is not None:
            notices += [*table.notices, *table.unused(used.get(path, set()))]
    return Described(rows, tuple(notices))


def _folders(file: Path, root: Path) -> Iterator[Path]:
    """The folder of a file and those above it, up to ``root``."""
    folder = file.parent
    yield folder
    while folder != root and root in folder.parents:
        folder = folder.parent
        yield folder
