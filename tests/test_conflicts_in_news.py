"""What real news has beside each other and is no conflict: other numbers, other senses of denying, who agrees."""

from __future__ import annotations

import pytest

from wederhoor.documents import load_text
from wederhoor.reading import Student, open_student
from wederhoor.records import Conflict, Reading


@pytest.fixture(scope="module", name="students")
def _students() -> dict[str, Student]:
    return {lang: open_student(lang) for lang in ("nl", "en")}


APART = [
    ("en", "Police said the victim was aged 25. The coroner said all five deaths were caused by gas."),
    ("en", "The owner said the ship left on May 27. The union said the ship had a captain and eleven other crew."),
    (
        "en",
        "The mayor said it was one of the last ferries. The harbour office said the ferry carried 1,200 passengers.",
    ),
    ("en", "The army said 40 soldiers and 95 civilians were in the camp. A doctor said the blast had killed twelve."),
    ("en", "The mayor said the bridge would be funded. The council denied the mayor funding for the bridge."),
    (
        "en",
        "Anna Moll said the killing of the guard was a crime. Tom Haak distanced himself from the killing of the guard.",
    ),
    ("en", "The lawyer also alleged the ministry was hiding the figures on deaths. A doctor said 19 were dead."),
    ("en", "Anna Moll called the debate a shambles. Tom Haak called it a mess."),
    ("en", "Anna Moll said the crowd could overwhelm the town. The army said it was dangerous."),
    (
        "en",
        (
            "Anna Moll said the order was unlawful and thus null and of no effect. "
            "The court said the order was unlawful, null and void."
        ),
    ),
    ("nl", "De politie zegt dat de man 25 jaar oud was. De dokter zegt dat alle vijf doden door gas zijn gestikt."),
    ("nl", "De reder zegt dat het schip op 27 mei vertrok. De bond zegt dat het schip elf koppen had."),
    (
        "nl",
        "Bij de brand in Elst raakte niemand gewond, zegt Piet Mol. Bij de brand in Zwol vielen drie gewonden, zegt An Vos.",
    ),
    ("nl", "Niemand is omgekomen, zegt Piet Kramer. Niemand is gewond, zegt Anna Mol."),
    ("nl", "Anna Mol vindt dat Dorvik het verdrag schendt. Piet Kramer noemt dat chantage."),
    (
        "nl",
        (
            "Anna Mol zegt dat de gemeente geen geld heeft. Piet Kramer ontkent dat hij ouders misleidde. "
            "Integendeel, vindt hij: ‘Wij hebben in mei een brief gestuurd.’"
        ),
    ),
]


def conflicts(students: dict[str, Student], lang: str, text: str) -> tuple[Reading, tuple[Conflict, ...]]:
    found = students[lang](load_text(text, lang=lang, doc="news")).reading
    return found, found.conflicts


@pytest.mark.parametrize(("lang", "text"), APART)
def test_what_only_stands_beside_each_other_does_not_collide(
    students: dict[str, Student], lang: str, text: str
) -> None:
    _, found = conflicts(students, lang, text)
    assert [(c.kind, c.why) for c in found] == []


TOGETHER = [
    ("en", "The survey said the magnitude was 5.5. The institute put the magnitude at 5.8.", "figure"),
    (
        "en",
        "Anna Moll said the guard was poisoned. The clinic said no traces of poison were found in the guard.",
        "denial",
    ),
    ("en", "Anna Moll said there was widespread fraud. The board said there was no evidence of fraud.", "denial"),
    ("en", "Anna Moll said three workers had been hurt. Ruth Aldous said nobody had been hurt.", "denial"),
    ("nl", "Volgens Anna Mol raakten drie arbeiders gewond. Niemand is gewond geraakt, zegt Ruth Aldous.", "denial"),
    ("nl", "Volgens Anna Mol zijn er vier mensen omgekomen. Niemand is omgekomen, zegt Ruth Aldous.", "denial"),
    ("nl", "Anna Mol zegt dat de wacht is vergiftigd. Volgens de kliniek is dat onzin.", "denial"),
    ("nl", "Volgens de politie waren er veertig betogers. Volgens de bond waren het er negentig.", "figure"),
]


