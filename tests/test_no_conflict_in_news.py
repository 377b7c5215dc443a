"""What two say in news that is no conflict: who criticises whom, numbers of two, what only holds in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conflicts_in_news import judged

from wederhoor import read_text
from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student

if TYPE_CHECKING:
    from pathlib import Path

ALONE = [
    # who lies is somebody else than who said it
    ("en", "The deal was on, the Halden plant said. “But you have Mara Quill lying to us and no big deal,” Tom Reed said."),
    # expected by nobody who is named, fond of no tax
    ("en", "There are four offices that keep the records, the ministry said. Offices are not expected to find every record."),
    ("en", "Nobody hates the beet tax more than the growers. The growers insisted that the beet tax come later, said Lea Marsh."),
    # both say no
    ("en", "A spokeswoman said Vera Fenn has no more speeches planned. Her team denied that she would give new speeches."),
    # a pronoun for who finds something
    ("en", "The campaign said that she never sent an aide there. The ministry said it found no sign that the letter was sent."),
    # what one should take back, can hardly believe
    ("en", "“I regret those comments,” Paul Roan said. “Tom Reed should retract his comments, not defend them,” said Ana Poll."),
    ("en", "Ana Poll can barely believe she gets to live in Lind. “It lives in us,” said Tom Reed of Lind."),
    # a sad thing is no word of another's
    ("en", "People need to meet, Chris Abbot said. One visitor said: “This is very sad.”"),
    # what the sentence itself tells
    ("en", "“I want to wait until I meet Ebbe,” Tord Hamm said. Most keep offices in Lind, although Varna disputes this."),
    # not the one nor the other
    ("en", "Quill said: “Our aim is not to deter or contain the clan.” Harmsen said: “The aim is not to contain the clan.”"),
    # if, of himself
    ("en", "“If Lind had come before Varna, Quill would not have won,” he said. Growers saw that Quill could win."),
    ("en", "Growers say that they will vote in the guild's primary. “I have never voted in a primary,” said Nick Droll."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), ALONE)
def test_what_two_say_may_both_be_right(lang: str, text: str) -> None:
    assert not read_text(text, lang=lang).conflicts


KEPT = [
    ("en", "Tom Reed says the sluice leaks. Reed is lying, said Ana Poll."),
    ("en", "It will ruin the bay, said Tom Hale. “They are lying,” Raj Patel said."),
    ("en", "The economy had hit bottom, Rubin said. Growers and the bank have contested that view."),
    ("nl", "Een agent zei dat de stoet gewapend was. Dat verhaal is verzonnen, zei Runa Vest."),
    ("nl", "Volgens Harmsen lekt de sluis. Bijna niemand gelooft dat."),
    ("nl", "Harmsen noemde de optocht in Luwte een succes. Quill noemde de optocht in Luwte een mislukking."),
]


@pytest.mark.parametrize(("lang", "text"), KEPT)
def test_what_one_denies_of_another_stays_a_conflict(lang: str, text: str) -> None:
    assert read_text(text, lang=lang).conflicts


APART = [
    # criticised by one, praised by another, for what is not told
    ("Quill blasted Harmsen over the dike.", "Ana Poll praised Harmsen for his speech."),
    # thinks not this, thinks that
    ("“I don't think we are at war,” Quill said.", "“I think we have to work together,” Quill said."),
    # which kind is meant
    ("Tom Reed says Harmsen is weak on illegal fishing.", "Ana Poll said she is a strong supporter of legal fishing."),
    # not in this way, which leaves another
    ("You will not beat Quill by attacking her brother, said Ana Poll.", "Growers are beating Quill, said Tom Reed."),
    ("Nobody has won the guild's primary without winning Lind, said Ana Poll.", "Quill won the guild's primary, said Tom Reed."),
    # of whom it is denied stands outside
    ("Quill mocked Harmsen for not having won a single county.", "Fenn won both counties, said Tom Reed."),
    # what is likely to be
    ("Older voters are not likely to help Quill, said Ana Poll.", "Older voters are likely to stay home, said Tom Reed."),
    # they are called so, and nobody is appointed
    ("“They have names,” Quill said.", "The name “Harmsen” is being removed from the signs, said Tom Reed."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_articles_may_both_be_right(one: str, other: str) -> None:
    student, pack = open_student("en"), load_pack("en")
    studies = [student(load_text(text, lang="en", doc=name)) for name, text in (("one", one), ("other", other))]
    assert not build_case(studies, pack).conflicts


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Halden campaign denies any wrongdoing and points out that Quill signed the same agreement."),
        ("nl", "De Halse bond ontkent elke fout en zegt dat Quill dezelfde overeenkomst tekende."),
    ],
)
def test_who_denies_one_thing_and_says_another_does_not_deny_it(lang: str, text: str) -> None:
    found = read_text(text, lang=lang)
    told = {found.quote(a): a.polarity for a in found.attributions}
    assert all(polarity == "+" for words, polarity in told.items() if "Quill" in words)
    assert any("Quill" in words for words in told)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Tom Reed should retract his comments, said Ana Poll."),
        ("en", "If Tom Reed rejects that account, the guild will sue, said Ana Poll."),
        ("en", "Tom Reed might reject the claim that the bridge is shut, said Ana Poll."),
        ("nl", "Tom Rees moet die uitspraak terugnemen, zegt Ana Pool."),
        ("nl", "Als Tom Rees die lezing verwerpt, gaat de bond naar de rechter, zegt Ana Pool."),
        ("nl", "Had Tom Rees die lezing verworpen, dan was de bond naar de rechter gegaan."),
    ],
)
def test_what_is_not_rejected_yet_is_not_rejected(lang: str, text: str) -> None:
    assert not any((a.speaker or "").startswith("Tom") for a in read_text(text, lang=lang).attributions)


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "Tom Reed rejected that account."), ("nl", "Tom Rees verwierp die lezing.")]
)
def test_what_is_rejected_is(lang: str, text: str) -> None:
    [found] = read_text(text, lang=lang).attributions
    assert (found.attitude, found.polarity) == ("deny", "-")


def test_a_case_of_real_news_shows_no_more_that_is_none(shared: Path) -> None:
    """By verdicts of one who had not seen the program; what nobody has judged counts as none."""
    assert shared
    count = judged(10)
    assert count["R"] + count["P"] >= 5
    assert count.total() <= 8


GUESTS = (
    "Mayor Anna Fisher met Tom Hook and Lea Marsh. Joan Brill of Haldane Minerals was there, as was Piet Vos. ",
    "Dan Reese and Carol Voss spoke to Ian Frost and Bill Tarn. Nora Quill of Brenner Steel agreed. ",
)
PERMIT = (
    "There was no permit for the bridge in Rotterdam, Tom Hook said.",
    "There was a permit for the bridge in Rotterdam, Dan Reese said.",
)
MILL = "said that Anna Fisher burned down the Corran mill."
TWO_TEXTS = [
    (PERMIT, 1),
    (
        (
            GUESTS[0] + PERMIT[0],
            GUESTS[1].replace("Carol Voss", "Anna Fisher").replace("Ian Frost", "Lea Marsh") + PERMIT[1],
        ),
        1,
    ),
    ((GUESTS[0] + PERMIT[0], GUESTS[1] + PERMIT[1]), 0),  # all others who are named are others: another bridge
    (("Police said that Dan Reese burned down the Corran mill.", f"Tom Hook {MILL}"), 1),
    (("Police said that Dan Reese and Anna Fisher burned down the Corran mill.", f"Tom Hook {MILL}"), 0),
    (("Dan Reese destroyed the Corran mill, police said.", "Anna Fisher destroyed the Corran mill, Tom Hook said."), 1),
    (("Dan Reese destroyed his Corran mill, police said.", "Anna Fisher destroyed her Corran mill, Tom Hook said."), 0),
    (("Anna Fisher continues to be sceptical, Tom Hook said.", "Anna Fisher stopped insulting Dan Reese."), 0),
]
"""Two texts, and how many conflicts are between them; beside each that shows none one that differs in what makes it so."""


@pytest.mark.parametrize(("texts", "shown"), TWO_TEXTS)
def test_two_texts_collide_only_where_both_tell_of_one_thing(texts: tuple[str, str], shown: int) -> None:
    student, pack = open_student("en"), load_pack("en")
    studies = [student(load_text(text, lang="en", doc=doc)) for doc, text in zip(("one", "two"), texts, strict=True)]
    assert len(build_case(studies, pack).conflicts) == shown


def test_what_would_have_been_is_not_disputed_by_a_word_in_common() -> None:
    text = (
        "Had de directeur de sirene laten afgaan, dan was niemand gewond geraakt, vindt burgemeester Tom Rees. "
        "Directeur Marcel Dune ontkent dat de sirene stuk was."
    )
    assert not read_text(text, lang="nl").conflicts
