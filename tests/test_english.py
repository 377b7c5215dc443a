"""English: what the shipped pipeline makes of words, and who says what in a sentence of every construction that reports."""

from __future__ import annotations

import pytest

from wederhoor.languages.pack import load_pack
from wederhoor.reading import Student
from wederhoor.records import Document, Reading
from wederhoor.records.parse import Parse
from wederhoor.syntax.parse import parse
from wederhoor.syntax.pipeline import load_pipeline

GAP = " … "


def parsed(text: str) -> Parse:
    pack = load_pack("en")
    return parse(load_pipeline(pack.about.pipeline, pack.about.probe), text, pack)


def read(student: Student, text: str) -> Reading:
    return student(Document(doc="bridge", text=text, lang="en", date="2031-03-12")).reading


def said(student: Student, text: str) -> list[tuple[str | None, str, str]]:
    """Speaker, cue and content of every statement."""
    found = read(student, text).attributions

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return GAP.join(text[start:end] for start, end in spans)

    return [(a.speaker, words(a.cue), words(a.content)) for a in found]


# Words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They don't know.", ["They", "do", "n't", "know", "."]),
        ("They don’t know.", ["They", "do", "n’t", "know", "."]),
        ("She cannot come.", ["She", "can", "not", "come", "."]),
        ("The mayor's anti-war vote.", ["The", "mayor", "'s", "anti-war", "vote", "."]),
        ("A well-known judge.", ["A", "well", "-", "known", "judge", "."]),
        ("'It's late,' he said.", ["'", "It", "'s", "late", ",", "'", "he", "said", "."]),
        ("He id well, Wed. or later.", ["He", "id", "well", ",", "Wed.", "or", "later", "."]),
        ("The U.S. and the U.K. agreed.", ["The", "U.S.", "and", "the", "U.K.", "agreed", "."]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert parsed(text).words == words


def test_words_stand_where_they_are_in_the_text() -> None:
    text = "“We don’t know,” she said."
    p = parsed(text)
    assert [text[start:end] for start, end in zip(p.starts, p.ends, strict=True)] == p.words


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("said", "say"), ("told", "tell"), ("denies", "deny"), ("thought", "think"), ("wrote", "write"), ("men", "man")],
)
def test_lemmas(word: str, lemma: str) -> None:
    text = f"The men {word} it." if word != "men" else "The men said it."
    p = parsed(text)
    assert p.lemmas[p.words.index(word)] == lemma


def test_a_verb_and_its_particle_are_one_lemma() -> None:
    p = parsed("She pointed out that the bridge was closed.")
    assert p.lemmas[p.words.index("pointed")] == "point out"


def test_sentences() -> None:
    text = "“We won,” Mr. Holt said. “It was close.” The U.S. team lost. Why?"
    p = parsed(text)
    assert [text[p.starts[a] : p.ends[b - 1]] for a, b in p.sentences] == [
        "“We won,” Mr. Holt said.",
        "“It was close.”",
        "The U.S. team lost.",
        "Why?",
    ]


# Who says what


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        # direct speech: the subject before the verb, behind it, in the middle
        ('"The bridge is safe," the engineer said.', [("the engineer", "said", "The bridge is safe")]),
        (
            '"The bridge is safe," said Nora Okafor, an engineer, on Friday.',
            [("Nora Okafor", "said", "The bridge is safe")],
        ),
        ('"Why was it closed?" Patel asked.', [("Patel", "asked", "Why was it closed")]),
        (
            '"The bridge is safe," Okafor said. "We checked it twice."',
            [("Okafor", "said", "The bridge is safe"), ("Okafor", "", "We checked it twice")],
        ),
        (
            "'The bridge is safe,' Okafor said. 'It's not Patel's bridge.'",
            [("Okafor", "said", "The bridge is safe"), ("Okafor", "", "It's not Patel's bridge")],
        ),
        # that, and without it
        ("Okafor said that the bridge was safe.", [("Okafor", "said", "that the bridge was safe")]),
        ("Okafor said the bridge was safe.", [("Okafor", "said", "the bridge was safe")]),
        ("Okafor told The Evening Post the bridge was safe.", [("Okafor", "told", "the bridge was safe")]),
        ("The report says the bridge is unsafe.", [("the report", "says", "the bridge is unsafe")]),
        # asides
        ("The bridge, Okafor said, was safe.", [("Okafor", "said", "The bridge … was safe")]),
        ("The bridge is unsafe, critics say.", [("critics", "say", "The bridge is unsafe")]),
        # sources
        ("The bridge was safe, according to Okafor.", [("Okafor", "according to", "The bridge was safe")]),
        (
            "According to Mayor Nora Okafor, the bridge was safe.",
            [("Nora Okafor", "According to", "the bridge was safe")],
        ),
        # infinitives, gerunds, phrases
        ("Okafor wants to close the bridge.", [("Okafor", "wants", "to close the bridge")]),
        ("Okafor promised to repair the bridge.", [("Okafor", "promised", "to repair the bridge")]),
        ("Okafor denied closing the bridge.", [("Okafor", "denied", "closing the bridge")]),
        ("Okafor called for an inquiry.", [("Okafor", "called for", "an inquiry")]),
        ("Okafor warned of a collapse.", [("Okafor", "warned of", "a collapse")]),
        ("Okafor accused Patel of lying.", [("Okafor", "accused … of", "lying")]),
        ("Okafor called the plan a disgrace.", [("Okafor", "called", "the plan a disgrace")]),
        # nested
        (
            "Okafor said Patel believed the bridge was unsafe.",
            [
                ("Okafor", "said", "Patel believed the bridge was unsafe"),
                ("Patel", "believed", "the bridge was unsafe"),
            ],
        ),
        # hearsay
        ("Reportedly, the bridge will be closed.", [(None, "Reportedly", "the bridge will be closed")]),
        ("It is believed that the bridge was closed.", [(None, "It is believed", "that the bridge was closed")]),
        (
            "The mayor is said to have closed the bridge.",
            [(None, "is said", "The mayor … to have closed the bridge")],
        ),
    ],
)
def test_who_says_what(student: Student, text: str, statements: list[tuple[str | None, str, str]]) -> None:
    assert said(student, text) == statements