@pytest.mark.parametrize(("lang", "text", "kind"), TOGETHER)
def test_what_cannot_both_be_right_collides(students: dict[str, Student], lang: str, text: str, kind: str) -> None:
    _, found = conflicts(students, lang, text)
    assert [c.kind for c in found] == [kind]


def test_who_denies_says_what_follows_behind_a_comma(students: dict[str, Student]) -> None:
    found, clashes = conflicts(
        students, "en", "The ministry denied that soldiers had driven villagers out, saying all had left by themselves."
    )
    assert {a.speaker for a in found.attributions} == {"the ministry"}
    assert [(a.attitude, a.polarity) for a in found.attributions] == [("deny", "-"), ("say", "+")]
    assert clashes == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            (
                "Mayor Ruth Garrick said 4,200 homes were dry. The owner of the pit, Neil Orford, said the pipe was old. "
                "Union leader Dana Pell dismissed the figure as a fantasy."
            ),
        ),
        (
            "nl",
            (
                "Volgens burgemeester Ruth Garrick zaten 4200 huizen zonder water. Volgens Neil Orford was de leiding oud. "
                "Vakbondsleider Dana Pell noemde dat aantal onzin."
            ),
        ),
    ],
)
def test_that_figure_is_of_who_gave_a_number(students: dict[str, Student], lang: str, text: str) -> None:
    found, [clash] = conflicts(students, lang, text)
    speakers = {a.id: a.speaker for a in found.attributions}
    assert [speakers[side] for side in (clash.a, clash.b) if isinstance(side, str)] == ["Ruth Garrick", "Dana Pell"]


@pytest.mark.parametrize(
    "text", ["The camp was denied medicine by the army.", "The council denied the union access to the quay."]
)
def test_what_is_withheld_is_not_denied(students: dict[str, Student], text: str) -> None:
    assert conflicts(students, "en", text)[0].attributions == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Inspector Brandt put the number of pumps at four; the union said there were nine.", "there were nine"),
        ("The gates were shut; the union said nobody had been warned.", "nobody had been warned"),
        ("The gates were shut; nobody had been warned, said the union.", "nobody had been warned"),
    ],
)
def test_nobody_says_what_stands_before_a_semicolon(students: dict[str, Student], text: str, said: str) -> None:
    found, _ = conflicts(students, "en", text)
    assert [(a.speaker, found.text[slice(*a.content[0])]) for a in found.attributions] == [("the union", said)]


def test_a_threat_is_no_forecast_of_who_tells_of_it(students: dict[str, Student]) -> None:
    found, _ = conflicts(students, "en", "The mayor distanced herself from the threat to close the tunnel.")
    assert found.forecasts == ()


@pytest.mark.parametrize("who", ["Pryce", "Owen Pryce"])
def test_a_verb_of_saying_behind_a_name_is_no_noun(students: dict[str, Student], who: str) -> None:
    found, _ = conflicts(students, "en", f"{who} fears that more accidents lead to fewer dockers.")
    [said] = found.attributions
    assert (said.speaker, said.attitude) == (who, "fear")
    assert [c.holder for c in found.causal] == [said.id]


@pytest.mark.parametrize("text", ["Security fears that grew in May led to a ban.", "The Pryce fears are gone."])
def test_a_noun_behind_another_stays_one(students: dict[str, Student], text: str) -> None:
    assert conflicts(students, "en", text)[0].attributions == ()


def test_what_a_crane_lifts_is_no_effect(students: dict[str, Student]) -> None:
    assert conflicts(students, "en", "The crane was lifting 51 tonnes.")[0].causal == ()
