"""What a text is about: bare figures of two articles collide where either tells of one occasion, or thing, and of the same."""

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
    """Whether two articles are shown to give other figures."""
    student, pack = open_student(lang), load_pack(lang)
    studies = [student(load_text(t, lang=lang, date=DAY, doc=doc)) for doc, t in (("one", one), ("other", other))]
    return any(c.a.doc != c.b.doc and c.kind == "figure" for c in build_case(studies, pack).conflicts)


FIRE = """Brand in verzorgingshuis De Linde

OOSTERLO - Een uitslaande brand heeft zondag verzorgingshuis De Linde verwoest. Burgemeester Trui Vermaat sprak van een ramp. \
Bij de brand vielen doden. Vermaat hield het op vier.

Directeur Koen Rademaker wil pas later iets zeggen."""
LATER = """Directeur Rademaker: 'Ik hoorde ze roepen'

Koen Rademaker zit weer op kantoor. De brand in De Linde heeft hem veranderd, zegt hij. Burgemeester Vermaat kwam langs. {}

Volgende week praat Rademaker met de families van De Linde."""
HALL = """Stroomstoring legt pomp van polder Grutterswaard plat

Gemaal Het Anker viel in maart uit. Dijkgraaf Joost Wiersma en boer Klaas Terpstra kijken elkaar niet meer aan. {}

Het Anker draait inmiddels weer, zegt Wiersma."""
PUMP = """Boer Terpstra: 'Mijn land stond blank'

Klaas Terpstra wijst naar het gemaal. Bij Het Anker komt dijkgraaf Wiersma niet meer langs. {}

De polder Grutterswaard is intussen droog, ziet Terpstra."""
RALLY = """March against the Millford airport

MILLFORD - Thousands of people took to the streets on Saturday for a march against the Millford airport. Chief Dana Orrell said \
the march had been peaceful. The coalition of Rita Kemp said 9,000 people took part. Mayor Curt Velasco stayed away."""
AFTER = """Mayor Velasco: 'The airport will be built'

Curt Velasco has not seen the march against the Millford airport. Rita Kemp is not impressed, and neither is Dana Orrell. {} \
Velasco wants to talk to Kemp."""


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("nl", FIRE, LATER.format("Er zijn elf mensen omgekomen, zegt hij.")),
        ("nl", FIRE, LATER.format("“Elf doden”, zegt hij.")),
        (
            "nl",
            FIRE,
            LATER.format("Elf van hen zijn overleden, maar volgens Vermaat is dat niet aan de brandweer te wijten."),
        ),
        (
            "nl",
            HALL.format("Het gemaal lag drie dagen stil, zegt Wiersma."),
            PUMP.format("Het gemaal lag negen dagen stil, zegt Terpstra."),
        ),
        ("en", RALLY, AFTER.format("Orrell's police put the crowd at 3,000.")),
    ],
)
def test_a_bare_figure_is_of_what_its_text_is_about(lang: str, one: str, other: str) -> None:
    assert shown(lang, one, other)
    assert shown(lang, other, one)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("nl", FIRE, LATER.format("Er zijn vier mensen omgekomen, zegt hij.")),
        ("nl", FIRE, LATER.format("Er zijn minstens drie mensen omgekomen, zegt hij.")),
        ("nl", FIRE, LATER.format("Er zijn elf mensen gewond geraakt, zegt hij.")),
        ("nl", FIRE, LATER.format("Er zijn nog elf mensen overleden, zegt hij.")),
        ("nl", FIRE, LATER.format("Vorig jaar zijn er elf mensen omgekomen, zegt hij.")),
        ("nl", FIRE, LATER.format("In 2019 zijn er elf mensen omgekomen, zegt hij.")),
        ("nl", FIRE, LATER.format("In Westerlo zijn elf mensen omgekomen, zegt hij.")),
        ("nl", FIRE, LATER.format("Een eerdere brand kostte elf mensen het leven, zegt hij.")),
        ("nl", FIRE, LATER.format("De bacterie kostte elf mensen het leven, zegt hij.")),
        ("nl", FIRE, LATER.format("Er zijn elf verpleegkundigen omgekomen, zegt hij.")),
        ("nl", FIRE, LATER.format("Van de doden, onder wie elf vrouwen, kende hij er drie.")),
        ("nl", FIRE, LATER.format("Er zullen elf mensen sterven, zegt hij.")),
        ("nl", FIRE, LATER.format("Als er elf mensen zijn omgekomen, stapt hij op.")),
        (
            "nl",
            FIRE,
            LATER.format("Na een botsing op de snelweg kwam er bericht. Er zijn elf mensen omgekomen, zegt hij."),
        ),
        (
            "nl",
            FIRE,
            "Brand in café\n\nIn een café is brand uitgebroken. Er zijn elf mensen omgekomen, zegt de eigenaar.",
        ),
        (
            "nl",
            HALL.format("Het gemaal lag drie dagen stil, zegt Wiersma."),
            PUMP.format("De tractor lag negen dagen stil, zegt Terpstra."),
        ),
        (
            "nl",
            HALL.format("Het gemaal lag drie dagen stil, zegt Wiersma."),
            PUMP.format("Het gemaal lag drie dagen stil, zegt Terpstra."),
        ),
        (
            "nl",
            HALL.format("Het gemaal lag drie dagen stil, zegt Wiersma."),
            PUMP.format("Terpstra zegt dat hij negen dagen heeft gewacht."),
        ),
        ("en", RALLY, AFTER.format("Police arrested 300 of them.")),
        ("en", RALLY, AFTER.format("Last year's march drew 3,000 people.")),
        ("en", RALLY, AFTER.format("At the counter-protest in Harlow there were 3,000 people.")),
        ("en", RALLY, AFTER.format("Police put the crowd at 9,000.")),
        ("en", RALLY, AFTER.format("About 3,000 people live near the airport.")),
    ],
)
def test_of_another_occasion_or_thing_nothing_is_shown(lang: str, one: str, other: str) -> None:
    assert not shown(lang, one, other)
    assert not shown(lang, other, one)
