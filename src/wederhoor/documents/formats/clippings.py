"""Articles of a database of newspapers, many in one file of a word processor, as Nexis hands them out.

Each has its headline, its outlet and its day, a line each; what is known of it; the word *Body*; the article; *Load-Date:*; and
the line *End of Document*. A cover and a list of what is in the file may stand before the first.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from wederhoor.documents.formats.extract import Extract, in_paragraphs, one_line
from wederhoor.records.prepared import prepared

_DAY: Final = re.compile(
    r"(?:(?P<d1>\d{1,2})\.? (?P<m1>[^\W\d]+)|(?P<m2>[^\W\d]+) (?P<d2>\d{1,2}),?) (?P<year>\d{4})\b"
)
"""*12 maart 2031*, *March 12, 2031*; a day of the week or an hour may follow."""


class _Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    body: tuple[str, ...]
    end: tuple[str, ...]
    after: tuple[str, ...]
    byline: tuple[str, ...]
    loaded: tuple[str, ...]
    months: Mapping[str, int]


@cache
def _marks() -> _Marks:
    data = files("wederhoor.documents.formats").joinpath("clippings.toml").read_bytes()
    return msgspec.toml.decode(data, type=prepared(_Marks))


def clippings_in(paragraphs: Sequence[str], kind: str) -> list[Extract]:
    """The articles, numbered from 1, of a file that is such a collection; empty for every other.

    It is one where a line says that an article ends, and before each such line one says where its body begins, behind a line
    that begins with a day.
    """
    lines = [line for line in map(one_line, paragraphs) if line]
    pieces = list(_pieces(lines))
    found = [_clipping(piece, str(number), kind) for number, piece in enumerate(pieces, 1)]
    whole = [one for one in found if one is not None]
    return whole if len(whole) == len(pieces) else []


def _pieces(lines: Sequence[str]) -> Iterator[list[str]]:
    """What stands before each line that ends an article. What stands behind the last is none."""
    piece: list[str] = []
    for line in lines:
        if line.lower() in _marks().end:
            yield piece
            piece = []
        else:
            piece.append(line)


def _clipping(lines: Sequence[str], part: str, kind: str) -> Extract | None:
    marks = _marks()
    body = next((at for at, line in enumerate(lines) if line.lower() in marks.body), None)
    if body is None:
        return None
    head = lines[:body]
    dated = next((at for at in range(len(head) - 1, 1, -1) if _DAY.match(head[at]) and _day(head[at])), None)
    text, starts = in_paragraphs(_article(lines[body + 1 :]), head[dated - 2] if dated else None)
    if dated is None or not text:
        return None
    beside = head[dated + 1 :]
    return Extract(
        text=text,
        kind=kind,
        part=part,
        starts=starts,
        title=head[dated - 2],
        publisher=head[dated - 1],
        date=_day(head[dated]),
        byline=next((told for line in beside if (told := _behind(line, marks.byline))), None),
    )


def _article(lines: Sequence[str]) -> list[str]:
    """The lines up to those that say how it was filed."""
    marks = _marks()
    ends = (at for at, line in enumerate(lines) if line.lower() in marks.after or line.lower().startswith(marks.loaded))
    return list(lines[: next(ends, len(lines))])


def _behind(line: str, labels: Sequence[str]) -> str | None:
    """What stands behind one of the labels with which a line begins."""
    label = next((label for label in labels if line.lower().startswith(label)), None)
    return None if label is None else line[len(label) :].strip() or None


def _day(line: str) -> str | None:
    found = _DAY.match(line)
    if not found:
        return None
    month = _marks().months.get((found["m1"] or found["m2"]).lower())
    try:
        return dt.date(int(found["year"]), month or 0, int(found["d1"] or found["d2"])).isoformat()
    except ValueError:
        return None
