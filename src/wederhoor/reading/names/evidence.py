"""What speaks for a name being a person, an organisation, a place or something else, one occurrence at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.reading.names.capitals import QUOTES, Capitals
from wederhoor.reading.names.lexicon import compound_type, noun_type
from wederhoor.records import EntityType
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import case_of, has_child, is_plural
from wederhoor.syntax.phrases import head_of

Clue = tuple[EntityType, float]
PUNCTUATION = ("PUNCT", "SYM")
ROMAN = frozenset("IVX")
BEFORE_NOUN = ("DET", "ADJ", "NUM", "ADV")
REACH = 4
"""Words from a comma to the noun behind it, at most."""
WEIGHTS = {
    "listed, many words": 3.5,
    "listed, one word": 3.0,
    "listed family name": 2.5,
    "given name first": 5.0,
    "given name alone": 2.5,
    "legal form": 6.0,
    "noun in the name": 2.5,
    "number behind": 1.5,
    "family name with particle": 2.5,
    "particle inside": 0.4,
    "hyphen": 4.0,
    "role in the word": 3.0,
    "noun in the word": 1.2,
    "place ending": 1.8,
    "acronym": 2.0,
    "acronym inside": 1.0,
    "acronym behind": 3.0,
    "ampersand": 1.5,
    "dateline": 3.0,
    "title": 4.0,
    "noun before": 2.5,
    "noun before a comma": 0.7,
    "noun behind": 1.0,
    "noun right behind": 1.0,
    "predicate": 1.0,
    "article": -1.5,
    "article, organisation": 0.2,
    "place preposition": 0.6,
    "actor preposition": 0.5,
    "of a role": 0.7,
    "of a place": 1.0,
    "age": 3.0,
    "speaker": 1.5,
    "place relative": 1.5,
    "plural": 0.7,
    "adjective": 1.5,
    "says, person": 0.8,
    "says, organisation": 0.4,
    "says, place": -0.3,
    "quoted": 0.3,
}
"""How much a clue counts. Chosen by hand; figures change little when one of them moves by half."""


def clues_inside(p: Parse, c: Capitals, first: int, end: int) -> Iterator[Clue]:
    """What the name itself tells: lists, given names, initials, its last noun, its letters."""
    words = p.words[first:end]
    listed = c.lexicon.type_of(p.text[p.starts[first] : p.ends[end - 1]], capitals=first in c.loud)
    if listed:
        one = "listed family name" if listed == "PER" else "listed, one word"
        yield listed, WEIGHTS["listed, many words" if len(words) > 1 else one]
        return
    if len(words) > 1 and (words[-1].lower() in c.lexicon.names.legal_forms or _is_branch(p, c, first, end)):
        yield "ORG", WEIGHTS["legal form"]
        return
    if c.is_given(p, first):
        yield "PER", WEIGHTS["given name first" if len(words) > 1 else "given name alone"]
    if len(words) > 1:
        yield from _structure(p, c, first, end)
    else:
        yield from _shape(p, c, first)
    if "&" in words:
        yield "ORG", WEIGHTS["ampersand"]


def _structure(p: Parse, c: Capitals, first: int, end: int) -> Iterator[Clue]:
    """*Van Ooijen*; *Amsterdams Historisch Museum*, *Universiteit van Utrecht*: the noun that the name is built on."""
    if c.is_given(p, first):
        return
    if c.is_particle(p, first) and p.lower[first] in c.prepositions:
        yield "PER", WEIGHTS["family name with particle"]
        return
    head, hyphen, _ = p.words[first].partition("-")
    if hyphen and head.islower():
        yield "MISC", WEIGHTS["hyphen"]
        return
    kind = _built_on(p, c, first, end)
    if kind:
        yield kind, WEIGHTS["noun in the name"]
    elif p.words[end - 1][0].isdigit() and c.lexicon.type_of(p.words[first]) is None:
        yield "MISC", WEIGHTS["number behind"]
    elif c.is_particle(p, first + 1) and p.lower[first] not in c.lowered:
        yield "PER", WEIGHTS["particle inside"]
    elif any(_is_acronym(w) for w in p.words[first:end]) and first not in c.loud:
        yield "ORG", WEIGHTS["acronym inside"]


def _built_on(p: Parse, c: Capitals, first: int, end: int) -> EntityType | None:
    """What the last word of a name makes of it, in whatever language, else the first."""
    kinds = (c.lexicon.tails.get(p.lower[end - 1]), *(noun_type(c.lexicon, p.lower[word]) for word in (end - 1, first)))
    return next((kind for kind in kinds if kind and kind != "PER"), None)


def _is_branch(p: Parse, c: Capitals, first: int, end: int) -> bool:
    """*Greenpeace Nederland*, *GM Europe*: a body and the place where this part of it is."""
    body, place = p.text[p.starts[first] : p.ends[end - 2]], p.words[end - 1]
    abroad = c.lexicon.tails.get(place.lower()) == "ORG"
    return c.lexicon.type_of(body) == "ORG" and (abroad or c.lexicon.type_of(place) == "LOC")


def _shape(p: Parse, c: Capitals, word: int) -> Iterator[Clue]:
    """*VVD-minister*, *Kamerlid*, *Metaalbond*, *NPD*."""
    form = p.words[word]
    kind = compound_type(c.lexicon, form)
    parts = form.split("-")
    joined = len(parts) > 1 and (parts[-1].islower() or parts[0].islower() or kind == "PER")
    if joined or _has_ending(form):
        yield "LOC" if kind == "LOC" else "MISC", WEIGHTS["hyphen"]
    elif kind == "PER":
        yield "MISC", WEIGHTS["role in the word"]
    elif kind:
        yield kind, WEIGHTS["noun in the word"]
    elif _is_acronym(form) and word not in c.loud:
        yield "ORG", WEIGHTS["acronym"]
    elif c.lexicon.names.place_endings and form.lower().endswith(tuple(c.lexicon.names.place_endings)):
        yield "LOC", WEIGHTS["place ending"]


def _is_acronym(form: str) -> bool:
    """*NPD*, *FC*, but no initial and no Roman number."""
    return form.isupper() and 1 < len(form) < 7 and form[-1] != "." and not set(form) <= ROMAN


def _initials_behind(p: Parse, first: int, end: int) -> Iterator[Clue]:
    """*Gemeenschap van Oostelijke Landen [(GOL)]*."""
    if p.words[end] == "(" and _is_acronym_of(p.words[end + 1], p.words[first:end]):
        yield "ORG", WEIGHTS["acronym behind"]


def _is_acronym_of(form: str, name: Sequence[str]) -> bool:
    """The capitals of a name of several words, in their order."""
    capitals = [word[0] for word in name if word[0].isupper()]
    letters = iter(form)
    return _is_acronym(form) and len(capitals) > 1 and all(capital in letters for capital in capitals)


def _has_ending(form: str) -> bool:
    """*VVD'er*, but not *Jan's* and *O'Neill*."""
    stem, _, ending = form.replace("’", "'").rpartition("'")
    return len(stem) > 1 < len(ending) and ending.islower()


