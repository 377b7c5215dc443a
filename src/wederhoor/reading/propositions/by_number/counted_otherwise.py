"""Numbers in other words than figures, *zesmaal*, *geen enkel huis*, and the times at which something was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.by_number.counted import (
    CLOCK,
    DAY,
    MORE,
    PEOPLE,
    TIMES,
    Counted,
    named,
    names_people,
    noun_of,
    of_fate,
)
from wederhoor.reading.propositions.by_topic.occasions import minutes_of
from wederhoor.reading.propositions.by_topic.quantities import POINT
from wederhoor.reading.propositions.phrases import SHARE
from wederhoor.reading.text import Text
from wederhoor.records import Time
from wederhoor.syntax.compounds import head_in
from wederhoor.syntax.numbers import Figure


def by_word(text: Text, word: int, inside: Sequence[int], whole: Sequence[int]) -> Iterator[Counted]:
    """*[Een] kwartier*, *zesmaal*, *verdubbelde*, *een [meerderheid]*, *[geen] huis*, *[niemand]*: numbers in other words."""
    p, words, topics = text.parse, text.pack.propositions.words, text.pack.topics.file.words
    lemma, form = p.lemmas[word].lower(), p.lower[word]
    before = word - 1 if word - 1 in inside else None
    own = frozenset({word})
    if form in topics.repeated:
        often = topics.repeated[form]
        yield Counted(word, word + 1, TIMES, often, often, own, is_unit=True)
    elif form in topics.shares:
        low, high = topics.shares[form]
        yield Counted(word, word + 1, SHARE, low, high, own, is_unit=True)
    elif lemma in topics.multiplied:
        more = topics.multiplied[lemma]
        yield Counted(word, word + 1, f"{SHARE} {MORE}", more - POINT, more + POINT, own, is_unit=True)
    elif form in words.none or form in words.nobody:
        yield from _none(text, word, inside, whole)
    elif before is not None and lemma in words.scales and p.lower[before] in words.one and before not in text.number_at:
        unit, much = words.scales[lemma]
        yield Counted(before, word + 1, unit, much, much, frozenset({before, word}), is_unit=True)


def _none(text: Text, word: int, inside: Sequence[int], whole: Sequence[int]) -> Iterator[Counted]:
    """*[Geen enkel] huis*, *[niemand] raakte gewond*: that there are none."""
    p = text.parse
    figure = Figure(word, word + 1, 0.0, 0.0)
    one = of_fate(text, figure, Counted(word, word + 1, PEOPLE, 0.0, 0.0, frozenset({word}), yes=True), inside, whole)
    noun = noun_of(text, figure, inside)
    whole_of = word + 1 < len(p) and p.lower[word + 1] in text.pack.closed.of
    if p.lower[word] in text.pack.propositions.words.nobody and not whole_of:
        yield replace(one, people=True, yes=True)
        return
    if noun is not None:
        people = names_people(text, noun) or bool(one.fate)
        yield replace(one, what=named(text, noun), used=one.used | {noun}, noun=noun, people=people, yes=True)


def time_told(text: Text, time: Time) -> Iterator[Counted]:
    """*Om kwart over drie*, *op dinsdag 4 mei*: when it was."""
    words = words_in(text.parse, time.span)
    own = frozenset(words)
    if time.type == "time" and (minutes := minutes_of(time.value)) is not None and not _is_near(text, words[0]):
        yield Counted(words[0], words[-1] + 1, CLOCK, minutes, minutes, own, is_unit=True)
    elif time.type == "date" and words[0] in text.told_time_at:
        low, high = (float(date.fromisoformat(day).toordinal()) for day in text.told_time_at[words[0]])
        yield Counted(words[0], words[-1] + 1, DAY, low, high, own, is_unit=True)


def _is_near(text: Text, word: int) -> bool:
    """*Kort na tien uur*, *rond middernacht*, *tot drie uur*: whether it was near an hour or up to it, and not at it."""
    before = {text.parse.lower[w] for w in range(max(0, word - 2), word)}
    return not before.isdisjoint(text.pack.topics.file.words.near_times)


def happens_once(text: Text, word: int) -> bool:
    """Whether a word tells of what is only once: *overleed*, *de oprichting*."""
    p = text.parse
    lemma, known = p.lemmas[word].lower(), text.pack.topics.file.words.happening
    return p.upos[word] in ("VERB", "NOUN") and (lemma in known or head_in(lemma, known, text.pack.hooks) is not None)
