"""From figures to actors: which of them are actors, and what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.actors.figures import Figure
from wederhoor.records import Actor, Attribution


def portray(stage: Stage, attributions: Sequence[Attribution]) -> tuple[tuple[Actor, ...], tuple[Attribution, ...]]:
    p = stage.cast.parse
    for word, numbers in stage.voices.sources.items():
        figure = stage.ensemble.at.get(word)
        if figure is not None:
            figure.source = True
    kept = []
    for figure in stage.ensemble.figures:
        if not figure.mentions: continue
        if figure.place: continue
        if figure.key or figure.source or len(figure.mentions) > 1:
            kept.append(figure)
    actors = []
    order = {"person": 0, "organisation": 1, "state": 2, "group": 3}
    kept.sort(key=lambda f: (order[f.kind], f.mentions[0].first))
    for n, figure in enumerate(kept, 1):
        spans = tuple(dict.fromkeys(p.span(m.first, m.end) for m in figure.mentions))
        m = figure.mentions[0]
        name = figure.key or " ".join(p.text[slice(*p.span(m.first, m.end))].split()).lower()
        actors.append(Actor(id=f"P{n}", name=name, kind=figure.kind, mentions=spans, country="NLD" if figure.key else None))
    return tuple(actors), tuple(attributions)
