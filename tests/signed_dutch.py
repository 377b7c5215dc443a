"""Dutch sentences of one thing that drives another, for the texts of ``signed.py``.

``building`` has shapes and nouns that rules may be made by; ``blind`` has others, whose misses nobody looks at; ``third`` was
blind until it was scored, and rules may be made by it since.

    python tests/signed_dutch.py building 100 --list
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import signed
from signed import Generated, Sentences, capital, main


@dataclass(frozen=True, slots=True)
class Noun(signed.Noun):
    """A noun with the article that it takes."""

    article: str = "de"

    @property
    def the(self) -> str:
        return f"{self.article} {self.form}"

    def inflected(self, adjective: str) -> str:
        """Before the noun without article: *lager slibverkeer*, *lagere zwaldering*."""
        return f"{adjective}{'' if self.article == 'het' and not self.many else 'e'} {self.form}"


Shape = Callable[[Noun, Noun, bool, random.Random], str]


def _nouns(common: str, neuter: str, plural: str) -> tuple[Noun, ...]:
    return (
        *(Noun(form) for form in common.split()),
        *(Noun(form, article="het") for form in neuter.split()),
        *(Noun(form, many=True) for form in plural.split()),
    )


NOUNS: Final = {
    "building": _nouns(
        "zwaldering turfvraag klompenhandel moeraskoorts knolteelt veendrukte glimheid dijkmoeheid botervangst grutterij "
        "wadspanning",
        "slibverkeer zoutverbruik mosgeruis kaasaanbod roggewantrouwen",
        "turfprijzen schelpklachten veenbranden netboetes zeilritten",
    ),
    "blind": _nouns(
        "drasheid palingvraag zeefnijverheid hooikoorts kwelderij schorvrees bietenhandel nevelmoeheid lijnvisserij korfdrukte "
        "zwelgerij",
        "heideverkeer lampverbruik rietgeroezemoes wolaanbod molenvertrouwen",
        "hopprijzen dakklachten slootvissen grasboetes sleepritten",
    ),
    "third": _nouns(
        "krabbelarij heggenzorg mosselvraag klinkernijverheid vlaskoorts brikettenhandel stuifmoeheid zeilenmakerij kadedrukte "
        "dobberlust weidevrees",
        "graanverkeer turfverbruik keienrumoer wilgenaanbod smidsvertrouwen",
        "klokprijzen rookklachten dijkroutes meelboetes zandritten",
    ),
}
SPEAKERS: Final = {
    "building": ("Okke Brandsma", "Fenna Tolsma", "Dirk Uiterwijk"),
    "blind": ("Jelle Wouda", "Hanne Kromhout", "Sietse Morra"),
    "third": ("Aukje Rienks", "Menno Schuringa", "Tjitske Dallinga"),
}


def _way(rng: random.Random) -> bool:
    return rng.random() < 0.5


def _gone(up: bool, noun: Noun) -> str:
    """A finite verb at the end of a clause."""
    return noun.verb("stijgt", "stijgen") if up else noun.verb("daalt", "dalen")


def _took(up: bool, noun: Noun) -> tuple[str, str]:
    return noun.verb("neemt", "nemen"), "toe" if up else "af"


def _leads(verb: tuple[str, str], *, last: str = "") -> Callable[[Noun, Noun], str]:
    def made(x: Noun, y: Noun) -> str:
        return f"{x.the} {x.verb(*verb)} {y.the}{last}".capitalize()

    return made


def _by_sign(up: Sequence[tuple[str, str]], down: Sequence[tuple[str, str]]) -> Shape:
    def made(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
        return capital(_leads(rng.choice(up if plus else down))(x, y))

    return made


def _how(up: bool) -> str:
    return "meer" if up else "minder"


def _high(up: bool) -> str:
    return "hoger" if up else "lager"


# building: shapes that rules may be made by


def b_leads(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{_how(a)} {x.form} {x.verb('leidt', 'leiden')} tot {_how(a == plus)} {y.form}")


def b_means(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{_how(a)} {x.form} {x.verb('betekent', 'betekenen')} {_how(a == plus)} {y.form}")


def b_higher(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{x.inflected(_high(a))} {x.verb('zorgt', 'zorgen')} voor {y.inflected(_high(a == plus))}")


def b_as(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"Naarmate {x.the} {_gone(a, x)}, {_gone(a == plus, y)} {y.the}"


def b_the_more(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    if _way(rng):
        return f"Hoe {_how(a)} {x.form}, hoe {_how(a == plus)} {y.form}"
    return f"Hoe {_high(a)} {x.the}, hoe {_high(a == plus)} {y.the}"


def b_if_there(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a, word = _way(rng), rng.choice(("Als", "Wanneer"))
    are, come = x.verb("is", "zijn"), y.verb("komt", "komen")
    return f"{word} er {_how(a)} {x.form} {are}, {come} er {_how(a == plus)} {y.form}"


def b_if(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb, part = _took(a == plus, y)
    return f"Als {x.the} {_gone(a, x)}, {verb} {y.the} {part}"


def b_by_change(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    noun = rng.choice(("stijging", "toename") if a else ("daling", "afname"))
    verb, part = _took(a == plus, y)
    return f"Door de {noun} van {x.the} {verb} {y.the} {part}"


def b_because(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb, part = _took(a == plus, y)
    other, its = _took(a, x)
    return capital(f"{y.the} {verb} {part} doordat {x.the} {its}{other}")


def b_at_cost(x: Noun, y: Noun, plus: bool, _: random.Random) -> str:
    noun = "daling" if plus else "stijging"
    return f"Een {noun} van {x.the} gaat ten koste van {y.the}"


def b_adds(x: Noun, y: Noun, plus: bool, _: random.Random) -> str:
    noun = "stijging" if plus else "daling"
    return f"Een {noun} van {x.the} draagt bij aan {y.the}"


def b_growing(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    word = x.inflected("toenemend" if a else "afnemend")
    return capital(f"{word} {x.verb('leidt', 'leiden')} tot {_how(a == plus)} {y.form}")


def b_makes(x: Noun, y: Noun, plus: bool, _: random.Random) -> str:
    return capital(f"{x.the} {x.verb('doet', 'doen')} {y.the} {'stijgen' if plus else 'dalen'}")


def b_so_that(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb, part = _took(a, x)
    link = rng.choice(("waardoor", "met als gevolg dat"))
    return capital(f"{x.the} {verb} {part}, {link} {y.the} {_gone(a == plus, y)}")


def b_thanks(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    word = rng.choice(("Dankzij", "Vanwege"))
    verb, part = _took(a == plus, y)
    return f"{word} {x.inflected(_high(a))} {verb} {y.the} {part}"


def b_want(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    word = rng.choice(("Een gebrek aan", "Het uitblijven van", "Het ontbreken van"))
    return f"{word} {x.form} leidt tot {_how(not plus)} {y.form}"


BUILDING: Final[tuple[Shape, ...]] = (
    b_leads, b_means, b_higher, b_as, b_the_more, b_if_there, b_if, b_by_change, b_because, b_at_cost, b_adds, b_growing,
    b_makes, b_so_that, b_thanks, b_want,
    _by_sign(
        (("vergroot", "vergroten"), ("verhoogt", "verhogen"), ("bevordert", "bevorderen"), ("stimuleert", "stimuleren")),
        (("verkleint", "verkleinen"), ("verlaagt", "verlagen"), ("remt", "remmen"), ("beperkt", "beperken")),
    ),
    _by_sign(
        (("veroorzaakt", "veroorzaken"), ("versterkt", "versterken"), ("leidt tot", "leiden tot"), ("zorgt voor", "zorgen voor")),
        (("verzwakt", "verzwakken"), ("vermindert", "verminderen"), ("belemmert", "belemmeren")),
    ),
)  # fmt: skip


# blind: other shapes


def k_growth(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    first = rng.choice(("groei", "verhoging") if a else ("vermindering", "verlaging"))
    second = rng.choice(("stijging", "groei") if a == plus else ("daling", "krimp"))
    return f"De {first} van {x.the} {rng.choice(('resulteert in', 'mondt uit in'))} een {second} van {y.the}"


def k_makes_that(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"{_how(a).capitalize()} {x.form} {x.verb('maakt', 'maken')} dat {y.the} {_gone(a == plus, y)}"


def k_sees_to_it(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    noun = "toename" if a else "afname"
    verb, part = _took(a == plus, y)
    return f"Een {noun} van {x.the} {rng.choice(('zorgt ervoor', 'leidt ertoe'))} dat {y.the} {part}{verb}"


def k_grows_with(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    first = x.verb("groeit", "groeien") if a else x.verb("krimpt", "krimpen")
    second = y.verb("groeit", "groeien") if a == plus else y.verb("krimpt", "krimpen")
    return f"{rng.choice(('Zodra', 'Indien'))} {x.the} {first}, {second} {y.the}"


def k_as_result(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb = y.verb("stijgt", "stijgen") if a == plus else y.verb("daalt", "dalen")
    return f"Als gevolg van {_how(a)} {x.form} {verb} {y.the}"


def k_since(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb = y.verb("loopt", "lopen")
    return f"Omdat {x.the} {_gone(a, x)}, {verb} {y.the} {'op' if a == plus else 'terug'}"


def k_therefore(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb, part = _took(a, x)
    return capital(f"{x.the} {verb} {part}. {rng.choice(('Daardoor', 'Daarom'))} {_gone(a == plus, y)} {y.the}")


def k_consequence(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"{_how(a == plus).capitalize()} {y.form} {y.verb('is', 'zijn')} het gevolg van {_how(a)} {x.form}"


def k_becomes(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    first, second = ("groter" if a else "kleiner"), ("groter" if a == plus else "kleiner")
    return f"Naarmate {x.the} {first} {x.verb('wordt', 'worden')}, {y.verb('wordt', 'worden')} {y.the} {second}"


def k_the_less(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"Hoe {_how(a)} {x.form} er {x.verb('is', 'zijn')}, des te {_how(a == plus)} {y.form} er {y.verb('komt', 'komen')}"


def k_where(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"Bij {_how(a)} {x.form} {_gone(a == plus, y)} {y.the}"


def k_without(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    word = rng.choice(("Het wegvallen van", "Een tekort aan", "Het verdwijnen van"))
    verb = y.verb("stijgt", "stijgen") if not plus else y.verb("daalt", "dalen")
    return f"Door {capital(word).lower()} {x.form} {verb} {y.the}"


def k_owed(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    noun = "stijging" if a == plus else "daling"
    return f"De {noun} van {y.the} komt door {_how(a)} {x.form}"


def k_causes_change(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    noun = "toename" if a == plus else "afname"
    return f"{_how(a).capitalize()} {x.form} {x.verb('veroorzaakt', 'veroorzaken')} een {noun} van {y.the}"


def k_put(x: Noun, y: Noun, plus: bool, _: random.Random) -> str:
    if plus:
        return capital(f"{x.the} {x.verb('jaagt', 'jagen')} {y.the} aan")
    return capital(f"{x.the} {x.verb('zet', 'zetten')} een rem op {y.the}")


BLIND: Final[tuple[Shape, ...]] = (
    k_growth, k_makes_that, k_sees_to_it, k_grows_with, k_as_result, k_since, k_therefore, k_consequence, k_becomes, k_the_less,
    k_where, k_without, k_owed, k_causes_change, k_put,
    _by_sign(
        (("voedt", "voeden"), ("verergert", "verergeren")),
        (("drukt", "drukken"), ("ondermijnt", "ondermijnen"), ("tempert", "temperen")),
    ),
    _by_sign(
        (("leidt uiteindelijk tot", "leiden uiteindelijk tot"), ("zorgt jaar na jaar voor", "zorgen jaar na jaar voor")),
        (("schaadt", "schaden"), ("hindert", "hinderen"), ("verlamt", "verlammen")),
    ),
)  # fmt: skip


# third: shapes of which none was known when it was scored first


def t_with(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    noun = rng.choice(("stijging", "groei") if a else ("daling", "krimp"))
    verb, part = _took(a == plus, y)
    return f"Met de {noun} van {x.the} {verb} {y.the} {part}"


def t_rising(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    word = x.inflected(rng.choice(("stijgend", "toenemend") if a else ("dalend", "afnemend")))
    verb, part = _took(a == plus, y)
    return f"Bij {word} {verb} {y.the} {part}"


def t_as_long(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"{rng.choice(('Zolang', 'Telkens als'))} {x.the} {_gone(a, x)}, {_gone(a == plus, y)} {y.the}"


def t_verb_first(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"{capital(_gone(a, x))} {x.the}, dan {_gone(a == plus, y)} {y.the}"


def t_lets(x: Noun, y: Noun, plus: bool, _: random.Random) -> str:
    return capital(f"{x.the} {x.verb('laat', 'laten')} {y.the} {'stijgen' if plus else 'dalen'}")


def t_and_so(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb, part = _took(a == plus, y)
    return capital(f"{x.the} {_gone(a, x)} en daardoor {verb} {y.the} {part}")


def t_has_result(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"{_how(a).capitalize()} {x.form} {x.verb('heeft', 'hebben')} tot gevolg dat {y.the} {_gone(a == plus, y)}"


def t_that(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"Dat {x.the} {_gone(a, x)}, leidt tot {_how(a == plus)} {y.form}"


def t_there_is(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"Er {y.verb('is', 'zijn')} {_how(a == plus)} {y.form} omdat er {_how(a)} {x.form} {x.verb('is', 'zijn')}"


def t_by(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"Door {_how(a)} {x.form} {y.verb('komt', 'komen')} er {_how(a == plus)} {y.form}"


def t_result_of(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    noun = rng.choice(("groei", "toename") if a else ("krimp", "afname"))
    verb, part = _took(a == plus, y)
    return capital(f"{y.the} {verb} {part} als gevolg van de {noun} van {x.the}")


def t_blamed(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    noun = "stijging" if plus else "daling"
    return f"De {noun} van {y.the} {rng.choice(('is te wijten aan', 'is te danken aan', 'is het gevolg van'))} {x.the}"


def t_led(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    noun = rng.choice(("stijging", "groei") if plus else ("daling", "krimp"))
    return capital(f"{x.the} {x.verb('heeft', 'hebben')} geleid tot een {noun} van {y.the}")


def t_sees(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"{_how(a).capitalize()} {x.form} {x.verb('zorgt', 'zorgen')} dat {y.the} {_gone(a == plus, y)}"


def t_brings(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    if _way(rng):
        return f"{_how(a).capitalize()} {x.form} {x.verb('geeft', 'geven')} {_how(a == plus)} {y.form}"
    return f"{_how(a).capitalize()} {x.form} {x.verb('brengt', 'brengen')} {_how(a == plus)} {y.form} met zich mee"


def t_half_more(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"Hoe {_how(a)} {x.form}, des te {_how(a == plus)} {y.form}"


def t_in_hand(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    up = (("werkt", "werken", "in de hand"), ("wakkert", "wakkeren", "aan"), ("drijft", "drijven", "op"))
    down = (("staat", "staan", "in de weg"), ("gaat", "gaan", "tegen"), ("dringt", "dringen", "terug"))
    one, many, rest = rng.choice(up if plus else down)
    return capital(f"{x.the} {x.verb(one, many)} {y.the} {rest}")


THIRD: Final[tuple[Shape, ...]] = (
    t_with, t_rising, t_as_long, t_verb_first, t_lets, t_and_so, t_has_result, t_that, t_there_is, t_by, t_result_of, t_blamed,
    t_led, t_sees, t_brings, t_half_more, t_in_hand,
)  # fmt: skip
SHAPES: Final = {"building": BUILDING, "blind": BLIND, "third": THIRD}
ASIDES: Final = {
    "building": (
        lambda x, y: f"{capital(x.the)} {x.verb('gaat', 'gaan')} samen met {y.the}",
        lambda x, y: f"{capital(x.the)} {x.verb('hangt', 'hangen')} samen met {y.the}",
        lambda x, y: f"Over {x.the} en {y.the} wordt veel gepraat",
    ),
    "blind": (
        lambda x, y: f"Er is een verband tussen {x.the} en {y.the}",
        lambda x, y: f"Meer {x.form} gaat gepaard met meer {y.form}",
        lambda x, y: f"Volgend jaar worden {x.the} en {y.the} opnieuw gemeten",
    ),
    "third": (
        lambda x, y: f"{capital(x.the)} en {y.the} gaan hand in hand",
        lambda x, y: f"Tussen {x.the} en {y.the} bestaat samenhang",
        lambda x, y: f"Niemand weet hoe {x.the} en {y.the} zich ontwikkelen",
    ),
}
DUTCH: Final = Generated(
    "nl",
    {name: Sentences(NOUNS[name], SPEAKERS[name], SHAPES[name], ASIDES[name]) for name in NOUNS},
    ('"{line}", zegt {speaker}.', '{speaker} zegt: "{line}."', '"{line}", aldus {speaker}.'),
)


if __name__ == "__main__":
    main(DUTCH)
