"""Whose words stand in a reportage, a comment or an interview: constructions of writers who vary how they name who speaks.

What is not sure is nobody's: a quotation behind a relative of somebody, a question that nobody is named after.
"""

from __future__ import annotations

import pytest

import wederhoor
from wederhoor.documents import load_text
from wederhoor.reading import open_student
from wederhoor.records import Reading


def read(text: str) -> Reading:
    return open_student("nl")(load_text(text + "\n", doc="x", lang="nl")).reading


def speakers(text: str, words: str) -> set[str | None]:
    """Who says something with these words in it."""
    found = read(text)
    return {a.speaker for a in found.attributions if words in found.quote(a)}


NEW_IN_THE_PARAGRAPH = [
    (
        (
            "Hoofdspreker was Karel Zomer, de voorman van de Boerenbond. „Wij gaan door”, zei Zomer. Zomer gaat uit van honderd "
            "gedupeerden.\n\nAan de rand van het plein stond Harm Bolder (51) uit Zandvoorde met een bord. "
            "Zijn zus woont naast de "
            "fabriek. „Zonder die mensen was ze er niet meer geweest.”"
        ),
        "Zonder die mensen",
        {"Harm Bolder", None},
    ),
    (
        (
            "Burgemeester Bakema sprak dinsdag met de raad. Bakema liet weten dat de haven open blijft.\n\nWethouder Krist heeft "
            "vrijdag zijn functie neergelegd. In een korte verklaring schrijft hij dat hij dat om zijn gezin doet."
        ),
        "gezin",
        {"Krist", "wethouder Krist"},
    ),
    (
        (
            "‘Een leger is nooit overwogen’, hield voorzitter Fossum deze week vol.\n\nHelden zijn schaars. Molina zit intussen "
            "gewoon in Brugge, waar zij een raad van negen leden uitriep. Er dook een foto op: zij en de "
            "generaal, op een feest. Eén "
            "keer, vijf minuten, geeft zij toe."
        ),
        "vijf minuten",
        {"Molina"},
    ),
    (
        (
            "Els Anker, de directrice van Grondwacht, is boos. „Zij liegen”, zegt Anker. Anker gaat daar "
            "niet in mee.\n\nBlijft het "
            "verdrag. Volkenrechtkenner Hilde Maasland is stellig: artikel 4 vergt een aanval. Van een "
            "bezetting wil ze niet weten. "
            "„Een land mag vrienden uitnodigen.”"
        ),
        "vrienden",
        {"Hilde Maasland"},
    ),
    (
        (
            "Voorzitter Rob Kast van de Veebond sprak van een schande. „Wij zijn bedrogen”, zei "
            "Kast.\n\nMinister Ilse Brouwer liet "
            "het er niet bij zitten. Zij stuurde een brief naar de Kamer. „De bond is op tijd ingelicht.”"
        ),
        "op tijd",
        {"Ilse Brouwer"},
    ),
]

RELATIVES = [
    (
        (
            "Dirk Veerman (58) legt een map op de keukentafel. Zijn moeder Godelieve ging in april het "
            "ziekenhuis in. Drie weken later "
            "werd ze begraven. „Wij hebben nooit iemand aan de lijn gehad.”"
        ),
        "aan de lijn",
        {"Dirk Veerman", None},
    ),
    (
        "Joost Haak woont aan de dijk. Zijn broer Teun verdronk in februari. „Niemand heeft ons gewaarschuwd.”",
        "gewaarschuwd",
        {"Joost Haak", None},
    ),
    (
        "Marga Pol staat voor haar huis. Haar man Kees is vorig jaar gestorven. „Hij heeft dit nooit gewild.”",
        "nooit gewild",
        {"Marga Pol", None},
    ),
]

