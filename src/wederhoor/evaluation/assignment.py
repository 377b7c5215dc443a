"""The best one-to-one assignment of one list to another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def assign(weights: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """Pairs (row, column), each row and column at most once, of the largest total weight; pairs of weight 0 are none.

    ``weights`` has one row a gold item and one column a system item. The method is that of Jonker and Volgenant (1987)
    as modified by Crouse (2016); where several assignments are best, scipy's choice is the one that the reference has.
    """
    if not weights or not weights[0]:
        return ()
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  # takes a fifth of a second to load

    rows, columns = linear_sum_assignment(np.array(weights, dtype=float), maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return tuple((row, column) for row, column in pairs if weights[row][column] > 0)
