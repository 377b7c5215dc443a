"""A stretch cut at its joints into the words of clauses, each with what opens it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from wederhoor.syntax.plain_verb_second.governed import says_why
from wederhoor.syntax.plain_verb_second.parts import ClausePart, cut
from wederhoor.syntax.plain_verb_second.words import SecondWords
from wederhoor.syntax.stretches import longest_at

Opening = Literal["", "adverb", "joining", "below", "that", "relative", "along", "phrase"]

"""What opens a clause: nothing, *daardoor*, *want*, *omdat*, *dat*, *wat*; *along* goes on with such a one, a phrase is none."""


@dataclass(frozen=True, slots=True)
class ClausePiece:
    """Words between two joints, with the comma, the conjunction, the adverbs and the words that open them."""

    first: int
    end: int
    comma: int | None
    conjunction: int | None
    focus: tuple[int, ...]
    """*[Vooral] doordat*."""
    opener: tuple[int, int]
    opening: Opening


def pieces_of(words: SecondWords, first: int, end: int, *, parted: bool) -> list[ClausePiece]:
    """The pieces of a stretch in their order; ``parted`` cuts at conjunctions, too."""
    return _roled(list(_cut(words, first, end, parted=parted)))


def _cut(words: SecondWords, first: int, end: int, *, parted: bool) -> Iterator[ClausePiece]:
    """Those between commas, the words that open a clause and, if ``parted``, conjunctions."""
    here = first
    while here < end:
        comma = here if words.p.words[here] == "," else None
        here += comma is not None
        joint = here if here < end and words.p.lower[here] in words.pack.closed.conjunctions else None
        here += joint is not None
        focus = _focus(words, here, end) if comma is not None else ()
        here += len(focus)
        opening, long = _opening(words, here, end, begins=True)
        if joint is not None and not long and _takes_up(words, joint):
            opening, long = "adverb", 1
        stop = _stop(words, here, here + long, end, parted=parted)
        piece = ClausePiece(here + long, stop, comma, joint, focus, (here, here + long), opening)
        alone = opening == "" and comma is not None and bool(phrases_why(words, piece))
        yield replace(piece, opening="phrase") if alone else piece
        here = max(stop, here + 1)


def _roled(pieces: list[ClausePiece]) -> list[ClausePiece]:
    """The pieces, those without a word of their own that opens them as what they go on with: *omdat A stijgt [en B daalt]*."""
    for n in range(1, len(pieces)):
        if (
            pieces[n].opening == ""
            and pieces[n].conjunction is not None
            and pieces[n - 1].opening in ("below", "along")
        ):
            pieces[n] = replace(pieces[n], opening="along")
    return pieces


def phrases_why(words: SecondWords, piece: ClausePiece) -> list[ClausePart]:
    """*, vooral [door meer drukte]*: a phrase that says why, and nothing else."""
    found = (parts for parts in cut(words, piece.first, piece.end) if len(parts) == 1)
    return [parts[0] for parts in found if parts[0].kind == "phrase" and says_why(words, parts[0])]


def _stop(words: SecondWords, here: int, behind: int, end: int, *, parted: bool) -> int:
    """Where a piece ends; *zowel* holds together what conjunctions would part."""
    both = any(words.is_both(w) for w in range(behind, end))
    joints = (w for w in range(max(behind, here + 1), end) if _is_joint(words, w, end, parted=parted))
    return next((w for w in joints if not both or words.p.words[w] == ","), end)


def _takes_up(words: SecondWords, joint: int) -> bool:
    """*En daarmee*: a conjunction with what stands for the clause before."""
    p = words.p
    found = words.pack.causes.connectives.get(p.lower[joint], ())
    return any(e.frame == "adverb" and e.words == tuple(p.lower[joint : joint + 2]) for e in found)


def _focus(words: SecondWords, here: int, end: int) -> tuple[int, ...]:
    """*Vooral* before what opens a clause or a phrase of cause."""
    behind = here
    while behind < end and words.is_adverb(behind) and not _opening(words, behind, end, begins=True)[1]:
        behind += 1
    found = words.pack.causes.connectives.get(words.p.lower[behind], ()) if here < behind < end else ()
    return tuple(range(here, behind)) if found else ()


def _is_joint(words: SecondWords, word: int, end: int, *, parted: bool) -> bool:
    p = words.p
    return (
        p.words[word] == ","
        or (p.lower[word] in words.pack.closed.conjunctions and (parted or p.words[word - 1] == ","))
        or (
            _opening(words, word, end, begins=False)[1] > 0
            and (parted or p.lower[word] not in words.pack.closed.alternatives)
        )
    )


def _opening(words: SecondWords, word: int, end: int, *, begins: bool) -> tuple[Opening, int]:
    """How the words at a place open a clause, and how many they are; adverbs do so only where a clause begins."""
    if word >= end:
        return "", 0
    form, closed = words.p.lower[word], words.pack.closed
    found = _connecting(words, word, end, begins=begins)
    inverted = words.pack.conditions.words.inverted
    if form in closed.conditionals and form not in inverted and _opens_phrase(words, word) < 2:
        found.append((1, "below"))
    found += [(long, "below") for long in _conditional(words, word, end) if begins]
    if form in words.pack.grammar.complementizers and (begins or form not in closed.pointing or _is_mark(words, word)):
        found.append((1, "that"))
    if begins and form in words.pack.causes.relatives:
        found.append((1, "relative"))
    long, opening = max(found, default=(0, ""))
    return opening, long


def _conditional(words: SecondWords, word: int, end: int) -> list[int]:
    """How many words of *stel dat* stand at a word."""
    entries = words.pack.conditions.by_word.get(words.p.lower[word], ())
    told = (e.words for e in entries if e.frame == "clause" and e.kind == "if" and len(e.words) > 1)
    long = longest_at(words.p, word, told)
    return [long] if 0 < long < end - word else []


def _opens_phrase(words: SecondWords, word: int) -> int:
    """How many words of a preposition of cause stand at a word."""
    entries = words.pack.causes.connectives.get(words.p.lower[word], ())
    return longest_at(words.p, word, (e.words for e in entries if e.frame == "phrase"))


def _connecting(words: SecondWords, word: int, end: int, *, begins: bool) -> list[tuple[int, Opening]]:
    """What the table of connectives has for the words at a place."""
    p = words.p
    found: list[tuple[int, Opening]] = []
    phrase = _opens_phrase(words, word)
    for entry in words.pack.causes.connectives.get(p.lower[word], ()):
        long = len(entry.words)
        if tuple(p.lower[word : word + long]) != entry.words or long < phrase or word + long > end:
            continue
        if entry.frame == "clause" and (begins or not entry.opening or _is_mark(words, word)):
            found.append((long, "below"))
        elif entry.frame in ("main", "adverb") and begins:
            found.append((long, "joining" if (entry.frame, entry.side) == ("main", "cause") else "adverb"))
    return found


def _is_mark(words: SecondWords, word: int) -> bool:
    return words.p.deps[word] == "mark"
