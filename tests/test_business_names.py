"""Names in news of business and of the world: firms by their legal form, roles and currencies in capitals, initials."""

from __future__ import annotations

import pytest

from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_reader
from wederhoor.reading.actors.firms import initials_of, same_firms, same_initials
from wederhoor.records import Document, Reading

PACK = load_pack("nl")


def read(text: str) -> Reading:
    return open_reader("nl")(Document(doc="t", text=text))


def names(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*e.span)], e.type) for e in read(text).entities]


def actors(text: str) -> dict[str, list[str]]:
    return {actor.name: [text[slice(*span)] for span in actor.mentions] for actor in read(text).actors}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thomas Motor Company zei dinsdag dat de winst steeg.", [("Thomas Motor Company", "ORG")]),
        ("Ralden Corporation sluit een fabriek.", [("Ralden Corporation", "ORG")]),
        ("Vorige week ging Ralden Holding failliet.", [("Ralden Holding", "ORG")]),
        ("De winst van Verdan NV daalde.", [("Verdan NV", "ORG")]),
        ("Verdan NV ontslaat niemand.", [("Verdan NV", "ORG")]),
        ("Hij werkt bij de Penlake Shipyards.", [("Penlake Shipyards", "ORG")]),
        ("Zij spraken op de Ommel Climate Summit in Utrecht.", [("Ommel Climate Summit", "MISC"), ("Utrecht", "LOC")]),
        ("Het vliegtuig landde op Ommel Airport.", [("Ommel Airport", "LOC")]),
        ("ING Nederland zwijgt.", [("ING Nederland", "ORG")]),
        ("De winst van Lumora verzekeringsmaatschappij daalde.", [("Lumora", "ORG")]),
        (
            "De Federale Dienst voor de Kleine Markten legt boetes op.",
            [("Federale Dienst voor de Kleine Markten", "ORG")],
        ),
    ],
)
def test_the_last_words_of_a_name_say_what_it_is(text: str, found: list[tuple[str, str]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ralden Group CEO Piet Verhulst stapt op.", [("Ralden Group", "ORG"), ("Piet Verhulst", "PER")]),
        ("De CEO zei dat het genoeg was.", []),
        (
            "Volgens Anna Brink, Chief Executive Officer van Philips, is dat zo.",
            [("Anna Brink", "PER"), ("Philips", "ORG")],
        ),
        ("De Vice Chairman van Philips ontkent dat.", [("Philips", "ORG")]),
        ("Om 16.00 uur UTC steeg de prijs tot US $20.", []),
        ("Philips leent USD 20 miljoen.", [("Philips", "ORG")]),
        ("Ralden Group voor US $7 miljard verkocht.", [("Ralden Group", "ORG")]),
        ("De prijs in de V. S. daalde en die in de V.S. steeg.", [("V. S.", "LOC"), ("V.S.", "LOC")]),
        ("Ook de VS en de CIA zwijgen.", [("VS", "LOC"), ("CIA", "ORG")]),
    ],
)
def test_roles_currencies_and_hours_are_no_names(text: str, found: list[tuple[str, str]]) -> None:
    assert names(text) == found


def test_a_firm_is_one_with_and_without_its_legal_form() -> None:
    text = "Ralden Motor Company sluit twee fabrieken. Ralden zei dat de vraag te klein was. RMC verliest geld."
    assert actors(text) == {"Ralden Motor Company": ["Ralden Motor Company", "Ralden", "RMC"]}


def test_firms_that_share_a_first_word_stay_apart() -> None:
    text = "De Ralden Foundation steunt Ralden Company niet. Ralden Company is boos op de Ralden Foundation."
    assert set(actors(text)) == {"Ralden Foundation", "Ralden Company"}


@pytest.mark.parametrize(
    ("written", "pairs"),
    [
        (["Verdan", "Verdan NV"], [("Verdan", "Verdan NV")]),
        (["Verdan Inc.", "Verdan Computer"], [("Verdan Inc.", "Verdan Computer")]),
        (["Verdan Group", "Ommel Group"], []),
        (["Verdan", "Verdan Records"], []),
        (["Group", "NV"], []),
    ],
)
def test_what_may_be_left_out_of_a_firms_name(written: list[str], pairs: list[tuple[str, str]]) -> None:
    assert list(same_firms(written, PACK)) == pairs


@pytest.mark.parametrize(
    ("written", "pairs"),
    [
        (["RCP", "Ralden Capital Partners"], [("RCP", "Ralden Capital Partners")]),
        (["RB", "Ralden Bouw"], [("RB", "Ralden Bouw")]),
        (["RCP", "Ralden Capital Partners", "Rode Centrale Partij"], []),
        (["NS", "Noordelijke Staalbond"], []),  # the railways
        (["UN", "Unie Noord"], []),  # known as something else
    ],
)
def test_initials_are_of_the_one_name_that_has_them(written: list[str], pairs: list[tuple[str, str]]) -> None:
    assert list(same_initials(written, {"NS"}, {"UN": "Verenigde Naties"})) == pairs


def test_initials_leave_out_small_words() -> None:
    assert initials_of("Bank van Noord") == "BN"


def english(text: str) -> list[tuple[str, str]]:
    reading = open_reader("en")(Document(doc="t", text=text))
    return [(text[slice(*e.span)], e.type) for e in reading.entities]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thomas Motor Company said profits rose to US $20 million.", [("Thomas Motor Company", "ORG")]),
        ("Ralden Corp. CEO Peter Finch resigned.", [("Ralden Corp.", "ORG"), ("Peter Finch", "PER")]),
        ("Verdan, Inc. and Ralden Group sued.", [("Verdan, Inc.", "ORG"), ("Ralden Group", "ORG")]),
        ("The talks were at 16:00 UTC in Houston, TX.", [("Houston", "LOC"), ("TX", "LOC")]),
        (
            "Hazim al-Lomari left Coca-Cola for the broadcaster Al-Zaman.",
            [("Hazim al-Lomari", "PER"), ("Coca-Cola", "ORG"), ("Al-Zaman", "ORG")],
        ),
    ],
)
def test_english_firms_and_names_with_hyphens(text: str, found: list[tuple[str, str]]) -> None:
    assert english(text) == found
