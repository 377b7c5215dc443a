"""Whose words it is in news: titles, bodies by another name, texts of somebody, who is counted, two as one, pronouns.

Names and places are invented.
"""

from __future__ import annotations

import pytest

import wederhoor

ENGLISH = [
    ("Connecticut Governor Ned Stoller said the bridge was safe.", "bridge was safe", "Ned Stoller"),
    ("Supreme Court Justice Dana Kolm said it was no fraud.", "no fraud", "Dana Kolm"),
    ("Brazilian President Jair Bolkin said the dam would stay.", "dam would stay", "Jair Bolkin"),
    ("New York Attorney General Letitia Jakes said she would sue.", "she would sue", "Letitia Jakes"),
    ("Stephen King said the mill was shut.", "mill was shut", "Stephen King"),
    ("The National Institute of Fish said the lake was dead.", "lake was dead", "National Institute of Fish"),
    ("Gelling Group bought the mill. Gelling said it seeks to improve it.", "seeks to improve", "Gelling Group"),
    ("According to the Allied Press news agency, the port was shut.", "port was shut", "Allied Press"),
    ("According to a statement by the spokesperson Harry Tork, the mayor wept.", "the mayor wept", "Harry Tork"),
    (
        "Pacific Port Company (PPC) cut the power. According to PPC's schedule, all will be dark.",
        "will be dark",
        "Pacific Port Company",
    ),
    (
        "A 1989 report from the Harbour Board describes it. The report said that one man was hurt.",
        "one man was hurt",
        "a 1989 report from the Harbour Board",
    ),
    ("The board charged Jon Tork. His indictment said that he had lied.", "had lied", "the indictment of Jon Tork"),
    (
        (
            "The lead authors, geochemist Seth John and oceanographer Dina Petrov of Southport University, "
            "had first thought the lava caused it. They found there was too much iron."
        ),
        "too much iron",
        "the lead authors",
    ),
    (
        "A number of councillors condemned the act of the board, citing the loss of the mill.",
        "the loss of the mill",
        "a number of councillors",
    ),
    ('The guild was angry. "We read of it," said its secretary, Omar Pell.', "We read of it", "Omar Pell"),
    ("Dozens of residents oppose the plan.", "the plan", "dozens of residents"),
    ("Half of the voters prefer a park.", "a park", "half of the voters"),
    ("Many fear the mill will close.", "the mill will close", "many"),
    ("The mayor dismissed both figures as guesswork.", "both figures", "the mayor"),
    ("Podder further alleges that he was fired.", "he was fired", "podder"),
    ("Tork met Hale. Ann Lister went on to say that Hale was wrong.", "Hale was wrong", "Ann Lister"),
]

DUTCH = [
    ("Dat de brug veilig is, blijkt uit een onderzoek door Dana Monter.", "de brug veilig is", "Dana Monter"),
    ("De brug is veilig, volgens een verklaring van woordvoerder Kees Bol.", "De brug is veilig", "Kees Bol"),
    (
        "De firma Ralden Capital Partners leest het plan. De punten zijn goed, aldus RCP.",
        "De punten zijn goed",
        "Ralden Capital Partners",
    ),
    (
        "Volgens een woordvoerster wil Kanaal Plus een zender beginnen. TF7 zou het plan hebben bedacht.",
        "het plan hebben bedacht",
        "een woordvoerster",
    ),
    ("Autofabrikant Fjord rapporteert winst\n\nHet autobedrijf Fjord groeit.", "winst", "Fjord"),
    ("De ouderen van straks zwijgen. Zij willen een park.", "een park", "de ouderen van straks"),
    (
        "De bewoners zwijgen. Ze willen appartementen of woongroepen. Ze willen een goed leven.",
        "een goed leven",
        "de bewoners",
    ),
    ("De ouderen accepteren geen kleine kamers. Zij willen een park.", "een park", "de ouderen"),
    ("Tientallen bewoners willen een park.", "een park", "tientallen bewoners"),
    ("Een aantal senatoren wil de brug sluiten.", "de brug sluiten", "een aantal senatoren"),
    (
        (
            "President Karel Vink sprak. Hij doelde op de mannen onder leiding van Desi Bol, "
            "die het land volgens hem in een crisis stortten."
        ),
        "in een crisis stortten",
        "Karel Vink",
    ),
    (
        (
            "Eigenlijk had Mayer al willen springen. Maar Rob Tielman hield Mayer aan de grond. "
            '"Ik heb hem ervan moeten overtuigen dat hij nog jong is."'
        ),
        "Ik heb hem ervan moeten overtuigen",
        "Rob Tielman",
    ),
    ('"Zij willen rust," stelt J. A. Roos van de raad. Jaap Roos is een rebel.', "Zij willen rust", "Jaap Roos"),
]


