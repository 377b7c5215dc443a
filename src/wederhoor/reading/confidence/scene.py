"""What the signs of doubt look at: a statement in words, and who is known in its document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wederhoor.reading.actors.voices import head_of
from wederhoor.reading.cast import Cast
from wederhoor.reading.holders import words_in
from wederhoor.records import Actor, Attribution, Span
from wederhoor.syntax.parse import Parse


@dataclass(frozen=True, slots=True)
class SaidWords:
    """A statement in word numbers; ``holder`` is the head of its source."""

    attribution: Attribution
    content: tuple[int, ...]
    cue: tuple[int, ...]
    source: tuple[int, ...]
    holder: int | None


@dataclass(frozen=True, slots=True)
class ConfidenceScene:
    """Who is known in a document. ``names`` are the fullest forms of all names, ``persons`` those of people."""

    cast: Cast
    actors: Mapping[str, Actor]
    names: frozenset[str]
    persons: frozenset[str]
    given: frozenset[str]
    """First names of the language."""

    def words_of(self, attribution: Attribution) -> SaidWords:
        p = self.cast.parse
        source = words_in(p, attribution.source[0]) if attribution.source else range(0)
        holder = head_of(p, source) if source else None
        return SaidWords(attribution, _words(p, attribution.content), _words(p, attribution.cue), tuple(source), holder)


def scene_of(cast: Cast, actors: Sequence[Actor]) -> ConfidenceScene:
    """Look up once what every statement of a document is held against."""
    names = cast.pack.names
    return ConfidenceScene(
        cast,
        {actor.id: actor for actor in actors},
        frozenset(cast.names),
        frozenset(cast.persons),
        names.given_women | names.given_men,
    )


def _words(p: Parse, spans: Sequence[Span]) -> tuple[int, ...]:
    return tuple(w for span in spans for w in words_in(p, span))
