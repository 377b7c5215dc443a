"""Which body a noun means: *de krant*, *het concern*, *de havenstad*, *het land*."""

from __future__ import annotations

from math import log2

from wederhoor.reading.actors.clusters import Figure
from wederhoor.reading.actors.noun_classes import sector_of, tail
from wederhoor.reading.actors.origins_and_roles import origin_of, roles_called, ties_of
from wederhoor.reading.actors.phrases import qualities
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.antecedents import REACH
from wederhoor.reading.speakers import like_role
from wederhoor.records import Sector
from wederhoor.syntax.clauses import children, has_child

OPEN: tuple[Sector | None, ...] = ("BUS", "NGO", "SPT", None)
"""Sectors of nouns for a body that a name may be of, where nothing tells: *het bedrijf*, *de organisatie*, *de club*."""
TOPIC = 1.5
"""What it adds to a state's likelihood that the text names it more than any other."""
OFTEN = 0.5
"""What every doubling of a body's mentions adds to its likelihood."""


def last_state(stage: Stage, word: int) -> Figure | None:
    """*het land*: the state that was named last, or the one that the text is about."""
    p = stage.cast.parse
    if any(stage.countries.of(p.words[c]) for c in children(p, word, "amod")):
        return None
    topic = max(stage.countries_named.items(), key=lambda item: (item[1], item[0]), default=("", 0))[0]
    best, best_score = None, float("-inf")
    for candidate in stage.ensemble.before(word):
        figure = stage.ensemble.at[candidate.word]
        distance = p.sentence_of[word] - p.sentence_of[candidate.word]
        if distance > REACH:
            break
        if figure.kind == "state" and figure.key:
            score = candidate.subject + TOPIC * (stage.countries.of(figure.key) == topic) - distance
            if score > best_score:
                best, best_score = figure, score
    return best


def last_town(stage: Stage, word: int) -> Figure | None:
    """*de havenstad*: the town that was named last; *de gemeente* and *de stad* alone may be those who govern it."""
    p, words = stage.cast.parse, stage.lexicon.words
    lemma = p.lemmas[word].lower()
    if lemma in words.bodies or not tail(lemma, words.towns) or ties_of(stage, word)[0]:
        return None
    for candidate in stage.ensemble.before(word):
        figure = stage.ensemble.at[candidate.word]
        if p.sentence_of[word] - p.sentence_of[candidate.word] > REACH:
            return None
        if figure.place and figure.kind != "state":
            return figure
    return None


def likely_body(stage: Stage, word: int) -> Figure | None:
    """*de krant*, *het concern*, *de politie*: the likeliest body of that sort, near and often named."""
    p = stage.cast.parse
    lemma, own = p.lemmas[word].lower(), qualities(p, word)
    general = tail(lemma, stage.lexicon.words.general)
    sector = sector_of(stage, lemma)
    best, best_score = None, float("-inf")
    seen: set[int] = set()
    for candidate in stage.ensemble.before(word):
        figure = stage.ensemble.at[candidate.word]
        if id(figure) in seen or figure.kind not in ("organisation", "group") or (figure.plural and not figure.key):
            continue
        seen.add(id(figure))
        distance = p.sentence_of[word] - p.sentence_of[candidate.word]
        fit = _body_fit(stage, figure, lemma, own)
        if not fit and general and figure.key and not figure.place and distance <= REACH:
            fit = _sort_fit(stage, word, figure, sector, distance if candidate.subject else distance + 1)
        score = fit + candidate.subject + OFTEN * log2(1 + len(figure.mentions)) - distance * (1.0 if general else 0.2)
        if fit and score > best_score:
            best, best_score = figure, score
    return best


def _sort_fit(stage: Stage, word: int, figure: Figure, sector: Sector | None, distance: int) -> float:
    """How well a general noun fits a named body of its sector, or one of which only that is not known, right behind it."""
    if figure.sector not in (sector, None):
        return 0.0
    tied, origin = ties_of(stage, word)
    if origin == stage.lexicon.words.home and any(_whole_country(stage, c) for c in stage.cast.parse.children[word]):
        return 0.0  # *het Nederlandse team* is that of the country
    described = has_child(stage.cast.parse, word, "amod")
    known = origin_of(stage, figure)
    if tied or (origin and known and origin != known) or (described and distance > 1):
        return 0.0
    if figure.sector == sector:
        return 1.0
    return 0.4 if distance <= 1 and sector in OPEN else 0.0


def _whole_country(stage: Stage, word: int) -> bool:
    naming = stage.countries.naming(stage.cast.parse.words[word])
    return naming is not None and naming.whole


def _body_fit(stage: Stage, figure: Figure, lemma: str, own: frozenset[str]) -> float:
    """How well a noun with its qualities names a body that the text called something."""
    p = stage.cast.parse
    first = figure.nouns.get(lemma)
    if first is not None:
        return 2.0 if not own or own == qualities(p, first) else 0.0
    roles = roles_called(stage, figure)
    if lemma in roles:
        return 2.0 if not own else 1.0
    return 1.0 if like_role(lemma, roles) else 0.0
