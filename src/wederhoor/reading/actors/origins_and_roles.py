"""What ties a noun to somebody: the country that its adjectives say, the roles that the text gave a cluster."""

from __future__ import annotations

from wederhoor.reading.actors.clusters import ActorCluster
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.bearers import bearing_of
from wederhoor.reading.cast import Bearing
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import children

ANCHORED = ("acl:relcl", "nmod", "acl", "appos")
"""What ties a noun to something else than what was named before."""


def ties_of(text: Text, stage: Stage, word: int) -> tuple[set[str], str | None]:
    """What ties a noun to something that was not named before, and the country that its adjectives say."""
    p = text.parse
    tied, origin = set(), None
    for c in p.children[word]:
        if p.deps[c] == "amod":
            origin = origin or stage.countries.of(p.words[c])
        elif p.deps[c] in ANCHORED:
            tied.add(p.deps[c])
    if origin is None and text.parse.entity_of[word] >= 0:
        origin = stage.countries.of(p.words[word])
    return tied, origin


def origin_of(text: Text, stage: Stage, cluster: ActorCluster) -> str | None:
    """The country that is known of a name, or that an adjective beside it says."""
    if cluster.renown is not None:
        return cluster.renown.country
    p = text.parse
    said = (stage.countries.of(p.words[c]) for t in cluster.titles for c in children(p, t, "amod"))
    return next((country for country in said if country), None)


def roles_called(text: Text, cluster: ActorCluster) -> set[str]:
    """The lemmas of the nouns that the text joins to a cluster or calls it by."""
    p = text.parse
    beside = {p.lemmas[title].lower() for title in cluster.titles}
    return text.cast.roles(cluster.key) | set(cluster.nouns) | beside


def bearings_of(text: Text, cluster: ActorCluster) -> list[Bearing]:
    """The same as the text tells them."""
    nouns = {*cluster.titles, *cluster.nouns.values()}
    told = [*text.cast.bearings.get(cluster.key or "", ()), *(bearing_of(text, noun) for noun in sorted(nouns))]
    return [*dict.fromkeys(told)]
