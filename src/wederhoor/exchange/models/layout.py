"""Where the variables of a drawn model stand: linked ones near, others apart, always the same for the same model."""

from __future__ import annotations

from typing import Final

import numpy as np

from wederhoor.records import Model

APART: Final = 130.0
"""The distance between linked variables that the drawing aims at, in pixels."""
WIDER: Final = np.array([1.3, 1.0])
"""Names are wider than they are high."""
ROUNDS: Final = 300
LARGEST: Final = 150
"""Variables up to which places are sought; more than that stay on a circle."""


def place(model: Model) -> dict[str, tuple[int, int]]:
    """A place for each variable, in whole pixels from the top left (Fruchterman and Reingold 1991, begun on a circle)."""
    names = [variable.name for variable in model.variables]
    size = len(names)
    angles = 2 * np.pi * np.arange(size) / max(1, size)
    places = np.stack([np.cos(angles), np.sin(angles)], axis=1) * APART * max(1.0, size / 4)
    if 2 < size <= LARGEST:
        places = _spread(places, _linked(model, names))
    if size:
        places = (places - places.min(axis=0)) * WIDER
    return {name: (round(x), round(y)) for name, (x, y) in zip(names, places.tolist(), strict=True)}


def _linked(model: Model, names: list[str]) -> np.ndarray:
    index = {name: number for number, name in enumerate(names)}
    linked = np.zeros((len(names), len(names)))
    for link in model.links():
        one, other = index[link.cause], index[link.effect]
        if one != other:
            linked[one, other] = linked[other, one] = 1.0
    return linked


def _spread(places: np.ndarray, linked: np.ndarray) -> np.ndarray:
    reach = APART * len(places) ** 0.5
    for turn in range(ROUNDS):
        x, y = places.T
        across, down = x[:, np.newaxis] - x, y[:, np.newaxis] - y
        squared = np.maximum(across * across + down * down, 1.0)
        force = APART**2 / squared - linked * np.sqrt(squared) / APART
        moved = np.stack([(across * force).sum(axis=1), (down * force).sum(axis=1)], axis=1)
        # A pull to the middle, in proportion, keeps parts that are not linked on the page.
        move = moved - 0.1 * (places - places.mean(axis=0))
        length = np.maximum(np.sqrt((move**2).sum(axis=1, keepdims=True)), 1e-9)
        places = places + move / length * np.minimum(length, reach * 0.2 * (1 - turn / ROUNDS))
    return places
