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


LEAST_SHOWN = 0.83
LEAST_SHOWN_SECOND = 0.55
MOST_TRAPS = 0.03


@pytest.mark.parametrize(("name", "least"), [("building", LEAST_SHOWN), ("second", LEAST_SHOWN_SECOND)])
def test_what_is_opposed_is_shown(name: str, least: float) -> None:
    found = shown(pairs(f"opposed-{name}"))
    assert sum(found) >= least * len(found)


@pytest.mark.parametrize("name", ["building", "second"])
def test_what_only_looks_opposed_is_not_shown(name: str) -> None:
    rows = pairs(f"traps-{name}")
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
        # the noun behind a verb of saying is its subject
        ("De molen is niet veilig, oordeelt de inspectie.", "De molen is veilig, oordeelt de eigenaar."),
        # a noun for what is done, and its verb
        ("De kas is gecontroleerd, zegt de molenaar.", "Een controle van de kas is er nooit geweest, zegt de bond."),
        ("De brand is het gevolg van een lek, zegt de molenaar.", "De brand kwam door een kaars, zegt de bond."),
        ("De molenaar stapte op uit woede, zegt de bond.", "De molenaar stapte op vanwege zijn knie, zegt zijn zus."),
        # phrases
        ("Het was de molenaar die de schuur bouwde, zegt de bond.", "De schuur is door de smid gebouwd, zegt de buur."),
        ("Honden moeten aan de lijn, zegt de bond.", "Honden hoeven niet aan de lijn, zegt de buur."),
        ("Er staan 80 molens in de polder, zegt de bond.", "De polder telt 140 molens, zegt de buur."),
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De pont vaart niet, zegt de schipper.", "De reder verwacht dat de pont zondag weer zal varen."),
        ("De pont vaart niet, zegt de schipper.", "De reder verwacht dat de pont maandag weer vaart."),
        ("De tunnel is dicht, zegt de wachter.", "De tunnel gaat in juni weer open, zegt de provincie."),
    ],
)
def test_what_will_be_so_again_is_no_denial_of_what_is(one: str, other: str) -> None:
    assert not _one(one, other)


def test_one_holder_is_not_in_conflict_with_himself() -> None:
    assert not _one("De molen is veilig, zegt Anna Tadema.", "De molen is onveilig, zegt Anna Tadema.")


def test_what_an_unread_report_says_is_not_put_in_the_authors_mouth() -> None:
    assert not _one("Zo ging het, aldus men, de molen is onveilig.", "De molen is veilig, zegt de molenaar.")
