"""What answers what: in an interview, where the text says that readings differ, by a rejection; and whose words these are."""

from __future__ import annotations

import pytest

import wederhoor
from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import Reading

INTERVIEW = """Molenaar Anna Tadema over de storm van maart.

{asked}

ANNA TADEMA «{said}»

Hoe gaat het met de molen?

TADEMA «Goed. De wieken draaien weer.»

En met het dorp?

TADEMA «Het dorp is moe.»
"""


def collided(reading: Reading) -> list[tuple[str, str, str]]:
    """The kind and the words of both sides of every conflict."""
    spans = {a.id: a.content for a in reading.attributions}

    def words(side: object) -> str:
        found = spans[side] if isinstance(side, str) else [side.author]  # type: ignore[attr-defined]
        return " ".join(reading.text[first:end] for first, end in found)

    return [(c.kind, words(c.a), words(c.b)) for c in reading.conflicts]


@pytest.mark.parametrize(
    ("asked", "said", "kind"),
    [
        ("De rem is losgezet, zegt de smid.", "Onzin. De rem brak.", "denial"),
        ("Volgens de smid draaide de molen zes uur zonder rem.", "Twee uur. Ik stond erbij.", "figure"),
        ("De smid zegt dat u was gewaarschuwd.", "Er is nooit een waarschuwing gekomen.", "denial"),
        ("Er vielen negen pannen van het dak.", "Drie. Meer niet.", "figure"),
        ("Waarom hebt u de rem losgelaten?", "Daar klopt niets van. De rem brak.", "denial"),
        ("De burgemeester noemde het een gitzwarte avond.", "Het was de mooiste avond in jaren.", "evaluation"),
    ],
)
def test_an_answer_collides_with_what_it_answers(asked: str, said: str, kind: str) -> None:
    assert [one[0] for one in collided(wederhoor.read_text(INTERVIEW.format(asked=asked, said=said)))] == [kind]


@pytest.mark.parametrize(
    ("asked", "said", "shown"),
    [
        ("De rem is losgezet, zegt de smid.", "Onzin. De rem brak. Ik heb hem zelf gezien.", "Onzin. De rem brak."),
        (
            "De smid zegt dat u was gewaarschuwd.",
            "Er is nooit een brief gekomen. Wie dat zegt, kent het dorp niet en de molen ook niet.",
            "Er is nooit een brief gekomen.",
        ),
    ],
)
def test_an_answer_is_shown_by_the_words_that_it_opens_with(asked: str, said: str, shown: str) -> None:
    study = open_student("nl")(load_text(INTERVIEW.format(asked=asked, said=said), lang="nl", doc="molen"))
    [issue] = build_case([study], load_pack("nl")).issues
    words = [held.words for position in issue.positions for held in position.held]
    assert shown in [study.reading.text[slice(*w.span)] for w in words if w is not None]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Gaat u de molen verkopen?", "Nee. De molen blijft van ons."),
        ("De smid zegt dat de rem is losgezet.", "Dat weet ik niet."),
        ("De smid zegt dat er geen geld is.", "Er is nooit geld geweest."),
        ("De smid zegt dat de rem is losgezet.", "Zo is het. De rem stond los."),
        ("Volgens de smid draaide de molen zes uur zonder rem.", "Zes uur, ja."),
    ],
)
def test_an_answer_that_rejects_nothing_collides_with_nothing(asked: str, said: str) -> None:
    assert collided(wederhoor.read_text(INTERVIEW.format(asked=asked, said=said))) == []


def test_a_name_in_capitals_says_its_answer_and_not_the_question() -> None:
    reading = wederhoor.read_text(
        INTERVIEW.format(asked="Er vielen negen pannen van het dak.", said="Drie. Meer niet.")
    )
    said = [(a.speaker, reading.quote(a)) for a in reading.attributions]
    assert ("ANNA TADEMA", "Drie. Meer niet") in said
    assert not any("negen" in words for _, words in said)


def test_a_question_over_a_column_makes_no_interview() -> None:
    text = "Wie gelooft er nog in?\n\nJan Bos\n\nIk zag de brug.\n\nIk zag de sluis. Mij zeiden ze niets.\n\nIk ga naar huis."
    assert wederhoor.read_text(text).attributions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Over het aantal zieken lopen de opgaven uiteen. De dienst telt negen doden. De arts telt 34 doden.",
        "Over het aantal doden spreken ze elkaar tegen. De dienst telt negen doden. Volgens de arts zijn het er 34.",
    ],
)
def test_readings_that_are_said_to_differ_collide(text: str) -> None:
    assert len(wederhoor.read_text(text).conflicts) == 1


@pytest.mark.parametrize(
    "denial",
    [
        "De smid gelooft daar geen snars van.",
        "De smid gaat daar niet in mee.",
        "De smid lacht het weg.",
        "De smid veegt die lezing van tafel.",
        "“Een verzinsel”, zegt de smid.",
    ],
)
def test_whoever_rejects_what_was_said_collides_with_it(denial: str) -> None:
    reading = wederhoor.read_text(f"De rem stond los, zegt molenaar Anna Tadema. {denial}")
    assert [(kind, a) for kind, a, _ in collided(reading)] == [("denial", "De rem stond los")]


def test_a_denial_that_has_words_of_its_own_is_none_of_what_stands_before() -> None:
    assert not wederhoor.read_text(
        "De kaden blijven open, verzekert reder Anna Tadema. "
        "Dat zijn mensen de brief van de dienst aan de krant hebben gelekt, spreekt de smid tegen."
    ).conflicts


def test_a_reading_that_is_told_to_be_rejected_is_its_tellers() -> None:
    reading = wederhoor.read_text(
        "De lezing van eigenaar Jan Bos, die zei dat de dienst hem had gebeld, is onjuist, stelt de dienst."
    )
    assert [a.speaker for a in reading.attributions] == ["Jan Bos", "de dienst"]
    assert len(reading.conflicts) == 1


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("‘Zulke dagen komen nooit terug’, bezwoer Tadema.", "Tadema", "Zulke dagen komen nooit terug"),
        ("Gewapende mannen op het dak, zeggen drie buren.", "drie buren", "Gewapende mannen op het dak"),
        ("De molen is leeg, had de smid me verzekerd.", "de smid", "De molen is leeg"),
        ("Omdat de rem los was, zegt haar advocaat.", "haar advocaat", "Omdat de rem los was"),
        ("De vervuiler betaalt, laat haar kabinet weten.", "haar kabinet", "De vervuiler betaalt"),
        ("‘Onbetaalbaar, en onverstandig’, vindt Tadema.", "Tadema", "Onbetaalbaar, en onverstandig"),
        ("De oud-directeur kwam uit op minstens elf doden.", "de oud-directeur", "minstens elf doden"),
        ("‘Er is niet bezuinigd’, zegt de smid.", "de smid", "Er is niet bezuinigd"),
    ],
)
def test_reports_in_more_of_their_shapes(text: str, speaker: str, content: str) -> None:
    reading = wederhoor.read_text(text)
    assert [(a.speaker, reading.quote(a)) for a in reading.attributions] == [(speaker, content)]


def test_not_more_behind_a_number_denies_nothing() -> None:
    reading = wederhoor.read_text("Bij de dienst klinkt het dat het om elf kinderen gaat, niet meer.")
    assert [a.polarity for a in reading.attributions] == ["+"]


def test_a_place_before_a_colon_says_nothing() -> None:
    assert wederhoor.read_text("Karvestanen in Zwolle: ‘Er is niemand vertrokken’").attributions[0].speaker != "Zwolle"
