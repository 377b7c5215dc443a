"""All misses of readings, in the order of the gold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from wederhoor.evaluation.actors import align_actors
from wederhoor.evaluation.alignment import align, paired
from wederhoor.evaluation.claim_alignment import align_claims
from wederhoor.evaluation.events import align_events
from wederhoor.evaluation.gold import GoldDocument
from wederhoor.evaluation.gold_terms import in_gold_terms
from wederhoor.evaluation.misses.actors import actor_misses
from wederhoor.evaluation.misses.attributions import attribution_misses
from wederhoor.evaluation.misses.claims import claim_misses
from wederhoor.evaluation.misses.entities import entity_misses
from wederhoor.evaluation.misses.events import event_misses
from wederhoor.evaluation.misses.miss import Miss, rank
from wederhoor.records import LAYERS, Layer, Reading


def find_misses(
    gold: Sequence[GoldDocument], readings: Mapping[str, Reading], layers: Collection[Layer] = LAYERS
) -> list[Miss]:
    """List the misses of some layers: by document in the order of gold, by layer, then by where they stand.

    A layer counts in the documents whose gold has it. Raises as ``evaluate``.
    """
    return [
        miss
        for document, reading in paired(gold, readings)
        for miss in sorted(_misses(document, in_gold_terms(reading) if reading else None), key=_place)
        if miss.layer in layers
    ]


def _misses(gold: GoldDocument, system: GoldDocument | None) -> Iterator[Miss]:
    yield from attribution_misses(align(gold, system))
    if gold.entities is not None:
        yield from entity_misses(gold, system)
    if gold.actors is not None:
        yield from actor_misses(align_actors(gold, system))
    if gold.events is not None:
        yield from event_misses(align_events(gold, system))
    for alignment in align_claims(gold, system).values():
        yield from claim_misses(alignment)


def _place(miss: Miss) -> tuple[int, int, str]:
    start = min((start for start, _ in chain(miss.gold, miss.system)), default=0)
    return rank(miss.layer), start, miss.kind
