"""Causal claims -> what each of their sides says rises or falls, and which way: the variables of a model, as texts name them.

``sides`` reads a side as a phrase (``phrases``) or a clause (``clauses``, ``states``, ``events``); ``modifiers`` and ``naming``
make the name, ``compounds`` takes compounds apart, ``anaphors`` and ``pointing`` find what a word
stands for, and ``chains`` which claim refers back to which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.languages.variables import Way
from wederhoor.reading.causes.change import change_of
from wederhoor.reading.holders import Extent, words_of
from wederhoor.reading.text import Text
from wederhoor.reading.variables.chains import Chains, index_chains, told_by
from wederhoor.reading.variables.draft import VariableDraft
from wederhoor.reading.variables.pointing import pointer
from wederhoor.reading.variables.scope import VariableScope
from wederhoor.reading.variables.sides import read_side
from wederhoor.records import CausalClaim, ClaimFactors, Factor, Span
from wederhoor.records.parse import Parse

LONGEST_MARKER = 4
"""Words of a marker that stands in one piece."""


def find_factors(
    text: Text,
    causal: Sequence[CausalClaim],
) -> tuple[ClaimFactors, ...]:
    """For every causal claim, in their order, the variables of its cause and its effect."""
    chains = index_chains(text, causal)
    return tuple(
        ClaimFactors(
            claim=claim.id,
            cause=tuple(_side(text, chains, claim, claim.cause)),
            effect=tuple(_side(text, chains, claim, claim.effect)),
        )
        for claim in causal
    )


def _side(text: Text, chains: Chains, claim: CausalClaim, side: Span) -> Iterator[Factor]:
    """The factors of a side; where another claim tells it, those of the effect of that one, less where that says less."""
    p = text.parse
    told = told_by(text, chains, claim, side)
    way: Way
    other = claim.effect if side == claim.cause else claim.cause
    if told is None:
        way = -1 if side == claim.effect and _ends_by_marker(text, claim) else 1
        scope = _scope(text, claim, words_of(p, side), words_of(p, other))
        drafts = [draft.turned(way) for draft in read_side(scope)]
    else:
        way = -1 if told.sign == "-" else 1
        drafts = [draft.turned(way) for draft in read_side(VariableScope(text, words_of(p, told.effect)))]
    by = pointer(text, claim, side)
    yield from (_factor(p, draft, side, by) for draft in drafts)


def _ends_by_marker(text: Text, claim: CausalClaim) -> bool:
    """Whether the marker, and not the words of the effect, says that it is lost, and the sign does not: *kostte drie levens*."""
    lost = claim.sign == "+" and claim.effect_change in ("down", "end")
    return lost and change_of(text, words_of(text.parse, claim.effect)) is None


def _scope(text: Text, claim: CausalClaim, own: Extent, other: Extent) -> VariableScope:
    """A side without the other and, where that stands between what is the side's, without the marker."""
    gone = [other] if own[0] <= other[0] and other[1] <= own[1] and own != other else []
    if gone and claim.marker is not None:
        marker = words_of(text.parse, claim.marker)
        gone += [marker] if marker[1] - marker[0] <= LONGEST_MARKER else []
    return VariableScope(text, own, tuple(gone))


def _factor(p: Parse, draft: VariableDraft, side: Span, by: Span | None) -> Factor:
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
