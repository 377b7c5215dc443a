"""What two say in news that is no conflict: who criticises whom, numbers of two, what only holds in a case."""

from __future__ import annotations

import pytest

from wederhoor import read_text
from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student

ALONE = [
    # who lies is somebody else than who said it
    ("en", "The deal was on, the Halden plant said. “But you have Mara Quill lying to us and no big deal,” Tom Reed said."),
    # undecided between two, expected by nobody who is named, fond of no tax
    ("en", "Sue Kern has not decided which guild she will join. “I don't think the guilds will care,” Ana Poll said."),
    ("en", "There are four offices that keep the records, the ministry said. Offices are not expected to find every record."),
    ("en", "Nobody hates the beet tax more than the growers. The growers insisted that the beet tax come later, said Lea Marsh."),
    # a criticism says nothing that is denied, nor does it dispute a word
    ("en", "Quill blasted Harmsen over the dike. “The idea of a dike is absurd,” said Ana Poll."),
    ("nl", "Boeren hekelden Harmsen omdat hij de dijk niet ophoogde. Harmsen dacht dat hij dat in mei kon doen."),
    # both say no
    ("en", "A spokeswoman said Vera Fenn has no more speeches planned. Her team denied that she would give new speeches."),
    # the relative of a thing, a pronoun for a noun before it, a subject that finds something
    ("en", "Interns took the work, Ware insisted. The suit says that Gower made jokes that damaged Podlin's name."),
    ("en", "“I saw it as an excuse,” said Sue Kern. Jenna Palm dismissed the jest and the fallout from it."),
    ("en", "The campaign said that she never sent an aide there. The ministry said it found no sign that the letter was sent."),
    # what one should take back, rejects in a case, can hardly believe; whom some like and others do not
    ("en", "“I regret those comments,” Paul Roan said. “Tom Reed should retract his comments, not defend them,” said Ana Poll."),
    ("en", "The account is right, said Paul Roan. If Tom Reed rejects that account, the guild will sue, said Ana Poll."),
    ("en", "Ana Poll can barely believe she gets to live in Lind. “It lives in us,” said Tom Reed of Lind."),
    ("nl", "De lezing klopt, zei Paul Roan. Als Tom Rees die lezing verwerpt, gaat de bond naar de rechter, zei Ana Pool."),
    # reportedly
    ("en", "The records were supposedly only found in May, Tom Reed said."),
    # a sad thing is no word of another's
    ("en", "People need to meet, Chris Abbot said. One visitor said: “This is very sad.”"),
    # what the sentence itself tells
    ("en", "“I want to wait until I meet Ebbe,” Tord Hamm said. Most keep offices in Lind, although Varna disputes this."),
    # not the one nor the other
    ("en", "Quill said: “Our aim is not to deter or contain the clan.” Harmsen said: “The aim is not to contain the clan.”"),
    # as no other can, if, of himself
    ("en", "“She unites the guild as no other candidate can,” said Rik Vane. Lea Marsh says that Quill is the best candidate."),
    ("en", "“If Lind had come before Varna, Quill would not have won,” he said. Growers saw that Quill could win."),
    ("en", "Growers say that they will vote in the guild's primary. “I have never voted in a primary,” said Nick Droll."),
    # praised and blamed for two things
    ("en", "“Guarantees are good when you have a good harvest,” said Mel Acosta. Tom Reed called the golf plan a disaster."),
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
    # two deals, two programmes, another's job
    (
        "We believe this deal is a great deal for Allmark and Pfann, said Ian Read of Allmark in Dolby. Pfann and Gorse agreed.",
        "Deals failed their purpose, wrote the bank of Porto Real. Mel Acosta and Hugo Bern lent for it, said Acosta.",
    ),
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
    # of something else there is none
    ("The bureau said it had no useful information on Ms. Malk.", "If he has poor information, that is bad, said Ana Poll."),
    # it may be so or not
    ("Quill can decide when she supports the guild or not, said Tom Reed.", "Quill said she would support the guild."),
    # a part of two things, the right person, one of whom many things are true
    ("She is not part of us, said Ana Poll.", "Quill is part of the system, said Tom Reed."),
    ("Quill is being treated very badly, said Ana Poll.", "Quill is a good woman, said Tom Reed."),
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
