"""A statement with what stands around it, for readers of set words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.by_side.cues import Worded, worded
from wederhoor.reading.standing import holds_in_a_case
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, ConflictSide, Span
from wederhoor.syntax.predicates import is_question

UNHELD = ("want", "hope", "fear", "ask")
"""Attitudes by which nobody says that it is so."""


@dataclass(frozen=True, slots=True)
class HeldWords:
    """What somebody, or the author, holds to be so, sentence by sentence."""

    side: ConflictSide
    words: Sequence[int]
    by: Attribution | None
    """The statement; None of an author's."""
    sentences: tuple[Worded, ...]
    """Its words in each sentence that neither asks, supposes nor leaves open what it tells."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A statement, the words that report it, and those around it."""

    side: ConflictSide
    by: Attribution | None
    """None of an author's."""
    span: Span
    told: Worded
    whole: Worded
    """With what is spoken of: *“A disaster”, she said of [the tram]*."""
    cue: Worded
    about: tuple[int, ...]
    around: tuple[int, ...]
    """The words around a report in its sentence, where who speaks is told: *says [a teacher at Brantley High]*."""

    @property
    def speaker(self) -> list[str]:
        """The last name of who speaks, or nothing."""
        return [self.by.speaker.split()[-1].lower()] if self.by is not None and self.by.speaker else []


def held_words(text: Text, side: ConflictSide, words: Sequence[int], by: Attribution | None) -> HeldWords | None:
    """What a statement holds to be so; None where its holder does not say that, or it has no words."""
    if not words or (by is not None and by.attitude in UNHELD):
        return None
    p, found = text.parse, list[Worded]()
    for number in dict.fromkeys(p.sentence_of[w] for w in words):
        first, end = p.sentences[number]
        told = [w for w in words if first <= w < end]
        if not is_question(p, told[0]) and not holds_in_a_case(text, range(first, end)):
            found.append(worded(text, told))
    return HeldWords(side, words, by, tuple(one for one in found if not one.has(text.pack.sided.left_open)))


def whole_of(text: Text, side: ConflictSide, words: Sequence[int], by: Attribution | None) -> Whole:
    """A statement with what stands around it."""
    p, about = text.parse, tuple(_topic(text, by))
    cue = () if by is None else [w for span in by.cue for w in words_in(p, span)]
    span = p.span(words[0], words[-1] + 1) if by is None else by.content[0]
    whole = worded(text, {*words, *about})
    sentence = () if by is None else range(*text.sentence(whole.words[0]))
    around = tuple(w for w in sentence if w not in whole.words)
    return Whole(side, by, span, worded(text, words), whole, worded(text, cue), about, around)


def _topic(text: Text, by: Attribution | None) -> Sequence[int]:
    """*“A disaster”, she said of [the tram in Wexcombe]*: the words of what is spoken of, to the end of the sentence."""
    p, topic = text.parse, text.pack.sided.file.topic
    ends = [
        end for span in (by.cue + by.source if by is not None else ()) if (end := words_in(p, span)[-1] + 1) < len(p)
    ]
    first = next((end for end in ends if p.lower[end] in topic), None)
    return () if first is None else range(first + 1, p.sentences[p.sentence_of[first]][1])
