"""Countries by every name that Dutch has for them, and the places of a text with the shipped pipeline."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from timing import assert_growth

import wederhoor
from wederhoor.languages.pack import load_pack
from wederhoor.reading.names import agree_names
from wederhoor.reading.places import Countries, countries_of, find_places
from wederhoor.reading.places.atlas import atlas
from wederhoor.reading.places.gazetteer import gazetteer, key_of
from wederhoor.reading.text import Text
from wederhoor.records import Place
from wederhoor.records.parse import Parse
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline

PACK = load_pack("nl")


@pytest.fixture(scope="module")
def nl() -> Countries:
    return countries_of(PACK)


def parsed(text: str) -> Parse:
    return agree_names(parse(load_pipeline(PACK.about.pipeline, PACK.about.probe), text, PACK), PACK)


def where(text: str) -> tuple[Place, ...]:
    return find_places(Text(parsed(text), PACK))


def places(text: str) -> dict[str, Place]:
    """The places of a text by the words that name them."""
    return {text[slice(*place.span)]: place for place in where(text)}


def near(place: Place, lat: float, lon: float) -> bool:
    """Whether a place is within half a degree of a point."""
    return place.lat is not None and place.lon is not None and hypot(place.lat - lat, place.lon - lon) < 0.5


# Countries


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
    nl = countries_of(PACK)
    rows = PACK.countries.country
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
    assert countries_of(PACK) is countries_of(PACK)


# The gazetteer and the lists


def test_the_table_is_sorted_and_every_line_is_found() -> None:
    """A line out of order would never be found."""
    towns = gazetteer()
    keys = [line.partition("\t")[0] for line in towns.table.decode().splitlines()]
    assert keys == sorted(set(keys), key=str.encode)
    assert len(keys) > 150_000
    assert all(towns.towns(key) for key in [*keys[::997], keys[-1]])
    assert towns.towns("") == towns.towns("zzzzzz") == towns.towns(keys[500] + "q") == ()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("'s-Gravenhage", "sgravenhage"),
        ("Łódź", "lodz"),
        ("Ålesund", "alesund"),
        ("Zuid Afrika", "zuidafrika"),
        ("", ""),
    ],
)
def test_keys_have_letters_only(name: str, key: str) -> None:
    assert key_of(name) == key


def test_every_well_known_town_is_in_the_gazetteer() -> None:
    maps = atlas(PACK)
    lost = [
        (country, name)
        for country, towns in PACK.towns.items()
        for name in towns
        if not any(c.country == country and c.kind == "town" and c.sure for c in maps.candidates(name))
    ]
    assert lost == []


def test_regions_lie_on_earth_and_in_countries_that_are_known() -> None:
    codes = {row.code for row in PACK.countries.country}
    rows = PACK.regions
    assert [row for row in rows if not (row.country is None or row.country in codes)] == []
    assert [row for row in rows if not (-90 <= row.point[0] <= 90 and -180 <= row.point[1] <= 180)] == []
    named = [(name, row.country) for row in rows for name in row.names]
    assert len(set(named)) == len(named)


MUNICIPALITIES = (
    "Aalsmeer Aalten Almelo Apeldoorn Assen Barneveld Bergeijk Beverwijk Borger-Odoorn Bunnik Coevorden Dantumadiel Dinkelland "
    "Doetinchem Dronten Emmen Goes Hattem Heerde Hilvarenbeek Hoogeveen Hulst Kerkrade Landgraaf Leudal Losser Maasgouw Meppel "
    "Middelburg Noordoostpolder Nunspeet Opsterland Oss Reimerswaal Rucphen Schiermonnikoog Sluis Smallingerland Stadskanaal "
    "Staphorst Tholen Tubbergen Urk Vaals Veere Venray Waadhoeke Westerveld Wijchen Winterswijk Woensdrecht Zandvoort Zeewolde"
)
BELGIAN = (
    "Aalst Aarlen Anderlecht Bastenaken Beringen Bilzen Brasschaat Charleroi Dendermonde Diksmuide Dinant Doornik Eeklo Geel "
    "Genk Hasselt Hoei Ieper Knokke Kortrijk Lier Lommel Luik Mechelen Moeskroen Namen Ninove Oudenaarde Roeselare Ronse Tienen "
    "Tongeren Turnhout Verviers Veurne Vilvoorde Waver Zelzate Zottegem"
)


@pytest.mark.parametrize(("names", "country"), [(MUNICIPALITIES, "NLD"), (BELGIAN, "BEL")])
def test_municipalities_are_found_at_home(names: str, country: str) -> None:
    maps = atlas(PACK)
    assert [name for name in names.split() if [c.country for c in maps.candidates(name)][:1] != [country]] == []


# Places of a text


@pytest.mark.parametrize(
    ("text", "words", "country", "lat", "lon"),
    [
        ("In Almaty werd gestaakt.", "Almaty", "KAZ", 43.25, 76.9),
        ("In Parijs werd gestaakt.", "Parijs", "FRA", 48.85, 2.35),
        ("In Den Bosch werd gestaakt.", "Den Bosch", "NLD", 51.7, 5.3),
        ("De boten voeren naar Kopenhagen.", "Kopenhagen", "DNK", 55.7, 12.6),
        ("In Oekraïne wordt gestaakt.", "Oekraïne", "UKR", 49.0, 32.0),
        ("Het Kremlin zwijgt erover.", "Kremlin", "RUS", 55.75, 37.6),
        ("In Zuid-Wales sluit een mijn.", "Zuid-Wales", "GBR", 52.3, -3.7),
        ("In Oost-Oekraïne sneeuwt het.", "Oost-Oekraïne", "UKR", 49.0, 32.0),
        ("Op Terschelling sneeuwt het.", "Terschelling", "NLD", 53.4, 5.35),
        ("RUSLAND BLIJFT STIL", "RUSLAND", "RUS", 60.0, 100.0),
    ],
)
def test_names_to_country_and_point(text: str, words: str, country: str, lat: float, lon: float) -> None:
    place = places(text)[words]
    assert place.country == country
    assert near(place, lat, lon), place


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("In Bergen is brand uitgebroken.", "Bergen", "NLD"),
        ("In het Noorse Bergen is brand uitgebroken.", "Bergen", "NOR"),
        ("De fabriek staat in Bergen (Noorwegen).", "Bergen", "NOR"),
        ("De Belgische regering overlegt met vakbonden in Bergen. België wacht.", "Bergen", "BEL"),
        ("Zij groeide op in Parijs (Texas).", "Parijs", "USA"),
        ("In Tripoli vielen schoten. De Libanese regering zwijgt.", "Tripoli", "LBN"),
        ("In Tripoli vielen schoten. De Libische regering zwijgt.", "Tripoli", "LBY"),
        ("De Venezolaanse president sprak in Valencia.", "Valencia", "VEN"),
        ("De Spaanse koning sprak in Valencia.", "Valencia", "ESP"),
        ("In Nazareth, een Belgische gemeente, werd gestaakt.", "Nazareth", "BEL"),
        ("In Frankrijk en Duitsland is het rustig. In Halle werd gestaakt.", "Halle", "DEU"),
        ("De Georgische president sprak in Batoemi.", "Batoemi", "GEO"),
    ],
)
def test_context_decides_between_places_of_one_name(text: str, words: str, country: str) -> None:
    assert places(text)[words].country == country


def test_the_region_that_is_told_decides_between_towns_of_one_country() -> None:
    texan = places("Zij groeide op in Parijs (Texas).")["Parijs"]
    assert near(texan, 33.66, -95.56)


def test_the_others_of_that_name_are_kept() -> None:
    assert {"Bergen, NOR", "Bergen, BEL"} <= set(places("In Bergen is brand.")["Bergen"].alternatives)
    assert "Bergen, NLD" in places("In het Noorse Bergen is brand.")["Bergen"].alternatives
    assert places("In Nederland is brand.")["Nederland"].alternatives == ()


def test_what_lies_in_a_named_place_has_its_country() -> None:
    found = places("De fabriek in Llanwern (Zuid-Wales) sluit. Op het Stationsplein in Zwolle werd gejuicht.")
    assert found["Llanwern"].country == "GBR"
    assert near(found["Stationsplein"], 52.51, 6.09)


@pytest.mark.parametrize("text", ["De Vrede sprak.", "Nieuw was dat niet.", "De bergen lokken.", "De beste man zweeg."])
def test_words_that_are_also_names_are_no_places(text: str) -> None:
    assert where(text) == ()


def test_what_is_not_known_has_no_country_and_no_point() -> None:
    place = places("In Oosterwoldermeerhoek werd gestaakt.")["Oosterwoldermeerhoek"]
    assert (place.country, place.lat, place.lon, place.alternatives) == (None, None, None, ())


def test_a_genitive_is_named_without_its_ending() -> None:
    place = places("De haven van Kiel ligt vol. Amerika's bondgenoten in Noorwegen aarzelen.")["Amerika's"]
    assert (place.name, place.country) == ("Amerika", "USA")


# Parts of places, and words that take them up


def test_a_part_of_a_place_has_the_name_of_the_whole() -> None:
    text = "In het westen van Kazachstan braken protesten uit. In het noorden van het land bleef het stil."
    found = places(text)
    assert list(found) == ["westen van Kazachstan", "noorden van het land"]
    assert {place.name for place in found.values()} == {"Kazachstan"}
    assert {place.country for place in found.values()} == {"KAZ"}


def test_a_noun_before_the_name_is_part_of_the_way_to_it() -> None:
    text = "In Gent sneeuwt het. In een deel van de gemeente Zwolle schijnt de zon."
    assert {words: place.name for words, place in places(text).items()} == {
        "Gent": "Gent",
        "deel van de gemeente Zwolle": "Zwolle",
    }


def test_beside_a_place_is_no_part_of_it() -> None:
    assert list(places("De brand woedt ten westen van Parijs.")) == ["Parijs"]


def test_the_country_of_the_context_is_also_told_by_an_adjective() -> None:
    found = places("In het westen van het land braken protesten uit, zei de Keniaanse president.")
    assert found["westen van het land"].country == "KEN"


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("De Keniaanse hoofdstad is afgesloten.", "Nairobi"),
        ("De hoofdstad van Noorwegen is afgesloten.", "Oslo"),
        ("In Kenia is onrust. In de hoofdstad vielen schoten.", "Nairobi"),
        ("De Belgische hoofdstad is afgesloten.", "Brussel"),
        ("De Sovjet-Unie bestaat niet meer. In de hoofdstad is het stil.", "Moskou"),
    ],
)
def test_capitals(text: str, capital: str) -> None:
    (place,) = (place for words, place in places(text).items() if words == "hoofdstad")
    assert place.name == capital
    assert place.lat is not None


@pytest.mark.parametrize(
    "text",
    [
        "De voormalige hoofdstad is stil.",
        "De culturele hoofdstad van Europa is stil.",
        "De Limburgse hoofdstad is stil.",
        "Sevilla is de hoofdstad van de regio Andalusië.",
    ],
)
def test_what_is_no_capital(text: str) -> None:
    assert "hoofdstad" not in places(text)


# Whole readings


def test_a_reading_has_its_places_in_text_order() -> None:
    text = "In Gent sneeuwt het, zegt de burgemeester. In Gent en in Kenia schijnt de zon niet."
    reading = wederhoor.read_text(text, lang="nl")
    assert [place.id for place in reading.places] == ["L1", "L2", "L3"]
    assert [text[slice(*place.span)] for place in reading.places] == ["Gent", "Gent", "Kenia"]


PIECES = [
    *("Bergen", "Gent", "Kenia", "Noorse", "het", "de", "hoofdstad", "westen", "van", "land", "in", "daar", "stad", "is", "een"),
    *("Zuid-Wales", "VS", "Rusland's", "’s-Gravenhage", "Parijs", "Texas", "Belgische", "Kerkstraat", "E.", "-", "(", ")", ","),
    ".",
    "\n\n",
]  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
def test_spans_are_in_the_text_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    found = where(text)
    spans = [place.span for place in found]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for place in found:
        covered = text[slice(*place.span)]
        assert covered and covered == covered.strip()
        assert (place.lat is None) == (place.lon is None)
    assert found == where(text)


def test_a_name_that_opens_a_text_is_no_part_of_what_closes_it() -> None:
    assert [place.span for place in where("Bergen westen van")] == [(0, 6)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "sentence",
    ["In Bergen werd gestaakt. ", "In Kenia werd in het noorden van het land gestaakt. ", "Op de Dorpsweg stond hij. "],
)
def test_the_time_for_places_grows_with_the_number_of_mentions(sentence: str) -> None:
    few, many = (parsed(sentence * n) for n in (100, 1000))
    assert_growth(lambda: find_places(Text(few, PACK)), lambda: find_places(Text(many, PACK)), at_most=40)


def test_nothing_is_loaded_before_it_is_needed() -> None:
    code = "import sys, wederhoor.cli.main as m; print(any('places' in name for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
