"""A report is one only where the text says that somebody makes it; what is supposed, asked, aimed at or due is none."""

from __future__ import annotations

import pytest

from wederhoor.reading import Student
from wederhoor.records import Document


def reports(student: Student, text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of every statement."""
    reading = student(Document(doc="asserted", text=text, lang="nl", date="2031-03-12")).reading
    return [(a.speaker, " ".join(text[slice(*s)] for s in a.content)) for a in reading.attributions]


NONE = [
    "Als de wethouder vindt dat de kade te duur is, gaat het plan niet door.",
    "De raad stemt tegen, tenzij de schippers bereid zijn de helft te betalen.",
    "Wil de haven open blijven, dan moet de geul worden uitgebaggerd.",
    "De fractie vroeg gisteren niets, en of de directeur bereid is te vertrekken, is onbekend.",
    "Meent wethouder Kuiper dat de kade veilig is?",
    "De schippers moeten beseffen dat de geul ondiep is.",
    "Men kan zeggen dat de kade oud is.",
    "Iedereen heeft het recht te vinden dat de kade lelijk is.",
    "De bank beoordeelde de aanvraag verkeerd.",
    "De keeper hield de bal in zijn handen.",
    "De postbode bood de buurvrouw een pakje aan.",
    "Het zou onjuist zijn de kade af te breken.",
    "Zonder subsidie zou de veerdienst al zijn gestopt.",
]
"""None of these may have anybody say the words in the clause."""


@pytest.mark.parametrize("text", NONE)
def test_what_nobody_says_is_no_statement(student: Student, text: str) -> None:
    assert reports(student, text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Wethouder Kuiper moet toegeven dat de kade verzakt.", "Kuiper", "dat de kade verzakt"),
        ("Wethouder Kuiper moest bekennen dat de kade verzakt.", "Kuiper", "dat de kade verzakt"),
        ("De haven gaat dicht. De schippers lieten dat vrijdag weten.", "de schippers", "De haven gaat dicht"),
        ("De haven gaat dicht. Dat vertelden schippers dinsdag.", "schippers", "De haven gaat dicht"),
        (
            "De huren stegen het hardst, valt te lezen in het jaarverslag.",
            "het jaarverslag",
            "De huren stegen het hardst",
        ),
        ("De huren stegen, zo blijkt uit cijfers van het bureau.", "cijfers van het bureau", "De huren stegen"),
        ("De haven blijft dicht, tot spijt van de schippers.", "de schippers", "De haven blijft dicht"),
        ("Op een lange staking wordt gerekend.", None, "een lange staking"),
        ("Er zijn meldingen dat de dijk lekt.", None, "dat de dijk lekt"),
        (
            "De gemeente is van plan de kade in mei te slopen.",
            "de gemeente",
            "de kade in mei te slopen",
        ),
        (
            "De schipper zegt zich niets te herinneren van de botsing.",
            "de schipper",
            "zich niets te herinneren van de botsing",
        ),
        ("De bond bepleit een hoger loon.", "de bond", "een hoger loon"),
        ("De directeur zou zijn opgestapt.", None, "De directeur zijn opgestapt"),
    ],
)
def test_who_says_what(student: Student, text: str, speaker: str | None, content: str) -> None:
    assert (speaker, content) in reports(student, text)


def test_what_one_asks_of_another_is_not_his_word(student: Student) -> None:
    assert [speaker for speaker, _ in reports(student, "De bond riep de haven op toe te geven dat de kade lekt.")] == [
        "de bond"
    ]
