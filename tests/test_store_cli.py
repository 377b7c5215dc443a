"""Cases on the command line. Commands run in this process, with one pipeline; what is killed has one of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from command import run_here

from wederhoor.store import document_names, list_statements, open_store, shown, stored, summary

START = "from wederhoor.cli import run; run()"
HARBOUR = (
    "Burgemeester Anna Veldkamp zegt dat de haven van Oosterwaal open blijft. “Wij hebben alles gemeten”, zegt zij.\n"
)
QUAY = "Volgens wethouder Karel Brons is de kade te oud voor grote schepen. Hij beweerde dat de haven dicht gaat.\n"


def wederhoor(*arguments: str | Path, stdin: str = "") -> tuple[int, str, str]:
    done = run_here(*arguments, stdin=stdin.encode(), columns=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def succeeded(*arguments: str | Path, stdin: str = "") -> str:
    code, out, errors = wederhoor(*arguments, stdin=stdin)
    assert (code, errors) == (0, "")
    return out


def refused(code: str, *arguments: str | Path) -> str:
    status, _, errors = wederhoor(*arguments)
    assert status == 2
    assert errors.startswith(f"wederhoor: {code}: ")
    assert len(errors.splitlines()) == 1
    return errors


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "haven.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "kade.txt").write_text(QUAY, encoding="utf-8")
    return folder


def test_a_case_on_the_command_line(texts: Path, place: str) -> None:
    read = ("read", texts, "--date", "2024-03-04", "--into", place)
    assert ": 2 new, 0 read again, 0 unchanged; 2 documents in all.\n" in succeeded(*read)
    assert ": 0 new, 0 read again, 2 unchanged; 2 documents in all.\n" in succeeded(*read)
    (texts / "kade.txt").write_text(QUAY + "Brons zwijgt.\n", encoding="utf-8")
    assert ": 0 new, 1 read again, 1 unchanged; 2 documents in all.\n" in succeeded(*read)
    assert ": 0 new, 2 read again, 0 unchanged; 2 documents in all.\n" in succeeded(*read, "--again")
    # a case in place of texts: the same bytes
    for command in (("read", "--format", "jsonl"), ("events",)):
        name, *options = command
        assert succeeded(name, place, *options) == succeeded(name, texts, *options, "--date", "2024-03-04")
    told = msgspec.json.decode(succeeded("cases", place, "--format", "json", "--documents"))
    assert (told["documents"], told["statements"], told["unmatched"]) == (2, 4, 0)
    assert [document["doc"] for document in told["document_list"]] == ["haven", "kade"]
    assert "2 documents of 2024-03-04" in succeeded("cases", place)
    assert "1 of 1 statements" in succeeded("search", place, "haven", "beweren", "--sentences").replace(
        "sentences", "statements"
    )
    (line,) = succeeded("search", place, "oosterwaal", "--speaker", "veldkamp", "--format", "jsonl").splitlines()
    assert msgspec.json.decode(line)["speaker"] == "Anna Veldkamp"
    assert "[dat de haven van Oosterwaal open blijft]" in succeeded("search", place, "open blijven")
    # corrections
    assert succeeded("correct", place, "set", "haven", "A1", "speaker", "Jo Mast", "--who", "anna") == "1 set\n"
    assert (
        msgspec.json.decode(succeeded("read", place, "-f", "jsonl").splitlines()[0])["attributions"][0]["speaker"]
        == "Jo Mast"
    )
    assert ": 0 new, 2 read again" in succeeded(*read, "--again")
    assert "anna  set haven attributions" in succeeded("correct", place, "list")
    succeeded("correct", place, "undo", "1")
    assert "[undone by 2]" in succeeded("correct", place, "list")
    refused("W808", "correct", place, "reject", "haven", "A99")
    refused("W808", "search", place, "haven", "--speaker", "Nobody")
    refused("W809", "correct", place, "reject", "haven")
    refused("W811", "search", place, "!!")
    with open_store(place) as store, store.reading() as db:
        assert shown(db, "haven") == stored(db, "haven")


def test_words_are_quoted_to_correct_them(texts: Path, place: str) -> None:
    (texts / "kade.txt").write_text(QUAY + "De haven gaat dicht, zegt Brons. De haven gaat dicht.\n", encoding="utf-8")
    succeeded("read", texts, "--date", "2024-03-04", "--into", place)
    assert (
        succeeded("correct", place, "spans", "haven", "A1", "content", "de haven van Oosterwaal open blijft")
        == "1 spans\n"
    )
    assert "[de haven van Oosterwaal open blijft]" in succeeded("search", place, "open blijven")
    assert "te oud" in refused("W809", "correct", place, "spans", "haven", "A1", "content", "te oud")
    added = ("add", "kade", "attributions", "content=De haven gaat dicht", "speaker=Jo Mast", "attitude=fear")
    told = refused("W809", "correct", place, *added)
    first, last = (QUAY + "De haven gaat dicht, zegt Brons. ").rindex("De haven"), len(QUAY) + 33
    assert f"{first}, {last}" in told
    refused("W809", "correct", place, *added, "--at", "3")
    assert succeeded("correct", place, *added, "--at", str(last)) == "2 add\n"
    with open_store(place) as store, store.reading() as db:
        rows = [(row.speaker, row.attitude, row.start) for row in list_statements(db, doc="kade").rows]
        assert ("Jo Mast", "fear", last) in rows
        text = shown(db, "kade").reading.text
    claim = ("cause=de kade te oud", "effect=de haven dicht gaat", "sign=+")
    succeeded("correct", place, "add", "kade", "causal", *claim)
    with open_store(place) as store, store.reading() as db:
        (made,) = shown(db, "kade").reading.causal
        assert (text[slice(*made.cause)], text[slice(*made.effect)], made.sign) == (
            "de kade te oud",
            "de haven dicht gaat",
            "+",
        )
    assert "sign + " in succeeded("correct", place, "list").replace("\n", " ")
    for wrong in (
        ("kade", "causal", "oorzaak=de kade"),
        ("kade", "causal", "sign=+"),
        ("kade", "events", "trigger=dicht"),
    ):
        refused("W809", "correct", place, "add", *wrong)
    refused("W808", "correct", place, "add", "kade", "verses", "content=de kade")
    refused("W809", "correct", place, "spans", "haven", "A1", "content")


def test_two_actors_of_a_document_are_made_one(texts: Path, place: str) -> None:
    text = "Karel Brons sprak met Anna Veldkamp. Brons beweerde dat de haven dicht gaat."
    (texts / "kade.txt").write_text(text, encoding="utf-8")
    succeeded("read", texts, "--into", place)
    with open_store(place) as store, store.reading() as db:
        actors = {actor.name: actor for actor in shown(db, "kade").reading.actors}
    one, other = [*actors.values()][:2]
    succeeded("correct", place, "same", "kade", other.id, one.id)
    with open_store(place) as store, store.reading() as db:
        reading = shown(db, "kade").reading
    (found,) = [actor for actor in reading.actors if actor.id == one.id]
    assert {*found.mentions} == {*one.mentions, *other.mentions}
    assert other.name in found.aliases
    assert other.id not in msgspec.json.encode((reading.attributions, reading.events)).decode().split('"')
    assert "merge-actors kade actors" in succeeded("correct", place, "list")
    succeeded("correct", place, "undo", "1")
    with open_store(place) as store, store.reading() as db:
        assert shown(db, "kade") == stored(db, "kade")
    refused("W809", "correct", place, "same", "kade", one.id, one.id)


def test_a_conflict_between_documents_is_judged_by_its_statements(texts: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.db"
    succeeded("read", texts, "--date", "2024-03-04", "--into", case)

    def across() -> set[tuple[str, str]]:
        rows = msgspec.json.decode(succeeded("conflicts", case, "--format", "json"))
        return {(row["a_quote"], row["b_quote"]) for row in rows if row["a_doc"] != row["b_doc"]}

    before = across()
    assert before
    done = succeeded("correct", case, "reject", "haven", "A1", "kade", "A2", "--who", "bram")
    number, kind = done.split()
    assert kind == "reject"
    gone = ("dat de haven van Oosterwaal open blijft", "dat de haven dicht gaat")
    assert before - across() == {gone}
    assert f"haven conflicts “{gone[0]}” ↔ kade conflicts “{gone[1]}”" in succeeded("correct", case, "list")
    succeeded("correct", case, "undo", number)
    assert across() == before
    refused("W809", "correct", case, "reject", "haven", "A1", "kade")
    refused("W809", "correct", case, "reject", "haven", "A2", "kade", "A2")
    refused("W808", "correct", case, "confirm", "haven", "90-900", "kade", "A2")


def test_texts_of_one_name_from_two_places_are_both_kept(tmp_path: Path) -> None:
    case = tmp_path / "case.db"
    for folder, text in (("a", HARBOUR), ("b", QUAY), ("c", HARBOUR)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "brief.txt").write_text(text, encoding="utf-8")
    succeeded("read", tmp_path / "a" / "brief.txt", "--into", case)
    code, out, errors = wederhoor("read", tmp_path / "b" / "brief.txt", "--into", case)
    assert (code, errors.split(":")[1]) == (0, " W810")
    assert "1 new" in out
    assert "0 new" in succeeded("read", tmp_path / "c" / "brief.txt", "--into", case)  # the same as the first
    assert "1 new" in succeeded("read", "-", "--into", case, stdin=HARBOUR)
    assert "1 read again" in succeeded("read", "-", "--into", case, stdin=HARBOUR)
    code, out, _ = wederhoor("read", "-", "--into", case, stdin=QUAY)
    assert "1 new" in out
    with open_store(case) as store, store.reading() as db:
        assert document_names(db) == ["brief", "brief-2", "stdin", "stdin-2"]
        text = stored(db, "brief-2").reading.text
    assert text == QUAY
    with case.open("rb") as file:
        assert str(tmp_path).encode() not in file.read()


def test_what_is_no_case_is_refused_in_one_line(tmp_path: Path, texts: Path) -> None:
    refused("W801", "read", texts, "--into", texts / "haven.txt")
    assert (texts / "haven.txt").read_text(encoding="utf-8") == HARBOUR
    refused("W801", "cases", texts)
    refused("W804", "search", tmp_path / "none.db", "haven")
    refused("W805", "read", texts, "--into", tmp_path / "no" / "case.db")
    refused("W805", "cases", "postgresql://nobody@/none?host=/nowhere")
    (tmp_path / "other.db").write_bytes(b"SQLite format 3\0" + bytes(1000))
    refused("W801", "read", tmp_path / "other.db")


def test_a_bad_text_does_not_stop_an_import(tmp_path: Path, texts: Path) -> None:
    (texts / "leeg.txt").write_text(" \n", encoding="utf-8")
    code, out, errors = wederhoor("read", texts, "--into", tmp_path / "case.db")
    assert code == 2
    assert "2 new" in out
    assert "W101" in errors


@pytest.mark.slow
def test_an_import_that_is_killed_leaves_whole_documents_and_goes_on(tmp_path: Path) -> None:
    folder, case = tmp_path / "many", tmp_path / "case.db"
    folder.mkdir()
    for number in range(200):
        (folder / f"t{number:03}.txt").write_text(HARBOUR.replace("alles", f"de {number + 2} kades"), encoding="utf-8")
    command = [sys.executable, "-c", START, "read", str(folder), "--into", str(case)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            time.sleep(0.05)
            if case.exists() and case.stat().st_size > 0 and _count(case) > 30:
                process.send_signal(signal.SIGKILL)
    before = _count(case)
    assert 30 < before < 200
    out = succeeded("read", folder, "--into", case)
    assert f": {200 - before} new, 0 read again, {before} unchanged; 200 documents in all." in out
    with open_store(case) as store, store.reading() as db:
        assert summary(db).unmatched == 0
        assert summary(db).statements == 400
        assert len(list_statements(db, limit=1000).rows) == 400


def _count(case: Path) -> int:
    import sqlite3

    connection = sqlite3.connect(case)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()
