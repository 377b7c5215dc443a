"""Who is who, what happened when, and where: the order of the lists, what they say, and that empty ones are not there."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from rich.console import Console

from wederhoor.exchange import reading_html, reading_text
from wederhoor.exchange.json import read_readings
from wederhoor.exchange.phrases import how_many, unusual, what, who
from wederhoor.exchange.scene import Scene, stage
from wederhoor.exchange.voices import arrange
from wederhoor.exchange.wording import wording_for
from wederhoor.records import (
    ActorKind,
    Counted,
    Event,
    EventCode,
    Modality,
    Number,
    Polarity,
    Reading,
    Sector,
    Time,
)

DATA = Path(__file__).parent / "data"
[READING] = read_readings(DATA / "oosterwaal.json")
NL = wording_for("nl")


def scene(**layers: Any) -> Scene:
    reading = msgspec.structs.replace(READING, **layers)
    return stage(reading, arrange(reading), NL)


def shown(reading: Reading) -> str:
    file = io.StringIO()
    Console(file=file, width=80).print(reading_text.reading_view(reading))
    return file.getvalue()


def event(name: str, **changes: Any) -> Event:
    return msgspec.structs.replace(next(e for e in READING.events if e.id == name), **changes)


# ---- order


def test_who_is_mentioned_most_comes_first_then_who_is_mentioned_first() -> None:
    assert [(player.actor.id, len(player.mentions)) for player in scene().cast] == [
        ("G1", 6),
        ("P2", 5),
        ("P1", 3),
        ("O2", 3),
        ("G2", 3),
        ("O1", 2),
        ("P3", 1),
        ("O3", 1),
    ]


def test_an_actor_that_speaks_has_its_voice() -> None:
    voices = {player.actor.name: player.voice and player.voice.speaker for player in scene().cast}
    assert voices["Geert Hovinga"] == "Geert Hovinga"
    assert voices["boeren"] is None


def test_a_mention_that_is_there_twice_counts_once() -> None:
    first = READING.actors[0]
    double = msgspec.structs.replace(first, mentions=(*first.mentions[::-1], *first.mentions))
    [player] = scene(
        actors=(double,), attributions=(), events=(), forecasts=(), causal=(), conditions=(), conflicts=()
    ).cast
    assert player.mentions == first.mentions


def test_what_the_author_tells_stands_apart_and_both_in_the_order_of_time_then_of_the_text() -> None:
    told = [[e.id for e in happening.tellings] for happening in scene().told]
    assert told == [["E2", "E8"], ["E13"], ["E1"], ["E9"], ["E3"], ["E6"], ["E10"], ["E12"]]
    reported = [(h.first.id, h.voice and h.voice.speaker) for h in scene().reported]
    assert reported == [
        ("E11", "Geert Hovinga"),
        ("E4", "Lieke Brandsma"),
        ("E5", "Geert Hovinga"),
        ("E7", "Lieke Brandsma"),
        ("E14", "Duitse regering"),
    ]


def test_tellings_are_one_event_only_where_they_tell_the_same() -> None:
    for changes, together in (
        ({}, True),
        ({"polarity": "-"}, False),
        ({"modality": "planned"}, False),
        ({"holder": "A1"}, False),
        ({"same_as": None}, False),
    ):
        events = [event("E8", **changes) if e.id == "E8" else e for e in READING.events]
        staged = scene(events=tuple(events))
        groups = [{e.id for e in h.tellings} for h in (*staged.told, *staged.reported)]
        assert ({"E2", "E8"} in groups) == together, changes


def test_a_chain_of_tellings_is_one_event() -> None:
    events = (event("E2"), event("E8"), event("E1", id="E20", same_as="E8", time=None))
    [happening] = scene(events=events).told
    assert {e.id for e in happening.tellings} == {"E2", "E8", "E20"}


def test_the_time_is_that_of_the_first_clause_that_has_a_day() -> None:
    undated = Time(span=READING.times[0].span, type="date", value="XXXX-WXX-7")
    times = (undated, *READING.times[1:])
    events = (event("E1", time=0), event("E8", id="E9", same_as="E1", time=1))
    [happening] = scene(times=times, events=events).told
    assert happening.time == READING.times[1]
    [happening] = scene(times=times, events=events[:1]).told
    assert happening.time == undated


def test_places_stand_by_country_and_name_with_every_mention() -> None:
    found = [
        (country, [(spot.place.name, len(spot.mentions)) for spot in spots]) for country, spots in scene().countries
    ]
    assert found == [
        ("DEU", [("Leer", 1)]),
        ("NLD", [("Delfzijl", 1), ("Den Haag", 1), ("Groningen", 1)]),
        (None, [("Oosterwaal", 2)]),
    ]


# ---- phrases


@pytest.mark.parametrize(
    ("low", "high", "phrase"),
    [
        (4, 4, "4 gewonden"),
        (1, 1, "1 gewonde"),
        (20, 99, "20–99 gewonden"),
        (14, None, "minstens 14 gewonden"),
        (None, 3, "hoogstens 3 gewonden"),
        (None, 1, "hoogstens 1 gewonde"),
        (1_500_000, 1_500_000, "1500000 gewonden"),
        (None, None, ""),
    ],
)
def test_how_many(low: float | None, high: float | None, phrase: str) -> None:
    assert how_many(Number(what="wounded", low=low, high=high, span=(0, 1)), NL) == phrase


def test_who_did_what_to_whom() -> None:
    staged = scene()
    assert who(staged, event("E1")) == "politie → boeren"
    assert who(staged, event("E9")) == "Karima Daoudi, waterschap Hunzeland, boeren"
    assert who(staged, event("E3")) == "→ mensen"
    assert who(staged, event("E3", patients=())) == ""
    assert what(event("E1"), NL) == "dwang (ontruiming)"
    assert what(event("E1", mode="kneuzing"), NL) == "dwang (kneuzing)"
    assert [unusual(event(name), NL) for name in ("E1", "E9", "E14")] == [None, "gepland", "mag niet gebeuren"]


@pytest.mark.parametrize(
    ("start", "end", "phrase"),
    [
        (None, None, None),
        ("2031-05-12", "2031-05-12", "12 mei 2031"),
        ("2031-05-06", "2031-05-09", "6–9 mei 2031"),
        ("2031-05-31", "2031-06-02", "31 mei 2031 – 2 juni 2031"),
        ("2031-02-01", "2031-02-28", "februari 2031"),
        ("2032-02-01", "2032-02-28", "1–28 februari 2032"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("9999-12-01", "9999-12-31", "december 9999"),
        ("2031-05-06", None, "vanaf 6 mei 2031"),
        (None, "2031-05-06", "tot en met 6 mei 2031"),
        ("toen", "later", "toen – later"),
    ],
)
def test_periods(start: str | None, end: str | None, phrase: str | None) -> None:
    assert NL.period(start, end) == phrase


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_there_is_a_word_for_everything(lang: str) -> None:
    words = wording_for(lang).scene
    assert set(words.kinds) == set(get_args(ActorKind))
    assert set(words.sectors) == set(get_args(Sector))
    assert set(words.codes) == set(get_args(EventCode))
    assert set(words.modalities) == set(words.denied) == set(get_args(Modality))
    assert set(words.counted) == set(get_args(Counted))
    assert words.modes.keys() == wording_for("nl").scene.modes.keys()


def test_countries_have_their_names_in_the_language_of_the_view() -> None:
    assert (NL.country("DEU"), NL.country("XXX"), NL.country(None)) == ("Duitsland", "XXX", "Land niet bekend")
    assert wording_for("en").country("DEU") == "Germany"


# ---- the terminal


def test_the_terminal_shows_who_is_who_the_timeline_and_the_places_behind_the_statements() -> None:
    lines = shown(READING).splitlines()
    cast = lines.index("Betrokkenen")
    assert cast > lines.index("Duitse regering · 1 uitspraak")
    assert lines[cast + 3 : cast + 5] == [
        "    Geert Hovinga · persoon · boerenleider · Nederland · burgers",
        "    5 vermeldingen · regel 5:9",
    ]
    told = lines.index("Tijdlijn: verteld door de auteur")
    assert lines[told + 2 : told + 7] == [
        "    protest (blokkade): boeren · vanaf 6 mei 2031 · Oosterwaal",
        "        “die boeren sinds 6 mei bezet hielden” · E2 · regel 3:82",
        "        “De boeren bezetten de sluis” · E8 · regel 7:11",
        "    hulp: Duitse boeren → boeren · 10 mei 2031",
        "        “zij stuurden zaterdag vijftig trekkers” · E13 · regel 13:51",
    ]
    reported = lines.index("Tijdlijn: verteld door anderen")
    assert "    dwang (arrestatie): → boeren · volgens Lieke Brandsma" in lines[reported:]
    assert "        “Twaalf boeren werden aangehouden” · 12 aangehouden · E4 · regel 3:154" in lines[reported:]
    places = lines.index("Plaatsen")
    assert lines[places + 2 : places + 4] == ["    Duitsland", "        Leer · regel 13:19"]
    assert lines[-2:] == ["    Land niet bekend", "        Oosterwaal · regel 1:40, 3:38"]


LAYERS = {
    "actors": ("Betrokkenen", 'id="cast"'),
    "events": ("Tijdlijn", 'id="timeline"'),
    "places": ("Plaatsen", 'id="places"'),
}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_that_is_empty_is_not_shown(layer: str) -> None:
    bare: dict[str, Any] = dict.fromkeys(LAYERS, ())
    statements = tuple(msgspec.structs.replace(a, actor=None) for a in READING.attributions)
    only = msgspec.structs.replace(READING, attributions=statements, **(bare | {layer: getattr(READING, layer)}))
    none = msgspec.structs.replace(only, **bare)
    for name, (heading, panel) in LAYERS.items():
        assert (heading in shown(only)) == (name == layer)
        assert (panel in reading_html.reading_page(only)) == (name == layer)
        assert heading not in shown(none)
    assert 'id="views"' not in reading_html.reading_page(none)


def test_what_is_unlike_plain_fact_is_told() -> None:
    for modality in get_args(Modality):
        for polarity in get_args(Polarity):
            one = event("E1", modality=modality, polarity=polarity)
            view = shown(msgspec.structs.replace(READING, events=(one,)))
            phrase = NL.scene.denied[modality] if polarity == "-" else NL.scene.modalities[modality]
            line = next(line for line in view.splitlines() if "dwang (ontruiming)" in line)
            assert (phrase in line) == ((modality, polarity) != ("actual", "+"))
