"""Nouns beside a name that tell who it is: *minister Jansen*, *Jansen, directeur van Corex*, *Jansen (burgemeester)*."""

from __future__ import annotations

from dataclasses import dataclass, field

from wederhoor.reading.actors.phrases import CLOSERS
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, children, has_child, is_plural
from wederhoor.syntax.nouns import noun_kind

BEFORE_NOUN = ("DET", "ADJ", "NUM", "NOUN", "ADV")
BEHIND = 5
"""Words behind a name and a comma in which a role noun begins."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Nouns and names by word and by the entity's number."""

    heads: dict[int, int] = field(default_factory=dict)
    """Number of a name -> head of the phrase that it closes."""
    joined: dict[int, int] = field(default_factory=dict)
    """Noun of such a phrase -> number of the name."""
    apposed: dict[int, int] = field(default_factory=dict)
    """Noun beside a name, a comma or a bracket between -> number of the name."""
    families: set[int] = field(default_factory=set)
    """Names of families: *het echtpaar Jansen*."""
    people: set[int] = field(default_factory=set)
    """Names that look like those of places, behind a role: *burgemeester Deventer*."""
    starts: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)


def read_titles(text: Text, families: frozenset[str], places: frozenset[str]) -> Titles:
    """Which nouns belong to which name; ``families`` are nouns before the name of several people, ``places`` before a place's."""
    p = text.parse
    found = Titles()
    for word, number in enumerate(p.entity_of):
        if number >= 0:
            found.starts.setdefault(number, word)
            found.ends[number] = word + 1
    for number, word in found.starts.items():
        if word and p.lemmas[word - 1].lower() in families and p.entities[number].type == "PER":
            found.families.add(number)
            found.heads[number] = word - 1
            found.joined[word - 1] = number
        elif p.entities[number].type == "LOC":
            _place_before(text, word, number, found, places)
        elif p.entities[number].type in ("PER", "ORG"):
            _before(text, word, number, found)
            _after(text, word, number, found)
    return found


def _place_before(text: Text, word: int, number: int, found: Titles, places: frozenset[str]) -> None:
    """*buurland Vesland*, *de gemeente Laren*; *burgemeester Deventer* is a person."""
    p = text.parse
    before = word - 1
    if before < 0 or p.sentence_of[before] != p.sentence_of[word] or p.entity_of[before] >= 0 or is_plural(p, before):
        return
    lemma = p.lemmas[before].lower()
    if noun_kind(lemma, text.pack) == "person" and p.upos[before] in ("NOUN", "PROPN"):
        found.people.add(number)
    elif not any(lemma.endswith(noun) for noun in places):
        return
    found.heads[number] = before
    found.joined[before] = number


def _before(text: Text, word: int, number: int, found: Titles) -> None:
    """*minister van Financiën Jansen*, *de hoogste man van het land, president Jansen*."""
    p, kind = text.parse, text.parse.entities[number].type
    here = word
    for _ in range(3):
        above = p.heads[here]
        if not word - 12 < above < here or not _hangs_on(p, here, above):
            break
        if p.lower[above] in text.pack.people.titles:
            here = above
            continue
        if not fits(text, above, kind):
            break
        here = above
        if any(p.words[w] in CLOSERS for w in range(here, word)):
            if _closed(p, found.ends[number]):
                found.apposed.setdefault(here, number)
            return
        found.heads[number] = here
        found.joined[here] = number
    before = word - 1
    same_sentence = before >= 0 and p.sentence_of[before] == p.sentence_of[word]
    if (
        same_sentence
        and before not in found.joined
        and p.upos[before] in ("NOUN", "PROPN")
        and fits(text, before, kind)
    ):
        found.heads.setdefault(number, before)
        found.joined[before] = number


def _closed(p: Parse, end: int) -> bool:
    """Whether an apposition ends where a name does, or goes on with where or of what that is."""
    return end >= len(p) or p.upos[end] in ("PUNCT", "ADP") or p.sentence_of[end] != p.sentence_of[end - 1]


def _hangs_on(p: Parse, word: int, above: int) -> bool:
    """Whether a word is in apposition to the one above it."""
    if p.deps[word] == "nmod":
        return above == word - 1 and not has_child(p, word, "case")
    return p.deps[word] in ("flat", "appos")


def _after(text: Text, word: int, number: int, found: Titles) -> None:
    """*Jansen, directeur van Corex*, also where the parser hangs the noun elsewhere: *Jansen, schrijver: “...”*."""
    p, kind = text.parse, text.parse.entities[number].type
    end = found.ends[number]
    for head in sorted({word, end - 1, found.heads.get(number, word)}):
        for c in children(p, head, "appos"):
            if c >= end and fits(text, c, kind, beside=True) and not is_plural(p, c):
                found.apposed.setdefault(c, number)
    if kind == "PER" and end + 1 < len(p) and p.words[end] in (",", "("):
        noun = _noun_behind(text, end)
        if noun is not None and noun not in found.apposed and _stands_alone(p, end, noun):
            found.apposed[noun] = number


def _noun_behind(text: Text, comma: int) -> int | None:
    """The first noun for a person behind a comma, in the phrase that begins there."""
    p = text.parse
    for word in range(comma + 1, min(comma + 1 + BEHIND, len(p))):
        if p.upos[word] in ("NOUN", "PROPN") and fits(text, word, "PER"):
            return word
        if p.upos[word] not in BEFORE_NOUN or p.lower[word] in text.pack.closed.relative:
            return None
    return None


def _stands_alone(p: Parse, comma: int, noun: int) -> bool:
    """Whether a noun behind a comma is no part of a clause or a list."""
    if p.deps[noun] in (*SUBJECT, "obj", "obl") or has_child(p, noun, "cop", "cc"):
        return False
    return (
        p.words[comma] == "("
        or p.deps[noun] in ("appos", "parataxis", "nmod", "ROOT", "root", "flat")
        or p.heads[noun] < comma
    )


def fits(text: Text, noun: int, kind: str, *, beside: bool = False) -> bool:
    """Whether a noun can tell what a name of that type is the name of; ``beside`` it, a noun for a body must be known."""
    p = text.parse
    number = p.entity_of[noun]
    if number >= 0 and (p.entities[number].type != "MISC" or ("-" not in p.words[noun] and p.upos[noun] != "NOUN")):
        return False
    of = noun_kind(p.lemmas[noun].lower(), text.pack) or noun_kind(p.lower[noun], text.pack)
    if kind == "PER":
        return of == "person"
    return of in ("organisation", "group", "text") or (of is None and p.upos[noun] == "NOUN" and not beside)