def clues_beside(p: Parse, c: Capitals, first: int, end: int) -> Iterator[Clue]:
    """What stands before, behind and around the name in the text, and what the parse makes of it."""
    if first in c.datelines:
        yield "LOC", WEIGHTS["dateline"]
    yield from _before(p, c, first)
    yield from _behind(p, c, first, end)
    if end < len(p) and p.upos[end] == "NOUN" and p.words[end].islower() and not c.is_given(p, first):
        yield from _joined_noun(c.noun(p, end))
    yield from _in_the_sentence(p, c, first, end)


def _joined_noun(kind: EntityType | None) -> Iterator[Clue]:
    """*Lumen verzekeringsmaatschappij*, *Safari webbrowser*: a compound that is written as two words."""
    if kind in ("ORG", "MISC"):
        yield kind, WEIGHTS["noun right behind"]


def _before(p: Parse, c: Capitals, first: int) -> Iterator[Clue]:
    before = first - 1
    if before >= 0 and p.words[before] in QUOTES and p.starts[first] == p.ends[before]:
        yield "MISC", WEIGHTS["quoted"]
        before -= 1
    comma = before > 0 and p.words[before] == ","
    before -= comma
    if before >= 0:
        yield from _behind_word(p, c, before, comma=comma)


def _behind_word(p: Parse, c: Capitals, before: int, *, comma: bool) -> Iterator[Clue]:
    """*de heer X*, *voorzitter X*, *de X*, *in X*; ``comma`` where one stands between them."""
    pos = p.upos[before]
    if p.lower[before] in c.lexicon.people.titles:
        yield "PER", WEIGHTS["title"]
    elif pos in ("NOUN", "PROPN"):
        kind = None if c.named[before] and before not in c.opening else c.noun(p, before)
        if kind:
            yield kind, WEIGHTS["noun before a comma" if comma else "noun before"]
    elif comma:
        return
    elif pos == "DET" and p.words[before].islower():
        yield "PER", WEIGHTS["article"]
        yield "ORG", WEIGHTS["article, organisation"]
    elif pos == "ADP":
        yield from _behind_preposition(p, c, before)