TALKED_OF = [
    (
        (
            "Boerenleider Karel Haverkamp sprak dinsdag in Meerdam.\n\nHaverkamp besloot met een "
            "voorspelling. Voor de jaarwisseling is Bakema geen burgemeester meer. „En als hij de belasting nog "
            "één keer verhoogt, haalt hij de zomer niet eens.”"
        ),
        "haalt hij",
        {"Karel Haverkamp", None},
    ),
    (
        (
            "De ambassadeur lachte. „Een verzinsel”, reageerde de ambassadeur van Rondia.\n\nVreemde "
            "soldaten zijn er niet, had kolonel "
            "Tarek Ossi me verzekerd. Diezelfde middag tel ik acht mannen op het vliegveld.\n\nEn de "
            "president? „Onze gast. Hij kan gaan "
            "en staan waar hij wil.”"
        ),
        "Onze gast",
        {"Tarek Ossi", None},
    ),
]

FRAMES = [
    (
        (
            "De partij van Bos bleef volgens de officiële uitslag steken op 41 procent. De Raad van "
            "Kerken, die waarnemers had gestuurd, "
            "kwam tot een andere uitkomst: Bos zou met 52 procent hebben gewonnen."
        ),
        "52 procent",
        {"Raad van Kerken", "de Raad van Kerken"},
    ),
    (
        "Bos kreeg volgens de kiesraad 41 procent. De waarnemers kwamen tot een heel andere slotsom: Bos zou hebben gewonnen.",
        "gewonnen",
        {"de waarnemers"},
    ),
    (
        (
            "Brood is nu driemaal zo duur, door de boycot volgens de junta, door de soldaten die het meel "
            "oppotten volgens de bakkers."
        ),
        "soldaten",
        {"de bakkers"},
    ),
    (
        "Een verlenging ‘sluiten we niet uit’, schrijft de directie aan de gemeente, en elf kinderen zitten gewoon op De Kiem.",
        "verlenging",
        {"de directie"},
    ),
    ("Buiten, bij de fietsen, stond een vader met een peuter op de arm.", "Buiten", set()),
    ("„Onze gast”, zegt de kolonel. „Hij kan gaan en staan waar hij wil.”", "waar hij wil", {"de kolonel"}),
    (
        (
            "Wie de rekening krijgt, is voor minister van Milieu Lore Bouwman geen vraag. De vervuiler "
            "betaalt, laat haar kabinet weten."
        ),
        "vervuiler",
        {"het kabinet van Lore Bouwman", "haar kabinet"},
    ),
    ("De inspectie zegt dat hij pas sloot toen zij met een bevel dreigde.", "een bevel", {"de inspectie"}),
    ("Ook toxicologe Ingrid Vael kwam tot het besluit dat het lood uit de schoorsteen stamt.", "lood", {"Ingrid Vael"}),
    ("Onderzoekers komen tot de conclusie dat de dijk verzakt.", "verzakt", {"onderzoekers"}),
    ("Pim Verhoef zegt dat hij nooit gebeld is.", "gebeld", {"Pim Verhoef"}),
    ("Verhoef zegt dat zijn familie nooit gebeld is.", "gebeld", {"Verhoef"}),
    ("Haar ontslag noemt de toezichthouder een vergelding.", "vergelding", {"de toezichthouder"}),
    (
        "Het regionale blok had de verkiezingen eerder deze week „ordelijk en eerlijk” genoemd.",
        "ordelijk",
        {"het regionale blok"},
    ),
    ("De rechter vond de brandveiligheid in orde.", "brandveiligheid", {"de rechter"}),
    ("Niet iedereen in huis is gelukkig met de stap.", "stap", set()),
]


@pytest.mark.parametrize(("text", "words", "able"), [*NEW_IN_THE_PARAGRAPH, *RELATIVES, *TALKED_OF])
def test_a_quotation_is_of_who_is_told_of_there_or_of_nobody(text: str, words: str, able: set[str | None]) -> None:
    found = speakers(text, words)
    assert found and found <= able


