"""Scores of entities: exact spans, as in the CoNLL-2002 shared task (Tjong Kim Sang 2002)."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from wederhoor.evaluation.measures import PrecisionRecall, precision_recall
from wederhoor.records import Entity


class EntityScores(msgspec.Struct, frozen=True, kw_only=True):
    """Micro precision, recall and F1 over all documents together.

    - ``exact``: the same span and the same type.
    - ``spans``: the same span, whatever its type.
    """

    documents: int
    exact: PrecisionRecall
    spans: PrecisionRecall


def score_entities(documents: Iterable[tuple[Iterable[Entity], Iterable[Entity]]]) -> EntityScores:
    """Score (gold, system) entities, one pair a document; an entity that is there twice counts once."""
    exact = spans = said = true = count = 0
    for gold, system in documents:
        expected = {(entity.span, entity.type) for entity in gold}
        found = {(entity.span, entity.type) for entity in system}
        exact += len(expected & found)
        spans += len({span for span, _ in expected} & {span for span, _ in found})
        said += len(found)
        true += len(expected)
        count += 1
    # Both are out of all entities, typed: where a span has two types, ``spans`` counts it once against two.
    return EntityScores(
        documents=count, exact=precision_recall(exact, said, true), spans=precision_recall(spans, said, true)
    )
