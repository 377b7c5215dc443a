"""Which fate a bare number counts, by the sentence before: *Hoeveel doden zijn er? “Vijf.”*, *Hij hield het op negen*."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from wederhoor.reading.propositions.by_topic.fates import FateTold, counted_noun, fate_named, says, who_of
from wederhoor.reading.propositions.by_topic.occasions import verb_over
from wederhoor.reading.propositions.by_topic.text_matter import context_of
from wederhoor.reading.propositions.clause_polarity import polarity_of
from wederhoor.reading.text import Text
from wederhoor.syntax.numbers import Figure

BESIDE_NUMBER = ("ADV", "ADP", "ADJ", "PUNCT", "DET", "CCONJ")
"""Kinds of word that an answer by a number may have besides: *zeker vijf*."""


def bare_fate(text: Text, figure: Figure, inside: Sequence[int], words: Sequence[int]) -> Iterator[FateTold]:
    """The fate that a bare number counts; nothing where the sentence before tells of none, or of two."""
    if counted_noun(text, figure, words) is not None or not _is_bare(text, figure, inside):
        return
    told = ((fates, before) for before in context_of(text, words) if (fates := _fates_in(text, before)))
    fates, before = next(told, (set[str](), range(0)))
    verb = verb_over(text, figure.first, inside)
    yes = True if verb is None else polarity_of(text, verb)
    if len(fates) == 1 and yes is not None:
        yield FateTold(figure, fates.pop(), yes, who=_who(text, before), bare=True)


def _is_bare(text: Text, figure: Figure, inside: Collection[int]) -> bool:
    """Whether a statement is no more than a number, or counts: *zeker vijf*, *hield het op negen*."""
    p, words = text.parse, text.pack.propositions.words
    others = [w for w in inside if not figure.first <= w < figure.end]
    if all(p.upos[w] in BESIDE_NUMBER for w in others):
        return True
    verb = verb_over(text, figure.first, inside)
    behind = figure.end
    thing = behind < len(p) and p.upos[behind] in ("NOUN", "PROPN", "SYM", "NUM")
    return verb is not None and not thing and p.lemmas[verb].lower() in words.counting - text.pack.closed.being


def _fates_in(text: Text, words: Sequence[int]) -> set[str]:
    """The fates that a sentence tells of."""
    p, fates = text.parse, text.pack.topics.file.fates
    numbers = text.pack.topics.numbers
    forms = [(p.lemmas[w].lower(), p.lower[w]) for w in words if p.upos[w] not in ("PROPN", "DET", "ADP")]
    named = {fate for both in forms for form in both if (fate := fate_named(text, form) or numbers.get(form))}
    told = {
        name
        for w in words
        if p.upos[w] in ("VERB", "AUX")
        for name, fate in fates.items()
        if says(text, w, fate, words)
    }
    return named or told


def _who(text: Text, words: Sequence[int]) -> str:
    """Of whom the number of a sentence tells."""
    figures = {f.first: f for w in words if (f := text.number_at.get(w)) is not None}
    return next((who for f in figures.values() if (who := who_of(text, counted_noun(text, f, words)))), "")
