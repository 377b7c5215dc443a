"""Who says that one thing brought about another, who says that it did not, and where nobody says either."""

from __future__ import annotations

import pytest
from causes_score import scored, shown_in

from wederhoor.reading import open_student
from wederhoor.records import Document

LEAST = {"nl": 55, "en": 39}
"""Links of the gold that are shown as said, at least, of 95 and 113: what was measured on 3 December 2026, less four."""
MOST_TURNED = {"nl": 2, "en": 2}
"""Links that somebody denies and that are shown as said, at most, of 49 and 47."""


def told(lang: str, text: str) -> set[tuple[str, str, str]]:
    """Who holds what of a text's links, as stance, cause and effect."""
    student = open_student(lang)
    return {
        (s.stance, text[slice(*s.cause)], text[slice(*s.effect)])
        for s in shown_in(student(Document(doc="t", text=text)))
    }


@pytest.mark.parametrize(
    ("lang", "text", "links"),
    [
        (
            "en",
            "The ferry stopped not because the crew was ill but because the pier was rotten.",
            {
                ("denies", "the crew was ill", "The ferry stopped"),
                ("says", "the pier was rotten", "The ferry stopped"),
            },
        ),
        (
            "en",
            "Rents fell because of the exodus rather than because of the tax, the mayor said.",
            {
                ("says", "the exodus", "Rents fell"),
                ("denies", "the tax", "Rents fell because of the exodus"),
            },
        ),
        ("en", "The delay is not the result of fog, the pilot said.", {("denies", "fog", "The delay")}),
        ("en", "It is a myth that the dam causes floods, the engineer said.", {("denies", "the dam", "floods")}),
        ("en", "There is no way the tax explains this fall, the mayor said.", {("denies", "the tax", "this fall")}),
        (
            "nl",
            "De veerboot ligt stil, niet omdat de bemanning ziek is, maar omdat de steiger rot.",
            {
                ("denies", "de bemanning ziek is", "De veerboot ligt stil"),
                ("says", "de steiger rot", "De veerboot ligt stil"),
            },
        ),
        ("nl", "De molen sloot niet vanwege de belasting, zei Bos.", {("denies", "de belasting", "De molen sloot")}),
        ("nl", "De oorzaak van de brand was niet kortsluiting, zei Bos.", {("denies", "kortsluiting", "de brand")}),
    ],
)
def test_what_is_said_not_to_be_the_cause_is_read_as_denied(
    lang: str, text: str, links: set[tuple[str, str, str]]
) -> None:
    assert told(lang, text) == links


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The mill did not close because of the tax, the owner said."),
        ("en", "Did the strike lead to the shortage? Nobody knows."),
        ("en", "If the fog caused the crash, the harbour should have been closed, she said."),
        ("en", '"Suppose that the tariffs caused the shortage," said Ann Marsh.'),
        ("en", "A spark is being examined as the possible cause of the fire."),
        ("en", "The path that leads to the lighthouse is open."),
        ("nl", "Kwam de nederlaag door het debat? Niemand weet het."),
        ("nl", "De rector moet al vertrokken zijn, want zijn fiets is weg."),
    ],
)
def test_of_what_nobody_says_to_be_a_cause_none_is_shown(lang: str, text: str) -> None:
    assert not {stance for stance, _, _ in told(lang, text)} & {"says", "denies"}


@pytest.mark.parametrize(
    ("lang", "text", "link"),
    [
        ("en", "Safety comes first, which is why the plant shut.", ("Safety comes first", "the plant shut")),
        ("en", "The leak led the board to sell the plant.", ("The leak", "the board to sell the plant")),
        ("en", "The storm caused damage in the old harbour.", ("The storm", "damage in the old harbour")),
        ("en", "The school shut. The reason is that the boiler burst.", ("the boiler burst", "The school shut")),
        (
            "nl",
            "Aan de vechtpartij lag een ruzie over geld ten grondslag, zei Bos.",
            ("een ruzie over geld", "de vechtpartij"),
        ),
    ],
)
def test_the_sides_of_a_cause_are_whole(lang: str, text: str, link: tuple[str, str]) -> None:
    assert ("says", *link) in told(lang, text)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_links_of_the_gold_stay_with_who_says_them(lang: str) -> None:
    counts, _ = scored(lang, "all")
    assert counts["says", "says"] >= LEAST[lang]
    assert counts["denies", "says"] <= MOST_TURNED[lang]
