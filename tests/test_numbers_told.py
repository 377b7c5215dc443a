"""Numbers of one thing, however they are told, collide between two texts; numbers of a part, a rate or another time do not."""

from __future__ import annotations

import pytest

from wederhoor.cases import build_case
from wederhoor.documents import load_text
from wederhoor.languages.pack import load_pack
from wederhoor.reading import open_student
from wederhoor.records import CaseConflict

DAY = "2031-05-12"


def conflicts(lang: str, one: str, other: str) -> tuple[CaseConflict, ...]:
    student = open_student(lang)
    documents = [load_text(text, lang=lang, date=DAY, doc=doc) for doc, text in (("een", one), ("twee", other))]
    return tuple(build_case([student(document) for document in documents], load_pack(lang)).conflicts)


OPPOSED = [
    # an adjective that stands for people
    ("nl", "Bij de brand in Kolkmeer vielen zeventien gewonden.",
     "Bij de brand in Kolkmeer raakten drie mensen gewond, zegt Bram Kas."),
    ("en", "Rescuers counted three injured after the fire in Kolkmeer.",
     "Nine people were injured in the fire in Kolkmeer, said Ann Roe."),
    # one verb, one thing
    ("nl", "De veearts telde in Vaarle 45 zieke koeien.", "De provincie houdt het in Vaarle op 12 zieke koeien."),
    ("nl", "De tunnel onder de Wolde is 3 kilometer lang.", "De tunnel onder de Wolde meet 2,1 kilometer, zegt Bram Kas."),
    ("nl", "In het kamp bij Torva wonen vijfduizend mensen.", "In het kamp bij Torva wonen 12.000 mensen, zegt arts Kas."),
    ("en", "The ferry to Oster carried 90 passengers.", "There were 240 passengers on the ferry to Oster, said Ann Roe."),
    # money, and a rate and a rate
    ("nl", "De huur in de Kadehof is 90 euro per maand.", "In de Kadehof is de huur 140 euro per maand, zegt Bram Kas."),
    ("en", "The strike at Lind cost £2 million a day.", "The strike at Lind cost £5 million a day, the union said."),
    # how often, in a word and in two
    ("nl", "De politie waarschuwde Bram Kas in Vaarle zesmaal.", "Bram Kas kreeg in Vaarle twee waarschuwingen."),
    # per cent in two words; more than the half
    ("en", "Rents in Lind rose by 4 per cent.", "Rents in Lind rose by 17 percent, said Ann Roe."),
    ("nl", "Meer dan de helft van de eiken in Vaarle is ziek.", "In Vaarle is 31 procent van de eiken ziek, zegt Bram Kas."),
    # by a word for the number
    ("en", "Burglaries in Port Lind doubled in 2030.", "Burglaries in Port Lind rose by 12 percent in 2030, said Ann Roe."),
    ("nl", "Niemand raakte gewond toen in Vaarle de kraan omviel.", "Twee mensen raakten in Vaarle gewond toen de kraan omviel."),
    # when it was
    ("nl", "De brug in Vaarle stortte om 22.40 uur in.", "De brug in Vaarle stortte om half drie in, zegt Bram Kas."),
    ("en", "Otto Crane resigned on 12 March.", "Otto Crane resigned on 19 March, a spokesman said."),
    # how long before
    ("nl", "Een kwartier voor de crash bij Torn stond hij stil.", "Vijf minuten voor de crash bij Torn stond hij stil, zei Kas."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "one", "other"), OPPOSED)
def test_two_numbers_of_one_thing_collide(lang: str, one: str, other: str) -> None:
    assert conflicts(lang, one, other)


APART = [
    # what is expected, and what it was
    ("nl", "De organisatie rekent op twaalfduizend bezoekers bij de opening van de tunnel in Kolkmeer.",
     "De teller bleef bij de opening van de tunnel in Kolkmeer steken op vijfduizend bezoekers."),
    # a part, and a kind of them
    ("nl", "De stad Vaarle kocht dertig nieuwe bussen.", "De stad Vaarle kocht vijf elektrische nieuwe bussen."),
    ("en", "Fourteen people were hurt in Lind on Saturday.", "Three children were hurt in Lind on Saturday, said Ann Roe."),
    # of each and of all, of a month and of a year
    ("en", "The strike at Lind cost £2 million a day.", "The strike at Lind cost £24 million in all."),
    ("nl", "De huur in de Kadehof is 90 euro per maand.", "De huur in de Kadehof is 1.080 euro per jaar, zegt Bram Kas."),
    # asked and paid
    ("en", "Hackers demanded a ransom of $4 million from Lind Hospital.", "Lind Hospital paid hackers a ransom of $1.2 million."),
    # one measure in two units
    ("en", "The train at Lind was stuck for over three hours.", "The train at Lind was stuck for three hours and 25 minutes."),
    # another measure, another thing, another deed
    ("nl", "De dijk bij Vaarle is zes meter hoog.", "De dijk bij Vaarle is veertig meter breed, zegt Bram Kas."),
    ("nl", "Het stadion in Vaarle kost 40 miljoen euro.", "Het onderhoud van het stadion in Vaarle kost 2 miljoen euro."),
    ("nl", "De bakker in Vaarle verkocht 200 broden.", "De bakker in Vaarle bakte 350 broden."),
    ("en", "Passengers were trapped in the Lind tunnel for two hours.", "The Lind tunnel stayed closed for nine hours."),
    # another hour
    ("nl", "Om negen uur telde de politie in Vaarle vier auto's.", "Om twaalf uur telde de politie in Vaarle tien auto's."),
    # what another text said, and what nobody holds
    ("nl", "De 40.000 betogers in Vaarle waren er 15.000, zegt Kas.", "In Vaarle liepen 15.000 betogers, zegt de politie."),
    ("en", "A third party wants to run in Lind.", "In Lind 43 percent of the party wants to run."),
    # a shop is open on two days
    ("nl", "De winkel in Vaarle was gisteren open.", "De winkel in Vaarle is morgen open, zegt Bram Kas."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "one", "other"), APART)
def test_two_numbers_of_two_things_do_not(lang: str, one: str, other: str) -> None:
    assert not conflicts(lang, one, other)
