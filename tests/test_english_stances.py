"""English: nobody is made to say what he denies. Sentences of every shape of denial, and which side their speakers take."""

from __future__ import annotations

import pytest

from wederhoor.reading import Student
from wederhoor.records import Document

CLOSED = "the bridge was closed"
SAFE = "the bridge is safe"
COULD_BE_SAFE = "the bridge was safe"

DENIED = [
    "Okafor denied that the bridge was closed.",
    "Okafor never said that the bridge was closed.",
    "Okafor has never said the bridge was closed.",
    "Okafor rejected the claim that the bridge was closed.",
    "Okafor rejected claims that the bridge was closed.",
    "Okafor rejected Patel's claim that the bridge was closed.",
    "Okafor dismissed reports that the bridge was closed.",
    "Okafor dismissed as nonsense the claim that the bridge was closed.",
    "Okafor dismissed the claim that the bridge was closed as nonsense.",
    "Okafor dismissed suggestions by Patel that the bridge was closed.",
    "Okafor described as false the claim that the bridge was closed.",
    "Okafor called the claim that the bridge was closed a lie.",
    "Okafor refuted the allegation that the bridge was closed.",
    "Okafor disputed that the bridge was closed.",
    "Okafor disputed Patel's statement that the bridge was closed.",
    "Okafor contradicted Patel's claim that the bridge was closed.",
    "Okafor disagreed that the bridge was closed.",
    "Okafor disagrees with Patel that the bridge was closed.",
    "Okafor ruled out that the bridge was closed.",
    "Okafor debunked the theory that the bridge was closed.",
    "Okafor challenged the assertion that the bridge was closed.",
    "Okafor scoffed at the idea that the bridge was closed.",
    "Okafor laughed off the suggestion that the bridge was closed.",
    "Okafor pushed back against claims that the bridge was closed.",
    "Okafor played down fears that the bridge was closed.",
    "Okafor retracted his claim that the bridge was closed.",
    "Okafor withdrew the claim that the bridge was closed.",
    "Okafor backed away from his claim that the bridge was closed.",
    "Okafor distanced himself from the claim that the bridge was closed.",
    "Okafor found no evidence that the bridge was closed.",
    "The claim that the bridge was closed was denied by Okafor.",
    "That the bridge was closed was denied by Okafor.",
    "It is not true that Okafor said the bridge was closed.",
    "It is a lie that Okafor said the bridge was closed.",
    "Okafor is not convinced that the bridge is safe.",
    "Okafor is no longer convinced that the bridge is safe.",
    "Okafor no longer believes the bridge is safe.",
    "Okafor does not believe that the bridge is safe.",
    "Okafor never believed that the bridge was safe.",
    "Okafor doubts that the bridge is safe.",
    "Okafor is sceptical that the bridge is safe.",
    "Okafor questioned the claim that the bridge is safe.",
    "Okafor hardly believes that the bridge is safe.",
    "Okafor was unaware that the bridge was closed.",
    "Okafor gave no indication that the bridge was closed.",
    "Okafor denied saying that the bridge was closed.",
]
"""Okafor takes the side against what the clause says."""
MAINTAINED = [
    "Okafor said that the bridge was closed.",
    "Okafor does not doubt that the bridge is safe.",
    "Okafor has no doubt that the bridge is safe.",
    "Okafor did not deny that the bridge was closed.",
    "Okafor is convinced that the bridge is safe.",
    "Okafor falsely claimed that the bridge was closed.",
    "Okafor insisted that the bridge was closed.",
    "Okafor lied when he said that the bridge was closed.",
    "Despite Okafor's claim that the bridge was closed, it was open.",
    "In Okafor's view, the bridge is safe.",
]
"""Okafor takes its side."""
UNSAID = [
    "Okafor did not say that the bridge was closed.",
    "Okafor refused to say that the bridge was closed.",
    "Okafor declined to confirm that the bridge was closed.",
    "Okafor would not confirm that the bridge was closed.",
    "Okafor could not confirm that the bridge was closed.",
    "Okafor neither confirmed nor denied that the bridge was closed.",
    "Okafor stopped short of saying that the bridge was closed.",
    "Okafor came close to saying that the bridge was closed.",
    "Okafor avoided saying that the bridge was closed.",
    "Okafor forgot to say that the bridge was closed.",
    "Okafor failed to mention that the bridge was closed.",
    "Okafor did not come out and say the bridge was closed.",
    "Okafor is far from convinced that the bridge is safe.",
    "Okafor should have said that the bridge was closed.",
    "Okafor might say that the bridge is closed.",
    "If Okafor says that the bridge is closed, Patel will resign.",
    "Had Okafor said the bridge was closed, Patel would have resigned.",
    "Patel asked whether Okafor had said the bridge was closed.",
    "Contrary to what Okafor said, the bridge was closed.",
    "Neither Okafor nor Patel said the bridge was safe.",
    "Not a single engineer said the bridge was safe.",
    "No engineer believes that the bridge is safe.",
    "Okafor talked about the claim that the bridge was closed.",
]
"""Nobody takes a side."""


