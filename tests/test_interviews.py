"""Interviews: whom the answers are of, what they say no to, and what a question holds against somebody that stands elsewhere."""

from __future__ import annotations

import pytest
from test_spoken_of import case_of

from wederhoor import read_text
from wederhoor.exchange.cases.tables import conflict_rows
from wederhoor.records import Reading

TALK = """GESPREK

Wethouder Karel Dop (51) over het zwembad van Meerdam.

{asked}

„{answer}”

Wat doet u op zondag?

„Ik wandel.”

Bent u van hier?

„Mijn moeder wel.”
"""
QUESTIONS = """The minister behind the tunnel

{about} has run the transport ministry since 2021.

Q: Two engineers told parliament that the tunnel leaks. Do you still say it is dry?

A: I do. It is dry.

Q: Mr Dane says that you never measured it.

A: He was there himself! I have the numbers.

Q: Will you open it in May?

A: On the first of May the gates will open.
"""


def talk(asked: str, answer: str) -> Reading:
    return read_text(TALK.format(asked=asked, answer=answer), lang="nl")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Volgens de inspectie hebt u in juni gegraven.", "De inspectie vergist zich. Wij waren op vakantie."),
        ("De sportraad zegt dat er in juni is gegraven.", "De sportraad was er niet bij. Er is nooit gegraven."),
        ("De inspectie zegt dat u het wist.", "Dan is zij dat vergeten. Ik hoorde het in mei."),
        ("De directeur beweert dat de pomp stuk was. Klopt dat?", "Nee. Hij draaide elke dag."),
        ("Het bad moet dicht, vindt de sportraad. U ook?", "Nee. Het blijft open."),
    ],
)
def test_an_answer_may_turn_on_the_one_whose_words_it_answers(asked: str, answer: str) -> None:
    [conflict] = talk(asked, answer).conflicts
    assert conflict.reason == "denial"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("De sportraad zegt dat het bad mooi is.", "Dan heeft hij gelijk. Er is geen mooier bad."),
        ("De sportraad zegt dat u te weinig belt.", "Hij heeft een punt. Ik bel niet vaak."),
        ("De sportraad zegt dat het bad mooi is.", "De sportraad kent dat bad. Het is mooi."),
        ("De sportraad vindt het water koud. Zwemt u nog?", "Nee. Ik word te oud."),
        ("Het water is koud. Zwemt u nog?", "Nee. Ik word te oud."),
    ],
)
def test_who_speaks_of_another_without_going_against_him_is_of_his_mind_or_of_none(asked: str, answer: str) -> None:
    assert not talk(asked, answer).conflicts


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("Hebt u de molen verkocht?", "Nee. Hij is nog van ons.", "heeft wethouder Karel Dop de molen verkocht"),
        ("Komt er een tunnel?", "Nee. Daar is geen geld voor.", "komt er een tunnel"),
        ("Komt er een tunnel?", "Absoluut niet. Daar is geen geld voor.", "komt er een tunnel"),
        ("Komt er een tunnel?", "Ja. In mei.", "komt er geen tunnel"),
    ],
)
def test_who_answers_with_yes_or_no_says_what_he_was_asked(question: str, answer: str, told: str) -> None:
    paper = f"In Meerdam {told}, zegt Karin Vaal van de provincie over Karel Dop.\n"
    texts = {"paper": paper, "talk": TALK.format(asked=question, answer=answer)}
    [row] = [row for row in conflict_rows(case_of(texts)) if row.a_doc != row.b_doc]
    assert (row.a_holder, row.b_holder) == ("Karin Vaal", "Karel Dop")


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("Komt er een tunnel?", "Nee. Daar is geen geld voor.", "komt er geen tunnel"),
        ("Komt er geen tunnel?", "Nee. Daar is geen geld voor.", "komt er geen tunnel"),
        ("Komt er een tunnel of blijft de pont?", "Nee. Daar is geen geld voor.", "komt er een tunnel"),
        ("Komt er een tunnel?", "Nee, dat hoop ik althans niet.", "komt er een tunnel"),
    ],
)
def test_who_is_of_one_mind_or_was_asked_two_things_is_against_nobody(question: str, answer: str, told: str) -> None:
    paper = f"In Meerdam {told}, zegt Karin Vaal van de provincie over Karel Dop.\n"
    texts = {"paper": paper, "talk": TALK.format(asked=question, answer=answer)}
    assert not [row for row in conflict_rows(case_of(texts)) if row.a_doc != row.b_doc]


def test_what_an_interview_holds_against_somebody_is_found_where_its_holder_says_it() -> None:
    asked = "De provincie zegt dat u per brief was ingelicht."
    texts = {
        "paper": "De provincie zegt dat wethouder Karel Dop uit Meerdam een brief heeft gehad.\n",
        "talk": TALK.format(asked=asked, answer="Er is nooit een brief bezorgd. Nergens."),
    }
    rows = conflict_rows(case_of(texts))
    assert ("paper", "talk", "de provincie", "Karel Dop") in {(r.a_doc, r.b_doc, r.a_holder, r.b_holder) for r in rows}
    other = texts | {"paper": "De provincie zegt dat wethouder Karel Dop uit Meerdam een kale vent is.\n"}
    assert all(row.a_doc == row.b_doc for row in conflict_rows(case_of(other)))


def test_whom_a_question_is_about_does_not_answer_it() -> None:
    found = read_text(QUESTIONS.format(about="Susan Carter"), lang="en")
    spoken = {a.speaker for a in found.attributions if a.form == "direct"}
    assert spoken == {"Susan Carter"}
    unknown = read_text(QUESTIONS.format(about="The lady"), lang="en")
    assert {a.speaker for a in unknown.attributions if a.form == "direct"} == {None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "That the mayor lied is “garbage,” according to a clerk. Piet Mol says the mayor did not lie."),
        ("nl", "Dat de molen is verkocht, noemt Anna Berg bangmakerij. Volgens Piet Mol is de molen niet verkocht."),
        (
            "nl",
            "Dat Vaal de molen heeft verkocht, is ‘kletspraat’, aldus Anna Berg. Piet Mol zegt dat Vaal hem niet heeft verkocht.",
        ),
    ],
)
def test_who_waves_a_clause_away_does_not_claim_it(lang: str, text: str) -> None:
    assert not read_text(text, lang=lang).conflicts
