"""What a case answers with: a page of a list that says how to go on, what a search found, what there is in all."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from wederhoor.records import Span

Row = TypeVar("Row")


class Page(msgspec.Struct, Generic[Row], frozen=True):
    """Rows of a list; ``next`` is what gives the page after it, None on the last one."""

    rows: tuple[Row, ...]
    next: str | None


class Found(msgspec.Struct, Generic[Row], frozen=True):
    """What a search found. ``total`` stops at ``most``; ``marks`` are for every row the words that were looked for."""

    rows: tuple[Row, ...]
    marks: tuple[tuple[Span, ...], ...]
    next: str | None
    total: int
    most: int


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What is in a case. ``first`` and ``last`` are days of its documents, ``imported_at`` the last import, UTC.

    ``changed_at`` is the last import or correction, whichever came later; ``description`` is what people say of the case.
    """

    documents: int
    statements: int
    events: int
    forecasts: int
    speakers: int
    corrections: int
    stale: int
    unmatched: int
    """Documents whose conflicts with others are still to be found."""
    first: str | None
    last: str | None
    imported_at: str | None
    changed_at: str | None
    description: str | None
    made_by: tuple[str, ...]
    revision: str
