"""Whose words stand in Dutch news: no thing, no namesake and nobody of whom it is only foretold gets them.

Beside each construction stand near ones in which the report must be kept.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest

from wederhoor.documents import load_text
from wederhoor.reading import open_student
from wederhoor.records import MAINTAINED, Document, Study, stances_of


@functools.cache
def reader() -> Callable[[Document], Study]:
    """The Dutch reader, opened once."""
    return open_student("nl")


def told(text: str) -> set[tuple[str | None, str]]:
    """Who says what."""
    found = reader()(load_text(text + "\n", doc="x", lang="nl")).reading
    return {(a.speaker, found.quote(a)) for a in found.attributions}


def maintained(text: str) -> set[str]:
    """What somebody holds to be so."""
    found = reader()(load_text(text + "\n", doc="x", lang="nl")).reading
    stances = stances_of(found.attributions)
    return {found.quote(a) for a in found.attributions if stances[a.id] in MAINTAINED}


NOTHING = [
    # what the subject has, does with a thing, or fights for
    "De index noteerde een verlies van 37 punten.",
    "De conciërge heeft een bordje aan de deur bevestigd.",
    "De leden behandelen geen materiaal dat aangevoerd wordt door Kolmar Transport.",
    "Daarna werd de zege in een sprint betwist door Zwart en Klaassen.",
    # supposed, likened, foretold, for an aim
    "De renners moeten elkaar afwisselen, willen ze nog tijd hebben om te eten.",
    "Hij keek alsof hij niet zou aarzelen te schieten.",
    "Dan zal de minister weten wat de haven waard is.",
    "Na de zomer zal de bond graag bereid zijn opnieuw te praten.",
    "De wedstrijd is beter getypeerd door te zeggen dat Bol verloor.",
    "Om de klanten tegemoet te komen heeft de directie zalen ter beschikking gesteld.",
    # of what, or how
    "Daarvoor staat er wat de macht in de raad betreft te veel op het spel.",
    "Daar spreekt hij over drie dagen niet meer over.",
    "De bouw begint volgens schema in mei.",
    "Bloem toont een nieuwe fiets, kondigt update aan",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text: str) -> None:
    assert not told(text)


KEPT = [
    ("De advocaat voerde geldgebrek aan.", "de advocaat", "geldgebrek"),
    ("De trainer bevestigde zijn vertrek aan de krant.", "de trainer", "zijn vertrek"),
    ("De bond betwist de cijfers.", "de bond", "de cijfers"),
    ("Volgens onderzoek is de helft ziek.", "onderzoek", "is de helft ziek"),
    ("De weg is klaar, zegt de aannemer.", "de aannemer", "De weg is klaar"),
    ("Wethouder Jan Bos zal de raad vragen het geld vrij te maken.", "Jan Bos", "het geld vrij te maken"),
    ("De directie sprak niet van een ramp.", "de directie", "een ramp"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), KEPT)
def test_kept(text: str, speaker: str, words: str) -> None:
    assert any(who == speaker and words in what for who, what in told(text))


WHO = [
    # whoever is named in what he says, or does something to, is another
    (
        "Directeur Wim Jansen kwam binnen met Piet Smit. Hij zei dat Jansen moest vertrekken.",
        "Piet Smit",
        "moest vertrekken",
    ),
    # one behind *aldus*; in an apposition only who another is
    (
        "Het plan is niet goed, aldus de premier. Sommigen maken er misbruik van, meende hij. Jan Broer lachte. Broer zong.",
        "de premier",
        "misbruik",
    ),
    (
        "In een toespraak van de heer Kees Bosman, voorzitter van de Vissersbond, had deze verklaard dat de haven dicht is.",
        "Kees Bosman",
        "de haven dicht is",
    ),
    (
        "De officier gelooft dat het opzet was. De raadsvrouwe trok dat in twijfel. Een val ligt naar haar mening voor de hand.",
        "de raadsvrouwe",
        "Een val",
    ),
    # *aldus* sums up, and has a verb of its own
    (
        '"Een oude club, voor wie nog hoop bestaat". Aldus typeerde de heer Piet Beck gisteren zijn bond.',
        "Piet Beck",
        "oude club",
    ),
    (
        "Het middel kan niet worden verboden, aldus heeft minister Anna Kolk op vragen van het Kamerlid Oele meegedeeld.",
        "Anna Kolk",
        "Het middel kan niet",
    ),
    # who is called with a body's name, and bodies with a person's
    ("Bloem CEO Steven Jonker is van mening dat de prijs daalt.", "Steven Jonker", "de prijs daalt"),
    ("Volgens de commissie Van Dam is de wethouder in gebreke gebleven.", "de commissie Van Dam", "in gebreke"),
    # whose reaction it was
    ('"Dat is onzin," was de reactie van wethouder Piet Bos.', "Piet Bos", "Dat is onzin"),
    (
        "De gemeenteraad is met algemene stemmen akkoord gegaan met de bouw van een school.",
        "de gemeenteraad",
        "de bouw van een school",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "words"), WHO)
def test_who(text: str, speaker: str, words: str) -> None:
    found = told(text)
    assert any(who == speaker and words in what for who, what in found), found


def test_a_thing_that_is_expected_does_not_expect() -> None:
    assert {who for who, _ in told("In die takken, waarin nog ruimte is, mag opnieuw groei verwacht worden.")} == {None}


OPEN = [
    "Waarom is dat niet aan de vissers toegestaan, aldus de heer Jongerius.",
    "De raad maakt morgen bekend of het zwembad sluit.",
    "De inspectie acht het noodzakelijk dat de dijk wordt verhoogd.",
]


@pytest.mark.parametrize("text", OPEN)
def test_left_open(text: str) -> None:
    assert told(text)
    assert not maintained(text)
