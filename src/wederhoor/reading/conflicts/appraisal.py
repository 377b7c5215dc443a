"""How a statement judges what it is about, and whom it says to have acted at another's bidding."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.reading.text import Text
from wederhoor.records import Polarity
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, children, has_child
from wederhoor.syntax.stretches import any_form

JUDGING = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
JOINED = ("conj", "xcomp")
"""Relations of a predicate that shares what stands beside the one above it."""
VERDICTS = ("ROOT", "root", "ccomp", "parataxis", "xcomp", "conj")


def appraise(text: Text, words: Sequence[int], negated: Collection[int]) -> tuple[Polarity | None, tuple[int, ...]]:
    """Whether the words speak well (+) or ill (-), and the words among them that do so as the predicate of a clause.

    A predicate outweighs all other words: *de mislukte oogst was toch een succes* is praise.
    """
    p = text.parse
    score = 0
    verdicts: dict[int, int] = {}
    for word in words:
        if p.upos[word] not in JUDGING:
            continue
        lemma = p.lemmas[word].lower()
        value = (lemma in text.pack.stance.praise) - (lemma in text.pack.stance.blame)
        value = -value if word in negated else value
        score += value
        if value and _is_predicate(p, word):
            verdicts[word] = value
    told = sum(verdicts.values())
    balance = told or score
    return (None if balance == 0 else "+" if balance > 0 else "-"), tuple(verdicts) if told else ()


def _is_predicate(p: Parse, word: int) -> bool:
    return has_child(p, word, "cop") or (p.deps[word] in VERDICTS and p.upos[word] in ("ADJ", "VERB"))


def judged_by(text: Text, verdicts: Sequence[int]) -> list[int]:
    """What some predicates speak well or ill of: their subjects, and of *noemt de tram een ramp* the object beside it.

    What somebody does well or ill speaks so of what he does it to and with: *[met de missie] konden ze [vrijheden] inperken*.
    """
    p = text.parse
    found: list[int] = []
    for word in verdicts:
        roles = (*SUBJECT, "obj", "obl") if p.upos[word] == "VERB" else SUBJECT
        clause = [word]
        while p.deps[clause[-1]] in JOINED and p.heads[clause[-1]] != clause[-1]:
            clause.append(p.heads[clause[-1]])
        found += children(p, word, *roles)
        above = [w for verb in clause[1:] for w in (verb, *children(p, verb, "aux"))]
        found += [c for verb in above for c in children(p, verb, *roles, "obj")]
    return sorted({w for top in found for w in (top, *children(p, top, "compound", "flat", "amod", "nmod", "conj"))})


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
