"""Who appears in a document: names joined to their fullest form, roles, and every noun phrase that can be referred to again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile

from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, has_child, is_finite, noun_phrase

WORD = re.compile(r"\w+")
IN_MIND = 400
"""Noun phrases back in which a pronoun or a role is looked up."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that a later pronoun or role may mean. ``name`` is None where the document gives no name."""

    word: int
    """The head word."""
    name: str | None
    kind: str
    """person, group, organisation or text"""
    plural: bool
    subject: float
    """1 for the subject of a main clause, less for that of a subordinate one, else 0."""
    quoted: bool
    place: bool = False
    """Named after a place, as a state or a town council is."""
    pair: bool = False
    """Two or more that are joined by name; ``kind`` then is person, whatever they are."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """A role as a noun phrase tells it, its words in lower case."""

    role: str
    """The lemma of the noun."""
    kind: frozenset[str] = frozenset()
    """Adjectives and nouns before it that say which; all must fit."""
    of: frozenset[str] = frozenset()
    """What hangs on it; one must fit."""
    described: bool = False
    """A relative clause says which one is meant."""


@dataclass(slots=True)
class Cast:
    """The people and bodies of a document, in text order. Built by ``read_cast``."""

    names: list[str]
    """Of every entity the fullest form of its name."""
    candidates: list[Candidate] = field(default_factory=list)
    bearings: dict[str, list[Bearing]] = field(default_factory=dict)
    """Name -> the roles that the text joins to it, as it tells them."""
    women: set[str] = field(default_factory=set)
    men: set[str] = field(default_factory=set)
    persons: frozenset[str] = frozenset()
    """The names of all people."""
    leaders: list[tuple[int, str]] = field(default_factory=list)
    """Words from which on another person is the one most named so far, with the name."""
    resolved: dict[int, str | None] = field(default_factory=dict)
    """Pronouns that were looked up before."""

    def roles(self, name: str | None) -> set[str]:
        """The nouns, by lemma, that the text joins to a name."""
        return {bearing.role for bearing in self.bearings.get(name or "", ())}

    def before(self, word: int) -> Iterator[Candidate]:
        """The candidates that stand before a word, the nearest first, at most as many as a reader keeps in mind."""
        end = bisect_left(self.candidates, word, key=lambda c: c.word)
        return iter(self.candidates[max(0, end - IN_MIND) : end][::-1])

    def at(self, word: int) -> Iterator[Candidate]:
        """The candidates at a word."""
        begin = bisect_left(self.candidates, word, key=lambda c: c.word)
        return takewhile(lambda c: c.word == word, islice(self.candidates, begin, None))

    def protagonist(self, word: int) -> str | None:
        """The person most named before a word, else in the whole text: the one who is interviewed."""
        at = bisect_left(self.leaders, word, key=lambda leader: leader[0])
        return self.leaders[at - 1][1] if self.leaders else None


HEADS = (*SUBJECT, "obj", "iobj", "obl", "obl:arg", "obl:agent", "nmod", "conj", "ROOT", "root", "appos")


def heads_a_phrase(p: Parse, word: int) -> bool:
    """Whether a word heads a noun phrase; a participle or adjective may (*de verdachte*), a finite verb does not."""
    return p.upos[word] in ("NOUN", "ADJ", "VERB") and p.deps[word] in HEADS and not is_finite(p, word)


def is_marked_source(p: Parse, word: int) -> bool:
    """*Het is onjuist, aldus [de premier]*: one who stands behind a marker beside the clause that he says."""
    return p.upos[word] == "NOUN" and p.deps[word] == "parataxis" and has_child(p, word, "case")


def prominence(p: Parse, word: int) -> float:
    """How likely the next pronoun means a noun phrase, by its place: the subject of a main clause most."""
    if p.deps[word] not in SUBJECT:
        return float(_is_all_there_is(p, word))
    verb = p.heads[word]
    return (
        1.0
        if p.deps[verb] in ("ROOT", "root", "parataxis")
        or (p.deps[verb] == "conj" and p.deps[p.heads[verb]] in ("ROOT", "root"))
        else 0.4
    )


def _is_all_there_is(p: Parse, word: int) -> bool:
    """*The team, led by Bos, used it.*: the head of a sentence in which the parser saw no finite verb: it is its subject."""
    first, end = p.sentences[p.sentence_of[word]]
    root = p.heads[word] == word and p.upos[word] in ("NOUN", "PROPN") and p.words[end - 1] == "."
    return root and not any(is_finite(p, w) for w in range(first, end))


def describe(p: Parse, holder: int, cue: Collection[int] = ()) -> str:
    """The noun phrase up to its first apposition, in lower case at its beginning unless that is a name."""
    words = up_to_comma(p, holder, cue)
    text = " ".join(p.text[p.starts[words[0]] : p.ends[words[-1]]].split())
    return text if p.upos[words[0]] == "PROPN" or p.entity_of[words[0]] >= 0 else text[:1].lower() + text[1:]


def up_to_comma(p: Parse, holder: int, cue: Collection[int] = ()) -> list[int]:
    words = [w for w in noun_phrase(p, holder) if w > holder or w not in cue]  # not *[according to] the mayor*
    ends = (i for i, w in enumerate(words) if w > holder and (w in cue or _begins_a_clause(p, w)))
    return words[: next(ends, len(words))] or [holder]


def _begins_a_clause(p: Parse, word: int) -> bool:
    adverb = p.upos[word] == "ADV" and not has_child(p, word, "case")  # *de ouderen van [straks]*
    hyphen = p.words[word] == "-" and p.entity_of[word] >= 0  # *Kolm-Hale*
    return (
        (p.words[word] in {",", "(", "-", "–"} and not hyphen)
        or p.upos[word] == "SCONJ"
        or adverb
        or is_finite(p, word)
    )
