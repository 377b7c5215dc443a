"""What ties a noun to somebody: the country that its adjectives say, the roles that the text gave a figure."""

from __future__ import annotations

from wederhoor.reading.actors.clusters import Figure
from wederhoor.reading.actors.stage import Stage

ANCHORED = ("acl:relcl", "nmod", "acl", "appos")
"""What ties a noun to something else than what was named before."""


def ties_of(stage: Stage, word: int) -> tuple[set[str], str | None]:
    """What ties a noun to something that was not named before, and the country that its adjectives say."""
    p = stage.cast.parse
    tied, origin = set(), None
    for c in p.children[word]:
        if p.deps[c] == "amod":
            origin = origin or stage.countries.of(p.words[c])
        elif p.deps[c] in ANCHORED:
            tied.add(p.deps[c])
    if origin is None and stage.cast.parse.entity_of[word] >= 0:
        origin = stage.countries.of(p.words[word])
    return tied, origin


def origin_of(stage: Stage, figure: Figure) -> str | None:
    """The country that is known of a name, or that an adjective beside it says."""
    if figure.renown is not None:
        return figure.renown.country
    p = stage.cast.parse
    said = (stage.countries.of(p.words[c]) for t in figure.titles for c in p.children[t] if p.deps[c] == "amod")
    return next((country for country in said if country), None)


def roles_called(stage: Stage, figure: Figure) -> set[str]:
    """The lemmas of the nouns that the text joins to a figure or calls it by."""
    p = stage.cast.parse
    beside = {p.lemmas[title].lower() for title in figure.titles}
    return stage.cast.roles.get(figure.key or "", set()) | set(figure.nouns) | beside
