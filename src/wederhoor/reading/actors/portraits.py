"""From figures to actors: which of them are actors, and what is known of them."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.reading.actors.figures import Figure
from wederhoor.reading.actors.homes import settle
from wederhoor.reading.actors.phrases import bare_text, determiner
from wederhoor.reading.actors.stage import Stage
from wederhoor.records import Actor, Attribution


def portray(stage: Stage, attributions: Sequence[Attribution]) -> tuple[tuple[Actor, ...], tuple[Attribution, ...]]:
    p = stage.cast.parse
    for word in stage.voices.sources:
        figure = stage.ensemble.at.get(word)
        if figure is not None:
            figure.source = True
    kept = [f for f in stage.ensemble.figures if f.mentions and is_actor(stage, f)]
    homes = settle(stage, stage.ensemble.figures)
    where = {id(f): n for n, f in enumerate(stage.ensemble.figures)}
    actors = []
    order = {"person": 0, "organisation": 1, "state": 2, "group": 3}
    kept.sort(key=lambda f: (order[f.kind], f.mentions[0].first))
    for n, figure in enumerate(kept, 1):
        spans = tuple(dict.fromkeys(p.span(m.first, m.end) for m in figure.mentions))
        name = name_of(stage, figure)
        actors.append(Actor(id=f"P{n}", name=name, kind=figure.kind, mentions=spans, country=homes[where[id(figure)]], sector=figure.sector))
    return tuple(actors), tuple(attributions)


def name_of(stage: Stage, figure: Figure) -> str:
    p = stage.cast.parse
    if figure.key:
        family = figure.kind == "group" and figure.titles
        return f"{p.lower[figure.titles[0]]} {figure.key}" if family else figure.key
    best = next((m for m in figure.mentions if m.form != "pronoun"), figure.mentions[0])
    return bare_text(p, best)


def is_actor(stage: Stage, figure: Figure) -> bool:
    p, words, people = stage.cast.parse, stage.lexicon.words, stage.cast.pack.people
    if figure.place:
        return figure.source or figure.acts > 0
    if figure.loose:
        return figure.source or figure.acts > 1 or figure.renown is not None
    if figure.pair:
        return figure.source or len(figure.mentions) > 1
    if figure.key or figure.source:
        return True
    if len(figure.mentions) < 2:
        return False
    nouns = [m.head for m in figure.mentions if m.form == "noun"]
    for noun in nouns:
        d = determiner(p, noun)
        if p.lemmas[noun].lower() in words.vague and not (d is not None and p.deps[d] == "nmod:poss"): continue
        form = p.lower[d] if d is not None else ""
        if form in people.definite or form in words.certain or (d is not None and p.deps[d] == "nmod:poss"):
            return True
        if not form and figure.plural and any(p.deps[c]=="amod" for c in p.children[noun]):
            return True
    return False
