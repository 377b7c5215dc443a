"""Which claim of a reading answers to which gold one: causes, conditions, forecasts and conflicts, by their tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal

import msgspec

from wederhoor.evaluation.alignment import LEAST_DICE
from wederhoor.evaluation.gold import GoldCausal, GoldCondition, GoldConflict, GoldDocument, GoldForecast
from wederhoor.evaluation.tokens import Tokenised, Tokens, dice, tokenise
from wederhoor.records import AuthorSide, Span

ClaimLayer = Literal["causal", "conditions", "forecasts", "conflicts"]
CLAIM_LAYERS: tuple[ClaimLayer, ...] = ("causal", "conditions", "forecasts", "conflicts")

Side = tuple[Span, ...]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of any layer: the spans of its sides, with the tokens that each touches, and what is said of it.

    The sides are cause and effect, antecedent and consequent, a forecast's span, or a and b. ``value`` is a sign or a kind,
    None for forecasts; ``holder`` is None for conflicts, which nobody holds.
    """

    sides: tuple[Side, ...]
    tokens: tuple[Tokens, ...] = ()
    value: str | None = None
    holder: str | None = None
    condition: Span | None = None

    def spans(self) -> Side:
        """All spans of the claim."""
        return tuple(span for side in self.sides for span in side)


class Claimed(msgspec.Struct, frozen=True):
    """A document with its tokens, to look up what an id of an attribution stands for."""

    document: GoldDocument
    words: Tokenised

    def content(self, holder: str) -> Side:
        """The spans of an attribution's content; none where there is no such attribution."""
        return next((a.content for a in self.document.attributions if a.id == holder), ())

    def speaker(self, holder: str) -> str:
        """An attribution's speaker; empty where there is none."""
        return next((a.speaker or "" for a in self.document.attributions if a.id == holder), "")


class ClaimAlignment(msgspec.Struct, frozen=True, kw_only=True):
    """The claims of one layer of one document, and the pairs (gold number, system number) of those that match."""

    layer: ClaimLayer
    gold_document: Claimed
    system_document: Claimed
    gold: tuple[Claim, ...]
    system: tuple[Claim, ...]
    pairs: tuple[tuple[int, int], ...]

    def matched(self) -> Iterator[tuple[Claim, Claim]]:
        for i, j in self.pairs:
            yield self.gold[i], self.system[j]

    def value_right(self, gold: Claim, system: Claim) -> bool:
        return gold.value == system.value

    def holder_right(self, gold: Claim, system: Claim) -> bool:
        """Both the author, or attributions whose contents match or that have the same speaker."""
        a, b = gold.holder or "", system.holder or ""
        if "author" in (a, b):
            return a == b
        ours, theirs = self.gold_document, self.system_document
        if dice(ours.words.touched(ours.content(a)), theirs.words.touched(theirs.content(b))) >= LEAST_DICE:
            return True
        return ours.speaker(a) != "" and ours.speaker(a).casefold() == theirs.speaker(b).casefold()

    def condition_right(self, gold: Claim, system: Claim) -> bool:
        """No condition in both, or two whose tokens match."""
        if gold.condition is None or system.condition is None:
            return gold.condition is system.condition
        words = self.gold_document.words
        return dice(words.touched([gold.condition]), words.touched([system.condition])) >= LEAST_DICE


def align_claims(gold: GoldDocument, system: GoldDocument | None) -> dict[ClaimLayer, ClaimAlignment]:
    """Pair the claims of a reading, in the terms of gold, with those of gold, in each layer that gold has.

    Two match where each side of the one has a Dice coefficient of .5 with that side of the other, a conflict's sides in
    either order; one-to-one, greedily from the largest sum. No reading is one without claims.
    """
    words = tokenise(gold.text)
    ours = Claimed(gold, words)
    theirs = Claimed(system or GoldDocument(doc=gold.doc, text=gold.text, attributions=()), words)
    alignments: dict[ClaimLayer, ClaimAlignment] = {}
    for layer in CLAIM_LAYERS:
        if getattr(gold, layer) is None:
            continue
        true, said = _claims(layer, ours), _claims(layer, theirs)
        pairs = match_sides([c.tokens for c in true], [c.tokens for c in said], turn=layer == "conflicts")
        alignments[layer] = ClaimAlignment(
            layer=layer, gold_document=ours, system_document=theirs, gold=true, system=said, pairs=pairs
        )
    return alignments


def match_sides(
    gold: Sequence[tuple[Tokens, ...]], system: Sequence[tuple[Tokens, ...]], *, turn: bool, least: float = LEAST_DICE
) -> tuple[tuple[int, int], ...]:
    """Pairs one-to-one, greedily from the largest sum of the sides' Dice, where each side has at least ``least``.

    With ``turn`` the sides may answer to each other in either order. Of equal ones, the first gold claim comes first, then
    the system's first.
    """
    candidates = []
    for (i, a), (j, b) in product(enumerate(gold), enumerate(system)):
        for order in (b, b[::-1]) if turn else (b,):
            scores = [dice(x, y) for x, y in zip(a, order, strict=True)]
            if min(scores) >= least:
                candidates.append((-sum(scores), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return tuple(pairs.items())


def _claims(layer: ClaimLayer, claimed: Claimed) -> tuple[Claim, ...]:
    return tuple(_claim(record, claimed) for record in getattr(claimed.document, layer) or ())


def _claim(record: GoldCausal | GoldCondition | GoldForecast | GoldConflict, claimed: Claimed) -> Claim:
    match record:
        case GoldCausal():
            claim = Claim(sides=((record.cause,), (record.effect,)), value=record.sign, holder=record.holder)
        case GoldCondition():
            claim = Claim(sides=((record.antecedent,), (record.consequent,)), value=record.kind, holder=record.holder)
        case GoldForecast():
            claim = Claim(sides=((record.span,),), holder=record.holder, condition=record.condition)
        case GoldConflict():
            ends = (record.a, record.b)
            sides = tuple((end.author,) if isinstance(end, AuthorSide) else claimed.content(end) for end in ends)
            claim = Claim(sides=sides, value=record.kind)
    return msgspec.structs.replace(claim, tokens=tuple(claimed.words.touched(side) for side in claim.sides))
