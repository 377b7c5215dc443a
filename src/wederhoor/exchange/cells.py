"""Tables as CSV (RFC 4180) in UTF-8: what no spreadsheet takes for a formula, and on request what Excel opens as it is.

A cell that begins like a formula gets an apostrophe before it (OWASP, CSV injection); ``raw`` leaves every cell as the text
has it, for programs. ``excel`` puts a byte order mark in front and semicolons between, as Excel expects them in countries
that write a decimal comma.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

import msgspec

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class Style(msgspec.Struct, frozen=True):
    """How a table is written; see the module."""

    raw: bool = False
    excel: bool = False


SAFE: Final = Style()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    if len(cell) < 2 or cell[0] not in _FORMULA:  # a lone sign is a polarity
        return cell
    return cell if cell[1:].replace(".", "", 1).isdigit() else f"'{cell}"


def first_line(names: Iterable[str], style: Style) -> str:
    """The first line."""
    return ("\ufeff" if style.excel else "") + lines([names], style)


def lines(rows: Iterable[Iterable[str]], style: Style) -> str:
    """The lines of rows, each ending in CRLF."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if style.excel else ",", lineterminator="\r\n")
    writer.writerows([cell if style.raw else guarded(cell) for cell in row] for row in rows)
    return text.getvalue()
