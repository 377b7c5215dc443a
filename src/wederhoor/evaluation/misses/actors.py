"""Misses of actors: who was not seen, who is merged with whom, and what is wrong in who they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from wederhoor.evaluation.actors import (
    ActorAlignment,
    KeyedActor,
    country_right,
    kind_right,
    mention_key,
    name_right,
    sector_right,
)
from wederhoor.evaluation.gold import GoldActor
from wederhoor.evaluation.misses.context import marked
from wederhoor.evaluation.misses.miss import Miss
from wederhoor.records import Span

SHOWN = 3
"""How many mentions the context of a miss shows; its spans are all of them."""


def actor_misses(alignment: ActorAlignment) -> Iterator[Miss]:
    pairs = dict(alignment.pairs)
    hit = set(pairs.values())
    gold_of = {key: i for i, cluster in enumerate(alignment.gold) for key in cluster.keys}
    system_of = {key: j for j, cluster in enumerate(alignment.system) for key in cluster.keys}
    for i, cluster in enumerate(alignment.gold):
        if i not in pairs:
            spans = _spans(alignment, cluster, cluster.keys)
            where = _whereabouts(cluster, system_of, alignment.system)
            yield _miss(alignment, "missed", spans, (), (_told(cluster), where))
    for j, cluster in enumerate(alignment.system):
        if j not in hit:
            spans = _spans(alignment, cluster, cluster.keys)
            where = _whereabouts(cluster, gold_of, alignment.gold)
            yield _miss(alignment, "spurious", (), spans, (where, _told(cluster)))
    for i, j in alignment.pairs:
        yield from _strays(alignment, i, j, gold_of, system_of)
        yield from _wrong(alignment, i, j)


def _strays(
    alignment: ActorAlignment, i: int, j: int, gold_of: Mapping[int, int], system_of: Mapping[int, int]
) -> Iterator[Miss]:
    """Mentions of a gold actor that the reading gives to the counterpart of another, or to nobody; and the reverse."""
    gold, system = alignment.gold[i], alignment.system[j]
    taken = {s for _, s in alignment.pairs}
    names = gold.actor.name, system.actor.name
    for other in sorted({system_of[key] for key in gold.keys if key in system_of} & taken - {j}):
        spans = _spans(alignment, gold, gold.keys & alignment.system[other].keys)
        yield _miss(alignment, "merged", spans, (), (names[0], alignment.system[other].actor.name))
    if unread := gold.keys - system_of.keys():
        yield _miss(alignment, "mention missed", _spans(alignment, gold, unread), (), (names[0], None))
    if extra := system.keys - gold_of.keys():
        yield _miss(alignment, "mention spurious", (), _spans(alignment, system, extra), (None, names[1]))


def _wrong(alignment: ActorAlignment, i: int, j: int) -> Iterator[Miss]:
    gold, system = alignment.gold[i].actor, alignment.system[j].actor
    judged = (
        ("name", name_right(gold, system), gold.name, system.name),
        ("kind", kind_right(gold, system), *_named(gold, gold.kind, system.kind)),
        ("country", country_right(gold, system), *_named(gold, gold.country, system.country)),
        ("sector", sector_right(gold, system), *_named(gold, gold.sector, system.sector)),
    )
    for kind, right, expected, found in judged:
        if not right:
            yield _miss(alignment, kind, gold.mentions[:1], system.mentions[:1], (expected, found))


def _named(actor: GoldActor, expected: str | None, found: str | None) -> tuple[str, str]:
    return f"{actor.name}: {expected or '-'}", found or "-"


def _told(cluster: KeyedActor) -> str:
    """``Ilmar Tesk (person, MOR, GOV), 5 mentions``."""
    actor = cluster.actor
    facts = ", ".join(fact for fact in (actor.kind, actor.country, actor.sector) if fact)
    return f"{actor.name} ({facts}), {len(cluster.keys)} mentions"


def _whereabouts(cluster: KeyedActor, of: Mapping[int, int], others: tuple[KeyedActor, ...]) -> str:
    """Whom the other side gives an actor's mentions to: ``Ilmar Tesk 3, nobody 1``."""
    counts = Counter(of.get(key, -1) for key in sorted(cluster.keys))
    order = sorted(counts, key=lambda number: (number < 0, -counts[number], number))
    return ", ".join(f"{others[n].actor.name if n >= 0 else 'nobody'} {counts[n]}" for n in order)


def _spans(alignment: ActorAlignment, cluster: KeyedActor, keys: Iterable[int]) -> tuple[Span, ...]:
    """The mentions with these keys, in the order of the text."""
    wanted = set(keys)
    found = {key: m for m in cluster.actor.mentions if (key := mention_key(alignment.text, m)) in wanted}
    return tuple(sorted(found.values()))


def _miss(
    alignment: ActorAlignment,
    kind: str,
    gold: tuple[Span, ...],
    system: tuple[Span, ...],
    values: tuple[str | None, str | None],
) -> Miss:
    expected, found = values
    return Miss(
        layer="actors",
        kind=kind,
        doc=alignment.doc,
        gold=gold,
        system=system,
        expected=expected,
        found=found,
        context=marked(alignment.text, gold[:SHOWN], system[:SHOWN]),
    )
