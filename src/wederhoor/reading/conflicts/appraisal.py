"""How a statement judges what it is about, and whom it says to have acted at another's bidding."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.reading.text import Text
from wederhoor.records import Polarity
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import children, has_child
from wederhoor.syntax.stretches import any_form

JUDGING = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
VERDICTS = ("ROOT", "root", "ccomp", "parataxis", "xcomp", "conj")


def appraise(text: Text, words: Sequence[int], negated: Collection[int]) -> tuple[Polarity | None, bool]:
    """Whether the words speak well (+) or ill (-), and whether that is the predicate of one of their clauses.

    A predicate outweighs all other words: *de mislukte oogst was toch een succes* is praise.
    """
    p = text.parse
    score = verdicts = 0
    for word in words:
        if p.upos[word] not in JUDGING:
            continue
        lemma = p.lemmas[word].lower()
        value = (lemma in text.pack.stance.praise) - (lemma in text.pack.stance.blame)
        value = -value if word in negated else value
        score += value
        if value and _is_predicate(p, word):
            verdicts += value
    balance = verdicts or score
    return (None if balance == 0 else "+" if balance > 0 else "-"), verdicts != 0


def _is_predicate(p: Parse, word: int) -> bool:
    return has_child(p, word, "cop") or (p.deps[word] in VERDICTS and p.upos[word] in ("ADJ", "VERB"))


def instigated(text: Text, words: Sequence[int]) -> list[int]:
    """The objects of verbs of sending that an emphatic word says to be the subject's own doing, and all joined to them."""
    p = text.parse
    inside = set(words)
    found: list[int] = []
    for verb in words:
        if p.stems[verb] not in text.pack.disputes.sending:
            continue
        objects = [c for c in children(p, verb, "obj", "nsubj:pass") if c in inside]
        # a parse may hang *zelf* on the object before it
        beside = [*p.children[verb], *(c for o in objects for c in p.children[o] if c > o)]
        if any_form(p, beside, text.pack.disputes.emphatic):
            found += objects
            found += [c for o in objects for c in children(p, o, "conj")]
    return found
