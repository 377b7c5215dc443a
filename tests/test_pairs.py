"""Bare pairs: what everybody can see to be opposed is shown, and what only looks so is not."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent / "gold" / "pairs" / "score.py"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pairs_score", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs(name: str) -> list[tuple[str, str, str]]:
    return list(script().pairs(name))


def shown(rows: Sequence[tuple[str, str, str]]) -> list[bool]:
    return list(script().shown(rows))


LEAST_SHOWN = 0.76
MOST_TRAPS = 0.03


def test_what_is_opposed_is_shown() -> None:
    found = shown(pairs("opposed-building"))
    assert sum(found) >= LEAST_SHOWN * len(found)


def test_what_only_looks_opposed_is_not_shown() -> None:
    rows = pairs("traps-building")
    wrong = [row for row, hit in zip(rows, shown(rows), strict=True) if hit]
    assert len(wrong) <= MOST_TRAPS * len(rows), wrong


def _one(one: str, other: str) -> bool:
    return shown([("", one, other)]) == [True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "De gemeente heeft de molen gesloopt, zegt de molenaar.",
            "Volgens de gemeente is de molen niet door de gemeente gesloopt.",
        ),
        ("De kapitein zegt dat er een reddingsplan is.", "Volgens de bond ontbreekt een reddingsplan."),
        ("De loods is onveilig, zegt de eigenaar.", "De inspecteur zegt dat de loods veilig is."),
    ],
)
def test_voice_and_form_make_no_difference(one: str, other: str) -> None:
    assert _one(one, other)


@pytest.mark.parametrize(
    "other",
    [
        "De molenaar ontkent dat de gemeente de molen heeft gesloopt.",
        "Volgens de molenaar heeft de gemeente de molen niet gesloopt.",
    ],
)
def test_a_denial_is_worth_the_assertion_of_the_opposite(other: str) -> None:
    assert _one("De gemeente heeft de molen gesloopt, zegt de buurman.", other)
    assert not _one("De buurman zegt dat de gemeente de molen niet heeft gesloopt.", other)


def test_one_holder_is_not_in_conflict_with_himself() -> None:
    assert not _one("De molen is veilig, zegt Anna Tadema.", "De molen is onveilig, zegt Anna Tadema.")


def test_what_an_unread_report_says_is_not_put_in_the_authors_mouth() -> None:
    assert not _one("Zo ging het, aldus men, de molen is onveilig.", "De molen is veilig, zegt de molenaar.")
