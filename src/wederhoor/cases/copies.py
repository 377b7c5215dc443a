"""One voice: wire copy that several papers print is one text, and what is said in it is said once.

Texts are compared by their shingles, all runs of five words (Broder 1997). Two are copies where most of the shorter stand
in the other, for papers cut wire copy from the end. Within copies a statement counts once, in the first that has its words.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import partial

import msgspec

from wederhoor.reading.memo import Memo
from wederhoor.records import Attribution, CaseConflict, Copy, Gist, Proposition, Reading, SideRef, Study, words_at

SHINGLE = 5
"""Words in a row."""
LEAST_SHARED = 0.6
"""Of the shingles of the shorter text that the other has (containment).

Two states of a text that grows have three in four, two that quote the same words at length one in five.
"""
SHORTEST = 20
"""Shingles that a text has at least: two short notes may have all words in common."""
SAMPLED = 4
"""One shingle in so many is looked up; what has most in common has many of these in common."""
MOST_COMMON = 40
"""Texts with one shingle that a new one is compared with, the last ones: what more have is a set phrase, or wire copy."""
BETWEEN = "\0"
"""Between two texts, in no sentence of either."""
_WORD = re.compile(r"\w+")


def find_copies(readings: Sequence[Reading], memo: Memo | None = None) -> tuple[tuple[str, ...], ...]:
    """The documents that are copies of one text, in groups, in the order in which they were given."""
    memo = memo or Memo()
    known = [memo.of("shingles", (reading,), partial(shingles, reading.text)) for reading in readings]
    by_shingle: defaultdict[int, list[int]] = defaultdict(list)
    first = [*range(len(readings))]
    for number, own in enumerate(known):
        if len(own) < SHORTEST:
            continue
        sampled = memo.of("sampled", (own,), partial(_sampled, own))
        near = sorted({other for one in sampled for other in by_shingle[one][-MOST_COMMON:]})
        beside = [known[other] for other in near]
        at = memo.of("copies", (own, *beside), partial(_copied, own, beside))
        if at is not None:
            first[number] = first[near[at]]
        for one in sampled:
            by_shingle[one].append(number)
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for number, reading in enumerate(readings):
        groups[first[number]].append(reading.doc)
    return tuple(tuple(docs) for docs in groups.values() if len(docs) > 1)


def repeated(readings: Sequence[Reading], groups: Sequence[Sequence[str]]) -> tuple[Copy, ...]:
    """The statements in copies that an earlier copy has in the same words of the same speaker."""
    by_doc = {reading.doc: reading for reading in readings}
    found = []
    for docs in groups:
        known: dict[tuple[str, ...], SideRef] = {}
        for reading in (by_doc[doc] for doc in docs):
            for said in reading.attributions:
                own = SideRef(reading.doc, said.id)
                of = known.setdefault(_told(reading, said), own)
                if of.doc != own.doc:
                    found.append(Copy(side=own, of=of))
    return tuple(found)


def said_once(
    studies: Sequence[Study], groups: Sequence[Sequence[str]], copies: Sequence[Copy], memo: Memo | None = None
) -> list[Study]:
    """The studies without what copies repeat: their statements, what these put forward, and what collides among them.

    So are the author's own sentences in a copy that stand in an earlier one.
    """
    memo = memo or Memo()
    by_doc: defaultdict[str, set[SideRef]] = defaultdict(set)
    for copy in copies:
        by_doc[copy.side.doc].add(copy.side)
    texts = {study.reading.doc: study.reading.text for study in studies}
    before: dict[str, str] = {}
    for docs in groups:
        before |= {doc: BETWEEN.join(_plain(texts[one]) for one in docs[:at]) for at, doc in enumerate(docs) if at}
    once = []
    for study in studies:
        told, sides = before.get(study.reading.doc), frozenset(by_doc[study.reading.doc])
        known = (told, sides)
        once.append(study if told is None else memo.of("once", (study,), partial(_once, study, told, sides), known))
    return once


def _once(study: Study, before: str, sides: AbstractSet[SideRef]) -> Study:
    """A study without what stands in the copies ``before`` it."""
    reading = study.reading

    def is_new(item: Gist | Proposition) -> bool:
        if isinstance(item.side, str):
            return SideRef(reading.doc, item.side) not in sides
        start, end = item.side.author
        return _plain(reading.text[start:end]) not in before

    return msgspec.structs.replace(
        study,
        gists=tuple(filter(is_new, study.gists)),
        propositions=None if study.propositions is None else tuple(filter(is_new, study.propositions)),
    )


def collided_once(conflicts: Sequence[CaseConflict], copies: Sequence[Copy]) -> tuple[CaseConflict, ...]:
    """The conflicts between what was said first, each pair of statements once, numbered X1, X2, ..."""
    if not copies:
        return tuple(conflicts)
    of = {copy.side: copy.of for copy in copies}
    first: dict[frozenset[SideRef], CaseConflict] = {}
    for conflict in conflicts:
        one = msgspec.structs.replace(conflict, a=of.get(conflict.a, conflict.a), b=of.get(conflict.b, conflict.b))
        first.setdefault(frozenset((one.a, one.b)), one)
    return tuple(msgspec.structs.replace(one, id=f"X{n}") for n, one in enumerate(first.values(), start=1))


def sampled_shingles(text: str) -> tuple[int, list[int]]:
    """How many shingles a text has, and those of them by which it is looked up, sorted: the same numbers every time."""
    own = shingles(text)
    return len(own), _sampled(own)


def contains(one: set[int], other: set[int]) -> bool:
    """Whether texts of these shingles are copies: both long enough, and most of the shorter stands in the other."""
    least = min(len(one), len(other))
    return least >= SHORTEST and len(one & other) >= LEAST_SHARED * least


def _sampled(own: set[int]) -> list[int]:
    return sorted(one for one in own if one % SAMPLED == 0)


def _copied(own: set[int], others: Sequence[set[int]]) -> int | None:
    """Which of some texts one is a copy of, the first."""
    return next((at for at, other in enumerate(others) if contains(own, other)), None)


def shingles(text: str) -> set[int]:
    """The runs of words of a text, each as a number."""
    words = [zlib.crc32(word.encode()) for word in _WORD.findall(text.lower())]
    return {hash(tuple(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1)}


def _told(reading: Reading, said: Attribution) -> tuple[str, ...]:
    return (said.speaker or "", said.attitude, said.polarity, _plain(words_at(reading.text, said.content)))


def _plain(text: str) -> str:
    return " ".join(text.split())
