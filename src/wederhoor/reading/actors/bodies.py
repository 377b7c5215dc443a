"""Which body a noun means: *de krant*, *het concern*, *de havenstad*, *het land*."""

from __future__ import annotations

from itertools import takewhile
from math import log2

from wederhoor.reading.actors.clusters import ActorCluster
from wederhoor.reading.actors.noun_classes import sector_of, tail
from wederhoor.reading.actors.origins_and_roles import origin_of, roles_called, ties_of
from wederhoor.reading.actors.phrases import qualities
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.antecedents import REACH
from wederhoor.reading.bearers import like_role
from wederhoor.reading.text import Text
from wederhoor.records import Sector
from wederhoor.syntax.clauses import children, has_child

OPEN: tuple[Sector | None, ...] = ("BUS", "NGO", "SPT", None)
"""Sectors of nouns for a body that a name may be of, where nothing tells: *het bedrijf*, *de organisatie*, *de club*."""
TOPIC = 1.5
"""What it adds to a state's likelihood that the text names it more than any other."""
SHORTEST = 4
"""Letters of a noun that is known again at the end of a name."""
FAR = 0.2
"""What a sentence in between takes from the likelihood of a body; where a general noun may mean a named one, 1."""
OFTEN = 0.5
"""What every doubling of a body's mentions adds to its likelihood."""


def last_state(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """*het land*: the state that was named last, or the one that the text is about."""
    p = text.parse
    if any(stage.countries.of(p.words[c]) for c in children(p, word, "amod")):
        return None
    topic = max(stage.countries_named.items(), key=lambda item: (item[1], item[0]), default=("", 0))[0]
    best, best_score = None, float("-inf")
    for candidate in stage.clusters.before(word):
        cluster = stage.clusters.at[candidate.word]
        distance = p.sentence_of[word] - p.sentence_of[candidate.word]
        if distance > REACH:
            break
        if cluster.kind == "state" and cluster.key:
            score = candidate.subject + TOPIC * (stage.countries.of(cluster.key) == topic) - distance
            if score > best_score:
                best, best_score = cluster, score
    return best


def last_town(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """*de havenstad*: the town that was named last; *de gemeente* and *de stad* alone may be those who govern it."""
    p, words = text.parse, stage.lexicon.words
    lemma = p.lemmas[word].lower()
    if lemma in words.bodies or not tail(lemma, words.towns, text.pack) or ties_of(text, stage, word)[0]:
        return None
    for candidate in stage.clusters.before(word):
        cluster = stage.clusters.at[candidate.word]
        if p.sentence_of[word] - p.sentence_of[candidate.word] > REACH:
            return None
        if cluster.place and cluster.kind != "state":
            return cluster
    return None


def likely_body(text: Text, stage: Stage, word: int) -> ActorCluster | None:
    """*de krant*, *het concern*, *de politie*: the most likely body of that sort, near and often named."""
    p = text.parse
    lemma, own = p.lemmas[word].lower(), qualities(p, word)
    general = tail(lemma, stage.lexicon.words.general, text.pack)
    sector = sector_of(text, stage, lemma)
    best, best_score = None, float("-inf")
    seen: set[int] = set()
    for candidate in stage.clusters.before(word):
        cluster = stage.clusters.at[candidate.word]
        if id(cluster) in seen or not _is_one_body(cluster):
            continue
        seen.add(id(cluster))
        distance = p.sentence_of[word] - p.sentence_of[candidate.word]
        fit = _body_fit(text, cluster, lemma, own)
        weight = FAR if not general or _was_described(text, cluster, lemma) else 1.0
        if not fit and general and cluster.key and not cluster.place and distance <= REACH:
            fit = _sort_fit(text, stage, word, cluster, sector, distance if candidate.subject else distance + 1)
        score = fit + candidate.subject + OFTEN * log2(1 + len(cluster.mentions)) - distance * weight
        if fit and score > best_score:
            best, best_score = cluster, score
    return best


def _is_one_body(cluster: ActorCluster) -> bool:
    """Whether a noun in the singular may mean it: a body, or several under a name."""
    return cluster.kind in ("organisation", "group") and not (cluster.plural and not cluster.key)


def _was_described(text: Text, cluster: ActorCluster, lemma: str) -> bool:
    """*The association*, far behind *the village association*, which has no name."""
    first = cluster.nouns.get(lemma)
    return cluster.key is None and first is not None and has_child(text.parse, first, "amod", "compound", "nmod")


def _sort_fit(
    text: Text, stage: Stage, word: int, cluster: ActorCluster, sector: Sector | None, distance: int
) -> float:
    """How well a general noun fits a named body of its sector, or one of which only that is not known, right behind it."""
    if cluster.sector not in (sector, None):
        return 0.0
    tied, origin = ties_of(text, stage, word)
    if origin == stage.lexicon.words.home and any(_whole_country(text, stage, c) for c in text.parse.children[word]):
        return 0.0  # *het Nederlandse team* is that of the country
    described = has_child(text.parse, word, "amod", "compound")
    known = origin_of(text, stage, cluster)
    if tied or (origin and known and origin != known) or (described and distance > 1):
        return 0.0
    if cluster.sector == sector:
        return 1.0
    return 0.4 if distance <= 1 and sector in OPEN else 0.0


def _whole_country(text: Text, stage: Stage, word: int) -> bool:
    naming = stage.countries.naming(text.parse.words[word])
    return naming is not None and naming.whole


def _body_fit(text: Text, cluster: ActorCluster, lemma: str, own: frozenset[str]) -> float:
    """How well a noun with its qualities names a body that the text called something."""
    p = text.parse
    first = cluster.nouns.get(lemma)
    if first is not None:
        return 2.0 if not own or own == qualities(p, first) else 0.0
    roles = roles_called(text, cluster)
    if lemma in roles:
        return 2.0 if not own else 1.0
    return 1.0 if like_role(lemma, roles) or (not own and ends_in(text, cluster, lemma)) else 0.0


def ends_in(text: Text, cluster: ActorCluster, noun: str) -> bool:
    """*bank* for *Merenbank*, but not *League* for *Lodge 41 of the Officers League*: the noun at the end of a body's name."""
    if cluster.kind == "person" or cluster.key is None or len(noun) < SHORTEST:
        return False
    own = takewhile(lambda word: word not in text.pack.closed.of, cluster.key.casefold().split())
    return " ".join(own).endswith(noun)
