"""What the figures of some words count or measure: the noun or the unit, in one form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wederhoor.reading.propositions.by_topic.fates import PRESENT, counted_noun, fate_told, may_count
from wederhoor.reading.propositions.by_topic.quantities import MONEY, changes, measure_of
from wederhoor.reading.propositions.phrases import COUNTING, SHARE, bounds_of
from wederhoor.reading.propositions.words import key_of
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import is_plural
from wederhoor.syntax.nouns import noun_kind
from wederhoor.syntax.numbers import Figure

PEOPLE = "@people"
"""What is counted where nothing but people can be meant."""
CLOCK, DAY, TIMES = "clock", "day", "times"
"""The units of when something was, in minutes and in days, and of how often."""
MORE = "more"
"""Behind a unit: by how much something changed."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts, and the words that say that."""

    first: int
    end: int
    what: str
    low: float | None
    high: float | None
    used: frozenset[int]
    noun: int | None = None
    is_unit: bool = False
    people: bool = False
    fate: str = ""
    """What befell them."""
    yes: bool | None = None
    """Whether it is so; None where its clause says that."""

    @property
    def at(self) -> int:
        """The word by which it stands in its clause."""
        return self.end - 1 if self.noun is None else self.noun if self.noun in self.used else self.first

    @property
    def is_day(self) -> bool:
        """Whether it is a day."""
        return self.what == DAY


def summed(text: Text, measured: Sequence[Counted]) -> Iterator[Counted]:
    """*Drie uur en 25 minuten*, *two metres 30*: one measure, told in two units."""
    before: Counted | None = None
    for one in measured:
        if before is None:
            before = one
            continue
        joined = all(text.parse.upos[w] == "CCONJ" for w in range(before.end, one.first))
        exact = None not in (before.low, before.high, one.low, one.high)
        if before.what == one.what != MONEY and exact and joined:
            low, high = (before.low or 0.0) + (one.low or 0.0), (before.high or 0.0) + (one.high or 0.0)
            before = replace(before, end=one.end, low=low, high=high, used=before.used | one.used)
        else:
            yield before
            before = one
    if before is not None:
        yield before


def measured(text: Text, figure: Figure, inside: Sequence[int]) -> Counted | None:
    """A number of a unit: a share, money, a time, a length, so many times."""
    own, words = frozenset(range(figure.first, figure.end)), text.pack.propositions.words
    measure = measure_of(text, figure)
    noun = noun_of(text, figure, inside)
    if measure is not None and not (measure.unit == MONEY and _is_of_things(text, figure, noun)):
        unit = f"{measure.unit} {MORE}" if _is_change(text, figure, inside) else measure.unit
        used = own | {*measure.unit_at}
        noun = noun if measure.unit == SHARE else None
        return Counted(figure.first, max(used) + 1, unit, measure.low, measure.high, used, noun, is_unit=True)
    lemma = "" if noun is None else text.parse.lemmas[noun].lower()
    if noun is None or lemma not in words.units | text.pack.topics.file.words.times:
        return None
    low, high = bounds_of(text, figure)
    unit = TIMES if lemma in text.pack.topics.file.words.times else lemma
    return Counted(figure.first, figure.end, unit, low, high, own | {noun}, noun, is_unit=True)


def _is_change(text: Text, figure: Figure, inside: Sequence[int]) -> bool:
    """*Steeg met 3 procent*, *een stijging van 3 procent*; not *steeg tot 3 procent*: by how much something changed."""
    topics = text.pack.topics.file.words
    before = text.parse.lower[figure.first - 1] if figure.first else ""
    rising = any(key_of(text, w)[0] in topics.rising for w in inside)
    return changes(text, figure) or (figure.share and rising and before not in topics.up_to)


def _is_of_things(text: Text, figure: Figure, noun: int | None) -> bool:
    """*2,5 miljoen bezoekers*: whether a number that may be money counts something else."""
    p, money = text.parse, text.pack.propositions.words.money | text.pack.numbers.currency
    forms = {form for w in range(figure.first, figure.end) for form in (p.lower[w], p.lemmas[w].lower())}
    scales = forms & text.pack.numbers.multipliers.keys()
    return noun is not None and bool(scales) and not (forms - scales) & money and p.lemmas[noun].lower() not in money


