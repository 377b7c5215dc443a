"""The gold of our own texts: every layer stands on its text, and the JSON files are what their sources say."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

from wederhoor.evaluation import load_gold
from wederhoor.records import world
from wederhoor.records.claims import Condition, ConflictKind, Sign

GOLD = Path(__file__).parent / "gold"
TEXTS = ("attributions", "disputes", "heldout", "heldout-disputes")
LAYERS = ("entities", "events", "claims")
SOURCES = sorted(path for layer in LAYERS for path in GOLD.glob(f"*{layer}/*.txt"))


@cache
def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, GOLD / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@cache
def texts() -> dict[str, dict[str, Any]]:
    records = [json.loads(path.read_text()) for folder in TEXTS for path in sorted((GOLD / folder).glob("*.json"))]
    return {record["doc"]: record for record in records}


def spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every pair of whole numbers in a record, however deep."""
    if isinstance(value, dict):
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list) and len(value) == 2 and all(isinstance(part, int) for part in value):
        yield value[0], value[1]
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def layer_of(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.with_suffix(".json").read_text())
    return record


@pytest.mark.parametrize("folder", TEXTS)
def test_texts_are_what_their_sources_say(folder: str) -> None:
    assert script("convert").main([str(GOLD / folder), "--check"]) == 0


def test_layers_are_what_their_sources_say() -> None:
    module = script("convert_layers")
    assert module.main(["--check"]) == 0
    assert sorted(path for path, _ in module.converted()) == SOURCES


def test_no_name_is_used_twice() -> None:
    assert len(texts()) == sum(len(list((GOLD / folder).glob("*.json"))) for folder in TEXTS)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_layers_stand_on_their_texts(path: Path) -> None:
    record, gold = layer_of(path), texts()[path.stem]
    text = gold["text"]
    assert record["text_sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert ("heldout" in path.parent.name) == any((GOLD / f / f"{path.stem}.json").exists() for f in TEXTS[2:])
    for start, end in spans(record):
        words = text[start:end]
        assert words and words == words.strip()
        assert not (text[start - 1 : start].isalnum() and words[0].isalnum())
        assert not (text[end : end + 1].isalnum() and words[-1].isalnum())
    holders = {"author", *(item["id"] for item in gold["attributions"])}
    items = [item for layer in record.values() if isinstance(layer, list) for item in layer]
    assert {item["holder"] for item in items if "holder" in item} <= holders
    sides = [item[side] for item in record.get("conflicts", []) for side in ("a", "b")]
    assert all("author" in side if isinstance(side, dict) else side in holders for side in sides)
    assert all(item["a"] != item["b"] for item in record.get("conflicts", []))


@pytest.mark.parametrize("path", [p for p in SOURCES if "events" in p.parent.name], ids=lambda path: path.stem)
def test_events_refer_to_earlier_ones_of_the_same_code(path: Path) -> None:
    codes: dict[str, str] = {}
    for event in layer_of(path)["events"]:
        assert event["id"] not in codes
        assert event["same_as"] is None or codes[event["same_as"]] == event["code"]
        trigger, span = event["trigger"], event["span"]
        assert span[0] <= trigger[0] and trigger[1] <= span[1]
        codes[event["id"]] = event["code"]


def test_closed_lists_are_those_of_the_records() -> None:
    lists = script("convert_layers").LISTS
    assert lists["kinds"] == list(get_args(world.ActorKind))
    assert sorted(lists["sectors"]) == sorted(get_args(world.Sector))
    assert sorted(lists["modes"]) == sorted(get_args(world.EventCode))
    assert lists["modalities"] == list(get_args(world.Modality))
    assert lists["counted"] == list(get_args(world.Counted))
    assert lists["signs"] == list(get_args(Sign))
    assert lists["conflicts"] == list(get_args(ConflictKind))
    assert lists["conditions"] == ["if", "only-if", "unless"] and "kind" in Condition.__struct_fields__


@pytest.mark.parametrize("prefix", ["", "heldout-"])
def test_the_program_reads_the_entities_folders(prefix: str) -> None:
    folders = [GOLD / (f"{prefix}disputes"), GOLD / ("heldout" if prefix else "attributions")]
    plain = load_gold(folders)
    layered = load_gold(
        folders, GOLD / f"{prefix}entities", events=GOLD / f"{prefix}events", claims=GOLD / f"{prefix}claims"
    )
    assert [(d.doc, d.attributions, d.entities) for d in layered] == [
        (d.doc, d.attributions, d.entities) for d in plain
    ]
    assert any(d.actors for d in layered) and any(d.events for d in layered) and any(d.causal for d in layered)


@pytest.mark.parametrize(
    ("words", "within", "expected"),
    [
        ("de dam", None, (12, 18)),
        ("Wie ... sluit", None, (0, 24)),
        ("sluit@2", None, (30, 35)),
        ("sluit", (24, 36), (30, 35)),
        ("sluit", None, "'sluit' stands 2 times"),
        ("slui", None, "'slui' stands 0 times"),
        ("Wie ... opent", None, "'opent' does not follow 'Wie'"),
    ],
)
def test_words_are_found_or_refused(words: str, within: tuple[int, int] | None, expected: Any) -> None:
    text = script("convert_layers").Text("dam", "Wie weet of de dam sluit? Hij sluit.\n", {}, [])
    if isinstance(expected, str):
        with pytest.raises(ValueError, match=expected):
            text.find(words, within)
    else:
        assert text.find(words, within) == expected


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("E1 RIOT | sluit | de dam sluit | | | | | |", "'RIOT' is none of"),
        ("E1 COERCE/demo | sluit | de dam sluit | | | | | |", "'demo' is none of"),
        ("E1 COERCE | sluit | de dam sluit | de minister | | | | |", "'de minister' is not in the text"),
        ("E1 COERCE | Hij | de dam sluit | | | | | |", "'Hij' stands 0 times"),
        ("E1 COERCE | sluit | de dam sluit | | | | | | =E2", "'E2' is none of"),
        ("E1 COERCE | sluit | de dam sluit | | | | | | A7", "'A7' is none of"),
        ("E1 COERCE | sluit", "not enough values"),
    ],
)
def test_wrong_events_are_refused(line: str, problem: str) -> None:
    module = script("convert_layers")
    text = module.Text("dam", "Wie weet of de dam sluit? Hij sluit.\n", {}, [])
    with pytest.raises(ValueError, match=problem):
        module.events(text, line)
