"""Two who say the same in other words are no opponents; two who do not, by the same words, are."""

from __future__ import annotations

import pytest
from agreements_score import shown

from wederhoor.reading import open_reader
from wederhoor.records import Document

MOST = {"nl": 8, "en": 8}
"""Agreeing pairs of the gold that are shown as opposed in one text, at most: what was measured on 3 December 2026."""
LEAST = {"nl": 27, "en": 23}


def collide(lang: str, text: str) -> bool:
    return bool(open_reader(lang)(Document(doc="t", text=text)).conflicts)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Ann Mars zei dat de brug niet eens open is. Bas Tol zei dat de brug niet langer open is."),
        ("nl", "Ann Mars zei dat het plan allesbehalve veilig is. Bas Tol zei dat het plan niet veilig is."),
        ("nl", "Ann Mars zei dat de wet verre van eerlijk is. Bas Tol zei dat de wet niet eerlijk is."),
        (
            "nl",
            "Ann Mars zei dat de belasting de armen nauwelijks helpt. Bas Tol zei dat de belasting de armen niet helpt.",
        ),
        ("nl", "Ann Mars zei dat de politie weigerde te schieten. Bas Tol zei dat de politie niet schoot."),
        ("nl", "Ann Mars zei dat het leger zonder waarschuwing schoot. Bas Tol zei dat het leger niet waarschuwde."),
        ("en", "Ann Marsh said the bridge is not even open. Bill Toland said the bridge is no longer open."),
        ("en", "Ann Marsh said the plan is anything but safe. Bill Toland said the plan is not safe."),
        (
            "en",
            "Ann Marsh said the plant failed to report the leak. Bill Toland said the plant did not report the leak.",
        ),
        ("en", "Ann Marsh called it a lie that the man took bribes. Bill Toland said the man took no bribes."),
        ("en", "Ann Marsh doubted that the dam would hold. Bill Toland said the dam would not hold."),
        (
            "en",
            "Ann Marsh said the tanker avoided a collision with it. Bill Toland said the tanker did not collide with it.",
        ),
    ],
)
def test_who_says_no_in_other_words_is_no_opponent(lang: str, text: str) -> None:
    assert not collide(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Ann Mars zei dat de brug niet langer open is. Bas Tol zei dat de brug open is."),
        ("nl", "Ann Mars zei dat de politie weigerde te schieten. Bas Tol zei dat de politie schoot."),
        ("nl", "Ann Mars zei dat het plan allesbehalve veilig is. Bas Tol zei dat het plan veilig is."),
        ("en", "Ann Marsh said the bridge is no longer open. Bill Toland said the bridge is open."),
        ("en", "Ann Marsh said the plant failed to report the leak. Bill Toland said the plant reported the leak."),
        ("en", "Ann Marsh said the plan is anything but safe. Bill Toland said the plan is safe."),
    ],
)
def test_who_says_yes_to_it_is_one(lang: str, text: str) -> None:
    assert collide(lang, text)


@pytest.mark.parametrize(("lang", "most", "least"), [("nl", 15, 28), ("en", 7, 26)])
def test_denials_that_leave_a_thing_as_it_is_are_read_no_worse(lang: str, most: int, least: int) -> None:
    found, _ = shown(lang, "all", "denials")
    assert found["agree", "in one text"] <= most
    assert found["oppose", "in one text"] >= least


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_gold_is_read_no_worse(lang: str) -> None:
    found, _ = shown(lang, "all")
    assert found["agree", "in one text"] <= MOST[lang]
    assert found["oppose", "in one text"] >= LEAST[lang]
