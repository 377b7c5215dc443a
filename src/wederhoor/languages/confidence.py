"""How sure a finding is, by what was measured on gold: weights of signs of doubt, and shares of what is right by kind."""

from __future__ import annotations

import msgspec

from wederhoor.records import Doubt


class Shares(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The share of findings that are right, by kind; ``other`` is for kinds of which there were too few."""

    other: float
    kinds: dict[str, float] = {}

    def of(self, kind: str) -> float:
        return self.kinds.get(kind, self.other)


class Confidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A logistic regression of statements that are wrong, and shares for the other layers.

    ``bias`` is the log odds of a statement without a sign. ``signs`` has, by the doubt that it gives, every sign with what it
    adds to the log odds; none takes away.
    """

    bias: float
    signs: dict[Doubt, dict[str, float]]
    causal: Shares
    conditions: Shares
    forecasts: Shares
    conflicts: Shares