def counted(text: Text, figure: Figure, inside: Sequence[int], whole: Sequence[int]) -> Counted | None:
    """A number of things or people; None where that is not told, or it is one of a part or comes on top."""
    if not may_count(text, figure) or _is_whole(text, figure):
        return None
    own = frozenset(range(figure.first, figure.end))
    noun = noun_of(text, figure, inside)
    low, high = bounds_of(text, figure)
    found = of_fate(text, figure, Counted(figure.first, figure.end, PEOPLE, low, high, own), inside, whole)
    if noun is None and not found.fate:  # not het dodental van de ramp
        noun = _under_number(text, whole)
    if noun is None:
        noun = _spoken_of(text, inside, whole)
    if noun is None:
        return replace(found, people=True) if found.fate or _are_together(text, figure) else None
    return replace(
        found, what=named(text, noun), used=own | {noun}, noun=noun, people=names_people(text, noun) or bool(found.fate)
    )


def is_told_again(text: Text, figure: Figure) -> bool:
    """*[De 40.000] betogers waren er in werkelijkheid 15.000*: a number that others told."""
    first = figure.first
    return "Definite=Def" in text.parse.feats[first] or (first > 0 and "Definite=Def" in text.parse.feats[first - 1])


def _is_whole(text: Text, figure: Figure) -> bool:
    """*22 of the [60] wells*: whether another number is of it."""
    before = (w for w in range(max(0, figure.first - 3), figure.first))
    of = next((w for w in before if text.parse.lower[w] in text.pack.closed.of), None)
    return of is not None and of > 0 and (of - 1 in text.number_at or _says_none(text, of - 1))


def _says_none(text: Text, word: int) -> bool:
    words = text.pack.propositions.words
    return text.parse.lower[word] in words.nobody | words.none


def named(text: Text, noun: int) -> str:
    """What is counted, in normal form."""
    key = key_of(text, noun)[0]
    return text.pack.propositions.words.counted.get(key, key)


def names_people(text: Text, noun: int) -> bool:
    """Whether a noun is one for people, and no body of them."""
    p, anybody = text.parse, text.pack.topics.file.words.anybody
    return p.lower[noun] in anybody or noun_kind(p.lemmas[noun].lower(), text.pack) == "person"


def of_fate(text: Text, figure: Figure, one: Counted, inside: Sequence[int], whole: Sequence[int]) -> Counted:
    """With what befell those who are counted, however that is told."""
    told = fate_told(text, figure, inside, whole)
    if told is None or told.fate == PRESENT:
        return one
    return replace(one, fate=told.fate, yes=told.yes, people=True)


def _are_together(text: Text, figure: Figure) -> bool:
    """*We zaten er [met z'n zestigen]*, *met achtduizend liepen ze*: a bare number of people."""
    before = {text.parse.lower[w] for w in range(max(0, figure.first - 2), figure.first)}
    return not before.isdisjoint(text.pack.topics.file.words.together)


def noun_of(text: Text, figure: Figure, inside: Sequence[int]) -> int | None:
    """The noun that a number counts: above it, or behind it."""
    p = text.parse
    own = range(figure.first, figure.end)
    over = [p.heads[w] for w in own if p.heads[w] not in own and p.deps[w] in COUNTING]
    above = next((w for w in over if w in inside and p.upos[w] == "NOUN" and w > figure.first), None)
    return counted_noun(text, figure, inside) if above is None else above


def _under_number(text: Text, inside: Sequence[int]) -> int | None:
    """*Het aantal [huizen]*, *zo luidt het aantal [vaten]*: what a noun for a number is one of."""
    p, numbers = text.parse, text.pack.propositions.words.numbers
    heads = [w for w in inside if p.lemmas[w].lower() in numbers]
    return next((c for w in heads for c in p.children[w] if c > w and p.upos[c] == "NOUN"), None)


def _spoken_of(text: Text, inside: Sequence[int], whole: Sequence[int]) -> int | None:
    """*“Drie”, zegt hij over [de tractoren] die*: the plural behind the report of a bare number."""
    p, topic = text.parse, text.pack.sided.file.topic
    behind = [w for w in whole if w > inside[-1]]
    at = next((n for n, w in enumerate(behind) if p.lower[w] in topic), len(behind))
    return next((w for w in behind[at:] if p.upos[w] == "NOUN" and is_plural(p, w)), None)
