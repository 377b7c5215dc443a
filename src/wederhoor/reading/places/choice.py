"""Which place of a name is meant: what the words beside it and the document say, then which is the largest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, radians

from wederhoor.languages.places import Point
from wederhoor.reading.places.atlas import Atlas, PlaceCandidate
from wederhoor.reading.places.evidence import Evidence

HINTED = 8.0
"""For a place in the country that the words beside its name tell."""
BELIEVED = 5.0
"""The least weight of a town that is taken though nothing tells of its country: 100,000 inhabitants."""
LEAD = 0.7
"""How far it must be above the next of another country."""
BELIEVED_ALONE = 4.3
"""The same where no other country has a place of that name: 20,000."""
CLOSE_RACE = 4.0
"""How far below the best the places are that are kept beside it."""
MOST_OTHERS = 5
"""Other places of that name that are kept, at most."""


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """The place that a name stands for, None where none can be told, and the others of that name, the most likely first.

    ``within``: the name itself is not known, the place lies somewhere in this one.
    """

    place: PlaceCandidate | None
    others: tuple[PlaceCandidate, ...] = ()
    within: bool = False


def choose(atlas: Atlas, name: str, evidence: Evidence, hint: PlaceCandidate | None) -> PlaceChoice:
    """What ``name`` stands for in a document with this evidence, beside words with this hint."""
    found = atlas.candidates(name)
    if hint and hint.kind == "town" and found:
        hint = None
    ranked = _ranked(atlas, name, found, evidence, hint)
    if ranked and _believed(ranked, evidence, hint):
        return PlaceChoice(ranked[0], _others(ranked, evidence, hint))
    namesakes = tuple(ranked[:MOST_OTHERS])
    if hint:
        return PlaceChoice(replace(hint, name=name), namesakes, within=True)
    return _by_parts(atlas, name, evidence) or PlaceChoice(None, namesakes)


def _ranked(
    atlas: Atlas, name: str, found: Sequence[PlaceCandidate], evidence: Evidence, hint: PlaceCandidate | None
) -> list[PlaceCandidate]:
    """The places of a name, the most likely first; where none of them lies in the told country also lesser ones there."""
    if hint and all(c.country != hint.country for c in found):
        found = (*found, *(c for c in atlas.namesakes(name) if c.country == hint.country))
    ranked = sorted(found, key=lambda c: (-_score(c, evidence, hint), c.name, c.country or ""))
    return _closest_first(ranked, hint) if hint and hint.kind == "region" else ranked


def _others(
    ranked: Sequence[PlaceCandidate], evidence: Evidence, hint: PlaceCandidate | None
) -> tuple[PlaceCandidate, ...]:
    """Those behind the first that are not far below it."""
    best = _score(ranked[0], evidence, hint)
    reach = CLOSE_RACE + HINTED * bool(hint)
    return tuple(c for c in ranked[1:] if best - _score(c, evidence, None) < reach)[:MOST_OTHERS]


def _by_parts(atlas: Atlas, name: str, evidence: Evidence) -> PlaceChoice | None:
    """What a name that is not known stands for by the names in it: *Springfield Illinois*, *Zuid-Wales*."""
    head, tail = atlas.split(name)
    inside = atlas.candidates(tail)[:1]
    if inside and (outer := choose(atlas, head, evidence, inside[0])).place:
        return outer
    for part in atlas.parts(name):
        inner = choose(atlas, part, evidence, None)
        if inner.place and inner.place.sure:
            return PlaceChoice(replace(inner.place, kind="region"), inner.others, within=True)
    return None


def _score(candidate: PlaceCandidate, evidence: Evidence, hint: PlaceCandidate | None) -> float:
    told = HINTED if hint and candidate.country == hint.country else 0.0
    return candidate.weight + evidence.bonus(candidate.country) + told


def _believed(ranked: list[PlaceCandidate], evidence: Evidence, hint: PlaceCandidate | None) -> bool:
    """Whether a name is that place at all: a village far away has the name of many a thing."""
    first = ranked[0]
    if hint and hint.country and first.kind == "town" and first.country != hint.country:
        return False
    if first.sure or hint or evidence.bonus(first.country) > 0:
        return True
    rival = next((c for c in ranked if c.country != first.country), None)
    return first.weight >= max(BELIEVED, rival.weight + LEAD) if rival else first.weight >= BELIEVED_ALONE


def _closest_first(ranked: list[PlaceCandidate], hint: PlaceCandidate) -> list[PlaceCandidate]:
    """The one that lies closest to the told region before the others of its country."""
    there = [c for c in ranked if c.country == hint.country and c.point and c.kind in ("town", "region")]
    if not there or ranked[0].kind == "country":
        return ranked
    first = min(there, key=lambda c: _distance(c.point, hint.point))
    return [first, *(c for c in ranked if c is not first)]


def _distance(a: Point | None, b: Point | None) -> float:
    """Degrees of latitude between two points, near enough."""
    if a is None or b is None:
        return 180.0
    return hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(b[0])))
