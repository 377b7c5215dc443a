"""Texts in Parquet files: one a row, in columns that are called as those of a CSV are."""

from __future__ import annotations

import io
from collections.abc import Iterator

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from wederhoor.documents.formats.rows import COLUMNS
from wederhoor.errors import WederhoorError

AT_ONCE = 64
"""Rows that are in memory together."""
SLICES = 32
"""Of a row group, at most: to come to a slice, what stands before it in the group is unpacked."""


def slices_of(path: str, source: str, size: int) -> Iterator[tuple[int, int, int]]:
    """First row, end and bytes of each stretch of about ``size`` rows. Raises W114 for a file without texts in it."""
    with _opened(path, source) as file:
        _columns(file, source)
        first = 0
        for number in range(file.metadata.num_row_groups):
            group = file.metadata.row_group(number)
            step = max(size, -(-group.num_rows // SLICES))
            for start in range(0, group.num_rows, step):
                rows = min(step, group.num_rows - start)
                yield first + start, first + start + rows, group.total_byte_size * rows // group.num_rows
            first += group.num_rows


def rows_as_lines(path: str, start: int, end: int) -> bytes:
    """Some rows as JSON Lines, those columns that are of use, days as ISO 8601. Raises W104 and W114."""
    lines = io.BytesIO()
    with _opened(path, path) as file:
        columns, groups, first = _columns(file, path), list[int](), None
        at = 0
        for number in range(file.metadata.num_row_groups):
            rows = file.metadata.row_group(number).num_rows
            if at < end and at + rows > start:
                groups.append(number)
                first = at if first is None else first
            at += rows
        at = first or 0
        for batch in file.iter_batches(AT_ONCE, row_groups=groups, columns=columns, use_threads=False):
            if at >= end:
                break
            for number, row in enumerate(batch.to_pylist(), at):
                if start <= number < end:
                    lines.write(msgspec.json.encode({name: _plain(value) for name, value in row.items()}) + b"\n")
            at += batch.num_rows
    return lines.getvalue()


def _opened(path: str, source: str) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(path, buffer_size=1 << 20, pre_buffer=False)
    except OSError as error:
        raise WederhoorError("W104", where=source, why=error.strerror or error) from None
    except pa.ArrowInvalid as error:
        raise _unreadable(source, f"it is broken ({type(error).__name__})", "Make it again") from None


def _columns(file: pq.ParquetFile, source: str) -> list[str]:
    known = {name for names in COLUMNS.values() for name in names}
    found = [name for name in file.schema_arrow.names if name.strip().lower() in known]
    if not any(name.strip().lower() in COLUMNS["text"] for name in found):
        raise _unreadable(source, "it has no column of texts", f"Call it one of {', '.join(COLUMNS['text'][:4])}")
    return found


def _unreadable(source: str, why: str, remedy: str) -> WederhoorError:
    return WederhoorError("W114", where=source, kind="a Parquet file", why=why, remedy=remedy)


def _plain(value: object) -> object:
    if isinstance(value, str | int | float) or value is None:
        return value
    day = getattr(value, "isoformat", None)
    return day() if callable(day) else str(value)
