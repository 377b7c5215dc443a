"""On what a denial falls: who denies what a deed was for, how it was done or why, does not deny the deed."""

from __future__ import annotations

import pytest

from wederhoor import read_text
from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student

DENIED_BESIDE = [
    # for what
    (
        "en",
        "The union said the mayor burned the letter.",
        "The mayor denied that he burned the letter in order to destroy evidence.",
    ),
    ("en", "The union said the mayor burned the letter.", "The mayor denied burning the letter to destroy evidence."),
    (
        "en",
        "The union said the mayor burned the letter.",
        "The mayor said he did not burn the letter to destroy evidence.",
    ),
    (
        "en",
        "Tom Kane said he was running for mayor.",
        "A reporter questioned whether Kane was running to help Lea Boll win.",
    ),
    (
        "nl",
        "Volgens de bond heeft de directeur de brief verbrand.",
        "De directeur ontkent dat hij de brief heeft verbrand om bewijs te wissen.",
    ),
    (
        "nl",
        "Volgens de bond schoot de politie op de menigte.",
        "De minister ontkent dat de politie schoot om te doden.",
    ),
    # why
    (
        "en",
        "The union said officers fired at the crowd.",
        "The minister denied that officers fired because they were angry.",
    ),
    (
        "nl",
        "Volgens de bond schoot de politie op de menigte.",
        "De minister ontkent dat de politie schoot omdat ze bang was.",
    ),
    ("nl", "De bond zegt dat de fabriek sloot.", "De directie betwist dat de fabriek sloot door de dalende winst."),
    (
        "en",
        "The union said the mayor burned the letter.",
        "The mayor rejected claims that he burned the letter because he was afraid.",
    ),
    # without what
    (
        "en",
        "The union said officers fired at the crowd.",
        "The minister denied that officers had fired without warning.",
    ),
    (
        "nl",
        "Volgens de bond schoot de politie op de menigte.",
        "De minister ontkent dat de politie zonder waarschuwing schoot.",
    ),
    # what he knew, ordered, tried, allowed, said
    (
        "en",
        "The union said the foreman unplugged the alarms.",
        "The owner denied knowing that the foreman unplugged the alarms.",
    ),
    (
        "en",
        "Guards tore down the market, stallholders said.",
        "The minister denied ordering guards to tear down the market.",
    ),
    ("en", "Guards tore down the market, stallholders said.", "The minister denied planning to tear down the market."),
    ("en", "The plant is unsafe, the union said.", "The minister denied having said that the plant is unsafe."),
    ("en", "Villagers said the doctors left.", "The ministry denied that the doctors were forced to leave."),
    (
        "nl",
        "De bond zegt dat de ploeg zonder helmen werkte.",
        "De directeur ontkent te hebben geweten dat de ploeg zonder helmen werkte.",
    ),
    (
        "nl",
        "De brug is onveilig, stelt de brandweer.",
        "De minister spreekt tegen dat hij de brug onveilig heeft genoemd.",
    ),
    # which one is meant, when
    ("en", "A man burned the letter, her maid said.", "The caretaker denied knowing the man who burned the letter."),
    (
        "en",
        "The sprinklers failed, a guest said.",
        "The owner denied that he left the hall before the sprinklers failed.",
    ),
    # of all, the only one, how, that it had to be
    (
        "en",
        "Several schools closed their doors, the union said.",
        "The board denied that all the schools closed their doors.",
    ),
    (
        "en",
        "Harte rigged the tender, the office said.",
        "A lawyer disputed that Harte was the only firm to rig the tender.",
    ),
    ("en", "Bailiffs evicted the family, neighbours said.", "The firm denied that the family was unlawfully evicted."),
    (
        "en",
        "The board dropped the captain, a player said.",
        "The coach does not believe that the board should have dropped the captain.",
    ),
    (
        "nl",
        "In Koning wordt ingebroken, zegt een winkelier.",
        "De politie betwist dat er in Koning meer wordt ingebroken dan elders.",
    ),
    # of another
    ("en", "Deputy mayor Rosa Finn took cash, a clerk said.", "Deputy mayor Leo Grant denied taking cash."),
    (
        "nl",
        "Karin Bol heeft morfine gestolen, zegt het ziekenhuis.",
        "Haar collega Pim Saal ontkent dat hij morfine heeft gestolen.",
    ),
]
DENIED = [
    (
        "en",
        "All the schools closed their doors, the union said.",
        "The board denied that all the schools closed their doors.",
    ),
    ("en", "Leo Grant took cash, a clerk said.", "Leo Grant denied taking cash."),
    (
        "en",
        "Guards were ordered to tear down the market, stallholders said.",
        "The minister denied that guards were ordered to tear down the market.",
    ),
    ("nl", "De ploeg werkte zonder helmen, zegt de bond.", "De directeur ontkent dat de ploeg zonder helmen werkte."),
    ("en", "The union said the mayor burned the letter.", "The mayor denied that he burned the letter."),
    (
        "en",
        "The union said the plant closed to punish the strikers.",
        "The board denied that the plant closed to punish the strikers.",
    ),
    (
        "en",
        "The union said officers fired without warning.",
        "The minister denied that officers had fired without warning.",
    ),
    ("nl", "Volgens de bond schoot de politie om te doden.", "De minister ontkent dat de politie schoot om te doden."),
    (
        "nl",
        "Volgens de bond schoot de politie zonder waarschuwing.",
        "De minister ontkent dat de politie zonder waarschuwing schoot.",
    ),
    (
        "nl",
        "De bond zegt dat de fabriek sloot omdat de winst daalde.",
        "De directie ontkent dat de fabriek sloot omdat de winst daalde.",
    ),
]


@pytest.mark.parametrize(("lang", "told", "denied"), DENIED_BESIDE)
def test_who_denies_what_is_told_beside_a_deed_does_not_deny_the_deed(lang: str, told: str, denied: str) -> None:
    assert read_text(f"{told} {denied}", lang=lang).conflicts == ()
    student = open_student(lang)
    studies = [student(load_text(text, lang=lang, doc=name)) for name, text in (("one", told), ("two", denied))]
    assert build_case(studies, load_pack(lang)).conflicts == ()


@pytest.mark.parametrize(("lang", "told", "denied"), DENIED)
def test_who_denies_what_the_other_tells_beside_it_is_against_him(lang: str, told: str, denied: str) -> None:
    assert [c.kind for c in read_text(f"{told} {denied}", lang=lang).conflicts] == ["denial"]


def test_to_defend_and_to_condemn_are_verdicts() -> None:
    text = "Tom Kane defended the sale of the harbour. Lea Boll condemned the sale of the harbour."
    assert [c.kind for c in read_text(text, lang="en").conflicts] == ["evaluation"]
