"""How far the two passes of a blind round agree, by the shared scorers; and gold joined with its texts.

    python tests/gold/blind_agreement.py agree ROUND...             one set of figures over all texts of the rounds
    python tests/gold/blind_agreement.py differ ROUND [ONE OTHER]   what one set has and the other has not, with its words
    python tests/gold/blind_agreement.py join ROUND FOLDER          gold with its texts, for ``wederhoor evaluate``

Two sets of annotations are compared; the program is not run. Statements, entities, actors, events, causes, forecasts and conflicts
are scored by ../shared/eval; what these do not score (speakers, forms, attitudes, conditions, times, countries of places) is counted
here, in their way: one-to-one from the largest overlap, Dice of at least .5.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import blind

Record = dict[str, Any]
FACTS = ("speaker", "form", "attitude", "polarity", "certainty", "parent")


@cache
def scorer(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, blind.SHARED / "eval" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ValueError(f"no scorer {name}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def annotated(round_name: str, which: str) -> dict[str, Record]:
    """The records of a round by document, with their texts; ``which`` is a pass, or "gold"."""
    folder = blind.HERE / f"blind-{round_name}"
    folder = folder if which == "gold" else folder / "passes" / which
    found = {}
    for doc in blind.ROUNDS[round_name]["docs"]:
        record = json.loads((folder / f"{doc}.json").read_text(encoding="utf-8"))
        text = blind.text_of(round_name, doc)
        head = {"doc": doc, "lang": blind.ROUNDS[round_name]["lang"], "date": date_of(round_name, doc), "text": text}
        found[doc] = {**head, **{key: value for key, value in record.items() if key != "doc"}}
    return found


def date_of(round_name: str, doc: str) -> str:
    """The day of publication: of the round, else the first ten characters of the file's name."""
    return str(blind.ROUNDS[round_name].get("date", doc[:10]))


def figures(one: dict[str, Record], two: dict[str, Record]) -> Iterator[tuple[str, float, int]]:
    """Name, agreement and the number of items of the first set."""
    statements = scorer("attribution_score")
    pairs = [(statements.Document(one[doc]), statements.Document(two[doc])) for doc in one]
    scored = statements.score(pairs)
    for key, name in (
        ("content", "statements: content"),
        ("exact", "statements: content, same words"),
        ("end_to_end", "statements: content and source"),
        ("tokens_cue", "cue tokens"),
    ):
        yield name, scored[key]["f1"], scored[key]["gold"]
    same = {fact: 0 for fact in FACTS}
    matched = 0
    for (a, b), doc in zip(pairs, one, strict=True):
        for i, j in statements.match(a.attributions, b.attributions, 0.5):
            matched += 1
            x, y = one[doc]["attributions"][i], two[doc]["attributions"][j]
            for fact in FACTS:
                same[fact] += alike(fact, x[fact], y[fact])
    for fact, count in same.items():
        yield f"{fact}, of the matched", count / matched if matched else 1.0, matched
    world = scorer("actors_events_score")
    both = [(two[doc], one[doc]) for doc in one]
    names, actors, events = world.entities(both), world.actors(both), world.events(both)
    yield "names: span and type", names["exact"]["f1"], names["exact"]["gold"]
    yield "actors: B-cubed and CEAF-e", actors["average"], actors["gold actors"]
    yield "actors: name, kind and country", actors["name, kind and country right"], actors["gold actors"]
    yield "events: code and trigger", events["trigger and code"]["f1"], events["trigger and code"]["gold"]
    for key in ("agents", "patients", "agents and patients", "numbers", "polarity", "holder kind"):
        yield f"events: {key}, of the matched", events[f"{key} right"], events["trigger and code"]["matched"]
    layers = scorer("layers_score").score(one, two, 0.5)
    for key in ("causal", "forecasts", "conflicts"):
        yield key, layers[key]["f1"], layers[key]["gold"]
    yield "conditions", *overlapping(one, two)
    yield "times: span", *shared(one, two, "times", lambda item: tuple(item["span"]))
    yield "times: span and days", *shared(one, two, "times", lambda item: (*item["span"], item["start"], item["end"]))
    yield "places: span and country", *shared(
        one, two, "entities", lambda item: (*item["span"], item["country"]) if item["type"] == "LOC" else None
    )