@pytest.mark.parametrize(("text", "words", "able"), FRAMES)
def test_the_one_who_is_named_says_it(text: str, words: str, able: set[str | None]) -> None:
    found = speakers(text, words)
    assert found <= able and bool(found) == bool(able)


CONTENTS = [
    ("In de opvang heeft hij, zegt wethouder Krist nu, vanaf de eerste dag niets gezien.", "niets gezien"),
    ("Krist zegt pas in september van de uitbraak te hebben gehoord.", "pas in september"),
    (
        "Eerder hoefde dat niet, aldus bestuurder Krist, omdat melden pas verplicht is vanaf vijf gevallen.",
        "omdat melden",
    ),
    ("De garde zat toen al vast, weet Odile van haar neef, die er dient.", "De garde zat toen al vast"),
    ("Te kiezen viel er weinig, zegt Krist: de wet laat de gemeente geen ruimte om nee te zeggen.", "geen ruimte"),
    (
        "Daar klopt niets van, reageert Krist: de norm is in geen enkele nacht overschreden.",
        "de norm is in geen enkele",
    ),
    ("Leugens, schamperde minister Balk: in zijn gevangenis is geen mens iets aangedaan.", "geen mens iets aangedaan"),
]


@pytest.mark.parametrize(("text", "words"), CONTENTS)
def test_all_that_is_said_is_read(text: str, words: str) -> None:
    found = read(text)
    assert any(words in found.quote(a) for a in found.attributions if a.parent is None)


def test_what_is_not_said_is_no_part_of_it() -> None:
    found = read("De garde zat toen al vast, weet Odile van haar neef, die er dient.")
    assert all("dient" not in found.quote(a) for a in found.attributions)
    found = read(
        "Een verlenging ‘sluiten we niet uit’, schrijft de directie, en elf kinderen zitten gewoon op De Kiem."
    )
    assert all("elf kinderen" not in found.quote(a) for a in found.attributions)


DENIED = [
    "Dat hij een slaatje uit de vluchtelingen wil slaan, noemt Siebe Ring de omgekeerde wereld.",
    "Dat het speelplein zou moeten sluiten, doet burgemeester Siebe Ring af als bangmakerij.",
    "Dat hij de brief heeft vervalst, noemt Siebe Ring onzin.",
    "Dat inwoners overvallen zijn, wil er bij Siebe Ring niet in.",
    "Dat de dijk verzakt, doet Siebe Ring af als onzin.",
    "Siebe Ring wil er niet aan dat de dijk verzakt.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_called_the_world_upside_down_is_denied(text: str) -> None:
    found = read(text)
    own = [a for a in found.attributions if a.speaker == "Siebe Ring"]
    assert all(a.attitude != "want" for a in own)
    assert any(a.polarity == "-" for a in own)


BEHIND_COLONS = [
    ("Volkenrechtkenner Hilde Maasland is formeel: artikel 4 vergt een aanval.", "artikel 4", "Hilde Maasland"),
    ("Directeur Els Bakker is even stellig: haar medewerkers troffen niemand.", "troffen niemand", "Els Bakker"),
    ("Wethouder Rob Kast bestrijdt die uitleg: ook een storm geldt als overmacht.", "een storm", "Rob Kast"),
    ("Wethouder Rob Kast ontkent dat: de brug is gisteren nagekeken.", "nagekeken", "Rob Kast"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), BEHIND_COLONS)
def test_what_stands_behind_the_colon_of_a_denial_or_a_manner_is_said_too(text: str, words: str, speaker: str) -> None:
    assert speakers(text, words) == {speaker}
    assert all(a.polarity == "+" for a in read(text).attributions if words in read(text).quote(a))


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("De politie Amersveld meldt dat de brug dicht is.", "dicht", "de politie Amersveld"),
        (
            "Daarmee is Rondia volgens Josien Kaan, econoom bij Zuiderbank, in een spiraal beland.",
            "beland",
            "Josien Kaan",
        ),
        ("Een woordvoerster wil alleen kwijt dat er gesprekken zijn geweest.", "gesprekken", "een woordvoerster"),
        (
            "Het bedrijf geeft toe dat er iets schortte, en benadrukt dat de raad is ingelicht.",
            "de raad",
            "het bedrijf",
        ),
        ("Schutters op het dak van de bank, zeggen drie winkeliers die erop uitkeken.", "Schutters", "drie winkeliers"),
        ("Grondwacht heeft er 227 op naam.", "227", "Grondwacht"),
        (
            "Er ontbreekt een onderzoek, zegt Kees Bol; de veiligheidsregio spreekt dat tegen.",
            "dat",
            "de veiligheidsregio",
        ),
    ],
)
def test_who_says_it_has_his_whole_name_and_no_more_than_his_words(text: str, words: str, speaker: str) -> None:
    assert speaker in speakers(text, words)
    found = read(text)
    said = [found.text[first:end] for a in found.attributions for first, end in a.content]
    assert all("econoom" not in words and "benadrukt" not in words for words in said)


