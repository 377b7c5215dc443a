"""What a statement says that is no more than a noun phrase: *spreekt van twaalf doden*, *spreekt van een eerlijk proces*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from wederhoor.reading.propositions.counts import MEASURES
from wederhoor.reading.propositions.phrases import amount_of, read_phrase
from wederhoor.reading.propositions.scope import PropositionScope
from wederhoor.records import ConflictSide, Proposition
from wederhoor.syntax.predicates import heads_clause, top_of

NOUNS = ("NOUN", "PROPN", "ADJ", "NUM")


def read_nominal(s: PropositionScope, side: ConflictSide, words: Sequence[int]) -> Iterator[Proposition]:
    """How many, and how it is called; nothing where the words hold a clause."""
    p = s.p
    head = top_of(p, words)
    clausal = any(heads_clause(p, w) for w in words)
    if head is None or clausal or p.upos[head] not in NOUNS:
        return
    span = p.span(words[0], words[-1] + 1)
    amount = amount_of(s, head)
    if amount is not None:
        yield Proposition(side=side, span=span, predicate=MEASURES, mode="past", amount=amount)
    phrase = read_phrase(s, head)
    for c in p.children[head]:
        if phrase is None or p.deps[c] != "amod" or p.upos[c] != "ADJ" or c in s.figures:
            continue
        predicate, turned = s.key(c)
        others = tuple(m for m in phrase.modifiers if m != p.lemmas[c].lower())
        thing = msgspec.structs.replace(phrase, modifiers=others, definite=True, some=False)
        yield Proposition(
            side=side, span=span, predicate=predicate, polarity="-" if turned else "+", state=True, object=thing
        )
