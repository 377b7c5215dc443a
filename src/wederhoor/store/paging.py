"""One page of a list: the rows behind a cursor, in the order of an index, and where the next page begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, tuple_

from wederhoor.errors import WederhoorError
from wederhoor.store.listed import Page, Row

PAGE = 50


def page(
    db: Connection,
    chosen: Select[Any],
    keys: Sequence[ColumnElement[Any]],
    convert: Callable[[RowMapping], Row],
    after: str | None,
    limit: int,
    *,
    down: bool = False,
) -> Page[Row]:
    """One page by the order of ``keys``, the last of which is unique."""
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
    return Page(tuple(convert(row) for row in found[:limit]), next_)


def _cursor(after: str, keys: Sequence[ColumnElement[Any]]) -> list[Any]:
    try:
        return [key.type.python_type(part) for key, part in zip(keys, after.split("~"), strict=True)]
    except ValueError:
        raise WederhoorError(
            "W808", what="page", name=after, where="the list", remedy="Begin with the first."
        ) from None
