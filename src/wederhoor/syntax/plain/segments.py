"""A stretch cut at its joints: the words between them, with what opens them."""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.syntax.plain.words import PlainWords
from wederhoor.syntax.stretches import longest_at


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two joints, with what opens them: a comma, a conjunction, words that open a clause."""

    first: int
    end: int
    comma: int | None = None
    conjunction: int | None = None
    opener: tuple[int, int] | None = None
    aside: int | None = None
    """The comma behind an opener: *as a result, rents fall*."""


def segments(words: PlainWords, first: int, end: int, *, parted: bool = True) -> list[Segment]:
    """The words of a stretch between commas, the words that open a clause and, if ``parted``, conjunctions."""
    found: list[Segment] = []
    here = first
    while here < end:
        comma = here if words.p.words[here] == "," else None
        here += comma is not None
        conjunction = here if here < end and words.p.lower[here] in words.pack.closed.conjunctions else None
        here += conjunction is not None
        behind = opener_end(words, here, end)
        opener = (here, behind) if behind > here else None
        aside = behind if _is_aside(words, here, behind, end) else None
        behind += aside is not None
        begun = here < end and _opens_phrase(words, here) > 0
        stop = next(
            (w for w in range(max(behind, here + 1), end) if _is_joint(words, w, end, begun=begun, parted=parted)), end
        )
        found.append(Segment(behind, stop, comma, conjunction, opener, aside))
        here = stop
    return found


def _is_aside(words: PlainWords, first: int, behind: int, end: int) -> bool:
    """Whether an adverbial that opens a clause has a comma behind it."""
    told = first < behind < end - 1 and words.p.words[behind] == ","
    return told and is_adverbial(tuple(words.p.lower[first:behind]), words.pack)


def _is_joint(words: PlainWords, word: int, end: int, *, begun: bool, parted: bool) -> bool:
    """Whether a segment ends before a word; ``begun``: with a phrase of cause, behind which *there* opens a clause."""
    p = words.p
    if begun and p.lower[word] in words.pack.closed.expletives:
        return True
    joins = p.lower[word] in words.pack.closed.conjunctions and (parted or p.words[word - 1] == ",")
    return p.words[word] == "," or joins or opener_end(words, word, end) > word


def opener_end(words: PlainWords, word: int, end: int) -> int:
    """The word behind those that open a clause at a word; that word where none do, and before a phrase of cause."""
    grammar = words.pack.grammar
    if word >= end:
        return word
    long = longest_at(words.p, word, (o for o in grammar.clause_openers if o not in grammar.turns))
    return word + long if long > _opens_phrase(words, word) else word


def _opens_phrase(words: PlainWords, word: int) -> int:
    """How many words of a preposition of cause stand at a word; none of one word, which opens a clause too (*as*)."""
    connectives = words.pack.causes.connectives.get(words.p.lower[word], ())
    phrases = (e.words for e in connectives if e.frame == "phrase" and (len(e.words) > 1 or e.lacking))
    return longest_at(words.p, word, phrases)


def is_adverbial(opener: tuple[str, ...], pack: LanguagePack) -> bool:
    """*so*, *as a result*: stands in a main clause."""
    return any(
        e.frame == "adverb" and e.words in (opener, (",", *opener))
        for f in (opener[0], ",")
        for e in pack.causes.connectives.get(f, ())
    )
