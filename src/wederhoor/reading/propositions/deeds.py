"""Deeds that are named by a noun: *de controle van de kas door de bond*, *er is geen controle geweest*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wederhoor.reading.propositions.causal import CAUSE
from wederhoor.reading.propositions.existence import EXISTS, that_is_there
from wederhoor.reading.propositions.phrases import read_phrase
from wederhoor.reading.propositions.roles import phrase_of
from wederhoor.reading.propositions.said import SaidClause, Told
from wederhoor.reading.propositions.words import key_of, preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Phrase
from wederhoor.syntax.clauses import has_child
from wederhoor.syntax.compounds import last_part
from wederhoor.syntax.stretches import any_form

OF = ("nmod", "obl", "obl:arg", "obl:agent", "acl")


def deeds_of(text: Text, told: Told, found: SaidClause) -> Iterator[SaidClause]:
    """Of a deed that is there, or is caused, that it was done: *er is geen controle geweest*, *de ontsporing kwam door X*."""
    p, deeds = text.parse, text.pack.propositions.predicates.deeds
    theme = that_is_there(text, told.clause) if found.predicate.startswith(EXISTS) else None
    if theme is not None and p.lemmas[theme].lower() in deeds:
        yield deed(text, told, theme, yes=found.yes, subject=None)
    if found.predicate != CAUSE:
        return
    for noun in told.clause.core:
        named = named_deed(text, noun) if phrase_of(text, noun) == found.object else None
        if named is not None:
            (key, turned), of = named
            doer, thing, _ = by_noun(text, noun)
            if doer is None and thing is None and has_child(p, noun, "nmod:poss"):
                return  # haar ontslag: somebody's
            said = SaidClause(key, found.yes ^ turned, doer, thing or of, found.others, state=False)
            yield said
            if told.mode == "present":
                yield replace(said, mode="past")  # the noun tells no tense
            return


def named_deed(text: Text, noun: int) -> tuple[tuple[str, bool], Phrase | None] | None:
    """The key of the deed that a noun names, and what a compound says it is done to: *de [prijs]stijging*; None for a thing."""
    pack, lemma = text.pack, text.parse.lemmas[noun].lower()
    deeds = pack.propositions.predicates.deeds
    if lemma in deeds:
        return key_of(text, noun), None
    last = last_part(lemma, deeds, pack.hooks)
    if last is None:
        return None
    first = lemma.removesuffix(last)
    joined = next((s for s in pack.grammar.linking_sounds if first.removesuffix(s) in text.parse.lemmas), "")
    return pack.propositions.keys.get(last, (last, False)), Phrase(head=first.removesuffix(joined), definite=True)


def deed(text: Text, told: Told, noun: int, *, yes: bool, subject: Phrase | None) -> SaidClause:
    """What is done by the noun for it: *de controle van de kas door de bond*."""
    key, turned = key_of(text, noun)
    doer, thing, rest = by_noun(text, noun)
    others = tuple(pair for pair in told.others if pair[1].head != key_of(text, noun)[0])
    own = read_phrase(text, noun)
    if thing is None and own is not None and (own.definite or _is_particular(text, noun)):
        thing = own  # het bevel geven, zo'n bevel: that one, and no other
    return SaidClause(key, yes ^ turned, subject or doer, thing, (*others, *rest), state=False)


def by_noun(text: Text, noun: int) -> tuple[Phrase | None, Phrase | None, tuple[tuple[str, Phrase], ...]]:
    """Who does it, to whom, and the other roles behind a noun for a deed."""
    p, words = text.parse, text.pack.propositions.words
    doer = thing = None
    rest = []
    for c in p.children[noun]:
        preposition = preposition_before(p, c)
        phrase = read_phrase(text, c) if preposition and p.deps[c] in OF and c not in text.time_at else None
        if phrase is None:
            continue
        if preposition in text.pack.closed.by:
            doer = phrase
        elif preposition == words.of:
            thing = phrase
        else:
            rest.append((preposition, phrase))
    return doer, thing, tuple(rest)


def _is_particular(text: Text, noun: int) -> bool:
    return any_form(text.parse, text.parse.children[noun], text.pack.propositions.words.particular)
