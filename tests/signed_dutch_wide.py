"""Dutch sets of signed sentences with shapes of the language at large, as templates.

Rules may be made by ``wide``; ``apart`` was unread at first.

The shapes were written before the reader had been run on any of them, and were dealt out to the two sets by chance; so were
nouns and verbs.

    python tests/signed_dutch_wide.py wide 100 --list
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from signed import Generated, Sentences, main
from signed_dutch import Noun, _nouns
from signed_templates import made_set

Verb = tuple[str, str, str, str, str]
"""Singular, plural, particle, participle, infinitive."""


def _verbs(text: str) -> tuple[Verb, ...]:
    """*jaagt jagen aan aangejaagd aanjagen*, one verb between commas; *-* for no particle, ``_`` for a space."""
    parts = [one.split() for one in text.split(",")]
    return tuple(
        (a, b, "" if c == "-" else c.replace("_", " "), d.replace("_", " "), e.replace("_", " "))
        for a, b, c, d, e in parts
    )


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a set: verbs of rising and falling, of driving and holding back, and what goes before a noun."""

    moves: tuple[tuple[Verb, ...], tuple[Verb, ...]]
    drives: tuple[tuple[Verb, ...], tuple[Verb, ...]]
    high: tuple[str, str]
    rising: tuple[str, str]
    changes: tuple[str, str]


