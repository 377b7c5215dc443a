"""Misses of names."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.evaluation.assignment import assign
from wederhoor.evaluation.gold import GoldDocument
from wederhoor.evaluation.misses.context import marked
from wederhoor.evaluation.misses.miss import Miss
from wederhoor.records import Entity, overlap


def entity_misses(gold: GoldDocument, system: GoldDocument | None) -> Iterator[Miss]:
    """Names that overlap are held against each other: another type, another extent."""
    said = (system.entities or ()) if system else ()
    ours = sorted(set(gold.entities or ()) - set(said), key=_order)
    theirs = sorted(set(said) - set(gold.entities or ()), key=_order)
    pairs = dict(assign([[overlap(a.span, b.span) for b in theirs] for a in ours]))
    for i, entity in enumerate(ours):
        yield _miss(gold, entity, theirs[pairs[i]] if i in pairs else None)
    for j in sorted({*range(len(theirs))} - {*pairs.values()}):
        yield _miss(gold, None, theirs[j])


def _order(entity: Entity) -> tuple[tuple[int, int], str]:
    return entity.span, entity.type


def _miss(document: GoldDocument, gold: Entity | None, system: Entity | None) -> Miss:
    if gold is None or system is None:
        kind = "missed" if system is None else "spurious"
    else:
        kind = "type" if gold.span == system.span else "extent"
    ours, theirs = ((entity.span,) if entity else () for entity in (gold, system))
    return Miss(
        layer="entities",
        kind=kind,
        doc=document.doc,
        gold=ours,
        system=theirs,
        expected=gold.type if gold else None,
        found=system.type if system else None,
        context=marked(document.text, ours, theirs),
    )
