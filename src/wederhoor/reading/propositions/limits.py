"""How narrowly a predicate says what it says: who denies that [all] have left denies no more than that.

A denial of a clause with a word of quantity, of order, of comparison or of manner is taken to be of that word, and one of a
clause with a modal of that (scope of negation: Huddleston and Pullum, The Cambridge Grammar of the English Language, 2002,
9.1.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.reading.focus import BELOW
from wederhoor.reading.propositions.modes import plans
from wederhoor.reading.propositions.opposition import DEONTIC
from wederhoor.reading.propositions.words import key_of
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import AUXILIARY, children, has_word

APART = (*BELOW, "conj", "parataxis")
"""How clauses hang that are no part of the predicate itself."""
ALL, ONLY, FIRST, MORE, MUST, MEANT = "all", "only", "first", "more", "must", "meant"
"""What a denial of no more than that leaves open: some, another, a later one, as much, that it was done all the same."""


def limits(text: Text, head: int) -> Iterator[str]:
    """What limits a predicate, as keys, those of adverbs of manner too."""
    p, words = text.parse, text.pack.propositions.words
    modes = {words.modes.get(p.lemmas[w].lower()) for w in (head, p.heads[head], *children(p, head, *AUXILIARY))}
    if modes.intersection(DEONTIC):
        yield MUST
    if "intended" in modes or plans(text, head):
        yield MEANT
    for word in (*p.subtree(head, APART), *children(p, head, "advcl")):
        yield from _limits_by(text, word)
    yield from (key_of(text, w)[0] for w in children(p, head, "advmod") if _tells_how(text, w))


def _tells_how(text: Text, word: int) -> bool:
    """*Deliberately*, *opzettelijk*; not *hardly*, *probably*, *really*, *recently*."""
    p, pack = text.parse, text.pack
    other = pack.propositions.words.hardly | pack.hedges.probable | pack.hedges.possible | pack.disputes.doubting
    if word in text.time_at or p.lower[word] in other:
        return False
    return p.upos[word] == "ADJ" or p.lower[word].endswith(tuple(pack.propositions.words.adverb_endings))


def _limits_by(text: Text, word: int) -> Iterator[str]:
    p, words = text.parse, text.pack.propositions.words
    forms = {p.lower[word], p.lemmas[word].lower()}
    if forms & (words.partial | words.every | text.pack.grammar.distributive):
        yield ALL
    if forms & (words.sole | text.pack.events.grammar.only):
        yield ONLY
    if "NumType=Ord" in p.feats[word]:
        yield FIRST
    if "Degree=Cmp" in p.feats[word] or has_word(p, word, words.than, "mark", "case"):
        yield MORE