def alike(fact: str, x: str | None, y: str | None) -> bool:
    if fact == "parent":
        return (x is None) == (y is None)
    if fact == "speaker" and x and y:
        return blind.plain(x) == blind.plain(y)
    return x == y


def shared(
    one: dict[str, Record], two: dict[str, Record], layer: str, key: Callable[[Record], object]
) -> tuple[float, int]:
    """F1 of the items whose keys are the same, and how many the first has; what has no key does not count."""
    sets = [{(doc, key(i)) for doc in side for i in side[doc][layer] if key(i) is not None} for side in (one, two)]
    return f1(len(sets[0] & sets[1]), len(sets[0]), len(sets[1])), len(sets[0])


def overlapping(one: dict[str, Record], two: dict[str, Record]) -> tuple[float, int]:
    """F1 of the conditions of the same kind both sides of which overlap."""
    layers = scorer("layers_score")
    matched = 0
    for doc in one:
        a, b = layers.Side(one[doc]), layers.Side(two[doc])
        left = list(two[doc]["conditions"])
        for item in one[doc]["conditions"]:
            for other in left:
                sides = ((a.tokens(item[s]), b.tokens(other[s])) for s in ("antecedent", "consequent"))
                if item["kind"] == other["kind"] and all(layers.dice(x, y) >= 0.5 for x, y in sides):
                    left.remove(other)
                    matched += 1
                    break
    sizes = [sum(len(side[doc]["conditions"]) for doc in side) for side in (one, two)]
    return f1(matched, *sizes), sizes[0]


def f1(same: int, one: int, two: int) -> float:
    return 2 * same / (one + two) if one + two else 1.0


def differences(one: Record, two: Record) -> Iterator[str]:
    """Items of one set that the other has not exactly so, by layer, with the words of their spans."""
    for layer in blind.LAYERS:
        sides = [[worded(record["text"], item) for item in numbered(record, layer)] for record in (one, two)]
        for mark, side, other in (("<", *sides), (">", *sides[::-1])):
            yield from (f"{mark} {layer}: {line}" for line in side if line not in other)


def numbered(record: Record, layer: str) -> Iterable[Record]:
    """The items with ids that differ between sets replaced by words."""
    contents = {item["id"]: item["content"] for item in record["attributions"]}
    triggers = {item["id"]: item["trigger"] for item in record["events"]}
    known = {**contents, **triggers}
    for item in record[layer]:
        values = item.items()
        yield {k: known.get(v, v) if isinstance(v, str) else v for k, v in values if k not in {"id", "roles", "sector"}}


def worded(text: str, value: Any) -> str:
    if isinstance(value, dict):
        return " | ".join(worded(text, part) for part in value.values())
    if isinstance(value, (list, tuple)):
        if len(value) == 2 and all(isinstance(part, int) for part in value):
            return f"«{text[slice(*value)]}»@{value[0]}"
        return ", ".join(worded(text, part) for part in value)
    return str(value)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("command", choices=("agree", "differ", "join"))
    parser.add_argument("names", nargs="+", metavar="ROUND [ONE OTHER] | ROUND FOLDER")
    options = parser.parse_args(arguments)
    if options.command == "join":
        round_name, folder = options.names
        Path(folder).mkdir(parents=True, exist_ok=True)
        for doc, record in annotated(round_name, "gold").items():
            (Path(folder) / f"{doc}.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    elif options.command == "differ":
        round_name, *sets = options.names
        one, two = (annotated(round_name, which) for which in sets or ("one", "two"))
        for doc in one:
            print("==", doc, *differences(one[doc], two[doc]), sep="\n")
    else:
        one, two = (
            {doc: record for name in options.names for doc, record in annotated(name, which).items()}
            for which in ("one", "two")
        )
        for name, agreement, count in figures(one, two):
            print(f"{name:45} {agreement:.3f}  {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
