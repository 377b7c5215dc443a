"""Misses of causes, conditions, forecasts and conflicts."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.evaluation.claim_alignment import Claim, ClaimAlignment, Claimed, match_sides
from wederhoor.evaluation.claims import JUDGES
from wederhoor.evaluation.misses.context import marked
from wederhoor.evaluation.misses.miss import Miss

# More than none: two claims that share a word on each side are the same claim, read too far or not far enough.
_ANY = 1e-9


def claim_misses(alignment: ClaimAlignment) -> Iterator[Miss]:
    """Claims that overlap on each side without matching are held against each other: ``extent``."""
    ours = [c for i, c in enumerate(alignment.gold) if i not in {g for g, _ in alignment.pairs}]
    theirs = [c for j, c in enumerate(alignment.system) if j not in {s for _, s in alignment.pairs}]
    turn = alignment.layer == "conflicts"
    near = dict(match_sides([c.tokens for c in ours], [c.tokens for c in theirs], turn=turn, least=_ANY))
    for i, claim in enumerate(ours):
        if i in near:
            yield _miss(alignment, "extent", claim, theirs[near[i]])
        else:
            yield _miss(alignment, "missed", claim, None)
    for j in sorted({*range(len(theirs))} - {*near.values()}):
        yield _miss(alignment, "spurious", None, theirs[j])
    for gold, system in alignment.matched():
        for kind, judge in JUDGES[alignment.layer].items():
            if not judge(alignment, gold, system):
                yield _miss(alignment, kind, gold, system)


def _miss(alignment: ClaimAlignment, kind: str, gold: Claim | None, system: Claim | None) -> Miss:
    ours, theirs = (claim.spans() if claim else () for claim in (gold, system))
    return Miss(
        layer=alignment.layer,
        kind=kind,
        doc=alignment.gold_document.document.doc,
        gold=ours,
        system=theirs,
        expected=_told(kind, alignment.gold_document, gold) if gold else None,
        found=_told(kind, alignment.system_document, system) if system else None,
        context=marked(alignment.gold_document.document.text, ours, theirs),
    )


def _told(kind: str, claimed: Claimed, claim: Claim) -> str:
    """What is in question, or for a whole claim all that is said of it: ``- held by A1 Joost Hovens if “...”``."""
    condition = None
    if claim.condition is not None:
        condition = f"if “{claimed.document.text[claim.condition[0] : claim.condition[1]]}”"
    holder = None
    if claim.holder is not None:
        holder = f"{claim.holder} {claimed.speaker(claim.holder)}".strip()
    match kind:
        case "holder":
            return holder or "-"
        case "condition":
            return condition or "-"
        case "sign" | "kind":
            return claim.value or "-"
        case _:
            return " ".join(part for part in (claim.value, holder and f"held by {holder}", condition) if part)
