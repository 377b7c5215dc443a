"""A list that is given page by page: its rows behind a cursor, in the order of an index, and where the next page begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, tuple_

from wederhoor.errors import WederhoorError
from wederhoor.store.answers import Page, Row

PAGE = 50
LARGEST: Final = 1 << 63
"""No number in a database is as large."""


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """All rows of a list, not yet asked for, by the order of ``keys``, the last of which is unique."""

    chosen: Select[Any]
    keys: Sequence[ColumnElement[Any]]
    convert: Callable[[RowMapping], Row]
    down: bool = False
    counting: Select[Any] | None = None
    """The same rows without what is joined to them, where that is sooner counted."""


def page(db: Connection, listing: Listing[Row], after: str | None, limit: int) -> Page[Row]:
    """One page, from the beginning or behind ``after``, the ``next`` of the page before. Raises W808 for another cursor."""
    chosen, keys, down = listing.chosen, listing.keys, listing.down
    if after is not None:
        start = _cursor(after, keys)
        row = keys[0] if len(keys) == 1 else tuple_(*keys)
        bound = start[0] if len(keys) == 1 else tuple_(*start)
        chosen = chosen.where(row < bound if down else row > bound)
    ordered = chosen.order_by(*(key.desc() if down else key for key in keys)).limit(limit + 1)
    found = db.execute(ordered.add_columns(*(key.label(f"key{n}") for n, key in enumerate(keys)))).mappings().all()
    more = len(found) > limit
    end = found[limit - 1] if more else None
    next_ = None if end is None else "~".join(str(end[f"key{n}"]) for n in range(len(keys)))
    return Page(tuple(listing.convert(row) for row in found[:limit]), next_)


def every_row(db: Connection, listing: Listing[Row]) -> tuple[Row, ...]:
    """All rows of a list at once."""
    return page(db, listing, None, LARGEST - 2).rows


def count_rows(db: Connection, listing: Listing[Any]) -> int:
    """How many rows a list has on all its pages."""
    chosen = listing.chosen if listing.counting is None else listing.counting
    counted = chosen.with_only_columns(func.count(), maintain_column_froms=True)
    return int(db.execute(counted).scalar_one())


def _cursor(after: str, keys: Sequence[ColumnElement[Any]]) -> list[Any]:
    try:
        parts = [key.type.python_type(part) for key, part in zip(keys, after.split("~"), strict=True)]
    except ValueError:
        parts = []
    if not parts or any(isinstance(part, int) and not -LARGEST < part < LARGEST for part in parts):
        raise WederhoorError("W808", what="page", name=after, where="the list", remedy="Begin with the first.")
    return parts
