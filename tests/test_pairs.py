"""Bare pairs: what everybody can see to be opposed is shown, and what only looks so is not."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.several import packs_of
from wederhoor.reading import open_student

SCRIPT = Path(__file__).parent / "gold" / "pairs" / "score.py"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pairs_score", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs(name: str) -> list[tuple[str, str, str]]:
    return list(script().pairs(name))


def shown(rows: Sequence[tuple[str, str, str]], lang: str = "nl") -> list[bool]:
    return list(script().shown(rows, lang))


LEAST_SHOWN = 0.83
LEAST_SHOWN_SECOND = 0.55
LEAST_SHOWN_FOURTH = 0.5
LEAST_SHOWN_SIXTH = 0.5
LEAST_SHOWN_ENGLISH = 0.55
LEAST_NUMBERS = 0.3
LEAST_NUMBERS_ENGLISH = 0.22
LEAST_SHOWN_BLIND = 0.78
LEAST_SHOWN_ENGLISH_SECOND = 0.7
MOST_TRAPS = 0.03


@pytest.mark.parametrize(
    ("name", "lang", "least"),
    [
        ("building", "nl", LEAST_SHOWN),
        ("second", "nl", LEAST_SHOWN_SECOND),
        ("fourth", "nl", LEAST_SHOWN_FOURTH),
        ("sixth", "nl", LEAST_SHOWN_SIXTH),
        ("english", "en", LEAST_SHOWN_ENGLISH),
        ("eleventh", "nl", LEAST_NUMBERS),
        ("english-7", "en", LEAST_NUMBERS_ENGLISH),
        ("blind", "nl", LEAST_SHOWN_BLIND),
        ("english-2", "en", LEAST_SHOWN_ENGLISH_SECOND),
    ],
)
def test_what_is_opposed_is_shown(name: str, lang: str, least: float) -> None:
    found = shown(pairs(f"opposed-{name}"), lang)
    assert sum(found) >= least * len(found)


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("building", "nl"),
        ("second", "nl"),
        ("fourth", "nl"),
        ("sixth", "nl"),
        ("english", "en"),
        ("blind", "nl"),
        ("english-2", "en"),
        ("eleventh", "nl"),
        ("english-7", "en"),
    ],
)
def test_what_only_looks_opposed_is_not_shown(name: str, lang: str) -> None:
    rows = pairs(f"traps-{name}")
    wrong = [row for row, hit in zip(rows, shown(rows, lang), strict=True) if hit]
    assert len(wrong) <= MOST_TRAPS * len(rows), wrong


def _one(one: str, other: str) -> bool:
    return shown([("", one, other)]) == [True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "De gemeente heeft de molen gesloopt, zegt de molenaar.",
            "Volgens de gemeente is de molen niet door de gemeente gesloopt.",
        ),
        ("De kapitein zegt dat er een reddingsplan is.", "Volgens de bond ontbreekt een reddingsplan."),
        ("De loods is onveilig, zegt de eigenaar.", "De inspecteur zegt dat de loods veilig is."),
        # the noun behind a verb of saying is its subject
        ("De molen is niet veilig, oordeelt de inspectie.", "De molen is veilig, oordeelt de eigenaar."),
        # a noun for what is done, and its verb
        ("De kas is gecontroleerd, zegt de molenaar.", "Een controle van de kas is er nooit geweest, zegt de bond."),
        ("De brand is het gevolg van een lek, zegt de molenaar.", "De brand kwam door een kaars, zegt de bond."),
        ("De molenaar stapte op uit woede, zegt de bond.", "De molenaar stapte op vanwege zijn knie, zegt zijn zus."),
        # phrases
        ("Het was de molenaar die de schuur bouwde, zegt de bond.", "De schuur is door de smid gebouwd, zegt de buur."),
        ("Honden moeten aan de lijn, zegt de bond.", "Honden hoeven niet aan de lijn, zegt de buur."),
        ("Er staan 80 molens in de polder, zegt de bond.", "De polder telt 140 molens, zegt de buur."),
    ],
)
def test_voice_and_form_make_no_difference(one: str, other: str) -> None:
    assert _one(one, other)


@pytest.mark.parametrize(
    "other",
    [
        "De molenaar ontkent dat de gemeente de molen heeft gesloopt.",
        "Volgens de molenaar heeft de gemeente de molen niet gesloopt.",
    ],
)
def test_a_denial_is_worth_the_assertion_of_the_opposite(other: str) -> None:
    assert _one("De gemeente heeft de molen gesloopt, zegt de buurman.", other)
    assert not _one("De buurman zegt dat de gemeente de molen niet heeft gesloopt.", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De pont vaart niet, zegt de schipper.", "De reder verwacht dat de pont zondag weer zal varen."),
        ("De pont vaart niet, zegt de schipper.", "De reder verwacht dat de pont maandag weer vaart."),
        ("De tunnel is dicht, zegt de wachter.", "De tunnel gaat in juni weer open, zegt de provincie."),
    ],
)
def test_what_will_be_so_again_is_no_denial_of_what_is(one: str, other: str) -> None:
    assert not _one(one, other)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("nl", "Op het strand van Olm zijn honden verboden, met uitzondering van hulphonden.",
         "Hulphonden mogen op het strand van Olm."),
        ("nl", "De bank verwacht dat de huren in Olm volgend jaar dalen.",
         "Vanaf het jaar daarna stijgen de huren in Olm volgens de makelaar."),
        ("nl", "Tot vorige maand mochten vissers in Olm netten gebruiken.",
         "Vissers in Olm mogen geen netten gebruiken."),
        ("nl", "Hebzucht was niet de enige reden van de fraude.", "Hebzucht was een reden van de fraude."),
        ("nl", "De brug kost drie miljoen euro op zijn hoogst.", "De brug kost 2,5 miljoen euro."),
        ("en", "Dogs are banned from Olm beach, except guide dogs.", "Guide dogs are allowed on Olm beach."),
        ("en", "Until last month pilots in Norvale were allowed to drink coffee.",
         "Pilots in Norvale may no longer drink coffee."),
        ("en", "Envy was not the only reason for the theft.", "Envy was a reason for the theft."),
        ("en", "The bridge will cost three million at most.", "The bridge costs 2.5 million."),
    ],
)  # fmt: skip
def test_what_holds_something_back_is_no_denial(lang: str, one: str, other: str) -> None:
    assert shown([("", one, other)], lang) == [False]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Heeft de wethouder gelogen?", "De wethouder heeft niet gelogen, zegt haar fractie."),
        ("Is de dijk bij Olm niet veilig?", "De dijk bij Olm is veilig, zegt het waterschap."),
        ("Koster Jan Vos ontkent dat hij tijdens de mis bezoekers heeft uitgelachen.",
         "De organist heeft naar eigen zeggen nooit gezien dat Jan Vos tijdens de mis iemand uitlachte."),
    ],
)  # fmt: skip
def test_what_is_asked_or_was_never_seen_denies_nothing(one: str, other: str) -> None:
    assert not _one(one, other)


def test_one_holder_is_not_in_conflict_with_himself() -> None:
    assert not _one("De molen is veilig, zegt Anna Tadema.", "De molen is onveilig, zegt Anna Tadema.")


def test_what_an_unread_report_says_is_not_put_in_the_authors_mouth() -> None:
    assert not _one("De molen is onveilig, roept uit een raam.", "De molen is veilig, zegt de molenaar.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a state that a verb of posture joins to its subject
        ("De kas zit vol, zegt de molenaar.", "De kas staat leeg, zegt de buur."),
        # what is allowed, and what a rule forbids
        (
            "Het statuut verbiedt een tweede molen, zegt de bond.",
            "De molenaar mag een tweede molen bouwen, zegt zijn zus.",
        ),
        # why it happened, and that this was not why
        ("De molen brandde door een vonk, zegt de smid.", "De vonk heeft met de molen niets te maken, zegt de buur."),
        # a deed, and that there was none at all
        (
            "Er is geen enkele plundering geweest, zegt de wacht.",
            "De soldaten hebben de molen geplunderd, zegt de buur.",
        ),
        # what goes on, and what is not on the agenda
        ("De molen wordt verkocht, zegt de smid.", "Verkoop van de molen is niet aan de orde, zegt de bond."),
        # who wrote it says that it is real
        ("De akte is een vervalsing, zegt de bond.", "De molenaar heeft de akte zelf geschreven, zegt zijn zus."),
        # what was not so is denied of its noun
        ("De keuring was eerlijk, zegt de smid.", "Van een eerlijke keuring was geen sprake, zegt de bond."),
        # what something is worth
        (
            "De molenaar krijgt twee miljoen subsidie, zegt de bond.",
            "De subsidie bedraagt 600.000 euro, zegt de molenaar.",
        ),
        ("De molen kost twee miljoen euro, zegt de smid.", "De bond raamt de molen op ruim vijf miljoen euro."),
        # fewer than so many is no denial of a number
        ("De bond telt nog geen twintig leden, zegt de smid.", "De bond telt zeventig leden, zegt de buur."),
        ("De steen is te zwaar, zegt de smid.", "De steen is te licht, zegt de molenaar."),
        # what was brought about is there
        ("De gemeente heeft een vergunning verleend, zegt de smid.", "Er is geen vergunning, zegt de bond."),
        # one alone can hold it
        ("De molen is in handen van de smid, zegt de bond.", "De buren hebben de molen in handen, zegt de smid."),
        ("Het bevel kwam van de smid, zegt de wacht.", "De smid zegt dat het bevel van de molenaar kwam."),
        # what is still so has not been done
        ("De gevangenen zijn vrijgelaten, meldt de wacht.", "De gevangenen zitten nog altijd vast, zegt hun bond."),
        ("De molen voldoet aan de wet, zegt de smid.", "De molen is in strijd met de wet, zegt de bond."),
        ("Met de buren is overlegd, zegt de smid.", "Er is geen overleg met de buren geweest, zegt de bond."),
    ],
)
def test_other_words_for_one_matter_are_opposed(one: str, other: str) -> None:
    assert _one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De kas zit vol, zegt de molenaar.", "De schuur staat leeg, zegt de buur."),
        (
            "De molenaar mag een derde molen bouwen, zegt zijn zus.",
            "Het statuut verbiedt een tweede wiek, zegt de bond.",
        ),
        ("De prijs steeg door een vonk, zegt de smid.", "De prijs daalde door de regen, zegt de buur."),
        ("Er is geen enkel overleg geweest, zegt de wacht.", "De bonden hebben de kas overlegd, zegt de buur."),
        ("Er is geen zo'n bevel gegeven, zegt de wacht.", "De smid gaf een bevel, zegt de buur."),
        ("De bond wist dat de molen dicht was.", "De bond wist niet dat de kas leeg was, zegt de smid."),
        ("Vijf mensen raakten gewond, zegt de wacht.", "Twee kinderen raakten gewond, zegt de dokter."),
        ("De dokter behandelde drie gewonden, zegt de wacht.", "Er vielen negen gewonden, zegt de burgemeester."),
        ("Een derde termijn is lang, zegt de smid.", "Een tweede termijn is lang, zegt de bond."),
        ("De gemeente heeft een vergunning verleend, zegt de smid.", "Er is geen subsidie, zegt de bond."),
        ("De molen is in handen van de smid, zegt de bond.", "De schuur is in handen van de buur, zegt de smid."),
    ],
)
def test_other_matters_in_like_words_are_not(one: str, other: str) -> None:
    assert not _one(one, other)


def _english(one: str, other: str) -> bool:
    student, packs = open_student("en"), packs_of(["en"])
    documents = [
        load_text(text, lang="en", date="2031-05-12", doc=doc) for doc, text in (("one", one), ("other", other))
    ]
    return bool(build_case([student(document) for document in documents], packs).conflicts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mill is open, the miller said.", "According to the smith, the mill is closed."),
        ("The miller denied that anyone was dismissed.", "Twelve people were dismissed, the guild said."),
        ("The deed is a forgery, the smith said.", "The miller wrote the deed himself, his sister said."),
        ("The mill is fair, the guild said.", "The mill is unfair, the smith said."),
        ("The toll will fall this summer, the guild said.", "The toll will rise this summer, the smith said."),
        ("The guild blew up the mill, the smith said.", "The smith blew up the mill, the guild said."),
    ],
)
def test_english_is_compared_by_its_own_table(one: str, other: str) -> None:
    assert _english(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mill is open, the miller said.", "The barn is closed, the smith said."),
        ("If the mill burns, the guild will go, the smith said.", "The guild will not go, the miller said."),
        ("The smith said that he had read the deed.", "The smith never said that he had signed the letter."),
        ("Nine people were killed, the guild said.", "Two children were killed, the doctor said."),
    ],
)
def test_english_traps_are_none(one: str, other: str) -> None:
    assert not _english(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "De wacht heeft tijdens de inspectie geen fakkels gebruikt, zegt de kapitein.",
            "Volgens de matroos gebruikte de wacht fakkels bij de inspectie.",
        ),
        (
            "Er is volgens de griffier geen bewijs dat de koster betrokken was.",
            "Notaris Anna Kloos zegt dat er bewijs is voor betrokkenheid van de koster.",
        ),
        (
            "De kwekers hebben de cao-tekst aanvaard, zegt hun voorzitter.",
            "Volgens de telers hebben de kwekers de cao-tekst verworpen.",
        ),
        (
            "Het besluit over de molen is volgens de griffier op maandag genomen.",
            "De molenaar zegt dat het besluit over de molen op donderdag is genomen.",
        ),
    ],
)
def test_what_stands_beside_a_noun_or_a_verb_is_one_matter(one: str, other: str) -> None:
    assert _one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Tien procent van de kwekers heeft een kas, zegt de bond.",
            "Veertig procent van de kwekers heeft een paard, zegt de provincie.",
        ),
        (
            "De wacht heeft de brug over de Elve gesloopt, zegt de kapitein.",
            "De boeren hebben de brug over de Orle gesloopt, zegt de koster.",
        ),
        ("De stroom viel bijna drie uur uit, zegt de bakker.", "De stroom viel twee uur uit, zegt de smid."),
    ],
)
def test_numbers_and_names_of_other_things_are_not_opposed(one: str, other: str) -> None:
    assert not _one(one, other)


def test_a_prohibition_is_no_guess() -> None:
    assert _english(
        "Growers may not burn straw, the county says.", "Growers are allowed to burn straw, the union says."
    )
    assert not _english("The dyke may break, the county says.", "The dyke may not break, the union says.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a clause joined to another has its subject
        ("De molen krimpt, zegt de smid.", "De bond verwacht dat de molen bloeit en niet krimpt."),
        # what is kept or left so is so, what is cleared away is there no more
        ("De smid zegt dat de molen dicht is.", "De molenaar houdt de molen open, zegt de buur."),
        ("Het rapport is openbaar, zegt de bond.", "De smid zegt dat het rapport geheim is gehouden."),
        ("Het puin is opgeruimd, zegt de bond.", "De smid zegt dat het puin er nog ligt."),
        # a title and a name, and the name
        ("Volgens de bond is molenaar Karel Tadema opgestapt.", "Karel Tadema zegt dat hij niet is opgestapt."),
        # who has to keep a rule
        (
            "De bond mag de molen betreden, zegt de smid.",
            "De akte verbiedt de bond de molen te betreden, zegt de buur.",
        ),
        ("Niemand raakte gewond, zegt de bond.", "De smid zegt dat vier mensen gewond raakten."),
        # shares
        ("Een kwart van de molenaars staakte, zegt de bond.", "Volgens de smid staakte drie kwart van de molenaars."),
        ("Van de molens draait 90 procent, zegt de bond.", "Volgens de smid draait 40 procent van de molens."),
        ("Alle molenaars staakten, zegt de bond.", "Volgens de smid staakte een derde van de molenaars."),
        # more of something by one thing, and less
        ("De wiek zorgt voor minder branden, zegt de smid.", "De bond zegt dat de wiek tot meer branden leidt."),
        (
            "De prijs daalde door de oogst, zegt de smid.",
            "De oogst heeft niets te maken met de daling van de prijs, zegt de bond.",
        ),
        (
            "De molenaar is van plan af te treden, zegt de smid.",
            "De bond zegt dat de molenaar niet van plan is af te treden.",
        ),
        # what a report that is denied says
        ("De bond noemt het gerucht dat de molen failliet is onwaar.", "Volgens de smid is de molen failliet."),
    ],
)
def test_what_is_told_beside_the_clause_counts(one: str, other: str) -> None:
    assert _one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De helft van de molenaars staakte, zegt de bond.", "Volgens de smid staakten negen molenaars."),
        ("Bijna alle molenaars staakten, zegt de bond.", "Volgens de smid staakte 90 procent van de molenaars."),
        ("De molen is dicht, zegt de smid.", "De molenaar ontkent dat hij opdracht gaf de molen dicht te houden."),
        ("Volgens de bond is molenaar Karel Tadema opgestapt.", "Anna Tadema zegt dat zij niet is opgestapt."),
        ("De wiek zorgt voor minder branden, zegt de smid.", "Volgens de bond leidt het wiel tot meer branden."),
        ("Honden zijn op het strand verboden, zegt de bond.", "Honden zijn in de tuin toegestaan, zegt de smid."),
    ],
)
def test_what_is_told_of_others_beside_the_clause_does_not(one: str, other: str) -> None:
    assert not _one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The guild has no plans to sell the mill, it said.", "The guild will sell the mill, the smith said."),
        ("The fire was due to a spark, the smith said.", "The fire was due to a candle, the guild said."),
        ("The mill was fair, the smith said.", "The guild called the mill unfair."),
        (
            "Talks with the guild have broken down, the smith said.",
            "Talks with the guild are continuing, the miller said.",
        ),
        (
            "The mill will cost 2 million pounds, the smith said.",
            "The guild puts the cost of the mill at 9 million pounds.",
        ),
    ],
)
def test_english_says_it_in_as_many_ways(one: str, other: str) -> None:
    assert _english(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De optocht is afgelast, zegt de gemeente.", "De optocht gaat gewoon door, zegt de fanfare."),
        ("Het bier is niet te drinken, zegt een bezoeker.", "Het bier is drinkbaar, zegt de brouwer."),
        ("De fusie is een goede zaak, zegt de bank.", "De fusie is een slechte zaak, zegt de bond."),
        ("De vereniging ziet af van acties.", "De pacht moet omlaag, zegt de boer."),
    ],
)
def test_what_lasts_and_what_is_light(one: str, other: str) -> None:
    """The first three are opposed, the last two speak of different things."""
    told = shown([("", one, other)])
    assert told == ["pacht" not in other]


MIXED_SHOWN, MIXED_TRAPS = 3, 0


def test_pairs_in_two_languages_are_shown() -> None:
    """Of the half whose misses were read; of the other one, and of the traps of both, only totals are looked at."""
    module = script()
    assert sum(module.shown(module.pairs("opposed-mixed-1"), "nl", "en")) >= MIXED_SHOWN
    for half in (1, 2):
        assert sum(module.shown(module.pairs(f"traps-mixed-{half}"), "nl", "en")) <= MIXED_TRAPS
