"""Conditions: what holds if, only if or unless something else does, and whom the rule binds."""

from __future__ import annotations

import pytest

import wederhoor
from wederhoor.languages.pack import load_pack
from wederhoor.reading.conditions import find_conditions
from wederhoor.reading.conditions.find import find_rules
from wederhoor.reading.text import Text
from wederhoor.records import Actor, Reading
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline


def read(text: str) -> Reading:
    return wederhoor.read_text(text, lang="nl", date="2031-03-12")


def rule(text: str) -> tuple[str, str, str]:
    """Kind, antecedent, consequent of the only condition in a text."""
    reading = read(text)
    assert len(reading.conditions) == 1, reading.conditions
    condition = reading.conditions[0]
    return condition.kind, text[slice(*condition.antecedent)], text[slice(*condition.consequent)]


@pytest.mark.parametrize(
    ("text", "kind", "antecedent", "consequent"),
    [
        ("Als het water stijgt, sluit de sluis.", "if", "het water stijgt", "sluit de sluis"),
        ("De sluis sluit indien het water stijgt.", "if", "het water stijgt", "De sluis sluit"),
        ("Stijgt het water, dan sluit de sluis.", "if", "Stijgt het water", "sluit de sluis"),
        ("Mocht het water stijgen, dan sluit de sluis.", "if", "het water stijgen", "sluit de sluis"),
        (
            "De buren gaan naar de rechter, mocht de dijk breken.",
            "if",
            "de dijk breken",
            "De buren gaan naar de rechter",
        ),
        ("Bij brand gaat de sirene af.", "if", "brand", "gaat de sirene af"),
        ("In geval van ziekte betaalt de gemeente.", "if", "ziekte", "betaalt de gemeente"),
        ("Alleen bij gevaar komt het leger in actie.", "only-if", "gevaar", "komt het leger in actie"),
        (
            "De brug gaat alleen open als het schip te hoog is.",
            "only-if",
            "het schip te hoog is",
            "De brug gaat alleen open",
        ),
        ("De bouw begint pas als de raad instemt.", "only-if", "de raad instemt", "De bouw begint"),
        ("De bouw begint in mei, mits de raad instemt.", "only-if", "de raad instemt", "De bouw begint in mei"),
        ("Op voorwaarde dat de raad instemt, begint de bouw.", "only-if", "de raad instemt", "begint de bouw"),
        ("De haven sluit, tenzij de gemeente betaalt.", "unless", "de gemeente betaalt", "De haven sluit"),
        ("Zonder hulp redt de club het niet.", "unless", "hulp", "redt de club het niet"),
        ("Bij stroomuitval moet de brug open.", "if", "stroomuitval", "moet de brug open"),
        ("Als er straks geen geld is, sluit de school.", "if", "er straks geen geld is", "sluit de school"),
        (
            "De wethouder zei dat zij opstapte als de raad tegenstemde.",
            "if",
            "de raad tegenstemde",
            "zij opstapte",
        ),
        (
            "Wanneer de raad instemt, zal de bouw beginnen.",
            "if",
            "de raad instemt",
            "zal de bouw beginnen",
        ),
        (
            "Alleen met toestemming van de raad mag de brug open.",
            "only-if",
            "toestemming van de raad",
            "mag de brug open",
        ),
    ],
)
def test_kinds(text: str, kind: str, antecedent: str, consequent: str) -> None:
    assert rule(text) == (kind, antecedent, consequent)


def test_a_clause_of_a_treaty_becomes_a_rule_with_an_actor() -> None:
    text = "De ministers bellen met het Kustverdrag, dat alleen in actie komt bij een aanval op een van de leden."
    kind, antecedent, _ = rule(text)
    assert (kind, antecedent) == ("only-if", "een aanval op een van de leden")


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Aarden werkt als lerares in Sarvik.",
        "De brug is net zo hoog als de toren.",
        "Bij de brand kwamen drie mensen om.",
        "Wanneer de oorlog begon, weet niemand.",
        "Bij het stadhuis staan twee wagens.",
        "Komt de minister morgen?",
        "Zelfs als het regent, gaat de optocht door.",
        "De markt trekt veel publiek, vooral als de zon schijnt.",
        "Als er gasten zijn, spelen de muzikanten een wals.",
        "Als het regende, bleven de vissers thuis.",
        "De trainer zal de club missen als hij straks met pensioen is.",
        "Als het vriest, staat de sluis meestal open.",
        "De schipper heeft als Zeeuw veel prijzen behaald.",
        "Bij wedstrijden speelt Ilse Aarden achterin.",
        "De jongens komen zonder verlegenheid binnen.",
        "Ilse Aarden neemt pas na vier keer bellen op.",
        "Ik ga nu eerst met vakantie.",
    ],
)
def test_what_is_no_condition(text: str) -> None:
    assert read(text).conditions == ()


def test_whom_the_rule_binds() -> None:
    """The actor with a mention there, else its words."""
    text = "De politie grijpt in als de stoet de brug oversteekt."
    assert read(text).conditions[0].actor == "politie"
    pack = load_pack("nl")
    parsed = parse(load_pipeline(pack.about.pipeline, pack.about.probe), text, pack)
    police = Actor(id="P7", name="politie", kind="organisation", mentions=((0, 10),))
    found = Text(parsed, pack)
    found.actors, found.attributions = (police,), ()
    found.rules = find_rules(found)
    assert [c.actor for c in find_conditions(found)] == ["P7"]


def test_the_holder_is_the_attribution_it_stands_in() -> None:
    reading = read(
        "De raad besluit dat de brug dichtgaat als het water stijgt. “Als het stormt, sluiten wij,” zegt Ilse Aarden."
    )
    quoted = next(a for a in reading.attributions if a.form == "direct")
    assert reading.conditions[-1].holder == quoted.id


def test_what_somebody_expects_and_what_follows_from_it_are_his() -> None:
    reading = read("Mocht de vloot blijven, zoals Ilse Aarden verwacht, dan neemt de onrust toe.")
    assert [c.holder for c in reading.conditions] == [reading.attributions[0].id]
