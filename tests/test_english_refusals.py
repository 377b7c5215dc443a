"""English: denials by a gerund or a noun, refusals to say, and what is opposed to them. Invented sentences, one table each."""

from __future__ import annotations

import pytest

from wederhoor.documents import load_text
from wederhoor.reading import open_reader
from wederhoor.records import Reading

DENIED = [
    ("The alderman denied having received a report.", "the alderman", "having received a report"),
    ("Vera Stone denied taking bribes.", "Vera Stone", "taking bribes"),
    ("Vera Stone denied ever having met the director.", "Vera Stone", "ever having met the director"),
    ("The mayor denied ever meeting the director.", "the mayor", "ever meeting the director"),
    ("The mayor denies knowing the director.", "the mayor", "knowing the director"),
    ("Vera Stone denied being told of the leak.", "Vera Stone", "being told of the leak"),
    ("The minister, who denies having lied, resigned.", "the minister", "having lied"),
    ("Vera Stone, who denied having seen the report, left on Monday.", "Vera Stone", "having seen the report"),
    ("Vera Stone has always denied that the quay was unsafe.", "Vera Stone", "that the quay was unsafe"),
    ("Vera Stone denied any role in the sale.", "Vera Stone", "any role in the sale"),
    ("Vera Stone denied any involvement in the fraud.", "Vera Stone", "any involvement in the fraud"),
    ("Vera Stone denied wrongdoing.", "Vera Stone", "wrongdoing"),
    ("Vera Stone denies the charges.", "Vera Stone", "the charges"),
    ("Vera Stone rejected claims that the quay was unsafe.", "Vera Stone", "claims that the quay was unsafe"),
    ("Vera Stone rejected the accusation of fraud.", "Vera Stone", "the accusation of fraud"),
    ("Vera Stone disputed the claim that the quay was unsafe.", "Vera Stone", "the claim that the quay was unsafe"),
    (
        "Vera Stone contested the finding that the quay was unsafe.",
        "Vera Stone",
        "the finding that the quay was unsafe",
    ),
    ("Vera Stone brushed aside fears that the quay would sink.", "Vera Stone", "fears that the quay would sink"),
    ("Vera Stone shrugged off a report that the quay had sunk.", "Vera Stone", "a report that the quay had sunk"),
    ("Vera Stone called the claim that the quay had sunk untrue.", "Vera Stone", "the claim that the quay had sunk"),
    ("The mayor ruled out selling the quay.", "the mayor", "selling the quay"),
    ("Vera Stone was not aware of a report.", "Vera Stone", "a report"),
    ("Vera Stone was not aware that the quay was closed.", "Vera Stone", "that the quay was closed"),
    ("Vera Stone knew nothing of a report.", "Vera Stone", "a report"),
    ("Vera Stone knows nothing about a deal.", "Vera Stone", "a deal"),
    ("Vera Stone has no knowledge of a report.", "Vera Stone", "a report"),
    ("Vera Stone has no recollection of receiving the report.", "Vera Stone", "receiving the report"),
]
"""Who denies, or does not know, and what."""
WITHHELD = [
    "refused to confirm that the quay was closed",
    "refused to say who had signed the deal",
    "would not say whether the quay was closed",
    "declined to say whether the quay was closed",
    "would neither confirm nor deny that the quay was closed",
    "could not confirm that the quay was closed",
    "could not say whether the quay was closed",
    "did not say whether the quay was closed",
    "stopped short of saying that the quay was closed",
    "avoided saying whether the quay was closed",
    "wouldn't be drawn on whether the quay was closed",
    "would not comment on the report",
]
OPPOSED = [
    (
        "The works council insists that the alderman received the report.",
        "The alderman denied having received a report.",
    ),
    (
        "The alderman denied having received a report.",
        "The works council insists that the alderman received the report.",
    ),
    ("Tom Hale says that Ann Reed had a role in the sale.", "Mayor Ann Reed denied any role in the sale."),
    ("Tom Hale says Ann Reed took bribes.", "Ann Reed denied taking bribes."),
    ("The union says the mayor knew of the leak.", "The mayor denied having known of the leak."),
    ("Tom Hale says the mayor was told of the leak in May.", "The mayor denied being told of the leak."),
    ("Tom Hale maintains that Ann Reed met the director twice.", "Ann Reed denied ever having met the director."),
    ("Tom Hale said the quay was unsafe.", "Ann Reed brushed aside claims that the quay was unsafe."),
    ("Tom Hale says the firm will close the mill.", "Ann Reed ruled out closing the mill."),
]


def read(text: str) -> Reading:
    return open_reader("en")(load_text(text + "\n", doc="x", lang="en"))


@pytest.mark.parametrize(("text", "speaker", "words"), DENIED)
def test_who_denies_it_denies_it_whole(text: str, speaker: str, words: str) -> None:
    found = read(text)
    denied = [(a.speaker, found.quote(a), a.polarity) for a in found.attributions if a.parent is None]
    assert denied == [(speaker, words, "-")]


@pytest.mark.parametrize("words", WITHHELD)
def test_who_will_not_say_says_nothing_and_disputes_nothing(words: str) -> None:
    found = read(f"Tom Hale said that the quay was closed. Vera Stone {words}.")
    assert [a.speaker for a in found.attributions] == ["Tom Hale"]
    assert not found.conflicts


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_a_denial_collides_with_what_it_denies(one: str, other: str) -> None:
    found = read(f"{one} {other}")
    sides = [{conflict.a, conflict.b} for conflict in found.conflicts]
    assert sides == [{a.id for a in found.attributions}], found.attributions
