"""What newspapers report in running sentences: whose word it is, nobody's, and what only looks like a report."""

from __future__ import annotations

import pytest

from wederhoor.reading import Student
from wederhoor.records import Document


def reports(student: Student, text: str) -> list[tuple[str | None, str, str]]:
    """Speaker, attitude and content of every statement."""
    reading = student(Document(doc="news", text=text, lang="nl", date="2031-03-12")).reading
    return [(a.speaker, a.attitude, " ".join(text[slice(*s)] for s in a.content)) for a in reading.attributions]


@pytest.mark.parametrize(
    "text",
    [
        # a reason, or what one sees happen, is not what a thing is called
        "De rechter heeft een verzoek afgewezen, omdat het plan onvoldoende was onderbouwd.",
        "Kramer verkoopt zijn paarden omdat de stal te klein is.",
        "De schrijver zag het boek een succes worden na de dood van zijn broer.",
        # a relative clause behind a comma
        "Mulder stelde daarmee het startbewijs veilig voor het WK sprint, dat in haar woonplaats Ommedijk wordt gehouden.",
        # another sense of the verb; whom one names is not what one says
        "De Noren voorzien de vissers vanaf mei van netten.",
        "De eilandstaat is nooit erkend door Nortia.",
        # what came later
        "De voorstelling zou een van de bekendste van de stad worden en werd vaak nagespeeld.",
        "Mulder zou later burgemeester worden.",
    ],
)
def test_no_report(student: Student, text: str) -> None:
    assert reports(student, text) == []


@pytest.mark.parametrize(
    ("text", "report"),
    [
        (
            "De eilandstaat is nooit erkend door Nortia, dat het eiland beschouwt als een opstandige provincie.",
            ("Nortia", "judge", "het eiland een opstandige provincie"),
        ),
        (
            "Zakkenrollers hebben het voorzien op 'leuke spulletjes', zoals Kramer dat noemt.",
            ("Kramer", "judge", "leuke spulletjes"),
        ),
        (
            "In het werkprogramma van het college komt naar voren dat de nieuwbouw te duur is.",
            ("het werkprogramma van het college", "say", "dat de nieuwbouw te duur is"),
        ),
        (
            "De rechter kijkt ernaar, nu in het programma van het nieuwe college naar voren komt dat de nieuwbouw te duur is.",
            ("het programma van het nieuwe college", "say", "dat de nieuwbouw te duur is"),
        ),
        (  # whom the parser takes for an object
            "Medische diensten hadden gewaarschuwd dat de eilanders beter binnen konden blijven, omdat het koud was.",
            ("medische diensten", "say", "dat de eilanders beter binnen konden blijven, omdat het koud was"),
        ),
        ("Uit de nota volgt dat de haven sluit.", ("de nota", "say", "dat de haven sluit")),
        # nobody's word
        (
            "De roman, die wordt beschouwd als een van de beste boeken van de eeuw, is herdrukt.",
            (None, "judge", "De roman die een van de beste boeken van de eeuw"),
        ),
        (
            "Ook voor het noorden en het westen is zware sneeuwval voorspeld.",
            (None, "expect", "Ook voor het noorden en het westen zware sneeuwval"),
        ),
        ("Voor het noorden wordt regen verwacht.", (None, "expect", "Voor het noorden regen")),
        ("De wethouder zou in het bestuur zitten.", (None, "say", "De wethouder in het bestuur zitten")),
        (
            "Het bedrijf is in opspraak. De wethouder zou, net als zijn broer, zijn gewaarschuwd.",
            (None, "say", "De wethouder net als zijn broer, zijn gewaarschuwd"),
        ),
        (
            "Gewapende mannen in de menigte, beweert het ministerie van Justitie.",
            ("het ministerie van Justitie", "say", "Gewapende mannen in de menigte"),
        ),
    ],
)
def test_report(student: Student, text: str, report: tuple[str | None, str, str]) -> None:
    assert reports(student, text) == [report]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jan Bos sprak met Piet Vos. Laatstgenoemde zei dat hij wegging.", "Piet Vos"),
        ("Sarvik United en Waterveen klaagden. Zij hopen op een nieuwe datum.", "Sarvik United en Waterveen"),
        ("Ilse Aarden en burgemeester Kees Haan klaagden. Zij willen een nieuwe datum.", "Ilse Aarden en Kees Haan"),
    ],
)
def test_who_is_meant_by_the_last_one_and_by_they(student: Student, text: str, speaker: str) -> None:
    """The last one named; two joined by name, and not the first of them."""
    assert [found[0] for found in reports(student, text)] == [speaker]


def test_the_first_one_is_not_the_last_one(student: Student) -> None:
    """A miss where nothing tells who was named first, and no wrong speaker."""
    (found,) = reports(student, "Jan Bos sprak met Piet Vos. Eerstgenoemde zei dat hij wegging.")
    assert found[0] not in ("Jan Bos", "Piet Vos")
