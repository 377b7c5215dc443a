"""On what a denial falls, and what it leaves as it is: who *denied knowing [that the line leaked]* denies no leak.

What is denied of a clause with an adjunct of purpose, means, lack or cause is that adjunct (scope and focus of negation:
Huddleston and Pullum, The Cambridge Grammar of the English Language, 2002, 9.1.3). A clause below the predicate is denied only
where the two stand and fall together (*denied that he had managed to flee*: implicative verbs, Karttunen 1971); what is known,
ordered, tried or allowed, what tells when it was, and what only says which one is meant stays as it is (presupposition and
projection: Karttunen 1973).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from wederhoor.reading.text import Text
from wederhoor.records import ConflictSide, stance_of
from wederhoor.syntax.clauses import SUBJECT, children, has_word
from wederhoor.syntax.phrases import tops_of
from wederhoor.syntax.predicates import heads_clause

BELOW = ("ccomp", "xcomp", "csubj", "acl", "acl:relcl", "advcl")
"""Relations of a clause to the word that it hangs on."""


def focus_of(text: Text, head: int, *, by_verb: bool) -> list[int]:
    """The heads of the clauses beside a predicate on which its denial falls; empty where it falls on the predicate.

    ``by_verb`` says that a verb denies it: a plain *not* leaves a cause as it is, *did not come because he was ill*.
    """
    p, closed, words = text.parse, text.pack.closed, text.pack.propositions.words
    marks = closed.by | closed.without | (words.because if by_verb else frozenset())
    marks |= frozenset() if _orders(text, head) else text.pack.events.grammar.purpose
    return [c for c in p.children[head] if _is_beside(text, c) and has_word(p, c, marks, "mark", "case")]


def _orders(text: Text, verb: int) -> bool:
    """*Gave the order [to fire]*, *er was een plan*: whether a noun beside a verb has what is ordered or planned below it."""
    nouns = (text.parse.lemmas[c].lower() for c in children(text.parse, verb, "obj", *SUBJECT))
    return any(noun in text.pack.nouns or noun in text.pack.propositions.words.plans for noun in nouns)


def _is_beside(text: Text, clause: int) -> bool:
    """Whether a clause stands beside its verb; *wanted [to leave]* is what the verb tells, *sloot [om te straffen]* is not."""
    p = text.parse
    if p.deps[clause] == "xcomp":
        return len(children(p, clause, "mark")) > 1
    return p.deps[clause] == "advcl" or (p.deps[clause] == "obl" and p.upos[clause] == "VERB")


def denied_part(text: Text, head: int) -> list[int]:
    """The same of what a verb denies, with phrases: *denied that they fired without [warning]*."""
    p, before = text.parse, text.pack.closed.without
    if not text.clause(head).passive:
        before |= text.pack.propositions.words.because
    phrases = [c for c in p.children[head] if p.deps[c] == "obl" and has_word(p, c, before, "case")]
    return [*focus_of(text, head, by_verb=True), *phrases]


def denied_heads(text: Text, words: Collection[int]) -> list[int]:
    """The predicates of a statement on which its denial falls, the highest first.

    Of a claim (*the claim that ...*) that is what it says, of a verb that only helps another that one.
    """
    found = tops_of(text.parse, words)
    for head in found:
        found += [
            c for c in text.parse.children[head] if c in words and c not in found and _stands_and_falls(text, c, head)
        ]
    return found


def put_forward(text: Text, words: Sequence[int], *, denied: bool) -> Sequence[int]:
    """The words of a statement, where it is ``denied`` without those that this leaves as they are; all where it leaves all."""
    left = _left_standing(text, words) if denied else set[int]()
    return [w for w in words if w not in left] or words


def _left_standing(text: Text, words: Sequence[int]) -> set[int]:
    p, inside = text.parse, {*words}
    heads = denied_heads(text, inside)
    parts = {part for head in heads for part in denied_part(text, head)}
    left = (c for head in heads for c in _clauses_below(text, head, inside, {*heads, *parts}))
    return {w for c in left for w in p.subtree(c)} & inside


def _clauses_below(text: Text, head: int, inside: Collection[int], denied: Collection[int]) -> Iterator[int]:
    """The clauses below a predicate, at any depth, that none of the ``denied`` words heads."""
    waiting = [head]
    while waiting:
        for c in text.parse.children[waiting.pop()]:
            if c not in inside or c in denied:
                continue
            if _is_called(text, c) or (text.parse.deps[c] in BELOW and _is_clause(text, c)):
                yield c
            else:
                waiting.append(c)


def _is_clause(text: Text, word: int) -> bool:
    """Whether a word says something by itself: a verb, what *is* joins, and what something is called."""
    return heads_clause(text.parse, word) or text.parse.upos[word] == "VERB" or _is_called(text, word)


def _is_called(text: Text, word: int) -> bool:
    p, calling = text.parse, text.pack.propositions.words.calling
    return p.deps[word] in ("xcomp", "advmod") and p.upos[word] == "ADJ" and p.stems[p.heads[word]].lower() in calling


def _stands_and_falls(text: Text, clause: int, above: int) -> bool:
    """Whether a clause is so where the word above it is, and not so where that is not."""
    p, pack = text.parse, text.pack
    if p.deps[clause] == "conj":
        return _is_clause(text, clause)
    if p.deps[clause] not in BELOW or p.deps[clause] in ("advcl", "acl:relcl"):
        return False
    if p.upos[above] in ("NOUN", "ADJ") and p.lemmas[above].lower() in pack.disputes.reports | pack.disputes.affirming:
        return has_word(p, clause, pack.grammar.complementizers, "mark")
    if p.upos[clause] not in ("VERB", "AUX"):
        return not _is_called(text, clause)  # leaves the door open
    helping = (
        pack.propositions.words.phases | pack.propositions.words.going | pack.closed.achieving | pack.closed.failing
    )
    infinite = p.deps[clause] in ("xcomp", "ccomp") and text.clause(clause).finite is None
    lemma = p.lemmas[above].lower()
    return infinite and (lemma in helping or pack.propositions.words.modes.get(lemma) == "intended")


def is_denied(text: Text, side: ConflictSide) -> bool:
    """Whether who holds a statement denies or doubts what it says."""
    by = text.attribution_by_id[side] if isinstance(side, str) else None
    return by is not None and stance_of(by.attitude, by.polarity, by.certainty) in ("denies", "doubts")