def sides(student: Student, text: str) -> dict[str | None, str]:
    """Of every speaker on which side he stands of what the sentence's clause says."""
    found = student(Document(doc="bridge", text=text, lang="en", date="2031-03-12")).reading.attributions
    said = ((a, " ".join(text[start:end] for start, end in a.content)) for a in found)
    return {a.speaker: a.polarity for a, words in said if any(part in words for part in (CLOSED, SAFE, COULD_BE_SAFE))}


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_is_denied(student: Student, text: str) -> None:
    assert sides(student, text)["Okafor"] == "-"


@pytest.mark.parametrize("text", MAINTAINED)
def test_what_is_maintained_is_maintained(student: Student, text: str) -> None:
    assert sides(student, text)["Okafor"] == "+"


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_left_unsaid_is_nobodys_word(student: Student, text: str) -> None:
    assert "+" not in {side for speaker, side in sides(student, text).items() if speaker != "Patel"}


def test_who_is_contradicted_keeps_his_word(student: Student) -> None:
    text = "Okafor rejected Patel's claim that the bridge was closed."
    assert sides(student, text) == {"Okafor": "-", "Patel": "+"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "“The voters are furious,” Mr. Hale said, “and they will not vote.”",
            "The voters are furious and they will not vote",
        ),
        ("She shook her head and said, “No.”", "No"),
        ("Okafor called the council’s decision “arbitrary.”", "the council’s decision “arbitrary"),
        ("The judge sided with the council, saying the law violated the charter.", "the law violated the charter"),
        ("Aides believe her efforts as a senator will offset it.", "her efforts as a senator will offset it"),
        ("Okafor told The Post he would not run.", "he would not run"),
        ("Okafor closed it, said Patel, who was there.", "Okafor closed it"),
    ],
)
def test_how_far_a_statement_reaches(student: Student, text: str, said: str) -> None:
    found = student(Document(doc="bridge", text=text, lang="en")).reading.attributions
    assert said in [" ".join(text[start:end] for start, end in a.content) for a in found]


def test_a_question_of_an_interview_is_nobodys_word(student: Student) -> None:
    text = (
        "Nora Okafor has run the port since 2029.\n\nQ: Is the bridge safe?\n\nA: It is safe. We checked it twice.\n\n"
        "Q: In May you said that the bridge was closed.\n\nA: I said no such thing.\n\nPatel said he had seen it."
    )
    found = student(Document(doc="bridge", text=text, lang="en")).reading.attributions
    said = [(a.speaker, " ".join(text[start:end] for start, end in a.content)) for a in found]
    assert said == [
        ("Nora Okafor", "It is safe. We checked it twice"),
        ("Nora Okafor", "I said no such thing"),
        ("Patel", "he had seen it"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Okafor, who denies any wrongdoing, said the bridge was safe.",
        "The Reverend Isaiah Okafor, whose church organized the march, said the bridge was safe.",
    ],
)
def test_a_relative_clause_leaves_the_verb_its_subject(student: Student, text: str) -> None:
    found = student(Document(doc="bridge", text=text, lang="en")).reading.attributions
    said = {(a.speaker or "").split()[-1]: " ".join(text[start:end] for start, end in a.content) for a in found}
    assert said["Okafor"] == "the bridge was safe"


@pytest.mark.parametrize(
    "text",
    [
        "Okafor does not believe the mayor is lying but did not rule out that he was mistaken.",
        "Okafor said the mayor was lying but did not rule out an inquiry.",
        "The mayor, Okafor believes, is lying but honest.",
        "The mayor, Okafor said, was asleep.",
        "The mayor, says Okafor, is a liar.",
    ],
)
def test_who_is_spoken_of_says_nothing(student: Student, text: str) -> None:
    reading = student(Document(doc="bridge", text=text, lang="en", date="2031-03-12")).reading
    assert {a.speaker for a in reading.attributions} <= {"Okafor"}
    assert not any(text[slice(*span)].endswith((" is", " was")) for a in reading.attributions for span in a.content)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The water is safe, toxicologist Mira Lane said.", "Mira Lane", "The water is safe"),
        ("The bridge is unsafe, engineer Tom Reed warned.", "Tom Reed", "The bridge is unsafe"),
        ("Toxicologist Mira Lane said the water was safe.", "Mira Lane", "the water was safe"),
        ("The witness took back his statement.", "the witness", "his statement"),
    ],
)
def test_a_role_belongs_to_who_speaks(student: Student, text: str, speaker: str, content: str) -> None:
    reading = student(Document(doc="bridge", text=text, lang="en", date="2031-03-12")).reading
    told = [(a.speaker, text[slice(*span)]) for a in reading.attributions for span in a.content]
    assert told == [(speaker, content)]


def test_a_relative_pronoun_that_somebody_says_something_about_is_not_who_says_it(student: Student) -> None:
    text = "Patel denied selling his land to the province, which Mr Okafor says he signed away last year."
    found = student(Document(doc="land", text=text, lang="en", date="2031-03-12")).reading.attributions
    assert "the province" not in {a.speaker for a in found}
