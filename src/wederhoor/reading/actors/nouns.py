"""Whom a noun means."""

from __future__ import annotations

from wederhoor.reading.actors.figures import Figure
from wederhoor.reading.actors.phrases import determiner, qualities
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.attributions.clauses import child, is_plural, noun_kind
from wederhoor.reading.cast import Cast, heads_a_phrase
from wederhoor.records import ActorKind


def is_noun(cast: Cast, word: int) -> bool:
    p = cast.parse
    return p.entity_of[word] < 0 and heads_a_phrase(p, word) and kind_of(cast, word) is not None


def kind_of(cast: Cast, word: int) -> ActorKind | None:
    p = cast.parse
    kind = noun_kind(p.lemmas[word].lower(), cast.pack) or noun_kind(p.lower[word], cast.pack)
    if kind in (None, "text"):
        return None
    if is_plural(p, word):
        return "group"
    return kind


def resolve_noun(stage: Stage, word: int) -> Figure | None:
    p = stage.cast.parse
    ensemble = stage.ensemble
    number = stage.titles.apposed.get(word)
    if number is not None:
        key = stage.cast.names[number]
        if key in ensemble.by_name:
            return ensemble.by_name[key]
    speaker = stage.speaker_at(word)
    if speaker is not None and speaker in ensemble.by_name:
        return ensemble.by_name[speaker]
    if child(p, word, "cop") is not None:
        return None
    lemma = p.lemmas[word].lower()
    det = determiner(p, word)
    if det in stage.cast.pack.people.definite or not det:
        mods = qualities(p, word)
        for candidate in ensemble.before(word):
            figure = ensemble.at[candidate.word]
            if lemma in figure.nouns and figure.plural == is_plural(p, word):
                first = figure.nouns[lemma]
                if not mods or mods == qualities(p, first):
                    return figure
    kind = kind_of(stage.cast, word)
    assert kind
    return ensemble.open(kind, plural=is_plural(p, word))
