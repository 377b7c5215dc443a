"""From mentions to figures, in one walk through the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.reading.actors.figures import Ensemble, Figure, Mention
from wederhoor.reading.actors.nouns import is_noun, resolve_noun
from wederhoor.reading.actors.phrases import name_mention, noun_mention
from wederhoor.reading.actors.pronouns import is_pronoun, resolve_pronoun
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.actors.titles import Titles, read_titles
from wederhoor.reading.actors.voices import hear
from wederhoor.reading.cast import Cast
from wederhoor.records import Attribution


def gather(cast: Cast, attributions: Sequence[Attribution]) -> Stage:
    """All figures of the document with their mentions."""
    p = cast.parse
    stage = Stage(cast, attributions, hear(cast, attributions), read_titles(cast), Ensemble(cast))
    for word in range(len(p)):
        number = p.entity_of[word]
        if number >= 0 and (word == 0 or p.entity_of[word - 1] != number):
            _add_name(stage, word, number)
        elif number < 0 and is_pronoun(cast, word):
            figure = resolve_pronoun(stage, word)
            if figure is not None:
                stage.ensemble.add(figure, Mention(word, word, word + 1, "pronoun"))
        elif is_noun(cast, word) and word not in stage.titles.joined:
            figure = resolve_noun(stage, word)
            if figure is not None:
                stage.ensemble.add(figure, noun_mention(p, word))
                figure.nouns.setdefault(p.lemmas[word].lower(), word)
    return stage


def _add_name(stage: Stage, word: int, number: int) -> None:
    p, cast = stage.cast.parse, stage.cast
    kind = p.entities[number].type
    if kind == "MISC":
        return
    end = word
    while end < len(p) and p.entity_of[end] == number:
        end += 1
    key = cast.names[number]
    figure = stage.ensemble.by_name.get(key)
    if figure is None:
        figure = stage.ensemble.open("person" if kind == "PER" else "state" if kind == "LOC" else "organisation", key)
        figure.place = kind == "LOC"
    head = stage.titles.heads.get(number, word)
    stage.ensemble.add(figure, name_mention(p, number, word, end, head))
    for w in (*range(word, end), head):
        stage.ensemble.at[w] = figure
