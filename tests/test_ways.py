"""Two sides of a matter, each put in six ways: nearly as many of their pairs are shown as were, and none that agrees."""

from __future__ import annotations

from collections import Counter

import pytest
from ways import Reader, matters, pairs

LEAST = {"nl": 220, "en": 240}
"""Pairs of the odd matters that are shown, of 396."""


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_other_sides_collide_and_the_same_one_never_does(lang: str) -> None:
    reader, shown = Reader(lang), Counter[str]()
    for matter in matters(lang, "odd"):
        for relation, one, other in pairs(matter):
            if reader.between(one, other):
                shown[relation] += 1
    assert shown["opposed"] >= LEAST[lang]
    assert (shown["agreeing"], shown["apart"]) == (0, 0)
