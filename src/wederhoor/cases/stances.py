"""How a statement stands to a claim that it has terms in common with, or that it is set against."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final

from wederhoor.records import MAINTAINED, CellStance, Gist, Reading, SideRef, Stance, stances_of

MAINTAINING: Final[tuple[Stance, ...]] = ("asserts", "judges", "promises", "expects", "supposes")
"""Those of ``MAINTAINED``, the strongest first."""
_ORDER: Final[tuple[CellStance, ...]] = (
    "divided", "denies", "doubts", *MAINTAINING, "fears", "opposes", "wants", "hopes", "asks", "uncommitted",
)  # fmt: skip
_REVERSED: Final[Mapping[Stance, Stance]] = {
    "asserts": "denies",
    "judges": "denies",
    "promises": "denies",
    "expects": "denies",
    "supposes": "denies",
    "fears": "doubts",
    "asks": "asks",
}
"""Stance to the opposite of a content -> stance to the content. Who denies or hopes the one has not said the other."""


def own_stances(readings: Sequence[Reading]) -> Callable[[SideRef], Stance]:
    """How the holder of a statement stands to what it says. An author asserts his own sentences, except his questions."""
    texts = {reading.doc: reading.text for reading in readings}
    known = {reading.doc: stances_of(reading.attributions) for reading in readings}

    def stance(side: SideRef) -> Stance:
        if isinstance(side.side, str):
            return known[side.doc][side.side]
        start, end = side.side.author
        return "asks" if texts[side.doc][start:end].rstrip().endswith("?") else "asserts"

    return stance


def stance_on(gist: Gist, own: Stance, terms: Collection[str], denied: Collection[str] = ()) -> Stance:
    """The stance to a claim with these ``terms`` of the statement of this ``gist``, to which its holder stands as ``own``.

    Turned where the statement calls untrue what it speaks of, or negates a term of the claim. ``denied`` are the terms that the
    claim itself negates: who negates these too is of one mind with it.
    """
    turned = {*gist.denied} ^ {*denied}
    # a report that denies has a dispute by that alone, and has not to be turned again
    untrue = own in MAINTAINED and gist.dispute in ("denial", "disbelief")
    return reversed_stance(own) if untrue or not turned.isdisjoint({*terms} & {*gist.terms}) else own


def reversed_stance(own: Stance) -> Stance:
    """How one stands to a content who stands as ``own`` to its opposite."""
    return _REVERSED.get(own, "uncommitted")


def answering(own: Stance, other: CellStance, *, turning: bool, standing_for: bool) -> Stance:
    """The stance to a claim of a statement that collides with another, whose stance to the claim is ``other``.

    ``own`` is how its holder stands to its content. ``turning``: who contradicts a denial says what was denied, which is so of
    denials and judgments alone, for a third figure is no return to the first. ``standing_for``: the content is a pronoun or a
    noun for the other statement, so that to deny it is to contradict that. Two that deny different things collide without
    either having said what the other denies.
    """
    disputing = own in ("denies", "doubts")
    if other in ("uncommitted", "opposes"):  # neither says that it is so or not
        return own if disputing and not standing_for else "uncommitted"
    against = turning and other in ("denies", "doubts")
    if standing_for and own == "denies" and other != "doubts":
        return "asserts" if against else "denies"
    if against:
        return "uncommitted" if disputing else own
    return own if disputing else reversed_stance(own)


def strongest(stances: Sequence[CellStance]) -> CellStance:
    """The stance of an account that speaks of one claim more than once: a denial is not undone by a mention."""
    return min(stances, key=_ORDER.index)


def is_held(cell: CellStance, by_claim: Stance | None, others: Iterable[Stance], claimed: Stance) -> bool:
    """Whether what an account is said to hold of a claim is no more than its statements hold.

    ``by_claim`` is the stance of the account's own word for the claim, ``others`` those of its other statements, ``claimed`` that
    of the claim's holder. To maintain takes a statement that one maintains, or one that denies another's denial; to deny as well.
    """
    against = {*others}
    maintained = by_claim in MAINTAINED or against & MAINTAINED or (claimed == "denies" and "denies" in against)
    opposed = by_claim == "denies" or against & {*MAINTAINED, "denies"}
    if by_claim == "denies" and cell not in ("denies", "divided"):
        return False
    needed = {"divided": (maintained, opposed), "denies": (opposed,)}.get(
        cell, (maintained,) if cell in MAINTAINED else ()
    )
    return all(needed)
