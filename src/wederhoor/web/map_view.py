"""The map of a case: outlines of countries, the part of the world that its places are in, and where each of them is drawn.

Plate carrée: a degree is as wide everywhere as it is in the middle of what is shown. Nothing is fetched: the outlines are part
of the program (Natural Earth, 1:110m, public domain).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import cos, log2, radians
from typing import Final

import msgspec

from wederhoor.store.places import PlaceRow

DEGREE: Final = 10
"""Units of the outlines in a degree."""
LEAST: Final = 12.0
"""Degrees from north to south that are shown at least."""
AIR: Final = 0.2
"""What is shown around the places, as a share of the distance between the outermost."""
SHAPE: Final = 1.6
"""Width by height."""
DOT: Final = 0.009
"""Radius of the smallest dot, as a share of the height."""


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A place as it is drawn."""

    place: PlaceRow
    x: float
    y: float
    radius: float


class MapView(msgspec.Struct, frozen=True, kw_only=True):
    """What is drawn: ``box`` is the SVG's view, ``squeeze`` how much narrower a degree of longitude is than one of latitude."""

    box: tuple[float, float, float, float]
    squeeze: float
    dots: tuple[Dot, ...]


@cache
def outlines() -> str:
    """The borders of countries and coasts as the ``d`` of an SVG path, in tenths of a degree from 180° W, 90° N."""
    return files("wederhoor.web").joinpath("static/outlines.txt").read_text(encoding="ascii")


def map_view(places: Sequence[PlaceRow], *, world: bool = False) -> MapView:
    """The part of the world that some places lie in, or all of it."""
    known = [(one, one.lat, one.lon) for one in places if one.lat is not None and one.lon is not None]
    south, north, west, east = _edges([lat for _, lat, _ in known], [lon for _, _, lon in known], world=world)
    middle = (south + north) / 2
    squeeze = max(0.2, cos(radians(middle))) if not world else 1.0
    high = max(north - south, (east - west) * squeeze / SHAPE)
    wide = high * SHAPE
    left = (west + east + 360) / 2 * squeeze - wide / 2
    top = 90 - middle - high / 2
    dots = [
        Dot(
            place=one,
            x=round((lon + 180) * squeeze * DEGREE, 1),
            y=round((90 - lat) * DEGREE, 1),
            radius=round(high * DEGREE * DOT * (1 + log2(1 + one.events) / 2), 2),
        )
        for one, lat, lon in known
    ]
    box = (left * DEGREE, top * DEGREE, wide * DEGREE, high * DEGREE)
    return MapView(
        box=(round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)),
        squeeze=round(squeeze, 4),
        dots=tuple(sorted(dots, key=lambda dot: -dot.radius)),  # small ones on top
    )


def _edges(lats: Sequence[float], lons: Sequence[float], *, world: bool) -> tuple[float, float, float, float]:
    """Southernmost, northernmost, westernmost and easternmost degree that are to be seen."""
    if world or not lats:
        return -58, 84, -180, 180
    high = max(LEAST, (max(lats) - min(lats)) * (1 + 2 * AIR))
    wide = max(LEAST, (max(lons) - min(lons)) * (1 + 2 * AIR))
    middle, across = (max(lats) + min(lats)) / 2, (max(lons) + min(lons)) / 2
    return middle - high / 2, middle + high / 2, across - wide / 2, across + wide / 2
