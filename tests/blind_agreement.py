"""How far two sets of annotations of the same texts agree, by the shared scorers. The program is not run.

Statements, names, actors, events, causes, forecasts and conflicts are scored by the scripts of the shared folder; what these do
not score (speakers, forms, attitudes, conditions, times, countries of places) is counted here in their way: one-to-one, Dice of
.5 or more.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from blind_source import plain

Record = dict[str, Any]
Records = dict[str, Record]
Figure = tuple[str, float, int]
FACTS = ("speaker", "form", "attitude", "polarity", "certainty", "parent")


def figures(one: Records, two: Records, scorers: Path) -> Iterator[Figure]:
    """Name, agreement and the number of items of the first set, a layer after the other."""
    yield from statements(one, two, scorer(scorers, "attribution_score"))
    world, layers = (scorer(scorers, name) for name in ("actors_events_score", "layers_score"))
    yield from people(one, two, world)
    yield from events(one, two, world)
    yield from claims(one, two, layers)
    yield "conditions", *conditions(one, two, layers)
    yield "times: span", *shared(one, two, "times", lambda item: item["span"])
    yield "times: span and days", *shared(one, two, "times", lambda item: [item["span"], item["start"], item["end"]])
    yield (
        "places: span and country",
        *shared(one, two, "entities", lambda item: [item["span"], item["country"]] if item["type"] == "LOC" else None),
    )


def with_others(one: Records, two: Records, scorers: Path) -> Iterator[Figure]:
    """The same for gold of others, which has some of the layers: what both sets of a text have."""
    told = {doc: two[doc] for doc in two if "attributions" in two[doc]}
    theirs = {doc: one[doc] for doc in told}
    world = scorer(scorers, "actors_events_score")
    yield from statements(theirs, told, scorer(scorers, "attribution_score"), FACTS[:2])
    yield from people(theirs, told, world)
    yield from claims(theirs, told, scorer(scorers, "layers_score"))
    happened = {doc: two[doc] for doc in two if "events" in two[doc]}
    yield from events({doc: one[doc] for doc in happened}, happened, world)


def scorer(folder: Path, name: str) -> ModuleType:
    """A script of the shared folder, left out of the bytecode cache: that folder is read only."""
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ValueError(f"no scorer {name} in {folder}")
    module = importlib.util.module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


def statements(one: Records, two: Records, score: ModuleType, facts: tuple[str, ...] = FACTS) -> Iterator[Figure]:
    pairs = [(score.Document(one[doc]), score.Document(two[doc])) for doc in one]
    scored = score.score(pairs)
    for key, name in (
        ("content", "statements: content"),
        ("exact", "statements: content, same words"),
        ("end_to_end", "statements: content and source"),
        ("tokens_cue", "cue tokens"),
    ):
        yield name, scored[key]["f1"], scored[key]["gold"]
    matched = [
        (one[doc]["attributions"][i], two[doc]["attributions"][j])
        for (a, b), doc in zip(pairs, one, strict=True)
        for i, j in score.match(a.attributions, b.attributions, 0.5)
    ]
    for fact in facts:
        same = sum(alike(fact, x[fact], y[fact]) for x, y in matched)
        yield f"statements: {fact}, of the matched", same / len(matched) if matched else 1.0, len(matched)


def alike(fact: str, x: str | None, y: str | None) -> bool:
    if fact == "parent":
        return (x is None) == (y is None)
    if fact == "speaker" and x and y:
        return plain(x) == plain(y)
    return x == y


def people(one: Records, two: Records, score: ModuleType) -> Iterator[Figure]:
    both = [(two[doc], one[doc]) for doc in one]
    names = score.entities(both)
    yield "names: span and type", names["exact"]["f1"], names["exact"]["gold"]
    if named := [pair for pair in both if all("actors" in side for side in pair)]:
        actors = score.actors(named)
        yield "actors: B-cubed and CEAF-e", actors["average"], actors["gold actors"]
        yield "actors: name, kind and country", actors["name, kind and country right"], actors["gold actors"]


def events(one: Records, two: Records, score: ModuleType) -> Iterator[Figure]:
    scored = score.events([(two[doc], one[doc]) for doc in one])
    found = scored["trigger and code"]
    yield "events: code and trigger", found["f1"], found["gold"]
    for key in ("agents", "patients", "agents and patients", "numbers", "polarity", "holder kind"):
        yield f"events: {key}, of the matched", scored[f"{key} right"], found["matched"]


def claims(one: Records, two: Records, layers: ModuleType) -> Iterator[Figure]:
    scored = layers.score(one, two, 0.5)
    for key in ("causal", "forecasts", "conflicts"):
        yield key, scored[key]["f1"] if scored[key]["gold"] + scored[key]["system"] else 1.0, scored[key]["gold"]


def shared(one: Records, two: Records, layer: str, key: Callable[[Record], object]) -> tuple[float, int]:
    """F1 of the items whose keys are the same, and how many the first set has; what has no key does not count."""
    first, second = (
        {(doc, str(key(item))) for doc in side for item in side[doc][layer] if key(item)} for side in (one, two)
    )
    return f1(len(first & second), len(first), len(second)), len(first)


def conditions(one: Records, two: Records, layers: ModuleType) -> tuple[float, int]:
    """F1 of the conditions of the same kind both sides of which overlap."""
    matched = 0
    for doc, record in one.items():
        left = list(two[doc]["conditions"])
        sides = layers.Side(record), layers.Side(two[doc])
        for item in record["conditions"]:
            same = next((other for other in left if same_condition(item, other, *sides, layers.dice)), None)
            if same is not None:
                left.remove(same)
                matched += 1
    sizes = [sum(len(record["conditions"]) for record in side.values()) for side in (one, two)]
    return f1(matched, *sizes), sizes[0]


def same_condition(item: Record, other: Record, a: Any, b: Any, dice: Callable[[Any, Any], float]) -> bool:
    parts = ("antecedent", "consequent")
    overlaps = all(dice(a.tokens(item[part]), b.tokens(other[part])) >= 0.5 for part in parts)
    return overlaps and item["kind"] == other["kind"]


def f1(same: int, one: int, two: int) -> float:
    return 2 * same / (one + two) if one + two else 1.0
