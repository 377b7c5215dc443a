"""The scores of readings against gold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from wederhoor.evaluation.alignment import align, paired
from wederhoor.evaluation.attributions import AttributionScores, score_attributions
from wederhoor.evaluation.commitment import CommitmentScores, score_commitment
from wederhoor.evaluation.entities import EntityScores, score_entities
from wederhoor.evaluation.gold import GoldDocument
from wederhoor.records import Reading


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """``commitment`` and ``entities`` are None where no gold document has that layer."""

    attributions: AttributionScores
    commitment: CommitmentScores | None = None
    entities: EntityScores | None


def evaluate(gold: Sequence[GoldDocument], readings: Mapping[str, Reading]) -> Scores:
    """Score readings, by their ``doc``, against gold.

    A gold document without a reading counts as one in which nothing was found. Entities are scored in the documents
    whose gold has them. Raises W302 for a reading that has no gold or was made of another text.
    """
    pairs = paired(gold, readings)
    entities = [
        (document.entities, reading.entities if reading else ())
        for document, reading in pairs
        if document.entities is not None
    ]
    alignments = [align(document, reading) for document, reading in pairs]
    committed = [a for a, (document, _) in zip(alignments, pairs, strict=True) if document.has_commitment]
    return Scores(
        attributions=score_attributions(alignments),
        commitment=score_commitment(committed) if committed else None,
        entities=score_entities(entities) if entities else None,
    )
