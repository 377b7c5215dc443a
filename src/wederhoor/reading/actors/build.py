"""From figures to actors: their names, kinds, countries, sectors, roles and mentions; and who speaks in each attribution."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wederhoor.reading.actors.choice import is_actor, mark_sources
from wederhoor.reading.actors.clusters import Figure
from wederhoor.reading.actors.home_countries import settle
from wederhoor.reading.actors.phrases import bare_text
from wederhoor.reading.actors.roles import roles_of, sector_by_roles
from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.actors.userfile import UserActor
from wederhoor.records import Actor, ActorKind, Attribution, Role, Span

ORDER: tuple[ActorKind, ...] = ("person", "organisation", "state", "group")


def portray(stage: Stage, attributions: Sequence[Attribution]) -> tuple[tuple[Actor, ...], tuple[Attribution, ...]]:
    """The actors, people before bodies, states and groups, each kind in text order; ids are in the order of first mentions."""
    mark_sources(stage)
    figures = stage.ensemble.figures
    for figure in figures:
        figure.sector = sector_by_roles(stage, figure)
    homes = settle(stage, figures)
    kept = [(figure, homes[n]) for n, figure in enumerate(figures) if is_actor(stage, figure)]
    by_place = sorted(kept, key=lambda pair: _first(pair[0]))
    ids = {id(figure): f"P{n}" for n, (figure, _) in enumerate(by_place, 1)}
    taken: set[Span] = set()
    actors = [
        _actor(stage, figure, ids[id(figure)], country, taken)
        for figure, country in sorted(by_place, key=lambda pair: ORDER.index(pair[0].kind))
    ]
    spoken = tuple(_with_actor(stage, n, a, ids) for n, a in enumerate(attributions))
    return tuple(actor for actor in actors if actor.mentions), spoken


def _first(figure: Figure) -> tuple[int, int]:
    mention = figure.mentions[0]
    return mention.first, -mention.end


def _actor(stage: Stage, figure: Figure, name: str, country: str | None, taken: set[Span]) -> Actor:
    """The actor of a figure; ``taken`` are the mentions of others, which are no longer to be had."""
    p = stage.cast.parse
    longest: dict[int, Span] = {}
    for span in (p.span(m.first, m.end) for m in figure.mentions):
        longest[span[1]] = min(
            span, longest.get(span[1], span)
        )  # *Financiën* in *het ministerie van Financiën* is no second
    mentions = tuple(span for span in sorted(longest.values()) if span not in taken)
    taken.update(mentions)
    actor = Actor(
        id=name,
        name=_name(stage, figure),
        kind=figure.kind,
        mentions=mentions,
        aliases=_aliases(stage, figure),
        roles=roles_of(stage, figure),
        country=country,
        sector=figure.sector,
    )
    return actor if figure.user is None else _as_told(actor, figure.user)


def _as_told(actor: Actor, user: UserActor) -> Actor:
    """An actor with what the user says of it in the place of what was found."""
    return msgspec.structs.replace(
        actor,
        aliases=tuple(dict.fromkeys((*user.aliases, *actor.aliases))),
        roles=tuple(Role(title) for title in user.roles) or actor.roles,
        country=user.country or actor.country,
        sector=user.sector or actor.sector,
    )


def _name(stage: Stage, figure: Figure) -> str:
    """The fullest name; of what has none the noun phrase without its article."""
    p = stage.cast.parse
    if figure.whole is not None:
        return " ".join(p.text[slice(*p.span(*figure.whole))].split())
    if figure.key is not None:
        family = figure.kind == "group" and figure.titles
        return f"{p.lower[figure.titles[0]]} {figure.key}" if family else figure.key
    best = next((m for m in figure.mentions if m.form != "pronoun"), figure.mentions[0])
    return bare_text(p, best)


def _aliases(stage: Stage, figure: Figure) -> tuple[str, ...]:
    """The other names in the text, in their order."""
    p = stage.cast.parse
    entities = (p.entity_of[m.head] for m in figure.mentions if m.form == "name" and not figure.pair)
    names = (" ".join(p.text[slice(*p.entities[number].span)].split()) for number in entities if number >= 0)
    return tuple(name for name in dict.fromkeys(names) if name != _name(stage, figure))


def _with_actor(stage: Stage, number: int, attribution: Attribution, ids: dict[int, str]) -> Attribution:
    """An attribution with the id of the actor who is its source."""
    if attribution.speaker is None:
        return attribution
    figure = stage.source_of(number)
    return msgspec.structs.replace(attribution, actor=ids.get(id(figure))) if figure is not None else attribution
