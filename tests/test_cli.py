"""The command line as users meet it: each message one line, each refusal code 2.

Commands run in this process, but for those that are stopped, that meet another environment, or whose start is what is tested.
"""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import msgspec
import pytest
from command import run_here
from timing import HANGS

from wederhoor import WederhoorError, __version__
from wederhoor.exchange.grounding import check_grounded
from wederhoor.exchange.json import read_readings
from wederhoor.records import Reading

GOLD = Path(__file__).parent / "gold" / "attributions"
COMMANDS = ["read", "cases", "search", "correct", "events", "loops", "press", "compare", "model", "evaluate", "schema"]
START = "from wederhoor.cli import run; run()"
DUTCH = (
    "Burgemeester Anna Veldkamp zegt dat de haven van Oosterwaal open blijft. “Wij hebben alles gemeten”, zegt zij.\n\n"
    "Volgens wethouder Karel Brons is de kade te oud voor grote schepen.\n"
)
GERMAN = (
    "Der Bürgermeister von Osterwall sagt, dass der Hafen offen bleibt, aber die Fischer der Stadt glauben ihm nicht.\n"
)

Done = subprocess.CompletedProcess[bytes]


def wederhoor(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Done:
    """Runs ``wederhoor`` with these arguments, in a process of its own where it is to meet another environment."""
    if not environment:
        return run_here(*arguments, stdin=stdin)
    command = [sys.executable, "-W", "error", "-c", START, *map(str, arguments)]
    env = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100", **environment}
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=HANGS, env=env)


def succeeded(*arguments: str | Path, stdin: bytes = b"") -> str:
    """What a run that must succeed writes to standard output."""
    done = wederhoor(*arguments, stdin=stdin)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


def refused(code: str, *arguments: str | Path, stdin: bytes = b"") -> str:
    """The one line of a run that must be refused with ``code``."""
    done = wederhoor(*arguments, stdin=stdin)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2, lines
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"wederhoor: {code}: ")
    assert "Traceback" not in lines[0]
    return lines[0]


def decoded(line: str | bytes) -> Reading:
    reading = msgspec.json.decode(line, type=Reading)
    check_grounded(reading)
    return reading


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A Dutch text in a file."""
    file = tmp_path / "haven.txt"
    file.write_text(DUTCH, encoding="utf-8", newline="")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three texts and one file that is none, between them."""
    folder = tmp_path / "teksten"
    (folder / "oud").mkdir(parents=True)
    for name in ("a.txt", "c.md", "oud/a.txt"):
        (folder / name).write_text(DUTCH, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"%PDF-1.7 and so on")
    (folder / "d.csv").write_text("not;read", encoding="utf-8")
    return folder


# How a reading is written


def test_text_for_the_terminal(text: Path) -> None:
    shown = succeeded("read", text)
    assert "Anna Veldkamp" in shown
    assert "“Wij hebben alles gemeten”" in shown
    assert "\x1b" not in shown


def test_json(text: Path) -> None:
    reading = decoded(succeeded("read", text, "--format", "json", "--date", "2031-03-12"))
    assert (reading.doc, reading.lang, reading.date, reading.text) == ("haven", "nl", "2031-03-12", DUTCH)
    assert [a.speaker for a in reading.attributions] == ["Anna Veldkamp", "Anna Veldkamp", "Karel Brons"]


def test_jsonl_is_one_line_a_text(text: Path) -> None:
    out = succeeded("read", text, "-f", "jsonl")
    assert out.endswith("\n") and out.count("\n") == 1
    assert decoded(out).doc == "haven"


def test_html_is_one_self_contained_page(text: Path) -> None:
    page = succeeded("read", text, "--format", "html")
    assert page.lower().startswith("<!doctype html>")
    assert "Anna Veldkamp" in page
    assert re.findall(r"<(?:link|img|iframe|object|embed|base)\b", page) == []
    assert re.findall(r"\s(?:src|href|action)=(?![\"']?#)", page) == []
    assert re.findall(r"@import|url\(|https?://(?!www\.w3\.org)|fetch\(|XMLHttpRequest", page) == []


def test_the_same_bytes_twice(text: Path) -> None:
    assert succeeded("read", text, "-f", "json") == succeeded("read", text, "-f", "json")


