"""Words that have their own speaker beside them are nobody's who spoke before, whatever the parser makes of that speaker."""

from __future__ import annotations

import pytest

from wederhoor.documents import load_text
from wederhoor.reading import open_student
from wederhoor.records import Reading

BEFORE = {
    "en": "Ann Orde is the mayor of Harrow Bay. “The pier is safe,” Orde said on Monday. “It was checked twice.”\n\n",
    "nl": "Anna Orde is burgemeester van Meerdam. „De pier is veilig”, zei Orde maandag. „Hij is twee keer nagekeken.”\n\n",
}


def read(text: str, lang: str) -> Reading:
    return open_student(lang)(load_text(BEFORE[lang] + text + "\n", doc="x", lang=lang)).reading


def speakers(text: str, words: str, lang: str = "en") -> set[str | None]:
    """Who says something with these words in it, after Orde has spoken."""
    found = read(text, lang)
    return {a.speaker for a in found.attributions if words in found.quote(a)}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The surge does not surprise Liberal pollster Daron Shay: “Newcomers have seen a boost.”",
            "boost",
            "Daron Shay",
        ),
        (
            "It mattered for Liberal contests - Philip Bamp: “His territory had been the South.”",
            "territory",
            "Philip Bamp",
        ),
        ("17-year-old Jared Pott echoed: \n\n“He speaks his mind, and I like that.”", "his mind", "Jared Pott"),
        ("As the Post's Joel Pollard reported later: \n\n“They have done almost nothing.”", "almost", "Joel Pollard"),
        ("In a statement, her senior adviser, Jake Sulman, said: “She is for it.”", "for it", "Jake Sulman"),
        ("“The ruling keeps us free,” Robert Dace, lawyer for those who sued, said.", "ruling", "Robert Dace"),
        ("A familiar sound came from the attic: “We have already arrived.”", "arrived", None),
        ("The Board of Elections was conclusive in its findings: “No more talk is needed.”", "talk", None),
        ("“If she wants to govern, she should act like it,” the editorial read.", "govern", None),
    ],
)
def test_a_quotation_with_an_introduction_does_not_go_on_with_who_spoke_before(
    text: str, words: str, speaker: str | None
) -> None:
    assert speakers(text, words) == {speaker}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("De cijfers verbazen peiler Daan Schaaf niet: „Nieuwkomers winnen altijd.”", "winnen", {None, "Daan Schaaf"}),
        ("Een bekende stem juichte op internet: „Wij zijn er al.”", "er al", {None, "een bekende stem"}),
        (
            "Met de pier heeft de prijs volgens hoogleraar Mia Kol niets te maken: „Gooi het hek open.”",
            "hek",
            {"Mia Kol"},
        ),
        ("Ze zuchtte. Maar: „Het wordt mooi.”", "mooi", {"Anna Orde"}),
    ],
)
def test_so_it_is_in_dutch(text: str, words: str, speaker: set[str | None]) -> None:
    assert speakers(text, words, "nl") <= speaker
    assert speakers(text, words, "nl")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Lance Beeb, 49, a veteran who works in the port, said Ann Orde should be ready.", "be ready", "Lance Beeb"),
        ("One former clerk, speaking on terms of secrecy, said Gates saw it as a gift.", "saw it", "one former clerk"),
        ("“I went to the quay before it fell.”\n\n- Tom Hale.", "quay", "Tom Hale"),
        (
            "“We enter the next year without it.”\n\n-President Ida Dole, writing after the vote.",
            "next year",
            "Ida Dole",
        ),
        ("Sid Tramp said of it, “I don't like it,” adding that “they have anger.”", "don't like", "Sid Tramp"),
    ],
)
def test_who_stands_far_before_or_below_says_it(text: str, words: str, speaker: str) -> None:
    assert speakers(text, words) == {speaker}


def test_no_day_and_no_month_says_anything() -> None:
    for text in ("Hale gave her records in July, which showed she was fit.", "Gow earlier Thursday said it rained."):
        found = read(text, "en")
        assert not {a.speaker for a in found.attributions} & {"July", "Thursday"}


