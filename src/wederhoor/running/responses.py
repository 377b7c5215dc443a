"""How every variable responds to a press, draw by draw."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wederhoor.records import Direction, ResponseShares
from wederhoor.running.draws import CELLS, Floats, matrices
from wederhoor.running.graph import Graph
from wederhoor.running.structure import can_respond

Moves = NDArray[np.int8]
"""1 where a variable goes up, -1 where it goes down, 0 where it stays; shape (N, n)."""

MOVE: dict[Direction, int] = {"up": 1, "down": -1, "none": 0}


def respond(graph: Graph, press: Sequence[int], weights: Floats) -> Moves:
    """The signs of -inv(A) p for stable draws, shape (N, n). It is 0 only where no weights could make it anything else."""
    moves = np.zeros((len(weights), graph.size), dtype=np.int8)
    pushed = np.asarray(press, dtype=np.float64)[:, np.newaxis]
    step = max(1, CELLS // max(1, graph.size) ** 2)
    for start in range(0, len(weights), step):
        solved = np.linalg.solve(-matrices(graph, weights[start : start + step]), pushed)[:, :, 0]
        moves[start : start + step] = np.sign(solved)
    moves[~can_respond(graph, press, weights)] = 0
    return moves


def shares(moves: Moves) -> list[ResponseShares]:
    """For each variable the shares of the draws in which it goes up, down, or stays."""
    number = len(moves)
    if number == 0:
        return [ResponseShares(up=None, down=None, none=None)] * moves.shape[1]
    up, down = (moves == 1).sum(axis=0).tolist(), (moves == -1).sum(axis=0).tolist()
    return [
        ResponseShares(up=more / number, down=less / number, none=(number - more - less) / number)
        for more, less in zip(up, down, strict=True)
    ]
