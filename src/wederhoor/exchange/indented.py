"""Lines behind an indent, for views in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions
from rich.text import Text

INDENT = 4


class Indented:
    """Parts one after the other behind an indent, as many to a line as fit. Lines end without blanks, for diffs."""

    def __init__(self, indent: int, *parts: Text) -> None:
        self.indent = indent
        self.parts = parts

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        width = max(options.max_width - self.indent, 20)
        rows = [Text()]
        for part in self.parts:
            joined = Text.assemble(rows[-1], (" · ", "dim"), part) if rows[-1] else part
            if joined.cell_len <= width or not rows[-1]:
                rows[-1] = joined
            else:
                rows.append(part)
        for row in rows:
            for line in row.wrap(console, width):
                indented = Text(" " * self.indent).append_text(line)
                indented.rstrip()
                yield indented
