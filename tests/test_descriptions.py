"""What people say of a text beside its words, at the terminal: it is read with that, also when the text comes again."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import run_here

from wederhoor.store import document_row, open_store, remove_document

TEXT = "Volgens Karel Brons stort de kade volgende week in.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    text = tmp_path / "kade.txt"
    text.write_text(TEXT, encoding="utf-8")
    case = tmp_path / "haven.db"
    assert take_in(text, case).startswith("1 new")
    return case


def take_in(text: Path, case: Path) -> str:
    done = run_here("read", text, "--into", case)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().partition(": ")[2]


def describe(case: Path, *said: str) -> str:
    done = run_here("correct", case, "describe", *said, "--who", "piet")
    return done.stdout.decode() + done.stderr.decode()


def day(case: Path) -> str | None:
    with open_store(case) as store, store.reading() as db:
        return document_row(db, "kade").date


def first_day(case: Path) -> str:
    """The first day on which a forecast of the text may come true, which hangs on the text's own day."""
    return run_here("forecasts", case, "--format", "csv").stdout.decode()


def test_a_text_is_read_again_with_its_day(place: Path) -> None:
    assert "2031-05" not in first_day(place)
    assert describe(place, "kade", "date", "2031-05-14") == "1 describe\n"
    assert day(place) == "2031-05-14"
    assert "2031-05-19" in first_day(place)
    log = run_here("correct", place, "list").stdout.decode()
    assert "piet  describe kade date 2031-05-14" in log
    assert run_here("correct", place, "undo", "1").returncode == 0
    assert day(place) is None


def test_it_holds_when_the_text_comes_again(place: Path) -> None:
    text = place.parent / "kade.txt"
    describe(place, "kade", "date", "2031-05-14")
    assert take_in(text, place).startswith("0 new, 1 read again")
    assert take_in(text, place).startswith("0 new, 0 read again, 1 unchanged")
    text.write_text(TEXT + "Er is meer.\n", encoding="utf-8")  # the same text from the same place, some words later
    take_in(text, place)
    assert day(place) == "2031-05-14"
    with open_store(place) as store, store.writing() as db:
        remove_document(db, "kade")
    take_in(text, place)
    assert day(place) is None  # another text than that of which it was said
    with open_store(place) as store, store.writing() as db:
        remove_document(db, "kade")
    text.write_text(TEXT, encoding="utf-8")
    take_in(text, place)
    assert day(place) == "2031-05-14"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (("kade", "date", "2031-02-30"), "W809"),
        (("kade", "colour", "blue"), "W809"),
        (("kade", "lang", "fr"), "W105"),
        (("kade", "lang", ""), "W809"),
        (("kade", "lang", "nl"), "W809"),
        (("dijk", "date", "2031-02-03"), "W808"),
        (("kade", "date"), "W809"),
    ],
)
def test_what_cannot_be_said_of_a_text_is_refused(place: Path, said: tuple[str, ...], code: str) -> None:
    assert code in describe(place, *said)
    assert run_here("correct", place, "list").stdout == b""
