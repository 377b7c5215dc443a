"""From mentions to figures, in one walk through the text."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.languages.actors import actor_lexicon
from wederhoor.reading.actors.figures import Ensemble, Figure, Mention
from wederhoor.reading.actors.names import join_names
from wederhoor.reading.actors.nouns import resolve_noun, sort_of
from wederhoor.reading.actors.phrases import name_mention, noun_mention
from wederhoor.reading.actors.pronouns import is_pronoun, resolve_pronoun
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.actors.titles import read_titles
from wederhoor.reading.actors.voices import hear
from wederhoor.reading.attributions.clauses import is_plural
from wederhoor.reading.cast import Cast
from wederhoor.reading.places.countries import countries
from wederhoor.records import Attribution

NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")


def gather(cast: Cast, attributions: Sequence[Attribution]) -> Stage:
    """All figures of the document with their mentions."""
    stage = _open_stage(cast, attributions)
    p = cast.parse
    for word in range(len(p)):
        number = p.entity_of[word]
        if number >= 0:
            if stage.titles.starts[number] == word:
                _read_name(stage, word, number)
        elif is_pronoun(stage, word):
            _note(stage, resolve_pronoun(stage, word), Mention(word, word, word + 1, "pronoun"))
        elif word not in stage.titles.joined:
            _read_noun(stage, word)
        if word in stage.voices.sources and word not in stage.ensemble.at:
            _read_source(stage, word)
        if p.upos[word] == "CCONJ":
            pass
    return stage


def _open_stage(cast: Cast, attributions: Sequence[Attribution]) -> Stage:
    lexicon = actor_lexicon(cast.pack.code)
    titles = read_titles(cast, lexicon.words.families)
    keys = join_names(cast, titles.heads, lexicon)
    voices = hear(cast, attributions, keys)
    return Stage(cast, attributions, lexicon, countries(cast.pack), titles, keys, voices, Ensemble(cast))


def _note(stage: Stage, figure: Figure | None, mention: Mention) -> None:
    if figure is not None:
        stage.ensemble.add(figure, mention)


def _read_name(stage: Stage, word: int, number: int) -> None:
    """A name, with the nouns of its phrase; a name for a kind of people is a noun."""
    p = stage.cast.parse
    if p.entities[number].type == "MISC" and (word in stage.titles.joined or sort_of(stage, word)):
        if word not in stage.titles.joined:
            _read_noun(stage, word)
        return
    figure = stage.figure_of(number)
    head = stage.titles.heads.get(number, word)
    end = stage.titles.ends[number]
    stage.ensemble.add(figure, name_mention(p, word, end, head))
    for w in (*range(word, end), head):
        stage.ensemble.at[w] = figure
    figure.titles += [w for w in range(head, word) if stage.titles.joined.get(w) == number]


def _read_noun(stage: Stage, word: int) -> None:
    sort = sort_of(stage, word)
    if sort is None and word not in stage.titles.apposed:
        return
    figure = resolve_noun(stage, word, sort or "person")
    _note(stage, figure, noun_mention(stage.cast.parse, word))
    if figure is not None and word in stage.titles.apposed:
        figure.titles.append(word)


def _read_source(stage: Stage, word: int) -> None:
    """A source that is no name, pronoun or noun for people: *iedereen*, *de lange rijen genodigden*."""
    p, words = stage.cast.parse, stage.lexicon.words
    if p.upos[word] not in NOMINAL or p.entity_of[word] >= 0:
        return
    named = stage.figure_named(stage.speaker_at(word))
    if named is not None:
        _note(stage, named, noun_mention(p, word))
    elif p.lower[word] in words.crowds or is_plural(p, word):
        _note(stage, stage.ensemble.open(Figure("group", plural=True)), noun_mention(p, word))
