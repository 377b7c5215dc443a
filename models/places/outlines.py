"""The outlines of countries, as the map of the pages draws them.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python models/places/outlines.py package/countries-110m.json

The file is Natural Earth's *Admin 0 countries* 1:110m (version 4.1.0, public domain) as a TopoJSON topology. Each border is
written once, in tenths of a degree from 180° W and 90° N, as the ``d`` of an SVG path: src/wederhoor/web/static/outlines.txt.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path

HALF = 1800
"""Half of the way round, in tenths of a degree."""
TARGET = Path(__file__).parents[2] / "src" / "wederhoor" / "web" / "static" / "outlines.txt"


def main() -> None:
    """Write the outlines."""
    topology = json.loads(Path(sys.argv[1]).read_text())
    (kx, ky), (x0, y0) = (topology["transform"][name] for name in ("scale", "translate"))
    lines = []
    for arc in topology["arcs"]:
        xs, ys = (list(accumulate(point[axis] for point in arc)) for axis in (0, 1))
        points = [
            (round((x * kx + x0 + 180) * 10), round((90 - y * ky - y0) * 10)) for x, y in zip(xs, ys, strict=True)
        ]
        lines.append(_path(points))
    TARGET.write_text("\n".join(filter(None, lines)) + "\n")


def _path(points: list[tuple[int, int]]) -> str:
    kept = [points[0], *(b for a, b in pairwise(points) if a != b)]
    parts = [[kept[0]]]
    for (ax, _), (bx, by) in pairwise(kept):
        if abs(bx - ax) > HALF or {ax, bx} <= {0, 2 * HALF}:  # round the back of the world, where the map is cut
            parts.append([])
        parts[-1].append((bx, by))
    return "".join(map(_line, (part for part in parts if len(part) > 1)))


def _line(points: list[tuple[int, int]]) -> str:
    moves = " ".join(f"{bx - ax} {by - ay}" for (ax, ay), (bx, by) in pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l{moves}"


if __name__ == "__main__":
    main()
