"""English: what will be, what brings what about, and who is a state, in the constructions that English has for them."""

from __future__ import annotations

import pytest

from wederhoor.reading import Student
from wederhoor.records import Document, Reading


def read(student: Student, text: str) -> Reading:
    return student(Document(doc="bridge", text=text, lang="en", date="2031-03-12")).reading


@pytest.mark.parametrize(
    ("text", "foretold"),
    [
        ("Okafor said the bridge would close in May.", "the bridge would close in May"),
        ("Okafor said that the bridge would be closed.", "the bridge would be closed"),
        ("If the water rises, Okafor said, the bridge would be closed.", "the bridge would be closed"),
        ("Okafor warned that the bridge would collapse unless it was repaired.", "the bridge would collapse"),
        ("The new bridge, which will open in June, cost a million.", "The new bridge, which will open in June"),
    ],
)
def test_what_is_foretold(student: Student, text: str, foretold: str) -> None:
    assert [text[slice(*f.span)] for f in read(student, text).forecasts] == [foretold]


@pytest.mark.parametrize(
    "text",
    [
        "Okafor said he would have closed the bridge.",
        "Okafor said he would like a bridge.",
        "The bridge would later be closed.",
        "Okafor is believed to have known about it.",
    ],
)
def test_what_is_only_imagined_or_past_is_not_foretold(student: Student, text: str) -> None:
    assert read(student, text).forecasts == ()


def test_what_is_announced_is_a_plan(student: Student) -> None:
    assert [f.kind for f in read(student, "The council announced that it would build a bridge.").forecasts] == ["plan"]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("The collapse was caused by a fire.", "a fire", "The collapse"),
        ("A lorry hit the bridge, causing it to collapse.", "A lorry hit the bridge", "it to collapse"),
        ("The bridge was closed, so drivers took a detour.", "The bridge was closed", "drivers took a detour"),
        ("The bridge was closed over safety concerns.", "safety concerns", "The bridge was closed"),
        ("The storm forced schools to close.", "The storm", "schools to close"),
        ("He died of cancer.", "cancer", "He died"),
        ("The strike is responsible for the shortage.", "The strike", "the shortage"),
        ("The storm left nine people dead.", "The storm", "nine people dead"),
        ("The dyke broke, forcing residents to leave.", "The dyke broke", "residents to leave"),
        ("The rise in prices is due to the drought.", "the drought", "The rise in prices"),
        ("Thanks to the dam, the town stayed dry.", "the dam", "the town stayed dry"),
        ("Officials blamed the drought for the shortage.", "the drought", "the shortage"),
        ("The price rose, meaning that shops had to close.", "The price rose", "shops had to close"),
        ("The closure affects thousands of workers.", "The closure", "thousands of workers"),
    ],
)
def test_what_brings_about_what(student: Student, text: str, cause: str, effect: str) -> None:
    found = read(student, text).causal
    assert [(text[slice(*c.cause)], text[slice(*c.effect)]) for c in found] == [(cause, effect)]


@pytest.mark.parametrize(
    "text",
    [
        "The crash came amid fog.",
        "The mayor resigned following a complaint.",
        "The consequences of the closure were severe.",
        "So far, the bridge is open.",
        "The bridge over the river was closed.",
        "The repair will cost 3 million euros.",
    ],
)
def test_what_is_no_cause(student: Student, text: str) -> None:
    assert read(student, text).causal == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [("The US said on Friday that it had signed.", "US"), ("Troops from Sarvia left Beldania.", "Beldania")],
)
def test_states_are_places(student: Student, text: str, name: str) -> None:
    assert (name, "LOC") in [(text[slice(*e.span)], e.type) for e in read(student, text).entities]
