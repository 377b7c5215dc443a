"""What stands above and before a text: its date is read, and it changes nothing in what is found in the rest."""

from __future__ import annotations

import msgspec
import pytest

import wederhoor
from wederhoor.languages.pack import load_pack
from wederhoor.reading.datelines import date_of_name, read_heads
from wederhoor.records import Reading

PACK = load_pack("nl")
BODY = (
    "Burgemeester Ilse Aarden sluit de brug. “De brug blijft dicht”, zegt zij. De vissers zijn boos: hij ligt al een jaar "
    "stil. Volgens wethouder Karel Brons leidt de sluiting tot files.\n\n"
    "Aarden verwacht dat de brug volgende week opengaat. Dat klopt niet, zegt Brons."
)
LINES = [
    "7 oktober 2024", "maandag 7 oktober 2024", "Maandag, 7 oktober 2024, 10.15 uur", "ma. 7 okt. 2024 10:15", "7-10-2024",
    "07/10/2024", "7.10.2024", "2024-10-07", "2024-10-07T10:15:00+02:00", "7 okt '24", "MAANDAG 7 OKTOBER 2024",
    "De Stentor - maandag 7 oktober 2024 - pagina 3", "De Ommelbode, 7 oktober 2024, p. 12", "Ommelbode | 7 okt 2024",
    "7 oktober 2024 · 3 min leestijd", "3 minuten leestijd • 07-10-2024", "Oosterwaal, 7 oktober 2024",
    "Gepubliceerd: 7 oktober 2024", "Gepubliceerd op 07-10-2024 om 10:15", "Publicatiedatum: 7 oktober 2024 10.15 uur",
    "Door Jan Jansen / 7 oktober 2024 / 10.15 uur / Bijgewerkt 8 oktober 2024 11.00 uur",
    "Door Jan Jansen\n7 oktober 2024", "Update: 8 oktober 2024\nGepubliceerd: 7 oktober 2024",
    "Laatste update: 8-10-2024 09:00 | Gepubliceerd: 7-10-2024 08:00", "© De Ommelbode 7 oktober 2024, alle rechten voorbehouden",
    "Van onze verslaggever Jan Jansen, Bergen op Zoom, 7 oktober 2024", "(ANP) 7 oktober 2024 10:15",
]  # fmt: skip
OPENINGS = [
    "ZWOLLE, maandag 7 oktober 2024 - ", "ZWOLLE (ANP) 7 oktober 2024 - ", "Zwolle - 7 oktober 2024 - ",
    "ZWOLLE - 7 oktober 2024 – ",
    "Zwolle, 7 oktober 2024 – ", "Zwolle (ANP), 7-10-2024 — ", "Bergen op Zoom, 7 okt. 2024 - ", "Den Haag, 7 oktober 2024. ",
    "7 oktober 2024 - ", "Maandag 7 oktober 2024, Zwolle - ", "7 oktober 2024, 10.15 uur – ", "DEN HAAG, 7 okt. 2024 - ",
]  # fmt: skip
UNDATED = ["ZWOLLE - ", "ZWOLLE (ANP) - ", "Zwolle (ANP) – ", "ZWOLLE, 7 oktober - ", "Zwolle, maandag 7 oktober – "]
PROSE = [
    "Op 7 oktober 2024 stortte de brug in.", "Maandag 7 oktober 2024 stortte de brug in.", "7 oktober 2024 was een zware dag.",
    "De brug, op 7 oktober 2024 gesloten, blijft dicht.", "Zwolle sloot de brug op 7 oktober 2024 - voorgoed.",
    "Jansen (VVD) - Wij zijn tegen.", "Ajax - De beker is binnen.", "Jan Jansen, 7 oktober 2024: “De brug blijft dicht.”",
    "Slag bij Velden 18 juni 1815", "Jaarverslag 2021", "Artikel 5 van de wet", "Wat gebeurde er op 7 oktober 2024",
]  # fmt: skip


def read(text: str, **given: str) -> Reading:
    return wederhoor.read_text(text, lang="nl", **given)


def found(reading: Reading, start: int) -> list[object]:
    """What is found in a text from ``start`` on, with its places counted from there; ids and actors' names as they are."""

    def moved(value: object) -> object:
        match value:
            case [int() as first, int() as last]:
                return [first - start, last - start]
            case [*several]:
                return [moved(one) for one in several]
            case dict():
                return {name: moved(one) for name, one in value.items() if name != "confidence"}
        return value

    layers = (
        reading.attributions,
        reading.causal,
        reading.forecasts,
        reading.conflicts,
        reading.events,
        reading.conditions,
    )
    return [moved(msgspec.to_builtins(layer)) for layer in layers]


