"""What a notebook shows of a record: a small table. All words come from texts, so that all are escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

MOST: Final = 20
"""Rows that are shown; how many more there are is said."""


def listing(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in HTML, without style or script. ``head`` names the columns as the format does."""
    body = "".join(f"<tr>{_cells(row, 'td')}</tr>" for row in rows[:MOST])
    more = f"<p>… {len(rows) - MOST} more</p>" if len(rows) > MOST else ""
    caption = f"<caption>{escape(title)}</caption>"
    return f"<table>{caption}<thead><tr>{_cells(head, 'th')}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cells(cells: Iterable[str], tag: str) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)
