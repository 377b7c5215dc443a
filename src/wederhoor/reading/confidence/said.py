"""What the signs of doubt look at: a statement in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.reading.holders import words_in
from wederhoor.records import Attribution, Span
from wederhoor.records.parse import Parse
from wederhoor.syntax.phrases import head_of


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in word numbers; ``holder`` is the head of its source."""

    attribution: Attribution
    content: tuple[int, ...]
    cue: tuple[int, ...]
    source: tuple[int, ...]
    holder: int | None


def words_said(p: Parse, attribution: Attribution) -> Said:
    """A statement in words."""
    source = words_in(p, attribution.source[0]) if attribution.source else range(0)
    holder = head_of(p, source.start, source.stop) if source else None
    return Said(attribution, _words(p, attribution.content), _words(p, attribution.cue), tuple(source), holder)


def _words(p: Parse, spans: Sequence[Span]) -> tuple[int, ...]:
    return tuple(w for span in spans for w in words_in(p, span))
