"""How a holder stands to what his statement says: the one answer that cases, models and views share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from wederhoor.records.statements import Attitude, Attribution, Certainty, Polarity

Stance = Literal[
    "asserts",
    "judges",
    "supposes",
    "expects",
    "promises",
    "denies",
    "doubts",
    "asks",
    "wants",
    "opposes",
    "hopes",
    "fears",
    "uncommitted",
]
"""``supposes``: holds it probable or possible. ``opposes``: wants or hopes that it be not so. ``uncommitted`` (FactBank): does
not say that it is so, nor that it is not: a rumour, *ontkent niet dat*, or what another is said not to have said."""
LinkStance = Stance | Literal["correlates"]
"""How somebody stands to a link: ``correlates`` holds that the two go together, and does not say that one leads to the other."""
CORRELATES: Final = "correlates"
MAINTAINED: frozenset[Stance] = frozenset({"asserts", "judges", "supposes", "expects", "promises"})
"""Stances of who holds that it is so or will be, more or less surely. Of any other nothing may be said on his word."""

_COMMITTED: Mapping[Attitude, Stance] = {"judge": "judges", "expect": "expects", "promise": "promises"}
_BOTH_WAYS: Mapping[Attitude, tuple[Stance, Stance]] = {
    "ask": ("asks", "asks"),
    "want": ("wants", "opposes"),
    "hope": ("hopes", "opposes"),
    "fear": ("fears", "uncommitted"),
    "deny": ("uncommitted", "denies"),
}
"""Attitudes that do not hang on certainty: the stance to a content with polarity + and with polarity -."""
_OPEN_NEGATED: frozenset[Attitude] = frozenset({"say", "know", "promise", "accuse"})
"""Who does not say, know, promise or bring it up has not denied it."""


def stance_of(attitude: Attitude, polarity: Polarity, certainty: Certainty) -> Stance:
    """The stance of a source to the content of its statement, by attitude and commitment (FactBank: Saurí and Pustejovsky 2009).

    Where the three leave room, the weaker: who *ontkent niet* has not asserted, who *denkt waarschijnlijk niet* doubts.
    """
    if attitude in _BOTH_WAYS:
        return _BOTH_WAYS[attitude][polarity == "-"]
    if attitude == "doubt":
        # *betwijfelt of* is negative, *aarzelt of* is of unknown certainty; turned by a negation, each is the other
        return "doubts" if (polarity == "-") != (certainty == "unknown") else "uncommitted"
    if certainty == "unknown" or (polarity == "-" and attitude in _OPEN_NEGATED):
        return "uncommitted"
    if polarity == "-":
        return "denies" if certainty == "certain" else "doubts"
    return _COMMITTED.get(attitude) or ("asserts" if certainty == "certain" else "supposes")


def is_left_open(attribution: Attribution) -> bool:
    """Whether a source is said neither to hold it so nor to deny it: *heeft niet gezegd dat*, *ontkent niet dat*.

    A rumour, though nobody stands for it, says that it is so.
    """
    turned = attribution.polarity == "-" or attribution.attitude == "deny"
    return turned and stance_of(attribution.attitude, attribution.polarity, attribution.certainty) == "uncommitted"


def stances_of(attributions: Iterable[Attribution]) -> dict[str, Stance]:
    """How the holder of each statement of a reading stands to its content, by the id of the statement.

    What stands in another's denial, doubt, question or wish is ``uncommitted``: who denies that the mayor said so does not
    have the mayor say so.
    """
    by_id = {a.id: a for a in attributions}
    own = {a.id: stance_of(a.attitude, a.polarity, a.certainty) for a in by_id.values()}
    return {
        a.id: own[a.id] if all(own[outer.id] in MAINTAINED for outer in reporters(a, by_id)) else "uncommitted"
        for a in by_id.values()
    }


def reporters(attribution: Attribution, by_id: Mapping[str, Attribution]) -> tuple[Attribution, ...]:
    """The statements that contain this one, the nearest first: on whose word we have it.

    Raises KeyError where a parent is not there; a reading that was checked for circles has none.
    """
    found: list[Attribution] = []
    parent = attribution.parent
    while parent is not None:
        found.append(by_id[parent])
        parent = by_id[parent].parent
    return tuple(found)