WORDS: Final = {
    "wide": Words(
        (
            _verbs(
                "stijgt stijgen - gestegen stijgen, neemt nemen toe toegenomen toenemen, zwelt "
                "zwellen aan aangezwollen aanzwellen"
            ),
            _verbs(
                "daalt dalen - gedaald dalen, krimpt krimpen - gekrompen krimpen, loopt lopen terug teruggelopen teruglopen"
            ),
        ),
        (
            _verbs(
                "versterkt versterken - versterkt versterken, jaagt jagen aan aangejaagd aanjagen, voedt voeden - gevoed voeden, "
                "werkt werken in_de_hand in_de_hand_gewerkt in_de_hand_werken, stuwt stuwen op opgestuwd opstuwen, "
                "bevordert bevorderen - bevorderd bevorderen, vergroot vergroten - vergroot vergroten"
            ),
            _verbs(
                "remt remmen - geremd remmen, ondermijnt ondermijnen - ondermijnd ondermijnen, drukt drukken - gedrukt drukken, "
                "gaat gaan tegen tegengegaan tegengaan, verlaagt verlagen - verlaagd verlagen, "
                "vermindert verminderen - verminderd verminderen, zwakt zwakken af afgezwakt afzwakken"
            ),
        ),
        ("hoger groter", "lager kleiner"),
        ("stijgend groeiend", "dalend krimpend"),
        ("toename groei", "afname daling"),
    ),
    "apart": Words(
        (
            _verbs(
                "groeit groeien - gegroeid groeien, loopt lopen op opgelopen oplopen, klimt klimmen - geklommen klimmen"
            ),
            _verbs("neemt nemen af afgenomen afnemen, slinkt slinken - geslonken slinken, zakt zakken - gezakt zakken"),
        ),
        (
            _verbs(
                "stimuleert stimuleren - gestimuleerd stimuleren, drijft drijven op opgedreven opdrijven, "
                "wakkert wakkeren aan aangewakkerd aanwakkeren, verhoogt verhogen - verhoogd verhogen, "
                "vergroot vergroten - vergroot vergroten, verergert verergeren - verergerd verergeren"
            ),
            _verbs(
                "beperkt beperken - beperkt beperken, tempert temperen - getemperd temperen, dempt dempen - gedempt dempen, "
                "belemmert belemmeren - belemmerd belemmeren, drukt drukken - gedrukt drukken, "
                "zet zetten onder_druk onder_druk_gezet onder_druk_zetten, verzwakt verzwakken - verzwakt verzwakken"
            ),
        ),
        ("hoger sterker", "lager geringer"),
        ("toenemend oplopend", "afnemend slinkend"),
        ("stijging verhoging", "afname vermindering"),
    ),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """One side of a link: a noun, whether it rises, and how that is said."""

    noun: Noun
    up: bool
    words: Words
    rng: random.Random

    @property
    def bare(self) -> str:
        return self.noun.form

    @property
    def the(self) -> str:
        return self.noun.the

    @property
    def np(self) -> str:
        return self.rng.choice((self.the, self.bare))

    @property
    def rel(self) -> str:
        return "die" if self.noun.many or self.noun.article == "de" else "dat"

    @property
    def amount(self) -> str:
        return f"{'meer' if self.up else 'minder'} {self.bare}"

    @property
    def high(self) -> str:
        return self.noun.inflected(self._pick(self.words.high))

    @property
    def a_high(self) -> str:
        return self.high if self.noun.many else f"een {self.high}"

    @property
    def rising(self) -> str:
        return self.noun.inflected(self._pick(self.words.rising))

    @property
    def change(self) -> str:
        return f"een {self._pick(self.words.changes)} van {self.np}"

    @property
    def the_change(self) -> str:
        return f"de {self._pick(self.words.changes)} van {self.np}"

    @property
    def main(self) -> str:
        return _main(self.np, self._verb, "", many=self.noun.many)

    @property
    def inv(self) -> str:
        verb = self._verb
        return f"{verb[1 if self.noun.many else 0]} {self.np} {verb[2]}"

    @property
    def sub(self) -> str:
        return f"{self.np} {self.subverb}"

    @property
    def subverb(self) -> str:
        verb = self._verb
        return f"{verb[2].replace(' ', '')}{verb[1 if self.noun.many else 0]}"

    @property
    def _verb(self) -> Verb:
        return self.rng.choice(self.words.moves[0 if self.up else 1])

    def _pick(self, ways: Sequence[str]) -> str:
        return self.rng.choice(ways[0 if self.up else 1].split())


@dataclass(frozen=True, slots=True)
class Link:
    """What a verb says of two things: ``cause`` is its subject as it stands there, ``many`` a plural."""

    cause: str
    thing: Thing
    effect: Thing
    many: bool
    verb: Verb

    @property
    def finite(self) -> str:
        return self.verb[1 if self.many else 0]

    @property
    def main(self) -> str:
        return _main(self.cause, self.verb, self.effect.np, many=self.many)

    @property
    def inv(self) -> str:
        return f"{self.finite} {self.cause} {self.effect.np} {self.verb[2]}"

    @property
    def relverb(self) -> str:
        particle = self.verb[2]
        return f"{self.effect.np} {particle}{' ' if ' ' in particle else ''}{self.finite}"

    @property
    def sub(self) -> str:
        return f"{self.cause} {self.relverb}"

    @property
    def also(self) -> str:
        return f"{self.finite} op {'hun' if self.many else 'zijn'} beurt {self.effect.np} {self.verb[2]}"

    @property
    def passive(self) -> str:
        return f"{self.effect.np} {'worden' if self.effect.noun.many else 'wordt'}"

    @property
    def inner(self) -> str:
        return f"{self.passive} door {self.cause} {self.verb[3]}"

    @property
    def passlast(self) -> str:
        return f"{self.passive} {self.verb[3]} door {self.cause}"

    @property
    def modal(self) -> str:
        return f"{self.cause} {'kunnen' if self.many else 'kan'} {self.effect.np} {self.verb[4]}"

    @property
    def perfect(self) -> str:
        return f"{self.cause} {'hebben' if self.many else 'heeft'} {self.effect.np} {self.verb[3]}"


def _main(subject: str, verb: Verb, rest: str, *, many: bool) -> str:
    return f"{subject} {verb[1 if many else 0]} {rest} {verb[2]}"


def _makes(words: Words) -> Any:
    def makes(ways: Sequence[tuple[Noun, bool]], signs: Sequence[bool], rng: random.Random) -> dict[str, Any]:
        things = {key: Thing(noun, up, words, rng) for key, (noun, up) in zip("xyz", ways, strict=False)}

        def link(cause: str, a: str, b: str, up: bool, *, many: bool) -> Link:
            return Link(cause, things[a], things[b], many, rng.choice(words.drives[0 if up else 1]))

        x, y = things["x"], things["y"]
        links = {
            "d": link(x.np, "x", "y", signs[0], many=x.noun.many),
            "g": link(rng.choice((x.amount, x.high, x.rising)), "x", "y", y.up, many=x.noun.many),
            "c": link(x.change, "x", "y", y.up, many=False),
            "t": link(rng.choice(("dat", "dit")), "x", "y", y.up, many=False),
        }
        if len(signs) > 1:
            links["e"] = link(y.np, "y", "z", signs[1], many=y.noun.many)
        return {**things, **links}

    return makes


WIDE: Final = """
{x.main}. dit zorgt <? weer|op zijn beurt|> voor {y.amount}
{x.amount} <n zorgt~zorgen> voor {y.amount}
{y.amount} <m komt~komen> <? door|voort uit> {x.amount}
{y.the} <sy profiteert~profiteren/lijdt~lijden> <s van/onder> {x.the}
{x.the} <n werkt~werken> <s stimulerend/remmend> op {y.the}
{x.the} <n vormt~vormen> een <s impuls|stimulans/belemmering|bedreiging> voor {y.the}
dat {x.sub}, leidt tot {y.amount}
{x.the_change} <? maakt|heeft tot gevolg|heeft als gevolg> dat {y.sub}
{y.change} is <? het gevolg|een gevolg|het resultaat> van {x.change}
{x.the} <n doet~doen> {y.the} <s stijgen|groeien|toenemen/dalen|afnemen|krimpen>
{x.amount} <n leidt~leiden> tot {y.amount}
{y.main} als gevolg van {x.change}
{d.main}
er <n komt~komen> {x.amount}, dus <m komt~komen> er {y.amount}
{x.rising} <n zorgt~zorgen> voor {y.rising}
<? wanneer|zodra> {x.sub}, {y.inv}
{g.main}
{x.main} en daardoor {y.inv}
omdat er {x.amount} <n is~zijn>, {y.inv}
{x.change} heeft {y.change} tot gevolg
door {x.amount} {y.inv}
{x.main}. {t.main}
{x.high} <n leidt~leiden|voert~voeren> tot {y.change}
<? omdat|doordat> {x.sub}, {y.inv}
{x.main}, met {y.amount} <? als gevolg|tot gevolg>
als er {x.amount} <n is~zijn>, <m komt~komen> er {y.amount}
{x.main}, waardoor {y.sub}
{x.change} is de oorzaak van {y.change}
{y.main} door {x.amount}
hoe meer {x.bare} er <n is~zijn>, <? hoe|des te> <s meer/minder> {y.bare} er <m komt~komen>
{x.the}, <n {x.rel} de laatste tijd {x.subverb}>, <n zorgt~zorgen> voor {y.amount}
{d.perfect}
{y.main} <? als|wanneer|zodra> {x.sub}
{x.main}, wat <? weer|op zijn beurt|> leidt tot {y.amount}
{y.main}, <? omdat|doordat|aangezien> {x.sub}
<? wegens|vanwege|als gevolg van|ten gevolge van> {x.the_change} {y.inv}
{x.main}. de <x stijging|toename|groei/daling|afname|krimp> leidt tot {y.amount}
{x.main}. het gevolg is {y.amount}
{x.main}, dus {y.inv}
{d.modal}
bij {x.amount} {y.inv}
hoe <x meer/minder> {x.bare}, hoe <y meer/minder> {y.bare}
"""
WIDE_CHAINS: Final = """
{d.inner} en {e.main}
{x.amount} <n leidt~leiden> tot {y.amount}, wat <? weer|vervolgens|> leidt tot {z.amount}
{x.amount} <n leidt~leiden> tot {y.amount} en dat <? weer|> tot {z.amount}
{d.main} en {e.main}
door {x.amount} {y.inv}, waardoor {z.sub}
{d.main}, terwijl {e.sub}
"""
WIDE_ASIDES: Final = """
tussen {x.the} en {y.the} is geen verband gevonden
over {x.np} en {y.np} wordt in de raad vaak vergaderd
{x.the} en {y.the} staan los van elkaar
het rapport noemt {x.the} naast {y.the}
in de krant stond gisteren een stuk over {y.the}
"""
APART: Final = """
{x.np} <n is~zijn> <s goed|gunstig|bevorderlijk/slecht|nadelig|schadelijk> voor {y.the}
{x.rising} <n zorgt~zorgen> ervoor dat {y.sub}
<? bovendien|in de praktijk|op den duur|tegelijk> {d.inv}
{y.main} naarmate {x.sub}
{x.inv}, dan {y.inv}
{x.the} <n heeft~hebben> een <s versterkende|stimulerende/remmende|dempende> <? werking|invloed> op {y.the}
dat {y.sub}, komt doordat {x.sub}
zonder {x.bare} <m zou~zouden> er <s minder/meer> {y.bare} zijn
{x.change} <? veroorzaakt|geeft|betekent> {y.change}
door {x.the_change} {y.inv}
{x.np} <n is~zijn> een <s aanjager van|stimulans voor|motor achter/rem op|bedreiging voor> {y.the}
{x.main}. <? daardoor|dus|als gevolg daarvan|hierdoor|bijgevolg> {y.inv}
<x een overschot|een teveel/een tekort|een gebrek> aan {x.bare} leidt tot {y.amount}
{x.main}. dat leidt <? weer|vervolgens|> tot {y.amount}
als {x.sub}, {y.inv}
{x.amount} <n leidt~leiden> <? vaak|meestal|uiteindelijk|> tot {y.a_high}
{y.the} <m is~zijn|wordt~worden> <y hoger|groter/lager|kleiner> door {x.amount}
{x.main}, zodat {y.sub}
hoe <x hoger|groter/lager|kleiner> {x.the}, <? hoe|des te> <y hoger|groter/lager|kleiner> {y.the}
{d.inner}
{y.change} is te wijten aan {x.change}
<xy dankzij/door> {x.the_change} {y.inv}
{x.main} en <? zo|daarmee> {y.inv}
{y.main}, want {x.main}
<? Ook|Vooral|Juist> {d.main}
{x.change} <? levert|geeft> {y.amount}
{x.amount} <n leidt~leiden> ertoe dat {y.sub}
bij {x.change} {y.inv}
{x.main}, met als gevolg dat {y.sub}
naarmate {x.sub}, {y.inv}
{d.passlast}
{x.amount} <n brengt~brengen> {y.amount} met zich mee
{x.change} resulteert in {y.amount}
{x.the} <n heeft~hebben> een <s positief|gunstig/negatief|nadelig> effect op {y.the}
als {x.sub}, dan {y.inv}
{c.main}
{x.amount} <n betekent~betekenen> {y.amount}
{x.change} zorgt voor {y.change}
{x.the} <n draagt~dragen> bij <s aan meer/aan minder> {y.bare}
de oorzaak van {y.the_change} is {x.the_change}
{x.the} <n laat~laten> {y.the} <s oplopen|groeien/teruglopen|zakken>
{x.the} <n maakt~maken> {y.the} <s groter|hoger/kleiner|lager>
uit {x.amount} <m volgt~volgen> {y.amount}
"""
APART_CHAINS: Final = """
{x.main}, waardoor {y.sub}, wat weer leidt tot {z.amount}
als {x.sub}, {y.inv}, en als {y.sub}, {z.inv}
{x.main}. daardoor {y.inv}, en dat leidt weer tot {z.amount}
{x.amount} <n leidt~leiden> tot {y.amount}. {y.amount} <m leidt~leiden> <? daarna|vervolgens|weer> tot {z.amount}
{d.main}, {y.rel} <? weer|vervolgens|op zijn beurt> {e.relverb}
"""
APART_ASIDES: Final = """
morgen spreekt de commissie over {x.the}
de gemeente telt {x.the} en {y.the} elk jaar
{x.the} <n is~zijn> niet de oorzaak van {y.the}
wie {x.the} kent, kent ook {y.the}
of {x.the} iets te maken <n heeft~hebben> met {y.the}, weet niemand
"""

NOUNS: Final = {
    "wide": _nouns(
        "armoede criminaliteit havendrukte brambelarij snorfteling woningnood melkproductie "
        "blikserij veerdienst onrust kwelmvrees",
        "toerisme wantrouwen ziekteverzuim visaanbod geknor bosverkeer",
        "huurprijzen klachten overstromingen flemmels bierprijzen wachttijden",
    ),
    "apart": _nouns(
        "honger schuldenlast droogte zandwinning plimmerij trambezetting vlorst wolvraag kustafslag inflatie torvelhandel",
        "vertrouwen lawaai woningaanbod stroomverbruik gesnoef drempelbezit",
        "branden inbraken krimmels graanprijzen stakingen veenboetes",
    ),
}
SPEAKERS: Final = {
    "wide": ("Marga Tolsma", "Evert Buining", "wethouder Hanna de Wit"),
    "apart": ("Jorien Pals", "Kees Veldhuis", "hoogleraar Bas Oort"),
}
QUOTED: Final = ("Volgens {speaker} is het zo: “{line}.”", "“{line}”, zegt {speaker}.", "{speaker} zegt: “{line}.”")


def _set(name: str, shapes: str, chains: str, asides: str) -> Sentences[Noun]:
    return made_set(name, NOUNS[name], SPEAKERS[name], _makes(WORDS[name]), shapes, chains, asides)


DUTCH_WIDE: Final = Generated(
    "nl",
    {"wide": _set("wide", WIDE, WIDE_CHAINS, WIDE_ASIDES), "apart": _set("apart", APART, APART_CHAINS, APART_ASIDES)},
    QUOTED,
    seed="nl ",
    unread=frozenset(),
)

if __name__ == "__main__":
    main(DUTCH_WIDE)
