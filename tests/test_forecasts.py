"""Forecasts: statements about the future, by whose word, on what condition and when."""

from __future__ import annotations

import pytest

import wederhoor
from wederhoor.records import Reading


def read(text: str) -> Reading:
    return wederhoor.read_text(text, lang="nl", date="2031-03-12")


def spans(text: str) -> list[tuple[str, str]]:
    """Kind and words of each forecast."""
    return [(f.kind, text[slice(*f.span)]) for f in read(text).forecasts]


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("De prijzen zullen stijgen.", "expectation", "De prijzen zullen stijgen"),
        ("Het bedrijf gaat vijf winkels sluiten.", "plan", "Het bedrijf gaat vijf winkels sluiten"),
        ("De gemeente wil de brug sluiten.", "plan", "De gemeente wil de brug sluiten"),
        ("De toren dreigt in te storten.", "expectation", "De toren dreigt in te storten"),
        ("De raad is van plan de sluis te verkopen.", "plan", "De raad is van plan de sluis te verkopen"),
        ("Er komt een nieuwe brug.", "expectation", "Er komt een nieuwe brug"),
        ("Morgen begint het feest in Sarvik.", "expectation", "Morgen begint het feest in Sarvik"),
        ("De minister treedt over twee weken af.", "plan", "De minister treedt over twee weken af"),
        ("Vanaf volgend jaar betalen reizigers meer.", "plan", "Vanaf volgend jaar betalen reizigers meer"),
        ("De bond verwacht een lange staking.", "expectation", "een lange staking"),
        ("Ilse Aarden vreest dat de haven verdwijnt.", "expectation", "de haven verdwijnt"),
        ("De bond beloofde de haven te openen.", "plan", "de haven te openen"),
        ("“Wij zullen de haven verdedigen,” zei Ilse Aarden.", "plan", "Wij zullen de haven verdedigen"),
        ("De ouders stappen naar de rechter.", "plan", "De ouders stappen naar de rechter"),
        ("In het zuiden dreigt een tekort aan water.", "expectation", "In het zuiden dreigt een tekort aan water"),
        ("De sluis is kapot. Tot die tijd blijft de haven dicht.", "expectation", "Tot die tijd blijft de haven dicht"),
        ("Het bad gaat op zijn vroegst in juni open.", "expectation", "Het bad gaat op zijn vroegst in juni open"),
        ("Ilse Aarden waarschuwde dat de haven dichtslibt.", "expectation", "de haven dichtslibt"),
        ("De kans is groot dat de brug sluit.", "expectation", "de brug sluit"),
        ("Het ziet ernaar uit dat de club degradeert.", "expectation", "de club degradeert"),
        ("De verwachting is dat de prijzen verder stijgen.", "expectation", "de prijzen verder stijgen"),
        ("“Ik beloof dat de brug er komt,” zegt Ilse Aarden.", "plan", "de brug er komt"),
        (
            "Vanmiddag wordt op het plein een boom geplant.",
            "expectation",
            "Vanmiddag wordt op het plein een boom geplant",
        ),
        (
            "De verbouwing neemt nog zeker vijf maanden in beslag.",
            "expectation",
            "De verbouwing neemt nog zeker vijf maanden in beslag",
        ),
        (
            "Daardoor dreigt in het dal een tekort aan water.",
            "expectation",
            "Daardoor dreigt in het dal een tekort aan water",
        ),
        ("Naar verwachting opent de brug in mei.", "expectation", "Naar verwachting opent de brug in mei"),
        ("De rente kruipt naar vier procent.", "expectation", "De rente kruipt naar vier procent"),
        ("De nieuwe school komt aan de haven te staan.", "expectation", "De nieuwe school komt aan de haven te staan"),
    ],
)
def test_signals_of_the_future(text: str, kind: str, span: str) -> None:
    assert spans(text) == [(kind, span)]


@pytest.mark.parametrize(
    "text",
    [
        "De prijzen stegen.",
        "De brug moet morgen open.",
        "Zullen de prijzen stijgen?",
        "Ilse Aarden hoopt dat de haven opengaat.",
        "Hij wil graag winnen.",
        "Elke maandag vergadert de raad.",
        "De raad heeft maandag vergaderd.",
        "Ga morgen niet naar de haven.",
        "De kinderen gaan vaak zwemmen.",
        "Niemand weet of de prijzen zullen stijgen.",
        "De boot zal gisteren zijn vertrokken.",
        "De ontmoeting van beide ministers, voorzien voor donderdag, is van de baan.",
        "De verwachting was dat de prijzen zouden stijgen.",
        "De kans is klein dat de brug sluit.",
        "De brug is nog geen jaar oud.",
        "De haven was nog een week geleden dicht.",
    ],
)
def test_what_is_no_forecast(text: str) -> None:
    assert spans(text) == []


def test_the_condition_stands_apart() -> None:
    text = "Als de dijk breekt, zal het dorp onderlopen."
    forecast = read(text).forecasts[0]
    assert text[slice(*forecast.span)] == "zal het dorp onderlopen"
    assert forecast.condition is not None and text[slice(*forecast.condition)] == "de dijk breekt"


def test_what_a_condition_brings_about_is_a_forecast() -> None:
    text = "Als de dijk breekt, loopt het dorp onder."
    assert spans(text) == [("expectation", "loopt het dorp onder")]


def test_the_purpose_is_no_part_and_the_result_is() -> None:
    assert spans("De stad zal de brug sluiten om geld te besparen.") == [("expectation", "De stad zal de brug sluiten")]
    assert spans("De huren zullen stijgen, waardoor winkels sluiten.") == [
        ("expectation", "De huren zullen stijgen, waardoor winkels sluiten")
    ]


def test_whose_plan_it_is() -> None:
    reading = read("De gemeente Sarvik wil de brug sluiten.")
    assert reading.attributions[0].speaker is not None
    assert [f.holder for f in reading.forecasts] == [reading.attributions[0].id]
    assert read("De brug zal sluiten.").forecasts[0].holder == "author"


def test_a_report_in_the_past_has_its_future_in_zou() -> None:
    text = "De burgemeester zei dat de brug zou sluiten."
    reading = read(text)
    assert [(text[slice(*f.span)], f.holder) for f in reading.forecasts] == [
        ("de brug zou sluiten", reading.attributions[0].id)
    ]


def test_times_tell_what_lies_ahead_and_when_to_look() -> None:
    text = "In 2040 opent de brug. In 2020 opende de sluis."
    assert [(text[slice(*f.span)], f.from_, f.until) for f in read(text).forecasts] == [
        ("In 2040 opent de brug", "2040-01-01", "2040-12-31")
    ]


def test_of_two_times_that_are_set_against_each_other_the_denied_one_is_not_meant() -> None:
    [found] = read("Volgens de provincie wordt de brug niet in 2034 maar in 2036 geopend.").forecasts
    assert (found.from_, found.until) == ("2036-01-01", "2036-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "Secretaris-generaal Hans Veerman wil dat bevestigen noch ontkennen.",
        "De rellen braken begin april uit.",
        "De minister dreigt met sancties.",
        "De gemeente is niet van plan de sluis te verkopen.",
        "De minister ontkent dat hij de haven wil sluiten.",
        "De toestand van de haven op lange termijn is bekend.",
        "Men zou hebben verwacht dat de haven verdwijnt.",
        "Ilse Aarden waarschuwt dat de haven leeg is.",
    ],
)
def test_refusals_pasts_and_threats_are_no_forecasts(text: str) -> None:
    assert spans(text) == []
