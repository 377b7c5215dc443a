"""Who is of one mind with what another says, and who is not."""

from __future__ import annotations

import pytest

from wederhoor import read
from wederhoor.records import Attribution

KRAMER = "Wethouder Piet Kramer vindt dat de markt dicht moet. "


def agreements(text: str) -> list[tuple[Attribution, str]]:
    found = read(text, lang="nl")
    return [
        (a, " ".join(text[start:end] for start, end in a.content))
        for a in found.attributions
        if any("eens" in text[start:end] for start, end in a.cue)
    ]


@pytest.mark.parametrize(
    ("text", "polarity", "content"),
    [
        ("Koopvrouw Greet Vos is het niet eens met dat besluit.", "-", "dat besluit"),
        ("Greet Vos is het eens met het besluit van de raad.", "+", "het besluit van de raad"),
        ("Greet Vos is het oneens met die uitspraak.", "-", "die uitspraak"),
        (KRAMER + "Greet Vos is het daar niet mee eens.", "-", "daar"),
        (KRAMER + "Dat is Greet Vos niet met hem eens.", "-", "Dat"),
        ("Greet Vos is het niet eens met de plannen van de directie.", "-", "de plannen van de directie"),
    ],
)
def test_agreement_has_whom_what_and_whether(text: str, polarity: str, content: str) -> None:
    [(found, words)] = agreements(text)
    assert (found.speaker, found.polarity, words) == ("Greet Vos", polarity, content)
    assert found.attitude == ("deny" if polarity == "-" else "judge")


def test_the_source_is_no_more_than_who_agrees() -> None:
    text = KRAMER + "Dat is de burgemeester van Elsmeer niet met hem eens."
    [(found, _)] = agreements(text)
    assert [text[start:end] for start, end in found.source] == ["de burgemeester van Elsmeer"]


@pytest.mark.parametrize(
    "text",
    [
        "Greet Vos was eens in Elsmeer.",
        "Er was eens een haven in Elsmeer.",
        "De brug was eens zo mooi.",
    ],
)
def test_once_is_no_agreement(text: str) -> None:
    assert agreements(text) == []


def test_who_is_divided_denies_no_word_of_another() -> None:
    found = agreements(KRAMER + "De raad is het er niet over eens dat de brug gekeurd is.")
    assert all(a.attitude != "deny" for a, _ in found)
