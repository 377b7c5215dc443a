"""A fault of the program in one of many texts costs that text only."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from command import run_here
from rich.console import Console

import wederhoor.reading.reader
from wederhoor.cli.progress import LONG, Bars
from wederhoor.reading import open_student
from wederhoor.records import Document

DUTCH = "De burgemeester van {} zegt dat de brug over de Lemmer dicht blijft, maar de vissers geloven hem niet.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three texts, of which the reader stumbles over one."""
    from wederhoor.reading.causes import find_causes as whole
    from wederhoor.reading.text import Text

    def stumbling(text: Text) -> object:
        if "Kadijk" in text.parse.text:
            raise IndexError("list index out of range")
        return whole(text)

    monkeypatch.setattr(wederhoor.reading.reader, "find_causes", stumbling)
    monkeypatch.setenv("WEDERHOOR_DEBUG", "")
    for name, place in (("a", "Oosterwaal"), ("b", "Kadijk"), ("c", "Ommeldam")):
        (tmp_path / f"{name}.txt").write_text(DUTCH.format(place), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [("read", "--format", "jsonl"), ("events",), ("accounts",), ("forecasts", "--format", "csv"), ("read", "--into")],
)
def test_it_costs_that_text_only(folder: Path, command: tuple[str, ...]) -> None:
    case = [folder / "zaak.db"] if "--into" in command else []
    done = run_here(*command, *case, folder)
    assert done.returncode == 2
    told = done.stderr.decode().splitlines()
    assert told[0].startswith(f"wederhoor: W110: {folder / 'b.txt'} could not be read") and "IndexError in " in told[0]
    assert "test_faults.py" in told[0] and "--debug" in told[0]
    assert told[1:] == ["wederhoor: 2 of 3 texts were read."]
    if command[0] == "read":
        assert b"2 new" in done.stdout if case else done.stdout.count(b"\n") == 2


def test_one_text_alone_is_told_without_a_traceback(folder: Path) -> None:
    done = run_here("read", folder / "b.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"wederhoor: W110: ") and done.stderr.count(b"\n") == 1


def test_debug_shows_where(folder: Path) -> None:
    done = run_here("--debug", "read", folder / "b.txt")
    assert done.returncode == 2
    assert b"Traceback" in done.stderr and b"IndexError: list index out of range" in done.stderr
    assert b"wederhoor: W110: " in done.stderr


def test_how_far_a_long_text_is_can_be_followed() -> None:
    shares: list[float] = []
    text = "".join(DUTCH.format("Oosterwaal") + "\n" for _ in range(40))
    student = open_student("nl", follow=shares.append)
    student(Document(doc="lang", text=text))
    assert len(shares) > 40
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.1 and 0.9 < shares[-1] <= 1


def test_a_long_text_has_a_bar_on_a_terminal_and_a_short_one_none() -> None:
    for length, there in ((LONG - 1, False), (LONG, True)):
        shown = io.StringIO()
        bar = Bars(1, Console(file=shown, force_terminal=True, width=80))
        with bar.shown():
            bar.begin(length)
            bar.follow(0.5)
        assert ("50%" in shown.getvalue()) == there
