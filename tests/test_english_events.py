"""English: who did what to whom, in the codes of PLOVER, in plain sentences of every kind of construction."""

from __future__ import annotations

import pytest

from wederhoor.reading import Student
from wederhoor.records import Document, Event, Reading


def read(student: Student, text: str) -> Reading:
    return student(Document(doc="port", text=text, lang="en", date="2031-05-20")).reading


def named(reading: Reading, who: tuple[str, ...]) -> tuple[str, ...]:
    names = {actor.id: actor.name for actor in reading.actors}
    return tuple(names.get(one, one) for one in who)


def told(student: Student, text: str) -> list[tuple[str, str, Event]]:
    return [(e.code, text[slice(*e.trigger)], e) for e in read(student, text).events]


@pytest.mark.parametrize(
    ("text", "code", "trigger", "agents", "patients"),
    [
        ("Sarvian troops attacked the port of Orsk on Monday.", "ASSAULT", "attacked", ("sarvian troops",), ("Orsk",)),
        (
            "The rebels carried out an attack on a bus station.",
            "ASSAULT",
            "attack",
            ("the rebels",),
            ("a bus station",),
        ),
        ("A bomb exploded outside the mosque and killed nine people.", "ASSAULT", "exploded", (), ()),
        ("Nine people were killed when the ferry capsized.", "DEATHS", "killed", (), ("nine people",)),
        ("Gunmen shot the mayor in his garden.", "ASSAULT", "shot", ("gunmen",), ("mayor",)),
        ("The mayor was shot by gunmen.", "ASSAULT", "shot", ("gunmen",), ("the mayor",)),
        ("The army's bombardment of Orsk went on for days.", "ASSAULT", "bombardment", ("the army",), ("Orsk",)),
        ("Pell, and not Venn, signed the agreement.", "AGREE", "agreement", ("pell",), ()),
        ("Pell, not Venn, attacked the port.", "ASSAULT", "attacked", ("pell",), ("the port",)),
        ("Rioters set fire to the town hall.", "ASSAULT", "fire", ("rioters",), ("the town hall",)),
        ("Vandals smashed the windows of the library.", "ASSAULT", "smashed", ("vandals",), ("the library",)),
        ("He was kidnapped by militants in March.", "ASSAULT", "kidnapped", ("militants",), ()),
        ("Police arrested twelve demonstrators.", "COERCE", "arrested", ("police",), ("twelve demonstrators",)),
        ("Twelve demonstrators were arrested.", "COERCE", "arrested", (), ("twelve demonstrators",)),
        (
            "The arrest of the editor by the secret police caused anger.",
            "COERCE",
            "arrest",
            ("the secret police",),
            ("the editor",),
        ),
        ("The court jailed the banker for four years.", "COERCE", "jailed", ("the court",), ("the banker",)),
        ("The council banned cars from the old town.", "COERCE", "banned", ("the council",), ("cars",)),
        ("The government imposed a ban on plastic bags.", "COERCE", "ban", ("the government",), ()),
        ("The president declared a state of emergency.", "COERCE", "state of emergency", ("president",), ()),
        ("The ministry revoked the licence of the broadcaster.", "COERCE", "revoked", ("the ministry",), ()),
        ("Thousands of farmers marched through Veldport.", "PROTEST", "marched", ("farmers",), ()),
        ("Nurses went on strike over pay.", "PROTEST", "on strike", ("nurses",), ()),
        ("A strike by train drivers paralysed the north.", "PROTEST", "strike", ("train drivers",), ()),
        (
            "Students occupied the university library.",
            "PROTEST",
            "occupied",
            ("students",),
            ("the university library",),
        ),
        ("The prisoners began a hunger strike.", "PROTEST", "began a hunger strike", ("the prisoners",), ()),
        ("Beldania deployed two warships to the strait.", "MOBILIZE", "deployed", ("Beldania",), ()),
        (
            "The judge sentenced the smuggler to six years in prison.",
            "SANCTION",
            "sentenced",
            ("the judge",),
            ("the smuggler",),
        ),
        ("The committee expelled Sarvia.", "COERCE", "expelled", ("the committee",), ("Sarvia",)),
        ("Beldania imposed sanctions on Sarvia.", "SANCTION", "sanctions", ("Beldania",), ("Sarvia",)),
        ("Sarvia withdrew from the fisheries treaty.", "SANCTION", "withdrew", ("Sarvia",), ("the fisheries treaty",)),
        ("The minister cancelled his visit to Orsk.", "SANCTION", "cancelled", ("minister",), ()),
        ("President Drago met Prime Minister Lund in Orsk.", "CONSULT", "met", ("Drago", "Lund"), ()),
        ("The foreign ministers held talks in Veldport.", "CONSULT", "talks", ("the foreign ministers",), ()),
        ("Lund paid a visit to the flooded villages.", "CONSULT", "visit", ("Lund",), ("the flooded villages",)),
        ("The two companies reached an agreement on Friday.", "AGREE", "agreement", ("the two companies",), ()),
        ("The union and the employers struck a deal.", "AGREE", "deal", ("the union", "the employers"), ()),
        ("The government agreed to pay the fishermen.", "AGREE", "agreed", ("government",), ()),
        ("The minister promised to build a dyke.", "AGREE", "promised", ("minister",), ()),
        ("Mayor Okafor endorsed the candidate.", "SUPPORT", "endorsed", ("Okafor",), ()),
        ("Parliament approved the budget.", "SUPPORT", "approved", ("Parliament",), ()),
        ("Six states signed the treaty.", "SUPPORT", "signed", ("six states",), ()),
        ("The company apologised to its customers.", "CONCEDE", "apologised", ("the company",), ("its customers",)),
        ("The council withdrew the plan.", "CONCEDE", "withdrew", ("the council",), ()),
        ("The mayor lifted the ban on fireworks.", "CONCEDE", "lifted", ("the mayor",), ()),
        ("Sarvia pardoned three fishermen.", "CONCEDE", "pardoned", ("Sarvia",), ("three fishermen",)),
        ("The Red Cross delivered food to the villages.", "AID", "delivered", ("Red Cross",), ("the villages",)),
        ("The coastguard rescued eleven sailors.", "AID", "rescued", ("the coastguard",), ("eleven sailors",)),
        ("The army withdrew from the border.", "RETREAT", "withdrew", ("the army",), ("the border",)),
        ("The chairman resigned on Sunday.", "RETREAT", "resigned", ("the chairman",), ()),
        ("The resignation of the chairman surprised the board.", "RETREAT", "resignation", ("the chairman",), ()),
        ("The pirates released the crew.", "RETREAT", "released", ("the pirates",), ("the crew",)),
        ("The union demanded a pay rise.", "REQUEST", "demanded", ("union",), ()),
        ("Okafor called for an investigation into the fire.", "REQUEST", "called", ("Okafor",), ()),
        ("Residents urged the council to reopen the bridge.", "REQUEST", "urged", ("residents",), ("the council",)),
        (
            "The opposition accused the minister of lying.",
            "ACCUSE",
            "accused",
            ("opposition",),
            ("the minister of lying",),
        ),
        ("Prosecutors charged the banker with fraud.", "ACCUSE", "charged", ("prosecutors",), ("the banker",)),
        ("The charity sued the ministry.", "ACCUSE", "sued", ("the charity",), ("the ministry",)),
        ("Police are investigating the death of a diver.", "ACCUSE", "investigating", ("police",), ("the death",)),
        ("The senate rejected the bill.", "REJECT", "rejected", ("the senate",), ()),
        ("The minister refused to resign.", "REJECT", "refused", ("the minister",), ()),
        ("Sarvia threatened to close the strait.", "THREATEN", "threatened", ("Sarvia",), ()),
        ("The hurricane destroyed four hundred houses.", "DISASTER", "destroyed", (), ("four hundred houses",)),
        ("An earthquake hit the island.", "DISASTER", "hit", (), ()),
        ("A train derailed near Orsk.", "DISASTER", "derailed", (), ("a train",)),
        ("The company cut 300 jobs.", "ECONOMIC", "cut", ("the company",), ("300 jobs",)),
        ("Food prices rose by six percent.", "ECONOMIC", "rose", (), ("food prices",)),
        ("The retailer will close forty stores.", "ECONOMIC", "close", ("the retailer",), ("forty stores",)),
        ("The board appointed Ilse Varga as director.", "ECONOMIC", "appointed", ("the board",), ("Ilse Varga",)),
        (
            "The retailer sold its Beldanian business to a rival.",
            "ECONOMIC",
            "sold",
            ("the retailer",),
            ("its beldanian business",),
        ),
        ("The sale of the shipyard was postponed.", "ECONOMIC", "sale", (), ("the shipyard",)),
        ("The clash between fans and police left thirty people injured.", "ASSAULT", "clash", ("fans", "police"), ()),
        ("Police used tear gas against the crowd.", "ASSAULT", "used tear gas", ("police",), ("the crowd",)),
        ("The regulator fined the airline.", "SANCTION", "fined", ("the regulator",), ("the airline",)),
        ("The airline was fined by the regulator.", "SANCTION", "fined", ("the regulator",), ("the airline",)),
        ("Talks between Sarvia and Beldania collapsed.", "CONSULT", "Talks", ("Sarvia", "Beldania"), ()),
        (
            "The government's crackdown on the unions goes on.",
            "COERCE",
            "crackdown",
            ("the government",),
            ("the unions",),
        ),
        ("Rebels had been shelling the village for hours.", "ASSAULT", "shelling", ("rebels",), ("the village",)),
        ("Three workers died in the explosion at the mill.", "DEATHS", "died", (), ("three workers",)),
        ("The strait was closed by Beldania.", "COERCE", "closed", ("Beldania",), ("the strait",)),
        ("The looting of shops by gangs continued.", "ASSAULT", "looting", ("gangs",), ("shops",)),
        ("The jailing of two editors was condemned by Sarvia.", "COERCE", "jailing", (), ("two editors",)),
        ("Sarvia condemned the jailing of two editors.", "ACCUSE", "condemned", ("Sarvia",), ()),
        (
            "Thousands took to the streets of Veldport against the tax.",
            "PROTEST",
            "to the streets",
            ("thousands",),
            ("the tax",),
        ),
        ("Okafor and Lund spoke by phone on Sunday.", "CONSULT", "spoke by phone", ("Okafor", "Lund"), ()),
        (
            "Beldania extradited the banker to Sarvia.",
            "COOPERATE",
            "extradited",
            ("Beldania", "Sarvia"),
            ("the banker",),
        ),
        ("Sarvia recognised Beldania.", "SUPPORT", "recognised", ("Sarvia",), ("Beldania",)),
        ("Police opened fire on the crowd.", "ASSAULT", "fire", ("police",), ("the crowd",)),
        ("The hearing was called off.", "ACCUSE", "hearing", (), ()),
    ],
)
def test_who_did_what_to_whom(
    student: Student, text: str, code: str, trigger: str, agents: tuple[str, ...], patients: tuple[str, ...]
) -> None:
    reading = read(student, text)
    found = [
        (e.code, text[slice(*e.trigger)], named(reading, e.agents), named(reading, e.patients)) for e in reading.events
    ]
    assert (code, trigger, agents, patients) in found


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels did not attack the port.", "attack"),
        ("The port was not attacked.", "attacked"),
        ("There were no arrests.", "arrests"),
        ("The mayor denied that troops had attacked the port.", "attacked"),
    ],
)
def test_what_did_not_happen(student: Student, text: str, trigger: str) -> None:
    assert ("-", trigger) in [(e.polarity, words) for _, words, e in told(student, text)]


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Sarvia is considering sanctions against Beldania.", "sanctions", "possible"),
        ("The council plans to ban fireworks.", "ban", "planned"),
        ("Sarvia announced the withdrawal of its troops.", "withdrawal", "planned"),
        ("Sarvia announced that it had withdrawn its troops.", "withdrawn", "actual"),
        ("The union demanded the release of the crew.", "release", "demanded"),
    ],
)
def test_how_real_it_is(student: Student, text: str, trigger: str, modality: str) -> None:
    assert (modality, trigger) in [(e.modality, words) for _, words, e in told(student, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, who was born in Orsk, died of cancer at 81.",
        "The film was released on Friday.",
        "The party nominated Lund for president.",
        "Polls showed support for Lund at one percent.",
        "Orsk beat Veldport in the final match of the season.",
        "The court found that she did not know the banker.",
        "The task force has twelve members.",
        "A judge agreed the book may have contained mistakes.",
        "The minister declined to comment.",
        "The study demonstrated a lack of rain.",
    ],
)
def test_what_is_no_event(student: Student, text: str) -> None:
    assert told(student, text) == []


def test_a_strike_is_what_the_text_has_told(student: Student) -> None:
    text = "An airstrike killed nine people in Orsk. The strike was ordered by Sarvia."
    assert [code for code, words, _ in told(student, text) if words == "strike"] == ["ASSAULT"]
    text = "Nurses went on strike in Orsk. The strike was called by the union."
    assert [code for code, words, _ in told(student, text) if words == "strike"] == ["PROTEST"]
