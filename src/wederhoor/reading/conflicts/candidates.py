"""Which statements are compared at all: those that share a term, or stand near each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from wederhoor.reading.memo import Memo
from wederhoor.records import Gist

NEAR = 4
"""Statements back that one may answer without repeating their words."""
COMMON = 50
"""A term in more statements than this is no topic."""


def able_pairs(
    gists: Sequence[Gist],
    collide: Callable[[Gist, Gist], object],
    comparable: Callable[[Gist, Gist], bool] | None,
    memo: Memo,
) -> Iterator[tuple[Gist, Gist]]:
    """Pairs that may meet and ``collide`` if all their words are shared: no other does, whatever its words weigh."""

    def able(b: Gist, near: Sequence[Gist]) -> list[Gist]:
        return [a for a in near if (comparable is None or comparable(a, b)) and collide(a, b)]

    for b, near in candidates(gists):
        for a in memo.of("able to collide", (b, *near), partial(able, b, near)):
            yield a, b


def candidates(gists: Sequence[Gist]) -> Iterator[tuple[Gist, list[Gist]]]:
    """Of every gist the earlier ones that share a term with it or stand near it, in text order."""
    by_term: defaultdict[str, list[int]] = defaultdict(list)
    for number, gist in enumerate(gists):
        earlier = {other for term in gist.terms for other in by_term[term][-COMMON:]}
        earlier.update(range(max(0, number - NEAR), number))
        yield gist, [gists[other] for other in sorted(earlier)]
        for term in gist.terms:
            by_term[term].append(number)
