"""Two sources of one sentence whose second one leaves out the verb: each has its own number, and no other."""

from __future__ import annotations

import pytest

from wederhoor import read_text
from wederhoor.records import Reading


def told(text: str, lang: str) -> list[tuple[str | None, str]]:
    """Who says what, in the order of the text."""
    found: Reading = read_text(text, lang=lang)
    return [(a.speaker, found.quote(a)) for a in found.attributions]


@pytest.mark.parametrize(
    ("lang", "text", "says"),
    [
        (
            "nl",
            "De politie houdt het op twaalf doden, de vakbond op dertig.",
            [("de politie", "twaalf doden"), ("de vakbond", "dertig")],
        ),
        (
            "nl",
            "De politie sprak van twaalf doden en de vakbond van dertig.",
            [("de politie", "twaalf doden"), ("de vakbond", "dertig")],
        ),
        (
            "nl",
            "Het leger meldt twaalf doden, het ziekenhuis dertig.",
            [("het leger", "twaalf doden"), ("het ziekenhuis", "dertig")],
        ),
        (
            "nl",
            "De schade wordt door de burgemeester op twee miljoen geraamd, door de verzekeraars op vier miljoen.",
            [("de burgemeester", "twee miljoen"), ("de verzekeraars", "vier miljoen")],
        ),
        (
            "nl",
            "Volgens de politie waren er tweehonderd betogers, volgens de organisatie zeshonderd.",
            [("de politie", "waren er tweehonderd betogers"), ("de organisatie", "zeshonderd")],
        ),
        (
            "en",
            "Police spoke of twelve dead, the union of thirty.",
            [("police", "twelve dead"), ("the union", "thirty")],
        ),
        (
            "en",
            "The death toll was put at twelve by the police and at thirty by the union.",
            [("the police", "twelve"), ("the union", "thirty")],
        ),
        (
            "en",
            "According to the police there were two hundred marchers, according to the organisers six hundred.",
            [("the police", "there were two hundred marchers"), ("the organisers", "six hundred")],
        ),
    ],
)
def test_each_has_its_own_number(lang: str, text: str, says: list[tuple[str, str]]) -> None:
    assert told(text, lang) == says
    assert [(c.kind, c.a, c.b) for c in read_text(text, lang=lang).conflicts] == [("figure", "A1", "A2")]


def test_a_source_of_each_verdict_is_given_with_its_preposition() -> None:
    assert told("De brug is volgens het waterschap veilig, volgens de bewoners levensgevaarlijk.", "nl") == [
        ("het waterschap", "De brug is [volgens het waterschap] veilig"),
        ("de bewoners", "levensgevaarlijk"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De politie meldt drie doden, onder wie een agent van 30.",
        "De politie meldde twee doden, Jan Smit (34) en Piet Boer (20).",
        "De krant meldt dat Ajax drie keer won, Feyenoord twee keer.",
        "De krant spreekt van drie doden, de burgemeester van Ede en twee raadsleden.",
        "De politie telde tweehonderd betogers, de helft kinderen.",
        "Volgens artikel 5 is dat verboden, volgens artikel 6 niet.",
    ],
)
def test_who_only_stands_behind_it_says_nothing(text: str) -> None:
    assert {speaker for speaker, _ in told(text, "nl")} <= {"de politie", "de krant", "artikel 5"}


def test_what_a_clause_says_is_no_manner_of_saying_it() -> None:
    says = told("De gemeente stelt inmiddels dat Sportzorg Noord verantwoordelijk was voor het plafond.", "nl")
    assert says == [("de gemeente", "dat Sportzorg Noord verantwoordelijk was voor het plafond")]


def test_a_state_is_nothing_of_hers() -> None:
    text = "Wethouder Ria Blom wil niet van bezuinigingen spreken. Het budget is volgens haar gelijk gebleven."
    assert ("Ria Blom", "Het budget is [volgens haar] gelijk gebleven") in told(text, "nl")


SUSPENDED = """Lifeguard Rudi Hoek says he sent a photograph of a crack to the operator in January.
The operator, Sportcare, rejected the claim that his suspension had anything to do with the photograph."""
TRUSTED = """Familieleden eisen dat Anton Wit vertrekt. Hij is dat niet van plan, liet hij weten.
De raad van toezicht heeft alle vertrouwen in hem, zei voorzitter Ger Molen, die benadrukte dat de kast nieuw is.

Molen weersprak berichten dat de raad al in maart op de hoogte was."""


@pytest.mark.parametrize(("lang", "text"), [("en", SUSPENDED), ("nl", TRUSTED)])
def test_a_claim_that_is_told_in_full_is_what_is_denied(lang: str, text: str) -> None:
    assert not read_text(text, lang=lang).conflicts
