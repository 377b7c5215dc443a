"""English: what is said without *that*, what a text shows, and what *it* says who is a body. Invented sentences."""

from __future__ import annotations

import pytest

from wederhoor.documents import load_text
from wederhoor.reading import open_reader

WITHOUT_THAT = [
    ("Ann Corden, who ran the mill for years, said she almost always treated men well.", "Ann Corden", "treated men well"),
    ("Mr. Coffey, who represents the north, said Mr. Tull had disowned the crew.", "Coffey", "Mr. Tull had disowned the crew"),
    ("Lena Marsh, which owners call a rebel, said the quay had sunk.", "Lena Marsh", "the quay had sunk"),
    ("The mayor hopes her speech will give the plan a boost.", "the mayor", "her speech will give the plan a boost"),
    (
        "Dace hopes his latest offer before the vote will win the council over.",
        "Dace",
        "his latest offer before the vote will win the council over",
    ),
    ("The statement by the two suggested both are invested in the fight.", "the statement by the two", "invested in the fight"),
    ("The alderman suggested closing the lock at night.", "the alderman", "closing the lock at night"),
]  # fmt: skip
"""A sentence, who speaks, and words of what is said, from its beginning."""
SHOWN = [
    ("The poll shows Tull leading Moll by ten points.", "the poll", "Tull leading Moll by ten points"),
    ("The new poll shows Tull far out in front of his rivals.", "the new poll", "Tull far out in front of his rivals"),
    ("A survey found both men largely unknown.", "a survey", "both men largely unknown"),
    ("Records show three visits to the mill.", "records", "three visits to the mill"),
]
WHOLE = [
    ("Dace praised the firm for its speed.", "the firm for its speed"),
    ("Dace defended Moll as a candidate on Tuesday.", "Moll as a candidate"),
    ("The firm was criticised by residents for failing to warn them.", "The firm … for failing to warn them"),
    ("The union demanded compensation for the damage at a meeting on Monday.", "compensation for the damage"),
    ("The union accused the firm of lying about the leak.", "lying about the leak"),
]
IT = [
    ("The council met on Monday. It said the mill should close.", "the council", "the mill should close"),
    ("The firm is large. It accused a rival of spying.", "the firm", "spying"),
    ("The harbour board is angry. It said the plan was dead. It accused the mayor of lying.", "the harbour board", "lying"),
    ("The party was split. It fears a rout.", "the party", "a rout"),
    ("The firm sold the mill. It denies that it lied to the council.", "the firm", "that it lied to the council"),
    ("Read the report. It was made by the firm. It warns that the dyke may fail.", "the report", "that the dyke may fail"),
    ("The report came out on Monday. It calls the mayor a liar.", "the report", "the mayor a liar"),
    ("The council sued the firm. It said the firm had lied.", "the council", "the firm had lied"),
]  # fmt: skip
AROUND = [
    ("Tom Hale was quoted as saying the plan was dead.", "Tom Hale", "the plan was dead"),
    ("Tom Hale credited the mayor with saving the mill.", "Tom Hale", "saving the mill"),
    ("Tom Hale compared the plan to a bad joke.", "Tom Hale", "the plan to a bad joke"),
    ("By Tom Hale's own account, the quay was unsafe.", "Tom Hale", "the quay was unsafe"),
    ("Asked about the leak, Raj Patel said he knew nothing.", "Raj Patel", "he knew nothing"),
]
MANY = [
    ("The police arrested three men. They denied taking the boat.", "three men", "taking the boat"),
    ("The police arrested three men. They said the men had taken a boat.", "the police", "the men had taken a boat"),
    (
        "The council met residents on Monday. They told the council the quay was unsafe.",
        "residents",
        "the quay was unsafe",
    ),
    (
        "Tom Hale and Ann Reed wrote to the council. They want the mill closed.",
        "Tom Hale and Ann Reed",
        "the mill closed",
    ),
    ("A witness saw the crash. They said the car was speeding.", "a witness", "the car was speeding"),
    ("The United Nations sent aid. It said the camps were full.", "United Nations", "the camps were full"),
    (
        "The United Nations sent aid. It said the camps were full. They said more was needed.",
        "United Nations",
        "more was needed",
    ),
    ("The Northern Freight Company sued. Ed Bly laughed. It said he lied.", "Northern Freight Company", "he lied"),
    ("The company owns two mines. It says they are safe.", "the company", "they are safe"),
]
"""Whom *they* and *it* mean: not who is told of in what they say, nor who is told it; a name by its last word."""
NOBODY = [
    "The mill burned down. It was clear that the firm had lied.",
    "The mill burned down. It emerged that nobody knew.",
    "The ministry closed the mill. It shows that nobody cares.",
    "The ministry closed the mill. It means that the workers must go.",
    "The plan is bad. It wants a rethink.",
    "The ministry closed the mill. It seems that the harbour is shut.",
    "The mayor showed the guests the harbour.",
    "The clerk found the keys in the hall.",
    "The alderman was quick to embrace the plan.",
    "Asked whether he would resign, Raj Patel said no.",
    "Pressed by the council on whether the quay would close, Raj Patel said nothing.",
]
"""Texts in which nobody says anything."""


def statements(text: str) -> set[tuple[str | None, str]]:
    """Who says what, its parts joined by an ellipsis."""
    reading = open_reader("en")(load_text(text + "\n", doc="x", lang="en"))
    return {(a.speaker, " … ".join(reading.text[s:e] for s, e in a.content)) for a in reading.attributions}


@pytest.mark.parametrize(("text", "speaker", "words"), [*WITHOUT_THAT, *SHOWN, *IT, *AROUND, *MANY])
def test_is_read_whole_and_given_to_who_says_it(text: str, speaker: str, words: str) -> None:
    found = {content for who, content in statements(text) if who == speaker}
    assert any(content.endswith(words) for content in found), statements(text)


@pytest.mark.parametrize(("text", "content"), WHOLE)
def test_what_is_said_of_an_object_goes_with_it(text: str, content: str) -> None:
    assert content in {said for _, said in statements(text)}


@pytest.mark.parametrize("text", NOBODY)
def test_what_nobody_says_is_nobodys(text: str) -> None:
    assert not statements(text)


def test_an_accusation_of_lying_is_set_against_no_one_statement() -> None:
    text = "“This is our last resort,” said Anna Holt of the union. Mayor John Field accused the union of spreading lies.\n"
    reading = open_reader("en")(load_text(text, doc="x", lang="en"))
    assert {a.speaker for a in reading.attributions} == {"Anna Holt", "John Field"}
    assert not reading.conflicts
