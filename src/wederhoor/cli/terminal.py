"""Views for people: shown in the terminal, or as plain text for a file or another program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

WIDTH = 100
"""Columns of a file."""


def plain(view: RenderableType, out: Path | None) -> bytes | None:
    """The view as text without blanks at line ends; None if it was shown in the terminal."""
    from io import StringIO

    from rich.console import Console

    console = Console(soft_wrap=False, highlight=False)
    if out is None and console.is_terminal:
        console.print(view)
        return None
    text = StringIO()
    Console(file=text, width=console.width if out is None else WIDTH, no_color=True, highlight=False).print(view)
    # what the terminal has no character for is spelt out, so that it still gets the rest
    encoding = sys.stdout.encoding if out is None else "utf-8"
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines()).encode(encoding, "backslashreplace")