def _behind_preposition(p: Parse, c: Capitals, preposition: int) -> Iterator[Clue]:
    """*in X*, *volgens X*, *woordvoerder van X*, *kust van X*."""
    names, low = c.lexicon.names, p.lower[preposition]
    if low in names.place_prepositions:
        yield "LOC", WEIGHTS["place preposition"]
    elif low in names.actor_prepositions:
        yield "ORG", WEIGHTS["actor preposition"]
        yield "PER", WEIGHTS["actor preposition"]
    elif preposition > 0 and p.upos[preposition - 1] == "NOUN":
        kind = c.noun(p, preposition - 1)
        if kind == "PER":
            yield "ORG", WEIGHTS["of a role"]
        elif kind == "LOC":
            yield "LOC", WEIGHTS["of a place"]


def _behind(p: Parse, c: Capitals, first: int, end: int) -> Iterator[Clue]:
    if end < len(p) and p.words[end] in QUOTES:
        end += 1
    following = end + 1
    if following >= len(p) or p.upos[end] not in PUNCTUATION:
        return
    mark = p.words[end]
    yield from _initials_behind(p, first, end)
    if mark in ("(", ",") and _is_age(p, following):
        yield "PER", WEIGHTS["age"]
    elif mark == "," and p.words[following] in c.lexicon.names.place_relatives:
        yield "LOC", WEIGHTS["place relative"]
    elif mark == ",":
        kind = _noun_from(p, c, following)
        if kind:
            yield kind, WEIGHTS["noun behind"]
    elif mark == ":" and p.words[following] in QUOTES and (first == 0 or p.upos[first - 1] != "ADP"):
        yield "PER", WEIGHTS["speaker"]


def _is_age(p: Parse, word: int) -> bool:
    """*Jansen (43)*, *Jansen, 43,*."""
    closing = p.words[min(word + 1, len(p) - 1)]
    return p.words[word].isdigit() and len(p.words[word]) == 2 and closing in (")", ",")


def _noun_from(p: Parse, c: Capitals, word: int) -> EntityType | None:
    """What the first noun from a word on makes of a name: *X, [een groot Frans bedrijf]*."""
    last = min(len(p) - 1, word + REACH)
    while word < last and p.upos[word] in BEFORE_NOUN:
        word += 1
    return c.noun(p, word) if p.upos[word] == "NOUN" else None


def _in_the_sentence(p: Parse, c: Capitals, first: int, end: int) -> Iterator[Clue]:
    """Subjects of verbs of saying and of *X is een bedrijf*; plurals; adjectives before a noun."""
    head = head_of(p, first, end)
    governor = p.heads[head]
    if end - first == 1 and is_plural(p, head):
        yield "MISC", WEIGHTS["plural"]
    if p.deps[head] == "amod" and p.upos[head] == "ADJ" and governor == end:
        yield "MISC", WEIGHTS["adjective"]
    elif p.deps[head] == "nsubj" and p.upos[governor] == "NOUN":
        kind = c.noun(p, governor)
        if kind and has_child(p, governor, "cop") and case_of(p, governor) is None:
            yield kind, WEIGHTS["predicate"]
    elif p.deps[head] == "nsubj" and p.lemmas[governor] in c.lexicon.reporting:
        yield "PER", WEIGHTS["says, person"]
        yield "ORG", WEIGHTS["says, organisation"]
        yield "LOC", WEIGHTS["says, place"]
