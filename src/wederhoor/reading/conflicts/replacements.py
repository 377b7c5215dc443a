"""What one says right behind a denial in place of what is denied: another cause, another number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.reading.conflicts.meeting import Collision, shared_terms
from wederhoor.reading.propositions.figures import apart
from wederhoor.records import Gist

NEXT = 2
"""Statements behind a denial that may say what was so instead."""


def replacements(found: Sequence[Collision], gists: Sequence[Gist]) -> Iterator[Collision]:
    """What one says right behind a denial in its place: another cause, another number."""
    places = {g.order: number for number, g in enumerate(gists)}
    for c in found:
        if c.kind != "denial" or not c.b.pointing:
            continue
        here = places[c.b.order]
        for own in gists[here : here + 1 + NEXT]:
            if own.speaker == c.b.speaker and own.stating and own.parent is None:
                yield from _replaced(c, own)


def _replaced(c: Collision, own: Gist) -> Iterator[Collision]:
    single = len(c.a.explanations) == len(own.explanations) == 1
    pairs = [(e, o) for e in c.a.explanations for o in own.explanations if e.sign == o.sign and e.cause and o.cause]
    # of one effect, or each the only one that its speaker gives
    if any({*e.cause}.isdisjoint(o.cause) and (single or {*e.effect} & {*o.effect}) for e, o in pairs):
        yield Collision(c.a, own, "cause", "cause", shared_terms(c.a, own), c.score - 0.3, "another cause")
    numbers = [(one, other) for one in c.a.quantities for other in own.quantities if one.what == other.what]
    if any(apart(one, other) for one, other in numbers):
        yield Collision(c.a, own, "figure", "figure", shared_terms(c.a, own), c.score - 0.3, "another figure")
