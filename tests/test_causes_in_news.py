"""Causes and conditions as news tells them, in both languages: acts, grounds, states, split clauses. All is invented."""

from __future__ import annotations

import pytest

import wederhoor


def pairs(text: str, lang: str) -> list[tuple[str, str]]:
    reading = wederhoor.read_text(text, lang=lang, date="2031-03-12")
    return [(reading.text[slice(*c.cause)], reading.text[slice(*c.effect)]) for c in reading.causal]


def rules(text: str) -> list[tuple[str, str]]:
    reading = wederhoor.read_text(text, lang="en", date="2031-03-12")
    return [(reading.text[slice(*c.antecedent)], reading.text[slice(*c.consequent)]) for c in reading.conditions]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("De trein staat stil wegens uitblijven van stroom.", "uitblijven van stroom", "De trein staat stil"),
        ("Wegens uitblijven van steun moet het korps meer doen.", "uitblijven van steun", "moet het korps meer doen"),
        ("Hij werd bestraft voor zijn gedrag.", "zijn gedrag", "Hij werd bestraft"),
        (
            "De winst steeg met 20 procent. Dit wordt verklaard door de grote vraag naar fietsen.",
            "de grote vraag naar fietsen",
            "De winst steeg met 20 procent",
        ),
        (
            "Hij werd tweede in Oslo. Reden voor Bos om de Deense nationaliteit aan te vragen.",
            "Hij werd tweede in Oslo",
            "de Deense nationaliteit aan te vragen",
        ),
        ("De koele ontvangst was voor de gravin aanleiding om te vertrekken.", "De koele ontvangst", "te vertrekken"),
        (
            "Zij beten zich zo vast in hun belang dat zij er niet in slaagden een besluit te nemen.",
            "Zij beten zich zo vast in hun belang",
            "zij er niet in slaagden een besluit te nemen",
        ),
        (
            "Het Deense standpunt is dat de bond veel zelf moet doen. Vandaar dat Kopenhagen een eigen vloot wil.",
            "Het Deense standpunt is dat de bond veel zelf moet doen",
            "Kopenhagen een eigen vloot wil",
        ),
        ("De omzet steeg dankzij de overname wel met acht procent.", "de overname", "De omzet steeg"),
        ("Het is dom een speler op grond van een misser af te schrijven.", "een misser", "af te schrijven"),
        ("Met het oog op de drukte zijn extra treinen ingezet.", "de drukte", "zijn extra treinen ingezet"),
        ("De vader overleed aan een longontsteking.", "een longontsteking", "De vader overleed"),
    ],
)
def test_dutch(text: str, cause: str, effect: str) -> None:
    assert (cause, effect) in pairs(text, "nl")


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("They reduced costs by closing three plants.", "closing three plants", "They reduced costs"),
        ("He was punished for refusing to support the bill.", "refusing to support the bill", "He was punished"),
        ("The chairman resigned over the leak.", "the leak", "The chairman resigned"),
        ("The zoo is open, as the order does not cover zoos.", "the order does not cover zoos", "The zoo is open"),
        (
            "Since the licence expired on Monday, the station had no right to broadcast.",
            "the licence expired on Monday",
            "the station had no right to broadcast",
        ),
        (
            "The boat sailed close to the reef so divers could study the coral.",
            "The boat sailed close to the reef",
            "divers could study the coral",
        ),
        ("Without the bridge the town would have been cut off.", "the bridge", "the town would have been cut off"),
        ("The reform will turn the plan into reality.", "The reform", "the plan into reality"),
        (
            "The layoffs left several shops without trained staff, and forced the closure of two branches.",
            "The layoffs",
            "several shops without trained staff",
        ),
        ("We visited the town the storm destroyed.", "the storm", "the town"),
        ("Officials regret the harm which such a strike would cause.", "such a strike", "the harm"),
    ],
)
def test_english(text: str, cause: str, effect: str) -> None:
    assert (cause, effect) in pairs(text, "en")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("He was jailed for two years.", "en"),
        ("He began by thanking his mother.", "en"),
        ("Police stood by, as officials said.", "en"),
        ("De burgemeester reageerde door te zwijgen.", "nl"),
    ],
)
def test_what_is_no_cause(text: str, lang: str) -> None:
    assert pairs(text, lang) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("If convicted, he faces ten years in prison.", [("convicted", "he faces ten years in prison")]),
        ("The deal will go ahead as long as both sides agree.", [("both sides agree", "The deal will go ahead")]),
        ("He asked if the shop was open.", []),
        ("Even if it rains, the match goes on.", []),
        ("The vote is set for May 3, when members meet.", []),
    ],
)
def test_conditions(text: str, found: list[tuple[str, str]]) -> None:
    assert rules(text) == found
