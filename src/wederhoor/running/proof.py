"""Proofs: the signs that a response can have for any weights at all (loop analysis).

The system is dx/dt = A x + p, where A[i, j] is the effect of variable j on i. A lasting press p moves its rest point by
x = -inv(A) p = adj(-A) p / det(-A). Where the system is stable, every eigenvalue of -A has a positive real part and complex
ones come in pairs, so det(-A) > 0: the sign of x[i] is that of row i of adj(-A) p, a polynomial in the weights without any
cancellation (``signs``). If all its terms have one sign, then the response has it, whatever the weights (Levins 1974; Puccia
and Levins 1985; Dambacher, Li and Rossignol 2002).

Ordered by influence, -A is block triangular, with one block for each strongly connected component. So minors are expanded
within blocks only: with y the inflow into block S from presses and earlier blocks, x[S] = adj(-A[S]) y / det(-A[S]), and a
term of adj(-A)[i, j] is a chain of blocks from j to i: for each block on the chain a term of its adjugate, for each block off
it a term of its determinant. Two chains differ in an edge, so these terms are distinct monomials too. Hence

- ``settled[i]``, the signs of x[i] with every block's determinant positive, as it is in every stable system, are the products
  along the chains. One sign there is a proof for all weights that let the system settle.
- adj(-A) p itself has one sign only if, besides, no chain leaves out a block whose determinant has terms of both signs.
  ``certain`` asks for this more, as loop analysis of the whole matrix does.

An optional edge is a term that may be missing. What is left of a polynomial of one sign keeps it, unless nothing is left: so
a sign is proved if it is for the graph with all optional edges and some term has none of them.

A system can settle only if every block has a variable with a self-limit (the trace of its part of A is the sum of its
eigenvalues, all with a negative real part) and its determinant has a positive term.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from wederhoor.records import Direction
from wederhoor.running import signs
from wederhoor.running.graph import Bools, Graph
from wederhoor.running.signs import BOTH, MINUS, PLUS, TIMES, ZERO

DIRECTIONS: dict[int, Direction] = {PLUS: "up", MINUS: "down", ZERO: "none"}


class Proof(msgspec.Struct, frozen=True):
    """What is proved of each variable's response: a direction, or None. ``certain`` holds for the whole adjugate."""

    certain: tuple[Direction | None, ...]
    settled: tuple[Direction | None, ...]


class Unstable(msgspec.Struct, frozen=True):
    """A block that is unstable for all weights; ``unlimited``: for want of any self-limit in it."""

    block: tuple[int, ...]
    unlimited: bool


class _Ways(msgspec.Struct, frozen=True):
    """For each variable the signs of its response, and the mixed blocks that every chain to it passes, as bits."""

    signs: list[int]
    passed: list[int]
    mixed: int


def prove(graph: Graph, press: Sequence[int]) -> Proof:
    """What follows for all weights from a press: for each variable 1 (up), -1 (down) or 0, shape (n,)."""
    whole = _ways(graph, press, np.ones(len(graph.sign), dtype=np.bool_))
    sure = _ways(graph, press, ~graph.optional) if graph.optional.any() else whole
    settled = [
        DIRECTIONS[one] if one != BOTH and one == other else None
        for one, other in zip(whole.signs, sure.signs, strict=True)
    ]
    certain = [
        direction if direction == "none" or whole.passed[node] & whole.mixed == whole.mixed else None
        for node, direction in enumerate(settled)
    ]
    return Proof(tuple(certain), tuple(settled))


def largest_block(graph: Graph) -> int:
    """The number of variables of the largest strongly connected component."""
    return max((len(block) for block in graph.blocks), default=0)


def unstable_block(graph: Graph) -> Unstable | None:
    """The first block that is unstable for all weights, if any."""
    own = graph.cause == graph.effect
    limited = set(graph.cause[own & (graph.sign <= 0)].tolist())
    everything = np.ones(len(graph.sign), dtype=np.bool_)
    for block in graph.blocks:
        if limited.isdisjoint(block):
            return Unstable(block, unlimited=True)
        if len(block) <= signs.LARGEST and not signs.determinant(_matrix(graph, block, everything)) & PLUS:
            return Unstable(block, unlimited=False)
    return None


def _ways(graph: Graph, press: Sequence[int], present: Bools) -> _Ways:
    ways = _Ways([ZERO] * graph.size, [-1] * graph.size, _mixed(graph, present))
    into = _edges_between(graph, present)
    for number, block in enumerate(graph.blocks):
        inflow = [_inflow(node, press, into[node], ways) for node in block]
        entries = [entry for entry, (found, _) in enumerate(inflow) if found]
        if not entries:
            continue
        matrix = _matrix(graph, block, present)
        for entry in entries:
            found, passed = inflow[entry]
            for node, sign in zip(block, _adjugate_column(matrix, entry), strict=True):
                if sign:
                    ways.signs[node] |= TIMES[sign][found]
                    ways.passed[node] &= passed | (1 << number)
    return ways


def _inflow(node: int, press: Sequence[int], into: Sequence[tuple[int, int]], ways: _Ways) -> tuple[int, int]:
    """The signs of what comes into a variable from outside its block, and the blocks that all of it has passed."""
    found, passed = (signs.of(press[node]), 0) if press[node] else (ZERO, -1)
    for cause, sign in into:
        if ways.signs[cause]:
            found |= TIMES[ways.signs[cause]][sign]
            passed &= ways.passed[cause]
    return found, passed


def _mixed(graph: Graph, present: Bools) -> int:
    """The blocks whose determinant may be negative for some weights, as bits; a block that is too large counts among them."""
    mixed = 0
    for number, block in enumerate(graph.blocks):
        if len(block) > signs.LARGEST or signs.determinant(_matrix(graph, block, present)) & MINUS:
            mixed |= 1 << number
    return mixed


def _matrix(graph: Graph, block: Sequence[int], present: Bools) -> NDArray[np.uint8]:
    """The signs of -A within a block, shape (m, m); row i, column j is the negated effect of j on i."""
    place = {node: number for number, node in enumerate(block)}
    matrix = np.zeros((len(block), len(block)), dtype=np.uint8)
    for edge in np.flatnonzero(present & np.isin(graph.cause, block) & np.isin(graph.effect, block)).tolist():
        matrix[place[int(graph.effect[edge])], place[int(graph.cause[edge])]] = signs.of(-int(graph.sign[edge]))
    return matrix


def _adjugate_column(matrix: NDArray[np.uint8], entry: int) -> NDArray[np.uint8]:
    if len(matrix) > signs.LARGEST:
        return np.full(len(matrix), BOTH, dtype=np.uint8)
    return signs.adjugate_column(matrix, entry)


def _edges_between(graph: Graph, present: Bools) -> list[list[tuple[int, int]]]:
    """For each variable the edges into it from other blocks: cause, and the signs that the edge brings."""
    block = graph.block_of()
    into: list[list[tuple[int, int]]] = [[] for _ in range(graph.size)]
    for edge in np.flatnonzero(present & (block[graph.cause] != block[graph.effect])).tolist():
        into[int(graph.effect[edge])].append((int(graph.cause[edge]), signs.of(int(graph.sign[edge]))))
    return into
