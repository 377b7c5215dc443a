"""Sentences around plain clauses: *that rents fall is due to noise*, *the reason that rents fall is that noise rises*."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wederhoor.syntax.plain.phrases import phrase
from wederhoor.syntax.plain.predicates import Clauses, Complements, cause_phrase, verbal
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain.verbs import INFINITIVE, PARTICIPLE
from wederhoor.syntax.plain.words import PlainWords

SHORTEST = 3
"""Words before a copula, at least."""


def framed(words: PlainWords, first: int, end: int, clauses: Clauses) -> Iterator[Tree]:
    """The ways to take the words as one or two clauses and what is said of them."""
    p, pack = words.p, words.pack
    told = pack.grammar.complementizers
    frame: Callable[[PlainWords, int, int, int, Clauses], Iterator[Tree]]
    if p.lower[first] in told:
        frame = _due
    elif first + 2 < end and words.is_article(first) and p.lower[first + 2] in told | pack.grammar.question_words:
        frame = _reason
    elif first + 2 < end and words.is_article(first) and p.lower[first + 1] in pack.causes.nouns:
        frame = _outcome
    else:
        return
    for being in range(first + SHORTEST, end - 2):
        if words.is_auxiliary(being) and words.is_being((being,)):
            yield from frame(words, first, being, end, clauses)


def _due(words: PlainWords, first: int, being: int, end: int, clauses: Clauses) -> Iterator[Tree]:
    """*That rents fall is due to noise*: the cause on top, the clause is its subject."""
    due = cause_phrase(words, being + 1, end)
    for own in clauses(words, first + 1, being) if due is not None else ():
        if due is not None:
            marked = own.with_(leaf(own.top, first, "mark", Kind("SCONJ")))
            yield due.with_(marked.under(due.top, "csubj"), leaf(due.top, being, "cop", Kind("AUX", "VerbForm=Fin")))


def _reason(words: PlainWords, first: int, being: int, end: int, clauses: Clauses) -> Iterator[Tree]:
    """*The reason that rents fall is that noise rises*: the copula on top, the noun its subject."""
    p, noun = words.p, first + 1
    entry = words.pack.causes.nouns.get(p.lower[noun])
    known = entry is not None and entry.alone and p.lower[noun + 1] in entry.prepositions
    if not known or p.lower[being + 1] not in words.pack.grammar.complementizers:
        return
    lemma = words.pack.verb_forms.get(p.lower[being])
    for told in clauses(words, noun + 2, being):
        below = told.with_(leaf(told.top, noun + 1, "mark", Kind("SCONJ"))).under(noun, "acl")
        named = Tree(noun, {}, {noun: Kind("NOUN")}).with_(leaf(noun, first, "det"), below).under(being, "nsubj")
        for other in clauses(words, being + 2, end):
            said = other.with_(leaf(other.top, being + 1, "mark", Kind("SCONJ"))).under(being, "ccomp")
            yield Tree(being, {}, {being: Kind("VERB", "VerbForm=Fin", lemma, lemma)}).with_(named, said)


def _outcome(words: PlainWords, first: int, being: int, end: int, _: Clauses) -> Iterator[Tree]:
    """*The effect of noise is less trade*: what it is said to be on top, the noun its subject."""
    p, noun = words.p, first + 1
    if p.lower[noun + 1] not in words.pack.causes.nouns[p.lower[noun]].prepositions:
        return
    of, thing = phrase(words, noun + 2, being), phrase(words, being + 1, end)
    if of is not None and thing is not None:
        own = of.with_(leaf(of.top, noun + 1, "case", Kind("ADP"))).under(noun, "nmod")
        named = Tree(noun, {}, {noun: Kind("NOUN")}).with_(leaf(noun, first, "det"), own).under(thing.top, "nsubj")
        yield thing.with_(named, leaf(thing.top, being, "cop", Kind("AUX", "VerbForm=Fin")))


def supposed(words: PlainWords, first: int, end: int, clauses: Clauses) -> Iterator[Tree]:
    """*Should rents fall*, *were rents to fall*, *had rents fallen*: a clause that its auxiliary opens."""
    p = words.p
    if p.lower[first] not in words.pack.conditions.words.fronted:
        return
    for stop in range(first + 2, end):
        subject = phrase(words, first + 1, stop)
        marked = int(p.lower[stop] in words.pack.grammar.infinitive_marks)
        read = words.verb(stop + marked) if subject is not None and stop + marked < end else None
        if subject is None or read is None or bool(marked) != words.is_being((first,)):
            continue
        perfect = words.is_perfect((first,))
        if not (words.is_participle(stop) if perfect else read[1] == "base"):
            continue
        for tree in verbal(words, stop + marked, read[0], end, Complements(clauses)):
            yield _supposed(tree, subject, first, stop if marked else None, PARTICIPLE if perfect else INFINITIVE)


def _supposed(tree: Tree, subject: Tree, first: int, mark: int | None, feats: str) -> Tree:
    own = tree.kinds[tree.top]
    parts = [leaf(tree.top, first, "aux", Kind("AUX", "VerbForm=Fin")), subject.under(tree.top, "nsubj")]
    parts += [] if mark is None else [leaf(tree.top, mark, "mark", Kind("PART"))]
    told = Tree(tree.top, tree.arcs, {**tree.kinds, tree.top: Kind("VERB", feats, own.lemma, own.stem)})
    return told.with_(*parts)
