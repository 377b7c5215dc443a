"""The figures of a document while they are put together: who is mentioned where, and by what words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from wederhoor.reading.attributions.clauses import SUBJECT
from wederhoor.reading.cast import IN_MIND, Candidate, Cast, prominence
from wederhoor.records import ActorKind

Form = Literal["name", "noun", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``first`` up to ``end`` (exclusive) that mean a figure; ``head`` is their head word."""

    head: int
    first: int
    end: int
    form: Form


@dataclass(slots=True)
class Figure:
    """Somebody or some body that the text speaks of."""

    number: int
    kind: ActorKind
    key: str | None
    """The name by which speakers and the cast know it, None for what has no name."""
    plural: bool = False
    place: bool = False
    """Known as a place too: a state, a town."""
    mentions: list[Mention] = field(default_factory=list)
    nouns: dict[str, int] = field(default_factory=dict)
    """Lemma of a noun by which it was called -> the head word of the first such mention."""
    source: bool = False
    """Whether an attribution has it as its source."""
    acts: bool = False
    """Whether it does something, or something is done to it: what is only a place does not."""


@dataclass(slots=True)
class Ensemble:
    """All figures of a document, and the mentions read so far as candidates for the next pronoun."""

    cast: Cast
    figures: list[Figure] = field(default_factory=list)
    by_name: dict[str, Figure] = field(default_factory=dict)
    at: dict[int, Figure] = field(default_factory=dict)
    """Head word of a mention -> its figure."""
    trail: list[Candidate] = field(default_factory=list)

    def open(self, kind: ActorKind, key: str | None = None, *, plural: bool = False) -> Figure:
        """A new figure."""
        figure = Figure(len(self.figures), kind, key, plural)
        self.figures.append(figure)
        if key is not None:
            self.by_name[key] = figure
        return figure

    def add(self, figure: Figure, mention: Mention) -> None:
        """Note a mention; mentions come in text order."""
        figure.mentions.append(mention)
        self.at[mention.head] = figure
        word = mention.head
        kind = "organisation" if figure.kind == "state" else figure.kind
        p = self.cast.parse
        candidate = Candidate(
            word, figure.key, kind, figure.plural, prominence(p, word), self.cast.quoted[word], figure.place
        )
        self.trail.append(candidate)
        figure.acts |= p.deps[word] in SUBJECT

    def before(self, word: int) -> Iterator[Candidate]:
        """The mentions before a word, the nearest first, at most so many as a reader keeps in mind."""
        end = bisect_left(self.trail, word, key=lambda c: c.word)
        return iter(self.trail[max(0, end - IN_MIND) : end][::-1])
