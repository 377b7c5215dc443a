"""Who is of one mind with what another says, and who is not."""

from __future__ import annotations

import pytest

from wederhoor import read_text as read
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


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Greet Vos is het er niet over eens dat de markt dicht moet.", "-"),
        ("Greet Vos is het erover eens dat de markt dicht moet.", "+"),
    ],
)
def test_agreement_with_a_clause_may_be_denied(text: str, polarity: str) -> None:
    [found] = [a for a in read(text, lang="nl").attributions if a.attitude == "think"]
    assert (found.speaker, found.polarity) == ("Greet Vos", polarity)


@pytest.mark.parametrize(
    ("text", "content", "stand"),
    [
        (KRAMER + "Greet Vos bestrijdt die lezing.", "die lezing", ("deny", "-")),
        (KRAMER + "Greet Vos gelooft die uitleg niet.", "die uitleg", ("think", "-")),
        (KRAMER + "Daar gelooft Greet Vos niets van.", "Daar", ("think", "-")),
        (KRAMER + "Greet Vos noemt dat bangmakerij.", "dat bangmakerij", ("judge", "+")),
        (KRAMER + "Greet Vos wierp dat verre van zich.", "dat", ("deny", "-")),
    ],
)
def test_what_is_rejected_may_be_a_word_for_it(text: str, content: str, stand: tuple[str, str]) -> None:
    found = read(text, lang="nl")
    [rejected] = [a for a in found.attributions if a.speaker == "Greet Vos"]
    assert (rejected.attitude, rejected.polarity) == stand
    assert " ".join(text[start:end] for start, end in rejected.content) == content
    assert [c.kind for c in found.conflicts] == ["denial"]


@pytest.mark.parametrize(
    "text", ["De douane verwerpt de lading.", "Greet Vos gelooft het verhaal.", "Greet Vos deelt het brood niet."]
)
def test_other_objects_are_not_what_somebody_said(text: str) -> None:
    assert not read(text, lang="nl").attributions
