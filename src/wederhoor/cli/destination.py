"""Where bytes go: standard output or files. None takes its name before it is complete, none is one of the texts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from wederhoor.errors import WederhoorError


class Destination:
    """Standard output, or the file ``out`` where that is given, which is opened at the first write.

    A file takes its name only at the end, so that nothing half written is left. Raises WederhoorError W401 where a file
    cannot be written, or is one of ``texts``, files that are read and never altered.
    """

    def __init__(self, out: Path | None, texts: Iterable[Path] = (), *, private: bool = False) -> None:
        """``private``: files are for their owner alone, as what comes out of a case is."""
        self.out = out
        self._rights = 0o600 if private else 0o666
        self._stream: BinaryIO | None = None
        self._partial: Path | None = None
        self._written = 0
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

    def write(self, data: bytes) -> None:
        """Write what is complete by itself: a run that is stopped leaves all that was written so far."""
        if self.out is None:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            with _writing(self.out):
                self._open(self.out).write(data)
        self._written += 1

    def write_file(self, path: Path, data: bytes) -> None:
        """Write a whole file beside ``out``."""
        self._spare_texts(path)
        with _writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_name(f".{path.name}.part")
            with open(partial, "wb", opener=self._opener) as opened:  # Path has no opener
                opened.write(data)
            partial.replace(path)

    def _open(self, path: Path) -> BinaryIO:
        if self._stream is None:
            self._spare_texts(path)
            if path.exists() and not path.is_file():  # a pipe or a device: a file must not take its place
                self._stream = path.open("wb")
            else:
                self._partial = path.with_name(f".{path.name}.part")
                self._stream = open(self._partial, "wb", opener=self._opener)  # noqa: SIM115  # Path has no opener
        return self._stream

    def _opener(self, path: str, flags: int) -> int:
        return os.open(path, flags, self._rights)

    def _spare_texts(self, path: Path) -> None:
        if path.resolve() in self._texts:
            raise WederhoorError("W401", where=path, why="it is one of the files to read")


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Says in one line what the system has against writing ``path``."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WederhoorError("W401", where=path, why=error.strerror or error) from None
