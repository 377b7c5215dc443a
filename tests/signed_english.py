"""English sentences of one thing that drives another, for the texts of ``signed.py``.

``building`` has shapes and nouns that rules may be made by; ``blind`` had others, whose misses nobody looked at until 30 November
2026; ``third`` has others again, written that day before the reader had been run on them, whose misses nobody looks at.

    python tests/signed_english.py building 100 --list
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Final

from signed import Generated, Noun, Sentences, capital, main

Shape = Callable[[Noun, Noun, bool, random.Random], str]


def _nouns(mass: str, plural: str) -> tuple[Noun, ...]:
    return (*(Noun(form) for form in mass.split(", ")), *(Noun(form, many=True) for form in plural.split(", ")))


NOUNS: Final = {
    "building": _nouns(
        "peat demand, clog trade, marsh fever, tuber farming, butter output, mud traffic, salt use, moss noise, cheese supply, "
        "rye distrust, dyke fatigue, tidal pressure",
        "turf prices, barge complaints, heath fires, net fines, sailing trips",
    ),
    "blind": _nouns(
        "eel demand, sieve making, reed fever, beet trade, fog fatigue, line fishing, basket crowding, lamp use, wool supply, "
        "mill confidence, heather traffic",
        "hop prices, roof complaints, ditch catches, grass fines, tow journeys",
    ),
    "third": _nouns(
        "flax output, kiln smoke, orchard theft, lock traffic, barley supply, wharf noise, bog tourism, sluice pressure, "
        "slate demand, candle use, meadow pollution",
        "oyster prices, gate repairs, mast imports, quarry wages, chapel visits",
    ),
}
SPEAKERS: Final = {
    "building": ("Nora Tidwell", "Amos Brandreth", "Celia Harmsworth"),
    "blind": ("Jasper Wickham", "Edith Kromer", "Silas Morrow"),
    "third": ("Hester Lumley", "Giles Tarrant", "Maud Ferrier"),
}


def _way(rng: random.Random) -> bool:
    return rng.random() < 0.5


def _how(up: bool, noun: Noun) -> str:
    return "more" if up else noun.verb("less", "fewer")


def _high(up: bool) -> str:
    return "higher" if up else "lower"


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _goes(up: bool, noun: Noun) -> str:
    return noun.verb("rises", "rise") if up else noun.verb("falls", "fall")


def _gone(up: bool, noun: Noun) -> str:
    return noun.verb("increases", "increase") if up else noun.verb("declines", "decline")


def _by_sign(up: Sequence[tuple[str, str]], down: Sequence[tuple[str, str]]) -> Shape:
    def made(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
        return capital(f"{x.form} {x.verb(*rng.choice(up if plus else down))} {y.form}")

    return made


# building: shapes that rules may be made by


def b_leads(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{_how(a, x)} {x.form} {x.verb('leads', 'lead')} to {_how(a == plus, y)} {y.form}")


def b_means(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{_how(a, x)} {x.form} {x.verb('means', 'mean')} {_how(a == plus, y)} {y.form}")


def b_higher(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb = rng.choice((("results in", "result in"), ("causes", "cause")))
    return capital(f"{_high(a)} {x.form} {x.verb(*verb)} {_high(a == plus)} {y.form}")


def b_as(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"As {x.form} {_goes(a, x)}, {y.form} {_goes(a == plus, y)}"


def b_the_more(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"The {_how(a, x)} {x.form} there {x.verb('is', 'are')}, the {_how(a == plus, y)} {y.form} there {y.verb('is', 'are')}"


def b_if(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"{rng.choice(('If', 'When'))} {x.form} {_goes(a, x)}, {y.form} {_goes(a == plus, y)}"


def b_if_there(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    are, come = x.verb("is", "are"), y.verb("is", "are")
    return f"{rng.choice(('If', 'When'))} there {are} {_how(a, x)} {x.form}, there {come} {_how(a == plus, y)} {y.form}"


def b_because(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{y.form} {_goes(a == plus, y)} because {x.form} {_gone(a, x)}")


def b_because_of(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    word = rng.choice(("because of", "due to"))
    return capital(f"{y.form} {_goes(a == plus, y)} {word} {_high(a)} {x.form}")


def b_rise_in(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    first = rng.choice(("rise", "increase") if a else ("fall", "decline"))
    second = rng.choice(("rise", "increase") if a == plus else ("fall", "decline"))
    return capital(f"{_a(first)} in {x.form} leads to {_a(second)} in {y.form}")


def b_rising(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    first, second = ("rising" if a else "falling"), ("growing" if a == plus else "shrinking")
    return capital(f"{first} {x.form} {x.verb('brings about', 'bring about')} {second} {y.form}")


def b_makes(x: Noun, y: Noun, plus: bool, _: random.Random) -> str:
    return capital(f"{x.form} {x.verb('makes', 'make')} {y.form} {'rise' if plus else 'fall'}")


def b_causes_to(x: Noun, y: Noun, plus: bool, _: random.Random) -> str:
    return capital(f"{x.form} {x.verb('causes', 'cause')} {y.form} to {'rise' if plus else 'fall'}")


def b_so(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{x.form} {_goes(a, x)}, {rng.choice(('so', 'and as a result'))} {y.form} {_gone(a == plus, y)}")


def b_lack(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    word = rng.choice(("A lack of", "The absence of"))
    return f"{word} {x.form} leads to {_how(not plus, y)} {y.form}"


def b_contributes(x: Noun, y: Noun, plus: bool, _: random.Random) -> str:
    noun = "rise" if plus else "fall"
    return f"{capital(x.form)} {x.verb('contributes', 'contribute')} to a {noun} in {y.form}"


BUILDING: Final[tuple[Shape, ...]] = (
    b_leads, b_means, b_higher, b_as, b_the_more, b_if, b_if_there, b_because, b_because_of, b_rise_in, b_rising, b_makes,
    b_causes_to, b_so, b_lack, b_contributes,
    _by_sign(
        (("increases", "increase"), ("boosts", "boost"), ("raises", "raise"), ("stimulates", "stimulate")),
        (("reduces", "reduce"), ("lowers", "lower"), ("curbs", "curb"), ("limits", "limit")),
    ),
    _by_sign(
        (("causes", "cause"), ("strengthens", "strengthen"), ("leads to", "lead to"), ("encourages", "encourage")),
        (("weakens", "weaken"), ("decreases", "decrease"), ("hampers", "hamper"), ("undermines", "undermine")),
    ),
)  # fmt: skip


# blind: other shapes


def k_growth(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    first = rng.choice(("growth", "expansion") if a else ("reduction", "contraction"))
    second = rng.choice(("surge", "jump") if a == plus else ("drop", "slump"))
    return f"The {first} in {x.form} results in a {second} in {y.form}"


def k_therefore(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    link = rng.choice(("As a result,", "Therefore", "Consequently,"))
    return f"{capital(x.form)} {_goes(a, x)}. {link} {y.form} {_goes(a == plus, y)}"


def k_means_that(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{_how(a, x)} {x.form} {x.verb('means', 'mean')} that {y.form} {_goes(a == plus, y)}")


def k_result_of(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{_how(a == plus, y)} {y.form} {y.verb('is', 'are')} the result of {_how(a, x)} {x.form}")


def k_with(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"With the {'rise' if a else 'decline'} in {x.form}, {y.form} {_gone(a == plus, y)}"


def k_owing(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    word = rng.choice(("Owing to", "Thanks to", "As a result of"))
    return f"{word} {_how(a, x)} {x.form}, {y.form} {_goes(a == plus, y)}"


def k_since(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"Since {x.form} {_gone(a, x)}, {y.form} {y.verb('goes', 'go')} {'up' if a == plus else 'down'}"


def k_drives(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    up = (("drives", "drive", "up"), ("pushes", "push", "up"))
    down = (("drives", "drive", "down"), ("brings", "bring", "down"))
    one, many, part = rng.choice(up if plus else down)
    return capital(f"{x.form} {x.verb(one, many)} {part} {y.form}")


def k_by(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb = "increased" if a == plus else "reduced"
    return capital(f"{y.form} {y.verb('is', 'are')} {verb} by {_how(a, x)} {x.form}")


def k_blamed(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    noun = "increase" if plus else "decrease"
    return f"The {noun} in {y.form} is {rng.choice(('caused by', 'due to', 'the result of'))} {x.form}"


def k_leading(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{x.form} {_goes(a, x)}, leading to {_how(a == plus, y)} {y.form}")


def k_where(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"{rng.choice(('Once', 'Whenever', 'As long as'))} {x.form} {_goes(a, x)}, {y.form} {_goes(a == plus, y)}"


def k_the_higher(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"The {_high(a)} the {x.form}, the {_high(a == plus)} the {y.form}"


def k_produces(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb = rng.choice((("produces", "produce"), ("creates", "create"), ("brings", "bring")))
    return capital(f"{_how(a, x)} {x.form} {x.verb(*verb)} {_how(a == plus, y)} {y.form}")


def k_shortage(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    word = rng.choice(("A shortage of", "The disappearance of"))
    return f"{word} {x.form} causes {y.form} to {'fall' if plus else 'rise'}"


BLIND: Final[tuple[Shape, ...]] = (
    k_growth, k_therefore, k_means_that, k_result_of, k_with, k_owing, k_since, k_drives, k_by, k_blamed, k_leading, k_where,
    k_the_higher, k_produces, k_shortage,
    _by_sign(
        (("fuels", "fuel"), ("worsens", "worsen"), ("triggers", "trigger"), ("spurs", "spur")),
        (("depresses", "depress"), ("dampens", "dampen"), ("erodes", "erode"), ("hinders", "hinder")),
    ),
    _by_sign(
        (("eventually leads to", "eventually lead to"), ("promotes", "promote"), ("enhances", "enhance")),
        (("diminishes", "diminish"), ("slows", "slow"), ("stifles", "stifle")),
    ),
)  # fmt: skip
# third: other shapes again


def t_goes_up(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    ways = ("up", "down")
    return capital(
        f"{y.form} {y.verb('goes', 'go')} {ways[a != plus]} whenever {x.form} {x.verb('goes', 'go')} {ways[not a]}"
    )


def t_helps(x: Noun, y: Noun, plus: bool, _: random.Random) -> str:
    helped = f"{y.form} grow" if plus else f"to reduce {y.form}"
    return capital(f"{x.form} {x.verb('helps', 'help')} {helped}")


def t_followed(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    names = ("drop", "rise")
    return f"Every {names[a]} in {x.form} brings a {names[a == plus]} in {y.form}"


def t_comma(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"The {_how(a, x)} {x.form}, the {_how(a == plus, y)} {y.form}"


def t_behind(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    noun = "rise" if a == plus else "fall"
    return capital(f"{'rising' if a else 'falling'} {x.form} {x.verb('is', 'are')} behind the {noun} in {y.form}")


def t_explains(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    names = ("decline", "increase")
    return f"The {names[a]} in {x.form} explains the {names[a == plus]} in {y.form}"


def t_because_there(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    are, have = x.verb("is", "are"), y.verb("is", "are")
    return capital(f"there {have} {_how(a == plus, y)} {y.form} because there {are} {_how(a, x)} {x.form}")


def t_after(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"After a {'rise' if a else 'fall'} in {x.form}, {y.form} {_goes(a == plus, y)}"


def t_results_from(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{_how(a == plus, y)} {y.form} {y.verb('results', 'result')} from {_how(a, x)} {x.form}")


def t_which(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{x.form} {_goes(a, x)}, which means that {y.form} {_gone(a == plus, y)}")


def t_has_led(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"The {'growth' if a else 'decline'} of {x.form} has led to {_how(a == plus, y)} {y.form}"


def t_without(x: Noun, y: Noun, plus: bool, _: random.Random) -> str:
    return f"Without {x.form} there would be {_how(not plus, y)} {y.form}"


THIRD: Final[tuple[Shape, ...]] = (
    t_goes_up, t_helps, t_followed, t_comma, t_behind, t_explains, t_because_there, t_after, t_results_from, t_which, t_has_led,
    t_without,
    _by_sign(
        (
            ("gives rise to", "give rise to"), ("adds to", "add to"), ("paves the way for", "pave the way for"),
            ("drives", "drive"),
        ),
        (("puts an end to", "put an end to"), ("stands in the way of", "stand in the way of"), ("eats into", "eat into")),
    ),
    _by_sign(
        (("is good for", "are good for"), ("benefits", "benefit"), ("speeds up", "speed up"), ("keeps up", "keep up")),
        (("is bad for", "are bad for"), ("harms", "harm"), ("holds back", "hold back"), ("slows down", "slow down")),
    ),
    _by_sign(
        (("has raised", "have raised"), ("will increase", "will increase"), ("can boost", "can boost")),
        (("has lowered", "have lowered"), ("will reduce", "will reduce"), ("can limit", "can limit")),
    ),
)  # fmt: skip
SHAPES: Final = {"building": BUILDING, "blind": BLIND, "third": THIRD}
ASIDES: Final = {
    "building": (
        lambda x, y: f"{capital(x.form)} {x.verb('goes', 'go')} hand in hand with {y.form}",
        lambda x, y: f"{capital(x.form)} {x.verb('is', 'are')} associated with {y.form}",
        lambda x, y: f"There is much talk of {x.form} and {y.form}",
    ),
    "blind": (
        lambda x, y: f"There is a link between {x.form} and {y.form}",
        lambda x, y: f"{capital(x.form)} {x.verb('correlates', 'correlate')} with {y.form}",
        lambda x, y: f"Next year {x.form} and {y.form} will be measured again",
    ),
    "third": (
        lambda x, y: f"{capital(x.form)} and {y.form} were discussed at length",
        lambda x, y: f"Whether {x.form} {x.verb('has', 'have')} anything to do with {y.form} is not known",
        lambda x, y: f"{capital(x.form)} {x.verb('has', 'have')} nothing to do with {y.form}",
    ),
}
ENGLISH: Final = Generated(
    "en",
    {name: Sentences(NOUNS[name], SPEAKERS[name], SHAPES[name], ASIDES[name]) for name in NOUNS},
    ('"{line}," said {speaker}.', '{speaker} said: "{line}."', '"{line}," {speaker} said.'),
    seed="en ",
    unread=frozenset({"third"}),
)


if __name__ == "__main__":
    main(ENGLISH)
