"""Which statements are compared at all: those that share a term, or stand near each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from wederhoor.reading.memo import Index, Series
from wederhoor.records import Gist

NEAR = 4
"""Statements back that one may answer without repeating their words."""
FAR = 2 * NEAR
"""Statements further apart than this collide by what they share alone."""
COMMON = 50
"""A term in more statements than this is no topic."""


def able_pairs(
    gists: Sequence[Gist],
    collide: Callable[[Gist, Gist], object],
    comparable: Callable[[Gist, Gist], bool] | None,
    series: Series[Gist, list[Gist]],
) -> Iterator[tuple[Gist, Gist]]:
    """Pairs that may meet and ``collide`` if all their words are shared: no other does, whatever its words weigh."""

    def able(b: Gist, near: Sequence[Gist]) -> list[Gist]:
        return [a for a in near if (comparable is None or comparable(a, b)) and collide(a, b)]

    for b, earlier in zip(gists, series.of(gists, _terms, _near, able), strict=True):
        for a in earlier:
            yield a, b


def candidates(gists: Sequence[Gist]) -> Iterator[tuple[Gist, list[Gist]]]:
    """Of every gist the earlier ones that share a term with it or stand near it, in text order."""
    series: Series[Gist, list[Gist]] = Series()
    yield from zip(gists, series.of(gists, _terms, _near, lambda _, near: near), strict=True)


def _terms(gist: Gist) -> tuple[str, ...]:
    return gist.terms


def _near(number: int, gist: Gist, by_term: Index) -> set[int]:
    earlier = {other for term in gist.terms for other in by_term.get(term, ())[-COMMON:]}
    earlier.update(range(max(0, number - NEAR), number))
    return earlier
