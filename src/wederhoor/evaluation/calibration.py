"""Whether a reading's confidence can be believed, and how much sooner errors are found by following it.

A statement is right where its content matches gold's (Dice .5) and its speaker is gold's. Ratings of what is or is not so are
scored as forecasts of rain are: Brier (1950), and the gap between what was said and what came (calibration error).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from wederhoor.evaluation.alignment import align
from wederhoor.evaluation.attributions import speaker_right
from wederhoor.evaluation.claim_alignment import ClaimLayer, align_claims
from wederhoor.evaluation.gold import GoldDocument
from wederhoor.evaluation.gold_terms import in_gold_terms
from wederhoor.records import Attribution, CausalClaim, Condition, Conflict, Forecast, Reading

GROUPS = 5
"""Groups of one size, by confidence, over which the calibration error is taken."""
FIRST = (0.1, 0.2, 0.3)


class RatedFinding(msgspec.Struct, frozen=True):
    """How sure the reading was of a finding, and whether that is right."""

    confidence: float
    right: bool


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """What confidence is worth.

    - ``brier``: mean square of confidence less 1 (right) or 0 (wrong); ``brier_constant``: that of always saying the mean.
    - ``gap``: mean distance of confidence and share right, over five groups of one size (expected calibration error).
    - ``found``: the share of all errors among the least sure 10, 20 and 30 % (at random: .1, .2, .3).
    - ``precision_doubtful``, ``precision_rest``: the share right of the least sure 20 %, and of the rest.
    """

    judged: int
    wrong: int
    mean: float
    brier: float
    brier_constant: float
    gap: float
    found: tuple[float, float, float]
    precision_doubtful: float
    precision_rest: float


def judged_statements(gold: GoldDocument, attributions: Sequence[Attribution]) -> Iterator[tuple[Attribution, bool]]:
    """The statements of a reading with whether each is right."""
    aligned = align(gold, msgspec.structs.replace(gold, attributions=tuple(attributions)))
    right = {said.record.id for true, said in aligned.matched() if speaker_right(true, said)}
    return ((one, one.id in right) for one in attributions)


def judged_claims(
    gold: GoldDocument, reading: Reading
) -> Iterator[tuple[ClaimLayer, CausalClaim | Condition | Forecast | Conflict, bool]]:
    """Whatever is claimed in a reading, with its layer and whether gold has it, with the same sign or kind."""
    for layer, alignment in align_claims(gold, in_gold_terms(reading)).items():
        same = {j for i, j in alignment.pairs if alignment.value_right(alignment.gold[i], alignment.system[j])}
        for number, claim in enumerate(getattr(reading, layer)):
            yield layer, claim, number in same


def statement_calibration(pairs: Iterable[tuple[GoldDocument, Reading | None]]) -> Calibration | None:
    """The calibration of the statements of readings; None where no reading rates any."""
    judged = [
        RatedFinding(said.confidence, right)
        for gold, reading in pairs
        if reading is not None
        for said, right in judged_statements(gold, reading.attributions)
        if said.confidence is not None
    ]
    return calibrate(judged) if judged else None


def calibrate(judged: Sequence[RatedFinding]) -> Calibration:
    """The calibration of one finding or more. Of equals, those that come first are the less sure."""
    order = sorted(judged, key=lambda one: one.confidence)
    count, wrong = len(order), sum(not one.right for one in order)
    share = 1 - wrong / count
    least = round(count * 0.2)
    return Calibration(
        judged=count,
        wrong=wrong,
        mean=sum(one.confidence for one in order) / count,
        brier=sum((one.confidence - one.right) ** 2 for one in order) / count,
        brier_constant=share * (1 - share),
        gap=_gap(order),
        found=_found(order, wrong),
        precision_doubtful=_precision(order[:least]),
        precision_rest=_precision(order[least:]),
    )


def _gap(order: Sequence[RatedFinding]) -> float:
    rest, total = iter(order), 0.0
    for number in range(GROUPS):
        size = len(order) * (number + 1) // GROUPS - len(order) * number // GROUPS
        group = [*islice(rest, size)]
        total += abs(sum(one.confidence - one.right for one in group))
    return total / len(order)


def _found(order: Sequence[RatedFinding], wrong: int) -> tuple[float, float, float]:
    shares = [sum(not one.right for one in order[: round(len(order) * part)]) / max(wrong, 1) for part in FIRST]
    return shares[0], shares[1], shares[2]


def _precision(some: Sequence[RatedFinding]) -> float:
    return sum(one.right for one in some) / max(len(some), 1)
