"""What verbs suppose without a word for if, what would have been, and what nearly was: nobody is said to hold it."""

from __future__ import annotations

import pytest
from factuality_score import Scorer

from wederhoor import read_text
from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student

OPEN = [
    ("nl", "Sluit de politie het plein, dan volgt er een staking, zei Tom Rees."),
    ("nl", "Wordt de brug gesloten, vallen er doden, zei Tom Rees."),
    ("nl", "Had de politie niet geschoten, dan was de winkel geplunderd, zei Tom Rees."),
    ("nl", "Was de brug gesloten, dan waren er geen doden gevallen, zei Tom Rees."),
    ("nl", "Als de politie had geschoten, waren er doden gevallen, zei Tom Rees."),
    ("nl", "Er waren doden gevallen als de politie had geschoten, zei Tom Rees."),
    ("nl", "Zonder het leger waren er doden gevallen, zei Tom Rees."),
    ("nl", "Anders had de politie geschoten, zei Tom Rees."),
    ("nl", "Had de politie maar niet geschoten, zei Tom Rees."),
    ("nl", "De politie schoot bijna op de demonstranten."),
    ("nl", "Er waren bijna doden gevallen."),
    ("nl", "De politie moet op de demonstranten hebben geschoten."),
    ("en", "Had Dune sounded the siren, nobody would have been injured, said Tom Reed."),
    ("en", "Nobody would have died had the bridge been closed, said Tom Reed."),
    ("en", "Tom Reed said that, had the bridge been closed, nobody would have died."),
    ("en", "Should the police attack the crowd, there will be a strike."),
    ("en", "The police almost fired on the crowd."),
    ("en", "The police must have fired on the crowd."),
]


@pytest.mark.parametrize(("lang", "text"), OPEN)
def test_what_is_supposed_or_nearly_so_did_not_happen_nor_fail_to(lang: str, text: str) -> None:
    events = read_text(text, lang=lang).events
    assert events
    assert {event.modality for event in events} == {"possible"}


TOLD = [
    ("nl", "Toen de politie had geschoten, vielen er doden."),
    ("nl", "Zonder vergunning had de politie het plein gesloten."),
    ("nl", "De politie arresteerde bijna alle demonstranten."),
    ("nl", "Had de politie niet geschoten, dan was hij er nog, maar de politie schoot op de demonstranten."),
    ("en", "The police had closed the bridge and nobody would say why."),
    ("en", "The police arrested almost 40 protesters."),
]


@pytest.mark.parametrize(("lang", "text"), TOLD)
def test_what_is_told_as_done_stays_so(lang: str, text: str) -> None:
    assert "+" in {event.polarity for event in read_text(text, lang=lang).events if event.modality == "actual"}


APART = [
    ("nl", "De politie heeft geschoten, zei Ana Pool.", "Had de politie niet geschoten, dan leefde hij nog, zei Tom Rees."),
    ("en", "The guards beat the prisoner, said Ana Poll.", "The guards kept beating the prisoner, said Tom Reed."),
    ("nl", "Er raakten drie mensen gewond, zei Ana Pool.", "Had Dune gebeld, dan was niemand gewond geraakt, zei Tom Rees."),
    ("nl", "De brug was open, zei Ana Pool.", "Was de brug dicht geweest, dan leefde hij nog, zei Tom Rees."),
    ("nl", "De fabriek vervuilde het riool niet, zei Ana Pool.", "Anders had de fabriek het riool vervuild, zei Tom Rees."),
    ("nl", "De fabriek vervuilde het riool niet, zei Ana Pool.", "De fabriek vervuilde bijna het riool, zei Tom Rees."),
    ("en", "The police fired, said Ana Poll.", "Had the police not fired, he would be dead, said Tom Reed."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "one", "other"), APART)
def test_what_would_have_been_contradicts_nobody(lang: str, one: str, other: str) -> None:
    student, pack = open_student(lang), load_pack(lang)
    studies = [student(load_text(text, lang=lang, doc=name)) for name, text in (("one", one), ("other", other))]
    assert not build_case(studies, pack).conflicts


MOST_FALSE = {"nl odd": (2, 1), "nl built": (3, 0), "en odd": (1, 1), "en built": (1, 0)}
"""Events told as done or not done that are neither or the contrary, and conflicts that are none, of a file."""
LEAST_RIGHT = {"nl odd": (28, 30), "nl built": (47, 36), "en odd": (25, 30), "en built": (49, 40)}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("half", ["odd", "built"])
def test_what_is_told_as_done_or_as_not_done_is(lang: str, half: str) -> None:
    count, name = Scorer(lang).score(half), f"{lang} {half}"
    events, conflicts = MOST_FALSE[name]
    assert count["events false"] <= events
    assert count["conflicts false"] <= conflicts
    events, conflicts = LEAST_RIGHT[name]
    assert count["events right"] >= events
    assert count["conflicts right"] >= conflicts


NEGATED = [
    ("en", "Never had the police fired on a crowd."),
    ("en", "At no time did the police fire on the crowd."),
    ("en", "In no way was the journalist arrested by the police."),
    ("en", "At no point, said Tom Reed, did the police fire on the crowd."),
    ("en", "Instead of closing the bridge, the council lowered the weight limit."),
    ("nl", "Op geen enkel moment heeft de politie geschoten."),
    ("nl", "Op geen enkel moment, zei Tom Rees, heeft de politie op de menigte geschoten."),
    ("nl", "De minister vergat het akkoord te tekenen."),
    ("nl", "Tot een staking kwam het niet."),
]


@pytest.mark.parametrize(("lang", "text"), NEGATED)
def test_what_is_denied_without_a_negation_beside_it_did_not_happen(lang: str, text: str) -> None:
    told = {(event.polarity, event.modality) for event in read_text(text, lang=lang).events if event.code != "ECONOMIC"}
    assert told == {("-", "actual")}


def test_he_is_not_whom_a_clause_before_the_one_he_says_tells_of() -> None:
    text = (
        "Directeur Marcel Dune zegt dat de sirene stuk was. Burgemeester Tom Rees zegt dat de sirene werkte. "
        "Had Dune de sirene laten afgaan, dan was niemand gewond geraakt, vindt hij."
    )
    reading = read_text(text, lang="nl")
    source = reading.attributions[-1].source[0]
    [speaker] = [actor.name for actor in reading.actors if source in actor.mentions]
    assert (reading.text[slice(*source)], speaker) == ("hij", "Tom Rees")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Tom Reed can hardly believe that the light was out."),
        ("nl", "Tom Rees kan niet geloven dat het licht uit was."),
    ],
)
def test_who_cannot_believe_it_does_not_deny_it(lang: str, text: str) -> None:
    assert not read_text(text, lang=lang).attributions
