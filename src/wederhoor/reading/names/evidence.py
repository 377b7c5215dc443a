"""What speaks for a name being a person, an organisation, a place or something else, one occurrence at a time."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.names.capitals import QUOTES, Capitals
from wederhoor.reading.names.lexicon import compound_type, noun_type
from wederhoor.records import EntityType

Clue = tuple[EntityType, float]
PUNCTUATION = ("PUNCT", "SYM")


def clues_inside(c: Capitals, first: int, end: int) -> Iterator[Clue]:
    """What the name itself tells: lists, given names, initials, its last noun, its letters."""
    p, lexicon = c.p, c.lexicon
    words = p.words[first:end]
    text = p.text[p.starts[first] : p.ends[end - 1]]
    listed = lexicon.type_of(text, capitals=first in c.loud)
    if listed:
        yield listed, 1.5 if listed == "PER" else 3.0
    if lexicon.is_given(words[0]) and not listed:
        yield "PER", 4.0 if len(words) > 1 else 2.0
    if len(words) > 1 and not listed:
        yield from _structure(c, first, end)
    elif len(words) == 1 and not listed:
        yield from _shape(c, first)
    if "&" in words:
        yield "ORG", 1.5


def _structure(c: Capitals, first: int, end: int) -> Iterator[Clue]:
    """*Van Ooijen*; *Amsterdams Historisch Museum*, *Universiteit van Utrecht*: the noun that the name is built on."""
    p, lexicon = c.p, c.lexicon
    if lexicon.is_given(p.words[first]):
        return
    if p.lower[first] in lexicon.people.name_particles and p.lower[first] in c.prepositions:
        yield "PER", 2.0
        return
    if p.words[first].partition("-")[0].islower() and "-" in p.words[first]:
        yield "MISC", 3.0
        return
    for word in (end - 1, first):
        kind = noun_type(lexicon, p.lower[word])
        if kind and kind != "PER":
            yield kind, 3.0
            return
    if p.lower[first + 1] in lexicon.people.name_particles and p.lower[first] not in c.lowered:
        yield "PER", 0.8


def _shape(c: Capitals, word: int) -> Iterator[Clue]:
    """*VVD-minister*, *Kamerlid*, *Metaalbond*, *NPD*."""
    p, lexicon = c.p, c.lexicon
    form = p.words[word]
    kind = compound_type(lexicon, form)
    if "-" in form.strip("-") or ("'" in form[1:-1] and form[-2:].islower()):
        parts = form.split("-")
        if parts[-1].islower() or parts[0].islower() or kind == "PER":
            yield ("LOC", 4.0) if kind == "LOC" else ("MISC", 4.0)
            return
    if kind:
        yield ("MISC", 3.0) if kind == "PER" else (kind, 1.5)
    elif form.isupper() and 1 < len(form) < 7 and word not in c.loud and form[-1] != ".":
        yield "ORG", 1.5


def clues_beside(c: Capitals, first: int, end: int, pack: LanguagePack) -> Iterator[Clue]:
    """What stands before, behind and around the name in the text, and what the parse makes of it."""
    if first in c.datelines:
        yield "LOC", 3.0
    yield from _before(c, first)
    yield from _behind(c, first, end)
    yield from _in_the_sentence(c, first, end, pack)


def _before(c: Capitals, first: int) -> Iterator[Clue]:
    p, lexicon = c.p, c.lexicon
    before = first - 1
    if before >= 0 and p.words[before] in QUOTES and p.starts[first] == p.ends[before]:
        yield "MISC", 0.5
        before -= 1
    comma = before > 0 and p.words[before] == ","
    before -= comma
    if before < 0:
        return
    low, pos = p.lower[before], p.upos[before]
    if low in lexicon.people.titles:
        yield "PER", 4.0
    elif pos in ("NOUN", "PROPN"):
        kind = None if c.named[before] and before not in c.opening else c.noun(before)
        if kind:
            yield kind, 0.7 if comma else 3.0
    elif pos == "DET" and not comma and p.words[before].islower():
        yield "PER", -1.5
        yield "ORG", 0.3
    elif pos == "ADP" and not comma:
        yield from _behind_preposition(c, before)


def _behind_preposition(c: Capitals, preposition: int) -> Iterator[Clue]:
    """*in X*, *volgens X*, *woordvoerder van X*, *kust van X*."""
    names, low = c.lexicon.names, c.p.lower[preposition]
    if low in names.place_prepositions:
        yield "LOC", 1.0
    elif low in names.actor_prepositions:
        yield "ORG", 0.5
        yield "PER", 0.4
    elif preposition > 0 and c.p.upos[preposition - 1] == "NOUN":
        kind = c.noun(preposition - 1)
        if kind == "PER":
            yield "ORG", 0.8
        elif kind == "LOC":
            yield "LOC", 1.0


def _behind(c: Capitals, first: int, end: int) -> Iterator[Clue]:
    p = c.p
    if end < len(p) and p.words[end] in QUOTES:
        end += 1
    following = end + 1
    if following >= len(p) or p.upos[end] not in PUNCTUATION:
        return
    mark, word = p.words[end], p.words[following]
    if mark in ("(", ",") and word.isdigit() and len(word) == 2 and p.words[min(following + 1, len(p) - 1)] in (")", ","):
        yield "PER", 3.0
    elif mark == ":" and word in QUOTES and (first == 0 or p.upos[first - 1] != "ADP"):
        yield "PER", 1.5
    elif mark == "," and word in c.lexicon.names.place_relatives:
        yield "LOC", 1.5
    elif mark == ",":
        while following < min(len(p) - 1, end + 5) and p.upos[following] in ("DET", "ADJ", "NUM", "ADV"):
            following += 1
        kind = c.noun(following) if p.upos[following] == "NOUN" else None
        if kind:
            yield kind, 1.5


def _in_the_sentence(c: Capitals, first: int, end: int, pack: LanguagePack) -> Iterator[Clue]:
    """Subjects of verbs of saying and of *X is een bedrijf*; plurals; adjectives before a noun."""
    p = c.p
    head = next((i for i in range(first, end) if not first <= p.heads[i] < end or p.heads[i] == i), first)
    governor = p.heads[head]
    if end - first == 1 and "Number=Plur" in p.feats[head]:
        yield "MISC", 1.0
    if p.deps[head] == "amod" and p.upos[head] == "ADJ" and governor == end:
        yield "MISC", 1.5
    elif p.deps[head] == "nsubj" and p.upos[governor] == "NOUN":
        kind = c.noun(governor)
        relations = {p.deps[k] for k in p.children[governor]}
        if kind and "cop" in relations and "case" not in relations:
            yield kind, 1.5
    elif p.deps[head] == "nsubj" and p.lemmas[governor] in pack.verbs:
        yield "PER", 0.8
        yield "ORG", 0.5
        yield "LOC", -0.3
