"""*Niet het leger maar de politie schoot*: who is named only to say that it was another, did nothing and suffered nothing."""

from __future__ import annotations

import pytest

from wederhoor.reading import open_student
from wederhoor.records import Document, Reading

DONE = {
    "nl": [
        ("Niet het leger maar de politie schoot op de betogers, zegt Anna Tadema.", "leger", "politie"),
        ("De politie hield niet Brandt maar Tadema aan.", "Brandt", "Tadema"),
        ("Niet minister Brandt maar premier Tadema viel de krant aan.", "Brandt", "Tadema"),
        ("Volgens Anna Tadema heeft niet de bank maar de gemeente de school gesloopt.", "bank", "gemeente"),
    ],
    "en": [
        ("Not the army but the police fired at the protesters, Anna Tidwell said.", "army", "police"),
        ("Anna Tidwell said the police arrested not Holt but Brandreth.", "Holt", "Brandreth"),
        ("Not the bank but the city demolished the school, Anna Tidwell said.", "bank", "city"),
    ],
}


def read(text: str, lang: str) -> Reading:
    return open_student(lang)(Document(doc="a", text=text, date="2031-05-12")).reading


def parties(reading: Reading) -> str:
    """All who do or suffer something in the events of a reading, by the names that they have there."""
    names = {actor.id: actor.name for actor in reading.actors}
    return " ".join(names.get(who, who) for event in reading.events for who in (*event.agents, *event.patients))


@pytest.mark.parametrize(
    ("lang", "text", "wrong", "right"), [(lang, *row) for lang, rows in DONE.items() for row in rows]
)
def test_the_one_who_is_named_to_be_put_right_is_no_party(lang: str, text: str, wrong: str, right: str) -> None:
    found = parties(read(text, lang))
    assert wrong not in found
    assert right in found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Het leger schoot niet op de betogers, maar de politie sloeg een man, zegt Anna Tadema."),
        ("en", "The army did not fire at the protesters, but the police arrested a man, Anna Tidwell said."),
    ],
)
def test_two_clauses_are_no_contrast_of_two_nouns(lang: str, text: str) -> None:
    shots = [event for event in read(text, lang).events if event.code == "ASSAULT"]
    assert shots
    assert shots[0].polarity == "-"
