"""A Reading as JSON: for the eye, as one line of JSON Lines, and back. The same reading gives the same bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from wederhoor.exchange.grounding import UngroundedReadingError, check_grounded
from wederhoor.records import FORMAT, Reading
from wederhoor.records.prepared import prepared

# A span on lines of its own. A JSON string holds no raw line break, so this finds nothing inside a string.
_TALL_SPAN = re.compile(rb"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")


class UnreadableReadingError(ValueError):
    """A file holds something that is no reading of this format."""


def encode_line(reading: Reading) -> bytes:
    """One line of JSON Lines in UTF-8, with its line end."""
    return msgspec.json.encode(reading, order="deterministic") + b"\n"


def encode_pretty(reading: Reading) -> bytes:
    """Indented JSON in UTF-8, a span on one line, with a line end at the end."""
    indented = msgspec.json.format(encode_line(reading), indent=2)
    return _TALL_SPAN.sub(rb"[\1, \2]", indented) + b"\n"


def read_readings(path: Path) -> Iterator[Reading]:
    """The readings of a file, which is either one JSON object or JSON Lines; one line at a time is held in memory.

    Raises UnreadableReadingError, with file and line, for what is no reading or does not stand on its text.
    """
    with path.open("rb") as file:
        first = file.readline().removeprefix(codecs.BOM_UTF8)
        if not _is_complete(first):
            yield _decode(first + file.read(), str(path))
            return
        yield _decode(first, f"{path}:1")
        for number, line in enumerate(file, start=2):
            if line.strip():
                yield _decode(line, f"{path}:{number}")


def _is_complete(line: bytes) -> bool:
    try:
        msgspec.json.decode(line, type=prepared(msgspec.Raw))
    except msgspec.DecodeError:
        return False
    return True


def _decode(data: bytes, where: str) -> Reading:
    try:
        reading = msgspec.json.decode(data, type=prepared(Reading))
        if reading.format != FORMAT:
            raise UnreadableReadingError(f"{where}: this is {reading.format!r}; this version reads {FORMAT!r}.")
        check_grounded(reading)
    except (msgspec.DecodeError, UnicodeDecodeError, UngroundedReadingError) as error:
        raise UnreadableReadingError(f"{where}: {error}") from error
    return reading
