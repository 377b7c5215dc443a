"""The lists that tell what to mend: each difference between gold and a reading once, named, where it stands."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from wederhoor.evaluation import Miss, evaluate, find_misses, misses_list
from wederhoor.evaluation.gold import GoldDocument
from wederhoor.evaluation.gold_terms import in_gold_terms
from wederhoor.exchange.json import read_readings
from wederhoor.records import LAYERS, Actor, Entity, Event, Layer, Reading, Span

[READING] = read_readings(Path(__file__).parent / "data" / "oosterwaal.json")
GOLD = in_gold_terms(READING)
TEXT = READING.text


def at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def misses(layer: Layer, **layers: Any) -> list[Miss]:
    """The misses of the reading with other layers, against what it says itself."""
    said = msgspec.structs.replace(READING, **layers)
    return find_misses([GOLD], {"oosterwaal": said}, [layer])


def told(found: list[Miss]) -> list[tuple[str, str | None, str | None]]:
    return [(miss.kind, miss.expected, miss.found) for miss in found]


def actors(**changes: Actor | None) -> tuple[Actor, ...]:
    """The reading's actors, some of them changed, left out (None) or added."""
    kept = {actor.id: actor for actor in READING.actors} | changes
    return tuple(actor for actor in kept.values() if actor is not None)


def actor(name: str) -> Actor:
    return next(actor for actor in READING.actors if actor.id == name)


def events(**changes: Event | None) -> tuple[Event, ...]:
    kept = {event.id: event for event in READING.events} | changes
    return tuple(event for event in kept.values() if event is not None)


def event(name: str, **changes: Any) -> Event:
    return msgspec.structs.replace(next(e for e in READING.events if e.id == name), **changes)


def test_a_reading_against_itself_misses_nothing() -> None:
    assert find_misses([GOLD], {"oosterwaal": READING}) == []


def test_what_was_not_read_is_all_missed() -> None:
    found = find_misses([GOLD], {})
    counts = Counter(miss.layer for miss in found)
    assert counts == {layer: len(getattr(GOLD, layer)) for layer in LAYERS}
    assert {miss.kind for miss in found} == {"missed"}
    assert [[*LAYERS].index(miss.layer) for miss in found] == sorted([*LAYERS].index(miss.layer) for miss in found)


def test_a_layer_that_gold_lacks_has_no_misses() -> None:
    bare = GoldDocument(doc="oosterwaal", text=TEXT, attributions=READING.attributions)
    assert find_misses([bare], {"oosterwaal": READING}) == []


# ---- names and actors


def test_names_that_overlap_are_held_against_each_other() -> None:
    other = [
        Entity(at("Geert"), "PER"),
        Entity(at("Groningen"), "ORG"),
        Entity(at("Gesprek"), "MISC"),
    ]
    kept = [
        entity for entity in READING.entities if TEXT[slice(*entity.span)] not in {"Geert Hovinga", "Groningen", "Leer"}
    ]
    assert told(misses("entities", entities=(*kept, *other))) == [
        ("extent", "PER", "PER"),
        ("type", "LOC", "ORG"),
        ("spurious", None, "MISC"),
        ("missed", "LOC", None),
    ]


def test_who_is_merged_with_whom() -> None:
    hovinga, brandsma = actor("P2"), actor("P1")
    swapped = msgspec.structs.replace(brandsma, mentions=(*brandsma.mentions, hovinga.mentions[1]))
    kept = msgspec.structs.replace(hovinga, mentions=(hovinga.mentions[0], *hovinga.mentions[2:]))
    found = misses("actors", actors=actors(P1=swapped, P2=kept))
    assert told(found) == [("merged", "Geert Hovinga", "Lieke Brandsma")]
    assert found[0].gold == (hovinga.mentions[1],)
    assert "zei [hij] maandag in Groningen" in found[0].context


