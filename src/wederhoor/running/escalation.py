"""The loops behind instability: those that are stronger in the draws that never settle than in those that do."""

from __future__ import annotations

from typing import Final

import numpy as np

from wederhoor.records import Behind
from wederhoor.running.draws import Draws, Floats
from wederhoor.running.graph import Bools, Graph
from wederhoor.running.loops import cycle_edges, describe, edge_numbers, short_cycles

LOOPS: Final = 200
"""Loops that are looked at, the shortest."""
STEPS: Final = 100_000
SHOWN: Final = 5
STRONGER: Final = 0.6


def loops_behind(graph: Graph, draws: Draws) -> tuple[Behind, ...]:
    """The loops that tell unstable draws from stable ones best, at most SHOWN.

    A loop's strength is the product of its weights over that of the self-limits of its variables. Its share is that of the
    pairs of an unstable and a stable draw of its component in which the unstable one has the stronger loop (Mann and Whitney
    1947), ties by half.
    """
    edges = edge_numbers(graph)
    block = graph.block_of()
    found: list[tuple[float, int, Behind]] = []
    for number, cycle in enumerate(short_cycles(graph, LOOPS, STEPS)):
        own = [edges.get((node, node)) for node in cycle]
        loop = describe(graph, cycle, edges)
        stable = draws.blocks[:, block[cycle[0]]]
        if (len(cycle) == 1 and loop.polarity == "B") or stable.all() or not stable.any():
            continue
        strength = np.abs(draws.weights[:, cycle_edges(cycle, edges)]).prod(axis=1)
        limits = [np.abs(draws.weights[:, edge]) for edge in own if edge is not None and len(cycle) > 1]
        for limit in limits:
            strength = strength / np.where(limit > 0, limit, 1.0)
        share = _stronger(strength, ~stable)
        if share >= STRONGER:
            found.append((-share, number, Behind(loop=loop, share=share)))
    return tuple(behind for _, _, behind in sorted(found, key=lambda item: item[:2])[:SHOWN])


def _stronger(strength: Floats, unstable: Bools) -> float:
    _, rank, count = np.unique(strength, return_inverse=True, return_counts=True)
    middle = np.cumsum(count) - (count - 1) / 2
    inside = int(unstable.sum())
    above = float(middle[rank][unstable].sum()) - inside * (inside + 1) / 2
    return above / (inside * (len(strength) - inside))
