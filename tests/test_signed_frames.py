"""Plain signed sentences whose clauses stand in another frame: clefts, reasons, what is lacked, what leads by way of another."""

from __future__ import annotations

import pytest
from signed import Edge, Reader


@pytest.fixture(scope="module")
def readers() -> dict[str, Reader]:
    return {lang: Reader(lang) for lang in ("nl", "en")}


@pytest.mark.parametrize(
    ("lang", "text", "edges"),
    [
        ("nl", "Het dalen van de huur leidt tot meer vraag.", ["huur vraag -"]),
        ("nl", "Het afschaffen van de subsidies remt de handel.", ["subsidies handel +"]),
        ("nl", "Wat de turfvraag tempert, is de drukte.", ["drukte turfvraag -"]),
        ("nl", "De reden dat de drukte oploopt, is dat de huren dalen.", ["huren drukte -"]),
        ("nl", "Stel dat de huur stijgt, dan daalt de vraag.", ["huur vraag -"]),
        ("nl", "Zonder toezicht geen rust.", ["toezicht rust +"]),
        ("nl", "Zonder toezicht meer onrust.", ["toezicht onrust -"]),
        ("nl", "Bij gebrek aan regen mislukt de oogst.", ["regen oogst +"]),
        ("nl", "Minder regen, dus meer honger.", ["regen honger -"]),
        ("nl", "Het gevolg van de droogte: minder handel.", ["droogte handel -"]),
        ("nl", "Meer drukte draagt ertoe bij dat de rust afneemt.", ["drukte rust -"]),
        ("nl", "Meer drukte leidt via minder rust tot meer stress.", ["drukte rust -", "rust stress -"]),
        (
            "nl",
            "Meer drukte leidt tot minder rust, en minder rust tot meer stress.",
            ["drukte rust -", "rust stress -"],
        ),
        ("nl", "Meer drukte of minder rust leidt tot meer stress.", ["drukte stress +", "rust stress -"]),
        ("nl", "Als de drukte stijgt, daalt de rust en stijgt de stress.", ["drukte rust -", "drukte stress +"]),
        ("nl", "De drukte remt de handel en schaadt de rust.", ["drukte handel -", "drukte rust -"]),
        ("nl", "De onrust neemt toe nu de huren stijgen.", ["huren onrust +"]),
        ("nl", "Te veel drukte leidt tot minder rust.", ["drukte rust -"]),
        ("nl", "De drukte gaat ten koste van de rust.", ["drukte rust -"]),
        ("en", "That rents fall is due to the rise in noise.", ["noise rents -"]),
        ("en", "The reason that rents fall is that noise rises.", ["noise rents -"]),
        ("en", "Noise is what lowers rents.", ["noise rents -"]),
        ("en", "It is not smoke but noise that lowers rents.", ["noise rents -"]),
        ("en", "Were rents to fall, demand would rise.", ["rents demand -"]),
        ("en", "If rents were to fall, demand would rise.", ["rents demand -"]),
        ("en", "Should rents fall, demand will rise.", ["rents demand -"]),
        ("en", "Had rents fallen, demand would have risen.", ["rents demand -"]),
        ("en", "Inflation, which fuels unrest, undermines trust.", ["inflation unrest +", "inflation trust -"]),
        ("en", "Inflation, in turn, undermines trust.", ["inflation trust -"]),
        ("en", "Demand fell; rents therefore rise.", ["demand rents -"]),
        ("en", "Less and less rain leads to more unrest.", ["rain unrest -"]),
        ("en", "Less rain explains why demand falls.", ["rain demand +"]),
        ("en", "Without trade, no prosperity.", ["trade prosperity +"]),
        ("en", "For lack of rain, harvests fail.", ["rain harvests +"]),
        ("en", "More noise leads via less trade to more unrest.", ["noise trade -", "trade unrest -"]),
        ("en", "Noise and crime reinforce each other.", ["noise crime +", "crime noise +"]),
        ("en", "Both more noise and less trade bring more unrest.", ["noise unrest +", "trade unrest -"]),
        ("en", "If noise rises, trade falls and unrest mounts.", ["noise trade -", "noise unrest +"]),
        ("en", "Noise reduces the risk of unrest.", ["noise unrest -"]),
        ("en", "It is not true that noise boosts trade.", []),
        ("en", "Lower rents push up demand.", ["rents demand -"]),
        ("en", "Higher rents drive down demand.", ["rents demand -"]),
        ("nl", "De brug kost zijn dorp zes ton.", []),
    ],
)
def test_a_clause_in_a_frame(readers: dict[str, Reader], lang: str, text: str, edges: list[str]) -> None:
    assert readers[lang].edges(text) == {_edge(edge) for edge in edges}


def _edge(edge: str) -> Edge:
    cause, effect, sign = edge.split()
    return cause, effect, sign


def test_what_upsets_something_has_no_direction(readers: dict[str, Reader]) -> None:
    assert {edge[2] for edge in readers["nl"].edges("Straatlantaarns maken bomen van slag.")} <= {"0"}
