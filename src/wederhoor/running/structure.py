"""Which responses are exactly zero because of what is not there, whatever the weights.

A minor of a matrix with distinct symbols is zero just if no permutation of entries that are there runs through it. Take one
permutation of the whole matrix, which is there where the determinant is not zero: each row has its own column. Leave out row
j, and its column is free. Any row with an entry in a free column can take that in place of its own, which then is free. The
minor without row j and column i is not zero just if column i can be freed so (alternating paths; Berge 1957).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wederhoor.running.draws import Floats
from wederhoor.running.graph import Bools, Graph


def can_respond(graph: Graph, press: Sequence[int], weights: Floats) -> Bools:
    """Where a response can differ from zero at all, shape (N, n). The draws are to be stable."""
    present = weights != 0
    if len(present) == 0:
        return np.zeros((0, graph.size), dtype=np.bool_)
    if not graph.optional.any():
        return np.broadcast_to(_freed(graph, press, present[0]), (len(present), graph.size))
    patterns, which = np.unique(present, axis=0, return_inverse=True)
    freed = np.array([_freed(graph, press, pattern) for pattern in patterns], dtype=np.bool_)
    found: Bools = freed[which.reshape(-1)]
    return found


def _freed(graph: Graph, press: Sequence[int], present: Bools) -> Bools:
    """The columns that leaving out a pressed row can free, shape (n,)."""
    rows: list[list[int]] = [[] for _ in range(graph.size)]
    takers: list[list[int]] = [[] for _ in range(graph.size)]
    for edge in np.flatnonzero(present).tolist():
        row, column = int(graph.effect[edge]), int(graph.cause[edge])
        rows[row].append(column)
        takers[column].append(row)
    own = _own_columns(rows)
    freed = np.zeros(graph.size, dtype=np.bool_)
    work = [own[row] for row, pushed in enumerate(press) if pushed and own[row] >= 0]
    freed[work] = True
    while work:
        for row in takers[work.pop()]:
            column = own[row]
            if column >= 0 and not freed[column]:
                freed[column] = True
                work.append(column)
    return freed


def _own_columns(rows: Sequence[Sequence[int]]) -> list[int]:
    """A column for each row, no two the same, its own number where that is there; -1 for a row that gets none (Kuhn 1955)."""
    own = [row if row in columns else -1 for row, columns in enumerate(rows)]
    taken = {column: row for row, column in enumerate(own) if column >= 0}
    for start, column in enumerate(own):
        if column >= 0:
            continue
        came: dict[int, int] = {}
        queue = [start]
        while queue:
            row = queue.pop(0)
            for other in rows[row]:
                if other in came:
                    continue
                came[other] = row
                if other in taken:
                    queue.append(taken[other])
                    continue
                _take(other, came, own, taken)
                queue.clear()
                break
    return own


def _take(column: int, came: dict[int, int], own: list[int], taken: dict[int, int]) -> None:
    """Give each row on the way to a free column the next column of the way."""
    while column >= 0:
        row = came[column]
        before = own[row]
        own[row], taken[column] = column, row
        column = before