def test_an_actor_that_is_swallowed_says_by_whom_and_one_that_is_split_off_says_of_whom() -> None:
    boeren, duitse = actor("G1"), actor("G2")
    swallowed = msgspec.structs.replace(boeren, mentions=(*boeren.mentions, *duitse.mentions[:2]))
    assert told(misses("actors", actors=actors(G1=swallowed, G2=None))) == [
        ("missed", "Duitse boeren (group, DEU, CVL), 3 mentions", "boeren 2, nobody 1")
    ]
    split = msgspec.structs.replace(boeren, mentions=boeren.mentions[2:])
    part = Actor(id="G9", name="zij", kind="group", mentions=(*boeren.mentions[:2], at("vijftig trekkers")))
    assert told(misses("actors", actors=actors(G1=split, G9=part))) == [
        ("spurious", "boeren 2, nobody 1", "zij (group), 3 mentions")
    ]


def test_mentions_that_only_one_side_has_are_listed_by_actor() -> None:
    hovinga = actor("P2")
    changed = msgspec.structs.replace(hovinga, mentions=(*hovinga.mentions[:3], at("Gesprek"), at("vier mensen")))
    found = misses("actors", actors=actors(P2=changed))
    assert told(found) == [
        ("mention spurious", None, "Geert Hovinga"),
        ("mention missed", "Geert Hovinga", None),
    ]
    assert [len(miss.gold) + len(miss.system) for miss in found] == [2, 2]


@pytest.mark.parametrize(
    ("field", "value", "expected", "found"),
    [
        ("name", "Hovinga", "Geert Hovinga", "Hovinga"),
        ("kind", "group", "Geert Hovinga: person", "group"),
        ("country", "DEU", "Geert Hovinga: NLD", "DEU"),
        ("sector", None, "Geert Hovinga: CVL", "-"),
    ],
)
def test_what_is_wrong_of_an_actor(field: str, value: str | None, expected: str, found: str) -> None:
    changed = msgspec.structs.replace(actor("P2"), **{field: value})
    assert told(misses("actors", actors=actors(P2=changed))) == [(field, expected, found)]


# ---- events


def test_events_stand_code_against_code() -> None:
    found = misses(
        "events",
        events=events(E1=event("E1", code="ASSAULT"), E3=None, E20=event("E3", id="E20", trigger=at("mensen"))),
    )
    assert told(found) == [
        ("code", "COERCE disperse: politie → boeren", "ASSAULT disperse: politie → boeren"),
        ("spurious", None, "DEATHS: - → mensen"),
        ("missed", "DEATHS: - → mensen", None),
    ]
    assert "De politie heeft zondag" in found[0].context and "Oosterwaal [ontruimd], die boeren" in found[0].context
    assert told(misses("events", events=events(E14=None))) == [
        ("missed", "PROTEST not demanded: Duitse boeren → -", None)
    ]


@pytest.mark.parametrize(
    ("changed", "kind", "expected", "found"),
    [
        (event("E1", agents=("P1",)), "agents", "COERCE: politie", "Lieke Brandsma"),
        (event("E1", patients=()), "patients", "COERCE: boeren", "-"),
        (event("E1", place="L3"), "place", "COERCE: Oosterwaal", "Groningen"),
        (event("E1", time=None), "time", "COERCE: zondag", "-"),
        (event("E1", mode=None), "mode", "COERCE: disperse", "-"),
        (event("E3", numbers=()), "numbers", "DEATHS: 4 to 4 wounded", "-"),
        (event("E3", polarity="-"), "polarity", "DEATHS: +", "-"),
        (event("E3", modality="planned"), "modality", "DEATHS: actual", "planned"),
        (event("E5", holder="author"), "holder", "ASSAULT: A2", "author"),
        (event("E8", same_as="E1"), "same_as", "E2", "E1"),
    ],
)
def test_what_is_wrong_of_an_event(changed: Event, kind: str, expected: str, found: str) -> None:
    assert told(misses("events", events=events(**{changed.id: changed}))) == [(kind, expected, found)]


def test_the_context_of_an_event_reaches_to_the_ends_of_its_clause() -> None:
    [miss] = misses("events", events=events(E9=event("E9", agents=())))
    assert "Minister Karima Daoudi [spreekt] woensdag in Den Haag" in miss.context
    assert "met de boeren. Hovinga" in miss.context


# ---- claims


def test_claims_are_held_against_those_that_they_overlap() -> None:
    first, *others = READING.causal
    short = msgspec.structs.replace(first, cause=at("dertig centimeter verlaagde"), effect=at("bezetten"))
    [miss] = misses("causal", causal=(short, *others))
    assert (miss.kind, miss.expected, miss.found) == ("extent", "+ held by author", "+ held by author")
    assert "met {dertig centimeter verlaagde]}" in miss.context
    assert told(misses("causal", causal=others)) == [("missed", "+ held by author", None)]


