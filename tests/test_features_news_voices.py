"""Whose words stand in news as papers and agencies print it: what somebody is asked, told to say or would have said is not his.

Beside each construction stand near ones in which the report must be kept.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest

from wederhoor.documents import load_text
from wederhoor.reading import open_student
from wederhoor.records import Document, Reading, Study


@functools.cache
def reader(lang: str) -> Callable[[Document], Study]:
    """The reader of a language, opened once."""
    return open_student(lang)


def read(text: str, lang: str) -> Reading:
    return reader(lang)(load_text(text + "\n", doc="x", lang=lang)).reading


def told(text: str, lang: str) -> set[tuple[str | None, str]]:
    """Who says what, with *not* before what he denies."""
    found = read(text, lang)
    return {(a.speaker, ("not " if a.polarity == "-" else "") + found.quote(a)) for a in found.attributions}


def holds(text: str, lang: str, speaker: str, words: str) -> bool:
    return any(who == speaker and words in what for who, what in told(text, lang))


NOT_SAID = [
    # asked, told or advised to
    ("en", "When asked whether the sluice was safe, Brenner told reporters to wait.", "Brenner", "the sluice was safe"),
    (
        "en",
        "When asked about plans for a second sluice, Brenner told the daily that she was busy.",
        "Brenner",
        "second sluice",
    ),
    ("en", "If asked to explain the delay, Brenner points to the rain.", "Brenner", "explain the delay"),
    ("en", "Residents were advised to expect that the water would be brown.", "residents", "water would be brown"),
    ("en", "Officials were asked to confirm that the sluice had failed.", "officials", "sluice had failed"),
    ("en", "Please let Orme know that the road is closed, Brenner wrote.", "Orme", "road is closed"),
    ("en", "It may be that the mayor thinks that the sluice will hold.", "the mayor", "sluice will hold"),
    (
        "nl",
        "Het zou best kunnen dat de wethouder tot de conclusie komt dat het geld op is.",
        "de wethouder",
        "het geld op is",
    ),
    ("nl", "Als hij eerlijk was geweest, had Dorens toegegeven dat de kade zakte.", "Dorens", "de kade zakte"),
    ("nl", "Als Veldkamp dat had gezegd, dan had Dorens geweten dat de kade zakte.", "Dorens", "de kade zakte"),
    ("nl", "Dorens wil niet zover gaan dat hij Veldkamp een dief noemt.", "Dorens", "een dief"),
    # no verb of saying
    ("en", "Orme has alleged ties to a smuggling ring.", "Orme", "ties"),
    ("en", "Orme widened his lead among pledged party delegates.", "Orme", "delegates"),
    ("en", "Orme took nine votes. That showing was Orme's best in years.", "Orme", "nine votes"),
    ("en", "The landslide claimed nine lives.", "the landslide", "lives"),
    ("en", "The coastguard called off its search on Tuesday.", "the coastguard", "Tuesday"),
    ("en", "Speaking to Ada Crewe of Harbour Radio, Orme smiled.", "Orme", "Harbour Radio"),
    ("nl", "Bij de proef bleek de leiding zo slecht dat het water de kelder in liep.", "de leiding", "het water"),
    # what another clause says
    (
        "en",
        "While Brenner believes the sluice will hold, Orme says it has leaked for years.",
        "Orme",
        "sluice will hold",
    ),
    ("en", "Minutes before the council voted, Orme claimed the papers were secret.", "Orme", "council voted"),
    ("en", "They asked Brenner, who is supported by Orme, to resign.", "Orme", "to resign"),
    ("en", "As Orme remarked on the inquiry, Brenner forgot her own request.", "Orme", "Brenner forgot"),
    ("en", "The treaty, which had been agreed under Brenner, was left last year.", "Brenner", "treaty"),
    (
        "en",
        'When confronted with the claim that he lied, Orme told host Ada Crewe "No, it is not true."',
        "Orme",
        "that he lied",
    ),
    (
        "en",
        'Brenner left after a recording in which someone, seemingly Orme, audibly says Brenner "has no idea of money."',
        "Brenner",
        "no idea",
    ),
    ("nl", "Dorens, die volgens Veldkamp geld achterhield, zegt dat de kas klopt.", "Veldkamp", "de kas klopt"),
    ("nl", "Anders dan Dorens beweert, is de fabriek nooit gewaarschuwd.", "de fabriek", "Dorens"),
    (
        "nl",
        "Dorens suggereerde dat Veldkamp had gelogen, maar die houdt vol dat de brief echt is.",
        "Veldkamp",
        "had gelogen",
    ),
    (
        "nl",
        "De roem, die aan Dorens door zijn leerlingen wordt toegeschreven, is verbleekt.",
        "de leerlingen van Dorens",
        "aan Dorens",
    ),
    ("nl", "De nieuwe boten zijn volgens geruchten twee keer zo snel.", "geruchten", "twee keer"),
    ("nl", "Dan springt er een bestuurder uit een kastje die zegt dat alles goed is.", "een kastje", "alles goed"),
    ("nl", "Hij heeft het er met Joop Dorens over gehad.", "Joop Dorens", "er"),
    ("nl", "Het kan zijns inziens ook te ver gaan, zei Dorens.", "het", "te ver"),
]

STILL_SAID = [
    ("en", "Asked by reporters, Brenner said the sluice was safe.", "Brenner", "the sluice was safe"),
    ("en", "When she was asked about it, Brenner said the sluice was safe.", "Brenner", "the sluice was safe"),
    ("en", "As expected, Brenner said the sluice would hold.", "Brenner", "the sluice would hold"),
    ("en", "Brenner was forced to admit that she knew.", "Brenner", "that she knew"),
    ("en", "Police have alleged that Orme lied.", "police", "that Orme lied"),
    ("en", "Police have alleged fraud on a large scale, Brenner said.", "Brenner", "fraud"),
    ("en", "As she said on Monday, Brenner will resign.", "Brenner", "will resign"),
    ("en", "As Brenner told reporters, the sluice will hold.", "Brenner", "the sluice will hold"),
    (
        "en",
        "While Brenner believes the sluice will hold, Orme says it has leaked for years.",
        "Orme",
        "it has leaked for years",
    ),
    ("en", "Minutes before the council voted, Orme claimed the papers were secret.", "Orme", "the papers were secret"),
    ("en", "Brenner told Orme when the road would open.", "Brenner", "when the road would open"),
    ("en", "The daily quoted Orme as saying the sluice had leaked for years.", "Orme", "the sluice had leaked"),
    ("en", 'A witness described how the wall fell, saying, "I heard three bangs."', "a witness", "three bangs"),
    (
        "en",
        "Brenner signed an order delaying the vote until June, citing the risk of fire.",
        "Brenner",
        "the risk of fire",
    ),
    ("en", "According to his wife, Ada, Orme died of a lung disease.", "Ada", "Orme died"),
    ("en", "According to Ada Crewe, a nurse, he died of a lung disease.", "Ada Crewe", "died"),
    ("en", "According to reports, the sluice leaked.", "reports", "the sluice leaked"),
    ("en", "The inspectors consider closing the sluice.", "the inspectors", "closing the sluice"),
    (
        "nl",
        "Toen Dorens de brug had gesloten, had Veldkamp gezegd dat hij niets wist.",
        "Veldkamp",
        "dat hij niets wist",
    ),
    ("nl", "Anders dan Dorens beweert, is het water schoon, zegt Veldkamp.", "Veldkamp", "het water schoon"),
    ("nl", "Dorens zegt dat het zo slecht gaat dat de fabriek sluit.", "Dorens", "de fabriek sluit"),
    ("nl", "Volgens het bericht is de brug dicht.", "het bericht", "de brug dicht"),
    ("nl", "Het kabinet, dat al eerder waarschuwde, zegt dat het geld op is.", "het kabinet", "het geld op is"),
    ("nl", "Dorens zei aan het slot dat de brug dicht blijft.", "Dorens", "de brug dicht blijft"),
    ("nl", "Dorens wil dat de brug opengaat.", "Dorens", "de brug opengaat"),
]


@pytest.mark.parametrize(("lang", "text", "speaker", "words"), NOT_SAID)
def test_nobody_says_what_is_not_his(lang: str, text: str, speaker: str, words: str) -> None:
    assert not holds(text, lang, speaker, words), told(text, lang)


@pytest.mark.parametrize(("lang", "text", "speaker", "words"), STILL_SAID)
def test_what_is_said_beside_it_stays(lang: str, text: str, speaker: str, words: str) -> None:
    assert holds(text, lang, speaker, words), told(text, lang)


NAMESAKE = (
    "President Harold Tarn said the vote was rigged. Tarn said Brenner lied. Tarn repeated it on Monday. "
    "Speakers included {other}. On the last night Tarn gave a long speech. Tarn claimed the plan was a surrender."
)


def test_a_family_name_stays_his_whom_the_text_calls_so() -> None:
    """*Trump* of the president, though his wife was named once in between."""
    assert holds(
        NAMESAKE.format(other="First Lady Ida Tarn and Mark Cole"), "en", "Harold Tarn", "the plan was a surrender"
    )


def test_a_namesake_who_is_told_of_has_it() -> None:
    """Of two who are told of as often the nearer one is meant."""
    text = (
        "Harold Tarn runs a mill. Tarn said trade was bad. Tarn waited. Ida Tarn runs another. Ida Tarn has three looms. "
        "Tarn said she would stay."
    )
    assert holds(text, "en", "Ida Tarn", "she would stay")


def test_a_title_before_a_first_name_hides_no_sex() -> None:
    """*Captain Monica Rochester* is a woman, and *she* is not Sheriff Bill Brown."""
    text = (
        '"This is the worst case," said Santa Clara County Sheriff Bill Orme. The search went on.\n'
        'Harbour Captain Monica Brenner told the press nothing was found. "It is never an easy decision," she said.'
    )
    assert not holds(text, "en", "Santa Clara County Sheriff Bill Orme", "never an easy decision")
    assert not holds(text, "en", "Bill Orme", "never an easy decision")


def test_a_relative_of_somebody_is_not_he() -> None:
    """*A niece of X's opponent Y, who claimed*: the niece."""
    text = "The charge came from a woman, a niece of Brenner's opponent Ada Crewe, who claimed Brenner lied."
    assert not holds(text, "en", "Ada Crewe", "Brenner lied")


def test_a_minister_is_not_his_ministry() -> None:
    """*minister Bakker van Verkeer en Waterstaat*."""
    text = "Na dat dreigement zegde minister Dorens van Verkeer en Waterstaat per brief toe dat de weg er komt."
    assert not holds(text, "nl", "Verkeer en Waterstaat", "de weg er komt")
