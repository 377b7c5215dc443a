"""Statements -> the same with their confidence, and with the doubts that weigh most."""

from __future__ import annotations

from collections.abc import Collection
from math import exp, fsum

from msgspec.structs import replace

from wederhoor.languages.confidence import Confidence
from wederhoor.reading.confidence.said import words_said
from wederhoor.reading.confidence.signs import signs_of
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, Doubt

MOST = 3
"""Doubts that are told of a statement."""
LEAST = 0.2
"""What a doubt must add to the log odds to be told."""


def rate_statements(text: Text) -> tuple[Attribution, ...]:
    """The attributions of a document with how sure each is."""
    return tuple(_rated(a, statement_signs(text, a), text.pack.confidence) for a in text.attributions)


def statement_signs(text: Text, attribution: Attribution) -> frozenset[str]:
    """The signs of doubt in one statement."""
    return frozenset(signs_of(text, words_said(text.parse, attribution)))


def _rated(attribution: Attribution, signs: Collection[str], weights: Confidence) -> Attribution:
    added: dict[Doubt, float] = {
        doubt: fsum(weight for sign, weight in group.items() if sign in signs) for doubt, group in weights.signs.items()
    }
    wrong = 1 / (1 + exp(-weights.bias - fsum(added.values())))
    told = sorted((doubt for doubt in added if added[doubt] >= LEAST), key=lambda doubt: -added[doubt])
    return replace(attribution, confidence=round(1 - wrong, 2), doubts=tuple(told[:MOST]))
