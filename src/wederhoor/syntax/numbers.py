"""Figures: every number of a text in digits or words, as a least and a most. *Tientallen, zo niet honderden* is 20 to 999.

By rule, from ``numbers.toml``: ``number_words`` reads number words (drieënveertigduizend), vague words have their
bounds in the lexicon, and what stands before a number opens it on one side (minstens, bijna).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from wederhoor.languages.numbers import Numbers, Phrases
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import is_finite
from wederhoor.syntax.number_words import may_begin, number_in_digits, number_in_words, number_of, plain, rank_of

YEARS = range(1900, 2101)
LONGEST_PHRASE = 4
"""Words before a number that say how it is meant, at most: *niet meer dan*."""
MOST_OUT_OF = 1000
"""Of how many so many are told as a share, at most."""
LONGEST_NUMBER = 10
"""Words of a number that is written in several, at most."""

FEW = (Fraction(2), Fraction(9))
"""How many *a few hundred* are, in hundreds, at least and at most."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The words ``first`` up to ``end`` (exclusive) as a number. ``low`` and ``high`` are inclusive, None where open."""

    first: int
    end: int
    low: float | None
    high: float | None
    share: bool = False
    """A share of a whole that is not told, from 0 to 1: *een derde*, *2 procent*."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A number that is being read: its bounds, where it ends, and whether it is a share of something."""

    low: Fraction
    high: Fraction | None
    end: int
    share: bool = False


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads numbers of one parse."""

    p: Parse
    words: Numbers

    def likely(self, form: str) -> bool:
        """Whether a word may begin a number."""
        words = self.words
        named = form in words.vague or form in words.few
        return form[0].isdigit() or named or form in words.fractions or may_begin(form, words)

    def word(self, form: str) -> float | None:
        """The value of a number word."""
        return number_of(form, self.words)

    def digits(self, form: str) -> Fraction | None:
        return number_in_digits(form, self.words)


def find_figures(p: Parse, words: Numbers) -> list[Figure]:
    """The figures of a text in text order. The article is none, nor is a clock time or a season (2000-2001)."""
    reader = _Reader(p, words)
    found: list[Figure] = []
    here = 0
    while here < len(p):
        form = p.lower[here]
        value = _range(reader, here) if not is_finite(p, here) and reader.likely(form) else None
        if value is None:
            here += 1
            continue
        found.append(_bounded(reader, here, value))
        here = value.end
    return found


def _range(reader: _Reader, here: int) -> _Value | None:
    """A number, the share of a whole, or a range of two numbers."""
    p, words = reader.p, reader.words
    first = _dashed(reader, here) or _single(reader, here)
    if first is None:
        return None
    first = _percent(p, _one_in(reader, first), words)
    if first.share:
        return _of_whole(reader, first)
    links = words.range
    if here and p.lower[here - 1] in {w.split()[-1] for w in words.between}:
        links = (*links, *((w,) for w in words.between_and))
    end = _phrase_at(p, first.end, links)
    second = _single(reader, end) if end else None
    if second is None or second.share or (second.high is not None and second.high <= first.low):
        return first
    return _Value(first.low, second.high, second.end)


def _one_in(reader: _Reader, value: _Value) -> _Value:
    """*Een op de tien*, *two out of five*: a share."""
    of = None if value.share or value.high != value.low else _out_of(reader, value.end)
    if of is None or not value.low < of.low <= MOST_OUT_OF:
        return value
    alone = of.end == value.end + 2 and value.low != 1  # two in three days
    return value if alone else _Value(value.low / of.low, value.low / of.low, of.end, share=True)


def _out_of(reader: _Reader, here: int) -> _Value | None:
    """The number behind *op de*, *out of*."""
    end = _phrase_at(reader.p, here, reader.words.out_of)
    of = None if end is None else _single(reader, end)
    return None if of is None or of.share or of.high != of.low else of


def _percent(p: Parse, value: _Value, words: Numbers) -> _Value:
    end = next((value.end + n for n in (1, 2) if " ".join(p.lower[value.end : value.end + n]) in words.percent), None)
    return value if end is None else _Value(value.low / 100, value.high and value.high / 100, end, share=True)


def _of_whole(reader: _Reader, share: _Value) -> _Value:
    """*tweederde van de 33.000*: the share counted out, else the share as it is."""
    end = _phrase_at(reader.p, share.end, reader.words.of_whole)
    whole = _single(reader, end) if end else None
    if whole is None or whole.share:
        return share
    high = None if whole.high is None or share.high is None else Fraction(round(share.high * whole.high))
    return _Value(Fraction(round(share.low * whole.low)), high, whole.end)


def _dashed(reader: _Reader, here: int) -> _Value | None:
    """*10-20*, and *vijf- tot zesduizend*."""
    form = reader.p.lower[here]
    if form.endswith("-"):
        return _shared_scale(reader, here)
    if not form[0].isdigit() or form.count("-") != 1:
        return None
    low, high = (reader.digits(part) for part in form.split("-"))
    if low is None or high is None or low >= high or int(low) in YEARS:
        return None
    return _Value(low, high, here + 1)


def _shared_scale(reader: _Reader, here: int) -> _Value | None:
    """*vijf- tot zesduizend*: the thousand of the second number counts for the first one too."""
    first = reader.word(reader.p.lower[here][:-1])
    end = _phrase_at(reader.p, here + 1, reader.words.range)
    second = _single(reader, end) if end is not None else None
    if first is None or second is None or second.high is None:
        return None
    scale = next((m for m in sorted(reader.words.multipliers.values(), reverse=True) if second.high >= m), 1)
    return _Value(Fraction(first * scale), second.high, second.end)


def _single(reader: _Reader, here: int) -> _Value | None:
    """One number with the multipliers behind it: *1,1 miljard*, *tientallen duizenden*, *een half miljoen*."""
    p, words = reader.p, reader.words
    if here >= len(p) or _is_ordinal(p, here, words):
        return None
    form = p.lower[here]
    if form in words.articles:
        return _article(reader, here)
    value: _Value | None
    if form in words.few:
        return _several(p, here, words)
    if form in words.vague:
        low, high = words.vague[form]
        value = _Value(Fraction(low), Fraction(high) if high else None, here + 1)
    elif form in words.fractions:
        share = Fraction(*words.fractions[form])
        value = _Value(share, share, here + 1, share=True)
    elif words.apart and (parts := number_in_words(p.lower[here : here + LONGEST_NUMBER], words)):
        value = _Value(Fraction(parts[0]), Fraction(parts[0]), here + parts[1])
    else:
        exact = reader.digits(form) if form[0].isdigit() else reader.word(form)
        parted = isinstance(exact, float)  # tweeënhalf: like half it waits for what is counted by it, 1,1 does not
        value = None if exact is None else _Value(Fraction(exact), Fraction(exact), here + 1, share=parted)
    return value and _multiplied(p, _parts_of_one(p, value, words), words)


def _several(p: Parse, here: int, words: Numbers) -> _Value | None:
    """*A few hundred*."""
    multiplied = here + 1 < len(p) and p.lower[here + 1] in words.multipliers
    return _multiplied(p, _Value(FEW[0], FEW[1], here + 1), words) if multiplied else None


def _article(reader: _Reader, here: int) -> _Value | None:
    """*Een op de tien*, *een half miljoen*: a number behind an article."""
    p, words = reader.p, reader.words
    if _out_of(reader, here + 1) is not None:
        return _Value(Fraction(1), Fraction(1), here + 1)
    likely = here + 1 < len(p) and _follows_article(p.lower[here + 1], words)
    return _single(reader, here + 1) if likely else None


def _parts_of_one(p: Parse, value: _Value, words: Numbers) -> _Value:
    """*Drie kwart*, *two thirds*: a share; *two quarters* are two."""
    part = words.fractions.get(p.lower[value.end]) if value.end < len(p) and value.low > 1 else None
    if part is None or part[0] != 1 or value.low.denominator != 1 or value.low != value.high:
        return value
    share = value.low * Fraction(*part)
    apart = share < 1 and share.denominator == part[1]
    return _Value(share, share, value.end + 1, share=True) if apart else value


def _is_ordinal(p: Parse, here: int, words: Numbers) -> bool:
    """*Een derde termijn*, *bij de vijfde*: which of several, no third of one."""
    noun = p.heads[here]
    if here and "Definite=Def" in p.feats[here - 1] and rank_of(p.lower[here], words) is not None and noun < here:
        return _phrase_at(p, here + 1, words.of_whole) is None
    ranked = p.lower[here] in words.ordinals and p.deps[here] == "amod" and noun > here and p.upos[noun] == "NOUN"
    counted = here > 0 and p.lower[here - 1] in words.values
    return ranked and not counted and p.lemmas[noun].lower() not in words.share_nouns


def _follows_article(form: str, words: Numbers) -> bool:
    return form in words.multipliers or form in words.fractions or form in words.vague


def _multiplied(p: Parse, value: _Value, words: Numbers) -> _Value:
    while value.end < len(p):
        form = p.lower[value.end]
        by = words.multipliers.get(form) or (words.vague[form][0] // 2 if form in words.vague else 0)
        if not by or by < 100:
            return value
        value = replace(value, low=value.low * by, high=value.high and value.high * by, end=value.end + 1, share=False)
    return value


def _phrase_at(p: Parse, start: int, phrases: Phrases) -> int | None:
    """Where one of the phrases ends that begins at a word."""
    for phrase in phrases:
        end = start + len(phrase)
        if end < len(p) and tuple(p.lower[start:end]) == phrase:
            return end
    return None


def _bounded(reader: _Reader, first: int, value: _Value) -> Figure:
    """The figure, opened by what stands before it, which then belongs to it, or behind it: *minstens*, *two million at most*."""
    p, words = reader.p, reader.words
    low, high = plain(value.low), None if value.high is None else plain(value.high)
    while first > 0 and p.lower[first - 1] in words.currency:  # meer dan US $ 2,2 miljard
        first -= 1
    if low == high:
        opening = _opening(p, first, value)
        before = [tuple(p.lower[max(0, opening - size) : opening]) for size in range(LONGEST_PHRASE, 0, -1)]
        least = next((b for b in before if b in words.least), None)
        most = next((b for b in before if b in words.most), None)
        if most and len(most) >= len(least or ()):
            return Figure(opening - len(most), value.end, None, high, value.share)
        if least:
            return Figure(opening - len(least), value.end, low, None, value.share)
        return Figure(first, value.end, *_opened_behind(reader, value.end, low), value.share)
    return Figure(first, value.end, low, high, value.share)


def _opening(p: Parse, first: int, value: _Value) -> int:
    """Where a number begins with its article: *meer dan [de] helft*."""
    return first - (value.share and first > 0 and "Definite=Def" in p.feats[first - 1])


def _opened_behind(reader: _Reader, end: int, number: float) -> tuple[float | None, float | None]:
    if _is_behind(reader, end, reader.words.most_behind):
        return None, number
    return number, None if _is_behind(reader, end, reader.words.least_behind) else number


def _is_behind(reader: _Reader, end: int, phrases: Phrases) -> bool:
    """Whether one of the phrases stands behind a number, or behind the word that it counts, and before no other number."""
    p = reader.p
    ends = (_phrase_at(p, at, phrases) for at in (end, end + 1) if at < len(p) and p.upos[end] != "PUNCT")
    behind = next(filter(None, ends), None)
    return behind is not None and not reader.likely(p.lower[behind])
