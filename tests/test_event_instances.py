"""Events by the class of doer and done-to, what is no instance of its act, and who takes part without standing beside it."""

from __future__ import annotations

import pytest

import wederhoor


def codes(text: str) -> list[tuple[str, str]]:
    """Code and trigger of every event."""
    reading = wederhoor.read_text(text, lang="nl")
    return [(event.code, text[slice(*event.trigger)]) for event in reading.events]


def parties(text: str, code: str) -> tuple[list[str], list[str]]:
    """Names of agents and patients of the first event of a code."""
    reading = wederhoor.read_text(text, lang="nl")
    names = {actor.id: actor.name for actor in reading.actors}
    event = next(e for e in reading.events if e.code == code)
    return [names.get(i, i) for i in event.agents], [names.get(i, i) for i in event.patients]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een rechtbank in Dalem heeft het bedrijf een boete opgelegd.", ("SANCTION", "boete")),
        ("De gemeente heeft het bedrijf een boete opgelegd.", ("COERCE", "boete")),
        ("De club sloot een megacontract met de bank.", ("ECONOMIC", "megacontract")),
        ("De landen sloten een verdrag.", ("AGREE", "verdrag")),
        ("Bij botsingen met de politie werden ruiten ingegooid.", ("PROTEST", "botsingen")),
        ("Bij een botsing tussen twee auto's ontstond brand.", ("DISASTER", "botsing")),
        ("De senaat keurde het plan af.", ("REJECT", "keurde")),
        ("Het land is nooit erkend door de regering van Orlenië.", ("REJECT", "nooit erkend")),
        ("De schepen werden zonder onthaal binnengelaten.", ("RETREAT", "binnengelaten")),
        ("Op de eilanden vielen drie doden door het noodweer.", ("DEATHS", "doden")),
        ("In Dalem kwamen dit weekeinde zeker tien mensen om.", ("DEATHS", "kwamen")),
    ],
)
def test_who_does_what_to_whom_decides_the_code(text: str, expected: tuple[str, str]) -> None:
    assert expected in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Schilder Jan Mulder is zaterdag op 91-jarige leeftijd overleden.",
        "Na de dood van zijn broer ging Jan Mulder naar Dalem.",
        "De vereniging voert al jaren strijd tegen armoede.",
        "De strijd tegen de armoede gaat door.",
        "Volgens het vonnis heet de man anders.",
        "De componisten trokken zich weinig van de regels aan.",
        "Mijn vrouw accepteerde niet dat ik zong.",
        "Ik feliciteer de winnaars.",
        "Wie zoiets belooft, is niet wijs.",
        "De andere geselecteerden zijn Wennemars en Velde.",
        "De blijdschap is zo overweldigend dat hij zingt.",
        "Nu dreigt de generaal zijn ster te moeten missen.",
        "Kinderen worden altijd gediscrimineerd.",
        "Mocht de regen aanhouden, dan blijven de mensen binnen.",
    ],
)
def test_no_instance_of_an_act(text: str) -> None:
    assert codes(text) == []


def test_a_death_counts_where_the_text_tells_of_violence_or_disaster() -> None:
    assert ("DEATHS", "overleed") in codes(
        "Bij een brand in Dalem raakte Jan Mulder gewond. Hij overleed in het ziekenhuis."
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Journalisten mochten geen getuige zijn van de aankomst.", "mochten geen"),
        ("De verslaggevers mochten geen foto's maken van het kamp.", "mochten geen"),
        ("De waarnemers mochten het kamp niet bezoeken.", "mochten"),
    ],
)
def test_what_was_not_allowed_tells_of_a_ban(text: str, trigger: str) -> None:
    event = next(e for e in wederhoor.read_text(text, lang="nl").events if e.code == "COERCE")
    assert text[slice(*event.trigger)] == trigger
    assert (event.polarity, event.modality) == ("+", "actual")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Peter Smid, directeur van theater De Kom, treedt volgende maand af.", "ECONOMIC"),
        ("Minister Jan Mulder kreeg kritiek. Hij treedt volgende maand af.", "RETREAT"),
    ],
)
def test_an_office_is_left_otherwise_than_a_post(text: str, code: str) -> None:
    assert code in [found for found, _ in codes(text)]


@pytest.mark.parametrize(
    ("text", "code", "agents", "patients"),
    [
        ("De vakbond kreeg steun van minister Jan Mulder.", "SUPPORT", ["Jan Mulder"], ["vakbond"]),
        ("Ilse Bakker eist een gesprek met de directie.", "CONSULT", ["Ilse Bakker", "de directie"], []),
        ("De politie onderzoekt de zaak. Een man van 43 is aangehouden.", "COERCE", ["de politie"], ["een man van 43"]),
        ("Het leger verloor gisteren elf man.", "DEATHS", [], ["leger"]),
    ],
)
def test_who_takes_part_from_what_stands_around(text: str, code: str, agents: list[str], patients: list[str]) -> None:
    found = parties(text, code)
    assert [name.removeprefix("de ").removeprefix("het ") for name in found[0]] == [
        a.removeprefix("de ") for a in agents
    ]
    assert [name.removeprefix("de ").removeprefix("het ") for name in found[1]] == patients
