"""What people say of issues holds on to words, and outlives reading again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command import run_here

FIRST = """Volgens burgemeester Anna Visser is er een vergunning voor de brug.

Boer Tom Haak zegt dat er nooit een vergunning voor de brug is geweest.
"""
SECOND = """Wethouder Piet Kramer zegt dat de gemeente de molen heeft gesloopt. Boerin Els Prins ontkent dat de gemeente de \
molen heeft gesloopt.
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    (tmp_path / "krant.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "blad.txt").write_text(SECOND, encoding="utf-8")
    case = tmp_path / "zaak.db"
    read(case)
    return case


def read(case: Path, *more: str) -> None:
    texts = [case.parent / name for name in ("krant.txt", "blad.txt")]
    done = run_here("read", *texts, "--lang", "nl", "--date", "2031-05-12", "--into", case, *more)
    assert done.returncode == 0, done.stderr


def correct(case: Path, *arguments: str) -> None:
    done = run_here("correct", case, *arguments)
    assert done.returncode == 0, done.stderr


def report(case: Path) -> dict[str, Any]:
    done = run_here("accounts", case, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def ids(case: Path) -> dict[str, str]:
    """The statement of each speaker."""
    found = report(case)
    return {a["holder"]: a["statements"][0]["id"] for a in found["accounts"] if a["statements"]}


def test_an_issue_has_the_name_that_a_person_gave_it(kept: Path) -> None:
    correct(kept, "name-issue", "De vergunning", "krant", ids(kept)["Tom Haak"])
    (kept.parent / "krant.txt").write_text(f"Het regende in Marnveld.\n\n{FIRST}", encoding="utf-8")
    read(kept, "--again")
    assert sorted(str(issue["name"]) for issue in report(kept)["issues"]) == ["De vergunning", "None"]
    assert "De vergunning" in run_here("accounts", kept).stdout.decode()


def test_issues_are_made_one_and_parted_and_that_is_undone(kept: Path) -> None:
    said = ids(kept)
    correct(kept, "merge-issues", "krant", said["Tom Haak"], "blad", said["Els Prins"])
    [issue] = report(kept)["issues"]
    assert len(issue["positions"]) == 4
    correct(kept, "split-issue", "blad", said["Els Prins"])
    correct(kept, "undo", "1")
    assert len(report(kept)["issues"]) == 2


def test_a_statement_takes_another_position(kept: Path) -> None:
    said = ids(kept)
    correct(kept, "merge-issues", "krant", said["Tom Haak"], "blad", said["Els Prins"])
    correct(kept, "move-position", "blad", said["Els Prins"], "krant", said["Tom Haak"])
    [issue] = report(kept)["issues"]
    holders = [{held["quote"]["holder"] for held in position["held"]} for position in issue["positions"]]
    assert {"Tom Haak", "Els Prins"} in holders


def test_what_puts_nothing_forward_takes_no_position_by_it(tmp_path: Path) -> None:
    (tmp_path / "krant.txt").write_text(FIRST.partition("\n\n")[0], encoding="utf-8")
    (tmp_path / "blad.txt").write_text(
        "Boerin Els Prins zegt dat er geen vergunning voor de brug is.", encoding="utf-8"
    )
    case = tmp_path / "zaak.db"
    read(case)
    assert len(report(case)["issues"]) == 1
    correct(case, "no-claim", "blad", ids(case)["Els Prins"])
    assert report(case)["issues"] == []


def test_what_is_not_there_is_refused(kept: Path) -> None:
    done = run_here("correct", kept, "name-issue", "De vergunning", "krant", "A99")
    assert (done.returncode, b"W808" in done.stderr) == (2, True)
