"""Who says what in English news: titles, relatives, lists, what only looks like a statement, who is named beside a pronoun."""

from __future__ import annotations

import pytest

import wederhoor

SPEAKERS = [
    ("A Republican Senator, Jo Tolle, said the mill was shut.", "the mill was shut", "Jo Tolle"),
    (
        "Senator Ann Hale said it was late. A Democratic Senator said the plan was good.",
        "plan was good",
        "a Democratic Senator",
    ),
    (
        "According to Dorwick University political scholar Kim Dace, the vote was close.",
        "the vote was close",
        "Kim Dace",
    ),
    (
        "Prosecutor Kay Melling said the men had lied.\n\nOne of the victims let her name be told. She said she was not afraid.",
        "not afraid",
        "one of the victims",
    ),
    (
        "Orin Hale ran the mill. His parents, Bob Hale and Ruth Hale, were farmers.\n\nHale said the mill would close.",
        "mill would close",
        "Orin Hale",
    ),
    ("Neil Marsh spoke to Dale Crane on Friday. He said that Crane had lied.", "Crane had lied", "Neil Marsh"),
    ("The lab found it. According to the study, frogs with spikes, or ridges, were rare.", "were rare", "the study"),
    ("The dam was sound, according to local officials.", "dam was sound", "local officials"),
    (
        "According to a memo posted online by Senator Jo Tolle, the senate cancelled its hearing.",
        "cancelled its hearing",
        "a memo",
    ),
    (
        'One of the authors, Kim Dace, told the paper the rate of growth suggested a pattern: "Something wakes up in them."',
        "Something wakes up",
        "Kim Dace",
    ),
    (
        "The Emergencies Ministry spoke of a storm. It also said the road was shut.",
        "road was shut",
        "Emergencies Ministry",
    ),
    ("Nora Vance and Paul Drey said that the dam was safe.", "dam was safe", "Nora Vance and Paul Drey"),
    ("Police and prosecutors said nobody checked the tanks.", "checked the tanks", "police and prosecutors"),
    ("Ann Alder, in remarks to the Ostrey Post, said the dam was safe.", "dam was safe", "Ann Alder"),
    ("One of the passengers, Grace Tully, said fares were too high.", "too high", "Grace Tully"),
    ("Fares were too high, according to one of the passengers, Grace Tully.", "were too high", "Grace Tully"),
    ("The call came from the minister, who said that men had dumped oil.", "dumped oil", "the minister"),
    ("Paul Drey sued the Halden Bank on Sunday. The bank said it was fair.", "it was fair", "Halden Bank"),
    (
        "Paul Drey sued the Halden Bank, which owns a bank in Kolm. The bank said it was fair.",
        "it was fair",
        "the bank",
    ),
    (
        "Paul Drey sued the Halden City Council and the Arts Council. The city council said it was fair.",
        "it was fair",
        "Halden City Council",
    ),
    ("Minister Nora Vance met a minister of Kolm. The minister said the dam was safe.", "dam was safe", "the minister"),
    (
        "Minister Nora Vance met Paul Drey. A statement by the minister said the dam was safe.",
        "dam was safe",
        "Nora Vance",
    ),
    (
        "Trade Minister Ivan Petrov came on Sunday. A witness visited the hall on Tuesday. He also said rebels came.",
        "rebels came",
        "a witness",
    ),
    ("Ann Hale, who runs the clinic, and Bob Crane said the ward was shut.", "was shut", "Ann Hale and Bob Crane"),
    (
        "The World Health Organization met. The WHO said the virus had spread.",
        "had spread",
        "World Health Organization",
    ),
    ('The channel showed a statement from the king: "The princess must go."', "princess must go", "the king"),
    ('Hale sent a letter to the town: "The road is shut."', "road is shut", "Hale"),
    ("President Ann Hale met Boris Marsh. The President said the talks were over.", "were over", "Ann Hale"),
    ("Queen Ida met Boris Marsh. The Queen said the talks were over.", "were over", "Ida"),
    (
        "Prime Minister Ann Hale met French Prime Minister Luc Tane. The Prime Minister said it was over.",
        "it was over",
        "the Prime Minister",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPEAKERS)
def test_who_says_it(text: str, words: str, speaker: str) -> None:
    reading = wederhoor.read_text(text, lang="en")
    assert {a.speaker for a in reading.attributions if words in reading.quote(a)} == {speaker}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Nortian government held a referendum in May, allowing the people to vote.", "referendum"),
        ("Kolm was urged to step down in favor of a run for the senate.", "run for the senate"),
        ("All we need to do is ask her to come back.", "come back"),
        ("He was named only as Mr. B as the international inquiry continued.", "named only"),
        ("The prosecution can seek to run the terms together.", "run the terms"),
        ("They are not as safe as they think.", "as safe"),
        ("Hale spoke to one of the four candidates.", "four candidates"),
        ("The highest rate noted by the team was in Alstad.", "in Alstad"),
        ("Marsh flew over the crowd when Hale made a public speech.", "flew over"),
        ("The House confirmed Hale's nomination on Friday.", "nomination"),
        ("The university celebrated Hale's 100th birthday.", "birthday"),
        ("The mayor was found dead, police confirm", "police confirm"),
    ],
)
def test_what_is_no_statement(text: str, words: str) -> None:
    reading = wederhoor.read_text(text, lang="en")
    assert [reading.quote(a) for a in reading.attributions if words in reading.quote(a) and a.speaker != "police"] == []


def test_sources_beyond_a_semicolon_have_their_own_part() -> None:
    reading = wederhoor.read_text(
        "The toll is the highest in the land, according to the ministry; twenty died on Monday, according to the Herald.",
        lang="en",
    )
    told = {a.speaker: reading.quote(a) for a in reading.attributions}
    assert "twenty died" not in told["the ministry"] and "highest" not in told["Herald"]


def test_an_explained_reason_is_not_said_to_be_so() -> None:
    reading = wederhoor.read_text(
        "He said the reason for the rule, that women could not serve, no longer applies.", lang="en"
    )
    assert not any(reading.quote(a).startswith("that women") for a in reading.attributions)
