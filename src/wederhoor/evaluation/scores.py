"""The scores of readings against gold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import msgspec

from wederhoor.evaluation.actors import ActorScores, align_actors, score_actors
from wederhoor.evaluation.alignment import align, paired
from wederhoor.evaluation.attributions import AttributionScores, score_attributions
from wederhoor.evaluation.calibration import Calibration, statement_calibration
from wederhoor.evaluation.claim_alignment import align_claims
from wederhoor.evaluation.claims import ClaimScores, score_claims
from wederhoor.evaluation.commitment import CommitmentScores, score_commitment
from wederhoor.evaluation.entities import EntityScores, score_entities
from wederhoor.evaluation.events import EventScores, align_events, score_events
from wederhoor.evaluation.gold import GoldDocument
from wederhoor.evaluation.gold_terms import in_gold_terms
from wederhoor.records import Entity, Reading

Aligned = TypeVar("Aligned")
Score = TypeVar("Score")


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """A group of scores a layer; None where no gold document has that layer. ``calibration`` is of attributions."""

    attributions: AttributionScores
    commitment: CommitmentScores | None = None
    entities: EntityScores | None
    actors: ActorScores | None = None
    events: EventScores | None = None
    claims: ClaimScores | None = None
    calibration: Calibration | None = None


def evaluate(gold: Sequence[GoldDocument], readings: Mapping[str, Reading]) -> Scores:
    """Score readings, by their ``doc``, against gold.

    A gold document without a reading counts as one in which nothing was found. A layer is scored in the documents whose
    gold has it. Raises W302 for a reading that has no gold or was made of another text.
    """
    read = paired(gold, readings)
    pairs = [(document, in_gold_terms(reading) if reading else None) for document, reading in read]
    alignments = [align(document, reading) for document, reading in pairs]
    return Scores(
        attributions=score_attributions(alignments),
        commitment=_scored(
            score_commitment, [a for a, (gold, _) in zip(alignments, pairs, strict=True) if gold.has_commitment]
        ),
        entities=_scored(score_entities, _entities(pairs)),
        actors=_scored(score_actors, [align_actors(*pair) for pair in pairs if pair[0].actors is not None]),
        events=_scored(score_events, [align_events(*pair) for pair in pairs if pair[0].events is not None]),
        claims=_scored(score_claims, [align_claims(*pair) for pair in pairs if pair[0].has_claims()]),
        calibration=statement_calibration(read),
    )


def _entities(
    pairs: Sequence[tuple[GoldDocument, GoldDocument | None]],
) -> list[tuple[Sequence[Entity], Sequence[Entity]]]:
    return [
        (document.entities, (reading.entities if reading else None) or ())
        for document, reading in pairs
        if document.entities is not None
    ]


def _scored(score: Callable[[Sequence[Aligned]], Score], documents: Sequence[Aligned]) -> Score | None:
    """The scores of the documents whose gold has a layer; None where none has it."""
    return score(documents) if documents else None
