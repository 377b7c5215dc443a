"""Where readings go: the terminal, one file, or a folder with one file per text."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from wederhoor.cli.destination import Destination
from wederhoor.cli.terminal import plain
from wederhoor.errors import WederhoorError
from wederhoor.exchange.cells import SAFE, Style

if TYPE_CHECKING:
    from wederhoor.records import Reading


class ReadingFormat(StrEnum):
    """How a reading is written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"
    csv = "csv"
    gold = "gold"


SUFFIX = {
    ReadingFormat.text: ".txt",
    ReadingFormat.json: ".json",
    ReadingFormat.jsonl: ".jsonl",
    ReadingFormat.html: ".html",
    ReadingFormat.csv: ".csv",
    ReadingFormat.gold: ".json",
}


class Sink:
    """Writes readings one by one, as ``Destination`` writes. Raises WederhoorError W401 as that does."""

    def __init__(
        self,
        form: ReadingFormat,
        out: Path | None,
        *,
        many: bool,
        texts: Iterable[Path] = (),
        private: bool = False,
        style: Style = SAFE,
    ) -> None:
        self.form = form
        self.folder = (
            out
            if out is not None and (out.is_dir() or (many and form in (ReadingFormat.html, ReadingFormat.json)))
            else None
        )
        if out is None and many and form is ReadingFormat.html:
            raise WederhoorError("W401", where="standard output", why="a page per text needs a folder")
        self._destination = Destination(out, texts, private=private)
        self._taken: set[str] = set()
        self._style = style
        self._begun = False

    def __enter__(self) -> Self:
        self._destination.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._destination.__exit__(kind, error, trace)

    def write(self, reading: Reading) -> None:
        """Write one reading in the sink's format."""
        data = self._encode(reading)
        if data is None:
            return
        if self.folder is not None:
            self._destination.write_file(self.folder / self._file_name(reading.doc), data)
        else:
            self._destination.write(data)

    def _encode(self, reading: Reading) -> bytes | None:
        """The reading in the sink's format; None if it was shown in the terminal."""
        from wederhoor.exchange import json

        if self.form is ReadingFormat.jsonl:
            return json.encode_line(reading)
        if self.form is ReadingFormat.json:
            return json.encode_pretty(reading)
        if self.form is ReadingFormat.gold:
            from wederhoor.evaluation.gold_terms import gold_line

            return gold_line(reading)
        if self.form is ReadingFormat.html:
            from wederhoor.exchange.reading_html import reading_page

            return reading_page(reading).encode()
        if self.form is ReadingFormat.csv:
            return self._table(reading)
        from wederhoor.exchange.reading_text import reading_view

        return plain(reading_view(reading), self._destination.out)

    def _table(self, reading: Reading) -> bytes:
        """The rows of a reading; in one file for all, the first has the header."""
        from wederhoor.exchange.cases.tables import encode_csv
        from wederhoor.exchange.statements import StatementLine, statement_lines

        header = self.folder is not None or not self._begun
        self._begun = True
        return encode_csv(statement_lines(reading), StatementLine, self._style, header=header)

    def _file_name(self, doc: str) -> str:
        """A document's name as a file's: the folders it came from are joined into it, and no two are the same."""
        stem = doc.replace("/", "-").replace(os.sep, "-").lstrip(".") or "text"
        name, number = stem + SUFFIX[self.form], 2
        while name in self._taken:
            name, number = f"{stem}-{number}{SUFFIX[self.form]}", number + 1
        self._taken.add(name)
        return name
