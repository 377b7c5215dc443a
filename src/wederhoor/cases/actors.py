"""Actors across documents: who in one text is who in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actors.same import same_actor
from wederhoor.records import Actor, CaseActor, Reading, Ref

LIKE = 3
"""Letters that the last words of two names have in common where they may name the same."""


def join_actors(readings: Sequence[Reading], pack: LanguagePack) -> tuple[CaseActor, ...]:
    """The actors of a case, K1, K2, ..., in the order of the documents; see ``same_actor`` for who is taken to be the same.

    A new actor is compared with those alone whose last word, or whose acronym, begins alike.
    """
    groups: list[list[tuple[Ref, Actor]]] = []
    by_key: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for reading in readings:
        own: set[int] = set()
        for actor in reading.actors:
            keys = _keys(actor)
            near = dict.fromkeys(number for key in keys for number in by_key[key] if number not in own)
            found = next(
                (n for n in near if any(same_actor(actor, other, pack) for _, other in groups[n][-LIKE:])), None
            )
            if found is None:
                found = len(groups)
                groups.append([])
            groups[found].append((Ref(reading.doc, actor.id), actor))
            own.add(found)  # two actors of one text are two
            for key in keys:
                if found not in by_key[key]:
                    by_key[key].append(found)
    return tuple(_case_actor(number, members) for number, members in enumerate(groups, start=1))


def _keys(actor: Actor) -> list[tuple[str, str]]:
    names = (actor.name, *actor.aliases)
    return sorted({(actor.kind, name.split()[-1].casefold()[:LIKE]) for name in names if name.split()})


def _case_actor(number: int, members: Sequence[tuple[Ref, Actor]]) -> CaseActor:
    fullest = max((actor for _, actor in members), key=lambda actor: (len(actor.name.split()), len(actor.mentions)))
    return CaseActor(
        id=f"K{number}",
        name=fullest.name,
        kind=fullest.kind,
        members=tuple(ref for ref, _ in members),
        country=next((actor.country for _, actor in members if actor.country), None),
        sector=next((actor.sector for _, actor in members if actor.sector), None),
    )
