"""The exact words of items of a case, with document, offsets, speaker and date."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

import msgspec

from wederhoor.exchange.grounding import check_grounded
from wederhoor.exchange.voices import words
from wederhoor.records import Attribution, Case, Event, Holder, Reading, Ref, SideRef, Span

AUTHOR: Holder = "author"
_LINE_END = re.compile("\n")


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a document. ``spans`` are their offsets in code points, ends exclusive; ``place`` is ``line:column`` from 1.

    ``holder`` is ``author``, else the speaker's name, None for unnamed authority; ``holder_id`` is ``author`` or the id of the
    statement that they stand in. ``date`` is the document's.
    """

    doc: str
    date: str | None
    holder: str | None
    holder_id: Holder
    words: str
    spans: tuple[Span, ...]
    place: str


class Quotes:
    """Finds the words of items. Raises UngroundedReadingError for a reading that does not stand on its text."""

    def __init__(self, case: Case) -> None:
        self._texts = {reading.doc: _Text(reading) for reading in case.documents}

    def side(self, side: SideRef) -> Quote:
        """The words of a statement, or of the author's sentence."""
        if not isinstance(side.side, str):
            return self.at(side.doc, (side.side.author,), AUTHOR)
        attribution = self._texts[side.doc].attributions[side.side]
        return self.at(side.doc, attribution.content, attribution.id)

    def event(self, ref: Ref) -> Quote:
        """The words that tell of an event."""
        event = self._texts[ref.doc].events[ref.id]
        return self.at(ref.doc, (event.span,), event.holder)

    def at(self, doc: str, spans: Sequence[Span], holder: Holder) -> Quote:
        """Words at spans that ``holder`` vouches for."""
        text = self._texts[doc]
        said_by = text.attributions.get(holder)
        return Quote(
            doc=doc,
            date=text.reading.date,
            holder=AUTHOR if said_by is None else said_by.speaker,
            holder_id=holder,
            words=words(text.reading.text, spans),
            spans=tuple(spans),
            place=text.place(spans[0][0]),
        )


class _Text:
    """A reading with its statements by id and the beginnings of its lines."""

    def __init__(self, reading: Reading) -> None:
        check_grounded(reading)
        self.reading = reading
        self.attributions: Mapping[str, Attribution] = {a.id: a for a in reading.attributions}
        self.events: Mapping[str, Event] = {e.id: e for e in reading.events}
        self._lines = (0, *(end.end() for end in _LINE_END.finditer(reading.text)))

    def place(self, offset: int) -> str:
        line = bisect_right(self._lines, offset)
        return f"{line}:{offset - self._lines[line - 1] + 1}"
