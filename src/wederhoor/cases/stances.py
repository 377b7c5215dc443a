"""How a statement stands to a claim that it has terms in common with."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.records import CellStance, Gist


def stance_of(gist: Gist, terms: Collection[str], denied: Collection[str] = ()) -> CellStance:
    """Denies where it disputes, or negates one of the ``terms`` of the claim; doubts where it asks whether; else asserts.

    ``denied`` are the terms that the claim itself negates: who negates these too is of one mind with it.
    """
    if gist.dispute == "doubt":
        return "doubts"
    turned = {*gist.denied} ^ {*denied}
    if gist.dispute in ("denial", "disbelief") or not turned.isdisjoint({*terms} & {*gist.terms}):
        return "denies"
    return "asserts"


def opposite(stance: CellStance) -> CellStance:
    """How one stands to a claim who contradicts another that has ``stance`` to it."""
    return "denies" if stance == "asserts" else "asserts"


def strongest(stances: Sequence[CellStance]) -> CellStance:
    """The stance of an account that speaks of one claim more than once: a denial is not undone by a mention."""
    order: tuple[CellStance, ...] = ("divided", "denies", "doubts", "asserts")
    return min(stances, key=order.index)
