"""Where readings go: the terminal, one file, or a folder with one file a text; and the progress of long work."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, TypeVar

from wederhoor.errors import WederhoorError

if TYPE_CHECKING:
    from wederhoor.records import Reading

Item = TypeVar("Item")


class Format(StrEnum):
    """How a reading is written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"


SUFFIX = {Format.text: ".txt", Format.json: ".json", Format.jsonl: ".jsonl", Format.html: ".html"}


class Sink:
    """Writes readings one by one. A file takes its name only when it is complete, so that nothing half written is left.

    Raises WederhoorError W401 where a file cannot be written, or is one of ``texts``, which are read and never altered.
    """

    def __init__(self, form: Format, out: Path | None, *, many: bool, texts: Iterable[Path] = ()) -> None:
        self.form = form
        self.out = out
        self.folder = (
            out if out is not None and (out.is_dir() or (many and form in (Format.html, Format.json))) else None
        )
        if out is None and many and form is Format.html:
            raise WederhoorError("W401", where="standard output", why="a page a text needs a folder")
        self._stream: BinaryIO | None = None
        self._partial: Path | None = None
        self._written = 0
        self._taken: set[str] = set()
        self._texts = {path.resolve() for path in texts}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream is None or self.out is None:
            return
        with _writing(self.out):
            self._stream.close()
            if self._partial is None:
                return
            if kind is None or self._written:
                self._partial.replace(self.out)
            else:
                self._partial.unlink()

    def write(self, reading: Reading) -> None:
        """Write one reading in the sink's format."""
        if self.folder is not None:
            self._write_file(self.folder / self._file_name(reading.doc), self._encode(reading))
        elif self.out is not None:
            data = self._encode(reading)
            with _writing(self.out):
                self._open(self.out).write(data)
        elif self.form is Format.text:
            self._show(reading)
        else:
            sys.stdout.buffer.write(self._encode(reading))
            sys.stdout.buffer.flush()
        self._written += 1

    def progress(self, items: list[Item], what: str) -> Iterator[Item]:
        """Go through the items; on a terminal with a bar on standard error where there are several."""
        if len(items) < 2 or not sys.stderr.isatty():
            yield from items
            return
        from rich.console import Console
        from rich.progress import track

        yield from track(items, description=what, console=Console(stderr=True), transient=True)

    def _show(self, reading: Reading) -> None:
        from rich.console import Console

        from wederhoor.exchange.text import reading_view

        Console(soft_wrap=False, highlight=False).print(reading_view(reading))

    def _encode(self, reading: Reading) -> bytes:
        from wederhoor.exchange import json

        if self.form is Format.jsonl:
            return json.encode_line(reading)
        if self.form is Format.json:
            return json.encode_pretty(reading)
        if self.form is Format.html:
            from wederhoor.exchange.html import reading_page

            return reading_page(reading).encode()
        return _plain(reading).encode()

    def _open(self, path: Path) -> BinaryIO:
        if self._stream is None:
            self._spare_texts(path)
            if path.exists() and not path.is_file():  # a pipe or a device: a file must not take its place
                self._stream = path.open("wb")
            else:
                self._partial = path.with_name(f".{path.name}.part")
                self._stream = self._partial.open("wb")
        return self._stream

    def _write_file(self, path: Path, data: bytes) -> None:
        self._spare_texts(path)
        with _writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_name(f".{path.name}.part")
            partial.write_bytes(data)
            partial.replace(path)

    def _spare_texts(self, path: Path) -> None:
        if path.resolve() in self._texts:
            raise WederhoorError("W401", where=path, why="it is one of the texts to read")

    def _file_name(self, doc: str) -> str:
        """A document's name as a file's: the folders it came from are joined into it, and no two are the same."""
        stem = doc.replace("/", "-").replace(os.sep, "-").lstrip(".") or "text"
        name, number = stem + SUFFIX[self.form], 2
        while name in self._taken:
            name, number = f"{stem}-{number}{SUFFIX[self.form]}", number + 1
        self._taken.add(name)
        return name


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Says in one line what the system has against writing ``path``."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WederhoorError("W401", where=path, why=error.strerror or error) from None


def _plain(reading: Reading) -> str:
    from io import StringIO

    from rich.console import Console

    from wederhoor.exchange.text import reading_view

    text = StringIO()
    Console(file=text, width=100, no_color=True, highlight=False).print(reading_view(reading))
    return text.getvalue()
