"""Commands and pages count and join alike: who speaks in a case, how much each says, and in how many conflicts each is."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select, update
from typer.testing import CliRunner
from web_case import client

from wederhoor.cli.main import app
from wederhoor.store import (
    correct,
    find_speakers,
    list_speakers,
    list_statements,
    match_documents,
    open_store,
    remove_document,
    search_statements,
    summary,
)
from wederhoor.store.schema import spoken, state

TEXTS = {
    "krant": "De sluis van Waterveen ging dicht. Wethouder Anna Visser ontkent dat de sluis lekt. "
    "Volgens de Zeebond lekt de sluis. De regering zegt dat de sluis veilig is. De bewoners zeggen dat de sluis lekt. "
    "Iedereen zegt dat het een schande is. Directeur Piet Kramer van de Zeebond noemt de sluis een gevaar.",
    "blad": "Wethouder Visser zegt dat de sluis niet lekt. Piet Kramer zegt dat de sluis lekt. "
    "De bewoners zeggen dat de sluis veilig is. De regering zegt dat de sluis lekt. "
    "Een woordvoerder van de Zeebond zegt dat de sluis gevaarlijk is. Iedereen zegt dat het meevalt.",
    "post": "Volgens het ministerie van Water is de sluis veilig. Kramer vreest dat de sluis lekt. "
    "De bewoners zeggen dat de sluis open moet. Trainer Bert Visser zegt dat de sluis mooi is.",
}


def run(*arguments: str | Path) -> str:
    done = CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    for name, words in TEXTS.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    place = folder / "sluis.db"
    run("read", *sorted(folder.glob("*.txt")), "--into", place)
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "sluis.db"
    copy.write_bytes(made.read_bytes())
    return copy


def told(place: Path) -> Counter[tuple[str, int]]:
    """By the command the holders that are no authors, with how much each says."""
    report = json.loads(run("accounts", place, "--format", "json"))
    holders = {a["id"]: a["holder"] for a in report["accounts"] if not a["author_of"]}
    case = json.loads(run("accounts", place, "--format", "json"))
    said = Counter({a["id"]: len(a["statements"]) for a in case["accounts"]})
    return Counter((name, said[key]) for key, name in holders.items() if said[key])


def stands(place: Path) -> Counter[tuple[str, int]]:
    with open_store(place) as store, store.reading() as db:
        return Counter((row.name, row.statements) for row in list_speakers(db).rows)


def test_commands_and_pages_have_the_same_speakers_with_as_many_statements(place: Path) -> None:
    with open_store(place) as store, client(store) as web:
        pages = web.get("/accounts.json").json()
    shown = Counter((row["name"], row["statements"]) for row in pages["rows"])
    assert told(place) == shown == stands(place)
    names = Counter(name for name, _ in shown.elements())
    assert names["bewoners"] == 3  # of three texts, who nobody knows to be the same
    assert names["Anna Visser"] == names["Zeebond"] == names["Piet Kramer"] == names["Bert Visser"] == 1
    assert not {"iedereen", "Visser", "Kramer", "de bewoners"} & {*names}
    assert f"{sum(names.values())} speakers" in run("cases", place)


def test_commands_and_pages_have_the_same_conflicts(place: Path) -> None:
    report = json.loads(run("accounts", place, "--format", "json"))
    holders = {a["id"]: a["holder"] for a in report["accounts"]}
    between = Counter(
        frozenset(holders[row[f"{side}_account"]] for side in "ab")
        for row in report["conflicts"]
        if row["a"]["doc"] != row["b"]["doc"] and None not in (row["a"]["holder"], row["b"]["holder"])
    )
    with open_store(place) as store, client(store) as web:
        pages = web.get("/conflicts/across.json").json()
    text = json.dumps(pages, ensure_ascii=False)
    assert all(name in text for pair in between for name in pair)


def test_a_name_of_one_text_finds_all_that_its_holder_says(place: Path) -> None:
    with open_store(place) as store, store.reading() as db:
        for name in ("Visser", "wethouder visser", "Anna Visser"):
            found = [row.name for row in find_speakers(db, name)]
            assert "Anna Visser" in found or not found
        [bond] = find_speakers(db, "Zeebond")
        assert {row.doc for row in list_statements(db, speaker=bond.id).rows} == {"krant", "blad"}
        found = search_statements(db, "sluis", speaker=bond.id)
        assert {row.doc for row in found.rows} == {"krant", "blad"}
        assert summary(db).speakers == len(list_speakers(db).rows)


def test_a_text_that_comes_or_goes_changes_who_is_one(place: Path, tmp_path: Path) -> None:
    more = tmp_path / "later.txt"
    more.write_text(
        "Wethouder Karel Visser zegt dat de sluis opengaat. Volgens de Zeebond en Piet Kramer lekt de sluis.", "utf-8"
    )
    run("read", more, "--into", place)
    assert told(place) == stands(place)
    names = {name for name, _ in stands(place)}
    assert {"Anna Visser", "Karel Visser", "Visser"} <= names  # of two nobody knows which is meant
    with open_store(place) as store:
        with store.writing() as db:
            assert remove_document(db, "later")
        match_documents(store)
    assert told(place) == stands(place)
    assert "Visser" not in {name for name, _ in stands(place)}


def test_people_have_the_last_word(place: Path) -> None:
    with open_store(place) as store:
        with store.writing() as db:
            correct(db, "anna", "merge-actors", payload={"name": "Zeebond", "members": ["bewoners", "Piet Kramer"]})
        match_documents(store)
        with store.reading() as db:
            names = {row.name for row in list_speakers(db).rows}
            assert not {"bewoners", "Piet Kramer"} & names
            [bond] = find_speakers(db, "Kramer")
            assert bond.name == "Zeebond"
            rows = list_statements(db, speaker=bond.id).rows
            assert {row.doc for row in rows} == {"krant", "blad", "post"}
    report = json.loads(run("accounts", place, "--format", "json"))
    [account] = [a for a in report["accounts"] if a["holder"] == "Zeebond"]
    assert len(account["statements"]) == len(rows)


def test_what_was_found_is_found_again_and_changes_nothing(place: Path) -> None:
    with open_store(place) as store:
        with store.reading() as db:
            before = list_speakers(db).rows, db.execute(select(spoken)).all()
        with store.writing() as db:
            db.execute(update(state).values(unjoined=1))
        match_documents(store)
        with store.reading() as db:
            assert (list_speakers(db).rows, db.execute(select(spoken)).all()) == before
            assert db.execute(select(state.c.unjoined)).scalar_one() == 0
