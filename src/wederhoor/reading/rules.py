"""A condition in words, not yet in spans: what its readers find, and those of causes and forecasts look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wederhoor.reading.holders import Extent


@dataclass(frozen=True, slots=True)
class Rule:
    """``head`` and ``above`` are the predicates (or the noun) of antecedent and consequent."""

    antecedent: Extent
    consequent: Extent
    kind: Literal["if", "only-if", "unless"]
    marker: tuple[int, ...]
    head: int
    above: int
    clausal: bool = True
    time: bool = False
    """Tells when, and only so on what condition: zodra."""
    rule: str = "clause"
    """The name of the rule that found it."""
