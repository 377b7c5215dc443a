"""Tables of every layer: what the dictionary says of a column holds for every cell of it, and rows stand on their words."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from command import run_here

import wederhoor
from wederhoor.exchange.layers import LAYER_TABLES, columns_of, layer_rows
from wederhoor.exchange.layers.dictionary import DICTIONARY
from wederhoor.records import Study

EXAMPLES = Path(__file__).parents[1] / "examples"
SOURCES = [EXAMPLES / "zandwinning.txt", EXAMPLES / "rivierenpact.txt"]
DAY = "2031-05-20"
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "tables"
    done = run_here("export", "tables", *SOURCES, "--date", DAY, "--raw", "--out", folder)
    assert done.returncode == 0, done.stderr
    return folder


@cache
def studies() -> tuple[Study, ...]:
    return wederhoor.open_case(SOURCES, date=DAY).studies


def table(folder: Path, name: str) -> Rows:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def schema(name: str) -> dict[str, Any]:
    (resource,) = [one for one in json.loads(DICTIONARY.read_bytes())["resources"] if one["name"] == name]
    told: dict[str, Any] = resource["schema"]
    return told


def test_there_is_a_table_of_every_layer_and_what_its_columns_mean(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {*(f"{name}.csv" for name in LAYER_TABLES), "datapackage.json"}
    assert (folder / "datapackage.json").read_bytes() == DICTIONARY.read_bytes()
    meanings = {field["name"]: field["description"] for field in schema("causal")["fields"]}
    assert meanings["effect_words"] == "The words of the effect."


@pytest.mark.parametrize("name", list(LAYER_TABLES))
def test_every_cell_is_what_the_dictionary_says(folder: Path, name: str) -> None:
    fields = schema(name)["fields"]
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        [head, *rows] = csv.reader(lines)
    assert head == [field["name"] for field in fields]
    assert rows
    for field, cells in zip(fields, zip(*rows, strict=True), strict=True):
        told = field.get("constraints", {})
        for cell in cells:
            assert cell or not told.get("required"), field
            assert not cell or cell in told.get("enum", [cell]), field
            assert not cell or _is_of(field, cell), (field, cell)


def _is_of(field: dict[str, Any], cell: str) -> bool:
    shapes = {"offsets": r"\d+-\d+", "integer": r"-?\d+", "number": r"-?\d+(\.\d+)?(e[+-]\d+)?", "boolean": "yes|no"}
    shape = shapes.get(field.get("parts", field["type"]), ".*")
    parts = cell.split("; ") if "parts" in field else [cell]
    return all(re.fullmatch(shape, part, re.DOTALL) for part in parts)


@pytest.mark.parametrize("name", [name for name in LAYER_TABLES if "primaryKey" in schema(name)])
def test_the_key_of_a_table_tells_its_rows_apart(folder: Path, name: str) -> None:
    keys = [tuple(row[column] for column in schema(name)["primaryKey"]) for row in table(folder, name)]
    assert len(keys) == len({*keys})


def test_offsets_lead_to_the_words(folder: Path) -> None:
    texts = {row["doc"]: row["text"] for row in table(folder, "documents")}

    def at(doc: str, offsets: str) -> str:
        start, end = offsets.split("-")
        return texts[doc][int(start) : int(end)]

    for row in table(folder, "causal"):
        assert at(row["doc"], row["cause"]) == row["cause_words"]
        assert at(row["doc"], row["effect"]) == row["effect_words"]
    for row in table(folder, "propositions"):
        assert at(row["doc"], row["span"]) == row["quote"]
    for row in table(folder, "statements"):
        assert " […] ".join(at(row["doc"], one) for one in row["spans"].split("; ")) == row["quote"]


def test_a_row_says_how_its_holder_stands_to_it(folder: Path) -> None:
    told = {(row["holder"], row["stance"]) for row in table(folder, "propositions") if "ingestemd" in row["quote"]}
    assert ("Nele Voskamp", "asserts") in told
    statements = {(row["doc"], row["statement_id"]): row for row in table(folder, "statements")}
    held = [row for row in table(folder, "propositions") if row["statement_id"]]
    assert held
    for row in held:
        of = statements[row["doc"], row["statement_id"]]
        assert (row["holder"], row["stance"], row["polarity"]) == (of["holder"], of["stance"], of["polarity"])


def test_the_rows_of_a_table_have_the_columns_that_programs_are_told() -> None:
    for name, kind in LAYER_TABLES.items():
        for study in studies():
            assert all(isinstance(row, kind) for row in layer_rows(study, name))
        assert [column.name for column in columns_of(kind)] == [field["name"] for field in schema(name)["fields"]]


def test_frames_have_these_tables() -> None:
    pytest.importorskip("polars")
    case = wederhoor.open_case(studies())
    assert [len(wederhoor.to_frame(case, name)) for name in ("documents", "propositions")] == [
        2,
        sum(len(study.propositions or ()) for study in studies()),
    ]
    assert next(iter(wederhoor.to_frame(case.readings[0], "causal")["effect_words"])) == "verzakkingen"
    with pytest.raises(ValueError, match="'propositions' are of a case"):
        wederhoor.to_frame(case.readings[0], "propositions")


def test_tables_for_excel_say_what_stands_between_their_columns(tmp_path: Path) -> None:
    assert run_here("export", "tables", SOURCES[0], "--excel", "--out", tmp_path).returncode == 0
    assert (tmp_path / "times.csv").read_text(encoding="utf-8").startswith("\ufeffdoc;span;")
    told = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["dialect"]["delimiter"] for resource in told["resources"]} == {";"}


def test_tables_need_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("Ja.", encoding="utf-8")
    nowhere: list[list[str | Path]] = [[], ["--out", tmp_path / "file"]]
    for out in nowhere:
        done = run_here("export", "tables", SOURCES[0], *out)
        assert done.returncode == 2
        assert "W401" in done.stderr.decode()


def test_frictionless_finds_the_tables_valid(folder: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]