# Where texts come from


def test_standard_input() -> None:
    reading = decoded(succeeded("read", "-", "--format", "json", stdin=DUTCH.encode("utf-16")))
    assert (reading.doc, reading.text) == ("stdin", DUTCH)


def test_texts_stay_in_the_order_of_the_arguments(text: Path, folder: Path) -> None:
    (folder / "b.txt").unlink()
    out = succeeded("read", text, "-", folder, "-f", "jsonl", stdin=DUTCH.encode())
    assert [decoded(line).doc for line in out.splitlines()] == ["haven", "stdin", "teksten/a", "c", "teksten/oud/a"]


def test_a_text_that_is_named_twice_is_read_once(text: Path) -> None:
    out = succeeded("read", text, text.parent, "-", "-", "-f", "jsonl", stdin=DUTCH.encode())
    assert [decoded(line).doc for line in out.splitlines()] == ["haven", "stdin"]


def test_of_many_texts_a_bad_one_does_not_stop_the_others(folder: Path) -> None:
    done = wederhoor("read", folder, "--format", "jsonl")
    bad, count = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert [decoded(line).doc for line in done.stdout.splitlines()] == ["a", "c", "oud/a"]
    assert bad.startswith(f"wederhoor: W114: {folder / 'b.txt'} is a PDF that cannot be read: ")
    assert count == "wederhoor: 3 of 4 texts were read."


def test_a_windows_text_is_kept_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "w.txt"
    file.write_bytes(DUTCH.replace("\n", "\r\n").encode("cp1252"))
    reading = decoded(succeeded("read", file, "-f", "json"))
    assert reading.text == DUTCH.replace("\n", "\r\n")
    assert len(reading.attributions) == 3


# Where readings go


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html"])
def test_out_is_a_file(text: Path, form: str) -> None:
    out = text.with_name("uit")
    assert succeeded("read", text, "--format", form, "--out", out) == ""
    assert "Anna Veldkamp" in out.read_text(encoding="utf-8")
    assert sorted(f.name for f in text.parent.iterdir()) == ["haven.txt", "uit"], "nothing else is left there"


def test_out_is_one_file_for_many_lines(folder: Path) -> None:
    (folder / "b.txt").unlink()
    out = folder.with_name("uit.jsonl")
    succeeded("read", folder, "--format", "jsonl", "--out", out)
    assert [reading.doc for reading in read_readings(out)] == ["a", "c", "oud/a"]


@pytest.mark.parametrize(("form", "suffix"), [("html", "html"), ("json", "json")])
def test_out_is_a_folder_for_one_file_a_text(folder: Path, form: str, suffix: str) -> None:
    out = folder.with_name("uit")
    done = wederhoor("read", folder, "--format", form, "--out", out)
    assert done.returncode == 2, "b.txt is no text"
    assert sorted(f.name for f in out.iterdir()) == [f"a.{suffix}", f"c.{suffix}", f"oud-a.{suffix}"]


