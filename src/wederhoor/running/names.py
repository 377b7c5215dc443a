"""Variables as users name them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from wederhoor.errors import WederhoorError
from wederhoor.records import Direction, Model

SHOWN: Final = 12
DIRECTIONS: Final[dict[str, Direction]] = {"up": "up", "down": "down", "none": "none"}


def resolve(model: Model, name: str) -> str:
    """The variable of this name, capitals aside where that leaves one. Raises W504, with names that come near."""
    names = [variable.name for variable in model.variables]
    if name in names:
        return name
    folded = " ".join(name.split()).casefold()
    alike = [other for other in names if other.casefold() == folded]
    if len(alike) == 1:
        return alike[0]
    lower = {other.casefold(): other for other in reversed(names)}
    close = [lower[other] for other in get_close_matches(folded, list(lower), n=3, cutoff=0.6)]
    if close:
        remedy = f"Did you mean {' or '.join(close)}?"
    else:
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        remedy = f"There are: {', '.join(names[:SHOWN])}{more}."
    raise WederhoorError("W504", name=name, where=model.name, remedy=remedy)


def read_observations(given: Iterable[str]) -> dict[str, Direction]:
    """``name:down`` and the like, also several with commas between. Raises W505 (both ways), W506."""
    found: dict[str, Direction] = {}
    for text in given:
        for part in _parts(text):
            name, _, way = part.rpartition(":")
            direction = DIRECTIONS.get(way.strip().lower())
            if not name.strip() or direction is None:
                raise WederhoorError("W506", given=part)
            if found.setdefault(name.strip(), direction) != direction:
                raise WederhoorError("W505", name=name.strip())
    return found


def _parts(text: str) -> list[str]:
    """Split at the commas that follow a direction: names may hold commas too."""
    parts: list[str] = []
    for piece in text.split(","):
        if parts and parts[-1].rpartition(":")[2].strip().lower() not in DIRECTIONS:
            parts[-1] += f",{piece}"
        else:
            parts.append(piece)
    return [part for part in parts if part.strip()]
