"""The verbs of a plain clause: which of them governs, and what the others are to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wederhoor.languages.causes import CausalVerb
from wederhoor.languages.hooks import VerbShape
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain_verb_second.parts import ClauseParts
from wederhoor.syntax.plain_verb_second.words import SecondWords

Order = Literal["second", "first", "last", "relative", "going"]

"""Where the finite verb stands: *de drukte [daalt]*, behind what opens the clause *[daalt] de drukte*, or *... [daalt]*.

A relative clause has it last too, and its subject in its pronoun; one that goes on takes that from the clause before:
*en [remt] de drukte*.
"""
FINITE: dict[bool, str] = {
    False: "Number=Sing|Tense=Pres|VerbForm=Fin",
    True: "Number=Plur|Tense=Pres|VerbForm=Fin",
}

INFINITIVE, PARTICIPLE = "VerbForm=Inf", "VerbForm=Part"


@dataclass(frozen=True, slots=True)
class ClauseVerbs:
    """The verbs of a clause: the one that governs, the finite one, an infinitive that the first makes happen."""

    main: int
    lemma: str
    finite: int
    plural: bool
    group: Literal["", "aux", "aux:pass", "cop"] = ""
    """What the finite one is to the main one, where these are two."""
    feats: str = ""
    """The form of the main one, where it is not finite."""
    below: int | None = None
    particle: int | None = None


def clause_verbs(words: SecondWords, parts: ClauseParts, at: list[int], order: Order) -> Iterator[ClauseVerbs]:
    """The ways to take the verbs of a clause as one that governs and the others."""
    here = [(parts[n].top, str(words.lemma(parts[n].top))) for n in at]
    particle = next((part.top for part in parts if part.kind == "particle"), None)
    for number in range(len(here)) if order in ("last", "relative") else (0,):
        finite, own = here[number]
        others = here[:number] + here[number + 1 :]
        for shape in ("singular", "plural"):
            if shape in words.shapes(finite, own) or _told_finite(words, finite, own, shape):
                yield from _grouped(words, (finite, own), others, particle, plural=shape == "plural")


def _told_finite(words: SecondWords, word: int, lemma: str, shape: VerbShape) -> bool:
    """*Is*, *kan*: a form that the parser knows for a finite one."""
    feats = words.p.feats[word]
    told = "VerbForm=Fin" in feats and words.helps(lemma)
    return told and ("Number=Plur" in feats) == (shape == "plural")


def _grouped(
    words: SecondWords, finite: tuple[int, str], others: list[tuple[int, str]], particle: int | None, *, plural: bool
) -> Iterator[ClauseVerbs]:
    word, lemma = finite
    if not others:
        whole = lemma if particle is None else words.pack.hooks.joined(lemma, words.p.lower[particle])
        yield ClauseVerbs(word, whole, word, plural, particle=particle)
    if len(others) != 1 or particle is not None:
        return
    other, below = others[0]
    shapes = words.shapes(other, below)
    if "infinitive" in shapes and lemma in words.lexicon.modals:
        yield ClauseVerbs(other, below, word, plural, "aux", INFINITIVE)
    if "infinitive" in shapes and any("infinitive" in e.effect for e in entries_of(words, lemma)):
        yield ClauseVerbs(word, lemma, word, plural, below=other)
    if "participle" in shapes and lemma in words.pack.closed.perfect:
        yield ClauseVerbs(other, below, word, plural, "aux", PARTICIPLE)
    if "participle" in shapes and lemma in words.pack.variables.verbs.copulas:
        yield ClauseVerbs(other, below, word, plural, "aux:pass", PARTICIPLE)


def entries_of(words: SecondWords, lemma: str) -> tuple[CausalVerb, ...]:
    return words.pack.causes.verbs.get(lemma, ())


def predicate_of(words: SecondWords, verbs: ClauseVerbs) -> Tree:
    """The verb that governs, with the finite one and the particle."""
    p = words.p
    feats = verbs.feats or FINITE[verbs.plural]
    same = p.upos[verbs.main] == "VERB" and feats[-3:] in p.feats[verbs.main]
    base = verbs.lemma if verbs.particle is None else str(words.lemma(verbs.main))
    tree = Tree(verbs.main, {}, {verbs.main: Kind("VERB", p.feats[verbs.main] if same else feats, verbs.lemma, base)})
    if verbs.particle is not None:
        tree = tree.with_(leaf(verbs.main, verbs.particle, "compound:prt", Kind("ADP")))
    if verbs.group:
        helper = auxiliary(words, verbs.finite, str(words.lemma(verbs.finite)), plural=verbs.plural)
        tree = tree.with_(leaf(verbs.main, verbs.finite, verbs.group, helper))
    return tree


def auxiliary(words: SecondWords, word: int, lemma: str, *, plural: bool) -> Kind | None:
    known = words.p.upos[word] == "AUX" and "VerbForm=Fin" in words.p.feats[word]
    return None if known else Kind("AUX", FINITE[plural], lemma, lemma)
