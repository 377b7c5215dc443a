"""The words of a time to come, as far as words alone tell."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text


def times_to_come(text: Text) -> Iterator[Extent]:
    """The words of expressions for a time to come, in text order, as far as their words alone tell."""
    p, words = text.parse, text.pack.forecasts
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words.phrases:
        phrases.setdefault(phrase[0], []).append(phrase)
    named = words.days | words.months
    for w, form in enumerate(p.lower):
        if form in named or (form in words.adverbs and p.upos[w] != "NOUN"):
            yield w, w + 1
        elif form in words.coming_modifiers | words.distances | words.openers and (unit := _unit_behind(text, w)):
            if form in words.coming_modifiers:
                yield unit, w + 1
            elif form in words.openers or _counted(text, w, unit):
                yield unit, unit + 1
        elif any(tuple(p.lower[w : w + len(phrase)]) == phrase for phrase in phrases.get(form, ())):
            yield w, w + 1


def _unit_behind(text: Text, word: int) -> int:
    """The unit of time within a few words, 0 where there is none."""
    p = text.parse
    for w in range(word + 1, min(word + 6, len(p))):
        if p.lemmas[w].lower() in text.pack.forecasts.units or p.lower[w] in text.pack.forecasts.units:
            return w
        if p.upos[w] in ("PUNCT", "VERB", "AUX", "ADP", "PRON"):
            return 0
    return 0


def _counted(text: Text, word: int, unit: int) -> bool:
    p = text.parse
    return any(p.upos[w] == "NUM" or p.lower[w] in text.pack.forecasts.some for w in range(word + 1, unit))
