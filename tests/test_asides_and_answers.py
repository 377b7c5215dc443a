"""Whose words they are beside a denial, in an aside, behind a genitive and in an answer; trades before a name.

Names and places are invented.
"""

from __future__ import annotations

from functools import cache

import pytest

import wederhoor
from wederhoor.records import MAINTAINED, Reading, stances_of

HELD = [
    ("nl", "Stukadoor Wim Hoekman zegt dat de muur nat is. Hoekman wil geld.", "muur nat is", "Wim Hoekman"),
    (
        "nl",
        "Aannemer Niels Postma zegt dat het hek stuk is. Volgens Postma wist men dat.",
        "hek stuk is",
        "Niels Postma",
    ),
    ("en", "Grower Hal Penning says the seed is bad. Penning wants money.", "the seed is bad", "Hal Penning"),
    ("en", "Haulier Ann Dorset says the road is shut. Dorset lost a day.", "the road is shut", "Ann Dorset"),
    (
        "nl",
        "De gemeente ontkent dat de hal, die volgens de brandweer vorig jaar twee keer brandde, gevaarlijk is.",
        "vorig jaar twee keer brandde",
        "de brandweer",
    ),
    (
        "en",
        "The council denied that the hall, which burned twice last year according to the fire brigade, was a danger.",
        "burned twice last year",
        "the fire brigade",
    ),
    ("en", "He denied that the sluice had jammed, as Marsden had claimed.", "the sluice had jammed", "Marsden"),
    ("nl", "Koopman Rik Vonk zweeg. Vonks raadsman, Ab Teule, zei dat hij ziek was.", "hij ziek was", "Ab Teule"),
    (
        "nl",
        "„Wij weten van niets”, zei Joke Stam over het plan van Koos Reitsma om het veer op te heffen. „Hij belde nooit.”",
        "Hij belde nooit",
        "Joke Stam",
    ),
    (
        "nl",
        "Klerk Jan Mulder, volgens zijn baas een dief, was ziek, zegt de politie.",
        "een dief",
        "de baas van Jan Mulder",
    ),
    ("nl", "Het was Anna Bloem, niet Karel Zwaan, die zei dat de oven lekte.", "de oven lekte", "Anna Bloem"),
    (
        "nl",
        "Bloem beschuldigde Zwaan van diefstal. Hij ontkende dat en zei dat het kistje leeg was.",
        "kistje leeg",
        "Zwaan",
    ),
    ("en", 'Ada Crane asked Beth Stowe whether she had slept. "Not a wink," she answered.', "Not a wink", "Beth Stowe"),
    ("en", "According to town clerk Roy Pease, a fox had bitten the wire.", "a fox had bitten the wire", "Roy Pease"),
    (
        "nl",
        "De bond zegt niets, hoewel het Nieuwsblad maandag schreef dat er twee clubs stoppen.",
        "twee clubs",
        "Nieuwsblad",
    ),
]
NOT_HELD = [
    (
        "en",
        "Ron Marl, according to his landlord a quiet man, had been drunk, police say.",
        "had been drunk",
        "Ron Marl's landlord",
    ),
    ("en", "Contrary to what Pryor told members, the purse is empty, Dunning said.", "the purse is empty", "Pryor"),
    ("en", "They were not asleep, as the Gazette had written, but ill, Orla Finch said.", "not asleep", "Gazette"),
    ("en", "It was Anna Bloom, not Carl Swann, who said the oven leaked.", "the oven leaked", "Carl Swann"),
    (
        "nl",
        "Koopman Rik Vonk zweeg. Daarna zei Vonks raadsman, Ab Teule, dat hij ziek was.",
        "hij ziek was",
        "Rik Vonk",
    ),
]
PLACED = [
    ("Haar opvolger, Ed Kuiper, was kort: de kas was volgens hem leeg.", "Ed Kuiper", "Haar opvolger"),
    ("Buurman Ed Kuiper noemde dat onzin: het hek stond al jaren open.", "Ed Kuiper", "Buurman"),
]


@cache
def read(text: str, lang: str) -> Reading:
    return wederhoor.read_text(text, lang=lang)


def holders(text: str, lang: str, words: str) -> set[str | None]:
    """Who maintains the statement that has these words and has no other in it that has them."""
    reading = read(text, lang)
    stances, at = stances_of(reading.attributions), text.index(words)
    having = [a for a in reading.attributions if any(s <= at and at + len(words) <= e for s, e in a.content)]
    outer = {a.parent for a in having}
    return {a.speaker for a in having if a.id not in outer and stances[a.id] in MAINTAINED}


@pytest.mark.parametrize(("lang", "text", "words", "speaker"), HELD)
def test_whose_words_are_whose(lang: str, text: str, words: str, speaker: str) -> None:
    assert [(name or "").removeprefix("het ") for name in holders(text, lang, words)] == [speaker]


@pytest.mark.parametrize(("lang", "text", "words", "speaker"), NOT_HELD)
def test_nobody_is_given_what_another_says(lang: str, text: str, words: str, speaker: str) -> None:
    assert speaker not in holders(text, lang, words)


@pytest.mark.parametrize(("text", "speaker", "opening"), PLACED)
def test_what_the_writer_tells_before_a_colon_is_not_said(text: str, speaker: str, opening: str) -> None:
    told = [a for a in read(text, "nl").attributions if a.speaker == speaker]
    assert told
    assert all(not text[s:e].startswith(opening) for a in told for s, e in a.content)


def test_what_is_denied_around_an_aside_stays_denied() -> None:
    text = HELD[5][1]
    reading = read(text, "en")
    stances = stances_of(reading.attributions)
    assert {(a.speaker, stances[a.id]) for a in reading.attributions} == {
        ("the council", "denies"),
        ("the fire brigade", "asserts"),
    }
