"""Plain English sentences about bare things that are verbs too, or that no parser has seen: what drives what, and which way."""

from __future__ import annotations

import pytest
from signed import Reader, score
from signed_english_more import ENGLISH_MORE


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader("en")


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        # nouns that are verbs too
        ("Tram fares curb pub visits.", ("tram fares", "pub visits", "-")),
        ("Canal walks drop because tram fares rise.", ("tram fares", "canal walks", "-")),
        ("Fewer barges bring more market stalls.", ("barges", "market stalls", "-")),
        ("More visitors may mean more noise.", ("visitors", "noise", "+")),
        ("Canal complaints decline as lock repairs increase.", ("lock repairs", "canal complaints", "-")),
        ("Each rise in tram fares brings a fall in pub visits.", ("tram fares", "pub visits", "-")),
        # clauses that clauses are below
        ("More noise means rents fall.", ("noise", "rents", "-")),
        ("Rents drop, which means thefts increase.", ("rents", "thefts", "-")),
        ("The more rents fall, the more thefts rise.", ("rents", "thefts", "-")),
        ("The more tourism drops, the more ferry traffic falls.", ("tourism", "ferry traffic", "+")),
        ("Where rents increase, pub visits decline.", ("rents", "pub visits", "-")),
        ("Rents fall and so pub visits rise.", ("rents", "pub visits", "-")),
        # what is made to change, or held
        ("Lock repairs make barge fines fall.", ("lock repairs", "barge fines", "-")),
        ("Lock repairs tend to increase barge fines.", ("lock repairs", "barge fines", "+")),
        ("Barge fines are driven down by lock repairs.", ("lock repairs", "barge fines", "-")),
        ("Without lock repairs there would be fewer barge fines.", ("lock repairs", "barge fines", "+")),
        ("Lock repairs have a negative effect on pub visits.", ("lock repairs", "pub visits", "-")),
        ("Lock repairs have an effect on pub visits.", ("lock repairs", "pub visits", "+")),
        ("Rising rents are behind the fall in pub visits.", ("rents", "pub visits", "-")),
        ("The rise in rents explains the fall in pub visits.", ("rents", "pub visits", "-")),
    ],
)
def test_a_plain_sentence_is_an_edge(reader: Reader, text: str, edge: tuple[str, str, str]) -> None:
    assert reader.edges(text) == {edge}


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        (
            "Fewer barges mean more thefts. This in turn leads to more fines.",
            {("barges", "thefts", "-"), ("thefts", "fines", "+")},
        ),
        (
            "More noise leads to fewer visits, which in turn brings lower rents.",
            {("noise", "visits", "-"), ("visits", "rents", "+")},
        ),
        (
            "Barge fines reduce noise and noise reduces pub visits.",
            {("barge fines", "noise", "-"), ("noise", "pub visits", "-")},
        ),
    ],
)
def test_a_chain_is_its_edges(reader: Reader, text: str, edges: set[tuple[str, str, str]]) -> None:
    assert reader.edges(text) == edges


@pytest.mark.parametrize(
    "text",
    [
        "Lock repairs do not reduce barge fines.",
        "Lock repairs hardly affect barge fines.",
        "Lock repairs rarely reduce barge fines.",
        "Lock repairs fail to reduce barge fines.",
        "Lock repairs have little effect on barge fines.",
        "Few lock repairs reduce barge fines.",
        "Lock repairs rise without reducing barge fines.",
        "Lock repairs rise but barge fines fall.",
        "Lock repairs rise while barge fines fall.",
        "It is unclear whether lock repairs reduce barge fines.",
        "The report explains the plan.",
    ],
)
def test_what_says_of_no_cause_is_no_edge(reader: Reader, text: str) -> None:
    assert reader.edges(text) == frozenset()


@pytest.mark.parametrize("name", ["fourth", "fifth"])
def test_generated_english_texts_are_read(name: str) -> None:
    exact = {"fourth": 85, "fifth": 60}[name]
    found = score(ENGLISH_MORE, name, 100)
    assert found.exact >= exact, found.line()
    assert found.signed == found.right, found.line()
