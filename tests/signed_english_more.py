"""More English sentences of one thing that drives another: ``fourth``, by which rules may be made, and ``fifth``, unread.

Both have nouns that are in use, nouns that are none and compounds of both, chains of two links and asides that are no link. The
shapes of ``fifth`` were written before the reader had been run on either set.

    python tests/signed_english_more.py fourth 100 --list
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Final

from signed import Generated, Noun, Sentences, capital, main

Shape = Callable[[Noun, Noun, bool, random.Random], str]
Chain = Callable[[Noun, Noun, Noun, bool, bool, random.Random], str]


def _nouns(mass: str, plural: str) -> tuple[Noun, ...]:
    return (*(Noun(form) for form in mass.split(", ")), *(Noun(form, many=True) for form in plural.split(", ")))


NOUNS: Final = {
    "fourth": _nouns(
        "noise, crime, ferry traffic, road dust, tourism, plover grief, snarb, glimmery, ferrel trade, harbour crowding, unrest, "
        "poverty, brivel farming, market distrust",
        "barges, complaints, visitors, thefts, farm closures, quay fines, dremmels, wozzel prices, school dropouts, dune walks, "
        "holiday homes, strikes",
    ),
    "fifth": _nouns(
        "pollution, debt, canal fishing, smoke, drought, quennel fear, blorst, trimmery, hostel demand, sand mining, hunger, "
        "tram crowding, velk output, coast erosion",
        "tourists, burglaries, floods, bus delays, shop rents, trivvels, mossel catches, tenant protests, road works, fires, "
        "pub visits, evictions",
    ),
}
SPEAKERS: Final = {
    "fourth": ("Ada Prowse", "Miles Garrick", "Nell Ashby"),
    "fifth": ("Ruth Calder", "Ivo Penrose", "Greta Lusk"),
}


ONE: Final = {
    "have": "has", "are": "is", "go": "goes", "push": "pushes", "do": "does", "suppress": "suppresses", "will": "will",
}  # fmt: skip
"""Forms for one thing that have no s, or more than that."""


def _way(rng: random.Random) -> bool:
    return rng.random() < 0.5


def _how(up: bool, noun: Noun) -> str:
    return "more" if up else noun.verb("less", "fewer")


def _some(up: bool, noun: Noun) -> str:
    return f"{_how(up, noun)} {noun.form}"


def _are(noun: Noun) -> str:
    return noun.verb("is", "are")


def _s(noun: Noun, verb: str) -> str:
    """The verb, whose plural is given, in the form for the noun."""
    first, *rest = verb.split(" ")
    one = ONE.get(first, f"{first}s")
    if first == "still":
        return f"still {_s(noun, ' '.join(rest))}"
    return " ".join([noun.verb(one, first), *rest])


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _change(up: bool, rng: random.Random) -> str:
    return rng.choice(("rise", "increase") if up else ("drop", "fall", "decrease"))


def _goes(up: bool, noun: Noun, rng: random.Random) -> str:
    return _s(noun, rng.choice(("rise", "grow", "increase") if up else ("fall", "drop", "decline")))


def _by_sign(name: str, up: Sequence[str], down: Sequence[str]) -> Shape:
    def made(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
        return capital(f"{x.form} {_s(x, rng.choice(up if plus else down))} {y.form}")

    made.__name__ = name
    return made


# fourth: shapes that rules may be made by


def f_more(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb = rng.choice(("mean", "bring", "create", "produce", "lead to", "result in", "cause", "give", "make for"))
    return capital(f"{_some(a, x)} {_s(x, verb)} {_some(a == plus, y)}")


def f_modal(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    modal = rng.choice(("may", "might", "could", "will", "would", "can"))
    return capital(
        f"{_some(a, x)} {modal} {rng.choice(('lead to', 'mean', 'bring', 'result in'))} {_some(a == plus, y)}"
    )


def f_the(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"The {_some(a, x)}, the {_some(a == plus, y)}"


def f_the_rise(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"The more {x.form} {_goes(a, x, rng)}, the more {y.form} {_goes(a == plus, y, rng)}"


def f_as(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return (
        f"{rng.choice(('As', 'Where', 'When', 'If'))} {x.form} {_goes(a, x, rng)}, {y.form} {_goes(a == plus, y, rng)}"
    )


def f_every(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb = rng.choice(("brings", "causes", "triggers", "means", "leads to"))
    every, first, second = rng.choice(("Every", "Each", "Any")), _change(a, rng), _change(a == plus, rng)
    return f"{every} {first} in {x.form} {verb} {_a(second)} in {y.form}"


def f_without(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    if _way(rng):
        return f"Without {x.form}, {y.form} would {'fall' if plus else 'rise'}"
    return f"Without {x.form} there would be {_some(not plus, y)}"


def f_passive(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    verb = rng.choice(
        ("caused", "driven up", "increased", "fuelled", "pushed up")
        if plus
        else ("reduced", "driven down", "curbed", "limited")
    )
    return capital(f"{y.form} {_are(y)} {verb} by {x.form}")


def f_because_of(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    words = rng.choice(("because of", "as a result of", "thanks to", "due to", "owing to"))
    return capital(f"{y.form} {_goes(a == plus, y, rng)} {words} {_some(a, x)}")


def f_because(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    one, other = f"{x.form} {_goes(a, x, rng)}", f"{y.form} {_goes(a == plus, y, rng)}"
    if _way(rng):
        return f"Because {one}, {other}"
    return capital(f"{other} {rng.choice(('because', 'when', 'if', 'as'))} {one}")


def f_effect(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    verb = (
        rng.choice(("push up", "drive up", "push", "drive"))
        if plus
        else rng.choice(("push down", "bring down", "push", "drive"))
    )
    if " " in verb:
        return capital(f"{x.form} {_s(x, verb)} {y.form}")
    return capital(f"{x.form} {_s(x, verb)} {y.form} {'up' if plus else 'down'}")


def f_up_down(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    ways = ("down", "up")
    word = rng.choice(("If", "When", "As"))
    return f"{word} {x.form} {_s(x, 'go')} {ways[a]}, {y.form} {_s(y, 'go')} {ways[a == plus]}"


def f_there(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    word = rng.choice(("when", "because", "if"))
    return f"There {_are(y)} {_some(a == plus, y)} {word} there {_are(x)} {_some(a, x)}"


def f_change_of(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb = rng.choice(("triggers", "leads to", "means", "causes", "results in", "produces"))
    first, second = _change(a, rng), _change(a == plus, rng)
    return capital(f"{_a(first)} in {x.form} {verb} {_a(second)} in {y.form}")


def f_stems(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    words = rng.choice(("stems from", "comes from", "is caused by", "results from", "is the result of", "is due to"))
    return f"The {_change(a == plus, rng)} in {y.form} {words} {_some(a, x)}"


def f_good(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    how = "positive" if plus else "negative"
    if _way(rng):
        return capital(f"{x.form} {_s(x, 'have')} a {how} effect on {y.form}")
    return capital(f"{x.form} {_s(x, 'contribute to')} {_some(plus, y)}")


def f_make(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    if _way(rng):
        return capital(f"{x.form} {_s(x, 'make')} {y.form} {'rise' if plus else 'fall'}")
    return capital(
        f"{x.form} {_s(x, 'cause')} {y.form} to {rng.choice(('rise', 'grow') if plus else ('fall', 'decline', 'drop'))}"
    )


def f_so(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    link = rng.choice((", so", ", and so", ", and therefore", ", which means"))
    return capital(f"{x.form} {_goes(a, x, rng)}{link} {y.form} {_goes(a == plus, y, rng)}")


def f_means(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{_some(a, x)} {_s(x, 'mean')} {rng.choice(('', 'that '))}{y.form} {_goes(a == plus, y, rng)}")


def f_this(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    first = f"{x.form} {_goes(a, x, rng)}"
    this, verb = rng.choice(("This", "That")), rng.choice(("leads to", "means", "causes"))
    return capital(f"{first}. {this} {verb} {_some(a == plus, y)}")


def f_perfect(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(
        f"{_some(a, x)} {_s(x, 'have')} {rng.choice(('led to', 'brought', 'caused', 'resulted in'))} {_some(a == plus, y)}"
    )


def f_cause_of(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{_some(a, x)} {_are(x)} the cause of {_some(a == plus, y)}")


FOURTH: Final[tuple[Shape, ...]] = (
    f_more, f_more, f_modal, f_the, f_the_rise, f_as, f_every, f_without, f_passive, f_because_of, f_because, f_effect, f_up_down,
    f_there, f_change_of, f_stems, f_good, f_make, f_so, f_means, f_this, f_perfect, f_cause_of,
    _by_sign(
        "f_verbs",
        ("increase", "boost", "fuel", "encourage", "stimulate", "promote", "cause", "attract"),
        ("reduce", "lower", "prevent", "discourage", "suppress", "deter", "curb", "limit", "dampen"),
    ),
    _by_sign(
        "f_aspects",
        ("are increasing", "are causing", "have increased", "have boosted", "will increase", "still fuel"),
        ("are reducing", "are lowering", "have reduced", "have lowered", "will reduce", "still curb"),
    ),
)  # fmt: skip


def f_which(x: Noun, y: Noun, z: Noun, plus: bool, then: bool, rng: random.Random) -> str:
    a = _way(rng)
    b = a == plus
    verb, turn = rng.choice(("leads to", "brings", "means", "causes")), rng.choice(("", "in turn "))
    return capital(f"{_some(a, x)} {_s(x, 'lead to')} {_some(b, y)}, which {turn}{verb} {_some(b == then, z)}")


def f_that_turn(x: Noun, y: Noun, z: Noun, plus: bool, then: bool, rng: random.Random) -> str:
    a = _way(rng)
    b = a == plus
    this, turn = rng.choice(("This", "That")), rng.choice(("in turn ", ""))
    return capital(f"{_some(a, x)} {_s(x, 'mean')} {_some(b, y)}. {this} {turn}leads to {_some(b == then, z)}")


def f_and_those(x: Noun, y: Noun, z: Noun, plus: bool, then: bool, rng: random.Random) -> str:
    end = rng.choice(("increase", "boost") if then else ("reduce", "lower"))
    if _way(rng):
        middle = _some(plus, y)
        return capital(
            f"{x.form} {_s(x, 'lead to')} {middle}, and {middle} {_s(y, 'lead to')} {_some(plus == then, z)}"
        )
    return capital(f"{x.form} {_s(x, 'boost' if plus else 'reduce')} {y.form} and {y.form} {_s(y, end)} {z.form}")


CHAINS_FOURTH: Final[tuple[Chain, ...]] = (f_which, f_that_turn, f_and_those)


# fifth: other shapes, whose misses nobody looks at


def g_whenever(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"Whenever there {_are(x)} {_some(a, x)}, {y.form} {_s(y, 'tend')} to {'rise' if a == plus else 'fall'}"


def g_would(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{y.form} would {'rise' if a == plus else 'fall'} if there were {_some(a, x)}")


def g_with(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    if _way(rng):
        return f"With {_some(a, x)} {_s(y, 'come')} {_some(a == plus, y)}"
    return f"With every {'rise' if a else 'fall'} in {x.form}, {y.form} {_s(y, 'rise' if a == plus else 'fall')}"


def g_consequence(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{_some(a == plus, y)} {_are(y)} a consequence of {_some(a, x)}")


def g_excess(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    words = rng.choice(("An excess of", "A surplus of", "An abundance of"))
    return f"{words} {x.form} causes {y.form} to {'rise' if plus else 'drop'}"


def g_extra(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    return f"{rng.choice(('Extra', 'Additional'))} {x.form} {_s(x, 'bring')} {'extra' if plus else _how(False, y)} {y.form}"


def g_growing(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"{'Growing' if a else 'Falling'} {x.form} {_s(x, 'have')} pushed {'up' if a == plus else 'down'} {y.form}"


def g_high(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    ways = ("low", "high")
    return (
        f"{rng.choice(('When', 'If', 'As long as'))} {x.form} {_are(x)} {ways[a]}, {y.form} {_are(y)} {ways[a == plus]}"
    )


def g_tends(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    verb = rng.choice(("tend to", "are bound to", "threaten to", "continue to", "serve to"))
    return capital(f"{x.form} {_s(x, verb)} {'increase' if plus else 'reduce'} {y.form}")


def g_too(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    much = {(True, False): "too much", (True, True): "too many", (False, False): "too little", (False, True): "too few"}
    return capital(f"{much[a, x.many]} {x.form} {_s(x, 'lead to')} {much[a == plus, y.many]} {y.form}")


def g_lower(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    return capital(
        f"{y.form} {_are(y)} {'higher' if plus else 'lower'} {rng.choice(('because of', 'owing to', 'due to'))} {x.form}"
    )


def g_thanks(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return f"{rng.choice(('Thanks to', 'Because of', 'Owing to'))} {_some(a, x)}, there {_are(y)} {_some(a == plus, y)}"


def g_not_enough(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    words = rng.choice(("Not enough", "Too little" if not x.many else "Too few", "Insufficient"))
    return f"{words} {x.form} {_s(x, 'lead to')} {_some(not plus, y)}"


def g_result(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    return capital(f"{x.form} {_goes(a, x, rng)}, as a result of which {y.form} {_goes(a == plus, y, rng)}")


def g_after(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    word, changed = rng.choice(("after", "because", "as")), "increased" if a else "decreased"
    return capital(f"{y.form} {'rose' if a == plus else 'fell'} {word} {x.form} {changed}")


def g_response(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    words = rng.choice(("In response to", "Due to", "As a result of"))
    return f"{words} {'rising' if a else 'falling'} {x.form}, {y.form} {_goes(a == plus, y, rng)}"


def g_sends(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    return capital(f"{x.form} {_s(x, rng.choice(('send', 'keep')))} {y.form} {'up' if plus else 'down'}")


def g_helps(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    return capital(f"{x.form} {_s(x, 'help')} {rng.choice(('', 'to '))}{'increase' if plus else 'reduce'} {y.form}")


def g_adds(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
    a = _way(rng)
    verb = rng.choice(("ends in", "translates into", "gives rise to"))
    return f"A {'growth' if a else 'reduction'} in {x.form} {verb} {_some(a == plus, y)}"


FIFTH: Final[tuple[Shape, ...]] = (
    g_whenever, g_would, g_with, g_consequence, g_excess, g_extra, g_growing, g_high, g_tends, g_too, g_lower, g_thanks,
    g_not_enough, g_result, g_after, g_response, g_sends, g_helps, g_adds,
    _by_sign(
        "g_verbs",
        ("breed", "feed", "spur", "deepen", "intensify", "generate", "trigger"),
        ("hurt", "cut", "ease", "relieve", "restrict", "diminish", "hinder"),
    ),
)  # fmt: skip


def g_and(x: Noun, y: Noun, z: Noun, plus: bool, then: bool, rng: random.Random) -> str:
    a = _way(rng)
    b = a == plus
    return capital(
        f"{_some(a, x)} {_s(x, 'bring')} {_some(b, y)}, and {_some(b, y)} {_s(y, 'mean')} {_some(b == then, z)}"
    )


def g_and_so(x: Noun, y: Noun, z: Noun, plus: bool, then: bool, rng: random.Random) -> str:
    a = _way(rng)
    b = a == plus
    return f"Because {x.form} {_goes(a, x, rng)}, {y.form} {_goes(b, y, rng)}. As a result, {z.form} {_goes(b == then, z, rng)}"


def g_turn(x: Noun, y: Noun, z: Noun, plus: bool, then: bool, rng: random.Random) -> str:
    if not plus:
        more = _some(False, y)
        return capital(f"{x.form} {_s(x, 'reduce')} {y.form}. {capital(more)} {_s(y, 'mean')} {_some(not then, z)}")
    verb, turn = (
        rng.choice(("increase", "drive up") if then else ("reduce", "drive down")),
        rng.choice(("", "in turn ")),
    )
    return capital(f"{x.form} {_s(x, 'cause')} {y.form}, which {turn}{_s(y, verb)} {z.form}")


CHAINS_FIFTH: Final[tuple[Chain, ...]] = (g_and, g_and_so, g_turn)

ASIDES: Final = {
    "fourth": (
        lambda x, y: f"{capital(x.form)} hardly {_s(x, 'affect')} {y.form}",
        lambda x, y: f"{capital(x.form)} {_s(x, 'go')} together with {y.form}",
        lambda x, y: f"{capital(x.form)} {_s(x, 'do')} not lead to {y.form}",
        lambda x, y: f"It is unclear whether {x.form} {_s(x, 'lead to')} {y.form}",
        lambda x, y: f"{capital(x.form)} {_s(x, 'have')} no effect on {y.form}",
    ),
    "fifth": (
        lambda x, y: f"{capital(x.form)} barely {_s(x, 'influence')} {y.form}",
        lambda x, y: f"There is no proof that {x.form} {_s(x, 'cause')} {y.form}",
        lambda x, y: f"More {x.form} {_s(x, 'do')} not mean more {y.form}",
        lambda x, y: f"{capital(x.form)} and {y.form} often occur together",
    ),
}
ENGLISH_MORE: Final = Generated(
    "en",
    {
        "fourth": Sentences(NOUNS["fourth"], SPEAKERS["fourth"], FOURTH, ASIDES["fourth"], CHAINS_FOURTH),
        "fifth": Sentences(NOUNS["fifth"], SPEAKERS["fifth"], FIFTH, ASIDES["fifth"], CHAINS_FIFTH),
    },
    ('"{line}," said {speaker}.', '{speaker} said: "{line}."', '"{line}," {speaker} said.'),
    seed="en more ",
    unread=frozenset({"fifth"}),
)


if __name__ == "__main__":
    main(ENGLISH_MORE)