def test_what_is_held_against_somebody_who_answers_is_of_him() -> None:
    interview = "Koen Straver (54), baas van Metaalgroep, over lood en geld.\n\n{}\n\n“Natuurlijk ken ik het.”\n\n{}\n\n“Onzin.”"
    text = interview.format("U zei in mei dat u het rapport niet kende.", "In juni zei u dat niemand ziek was.")
    assert speakers(text, "het rapport niet kende") == speakers(text, "niemand ziek was") == {"Koen Straver"}
    assert speakers("U zei in mei dat u het rapport niet kende.", "rapport") == set()


def test_a_body_with_its_initials_behind_it_is_no_person() -> None:
    found = read("De Gemeenschap van Oostelijke Landen (GOL) eiste herstel.")
    assert [e.type for e in found.entities] == ["ORG", "ORG"]


def test_a_quotation_of_who_is_interviewed_is_not_of_him_whom_the_question_names() -> None:
    interview = "Toon Kramer (59) bediende 26 jaar de stuw.\n\n{}\n\n{}"
    first = "Het water was te hoog.\n\n“Dat was het. Ik heb gebeld.”\n\nEr viel veel regen.\n\n“Ach, regen.”"
    asked = "En Nelis Bos?\nHij draait zijn kopje om. “Ik heb hem er zelf mee uitgehaald.”"
    assert speakers(interview.format(first, asked), "uitgehaald") <= {"Toon Kramer", None}


def test_what_stands_with_its_own_clause_before_a_quotation_keeps_both() -> None:
    found = read("Voorzitter Els Dierick eist dat de dijkgraaf vertrekt: ‘Zij is niet te handhaven.’")
    assert [(a.attitude, a.speaker) for a in found.attributions] == [("want", "Els Dierick"), ("say", "Els Dierick")]


def test_a_present_in_the_form_of_a_participle_says_something() -> None:
    assert speakers("Een zoekgebied is geen plan, benadrukt dijkgraaf Ilse Tielen.", "zoekgebied") == {"Ilse Tielen"}


def test_what_the_first_of_two_sources_says_is_not_given_to_the_second() -> None:
    found = read("Volgens waterbedrijf Vennewater lag dat aan een leiding, volgens de huurdersbond aan het onderhoud.")
    said = {a.speaker: " ".join(found.text[first:end] for first, end in a.content) for a in found.attributions}
    assert "leiding" in said["Vennewater"] and "onderhoud" not in said["Vennewater"]
    assert "leiding" not in said.get("de huurdersbond", "")


