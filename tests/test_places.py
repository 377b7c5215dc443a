"""Countries by every name that Dutch has for them."""

from __future__ import annotations

import pytest

from wederhoor.languages.pack import load_pack
from wederhoor.languages.places import country_names
from wederhoor.reading.places.countries import Countries, countries


@pytest.fixture(scope="module")
def nl() -> Countries:
    return countries(load_pack("nl"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Kazachstan", "KAZ"),
        ("VS", "USA"),
        ("de Verenigde Staten", "USA"),
        ("Groot-Brittannië", "GBR"),
        ("Engeland", "GBR"),
        ("Wit-Rusland", "BLR"),
        ("Sovjet-Unie", "SUN"),
        ("Joegoslavië", "YUG"),
        ("Zaïre", "COD"),
        ("Republiek Kenia", "KEN"),
        ("Kazachse", "KAZ"),
        ("Russisch", "RUS"),
        ("Indiase", "IND"),
        ("Zuid-Afrikaans", "ZAF"),
        ("Russin", "RUS"),
        ("Kazakken", "KAZ"),
        ("Britten", "GBR"),
        ("Palestijnen", "PSE"),
        ("Moskou", "RUS"),
        ("het Kremlin", "RUS"),
        ("het Witte Huis", "USA"),
        ("Élysée", "FRA"),
        ("Belgie", "BEL"),
        ("RUSLAND", "RUS"),
        ("Frankrijks", "FRA"),
        ("China’s", "CHN"),
        ("Oost-Oekraïne", "UKR"),
        ("Noord-Franse", "FRA"),
        ("oud-Nederlander", "NLD"),
        ("anti-Amerikaanse", "USA"),
        ("Rotterdammer", "NLD"),
        ("Friese", "NLD"),
        ("Vlaamse", "BEL"),
        ("Haagse", "NLD"),
        ("Texaanse", "USA"),
    ],
)
def test_words_for_one_country(nl: Countries, words: str, code: str) -> None:
    assert nl.of(words) == code
    assert nl.each(words) == (code,)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "-",
        "'s",
        "turks",
        "Koerden",
        "Brussel",
        "Zuid-Amerikaanse",
        "Russisch-orthodox",
        "Noord",
        "DE",
        "Europa",
        "a-b-c",
        "de ",
    ],
)
def test_words_for_no_country(nl: Countries, words: str) -> None:
    assert nl.of(words) is None
    assert nl.each(words) == ()
    assert nl.senses(words) == ()
    assert not nl.is_state(words)


def test_words_for_two_countries(nl: Countries) -> None:
    assert nl.of("Frans-Duitse") is None
    assert nl.each("Frans-Duitse") == ("FRA", "DEU")
    assert nl.each("Israëlisch-Palestijns") == ("ISR", "PSE")


@pytest.mark.parametrize(
    ("words", "senses", "state"),
    [
        ("Noorwegen", ("name",), True),
        ("Polen", ("name", "people"), True),
        ("Moskou", ("capital",), True),
        ("Downing Street", ("seat",), True),
        ("Noorse", ("adjective",), False),
        ("Noren", ("people",), False),
        ("Oost-Oekraïne", ("name",), False),
        ("Vlaanderen", ("name",), False),
    ],
)
def test_senses(nl: Countries, words: str, senses: tuple[str, ...], state: bool) -> None:
    assert nl.senses(words) == senses
    assert nl.is_state(words) is state


def test_every_country_is_found_by_every_form() -> None:
    """No form is hidden by that of another country: it would never be found."""
    nl = countries(load_pack("nl"))
    rows = country_names("nl").country
    assert len({row.code for row in rows}) == len(rows) >= 250
    hidden = [
        (row.code, form)
        for row in rows
        for form in (*row.names, *row.adjectives, *row.people, *row.capitals, *row.seats)
        if nl.of(form) != row.code
    ]
    assert hidden == []
    assert all(-90 <= row.point[0] <= 90 and -180 <= row.point[1] <= 180 for row in rows)


def test_countries_are_read_once() -> None:
    pack = load_pack("nl")
    assert countries(pack) is countries(pack)
