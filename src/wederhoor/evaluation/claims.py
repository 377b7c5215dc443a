"""Scores of what is claimed: what leads to what, what will come, and which statements cannot both be right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec

from wederhoor.evaluation.claim_alignment import CLAIM_LAYERS, Claim, ClaimAlignment, ClaimLayer
from wederhoor.evaluation.measures import PrecisionRecall, Share, precision_recall, share

Judge = Callable[[ClaimAlignment, Claim, Claim], bool]

JUDGES: Final[dict[ClaimLayer, dict[str, Judge]]] = {
    "causal": {"sign": ClaimAlignment.value_right, "holder": ClaimAlignment.holder_right},
    "conditions": {"kind": ClaimAlignment.value_right, "holder": ClaimAlignment.holder_right},
    "forecasts": {"holder": ClaimAlignment.holder_right, "condition": ClaimAlignment.condition_right},
    "conflicts": {"kind": ClaimAlignment.value_right},
}
"""What is judged of the claims that match, by the name that the score has after the layer's."""


class ClaimScores(msgspec.Struct, frozen=True, kw_only=True):
    """Micro scores over all documents whose gold has the layer; None where none has.

    - ``causal``, ``conditions``, ``forecasts``, ``conflicts``: precision, recall and F1 of the claims that match.
    - of those that match: ``..._holder`` (both the author, or attributions whose contents match or that have the same
      speaker), ``causal_sign``, ``conditions_kind`` and ``conflicts_kind`` (the same), ``forecasts_condition`` (none in both,
      or spans that match).
    """

    documents: int
    causal: PrecisionRecall | None = None
    causal_sign: Share | None = None
    causal_holder: Share | None = None
    conditions: PrecisionRecall | None = None
    conditions_kind: Share | None = None
    conditions_holder: Share | None = None
    forecasts: PrecisionRecall | None = None
    forecasts_holder: Share | None = None
    forecasts_condition: Share | None = None
    conflicts: PrecisionRecall | None = None
    conflicts_kind: Share | None = None


def score_claims(documents: Sequence[Mapping[ClaimLayer, ClaimAlignment]]) -> ClaimScores:
    scores: dict[str, PrecisionRecall | Share] = {}
    for layer in CLAIM_LAYERS:
        alignments = [document[layer] for document in documents if layer in document]
        if not alignments:
            continue
        matched = sum(len(a.pairs) for a in alignments)
        system, gold = sum(len(a.system) for a in alignments), sum(len(a.gold) for a in alignments)
        scores[layer] = precision_recall(matched, system, gold)
        for name, judge in JUDGES[layer].items():
            right = sum(judge(a, *pair) for a in alignments for pair in a.matched())
            scores[f"{layer}_{name}"] = share(right, matched)
    return ClaimScores(documents=len(documents), **scores)  # type: ignore[arg-type]  # the names are the fields'
