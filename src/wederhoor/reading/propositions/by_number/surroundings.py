"""The words around a number by what they are to it: what is done, to what, by whom, and which kind of number it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.reading.propositions.by_number.counted import CLOCK, Counted
from wederhoor.reading.propositions.by_number.counted_otherwise import happens_once
from wederhoor.reading.propositions.by_number.roles import (
    ASPECT,
    BESIDE,
    DEEDS,
    FAR,
    FATE,
    HEAD,
    HOUR,
    NAMES,
    ONCE,
    RATE,
    SINCE,
    THINGS,
    UNIT,
    WHICH,
)
from wederhoor.reading.propositions.by_topic.occasions import hours_among, names_among, rate_of, says_which
from wederhoor.reading.propositions.by_topic.quantities import aspect_among
from wederhoor.reading.propositions.words import key_of
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, children
from wederhoor.syntax.number_words import rank_of
from wederhoor.syntax.stretches import without

PREDICATIVE = ("ROOT", "root", "xcomp", "ccomp")
"""Relations of an adjective that says how something is: *stayed [closed]*."""


@dataclass(frozen=True, slots=True)
class NumberClause:
    """A number with the words of its sentence, but for those of a report, and those of its clause."""

    counted: Counted
    verb: int | None
    whole: Sequence[int]
    near: frozenset[int]

    @property
    def around(self) -> list[int]:
        """The words of the sentence that do not tell the number itself."""
        return [w for w in self.whole if w not in self.counted.used]


def roles_around(text: Text, clause: NumberClause) -> Iterator[tuple[str, Collection[str]]]:
    """The words around a number by their roles, in normal form."""
    one, left = clause.counted, _words_around(text, clause)
    names = {*names_among(text, left, anybody=True, titled=True)}
    beside = [w for w in left if _is_beside(text, w, clause)]
    things = _things(text, left, {part for name in names for part in name.split()})
    deeds = [w for w in without(left, beside) if _is_deed(text, w, one)]
    yield DEEDS, () if one.fate else _keys(text, deeds, clause.near)
    yield THINGS, _keys(text, things, clause.near)
    yield FAR, _keys(text, (*things, *deeds), {*left} - clause.near)
    yield BESIDE, _keys(text, beside, left)
    yield NAMES, names
    yield HEAD, _keys(text, things, _subjects(text, clause))
    yield ONCE, _keys(text, [w for w in left if one.is_day and happens_once(text, w)], clause.near)
    yield from _kinds(text, clause)


def _keys(text: Text, words: Iterable[int], among: Collection[int]) -> set[str]:
    """Some words in normal form, those that are among others."""
    return {key_of(text, w)[0] for w in words if w in among}


def _words_around(text: Text, clause: NumberClause) -> list[int]:
    """The words of a sentence that tell neither the number nor another one, nor a time."""
    return [w for w in clause.around if w not in text.time_at and w not in text.number_at]


def _subjects(text: Text, clause: NumberClause) -> list[int]:
    return [] if clause.verb is None else children(text.parse, clause.verb, *SUBJECT)


def _kinds(text: Text, clause: NumberClause) -> Iterator[tuple[str, Collection[str]]]:
    """What kind of number it is: of what unit, aspect and fate, for each of what, from when on, and at what hours."""
    one = clause.counted
    aspect = aspect_among(text, one.what, clause.whole) if one.is_unit else None
    yield UNIT, {one.what} if one.is_unit else ()
    yield ASPECT, () if aspect is None else {aspect[0]}
    yield FATE, {one.fate} if one.fate else ()
    yield RATE, rate_of(text, one.first, one.end)
    yield SINCE, since_when(text, one)
    yield WHICH, (says_which(text, [*clause.near]) - text.pack.topics.file.words.each) | {*_spells(text, clause)}
    yield HOUR, hours_among(text, clause.around)


def since_when(text: Text, one: Counted) -> set[str]:
    """*Drie weken [nadat] hij was ontslagen*: what says that a time is counted from another one."""
    p, words = text.parse, text.pack.topics.file.words
    timed = one.what == text.pack.propositions.words.hours and one.end < len(p)
    return {words.since[p.lower[one.end]]} if timed and p.lower[one.end] in words.since else set()


def _spells(text: Text, clause: NumberClause) -> Iterator[str]:
    """*In the [first] quarter*: which of several spells of time is meant."""
    p, spells = text.parse, text.pack.propositions.words.spells
    ranked = (w for w in clause.around if rank_of(p.lower[w], text.pack.numbers) is not None)
    yield from (p.lower[w] for w in ranked if p.lemmas[p.heads[w]].lower() in spells)


def _is_beside(text: Text, word: int, clause: NumberClause) -> bool:
    """*Vijf [elektrische] auto's*, *40 meter [breed]*: whether a word says of which kind what is counted is."""
    p, one = text.parse, clause.counted
    if p.heads[word] == one.noun and p.deps[word] == "amod":
        return True
    return word in clause.near and p.upos[word] == "ADJ" and (p.deps[word] == "amod" or _is_measured(text, word, one))


def _is_measured(text: Text, word: int, one: Counted) -> bool:
    """*40 meter [breed]*: whether an adjective says what is measured."""
    p = text.parse
    return word == one.end or p.heads[word] in one.used or any(c in one.used for c in p.children[word])


def _is_deed(text: Text, word: int, one: Counted) -> bool:
    """Whether a word tells what was done or how something is, and not only that there are so many."""
    p, words, topics = text.parse, text.pack.propositions.words, text.pack.topics.file.words
    being = p.upos[word] == "ADJ" and p.deps[word] in PREDICATIVE and not _is_measured(text, word, one)
    if not (being or p.upos[word] == "VERB") or (one.what == CLOCK and p.lemmas[word] in text.pack.verbs):
        return False  # at nine the police said
    light = (words.measuring, words.estimating, text.pack.closed.being, words.having, topics.light, words.postures)
    helping = (words.modes, words.going, words.become, words.making, words.keeping)
    counting = () if one.is_unit else (words.counting, topics.telling, words.presence)
    return not any(p.lemmas[word].lower() in few for few in (*light, *helping, *counting))


def _things(text: Text, words: Sequence[int], names: Collection[str]) -> list[int]:
    """The nouns among some words that tell something, and are no part of a name."""
    p, known = text.parse, text.pack.propositions.words
    idle = (known.general, known.numbers, text.pack.topics.file.words.idle, known.units)
    nouns = (w for w in words if p.upos[w] == "NOUN" and p.lower[w] not in names)
    return [w for w in nouns if not any(p.lemmas[w].lower() in few for few in idle)]
