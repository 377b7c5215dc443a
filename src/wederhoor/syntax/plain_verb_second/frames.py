"""Sentences around plain clauses, verbs second or last: *wat de drukte remt, is de rust*, *zonder rust geen handel*."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain_verb_second.clauses import clauses
from wederhoor.syntax.plain_verb_second.parts import things
from wederhoor.syntax.plain_verb_second.words import SecondWords


def framed(words: SecondWords, first: int, end: int) -> Tree | None:
    """The one tree of words that are a clause, or two, and a copula between."""
    p = words.p
    for being in range(first + 3, end - 1):
        if words.pack.verb_forms.get(p.lower[being]) not in words.pack.closed.being:
            continue
        found = [*_what_is(words, first, being, end), *_reason(words, first, being, end)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _before(words: SecondWords, being: int) -> tuple[int, list[int]]:
    """Where what stands before a copula ends, and the comma before it."""
    comma = words.p.words[being - 1] == ","
    return being - comma, [being - 1] if comma else []


def _what_is(words: SecondWords, first: int, being: int, end: int) -> Iterator[Tree]:
    """*Wat de drukte remt, is de rust*: the thing on top, the clause is its subject."""
    p = words.p
    stop, commas = _before(words, being)
    if p.lower[first] not in words.pack.causes.relatives & words.pack.grammar.question_words:
        return
    for thing in things(words, being + 1, end):
        for told in clauses(words, first + 1, stop, "relative") if thing.end == end else ():
            asked = leaf(told.top, first, "nsubj", Kind("PRON", "PronType=Int"))
            own = told.with_(asked, *(leaf(told.top, w, "punct") for w in commas)).under(thing.top, "csubj")
            yield thing.tree.with_(own, _copula(words, thing.top, being))


def _reason(words: SecondWords, first: int, being: int, end: int) -> Iterator[Tree]:
    """*De reden dat de rust stijgt, is dat de drukte daalt*: the copula on top, the noun its subject."""
    p, noun, told = words.p, first + 1, words.pack.grammar.complementizers
    stop, commas = _before(words, being)
    entry = words.pack.causes.nouns.get(p.lower[noun])
    if entry is None or not entry.alone or not words.is_article(first) or p.lower[noun + 1] not in entry.prepositions:
        return
    if p.lower[noun + 1] not in told | words.pack.grammar.question_words or p.lower[being + 1] not in told:
        return
    for effect in clauses(words, noun + 2, stop, "last"):
        below = effect.with_(leaf(effect.top, noun + 1, "mark", Kind("SCONJ"))).under(noun, "acl")
        named = Tree(noun, {}, {noun: Kind("NOUN")}).with_(leaf(noun, first, "det"), below).under(being, "nsubj")
        for cause in clauses(words, being + 2, end, "last"):
            said = cause.with_(leaf(cause.top, being + 1, "mark", Kind("SCONJ"))).under(being, "ccomp")
            lemma = words.pack.verb_forms.get(p.lower[being])
            whole = Tree(being, {}, {being: Kind("VERB", "VerbForm=Fin", lemma, lemma)})
            yield whole.with_(named, said, *(leaf(being, w, "punct") for w in commas))


def _copula(words: SecondWords, top: int, being: int) -> Tree:
    return leaf(top, being, "cop", Kind("AUX", "VerbForm=Fin", words.pack.verb_forms.get(words.p.lower[being])))


def lacking(words: SecondWords, first: int, end: int) -> Tree | None:
    """*Zonder handel geen welvaart*, *zonder handel meer honger*: a phrase of lack and how much there is of a thing."""
    p, pack = words.p, words.pack
    if p.lower[first] not in pack.closed.without:
        return None
    for lacked in things(words, first + 1, end):
        comma = lacked.end < end and p.words[lacked.end] == ","
        gauge = lacked.end + comma
        if gauge + 1 >= end:
            continue
        denied = p.lower[gauge] in pack.closed.negations
        told = denied or p.lower[gauge] in pack.variables.adverb_kinds.gauging
        for thing in things(words, gauge + denied, end) if told else ():
            if thing.end == end:
                own = lacked.tree.with_(leaf(lacked.top, first, "case", Kind("ADP"))).under(thing.top, "obl")
                marks = [leaf(thing.top, lacked.end, "punct")] if comma else []
                no = [leaf(thing.top, gauge, "det", Kind("DET"))] if denied else []
                return thing.tree.with_(own, *marks, *no)
    return None
