"""English sets of signed sentences with shapes of the language at large, as templates.

Rules may be made by ``wide``; ``apart`` was unread at first.

The shapes were written before the reader had been run on any of them, and were dealt out to the two sets by chance; so were
nouns and verbs.

    python tests/signed_english_wide.py wide 100 --list
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from signed import Generated, Noun, Sentences, main
from signed_templates import made_set

Verb = tuple[str, str, str, str]
"""Third person, base, particle, participle."""


def _verbs(text: str) -> tuple[Verb, ...]:
    """*drives drive up driven*, one verb between commas; *-* for no particle."""
    parts = [one.split() for one in text.split(",")]
    return tuple((a, b, "" if c == "-" else c, d) for a, b, c, d in parts)


def _nouns(mass: str, plural: str) -> tuple[Noun, ...]:
    return (*(Noun(form) for form in mass.split(", ")), *(Noun(form, many=True) for form in plural.split(", ")))


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
            _verbs("rises rise - risen, grows grow - grown, goes go up gone, swells swell - swollen"),
            _verbs("falls fall - fallen, shrinks shrink - shrunk, goes go down gone, declines decline - declined"),
        ),
        (
            _verbs(
                "boosts boost - boosted, fuels fuel - fuelled, drives drive up driven, encourages encourage - encouraged, "
                "strengthens strengthen - strengthened, increases increase - increased, feeds feed - fed"
            ),
            _verbs(
                "curbs curb - curbed, reduces reduce - reduced, slows slow down slowed, undermines undermine - undermined, "
                "limits limit - limited, weakens weaken - weakened, keeps keep down kept, dampens dampen - dampened"
            ),
        ),
        ("higher greater", "lower smaller"),
        ("rising growing", "falling shrinking"),
        ("rise growth", "fall decline"),
    ),
    "apart": Words(
        (
            _verbs("increases increase - increased, climbs climb - climbed, soars soar - soared, picks pick up picked"),
            _verbs(
                "drops drop - dropped, decreases decrease - decreased, dwindles dwindle - dwindled, comes come down come"
            ),
        ),
        (
            _verbs(
                "stimulates stimulate - stimulated, raises raise - raised, pushes push up pushed, promotes promote - promoted, "
                "worsens worsen - worsened, spurs spur - spurred, amplifies amplify - amplified"
            ),
            _verbs(
                "cuts cut - cut, lowers lower - lowered, hampers hamper - hampered, suppresses suppress - suppressed, "
                "holds hold back held, erodes erode - eroded, stifles stifle - stifled, pushes push down pushed"
            ),
        ),
        ("higher stronger", "lower weaker"),
        ("increasing mounting", "decreasing dwindling"),
        ("increase surge", "drop reduction"),
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
        return self.np

    @property
    def np(self) -> str:
        return self.rng.choice((f"the {self.bare}", self.bare, self.bare))

    @property
    def amount(self) -> str:
        return f"{'more' if self.up else self.noun.verb('less', 'fewer')} {self.bare}"

    @property
    def high(self) -> str:
        return f"{self._pick(self.words.high)} {self.bare}"

    @property
    def a_high(self) -> str:
        return self.high

    @property
    def rising(self) -> str:
        return f"{self._pick(self.words.rising)} {self.bare}"

    @property
    def change(self) -> str:
        noun = self._pick(self.words.changes)
        return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun} in {self.np}"

    @property
    def the_change(self) -> str:
        return f"the {self._pick(self.words.changes)} in {self.np}"

    @property
    def main(self) -> str:
        verb = self.rng.choice(self.words.moves[0 if self.up else 1])
        return f"{self.np} {verb[1 if self.noun.many else 0]} {verb[2]}"

    def _pick(self, ways: Sequence[str]) -> str:
        return self.rng.choice(ways[0 if self.up else 1].split())


@dataclass(frozen=True, slots=True)
class Link:
    """What a verb says of two things: ``cause`` is its subject as it stands there, ``many`` a plural."""

    cause: str
    effect: Thing
    many: bool
    verb: Verb

    @property
    def verbs(self) -> str:
        return f"{self.verb[1 if self.many else 0]} {self.verb[2]} {self.effect.np}"

    @property
    def main(self) -> str:
        return f"{self.cause} {self.verbs}"

    @property
    def passive(self) -> str:
        return (
            f"{self.effect.np} {'are' if self.effect.noun.many else 'is'} {self.verb[3]} {self.verb[2]} by {self.cause}"
        )

    @property
    def modal(self) -> str:
        return f"{self.cause} can {self.verb[1]} {self.verb[2]} {self.effect.np}"

    @property
    def perfect(self) -> str:
        return f"{self.cause} {'have' if self.many else 'has'} {self.verb[3]} {self.verb[2]} {self.effect.np}"

    @property
    def tends(self) -> str:
        return f"{self.cause} {'tend' if self.many else 'tends'} to {self.verb[1]} {self.verb[2]} {self.effect.np}"


def _makes(words: Words) -> Any:
    def makes(ways: Sequence[tuple[Noun, bool]], signs: Sequence[bool], rng: random.Random) -> dict[str, Any]:
        things = {key: Thing(noun, up, words, rng) for key, (noun, up) in zip("xyz", ways, strict=False)}

        def link(cause: str, effect: Thing, up: bool, *, many: bool) -> Link:
            return Link(cause, effect, many, rng.choice(words.drives[0 if up else 1]))

        x, y = things["x"], things["y"]
        links = {
            "d": link(x.np, y, signs[0], many=x.noun.many),
            "g": link(rng.choice((x.amount, x.high, x.rising)), y, y.up, many=x.noun.many),
            "c": link(x.change, y, y.up, many=False),
            "t": link(rng.choice(("that", "this")), y, y.up, many=False),
        }
        if len(signs) > 1:
            links["e"] = link(y.np, things["z"], signs[1], many=y.noun.many)
        return {**things, **links}

    return makes


WIDE: Final = """
{x.np} <n is~are> a <s driver of|boost to/threat to|brake on> {y.the}
if {x.main}, {y.main}
{x.main}, so that {y.main}
{y.change} is caused by {x.change}
it is {x.the} that {d.verbs}
<? because|since> {x.main}, {y.main}
{y.amount} <m is~are> due to {x.amount}
{x.np} <n leads~lead> to <s more|greater/less|lower> {y.bare}
{y.change} can be attributed to {x.change}
{x.main}, which <? in turn|then|> leads to {y.amount}
{y.the} <sy benefits~benefit/suffers~suffer> from {x.the}
{x.np} <n causes~cause> {y.np} to <s grow|rise|increase/fall|shrink|decline>
{x.main}, so {y.main}
{y.main} because {x.main}
{y.main} as {x.main}
{d.modal}
{x.amount} <n means~mean> {y.amount}
<? when|once|whenever> {x.main}, {y.main}
{x.amount} <n brings~bring> about {y.amount}
{x.np} <n is~are> <s good/bad|harmful> for {y.np}
with {x.amount}, {y.main}
{x.rising} <n brings~bring> {y.rising}
thanks to {x.amount}, {y.main}
there <n is~are> {x.amount}, so there <m is~are> {y.amount}
{x.main}, <? causing|leading to|resulting in> {y.change}
<? meanwhile|in practice|over time|also>, {d.main}
<? because of|due to|owing to|as a result of> {x.the_change}, {y.main}
{x.change} leads to {y.change}
{x.main}. this <x rise|increase|growth/fall|decline|drop> leads to {y.amount}
{x.main}. that <? in turn|> means {y.amount}
{x.np} <n keeps~keep> {y.np} <s high/low|down>
{y.main} because of {x.amount}
{x.high} <n leads~lead> to {y.high}
{x.amount} <n means~mean> that {y.main}
{x.main} and {y.main} as a consequence
{y.main}, because {x.main}
every <x rise|increase/fall|drop> in {x.bare} <? brings|causes> {y.change}
{d.main}
<x an excess|a surplus/a shortage|a lack> of {x.bare} leads to {y.amount}
{x.np} <n acts~act> as a <s stimulus to/brake on> {y.the}
{x.np} <n contributes~contribute> to <s more|higher/lower|less> {y.bare}
{x.main}, which means {y.amount}
{d.passive}
if there <n is~are> {x.amount}, there will be {y.amount}
the more {x.bare} there <n is~are>, the <s more/less> {y.bare} there <m is~are>
"""
WIDE_CHAINS: Final = """
{d.passive} and {e.main}
{x.amount} <n leads~lead> to {y.amount}, which in turn <m leads~lead> to {z.amount}
because of {x.amount}, {y.main}, so {z.main}
{d.main} and {e.main}
{d.main}, and {e.main}
{d.main}, while {e.main}
"""
WIDE_ASIDES: Final = """
there is no link between {x.np} and {y.np}
the council will talk about {x.np} and {y.np} on Monday
{x.np} and {y.np} have nothing to do with each other
a survey asked people about {x.np}
she has studied {x.np} and {y.np} for years
"""
APART: Final = """
{x.the} <n helps~help> <s to raise|increase/to reduce|lower> {y.the}
the <x more/less|fewer> {x.bare}, the <y more/less|fewer> {y.bare}
{x.np} <n prevents~prevent> {y.np} from <s falling|declining/rising|growing>
with {x.amount} <n comes~come> {y.amount}
{x.change} results in {y.amount}
{x.amount} <n ensures~ensure> that {y.main}
{y.main} <? as a result of|due to|on account of> {x.change}
{x.the} <n has~have> a <s positive|stimulating/negative|dampening> <? impact|influence> on {y.the}
{d.perfect}
{x.change} is the cause of {y.change}
the <x higher|greater/lower|smaller> the {x.bare}, the <y higher|greater/lower|smaller> the {y.bare}
if there <n is~are> {x.amount}, there <m is~are> {y.amount}
{c.main}
{y.change} stems from {x.change}
any <x rise|increase/fall|drop> in {x.bare} means {y.amount}
{x.np} <n drives~drive> {y.np} <s up/down>
{x.change} <? causes|brings|produces|triggers> {y.change}
{y.the} <m is~are> <y higher/lower> because of {x.amount}
{x.main}. {t.main}
the cause of {y.the_change} is {x.the_change}
{d.tends}
{x.np} <n makes~make> {y.np} <s grow|rise|increase/fall|shrink|decline>
as {x.main}, {y.main}
{x.main}. <? as a result|therefore|consequently|because of this>, {y.main}
{y.amount} <m comes~come|results~result> from {x.amount}
{x.the_change} is behind {y.the_change}
{x.main}. this <? in turn|then|> leads to {y.amount}
because of {x.amount}, {y.main}
{x.amount} <n results~result> in {y.a_high}
if {x.main}, then {y.main}
{x.main}, with the result that {y.main}
{x.main} and therefore {y.main}
{y.change} is <? the result|a result|a consequence> of {x.change}
{g.main}
{y.main} <? if|when|whenever> {x.main}
{x.main}. the result is {y.amount}
{y.main} following {x.change}
{y.amount} <m is~are> caused by {x.amount}
{x.amount} <n leads~lead> to {y.amount}
{x.main} and, as a result, {y.main}
{x.np} <n puts~put> <s upward/downward> pressure on {y.the}
more {x.bare} <n is~are> <s good/bad> for {y.np}
{x.the_change} means that {y.main}
{x.the} <n has~have> a <s positive|beneficial/negative|detrimental> effect on {y.the}
without {x.bare}, there would be <s less/more> {y.bare}
"""
APART_CHAINS: Final = """
{x.main}, so {y.main}. that in turn means {z.amount}
{x.main}. as a result, {y.main}, and this leads to {z.amount}
{x.amount} <n leads~lead> to {y.amount}, and that leads to {z.amount}
if {x.main}, {y.main}, and if {y.main}, {z.main}
{d.main}, which <? in turn|then|> {e.verbs}
"""
APART_ASIDES: Final = """
{x.np} <n is~are> not the cause of {y.np}
the report mentions {x.np} beside {y.np}
the paper wrote about {y.np} last week
both {x.np} and {y.np} are on the agenda
nobody knows whether {x.np} <n affects~affect> {y.np}
"""

NOUNS: Final = {
    "wide": _nouns(
        "poverty, crime, harbour crowding, bramblery, snofting, housing need, milk output, tourism, unrest, fen distrust, "
        "traffic, "
        "sick leave, quarry noise, blickery",
        "rents, complaints, floods, flemmels, beer prices, waiting times, boat trips, thefts",
    ),
    "apart": _nouns(
        "hunger, debt, drought, sand mining, plimmery, tram crowding, vlorst, wool demand, coast erosion, inflation, "
        "torvel trade, "
        "smoke, lending, mistrust",
        "fires, burglaries, crimmels, grain prices, strikes, marsh fines, evictions, bus delays",
    ),
}
SPEAKERS: Final = {
    "wide": ("Martha Tolley", "Everett Binns", "councillor Hannah White"),
    "apart": ("Joan Palfrey", "Keith Fielding", "economist Basil Orton"),
}
QUOTED: Final = (
    "According to {speaker}, it is like this: “{line}.”",
    "“{line},” said {speaker}.",
    "{speaker} said: “{line}.”",
)


def _set(name: str, shapes: str, chains: str, asides: str) -> Sentences[Noun]:
    return made_set(name, NOUNS[name], SPEAKERS[name], _makes(WORDS[name]), shapes, chains, asides)


ENGLISH_WIDE: Final = Generated(
    "en",
    {"wide": _set("wide", WIDE, WIDE_CHAINS, WIDE_ASIDES), "apart": _set("apart", APART, APART_CHAINS, APART_ASIDES)},
    QUOTED,
    seed="en ",
    unread=frozenset(),
)

if __name__ == "__main__":
    main(ENGLISH_WIDE)
