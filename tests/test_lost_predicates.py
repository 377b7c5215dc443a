"""Verbs that the English parser has for nouns, and what hangs on the wrong word of a phrase without article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wederhoor.cases import build_case
from wederhoor.languages.pack import load_pack
from wederhoor.reading import Student
from wederhoor.records import Document
from wederhoor.records.parse import Parse
from wederhoor.running.account_models import account_models
from wederhoor.running.choosing import arguing
from wederhoor.syntax.lost_predicates import with_lost_predicates
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline

PACK = load_pack("en")
Read = Callable[[str], Parse]


@pytest.fixture(scope="module")
def read() -> Read:
    nlp = load_pipeline(PACK.about.pipeline, PACK.about.probe)
    return lambda text: parse(nlp, text, PACK)


def verbs(p: Parse) -> list[str]:
    return [p.words[w] for w in range(len(p)) if p.upos[w] == "VERB"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As prices rise, demand falls.", ["rise", "falls"]),
        ("Demand falls because rents increase.", ["falls", "increase"]),
        ("Tourism boosts rents.", ["boosts"]),
        ("Rents rise, so demand falls.", ["rise", "falls"]),
        ("A lack of rain leads to fewer tourists.", ["leads"]),
    ],
)
def test_a_clause_has_a_verb(read: Read, text: str, found: list[str]) -> None:
    assert verbs(with_lost_predicates(read(text), PACK)) == found


@pytest.mark.parametrize(
    "text",
    [
        "The report blamed inflation, wage cuts, and price falls.",
        "Costs such as price rises hit home owners.",
        "Prices fell, including price rises and wage falls.",
        "The police found drugs and gun parts.",
    ],
)
def test_what_is_no_clause_gets_no_verb(read: Read, text: str) -> None:
    p = read(text)
    assert verbs(with_lost_predicates(p, PACK)) == verbs(p)


@pytest.mark.parametrize(
    ("text", "cause", "effect", "sign"),
    [
        ("As prices rise, demand falls.", "prices", "demand", "-"),
        ("The more tourists there are, the fewer homes there are.", "tourists", "homes", "-"),
        ("If there are more tourists, there is more rubbish.", "tourists", "rubbish", "+"),
        ("As a result of less rain, harvests fall.", "rain", "harvests", "+"),
        ("Harvests fall owing to lower rainfall.", "rainfall", "harvests", "+"),
        ("Noise makes house prices fall.", "noise", "house prices", "-"),
    ],
)
def test_what_drives_what_in_short_clauses(student: Student, text: str, cause: str, effect: str, sign: str) -> None:
    study = student(Document(doc="x", text=text, lang="en", date="2031-03-12"))
    case = build_case([study], PACK)
    edges = [edge for one in account_models(arguing(case), case, [study]) for edge in one.model.edges]
    assert [(edge.cause, edge.effect, edge.sign) for edge in edges] == [(cause, effect, sign)]
