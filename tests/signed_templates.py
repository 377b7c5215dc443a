"""Shapes of signed sentences as templates, for the sets of ``signed_dutch_wide.py`` and ``signed_english_wide.py``.

In a template stand

- ``{x.amount}``: a form of the first, second or third thing (*meer veenpap*), which depends on the way it goes;
- ``{d.main}``: a form of the link of x and y, or of that of y and z (``e``), by a verb (*veenpap remt de roest*);
- ``<x hoger|groter/lager|kleiner>``: a word by the way that x goes; ``<s .../...>`` by the sign of the link; *leidt~leiden* by
  the number of x (or of the thing whose letter follows: ``<xy ...>``); ``<n ...>`` by number only, ``<? a|b>`` by chance.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from signed import N, Noun, Sentences, capital

FIELD: Final = re.compile(r"\{(\w)\.(\w+)\}|<(\S+) ([^<>]*)>")
Makes = Callable[..., Mapping[str, Any]]


def filled(template: str, things: Mapping[str, Any], signs: Mapping[str, bool], rng: random.Random) -> str:
    """The template with its words: every sentence of it begins with a capital."""

    def word(match: re.Match[str]) -> str:
        if match[1]:
            return str(getattr(things[match[1]], match[2]))
        return _chosen(match[3], match[4], things, signs, rng)

    while FIELD.search(template):
        template = FIELD.sub(word, template)
    template = re.sub(r" +([,.;:])", r"\1", re.sub(" +", " ", template)).strip()
    return ". ".join(capital(sentence) for sentence in template.split(". "))


def _chosen(key: str, words: str, things: Mapping[str, Any], signs: Mapping[str, bool], rng: random.Random) -> str:
    ways = words.split("/")
    by = key[0]
    up = signs[by] if by in signs else by in "?nm" or things[by].up
    chosen = rng.choice(ways[0 if up or len(ways) == 1 else 1].split("|"))
    if "~" not in chosen:
        return chosen
    counted = key[1:] or {"n": "x", "m": "y", "s": "x", "t": "y"}.get(by, by)
    one, several = chosen.split("~")
    noun: Noun = things[counted].noun
    return noun.verb(one, several)


def shape(name: str, template: str, makes: Makes) -> Callable[[Any, Any, bool, random.Random], str]:
    """One link: x goes some way, y goes the same way or the other."""

    def say(x: Noun, y: Noun, plus: bool, rng: random.Random) -> str:
        up = rng.random() < 0.6
        return filled(template, makes(((x, up), (y, up == plus)), (plus,), rng), {"s": plus}, rng)

    say.__name__ = name
    return say


def chain(name: str, template: str, makes: Makes) -> Callable[[Any, Any, Any, bool, bool, random.Random], str]:
    """Two links, of which the second begins where the first ends."""

    def say(x: Noun, y: Noun, z: Noun, plus: bool, then: bool, rng: random.Random) -> str:
        up = rng.random() < 0.6
        ways = ((x, up), (y, up == plus), (z, (up == plus) == then))
        return filled(template, makes(ways, (plus, then), rng), {"s": plus, "t": then}, rng)

    say.__name__ = name
    return say


def fork(name: str, template: str, makes: Makes) -> Callable[..., tuple[str, tuple[Any, ...]]]:
    """One cause, two effects."""

    def say(x: Noun, y: Noun, z: Noun, rng: random.Random) -> tuple[str, tuple[Any, ...]]:
        up, plus, then = (rng.random() < 0.5 for _ in range(3))
        things = makes(((x, up), (y, up == plus), (z, up == then)), (plus,), rng)
        return filled(template, things, {"s": plus, "t": then}, rng), ((x, y, plus), (x, z, then))

    say.__name__ = name
    return say


def join(name: str, template: str, makes: Makes) -> Callable[..., tuple[str, tuple[Any, ...]]]:
    """Two causes, one effect."""

    def say(x: Noun, y: Noun, z: Noun, rng: random.Random) -> tuple[str, tuple[Any, ...]]:
        up, plus, then = (rng.random() < 0.5 for _ in range(3))
        goes = up == plus
        things = makes(((x, up), (y, goes == then), (z, goes)), (plus,), rng)
        return filled(template, things, {"s": plus, "t": then}, rng), ((x, z, plus), (y, z, then))

    say.__name__ = name
    return say


def circle(name: str, template: str, makes: Makes) -> Callable[..., tuple[str, tuple[Any, ...]]]:
    """Two things that drive each other."""

    def say(x: Noun, y: Noun, _: Noun, rng: random.Random) -> tuple[str, tuple[Any, ...]]:
        up, plus = (rng.random() < 0.5 for _ in range(2))
        things = makes(((x, up), (y, up == plus)), (plus,), rng)
        return filled(template, things, {"s": plus}, rng), ((x, y, plus), (y, x, plus))

    say.__name__ = name
    return say


def halved(templates: str, seed: str) -> tuple[str, str]:
    """A list of templates, one a line, dealt out to two sets by chance."""
    lines = templates.strip().splitlines()
    random.Random(seed).shuffle(lines)
    return "\n".join(lines[::2]), "\n".join(lines[1::2])


def aside(template: str, makes: Makes) -> Callable[[Any, Any], str]:
    """A sentence about both things that is no link."""

    def say(x: Noun, y: Noun) -> str:
        rng = random.Random(template)
        return filled(template, makes(((x, True), (y, True)), (True,), rng), {"s": True}, rng)

    return say


def made_set(
    name: str,
    nouns: tuple[N, ...],
    speakers: tuple[str, ...],
    makes: Makes,
    shapes: str,
    chains: str,
    asides: str,
    *,
    forks: str = "",
    joins: str = "",
    circles: str = "",
) -> Sentences[N]:
    """A set of sentences of lists of templates, one a line."""
    return Sentences(
        nouns,
        speakers,
        named(name, shapes, shape, makes),
        tuple(aside(line.strip(), makes) for line in asides.strip().splitlines()),
        named(f"{name}_chain", chains, chain, makes),
        (
            *named(f"{name}_fork", forks, fork, makes),
            *named(f"{name}_join", joins, join, makes),
            *named(f"{name}_circle", circles, circle, makes),
        ),
    )


def named(prefix: str, templates: str, make: Callable[[str, str, Makes], Any], makes: Makes) -> tuple[Any, ...]:
    """The shapes of a list of templates, one a line, by number."""
    lines: Sequence[str] = [line.strip() for line in templates.strip().splitlines()]
    return tuple(make(f"{prefix}_{n}", line, makes) for n, line in enumerate(lines))
