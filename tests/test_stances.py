"""How a holder stands to what his statement says, and on whose word we have it."""

from __future__ import annotations

from typing import get_args

import pytest

from wederhoor.documents import load_text
from wederhoor.reading import Student, open_student
from wederhoor.records import (
    MAINTAINED,
    Attitude,
    Certainty,
    Polarity,
    Reading,
    Stance,
    reporters,
    stance_of,
    stances_of,
)


@pytest.fixture(scope="module")
def student() -> Student:
    return open_student("nl")


def read(student: Student, text: str) -> Reading:
    return student(load_text(text, doc="tekst", lang="nl")).reading


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Molenaar Jan Wiersma zegt dat de molen stilstond.", "asserts"),
        ("Molenaar Jan Wiersma ontkent dat de molen stilstond.", "denies"),
        ("Molenaar Jan Wiersma bestrijdt dat de molen stilstond.", "denies"),
        ("Molenaar Jan Wiersma ontkent niet dat de molen stilstond.", "uncommitted"),
        ("Molenaar Jan Wiersma betwijfelt of de molen stilstond.", "doubts"),
        ("Molenaar Jan Wiersma betwijfelt niet dat de molen stilstond.", "uncommitted"),
        ("Molenaar Jan Wiersma vraagt of de molen stilstond.", "asks"),
        ("Molenaar Jan Wiersma hoopt dat de molen stilstond.", "hopes"),
        ("Molenaar Jan Wiersma vreest dat de molen stilstond.", "fears"),
        ("Molenaar Jan Wiersma vreest niet dat de molen stilstond.", "uncommitted"),
        ("Molenaar Jan Wiersma eist dat de molen stilstaat.", "wants"),
        ("Molenaar Jan Wiersma weet niet of de molen stilstond.", "doubts"),
        ("Molenaar Jan Wiersma verwacht dat de molen in juni draait.", "expects"),
        ("Molenaar Jan Wiersma belooft dat de molen in juni draait.", "promises"),
        ("Molenaar Jan Wiersma vermoedt dat de molen stilstond.", "supposes"),
        ("Molenaar Jan Wiersma sluit niet uit dat de molen stilstond.", "supposes"),
        ("Molenaar Jan Wiersma sluit uit dat de molen stilstond.", "denies"),
    ],
)
def test_a_sentence_and_its_holders_stance(student: Student, sentence: str, stance: Stance) -> None:
    [found] = stances_of(read(student, sentence).attributions).values()
    assert found == stance


@pytest.mark.parametrize("certainty", get_args(Certainty))
@pytest.mark.parametrize("attitude", get_args(Attitude))
def test_nobody_maintains_what_he_denies_doubts_asks_or_wishes(attitude: Attitude, certainty: Certainty) -> None:
    negative: Polarity = "-"
    assert stance_of(attitude, negative, certainty) not in MAINTAINED
    if attitude in ("deny", "doubt", "ask", "want", "hope", "fear"):
        assert stance_of(attitude, "+", certainty) not in MAINTAINED
    assert stance_of(attitude, "+", "unknown") not in MAINTAINED


@pytest.mark.parametrize("certainty", get_args(Certainty))
@pytest.mark.parametrize("attitude", get_args(Attitude))
def test_nobody_denies_what_he_affirms(attitude: Attitude, certainty: Certainty) -> None:
    assert stance_of(attitude, "+", certainty) not in ("denies", "opposes")


def test_a_denial_that_another_reports_is_the_deniers_on_the_word_of_the_other(student: Student) -> None:
    reading = read(student, "Burgemeester Els Prins zegt dat Jan Wiersma ontkent dat de molen stilstond.")
    stances, by_id = stances_of(reading.attributions), {a.id: a for a in reading.attributions}
    [denial] = [a for a in reading.attributions if a.attitude == "deny"]
    assert (denial.speaker, stances[denial.id]) == ("Jan Wiersma", "denies")
    assert [outer.speaker for outer in reporters(denial, by_id)] == ["Els Prins"]


def test_what_one_is_said_not_to_have_said_is_not_his(student: Student) -> None:
    reading = read(student, "Burgemeester Els Prins ontkent dat Jan Wiersma heeft gezegd dat de molen stilstond.")
    [inner] = [a for a in reading.attributions if a.parent is not None]
    assert inner.speaker == "Jan Wiersma"
    assert stances_of(reading.attributions)[inner.id] == "uncommitted"


def test_a_name_heads_its_article_so_that_who_reports_a_report_is_kept(student: Student) -> None:
    found = read(student, "De Zeebond zegt dat Els Prins zei dat de sluis dicht was.")
    assert [(a.speaker, a.parent) for a in found.attributions] == [("Zeebond", None), ("Els Prins", "A1")]


def test_whom_another_calls_a_liar_says_nothing_by_it(student: Student) -> None:
    found = read(student, "Els Prins zegt dat de Zeebond liegt over de sluis.")
    assert [a.speaker for a in found.attributions] == ["Els Prins"]