def test_a_quotation_alone_goes_on_with_who_spoke_before() -> None:
    assert speakers("“We will open it in May. There is no doubt.”", "in May") == {"Ann Orde"}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The plan, an insider said, is to have volunteers hand out copies.", "volunteers", "an insider"),
        ("The trouble with it, says Carl Anton, historian at the library, is that it leaks.", "leaks", "Carl Anton"),
        ("Sen. Rand Pohl said Rulan's plan would give money away, and called him a fool.", "a fool", "Rand Pohl"),
        ("The warden said he was lying and denied that she had paid him.", "she had paid", "the warden"),
        (
            "Some strategists fear that Hale has missed a chance and warn that time runs out.",
            "time runs",
            "some strategists",
        ),
        ("Rulan spoke, saying that it was cut short, and arguing that they shared the blame.", "shared", "Rulan"),
        ("Although Reynolds says that Santos broke it, others argue that Santos found it.", "broke", "Reynolds"),
        ("Although Reynolds says that Santos broke it, others argue that Santos found it.", "found", "others"),
    ],
)
def test_a_verb_of_saying_goes_on_with_the_one_that_it_agrees_with(text: str, words: str, speaker: str) -> None:
    assert speaker in speakers(text, words)
    assert speakers(text, words) <= {speaker, "some strategists", "Rulan", "Ann Orde"}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "De politie erkent dat er een mast is omgewaaid, maar benadrukt dat niemand eronder lag.",
            "eronder",
            "de politie",
        ),
        ("De kade zakt, zegt Kol. Hij zegt dat de muur scheurt en vreest dat hij valt.", "hij valt", "Kol"),
        (
            "Wethouder Rik Dorst sprak.\n\nCoalitiegenoot Huib Terp zat erbij. Hij sluit niet uit dat hij tegenstemt.",
            "tegenstemt",
            "Huib Terp",
        ),
    ],
)
def test_what_only_somebody_can_say_is_not_said_by_a_thing(text: str, words: str, speaker: str) -> None:
    found = open_student("nl")(load_text(text, doc="x", lang="nl")).reading
    assert {a.speaker for a in found.attributions if words in found.quote(a) and a.speaker != "Kol"} <= {speaker}
    assert any(words in found.quote(a) and a.speaker == speaker for a in found.attributions)


def test_lines_of_a_dialogue_that_tell_no_speaker_are_nobodys() -> None:
    text = "De coach boog.\n\n- Waarom heeft hij een jurk aan?\n\n- Dat is geen jurk, dat is een vest.\n\n- Wat doet hij dan?"
    for words in ("een jurk aan", "een vest", "doet hij"):
        assert speakers(text, words, "nl") == {None}


def test_he_is_no_minister_who_is_a_woman() -> None:
    text = (
        "Minister Lianne Uyt was er. Kamerlid Joris Haan beschuldigde haar. Nu zegt haar ministerie dat het er lag. "
        "Als de minister niets vrijgeeft, dreigt hij een motie in te dienen."
    )
    assert speakers(text, "een motie", "nl") == {"Joris Haan"}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Een woordvoerster sprak dat donderdag tegen; onderzoek wijst uit dat het om een tiende gaat.",
            "tiende",
            "onderzoek",
        ),
        ("Van Gool wacht af. Volgens ingewijden zou ze al een andere plek op het oog hebben.", "plek", "ingewijden"),
        ("Frits Oud belooft het. Paul Aerts wil praten. Oud vreest dat het vertrouwen weg is.", "weg is", "Frits Oud"),
    ],
)
def test_a_name_that_is_a_word_and_a_word_that_looks_like_a_verb(text: str, words: str, speaker: str) -> None:
    found = open_student("nl")(load_text(text, doc="x", lang="nl")).reading
    assert {a.speaker for a in found.attributions if words in found.quote(a)} == {speaker}


def test_who_is_called_by_what_nobody_told_of_him_is_not_who_spoke_last() -> None:
    assert speakers("“We need leaders,” the narrator says.", "leaders") == {"the narrator"}
    assert speakers("The plaintiff said that it rained.", "rained") == {"the plaintiff"}
    assert speakers("The mayor said that it rained.", "rained") == {"Ann Orde"}


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Oda Vlier is wethouder van Meerdam.", "Oda Vlier"),
        ("Oda Vlier is geen wethouder van Meerdam.", "de wethouder"),
        ("Oda Vlier is niet langer wethouder van Meerdam.", "de wethouder"),
        ("Oda Vlier was wethouder van Meerdam.", "de wethouder"),
    ],
)
def test_who_is_said_to_be_something_now_is_called_so(told: str, speaker: str) -> None:
    text = f"{told} De wethouder zegt dat het water zakt.\n"
    found = open_student("nl")(load_text(text, doc="x", lang="nl")).reading
    assert {a.speaker for a in found.attributions if "zakt" in found.quote(a)} == {speaker}


def test_a_body_that_only_stands_near_is_not_the_group() -> None:
    text = "The League of Anglers met at Fenwick University. It sang. “Power to the fish!” the group shouted."
    assert "Fenwick University" not in speakers(text, "Power")


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Donald Marsh Just Gave Some Free Stock Market Advice", "Donald Marsh"),
        ("Donald Marsh Just Made HUGE Prediction About The Vote.", "Donald Marsh"),
        ("Candidates Hale, Donald Marsh Address Flood Crisis In Debate", "Donald Marsh"),
        ("Council Votes To Condemn Mayor Donald Marsh", "Donald Marsh"),
    ],
)
def test_a_headline_with_capitals_everywhere_makes_no_names(head: str, name: str) -> None:
    text = f"{head}\n\nDonald Marsh spoke on Monday. Marsh said that it rained.\n"
    found = open_student("en")(load_text(text, doc="x", lang="en")).reading
    people = {actor.name for actor in found.actors}
    assert name in people
    assert people <= {name, "Hale"}
    assert [a.speaker for a in found.attributions] == [name]


def test_a_sentence_whose_main_verb_is_hung_on_what_is_said_is_read() -> None:
    text = (
        "Still, the fact that the dyke “is a dead loss right now,” as Orde said on Gwen Park’s radio program on Monday, only "
        "magnifies the importance of every tactical decision."
    )
    assert "Ann Orde" in speakers(text, "dead loss")