def test_a_body_is_not_the_family_name_of_who_leads_it() -> None:
    found = read(
        "Waterbedrijf Vennewater bestrijdt dat er klachten waren. De bond sprak met Vennewater.\n\n"
        "Directeur Sip Hagedoorn van Vennewater is stellig: volgend jaar is alles vernieuwd."
    )
    assert {a.speaker for a in found.attributions} == {"Vennewater", "Sip Hagedoorn"}


BEFORE_THE_COLON = [
    "Wethouder Bos zegt niets, maar onderzoeker Els Visser is stellig: de brug was al verzakt.",
    "Omdat wethouder Bos zweeg, is onderzoeker Els Visser stellig: de brug was al verzakt.",
    "Wethouder Bos ontkent dat hij loog, en onderzoeker Els Visser bestrijdt zijn lezing: de brug was al verzakt.",
    "Volgens wethouder Bos was de brug veilig, maar onderzoeker Els Visser bestrijdt die lezing: de brug was al verzakt.",
]


@pytest.mark.parametrize("text", BEFORE_THE_COLON)
def test_what_stands_behind_a_colon_is_of_the_last_who_speaks_before_it(text: str) -> None:
    assert speakers(text, "verzakt") == {"Els Visser"}


@pytest.mark.parametrize(
    ("lang", "headline", "told"),
    [
        (
            "nl",
            "Schippers: waterschap wist al in januari van scheuren",
            ("Schippers", "waterschap wist al in januari van scheuren"),
        ),
        ("nl", "Minister Bram Kolk: dijk is veilig", ("Bram Kolk", "dijk is veilig")),
        ("en", "Mayor: bridge is safe", ("mayor", "bridge is safe")),
        ("nl", "Delfmeer: brug gaat dicht", None),
        ("nl", "Dijkgraaf: hoe zij de sluis redde", None),
        ("en", "Analysis: the mayor is wrong", None),
    ],
)
def test_who_speaks_before_the_colon_of_a_headline(lang: str, headline: str, told: tuple[str, str] | None) -> None:
    text = f"{headline}\n\nIt rained in Veldport." if lang == "en" else f"{headline}\n\nHet regende in Delfmeer."
    found = [(a.speaker, text[slice(*a.content[0])]) for a in wederhoor.read_text(text, lang=lang).attributions]
    assert found == ([] if told is None else [told])


def english(text: str) -> list[tuple[str | None, str, str]]:
    return [
        (a.speaker, a.polarity, text[slice(*a.content[0])]) for a in wederhoor.read_text(text, lang="en").attributions
    ]


def test_a_described_body_is_no_body_with_a_name() -> None:
    text = (
        "Residents accused the Thornby quarry of poisoning wells. Edna Marsh chairs the village association. "
        "Thornby denied that its dust had reached the wells. The harvest will be smaller, the association warned."
    )
    reading = wederhoor.read_text(text, lang="en")
    [said] = [a for a in reading.attributions if "harvest" in text[slice(*a.content[0])]]
    [actor] = [one for one in reading.actors if one.id == said.actor]
    assert (said.speaker, actor.name) == ("the association", "village association")


def test_a_body_of_which_somebody_was_told_is_no_other_one() -> None:
    text = (
        "Pilots' union secretary Tom Arkwright denied that. The insurer, Calder Mutual, said it was nearer 900,000. "
        "Delays will follow, the union warned."
    )
    assert [speaker for speaker, _, _ in english(text)][-1] == "the union"


def test_what_a_thing_is_of_is_nothing_that_is_said_of_it() -> None:
    text = "The county says it never approved the blasts of last autumn."
    assert english(text) == [("the county", "+", "it never approved the blasts of last autumn")]


def test_who_spoke_last_by_an_unknown_name_goes_on() -> None:
    text = 'The director insisted that the lead was old. Marsh rejected that. "The pipes are new," she said.'
    assert [speaker for speaker, _, _ in english(text)] == ["the director", "Marsh", "Marsh"]
    assert [a.actor for a in wederhoor.read_text(text, lang="en").attributions][1:] == [None, None]
