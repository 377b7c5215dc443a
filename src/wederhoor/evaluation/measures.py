"""The measures that every score is made of: precision with recall, and the share that is right."""

from __future__ import annotations

import msgspec


class PrecisionRecall(msgspec.Struct, frozen=True, kw_only=True):
    """Precision (right / system), recall (right / gold) and their harmonic mean F1; each 0 where it is undefined."""

    precision: float
    recall: float
    f1: float
    right: int
    system: int
    gold: int


class Ratios(msgspec.Struct, frozen=True, kw_only=True):
    """Precision, recall and F1 of a measure that sums parts of items, so that no whole number is right."""

    precision: float
    recall: float
    f1: float


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """Of a number of cases judged, how many are right; ``accuracy`` is 0 where none was judged."""

    accuracy: float
    right: int
    judged: int


def precision_recall(right: int, system: int, gold: int) -> PrecisionRecall:
    """Precision, recall and F1 of counts.

    Computed from the two ratios, not as 2 * right / (system + gold): the two differ in the last digit, and the figures
    must be those of the reference scorers.
    """
    precision = right / system if system else 0.0
    recall = right / gold if gold else 0.0
    f1 = ratios(precision, recall).f1
    return PrecisionRecall(precision=precision, recall=recall, f1=f1, right=right, system=system, gold=gold)


def ratios(precision: float, recall: float) -> Ratios:
    both = precision + recall
    return Ratios(precision=precision, recall=recall, f1=2 * precision * recall / both if both else 0.0)


def share(right: int, judged: int) -> Share:
    return Share(accuracy=right / judged if judged else 0.0, right=right, judged=judged)
