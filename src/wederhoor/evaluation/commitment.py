"""Scores of commitment: what a source does with a content, whether it affirms it, and how sure it is (FactBank)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wederhoor.evaluation.alignment import Alignment
from wederhoor.evaluation.measures import Share, share


class CommitmentScores(msgspec.Struct, frozen=True, kw_only=True):
    """Of the attributions matched by content, those with the same attitude, polarity and certainty as gold."""

    documents: int
    attitude: Share
    polarity: Share
    certainty: Share


def score_commitment(alignments: Sequence[Alignment]) -> CommitmentScores:
    pairs = [(gold.record, system.record) for alignment in alignments for gold, system in alignment.matched()]
    return CommitmentScores(
        documents=len(alignments),
        attitude=share(sum(gold.attitude == system.attitude for gold, system in pairs), len(pairs)),
        polarity=share(sum(gold.polarity == system.polarity for gold, system in pairs), len(pairs)),
        certainty=share(sum(gold.certainty == system.certainty for gold, system in pairs), len(pairs)),
    )
