"""Causes, conditions, forecasts and conflicts with the share of their kind that is right on gold: too few for more than that."""

from __future__ import annotations

from msgspec.structs import replace

from wederhoor.languages.confidence import Confidence
from wederhoor.records import AUTHOR, CausalClaim, Condition, Conflict, Forecast, Reading


def rate_kinds(reading: Reading, shares: Confidence) -> Reading:
    """The reading with the confidence of all that is claimed in it."""
    return replace(
        reading,
        causal=tuple(replace(c, confidence=shares.causal.of(kind_of(c))) for c in reading.causal),
        conditions=tuple(replace(c, confidence=shares.conditions.of(kind_of(c))) for c in reading.conditions),
        forecasts=tuple(replace(f, confidence=shares.forecasts.of(kind_of(f))) for f in reading.forecasts),
        conflicts=tuple(replace(x, confidence=shares.conflicts.of(kind_of(x))) for x in reading.conflicts),
    )


def kind_of(claim: CausalClaim | Condition | Forecast | Conflict) -> str:
    """What a claim is counted under: the kind of a rule or a conflict, for the others whose word it is."""
    match claim:
        case Condition() | Conflict():
            return claim.kind
        case CausalClaim() | Forecast():
            return "author" if claim.holder == AUTHOR else "reported"
