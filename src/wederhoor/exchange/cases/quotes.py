"""The exact words of items of a case, with document, offsets, speaker, date, and how the speaker stands to them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec

from wederhoor.exchange.grounding import check_grounded
from wederhoor.records import (
    AUTHOR,
    Attitude,
    Attribution,
    Case,
    Certainty,
    Event,
    Holder,
    Passage,
    Polarity,
    Reading,
    Ref,
    SideRef,
    Span,
    Stance,
    reporters,
    stances_of,
    words_at,
)
from wederhoor.records.stretches import whole

_LINE_END = re.compile("\n")


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a document. ``spans`` are their offsets in code points, ends exclusive; ``place`` is ``line:column`` from 1.

    ``words`` has a mark where they do not follow each other, ``full`` all that stands from the first to the last. ``holder`` is
    ``author``, else the speaker's name, None for unnamed authority; ``holder_id`` is ``author`` or the id of the statement that
    they stand in. ``attitude``, ``polarity`` and ``certainty`` are that statement's, ``verb`` the words of its cue and ``stance``
    what these come to: None for the author's own, and ``verb`` also where there is no cue. ``by_way_of`` are those on whose word
    the statement comes, the nearest first, by name as ``holder``. ``date`` is the document's. ``also_in`` are the
    copies of the document that print the same words.
    """

    doc: str
    date: str | None
    holder: str | None
    holder_id: Holder
    words: str
    full: str
    spans: tuple[Span, ...]
    place: str
    stance: Stance | None = None
    verb: str | None = None
    attitude: Attitude | None = None
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    by_way_of: tuple[str | None, ...] = ()
    also_in: tuple[str, ...] = ()

    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The whole stretch, cut where something interrupts the words; each piece with whether it is of them."""
        first = self.spans[0][0]
        return whole(self.full, [(start - first, end - first) for start, end in self.spans])


class Quotes:
    """Finds the words of items. Raises UngroundedReadingError for a reading that does not stand on its text."""

    def __init__(self, case: Case) -> None:
        self._texts = {reading.doc: _Text(reading) for reading in case.documents}
        self._copies = {doc: docs for docs in case.copies for doc in docs}
        self._made: dict[tuple[str, tuple[Span, ...], Holder], Quote] = {}

    def side(self, side: SideRef) -> Quote:
        """The words of a statement, or of the author's sentence."""
        if not isinstance(side.side, str):
            return self.at(side.doc, (side.side.author,), AUTHOR)
        attribution = self._texts[side.doc].attributions[side.side]
        return self.at(side.doc, attribution.content, attribution.id)

    def passage(self, side: SideRef, words: Passage | None) -> Quote:
        """Some of the words of a statement, all of them where these are not known."""
        if words is None:
            return self.side(side)
        return self.at(words.doc, (words.span,), side.side if isinstance(side.side, str) else AUTHOR)

    def words(self, words: Passage | None) -> str | None:
        """Words of a document as they stand there."""
        return None if words is None else words_at(self._texts[words.doc].reading.text, (words.span,))

    def event(self, ref: Ref) -> Quote:
        """The words that tell of an event."""
        event = self._texts[ref.doc].events[ref.id]
        return self.at(ref.doc, (event.span,), event.holder)

    def at(self, doc: str, spans: Sequence[Span], holder: Holder) -> Quote:
        """Words at spans that ``holder`` is quoted with."""
        key = doc, tuple(sorted(spans)), holder
        if key not in self._made:  # in many cells, under many rules
            self._made[key] = self._quote(*key)
        return self._made[key]

    def _quote(self, doc: str, spans: tuple[Span, ...], holder: Holder) -> Quote:
        text = self._texts[doc]
        said_by = text.attributions.get(holder)
        quote = Quote(
            doc=doc,
            date=text.reading.date,
            holder=AUTHOR,
            holder_id=holder,
            words=words_at(text.reading.text, spans),
            full=text.reading.text[spans[0][0] : spans[-1][1]],
            spans=spans,
            place=text.place(spans[0][0]),
            also_in=self._also_in(doc, text.reading.text[spans[0][0] : spans[-1][1]]),
        )
        if said_by is None:
            return quote
        return msgspec.structs.replace(
            quote,
            holder=said_by.speaker,
            stance=text.stances[said_by.id],
            verb=words_at(text.reading.text, said_by.cue) or None,
            attitude=said_by.attitude,
            polarity=said_by.polarity,
            certainty=said_by.certainty,
            by_way_of=tuple(outer.speaker for outer in reporters(said_by, text.attributions)),
        )

    def _also_in(self, doc: str, words: str) -> tuple[str, ...]:
        plain = " ".join(words.split())
        others = (other for other in self._copies.get(doc, ()) if other != doc)
        return tuple(other for other in others if plain in self._texts[other].plain)


class _Text:
    """A reading with its statements by id, their holders' stances, and the beginnings of its lines."""

    def __init__(self, reading: Reading) -> None:
        check_grounded(reading)
        self.reading = reading
        self.attributions: Mapping[str, Attribution] = {a.id: a for a in reading.attributions}
        self.stances = stances_of(reading.attributions)
        self.events: Mapping[str, Event] = {e.id: e for e in reading.events}
        self._lines = (0, *(end.end() for end in _LINE_END.finditer(reading.text)))

    @cached_property
    def plain(self) -> str:
        """The text with one blank for all that stands between two words."""
        return " ".join(self.reading.text.split())

    def place(self, offset: int) -> str:
        line = bisect_right(self._lines, offset)
        return f"{line}:{offset - self._lines[line - 1] + 1}"
