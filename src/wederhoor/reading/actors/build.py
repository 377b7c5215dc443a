"""From clusters to actors: their names, kinds, countries, sectors, roles and mentions; and who speaks in each attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from wederhoor.reading.actors.choice import is_actor, is_bystander, mark_sources
from wederhoor.reading.actors.clusters import ActorCluster
from wederhoor.reading.actors.home_countries import settle
from wederhoor.reading.actors.phrases import bare_text
from wederhoor.reading.actors.roles import roles_of, sector_by_roles
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.reading.text import Text
from wederhoor.records import Actor, ActorKind, Attribution, Role, Span

ORDER: tuple[ActorKind, ...] = ("person", "organisation", "state", "group")


def build_actors(
    text: Text, stage: Stage, attributions: Sequence[Attribution]
) -> tuple[tuple[Actor, ...], tuple[Attribution, ...], tuple[Actor, ...]]:
    """The actors, people before bodies, states and groups, each kind in text order; ids are in the order of first mentions.

    With them the attributions, which name them, and the bystanders, with ids of their own.
    """
    mark_sources(stage)
    clusters = stage.clusters.found
    for cluster in clusters:
        cluster.sector = sector_by_roles(text, stage, cluster)
    homes = settle(text, stage, clusters)
    kept = [(cluster, homes[n]) for n, cluster in enumerate(clusters) if is_actor(text, stage, cluster)]
    by_place = sorted(kept, key=lambda pair: _first(pair[0]))
    ids = {id(cluster): f"P{n}" for n, (cluster, _) in enumerate(by_place, 1)}
    taken: set[Span] = set()
    actors = [
        _actor(text, stage, cluster, ids[id(cluster)], country, taken)
        for cluster, country in sorted(by_place, key=lambda pair: ORDER.index(pair[0].kind))
    ]
    spoken = tuple(_with_actor(text, stage, n, a, ids) for n, a in enumerate(attributions))
    beside = [(cluster, homes[n]) for n, cluster in enumerate(clusters) if id(cluster) not in ids]
    bystanders = [
        _actor(text, stage, _by_nouns(cluster), f"B{n}", country, taken)
        for n, (cluster, country) in enumerate(beside, 1)
        if is_bystander(text, stage, cluster)
    ]
    return _mentioned(actors), spoken, _mentioned(bystanders)


def _by_nouns(cluster: ActorCluster) -> ActorCluster:
    return replace(cluster, mentions=[mention for mention in cluster.mentions if mention.form == "noun"])


def _mentioned(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if actor.mentions)


def _first(cluster: ActorCluster) -> tuple[int, int]:
    mention = cluster.mentions[0]
    return mention.first, -mention.end


def _actor(text: Text, stage: Stage, cluster: ActorCluster, name: str, country: str | None, taken: set[Span]) -> Actor:
    """The actor of a cluster; ``taken`` are the mentions of others, which are no longer free."""
    p = text.parse
    longest: dict[int, Span] = {}
    for span in (p.span(m.first, m.end) for m in cluster.mentions):
        longest[span[1]] = min(
            span, longest.get(span[1], span)
        )  # *Financiën* in *het ministerie van Financiën* is no second
    mentions = tuple(span for span in sorted(longest.values()) if span not in taken)
    taken.update(mentions)
    actor = Actor(
        id=name,
        name=_name(text, cluster),
        kind=cluster.kind,
        mentions=mentions,
        aliases=_aliases(text, cluster),
        roles=roles_of(text, stage, cluster),
        country=country,
        sector=cluster.sector,
    )
    return actor if cluster.user is None else _as_told(actor, cluster.user)


def _as_told(actor: Actor, user: UserActor) -> Actor:
    """An actor with what the user says of it in place of what was found."""
    return msgspec.structs.replace(
        actor,
        aliases=tuple(dict.fromkeys((*user.aliases, *actor.aliases))),
        roles=tuple(Role(title) for title in user.roles) or actor.roles,
        country=user.country or actor.country,
        sector=user.sector or actor.sector,
    )


def _name(text: Text, cluster: ActorCluster) -> str:
    """The fullest name; of what has none the noun phrase without its article."""
    p = text.parse
    if cluster.whole is not None:
        return " ".join(p.text[slice(*p.span(*cluster.whole))].split())
    if cluster.key is not None:
        family = cluster.kind == "group" and cluster.titles
        return f"{p.lower[cluster.titles[0]]} {cluster.key}" if family else cluster.key
    told = (m for m in cluster.mentions if m.form != "pronoun" and m.head != cluster.brief)
    best = next(told, cluster.mentions[0])
    return bare_text(p, best)


def _aliases(text: Text, cluster: ActorCluster) -> tuple[str, ...]:
    """The other names in the text, in their order."""
    p = text.parse
    entities = (p.entity_of[m.head] for m in cluster.mentions if m.form == "name" and not cluster.pair)
    names = (" ".join(p.text[slice(*p.entities[number].span)].split()) for number in entities if number >= 0)
    return tuple(name for name in dict.fromkeys(names) if name != _name(text, cluster))


def _with_actor(text: Text, stage: Stage, number: int, attribution: Attribution, ids: dict[int, str]) -> Attribution:
    """An attribution with the id of the actor who is its source, and with the name of a person or body as its speaker."""
    speaker = attribution.speaker
    cluster = stage.source_of(text, number) if speaker is not None else None
    if cluster is None or speaker is None or _is_of_another(text, stage, number, cluster, speaker):
        return attribution
    told = cluster.key if cluster.kind == "person" and _names_somebody_else(text, stage, number, speaker) else None
    told = cluster.key if _is_body_for_short(stage, cluster, speaker) else told
    return msgspec.structs.replace(attribution, actor=ids.get(id(cluster)), speaker=told or speaker)


def _is_body_for_short(stage: Stage, cluster: ActorCluster, speaker: str) -> bool:
    """*RCP*, *Ralden* for *Ralden Capital Partners*: another name of the body, which goes by the one that stands for all.

    Not *Appel* for *Systeem 5 van Appel*, which only ends so.
    """
    one = speaker.isupper() or (cluster.key or "").startswith(speaker)
    return one and cluster.kind == "organisation" and not cluster.place and stage.cluster_named(speaker) is cluster


def _is_of_another(text: Text, stage: Stage, number: int, cluster: ActorCluster, speaker: str) -> bool:
    """Whether the speaker is told to be somebody of the cluster's and not the one himself: *de moeder van Els Bos*."""
    if cluster.kind != "person" or cluster.key is None or cluster.key == speaker:
        return False
    return cluster.key in speaker and not _is_named(text, stage, number)


def _is_named(text: Text, stage: Stage, number: int) -> bool:
    """Whether the source of an attribution is a name itself."""
    head = stage.voices.heads.get(number, -1)
    return head >= 0 and text.parse.entity_of[head] >= 0


def _names_somebody_else(text: Text, stage: Stage, number: int, speaker: str) -> bool:
    """Whether the speaker is the name of another than whom the source names: the cluster knows better then.

    A noun to which the cluster gives a name stays a noun: on texts that nobody tuned on, such names were more often wrong.
    """
    return speaker in stage.voices.numbers and _is_named(text, stage, number)
