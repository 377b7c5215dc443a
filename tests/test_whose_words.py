"""Whose words are whose in texts written to be hard (``gold/voices``): nobody is given more of another's than was measured."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

SCORE = runpy.run_path(str(Path(__file__).parent / "gold/voices/score.py"))
SETS = [(name, lang) for name in ("first", "second", "fourth", "fourth-read") for lang in ("nl", "en")]
FALSE = {
    ("first", "nl"): 0.10,
    ("first", "en"): 0.10,
    ("second", "nl"): 0.06,
    ("second", "en"): 0.055,
    ("fourth", "nl"): 0.008,
    ("fourth", "en"): 0.016,
    ("fourth-read", "nl"): 0.005,
    ("fourth-read", "en"): 0.005,
}
"""The share of pairs of a person and words of another that may be given to him, at most."""
FOUND = {
    ("first", "nl"): 0.66,
    ("first", "en"): 0.66,
    ("second", "nl"): 0.65,
    ("second", "en"): 0.58,
    ("fourth", "nl"): 0.88,
    ("fourth", "en"): 0.80,
    ("fourth-read", "nl"): 0.94,
    ("fourth-read", "en"): 0.92,
}
"""The share of his own words that must be found with him, at least."""


@pytest.mark.parametrize(("name", "lang"), SETS)
def test_the_words_asked_for_stand_once_in_their_text(name: str, lang: str) -> None:
    for row in SCORE["rows"](name, lang):
        assert row["never"], row["id"]
        for person, words in (*row["holds"], *row["never"]):
            assert row["text"].count(words) == 1, (row["id"], person, words)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "lang"), SETS)
def test_nobody_is_given_more_of_anothers_words(name: str, lang: str) -> None:
    total = SCORE["score"](name, lang)
    assert total.false / total.never <= FALSE[name, lang], total.line()
    assert total.found / total.holds >= FOUND[name, lang], total.line()