def speakers_of(text: str, words: str, lang: str) -> set[str | None]:
    reading = wederhoor.read_text(text, lang=lang)
    return {a.speaker for a in reading.attributions if words in " ".join(text[s:e] for s, e in a.content)}


@pytest.mark.parametrize(("text", "words", "speaker"), ENGLISH)
def test_who_says_it_in_english(text: str, words: str, speaker: str) -> None:
    assert speaker in speakers_of(text, words, "en")


@pytest.mark.parametrize(("text", "words", "speaker"), DUTCH)
def test_who_says_it_in_dutch(text: str, words: str, speaker: str) -> None:
    assert speaker in speakers_of(text, words, "nl")


def test_what_is_another_s_is_no_name_of_the_body() -> None:
    text = "Systeem 5 van Appel verkoopt goed. Appel meldt dat Systeem 5 nieuw is."
    assert speakers_of(text, "nieuw is", "nl") <= {"Appel"}


def test_records_of_a_state_are_no_statement() -> None:
    text = "Oxley registered the firm in 2010, according to state corporate records."
    assert "Oxley" not in {a.speaker for a in wederhoor.read_text(text, lang="en").attributions}


def test_whom_it_is_said_of_is_part_of_no_want() -> None:
    text = "Volgens een woordvoerster wil Kanaal Plus een zender beginnen."
    wants = [a for a in wederhoor.read_text(text, lang="nl").attributions if a.attitude == "want"]
    assert all("Volgens" not in text[s:e] for a in wants for s, e in a.content)


BESIDE_NUMBERS = [
    ("nl", "Tine Vroegop sprak. De reparatie kost volgens haar 2,4 miljoen euro.", "Tine Vroegop"),
    ("nl", "Tine Vroegop sprak. Er zijn volgens haar veertien scheuren.", "Tine Vroegop"),
    ("nl", "Tine Vroegop sprak. Dat kost volgens haar man 3 miljoen.", "de man van Tine Vroegop"),
    ("en", "Mayor Ann Vale spoke. The repair costs, according to her, £2 million.", "Ann Vale"),
    ("en", "Mayor Ann Vale spoke. According to her 40 cracks were found.", "Ann Vale"),
]


@pytest.mark.parametrize(("lang", "text", "speaker"), BESIDE_NUMBERS)
def test_a_number_behind_a_pronoun_is_no_part_of_the_source(lang: str, text: str, speaker: str) -> None:
    (statement,) = wederhoor.read_text(text, lang=lang).attributions
    assert statement.speaker == speaker


SAID_LAST = [
    ("The pit gave them a prize, the operator, Haldane Minerals, said.", "Haldane Minerals"),
    ("The fund gave the theatre a subsidy of £300,000, its manager, Gil Proctor, said.", "Gil Proctor"),
    ("It was the worst year, the firm's chief financial officer, Hal Dorn, told investors.", "Hal Dorn"),
]


@pytest.mark.parametrize(("text", "speaker"), SAID_LAST)
def test_who_speaks_stands_between_commas_before_the_last_verb(text: str, speaker: str) -> None:
    (statement,) = wederhoor.read_text(text, lang="en").attributions
    assert statement.speaker == speaker
