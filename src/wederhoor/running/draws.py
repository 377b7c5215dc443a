"""Weights drawn at random for a signed digraph, and which draws are stable.

The method is that of qualitative network models (Dambacher et al. 2002; Raymond et al. 2011; Melbourne-Thomas et al. 2012, the
R package QPress): every edge, self-limits among them, has a weight between 0 and 1 with the edge's sign; an edge of unknown
sign has either with equal chance; each draw has a probability of its own, uniform between 0 and 1, with which every optional
edge is present. A draw is stable if all eigenvalues of its matrix have a negative real part.
"""

from __future__ import annotations

from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from wederhoor.records import Prior
from wederhoor.running.graph import Bools, Graph

Floats = NDArray[np.float64]

PRIORS: Final[tuple[Prior, ...]] = ("uniform", "log-uniform", "equal")
DECADES: Final = 2
"""How far log-uniform weights reach down from 1: to 0.01."""
JITTER: Final = 1e-4
"""How far equal weights differ, so that two ways that cancel exactly fall either way, half and half."""
CELLS: Final = 2_000_000
"""Matrix entries that are held at a time: 16 MB."""
PATIENCE: Final = 2_000
"""Draws without a stable one among them after which no more are made."""
LEAST_DECAY: Final = 1e-10
"""A real part above minus this is a rounded zero."""


class Draws(msgspec.Struct, frozen=True, eq=False):
    """N draws of the weights of E edges: ``weights`` (N, E), signed, 0 where an optional edge is absent.

    ``blocks`` (N, B) says which blocks are stable; a draw is stable where all are.
    """

    weights: Floats
    blocks: Bools

    @property
    def number(self) -> int:
        return len(self.weights)

    @property
    def stable(self) -> Bools:
        return np.asarray(self.blocks.all(axis=1))

    def first(self, number: int) -> Draws:
        return Draws(self.weights[:number], self.blocks[:number])


def draw(graph: Graph, prior: Prior, number: int, seed: int) -> Draws:
    """Draw ``number`` times. The same graph, prior, number and seed give the same weights.

    ``uniform``: between 0 and 1; ``log-uniform``: evenly over the powers of ten from 0.01 to 1; ``equal``: all edges of a draw
    are equally strong, between 0 and 1, beside self-limits of 1. Where none of the first PATIENCE is stable, no more are drawn.
    """
    weights, blocks = [], []
    for part, start in enumerate(range(0, number, PATIENCE)):
        weights.append(_weights(graph, prior, min(PATIENCE, number - start), [seed, part]))
        blocks.append(stable_blocks(graph, weights[-1]))
        if start == 0 and not blocks[0].all(axis=1).any():
            break
    return Draws(np.concatenate(weights), np.concatenate(blocks))


def _weights(graph: Graph, prior: Prior, number: int, seed: list[int]) -> Floats:
    stream = np.random.Generator(np.random.PCG64(seed))
    chance = 1 - stream.random((number, len(graph.sign)))  # in (0, 1]: an edge that is there is never 0
    probability = stream.random((number, 1))
    common = 1 - stream.random((number, 1))
    if prior == "uniform":
        sizes = chance
    elif prior == "log-uniform":
        sizes = 10 ** (DECADES * (chance - 1))
    else:
        sizes = np.where(graph.cause == graph.effect, 1.0, common) * (1 - JITTER * chance)
    weights = sizes * graph.sign
    unknown, optional = np.flatnonzero(graph.sign == 0), np.flatnonzero(graph.optional)
    weights[:, unknown] = sizes[:, unknown] * np.where(stream.random((number, len(unknown))) < 0.5, -1, 1)
    weights[:, optional] *= stream.random((number, len(optional))) < probability
    return weights


def stable_blocks(graph: Graph, weights: Floats) -> Bools:
    """Which blocks are stable in which draw, shape (N, B)."""
    found = [block_is_stable(graph, block, weights) for block in graph.blocks]
    return np.array(found, dtype=np.bool_).reshape(len(graph.blocks), len(weights)).T


def block_is_stable(graph: Graph, block: tuple[int, ...], weights: Floats) -> Bools:
    """Whether this block's part of the matrix is stable in each draw, shape (N,)."""
    inner = np.flatnonzero(np.isin(graph.cause, block) & np.isin(graph.effect, block))
    place = np.full(graph.size, -1)
    place[list(block)] = np.arange(len(block))
    rows, columns = place[graph.effect[inner]], place[graph.cause[inner]]
    stable = np.zeros(len(weights), dtype=np.bool_)
    step = max(1, CELLS // len(block) ** 2)
    for start in range(0, len(weights), step):
        some = weights[start : start + step, inner]
        matrices = np.zeros((len(some), len(block), len(block)))
        matrices[:, rows, columns] = some
        stable[start : start + step] = _decays(matrices)
    return stable


def _decays(matrices: Floats) -> Bools:
    if matrices.shape[1] == 1:
        return matrices[:, 0, 0] < 0
    # A stable matrix has a negative trace and det(-A) > 0; both are cheap to tell, eigenvalues are not.
    decays = np.asarray(np.trace(matrices, axis1=1, axis2=2) < 0)
    decays[decays] = np.linalg.slogdet(-matrices[decays])[0] > 0
    if matrices.shape[1] > 2:
        rates = np.linalg.eigvals(matrices[decays]).real
        decays[decays] = rates.max(axis=1, initial=-np.inf) < -LEAST_DECAY
    return np.asarray(decays)


def matrices(graph: Graph, weights: Floats) -> Floats:
    """The matrices of these draws, shape (N, n, n): entry i, j is the effect of variable j on i."""
    filled = np.zeros((len(weights), graph.size, graph.size))
    filled[:, graph.effect, graph.cause] = weights
    return filled
