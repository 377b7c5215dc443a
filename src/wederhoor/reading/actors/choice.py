"""Which figures are actors: who is named, who is a source, and who or what certain people or bodies are that come back."""

from __future__ import annotations

from wederhoor.reading.actors.clusters import Figure
from wederhoor.reading.actors.phrases import determiner
from wederhoor.reading.actors.stage import Stage
from wederhoor.syntax.clauses import has_child


def mark_sources(stage: Stage) -> None:
    """Note which figures are the source of a report."""
    for word in stage.voices.sources:
        figure = stage.ensemble.at.get(word)
        if figure is not None:
            figure.source = True


def is_actor(stage: Stage, figure: Figure) -> bool:
    """Whether a figure is an actor by the guidelines; a place is one where it acts, a programme or a boat where it does twice."""
    if not figure.mentions:
        return False
    if figure.source or figure.user is not None:
        return True
    if figure.place:
        return figure.acts > 0
    if figure.loose:
        return figure.acts > 1 or figure.renown is not None
    if figure.key:
        return True
    if len(figure.mentions) < 2:
        return False
    return figure.pair or any(_is_certain(stage, figure, m.head) for m in figure.mentions if m.form == "noun")


def _is_certain(stage: Stage, figure: Figure, noun: int) -> bool:
    """Whether a noun means certain people or a certain body: *de bewoners*, *zijn vrouw*, *jonge spelers*, but not *mensen*."""
    p, words = stage.cast.parse, stage.lexicon.words
    before = determiner(p, noun)
    possessive = before is not None and p.deps[before] == "nmod:poss"
    if p.lemmas[noun].lower() in words.vague and not possessive:
        return False
    form = p.lower[before] if before is not None else ""
    if possessive or form in stage.cast.pack.people.definite or form in words.certain:
        return True
    return not form and figure.plural and has_child(p, noun, "amod")