PLAIN = found(read(BODY, date="2024-10-07"), 0)


@pytest.mark.parametrize("lines", LINES)
@pytest.mark.parametrize("above", ["", "Vissers boos om brug\n\n"])
def test_a_line_with_the_date_is_no_part_of_the_text(lines: str, above: str) -> None:
    text = f"{above}{lines}\n\n{BODY}"
    reading = read(text)
    assert reading.date == "2024-10-07"
    assert reading.title == ("Vissers boos om brug" if above else None)
    assert found(reading, text.index("Burgemeester")) == PLAIN
    assert not [e for e in reading.entities if above == "" and e.span[0] < text.index("Burgemeester")]


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_dateline_dates_the_text_and_is_no_part_of_it(opening: str) -> None:
    reading = read(opening + BODY)
    assert reading.date == "2024-10-07"
    assert found(reading, len(opening)) == PLAIN
    places = [reading.text[slice(*e.span)] for e in reading.entities if e.span[1] <= len(opening) and e.type == "LOC"]
    assert len(places) == any(word in opening.casefold() for word in ("zwolle", "zoom", "haag"))


@pytest.mark.parametrize("opening", UNDATED)
def test_a_dateline_without_a_day_is_no_part_of_the_text_either(opening: str) -> None:
    reading = read(opening + BODY, date="2024-10-07")
    assert found(reading, len(opening)) == PLAIN


@pytest.mark.parametrize("text", PROSE)
def test_what_is_told_is_no_dateline(text: str) -> None:
    heads = read_heads(f"{text}\n\n{BODY}", PACK)
    assert heads.date is None
    assert not heads.lines
    assert heads.dateline(text, 0, len(text)) is None


def test_a_chronicle_has_no_date_of_its_own() -> None:
    text = "De brug\n\n7 oktober 2024 - De brug gaat dicht.\n\n9 oktober 2024 - De brug gaat open.\n\nDaarna bleef het stil."
    reading = read(text)
    assert reading.date is None
    assert [time.start for time in reading.times if time.start] == ["2024-10-07", "2024-10-09"]


def test_a_text_of_nothing_but_a_date_is_read_as_it_is() -> None:
    assert [time.start for time in read("7 oktober 2024").times] == ["2024-10-07"]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-10-07_stentor", "2024-10-07"), ("20241007-stentor", "2024-10-07"), ("stentor 7-okt-2024", "2024-10-07"),
        ("stentor_07-10-2024_p3", "2024-10-07"), ("7 oktober 2024", "2024-10-07"), ("2024_10_07", "2024-10-07"),
        ("archief/2024-10-07", "2024-10-07"), ("hp20010102-21", None), ("rapport-2024", None), ("2024-13-40", None),
        ("2024-02-30", None), ("20241007_20241008", None), ("120241007", None), ("text", None), ("brug-7-2024", None),
    ],
)  # fmt: skip
def test_a_date_in_the_name_of_a_file(name: str, day: str | None) -> None:
    assert date_of_name(name, PACK) == day


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Vissers leggen Oostmeer stil\n\nDe haven ligt dicht. Het blijft zo.", "Vissers leggen Oostmeer stil"),
        ("Burgemeester: brug blijft dicht\n\nDe haven ligt dicht.", "Burgemeester: brug blijft dicht"),
        (
            "De Ommelbode - 7 oktober 2024\nBurgemeester: ‘Brug dicht’\n\nDe haven ligt dicht.",
            "Burgemeester: ‘Brug dicht’",
        ),
        ("De haven ligt dicht. Het blijft zo.\n\nMorgen wordt overlegd.", None),
        ("De burgemeester zegt:\n\n“De haven ligt dicht.”", None),
        ("Een regel zonder vervolg", None),
        ("“Wij gaan door,” zei hij.\nEn hij ging.", None),
        ("\n\n  Brug   blijft dicht \nDe brug is stuk.", "Brug blijft dicht"),
    ],
)
def test_the_headline_is_the_title(text: str, title: str | None) -> None:
    assert read_heads(text, PACK).title == title
