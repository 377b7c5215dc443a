"""Where the variables of a drawn model stand: linked ones near, what hangs together apart from the rest, always the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from wederhoor.records import Model

APART: Final = 130.0
"""Pixels between linked variables that the drawing aims at."""
WIDER: Final = np.array([1.3, 1.0])
"""Names are wider than they are high."""
ROUNDS: Final = 300
LARGEST: Final = 150
"""Variables up to which places are sought; more than that stay on a circle."""
WIDTH: Final = 136.0
"""Pixels that a variable takes beside others, with its name and some air."""
LINE: Final = 17.0
"""Pixels of a line of a name."""
LETTERS: Final = 13
"""Letters of a name that stand on a line, about."""
AIR: Final = 36.0
"""Pixels above and below a name together, to the next one."""
LANDSCAPE: Final = 1.4
"""Width by height of a drawing of several parts, where their widths allow."""

Places = np.ndarray
"""Middles of variables, one a row: pixels from the left and from the top."""


def place(model: Model) -> dict[str, tuple[int, int]]:
    """A place for each variable, in whole pixels from the top left.

    Each part of the model that hangs together is drawn by itself (Fruchterman and Reingold 1991, begun on a circle); the parts
    then stand on shelves, the largest first, so that small ones do not push it out of sight.
    """
    names = [variable.name for variable in model.variables]
    linked = _linked(model, names)
    parts = _parts(linked)
    boxes = np.array([[WIDTH, AIR + LINE * -(-len(name) // LETTERS)] for name in names]).reshape(-1, 2)
    drawn = [_drawn(linked[np.ix_(part, part)], boxes[part]) for part in parts]
    places = np.zeros((len(names), 2))
    sizes = [(own + boxes[part] / 2).max(axis=0) for part, own in zip(parts, drawn, strict=True)]
    for part, own, corner in zip(parts, drawn, _shelves(sizes), strict=True):
        places[part] = own + corner
    return {name: (round(x), round(y)) for name, (x, y) in zip(names, places.tolist(), strict=True)}


def _linked(model: Model, names: list[str]) -> np.ndarray:
    index = {name: number for number, name in enumerate(names)}
    linked = np.zeros((len(names), len(names)))
    for link in model.links():
        one, other = index[link.cause], index[link.effect]
        if one != other:
            linked[one, other] = linked[other, one] = 1.0
    return linked


def _parts(linked: np.ndarray) -> list[list[int]]:
    """The numbers of the variables of each part that hangs together, the largest part first, else in the order of the model."""
    found: list[list[int]] = []
    seen: set[int] = set()
    for first in range(len(linked)):
        if first in seen:
            continue
        part, waiting = {first}, [first]
        while waiting:
            new = {*np.flatnonzero(linked[waiting.pop()]).tolist()} - part
            part |= new
            waiting.extend(sorted(new))
        seen |= part
        found.append(sorted(part))
    return sorted(found, key=len, reverse=True)


def _drawn(linked: np.ndarray, boxes: np.ndarray) -> Places:
    """The places of one part, from its own top left corner."""
    size = len(linked)
    angles = 2 * np.pi * np.arange(size) / size
    places = np.stack([np.cos(angles), np.sin(angles)], axis=1) * APART * max(1.0, size / 4)
    if size == 2:
        places = np.array([[0.0, 0.0], [APART, 0.0]])
    elif size <= LARGEST:
        places = _spread(places, linked)
    placed = _uncovered(places * WIDER, boxes)
    from_corner: Places = placed - (placed - boxes / 2).min(axis=0)
    return from_corner


def _spread(places: Places, linked: np.ndarray) -> Places:
    reach = APART * len(places) ** 0.5
    for turn in range(ROUNDS):
        x, y = places.T
        across, down = x[:, np.newaxis] - x, y[:, np.newaxis] - y
        squared = np.maximum(across * across + down * down, 1.0)
        force = APART**2 / squared - linked * np.sqrt(squared) / APART
        move = np.stack([(across * force).sum(axis=1), (down * force).sum(axis=1)], axis=1)
        length = np.maximum(np.sqrt((move**2).sum(axis=1, keepdims=True)), 1e-9)
        places = places + move / length * np.minimum(length, reach * 0.2 * (1 - turn / ROUNDS))
    return places


def _uncovered(places: Places, boxes: np.ndarray) -> Places:
    """The same with no name over another: two that overlap move apart along the way that is shorter."""
    size = len(places)
    least = (boxes[:, np.newaxis] + boxes) / 2
    for _ in range(ROUNDS if 1 < size <= LARGEST else 0):
        apart = places[:, np.newaxis] - places
        over = least - np.abs(apart)
        both = (over > 0).all(axis=2)
        np.fill_diagonal(both, val=False)
        if not both.any():
            break
        shorter = over.argmin(axis=2)[..., np.newaxis] == np.arange(2)
        # of two in one place the later one goes down or to the right
        way = np.sign(apart) + (apart == 0) * np.sign(np.subtract.outer(np.arange(size), np.arange(size)))[..., None]
        places = places + (way * over * shorter * both[..., np.newaxis]).sum(axis=1) * 0.3
    return places


def _shelves(sizes: Sequence[np.ndarray]) -> list[np.ndarray]:
    """The top left corner of each part of a width and a height: side by side on a shelf until it is full, then on one below."""
    area = sum(float(width * height) for width, height in sizes)
    full = max([(area * LANDSCAPE) ** 0.5, *(float(width) for width, _ in sizes)])
    corners, x, y, deep = [], 0.0, 0.0, 0.0
    for width, height in sizes:
        if x and x + width > full:
            x, y, deep = 0.0, y + deep, 0.0
        corners.append(np.array([x, y]))
        x, deep = x + float(width), max(deep, float(height))
    return corners
