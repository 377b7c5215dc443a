"""How a statement stands to a claim that it has terms in common with."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.records import CellStance, Gist


def stance_of(gist: Gist, terms: Collection[str]) -> CellStance:
    """Denies where it disputes, or negates one of the ``terms`` of the claim; doubts where it asks whether; else asserts."""
    if gist.dispute == "doubt":
        return "doubts"
    if gist.dispute in ("denial", "disbelief") or not {*gist.denied}.isdisjoint(terms):
        return "denies"
    return "asserts"


def strongest(stances: Sequence[CellStance]) -> CellStance:
    """The stance of an account that speaks of one claim more than once: a denial is not undone by a mention."""
    order: tuple[CellStance, ...] = ("denies", "doubts", "asserts")
    return min(stances, key=order.index)
