"""What is told by its topic: how many died or came, how much it cost, and whether somebody has a thing, however it is told."""

from __future__ import annotations

from functools import cache

import pytest

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student

DAY = "2031-05-12"


@cache
def shown(lang: str, one: str, other: str) -> bool:
    """Whether two sentences, each an article of its own, are shown to collide."""
    student, pack = open_student(lang), load_pack(lang)
    studies = [student(load_text(t, lang=lang, date=DAY, doc=doc)) for doc, t in (("one", one), ("other", other))]
    return any(c.a.doc != c.b.doc for c in build_case(studies, pack).conflicts)


FIRE = "Bij de brand in het pakhuis van Oosterlo zijn zes mensen om het leven gekomen."
RALLY = "About 9,000 demonstrators marched through Millford against the airport."
BRIDGE = "De nieuwe brug in Oosterlo kostte 12 miljoen euro."
LICENCE = "De kwekerij Roosveld in Oosterlo beschikt over een milieuvergunning."


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("nl", FIRE, "De pakhuisbrand in Oosterlo heeft elf levens geëist."),
        ("nl", FIRE, "Het dodental van de brand in het Oosterlose pakhuis staat op elf."),
        ("nl", FIRE, "Elf mensen overleefden de brand in het pakhuis van Oosterlo niet."),
        ("nl", FIRE, "De ramp in het pakhuis kostte in Oosterlo elf arbeiders het leven."),
        ("en", RALLY, "Police put the crowd at the airport protest in Millford at 3,000."),
        ("en", RALLY, "The airport march in Millford was a three-thousand-strong affair."),
        ("en", RALLY, "The mayor denies that 9,000 people joined the airport march in Millford."),
        ("nl", BRIDGE, "Voor de brug in Oosterlo is 18 miljoen euro betaald, zegt wethouder Jan Smit."),
        ("nl", LICENCE, "Bij kwekerij Roosveld in Oosterlo ontbreekt een milieuvergunning."),
        ("nl", LICENCE, "De inspectie zegt dat Roosveld in Oosterlo het zonder milieuvergunning moet stellen."),
    ],
)
def test_one_matter_is_found_however_it_is_told(lang: str, one: str, other: str) -> None:
    assert shown(lang, one, other)
    assert shown(lang, other, one)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("nl", FIRE, "Bij de brand in het pakhuis van Oosterlo raakten elf mensen gewond."),
        ("nl", FIRE, "Bij een brand in een pakhuis in Oosterlo kwamen in 2009 elf mensen om."),
        ("nl", FIRE, "Bij de brand in de school van Oosterlo zijn elf mensen om het leven gekomen."),
        ("nl", FIRE, "Bij de brand in het pakhuis van Westerlo zijn elf mensen om het leven gekomen."),
        ("nl", FIRE, "Als er elf mensen omkwamen bij de brand in het pakhuis van Oosterlo, volgt een proces."),
        ("nl", FIRE, "Zes mensen stierven bij de pakhuisbrand in Oosterlo."),
        (
            "nl",
            FIRE,
            "De brandweer ontkent dat er bij de brand in het pakhuis van Oosterlo meer dan zes mensen stierven.",
        ),
        ("en", RALLY, "Police arrested 300 demonstrators at the airport march in Millford."),
        ("en", RALLY, "Last year's airport march in Millford drew 3,000 people."),
        ("en", RALLY, "Organisers had hoped for 30,000 people at the airport march in Millford."),
        ("en", RALLY, "The mayor denies that 12,000 people joined the airport march in Millford."),
        ("nl", BRIDGE, "De reparatie van de brug in Oosterlo kostte 2 miljoen euro."),
        ("nl", BRIDGE, "De nieuwe brug in Westerlo kostte 2 miljoen euro."),
        ("nl", LICENCE, "De kwekerij Roosveld in Westerlo heeft geen milieuvergunning."),
        ("nl", LICENCE, "De kwekerij Roosveld in Oosterlo heeft geen bouwvergunning."),
        ("nl", LICENCE, "Heeft Roosveld in Oosterlo wel een milieuvergunning?"),
    ],
)
def test_of_another_matter_nothing_is_shown(lang: str, one: str, other: str) -> None:
    assert not shown(lang, one, other)
    assert not shown(lang, other, one)
