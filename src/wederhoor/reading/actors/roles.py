"""What somebody is, and of what: *directeur* of *hulporganisatie Qaharman*; and the sector that follows from it."""

from __future__ import annotations

from wederhoor.reading.actors.clusters import ActorCluster
from wederhoor.reading.actors.noun_classes import sector_of
from wederhoor.reading.actors.phrases import bare_text, noun_mention
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.text import Text
from wederhoor.records import Role, Sector
from wederhoor.syntax.nouns import noun_kind


def roles_of(text: Text, stage: Stage, cluster: ActorCluster) -> tuple[Role, ...]:
    """The roles that stand beside a cluster's name, as written, in text order."""
    found = (_role(text, stage, title) for title in dict.fromkeys(sorted(cluster.titles)))
    return tuple(dict.fromkeys(role for role in found if role.title))


def _role(text: Text, stage: Stage, title: int) -> Role:
    p, titles = text.parse, stage.titles
    mention = noun_mention(p, title)
    own = titles.joined.get(title)
    end = min(mention.end, titles.starts[own]) if own is not None else mention.end
    split = next((w for w in range(title + 1, end) if p.upos[w] == "ADP" or p.entity_of[w] >= 0), end)
    of = split + 1 if split < end and p.upos[split] == "ADP" else split
    body = " ".join(p.text[slice(*p.span(of, end))].split()) if of < end else None
    written = bare_text(p, mention, split)
    word = written.split(" ")[0]
    plain = word[1:].islower() and noun_kind(word.lower(), text.pack) is not None  # a capital of the sentence
    return Role(written[:1].lower() + written[1:] if plain else written, body)


def sector_by_roles(text: Text, stage: Stage, cluster: ActorCluster) -> Sector | None:
    """The sector of what is known of a cluster, else of its nouns, else of the body in which it has its role."""
    if cluster.sector is not None:
        return cluster.sector
    p = text.parse
    heads = [*cluster.titles, *(m.head for m in cluster.mentions if m.form == "noun")]
    for head in heads:
        sector = sector_of(text, stage, p.lemmas[head].lower()) or _by_first_part(stage, p.words[head])
        if sector is not None:
            return sector
    for head in heads:
        for w in p.subtree(head):
            other = stage.clusters.at.get(w)
            if other is not None and other is not cluster and other.sector is not None and other.kind == "organisation":
                return other.sector
    return _by_name(text, stage, cluster)


def _by_first_part(stage: Stage, word: str) -> Sector | None:
    """*VVD-leider*, *PvdA'er*: the sector of the body that the word begins with."""
    for sign in "-'’":
        renown = stage.lexicon.organisations.get(word.partition(sign)[0]) if sign in word else None
        if renown is not None:
            return renown.sector
    return None


def _by_name(text: Text, stage: Stage, cluster: ActorCluster) -> Sector | None:
    """*Stichting Vrij Water*, *Universiteit van Laren*: a noun in the name of a body."""
    if cluster.kind != "organisation" or cluster.key is None:
        return "GOV" if cluster.kind == "state" or cluster.place else None
    found = (sector_of(text, stage, word.lower()) for word in cluster.key.split())
    return next((sector for sector in found if sector), "GOV" if cluster.place else None)
