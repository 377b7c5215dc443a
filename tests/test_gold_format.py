"""``wederhoor read --format gold``: the form that scorers read, with every layer, and read back as gold."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from wederhoor import evaluation
from wederhoor.cli import app
from wederhoor.evaluation.gold_terms import gold_line, in_gold_terms
from wederhoor.exchange.json import encode_line, read_readings
from wederhoor.records import LAYERS, Reading

TEXT = (
    "Burgemeester Oda Vlier zei dat de politie maandag in Oosterwaal drie actievoerders aanhield. "
    "“Meer toezicht leidt tot rust”, zei Vlier. Schipper Bram Kuil ontkent dat meer toezicht tot rust leidt.\n"
)


@pytest.fixture
def reading() -> Reading:
    (read,) = read_readings(Path(__file__).parent / "data" / "oosterwaal.json")
    return read


def test_it_has_every_layer_and_names_where_a_reading_has_ids(reading: Reading) -> None:
    gold: dict[str, Any] = json.loads(gold_line(reading))
    assert [name for name in gold if name in LAYERS] == [*LAYERS]
    actors = {actor.id: actor.name for actor in reading.actors}
    for event, own in zip(gold["events"], reading.events, strict=True):
        assert event["agents"] == [actors.get(name, name) for name in own.agents]
    assert actors.keys().isdisjoint(name for event in gold["events"] for name in event["agents"])
    assert len(gold_line(reading).splitlines()) == 1


def test_it_is_read_back_as_gold_on_which_the_reading_is_right(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(gold_line(reading))
    (gold,) = evaluation.load_gold([tmp_path])
    assert gold == in_gold_terms(reading)
    assert evaluation.find_misses([gold], {reading.doc: reading}) == []


def test_the_command_writes_it_one_line_per_text(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "gold.jsonl"
    result = CliRunner().invoke(app, ["read", str(tmp_path), "--date", "2031-05-12", "-f", "gold", "-o", str(out)])
    assert result.exit_code == 0, result.output
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["doc"] for line in lines] == ["een", "twee"]
    told = [name for line in lines for event in line["events"] for name in (*event["agents"], *event["patients"])]
    assert told
    assert not [name for name in told if re.fullmatch(r"P\d+", name)]


@pytest.mark.parametrize("form", [gold_line, encode_line])
def test_the_scorers_read_it_and_the_reading_alike(form: Any, reading: Reading, shared: Path, tmp_path: Path) -> None:
    """A reading scored against itself in the form of gold is right in all layers, whichever form it is written in."""
    gold, system, layers = tmp_path / "gold.jsonl", tmp_path / "system.jsonl", tmp_path / "layers"
    gold.write_bytes(gold_line(reading))
    system.write_bytes(form(reading))
    layers.mkdir()
    (layers / f"{reading.doc}.json").write_bytes(gold_line(reading))

    def scored(scorer: str, *arguments: object) -> Any:
        command = [sys.executable, "-B", shared / "eval" / f"{scorer}.py", *arguments, "--json"]
        return json.loads(subprocess.run([*map(str, command)], capture_output=True, check=True).stdout)

    said = scored("attribution_score", gold, system)
    assert (said["content"]["f1"], said["source_accuracy"]) == (1, 1)
    claimed = scored("layers_score", gold, system)
    assert all(claimed[layer]["matched"] == claimed[layer]["gold"] for layer in ("causal", "forecasts", "conflicts"))
    told = scored("actors_events_score", system, "--entities", layers, "--events", layers)
    assert told["entities"]["exact"]["f1"] == 1
    assert told["events"]["trigger and code"]["f1"] == 1
    assert told["events"]["agents and patients right"] == 1
