"""Whether a noun for a role can mean one to whom the text gave it: *de burgemeester*, but not *de vorige* or *die van Laren*.

What a description adds to the role tells its bearer from others who have it, had it or have it elsewhere: adjectives that
do more than describe, nouns and names that hang on it, the first part of a compound, a relative clause. All of that must
have been told of the one whom it is to mean. Where it was not, nobody is meant: a miss costs less than another's words.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import Final

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.cast import Bearing
from wederhoor.reading.places.countries import countries_of
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import RELATIVE, is_participle

KINDS: Final = ("amod", "compound", "nummod", "advmod")
"""Relations of words that say which kind of bearer: *de [Franse] minister*, *the [finance] minister*, *the [then] mayor*."""
OF: Final = ("nmod", "nmod:poss")
BESIDE: Final = ("appos", "flat", "parataxis")
"""Relations of what he is it of, and where that only stands beside it."""
CONTENT: Final = ("NOUN", "PROPN", "ADJ", "NUM")
SHARED: Final = 5
"""Letters with which two words begin that are akin: *Amsterdamse*, *Amsterdam*."""
LEAST_PART: Final = 4
"""Letters of a word with which another one begins to be akin: *bond*, *bonds-*."""
LEAST_ROLE: Final = 5
"""Letters of a role that is the last part of a compound, at least."""


def bearing_of(text: Text, noun: int, name: int | None = None) -> Bearing:
    """What the phrase around a noun says of who has that role, with what hangs on the name beside it that begins at ``name``."""
    p = text.parse
    kind, of = set[str](), set[str]()
    heads = [noun]
    if name is not None:
        heads += takewhile(lambda word: p.entity_of[word] == p.entity_of[name], range(name, len(p)))
    below = [(head, c) for head in heads for c in p.children[head] if c not in heads]
    for head, c in below:
        if p.deps[c] in KINDS and c < noun:
            kind |= _told(text, c)
        elif _says_of_what(p, head, c):
            of |= {_word(text, w) for w in p.subtree(c) if p.upos[w] in CONTENT}
    return Bearing(p.lemmas[noun].lower(), frozenset(kind), frozenset(of), _is_described(p, noun))


def _is_described(p: Parse, noun: int) -> bool:
    """Whether a clause tells which one: not *de minister, die aftrad, ...*, who may be any minister told of."""
    behind = (c for c in p.children[noun] if p.deps[c] == RELATIVE or (p.deps[c] == "acl" and is_participle(p, c)))
    clauses = (p.subtree(c)[0] for c in behind if c > noun)
    return any("," not in (p.words[first], p.words[first - 1]) for first in clauses)


def _says_of_what(p: Parse, head: int, word: int) -> bool:
    """*Directeur van [de haven]*, *minister Bos ([Zorg])*; not the name itself, nor a noun that only stands behind."""
    if p.entity_of[word] >= 0 and p.entity_of[word] == p.entity_of[head]:
        return False
    beside = p.deps[word] in BESIDE and (p.upos[word] == "PROPN" or p.words[word - 1] == "(")
    return beside or p.deps[word] in OF


def _told(text: Text, word: int) -> set[str]:
    """What a word before a role says of which one; nothing where it only describes its bearer: *omstreden*, *54-jarig*."""
    p, people = text.parse, text.pack.people
    lemma = p.lemmas[word].lower()
    if p.upos[word] == "ADV" and lemma not in people.exclusive:
        return set()
    counted = any(p.upos[w] == "NUM" for w in p.subtree(word) if w != word)
    aged = counted or p.lower[word].endswith(people.describing_endings)
    if aged or not people.describing.isdisjoint((lemma, p.lower[word])):
        return set()
    return {_word(text, word)} - {text.pack.actors.words.home}


def _word(text: Text, word: int) -> str:
    """A word as it is compared: the code of the country that it stands for, else its lemma."""
    p = text.parse
    country = countries_of(text.pack).of(p.words[word]) if p.words[word][:1].isupper() else None
    return country or p.lemmas[word].lower()


def may_bear(text: Text, own: Bearing, known: Iterable[Bearing], *, any_role: bool = False) -> bool:
    """Whether what a noun says fits one of the ways in which the text told somebody's role; ``any_role`` looks at no role."""
    return any(_fits(text.pack, own, one, any_role=any_role) for one in known)


def _fits(pack: LanguagePack, own: Bearing, one: Bearing, *, any_role: bool) -> bool:
    told = {*one.kind, *one.of}
    if own.described or not all(_is_among(word, told) for word in own.kind):
        return False
    if not all(_is_among(word, own.kind) for word in one.kind & pack.people.exclusive):
        return False
    if not any_role and own.role != one.role:
        longer, shorter = (own, one) if len(own.role) > len(one.role) else (one, own)
        part = _part_more(pack, longer.role, shorter.role)
        if part is None or (longer is own and not _is_among(part, told)):
            return False
        if longer is own:
            return True
        told.add(part)
    return not own.of or any(_is_among(word, told) for word in own.of)


def _part_more(pack: LanguagePack, longer: str, shorter: str) -> str | None:
    """What *wijkraad* has more than *raad*; None where the two are not one role, or the part makes it another's."""
    part = longer.removesuffix(shorter).strip("-")
    same = longer.endswith(shorter) and len(shorter) >= LEAST_ROLE
    return part if same and part not in pack.people.exclusive_parts else None


def _is_among(word: str, others: Iterable[str]) -> bool:
    """Whether a word, or one of the same beginning, is among others."""
    return any(word == other or _akin(word, other) for other in others)


def _akin(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    begins = len(shorter) >= LEAST_PART and longer.startswith(shorter)
    return begins or (len(shorter) >= SHARED and shorter[:SHARED] == longer[:SHARED])


def is_member(text: Text, holder: int) -> bool:
    """*de VVD'er*, *de Hagenaar*: a person by party or by town."""
    p, pack = text.parse, text.pack
    return p.words[holder] in pack.names.demonyms or p.lower[holder].endswith(tuple(pack.people.member_suffixes))


def like_role(lemma: str, roles: set[str]) -> bool:
    """*oppositieleider* for a *leider*, *concern* for a *staalconcern*."""
    return any((lemma.endswith(r) and len(r) > 4) or (r.endswith(lemma) and len(lemma) > 4) for r in roles)


def wrong_role_gender(text: Text, name: str, lemma: str) -> bool:
    people = text.pack.people
    return (lemma in people.women and name in text.cast.men) or (lemma in people.men and name in text.cast.women)
