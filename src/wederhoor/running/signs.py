"""Which signs a polynomial in positive weights has among its terms: the arithmetic of loop analysis (Levins 1974).

A set of signs is a number: 0 for the zero polynomial, PLUS, MINUS, or BOTH. Where the terms of a sum or product are distinct
monomials, nothing cancels, and the set of the whole follows from the sets of its parts. It is exact for determinants of
matrices whose entries are distinct symbols: each term of a determinant is the product of the entries that one permutation
picks, two permutations pick a different entry in at least one row, and so no two terms are the same monomial. This holds for
every minor too, and for the sum of minors with different rows left out (several presses): a term of the one has a factor
from each row but its own missing one, so no term of the other is the same.

An edge of unknown sign stands for either sign, so it brings BOTH.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

ZERO: Final = 0
PLUS: Final = 1
MINUS: Final = 2
BOTH: Final = 3
LARGEST: Final = 18
"""Variables in the largest matrix whose minors are expanded: 2 ** 18 sets of columns."""

# _TIMES[a, b] is the set of the products of a sign of a and a sign of b.
_TIMES: Final = np.array([[0, 0, 0, 0], [0, 1, 2, 3], [0, 2, 1, 3], [0, 3, 3, 3]], dtype=np.uint8)
TIMES: Final[tuple[tuple[int, ...], ...]] = tuple(tuple(int(x) for x in row) for row in _TIMES)
_SWAPPED: Final = np.array([0, 2, 1, 3], dtype=np.uint8)

Signs = NDArray[np.uint8]


def of(sign: int) -> int:
    """The set of the sign 1, -1, or 0 for unknown."""
    return (BOTH, PLUS, MINUS)[sign]


def determinant(matrix: Signs) -> int:
    """The signs among the terms of the determinant; ``matrix`` holds sets of signs, of shape (m, m), m <= LARGEST."""
    size = len(matrix)
    return int(_expand(matrix, range(size))[-1])


def adjugate_column(matrix: Signs, row: int) -> Signs:
    """The signs among the terms of column ``row`` of the adjugate: entry i is the cofactor of (row, i), shape (m,)."""
    size = len(matrix)
    minors = _expand(matrix, [number for number in range(size) if number != row])
    full = (1 << size) - 1
    column = minors[[full ^ (1 << number) for number in range(size)]]
    odd = (np.arange(size) + row) % 2 == 1
    return np.where(odd, _SWAPPED[column], column)


def _expand(matrix: Signs, rows: range | list[int]) -> Signs:
    """For each set of columns the signs of the minor of the first rows, as many as the set has columns (Laplace).

    A term's sign is that of its entries times (-1) to the number of inversions: of each row's column with those of the rows
    before it. Shape (2 ** m,); sets of another size than the number of rows hold what their rows gave.
    """
    size = len(matrix)
    levels, odd = _tables(size)
    signs = np.zeros(1 << size, dtype=np.uint8)
    signs[0] = PLUS
    for done, row in enumerate(rows):
        masks = levels[done]
        masks = masks[signs[masks] > 0]
        for column in np.flatnonzero(matrix[row]):
            free = masks[(masks >> column) & 1 == 0]
            terms = _TIMES[signs[free], matrix[row, column]]
            inverted = odd[free >> (column + 1)]
            signs[free | (1 << column)] |= np.where(inverted, _SWAPPED[terms], terms)
    return signs


@cache
def _tables(size: int) -> tuple[tuple[NDArray[np.intp], ...], NDArray[np.bool_]]:
    """The sets of each number of columns, and whether a set has an odd number of them."""
    bits = np.bitwise_count(np.arange(1 << size, dtype=np.intp)).astype(np.intp)
    order = np.argsort(bits, kind="stable")
    edges = np.searchsorted(bits[order], np.arange(size + 2))
    return tuple(order[edges[k] : edges[k + 1]] for k in range(size + 1)), bits % 2 == 1
