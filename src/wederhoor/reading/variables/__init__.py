"""Causal claims -> what each of their sides says rises or falls, and which way: the variables of a model, as texts name them.

``sides`` reads a side as a phrase (``phrases``) or a clause (``clauses``, ``states``, ``events``); ``modifiers`` and ``naming``
make the name, ``compounds`` takes compounds apart, and ``anaphors`` and ``pointing`` find what a word stands for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.holders import Extent, read_holders, words_of
from wederhoor.reading.parse import Parse
from wederhoor.reading.places.countries import countries
from wederhoor.reading.variables.draft import Draft
from wederhoor.reading.variables.naming import actor_names
from wederhoor.reading.variables.pointing import pointer
from wederhoor.reading.variables.scope import Around, Scope
from wederhoor.reading.variables.sides import read_side
from wederhoor.records import Actor, Attribution, CausalClaim, ClaimFactors, Factor, Span

LONGEST_MARKER = 4
"""Words of a marker that stands in one piece."""


def find_factors(
    p: Parse,
    causal: Sequence[CausalClaim],
    attributions: Sequence[Attribution],
    actors: Sequence[Actor],
    pack: LanguagePack,
) -> tuple[ClaimFactors, ...]:
    """For every causal claim, in their order, the variables of its cause and its effect."""
    if not causal:
        return ()
    around = Around(p, read_holders(p, attributions), actor_names(p, actors), countries(pack), pack)
    effects: dict[Span, list[CausalClaim]] = {}
    for claim in causal:
        effects.setdefault(claim.cause, []).append(claim)
    return tuple(_claim(around, claim, effects) for claim in causal)


def _claim(around: Around, claim: CausalClaim, effects: Mapping[Span, Sequence[CausalClaim]]) -> ClaimFactors:
    cause, effect = words_of(around.p, claim.cause), words_of(around.p, claim.effect)
    by = pointer(around, claim, claim.cause)
    chained = _chained(claim, by, effects)
    scope = Scope(around, words_of(around.p, chained)) if chained else _scope(around, claim, cause, effect)
    return ClaimFactors(
        claim=claim.id,
        cause=_side(around.p, claim.cause, scope, by),
        effect=_side(
            around.p, claim.effect, _scope(around, claim, effect, cause), pointer(around, claim, claim.effect)
        ),
    )


def _chained(claim: CausalClaim, by: Span | None, effects: Mapping[Span, Sequence[CausalClaim]]) -> Span | None:
    """What *dat* stands for where it points at a claim: the effect of that one. *Droogte leidt tot honger. Dat leidt tot ...*."""
    if by is None:
        return None
    found = [
        c.effect for c in effects[claim.cause] if c is not claim and c.cause[1] <= c.effect[0] < c.effect[1] <= by[0]
    ]
    return found[-1] if found else None


def _scope(around: Around, claim: CausalClaim, own: Extent, other: Extent) -> Scope:
    """A side without the other and, where that stands between what is the side's, without the marker."""
    gone = [other] if own[0] <= other[0] and other[1] <= own[1] and own != other else []
    if gone and claim.marker is not None:
        marker = words_of(around.p, claim.marker)
        gone += [marker] if marker[1] - marker[0] <= LONGEST_MARKER else []
    return Scope(around, own, tuple(gone))


def _side(p: Parse, span: Span, scope: Scope, by: Span | None) -> tuple[Factor, ...]:
    return tuple(_factor(p, draft, span, by) for draft in read_side(scope))


def _factor(p: Parse, draft: Draft, side: Span, by: Span | None) -> Factor:
    stands_for = p.span(*draft.by) if draft.by else by
    return Factor(
        name=draft.name,
        span=p.span(*draft.words) if draft.words[0] < draft.words[1] else side,
        change="up" if draft.way > 0 else "down",
        lemma=draft.lemma,
        key=draft.key,
        parts=draft.parts,
        bare=draft.bare,
        stands_for=stands_for,
        opposite=draft.opposite,
        nominal=draft.nominal,
    )
