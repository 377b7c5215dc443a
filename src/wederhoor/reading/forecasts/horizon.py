"""The words of a time to come, as far as words alone tell."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.reading.holders import Extent
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import is_plural
from wederhoor.syntax.stretches import any_form


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
        elif (measured := _measured(text, w)) is not None:
            yield measured
        elif any(tuple(p.lower[w : w + len(phrase)]) == phrase for phrase in phrases.get(form, ())):
            yield w, w + 1


def _measured(text: Text, word: int) -> Extent | None:
    """*komende week*, *over twee weken*, *vanaf de zomer*, *nog zeker een jaar*: the words of a unit of time that lies ahead."""
    form, words = text.parse.lower[word], text.pack.forecasts
    if form not in words.coming_modifiers | words.distances | words.openers | words.lasting:
        return None
    unit = _unit_behind(text, word)
    if not unit:
        return None
    if form in words.coming_modifiers:
        return unit, word + 1
    ahead = _lasts(text, word, unit) if form in words.lasting else form in words.openers or _counted(text, word, unit)
    return (unit, unit + 1) if ahead else None


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


def _lasts(text: Text, word: int, unit: int) -> bool:
    """*Nog zeker vijf maanden*, *nog jaren*; not *nog geen week*, *nog een week geleden*."""
    p = text.parse
    if unit + 1 < len(p) and p.lower[unit + 1] in text.pack.forecasts.ago:
        return False
    if any_form(p, range(word, unit), text.pack.closed.negations) or p.lower[unit] in text.pack.forecasts.days:
        return False
    return _counted(text, word, unit) or (is_plural(p, unit) and not any(p.upos[w] == "DET" for w in range(word, unit)))