def test_out_is_a_folder_that_is_there(text: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    out.mkdir()
    succeeded("read", text, "--out", out)
    assert [f.name for f in out.iterdir()] == ["haven.txt"]


def test_a_text_is_never_written_over(text: Path) -> None:
    assert "one of the files" in refused("W401", "read", text, "--out", text)
    assert "one of the files" in refused("W401", "read", text.parent, "--out", text.parent)
    assert text.read_text(encoding="utf-8") == DUTCH
    assert [f.name for f in text.parent.iterdir()] == [text.name]


def test_a_pipe_is_written_into_and_not_replaced(text: Path) -> None:
    pipe = text.with_name("pipe")
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    succeeded("read", text, "-f", "jsonl", "--out", pipe)
    reader.join(HANGS)
    assert pipe.is_fifo()
    assert decoded(got[0]).doc == "haven"


@pytest.mark.slow
def test_what_the_terminal_has_no_character_for_is_spelt_out(text: Path) -> None:
    done = wederhoor("read", text, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u201cWij hebben alles gemeten\\u201d" in done.stdout


@pytest.mark.slow
def test_a_reader_of_the_output_that_goes_away_is_no_error(folder: Path) -> None:
    command = [sys.executable, "-c", START, "read", str(folder), "-f", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        errors = process.stderr.read().decode()
    assert process.returncode == 1
    assert "Traceback" not in errors


# What is refused


def test_a_bad_date(text: Path, folder: Path) -> None:
    assert "2024-02-30" in refused("W107", "read", text, "--date", "2024-02-30")
    refused("W107", "read", text, "--date", "12 maart 2031")
    refused("W107", "read", folder, "--date", "2024")


def test_a_language_without_a_pack(text: Path, tmp_path: Path) -> None:
    assert "nl" in refused("W203", "read", text, "--lang", "xx")
    german = tmp_path / "de.txt"
    german.write_text(GERMAN, encoding="utf-8")
    message = refused("W105", "read", german)
    assert "German (de)" in message and str(german) in message
    succeeded("read", german, "--lang", "nl", "--format", "json")


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("W101", b""),
        ("W101", b" \r\n\t"),
        ("W102", b"\x89PNG\r\n\x1a\n"),
        ("W102", bytes(range(256))),
        ("W103", b"\xff\xfea\x00\x00\xd8"),
    ],
)
def test_a_file_that_is_no_text(tmp_path: Path, code: str, content: bytes) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(content)
    assert str(file) in refused(code, "read", file)
    assert "stdin" in refused(code, "read", "-", stdin=content)


@pytest.mark.parametrize("name", ["weg.txt", "weg\nweg.txt", "\x1b[31mrood.txt", "", "a/" * 3000])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    refused("W104", "read", tmp_path / name if name else name)


def test_a_text_that_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "groot.txt"
    file.write_bytes(b"a " * 600_000)
    refused("W106", "read", file, "--max-mb", "1")


def test_a_folder_without_texts(tmp_path: Path) -> None:
    refused("W108", "read", tmp_path)


def test_a_pipeline_that_is_not_there(text: Path, tmp_path: Path) -> None:
    told = refused("W201", "read", text, "--pipeline", "nl_bestaat_niet")
    assert "pip install" not in told and "leave --pipeline away" in told
    refused("W201", "read", text, "--pipeline", "pytest")
    refused("W201", "read", text, "--pipeline", tmp_path)


def test_a_shipped_pipeline_that_is_not_there_is_told_by_its_wheel(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy

    from wederhoor.languages.pack import load_pack
    from wederhoor.reading import open_student
    from wederhoor.syntax.pipeline import load_pipeline

    def absent(name: object, **_: object) -> None:
        raise OSError(name)

    about = load_pack("nl").about
    assert about.wheel
    monkeypatch.setattr(spacy, "load", absent)
    load_pipeline.cache_clear()
    with pytest.raises(WederhoorError) as caught:
        open_student("nl")
    assert f"python -m pip install {about.wheel}." in caught.value.message
    assert "W201" in refused("W201", "read", text, "--lang", "nl")
    source = Path(__file__).parents[1]
    assert (source / about.wheel).is_file()
    assert (source / about.wheel).name.startswith(f"{about.pipeline}-")


def test_actors_file_with_an_error_stops_before_anything_is_read(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "actors.toml"
    file.write_text('[[actor]]\nname = "Haven Vooruit"\nkind = "club"\n', encoding="utf-8")
    assert "Line 3 of" in refused("W603", "read", folder, "--actors", file, "--format", "jsonl")
    refused("W605", "read", folder, "--actors", tmp_path / "weg.toml")


def test_a_pipeline_that_lacks_what_is_needed(text: Path, tmp_path: Path) -> None:
    import spacy

    blank = spacy.blank("nl")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path / "leeg")
    message = refused("W202", "read", text, "--pipeline", tmp_path / "leeg")
    assert "parts of speech" in message
    assert "dependency relations" in message
    assert "named entities" in message


def test_output_that_cannot_be_written(text: Path, folder: Path) -> None:
    refused("W401", "read", text, "--out", text.parent / "weg" / "uit.json")
    refused("W401", "read", text, "--out", text / "uit.json")
    refused("W401", "read", folder, "--format", "html")
    refused("W401", "read", folder, "--format", "html", "--out", text)


@pytest.mark.parametrize(
    "arguments", [["read"], ["read", "--vorm"], ["read", "x", "-f", "xml"], ["lees"], ["read", "x", "--max-mb", "0"]]
)
def test_wrong_usage_ends_with_code_2(arguments: list[str]) -> None:
    done = wederhoor(*arguments)
    assert done.returncode == 2
    assert b"Usage: " in done.stderr
    assert b"Traceback" not in done.stderr


# Events


def test_events_are_a_table_whatever_was_found(text: Path, folder: Path) -> None:
    header = succeeded("events", text).splitlines()[0]
    assert header.startswith("doc,event_id,code,mode,trigger,quote,start,end,agents,")
    out = text.with_name("uit.csv")
    (folder / "b.txt").unlink()
    assert succeeded("events", folder, text, "--date", "2031-03-12", "--lang", "nl", "--out", out) == ""
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"), newline="")))
    assert out.read_text(encoding="utf-8").count("doc,event_id,") == 1
    for row in rows:
        assert DUTCH[int(row["start"]) : int(row["end"])] == row["quote"]
        assert row["document_date"] == "2031-03-12"


def test_events_as_json_lines(text: Path) -> None:
    lines = succeeded("events", text, "-", "--format", "jsonl", stdin=DUTCH.encode()).splitlines()
    for line in lines:
        row = msgspec.json.decode(line)
        assert DUTCH[row["start"] : row["end"]] == row["quote"]


def test_a_spreadsheet_is_told_the_encoding(text: Path) -> None:
    assert succeeded("events", text, "--excel").startswith("\ufeffdoc;")
    assert not succeeded("events", text, "--excel", "--format", "jsonl").startswith("\ufeff")


def test_events_of_what_cannot_be_read(text: Path, folder: Path) -> None:
    done = wederhoor("events", folder, "--out", folder / "uit.csv")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[1] == "wederhoor: 3 of 4 texts were read."
    assert (folder / "uit.csv").read_text(encoding="utf-8").startswith("doc,")
    refused("W104", "events", text.with_name("weg.txt"))
    refused("W107", "events", text, "--date", "gisteren")
    assert "one of the files" in refused("W401", "events", text, "--out", text)
    refused("W401", "events", text, "--out", folder)


# Scores


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts of the gold, which are read fast."""
    folder = tmp_path_factory.mktemp("gold")
    for file in sorted(GOLD.glob("*.json"))[:2]:
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


@pytest.mark.slow
def test_scores_of_all_gold_as_a_table() -> None:
    table = succeeded("evaluate", GOLD)
    assert "14 documents" in table
    for row in ("content (Dice)", "end to end", "speaker right", "form right", "parent right"):
        assert row in table


@pytest.mark.slow
def test_scores_and_misses(gold: Path) -> None:
    record = msgspec.json.decode(succeeded("evaluate", gold, "--format", "json", "--errors"))
    assert record["attributions"]["documents"] == 2
    assert 0.5 < record["attributions"]["content"]["f1"] <= 1
    assert record["misses"]
    assert "misses" not in msgspec.json.decode(succeeded("evaluate", gold, "--format", "json"))
    assert " misses" in succeeded("evaluate", gold, "--errors")


def test_scores_and_misses_of_all_layers(tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_bytes((Path(__file__).parent / "data" / "oosterwaal.json").read_bytes())
    shown = succeeded("evaluate", gold, "--errors", "--layer", "events", "--layer", "causal")
    for title in ("Actors: 1", "Events: 1", "Claims: 1"):
        assert title in shown
    listed = shown[shown.index(" misses") :]
    assert set(re.findall(r"(?m)^(\w+): [\w ]+ \(\d+\)$", listed)) <= {"events", "causal"}
    layer = tmp_path / "events"
    layer.mkdir()
    (layer / "oosterwaal.json").write_text('{"doc": "oosterwaal", "events": [{"id": "E1"}]}', encoding="utf-8")
    for option in ("--events", "--entities", "--claims"):
        assert str(layer) in refused("W301", "evaluate", gold, option, layer)


@pytest.mark.slow
def test_a_pinned_floor_holds_until_it_is_raised(gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    succeeded("evaluate", gold, "--pin", floors)
    succeeded("evaluate", gold, "--gate", floors)
    raised, count = re.subn(r"(?m)^content = .*$", "content = 1.0", floors.read_text(encoding="utf-8"))
    assert count == 1
    floors.write_text(raised, encoding="utf-8")
    assert_refused_after_table("W303", "evaluate", gold, "--gate", floors)
    assert_refused_after_table("W303", "evaluate", gold, "--pin", floors)
    assert floors.read_text(encoding="utf-8") == raised
    succeeded("evaluate", gold, "--pin", floors, "--anew")
    assert "content = 1.0" not in floors.read_text(encoding="utf-8")
    (only, *_) = sorted(gold.iterdir())
    assert_refused_after_table("W304", "evaluate", only, "--gate", floors)


def assert_refused_after_table(code: str, *arguments: str | Path) -> None:
    """The scores are shown all the same: they tell what to repair."""
    done = wederhoor(*arguments)
    assert done.returncode == 2
    assert b"content (Dice)" in done.stdout
    assert [line[: len(f"wederhoor: {code}")] for line in done.stderr.decode().splitlines()] == [f"wederhoor: {code}"]


def test_gold_that_cannot_be_used(tmp_path: Path) -> None:
    refused("W104", "evaluate", tmp_path / "weg.json")
    refused("W301", "evaluate", tmp_path)
    bad = tmp_path / "fout.json"
    bad.write_text('{"doc": "x", "text": "a", "attributions": [{"id": "A1"}]}', encoding="utf-8")
    assert "content" in refused("W301", "evaluate", bad)


def test_floors_that_cannot_be_used(gold: Path, tmp_path: Path) -> None:
    assert_refused_after_table("W104", "evaluate", gold, "--gate", tmp_path / "weg.toml")
    assert_refused_after_table("W401", "evaluate", gold, "--pin", tmp_path / "weg" / "floors.toml")


# The rest


def test_schema() -> None:
    schema = msgspec.json.decode(succeeded("schema"))
    assert schema["$id"] == "urn:wederhoor.reading:1"
    assert {"Reading", "Attribution", "Actor", "Event", "Conflict"} <= set(schema["$defs"])


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_shows_an_example(command: str) -> None:
    shown = succeeded(command, "--help")
    assert re.search(r"Examples?\b", shown)
    assert f"wederhoor {command}" in shown.split("Example", 1)[1]


def test_help_names_every_command() -> None:
    shown = succeeded("--help")
    assert [command for command in COMMANDS if command not in shown] == []
    for argument in ([], ["--help"]):
        assert "Usage: " in (wederhoor(*argument).stdout + wederhoor(*argument).stderr).decode()


def test_version() -> None:
    assert succeeded("--version") == f"wederhoor {__version__}\n"


@pytest.mark.parametrize(
    "command", ["read", "events", "export", "accounts", "conflicts", "forecasts", "model", "compare"]
)
def test_every_command_on_texts_reads_them_by_the_same_options(command: str) -> None:
    shown = succeeded(command, "--help")
    for option in ("--date", "--metadata", "--actors", "--lexicon", "--pipeline", "--max-mb", "--lang"):
        assert option in shown


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["read", "--help"], ["schema"]])
def test_what_reads_nothing_loads_no_model_library(arguments: list[str]) -> None:
    script = (
        "import sys\n"
        f"sys.argv = ['wederhoor', *{arguments!r}]\n"
        "from wederhoor.cli import run\n"
        "try:\n    run()\n"
        "finally:\n    print([m for m in ('spacy', 'thinc', 'numpy', 'py3langid') if m in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_what_reads_loads_no_command_line_of_the_model_library_until_it_is_asked_for() -> None:
    script = (
        "import sys, wederhoor\n"
        "wederhoor.read_text('Ilse Aarden zegt dat de brug dicht blijft.', lang='nl')\n"
        "import spacy\n"
        "print([m for m in ('spacy.cli', 'weasel', 'httpx') if m in sys.modules])\n"
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)\n"
        "import spacy.cli\n"
        "print(callable(spacy.cli.download))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "True", "True"]


def test_the_package_is_a_command() -> None:
    done = subprocess.run([sys.executable, "-m", "wederhoor", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == succeeded("--version")