@pytest.mark.parametrize(
    "text",
    [
        "Okafor did not say that the bridge was safe.",
        "Okafor would not say whether the bridge was safe.",
        "Okafor might argue that the bridge is safe.",
        "Okafor should say that the bridge is safe.",
        "Okafor declined to comment.",
        "I said that the bridge was safe.",
    ],
)
def test_what_is_not_said_is_nobodys_word(student: Student, text: str) -> None:
    assert said(student, text) == []


@pytest.mark.parametrize(
    ("text", "attitude", "polarity", "certainty"),
    [
        ("Okafor denied that she had closed the bridge.", "deny", "-", "certain"),
        ("Okafor rejected the claim that the bridge was unsafe.", "deny", "-", "certain"),
        ("Okafor doubts that the bridge is safe.", "doubt", "-", "possible"),
        ("Okafor hopes to reopen the bridge in May.", "hope", "+", "possible"),
        ("Okafor opposes the plan.", "want", "-", "unknown"),
        ("Okafor asked whether the bridge was safe.", "ask", "+", "unknown"),
        ("Okafor knows that the bridge is unsafe.", "know", "+", "certain"),
        ("Okafor insisted that no bridge was closed.", "say", "+", "certain"),
    ],
)
def test_how_it_is_meant(student: Student, text: str, attitude: str, polarity: str, certainty: str) -> None:
    [found] = read(student, text).attributions
    assert (found.speaker, found.attitude, found.polarity, found.certainty) == ("Okafor", attitude, polarity, certainty)


def test_what_is_asked_before_the_answer_is_not_said(student: Student) -> None:
    """*Asked whether ...* is of whoever asks."""
    text = "Asked whether he would close the bridge, Patel said it was safe."
    assert said(student, text) == [("Patel", "said", "it was safe")]


def test_words_behind_a_quotation_that_begin_another_sentence_do_not_introduce_it(student: Student) -> None:
    text = 'Nora Okafor has seen the bridge. "It is safe." Raj Patel said that the dam was unsafe.'
    assert all(speaker != "Raj Patel" for speaker, _, content in said(student, text) if content == "It is safe")


def test_who_speaks_in_the_lines_of_a_transcript(student: Student) -> None:
    turns = ["OKAFOR: The bridge is safe.", "PATEL: It is not.", "OKAFOR: We checked it.", "PATEL: When?"]
    text = "\n\n".join(["Nora Okafor met Raj Patel.", *turns])
    assert [(speaker, content) for speaker, _, content in said(student, text)] == [
        ("Nora Okafor", "The bridge is safe"),
        ("Raj Patel", "It is not"),
        ("Nora Okafor", "We checked it"),
        ("Raj Patel", "When"),
    ]


@pytest.mark.parametrize("heard", ["heard", "learned", "understood", "gathered"])
def test_what_is_heard_from_somebody_is_his_word(student: Student, heard: str) -> None:
    told = read(student, f"John Boss {heard} from Peter Cole that the dam broke.").attributions
    assert [(a.speaker, a.attitude) for a in told] == [("Peter Cole", "say")]
    own = read(student, f"John Boss {heard} that the dam broke.").attributions
    assert [a.speaker for a in own] == ["John Boss"]
    assert not read(student, f"We {heard} that the dam broke.").attributions
