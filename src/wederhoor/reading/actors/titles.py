"""Nouns that stand beside a name and tell who it is: *minister Jansen*, *Jansen, directeur van Corex*."""

from __future__ import annotations

from dataclasses import dataclass, field

from wederhoor.reading.actors.phrases import CLOSERS
from wederhoor.reading.attributions.clauses import noun_kind
from wederhoor.reading.cast import Cast
from wederhoor.reading.parse import Parse


@dataclass(frozen=True, slots=True)
class Titles:
    """``heads``: number of a name -> head of the phrase that it closes; ``joined``: nouns in such a phrase -> number of the name;
    ``apposed``: nouns of a phrase beside a name, a comma between -> number of the name."""

    heads: dict[int, int] = field(default_factory=dict)
    joined: dict[int, int] = field(default_factory=dict)
    apposed: dict[int, int] = field(default_factory=dict)


def read_titles(cast: Cast) -> Titles:
    """Which nouns belong to which name."""
    p = cast.parse
    found = Titles()
    for word in range(len(p)):
        number = p.entity_of[word]
        if number < 0 or (word and p.entity_of[word - 1] == number) or p.entities[number].type not in ("PER", "ORG"):
            continue
        _before(cast, word, number, found)
        _after(cast, word, number, found)
    return found


def _before(cast: Cast, word: int, number: int, found: Titles) -> None:
    p = cast.parse
    kind = p.entities[number].type
    here = word
    for _ in range(3):
        above = p.heads[here]
        if p.deps[here] not in ("flat", "appos", "nmod") or not word - 12 < above < word or p.entity_of[above] >= 0:
            break
        if p.deps[here] == "nmod" and (above != word - 1 or any(p.deps[c] == "case" for c in p.children[here])):
            break
        if not _fits(cast, above, kind):
            break
        here = above
        if any(p.words[w] in CLOSERS for w in range(here, word)):
            found.apposed.setdefault(here, number)
            return
        found.heads[number] = here
        found.joined[here] = number
    if word and word - 1 not in found.joined and p.upos[word - 1] == "NOUN" and _fits(cast, word - 1, kind):
        if p.sentence_of[word - 1] == p.sentence_of[word] and p.entity_of[word - 1] < 0:
            found.heads.setdefault(number, word - 1)
            found.joined[word - 1] = number


def _after(cast: Cast, word: int, number: int, found: Titles) -> None:
    p = cast.parse
    end = word
    while end < len(p) and p.entity_of[end] == number:
        end += 1
    last = found.heads.get(number, word)
    for head in {word, end - 1, last}:
        for c in p.children[head]:
            if c >= end and p.deps[c] == "appos" and p.entity_of[c] < 0 and _fits(cast, c, p.entities[number].type):
                found.apposed.setdefault(c, number)


def _fits(cast: Cast, noun: int, kind: str) -> bool:
    p = cast.parse
    of = noun_kind(p.lemmas[noun].lower(), cast.pack)
    if kind == "PER":
        return of == "person" or p.upos[noun] in ("NOUN", "ADJ") and of is None
    return of in ("organisation", "group", "text") or of is None and p.upos[noun] == "NOUN"
