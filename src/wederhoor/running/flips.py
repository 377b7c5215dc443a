"""For every verdict that is no proof, the one edge on which it hangs: removed or reversed, the response turns round.

Each edge in turn is removed and reversed in the very draws that the verdict rests on, so that nothing else differs: what of
them is stable then, and which way the response goes in most of it. Only edges whose cause responds to the press can matter:
by the formula of Sherman and Morrison (1950) the response changes by a multiple of the cause's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import msgspec
import numpy as np

from wederhoor.records import Direction, EdgeChange, Flip
from wederhoor.running.draws import Draws, Floats, block_is_stable, matrices
from wederhoor.running.graph import Bools, Graph
from wederhoor.running.responses import Moves, respond
from wederhoor.running.structure import can_respond
from wederhoor.running.verdicts import ENOUGH

STABLE: Final = 300
"""Stable draws in which changes are tried."""
WORK: Final = 100_000_000
"""Changes times draws times variables to the third power up to which all changes are tried; beyond it, the likely ones."""
LIKELY: Final = 0.35
"""Share of draws that go the other way by the estimate, from which on a change is likely to turn the response round."""
TRIED: Final = 2
"""The likeliest changes that are tried for each response."""

FACTORS: Final[dict[EdgeChange, float]] = {"remove": 0.0, "reverse": -1.0}


class Changed(msgspec.Struct, frozen=True, eq=False):
    """One edge removed or reversed: for each variable the shares of the stable draws that go up and down, shape (2, n)."""

    edge: int
    change: EdgeChange
    shares: Floats


def find_flips(
    graph: Graph, press: Sequence[int], draws: Draws, wanted: dict[int, Direction], agree: Callable[[Moves], Bools]
) -> dict[int, Flip]:
    """For each wanted variable, by its direction, the change that turns it round in most draws; none where no edge does.

    ``agree`` says which stable draws count, by what they do: those that agree with what was observed.
    """
    if not any(direction != "none" for direction in wanted.values()):
        return {}
    tried = draws.first(_enough(draws.stable))
    results = [_try(graph, press, tried, change, agree) for change in _changes(graph, press, tried, wanted)]
    flips: dict[int, Flip] = {}
    for node, direction in wanted.items():
        if direction == "none":
            continue
        other = 1 if direction == "up" else 0
        turned = [(float(result.shares[other, node]), result) for result in results if result is not None]
        share, best = max(turned, key=lambda item: item[0], default=(0.0, None))
        if best is not None and share > 0.5:
            link = graph.link(best.edge)
            flips[node] = Flip(cause=link.cause, effect=link.effect, sign=link.sign, change=best.change, share=share)
    return flips


def _enough(stable: Bools) -> int:
    """How many draws hold STABLE stable ones."""
    at = np.flatnonzero(stable)
    return int(at[STABLE - 1]) + 1 if len(at) >= STABLE else len(stable)


def _changes(
    graph: Graph, press: Sequence[int], draws: Draws, wanted: dict[int, Direction]
) -> list[tuple[int, EdgeChange]]:
    """The changes to try, removals first, in the order of the edges."""
    weights = draws.weights[draws.stable]
    responds = np.asarray(can_respond(graph, press, weights).any(axis=0))
    edges = [edge for edge in range(len(graph.sign) - graph.added) if responds[graph.cause[edge]]]
    changes: list[tuple[int, EdgeChange]] = [(edge, "remove") for edge in edges]
    changes += [(edge, "reverse") for edge in edges if graph.sign[edge] != 0]
    if len(changes) * draws.number * graph.size**3 <= WORK or len(weights) == 0:
        return changes
    estimates = _estimates(graph, press, weights, changes)
    likely: set[int] = set()
    for node, direction in wanted.items():
        if direction != "none":
            turned = estimates[:, 0 if direction == "down" else 1, node]
            best = np.argsort(-turned, kind="stable")[:TRIED]
            likely.update(best[turned[best] >= LIKELY].tolist())
    return [changes[number] for number in sorted(likely)]


def _estimates(
    graph: Graph, press: Sequence[int], weights: Floats, changes: Sequence[tuple[int, EdgeChange]]
) -> Floats:
    """For each change the shares of draws that go up and down after it, by variable, shape (C, 2, n).

    Of the draws that are stable as they are, those count whose determinant keeps its sign: the others no longer are.
    """
    inverse = np.linalg.inv(-matrices(graph, weights))
    moved = inverse @ np.asarray(press, dtype=np.float64)
    estimates = np.zeros((len(changes), 2, graph.size))
    for number, (edge, kind) in enumerate(changes):
        cause, effect = graph.cause[edge], graph.effect[edge]
        taken = (1 - FACTORS[kind]) * weights[:, edge]
        ratio = 1 + taken * inverse[:, cause, effect]
        held = ratio > 0
        if held.any():
            step = (taken * moved[:, cause] / np.where(held, ratio, 1.0))[held, np.newaxis]
            after = moved[held] - step * inverse[held, :, effect]
            estimates[number] = (after > 0).mean(axis=0), (after < 0).mean(axis=0)
    return estimates


def _try(
    graph: Graph, press: Sequence[int], draws: Draws, change: tuple[int, EdgeChange], agree: Callable[[Moves], Bools]
) -> Changed | None:
    """The shares after a change; None where too few draws count then."""
    edge, kind = change
    weights = draws.weights.copy()
    weights[:, edge] *= FACTORS[kind]
    block = graph.block_of()
    blocks = draws.blocks
    if block[graph.cause[edge]] == block[graph.effect[edge]]:
        blocks = blocks.copy()
        number = int(block[graph.cause[edge]])
        blocks[:, number] = True
        left = np.flatnonzero(blocks.all(axis=1))
        blocks[left, number] = block_is_stable(graph, graph.blocks[number], weights[left])
    moves = respond(graph, press, weights[blocks.all(axis=1)])
    moves = moves[agree(moves)]
    if len(moves) < ENOUGH:
        return None
    return Changed(edge, kind, np.array([(moves == 1).mean(axis=0), (moves == -1).mean(axis=0)]))
