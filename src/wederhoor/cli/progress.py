"""How far reading is, on a terminal: which text of many, and how much of a long one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console

LONG: Final = 100_000
"""Characters of a text that is read before anyone would look for a bar."""

Follow = Callable[[float], None]
"""Is told the share of a text that is read, 0 to 1."""


class Bars:
    """A bar for the texts where there are several, and one for the text in hand while that is long."""

    def __init__(self, count: int, console: Console) -> None:
        from rich.progress import Progress

        self._progress = Progress(console=console, transient=True)
        self._texts = self._progress.add_task("Reading", total=count, visible=count > 1)
        self._text = self._progress.add_task("This text", total=1.0, visible=False)

    @contextmanager
    def shown(self) -> Iterator[Bars]:
        with self._progress:
            yield self

    def begin(self, length: int) -> None:
        """A text of so many characters comes next."""
        self._progress.update(self._text, completed=0.0, visible=length >= LONG)

    def follow(self, share: float) -> None:
        self._progress.update(self._text, completed=share)

    def end(self) -> None:
        self._progress.update(self._text, visible=False)
        self._progress.advance(self._texts)


class NoBars(Bars):
    """Where no one looks."""

    def __init__(self) -> None:
        """Nothing is needed for showing nothing."""

    @contextmanager
    def shown(self) -> Iterator[Bars]:
        yield self

    def begin(self, length: int) -> None:
        pass

    def follow(self, share: float) -> None:
        pass

    def end(self) -> None:
        pass


def bars(count: int) -> Bars:
    """Bars on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        return NoBars()
    from rich.console import Console

    return Bars(count, Console(stderr=True))