def test_what_is_wrong_of_a_claim() -> None:
    replace = msgspec.structs.replace
    causal = (
        replace(READING.causal[1], sign="-", holder="A2"),
        READING.causal[0],
        replace(READING.causal[2], holder="A2"),
    )
    assert told(misses("causal", causal=causal)) == [
        ("sign", "+", "-"),
        ("holder", "A7 waterschap Hunzeland", "A2 Geert Hovinga"),
    ]  # fmt: skip
    conditions = (replace(READING.conditions[0], kind="unless", holder="author"),)
    assert told(misses("conditions", conditions=conditions)) == [
        ("holder", "A9 Geert Hovinga", "author"),
        ("kind", "if", "unless"),
    ]
    forecasts = (READING.forecasts[0], replace(READING.forecasts[1], condition=None))
    assert told(misses("forecasts", forecasts=forecasts)) == [("condition", "if “dat niet gebeurt”", "-")]


def test_conflicts_show_the_words_of_both_sides() -> None:
    [miss] = misses("conflicts", conflicts=READING.conflicts[:1])
    assert (miss.kind, miss.expected) == ("missed", "figure")
    assert "[Daarbij raakten vier mensen gewond]" in miss.context
    assert "houdt [het op één gewonde agent]" in miss.context


# ---- all together


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_misses_count_with_the_scores(data: st.DataObject) -> None:
    layers: dict[str, Any] = {}
    for layer in ("actors", "events", "causal", "conditions", "forecasts", "conflicts"):
        items = getattr(READING, layer)
        layers[layer] = tuple(item for item in items if data.draw(st.booleans()))
    codes = st.sampled_from(["ASSAULT", "PROTEST"])
    layers["events"] = tuple(msgspec.structs.replace(e, code=data.draw(codes)) for e in layers["events"])
    said = {"oosterwaal": msgspec.structs.replace(READING, **layers)}
    scores = evaluate([GOLD], said)
    assert scores.events and scores.claims and scores.claims.causal and scores.actors
    kinds = Counter((miss.layer, miss.kind) for miss in find_misses([GOLD], said))
    score = scores.events.trigger_code
    assert kinds["events", "missed"] + kinds["events", "code"] == score.gold - score.right
    assert kinds["events", "spurious"] + kinds["events", "code"] == score.system - score.right
    score = scores.claims.causal
    assert kinds["causal", "missed"] + kinds["causal", "extent"] == score.gold - score.right
    assert kinds["actors", "missed"] == scores.actors.gold - scores.actors.name.judged


def test_the_list_has_the_largest_group_first_and_every_miss_in_it() -> None:
    changed = [event(e.id, polarity="-", **({} if e.id == "E2" else {"mode": "raid"})) for e in READING.events]
    found = misses("events", events=tuple(changed))
    console = Console(width=200)
    with console.capture() as capture:
        console.print(misses_list(found))
    shown = capture.get()
    assert shown.splitlines()[0] == f"{len(found)} misses"
    assert shown.index("events: polarity (13)") > shown.index("events: mode (13)")
    assert "  oosterwaal [99-107] {99-107}  COERCE: disperse ≠ raid\n" in shown
    assert shown.count("\n    ") == len(found)


def test_a_list_says_how_many_offsets_it_leaves_out() -> None:
    found = misses("actors", actors=actors(G1=None))
    console = Console(width=200)
    with console.capture() as capture:
        console.print(misses_list(found))
    assert "and 2 more  boeren (group, NLD, CVL), 6 mentions ≠ nobody 6" in capture.get()


def test_a_spurious_actor_of_nobody() -> None:
    nobody = Actor(id="X", name="het peil", kind="group", mentions=(at("het peil"),))
    assert told(misses("actors", actors=actors(X=nobody))) == [("spurious", "nobody 1", "het peil (group), 1 mentions")]


def test_readings_without_layers_are_read() -> None:
    empty = Reading(doc="oosterwaal", lang="nl", date=None, title=None, text=TEXT, sha256="", made_by={})
    assert len(find_misses([GOLD], {"oosterwaal": empty})) == len(find_misses([GOLD], {}))
