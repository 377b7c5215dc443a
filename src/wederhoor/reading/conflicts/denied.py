"""What of a statement is denied in the first place, and how narrowly: *denied that [all] of them had left*."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from wederhoor.languages.reporting import reports_in
from wederhoor.reading.conflicts.terms import terms_of
from wederhoor.reading.focus import denied_heads, denied_part
from wederhoor.reading.propositions.limits import limits
from wederhoor.reading.text import Text
from wederhoor.records import Attribution
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, child, children, has_child, has_word
from wederhoor.syntax.phrases import tops_of


def of_claim(text: Text, words: Sequence[int]) -> list[int]:
    """*De bewering [dat de schorsing daarmee te maken had]*: what such a noun says; empty without a clause."""
    p, pack = text.parse, text.pack
    nouns = [w for w in words if p.lemmas[w].lower() in pack.disputes.reports]
    clauses = (c for w in nouns[:1] for c in children(p, w, "acl", "ccomp"))
    clause = next((c for c in clauses if has_word(p, c, pack.grammar.complementizers, "mark")), None)
    return [] if clause is None else [w for w in p.subtree(clause) if w in {*words}]


def denied_words(text: Text, words: Sequence[int]) -> list[int]:
    """What a claim says, or why or how it is said to be done; empty where all that a statement says is denied."""
    p, claim = text.parse, of_claim(text, words)
    heads = [head for top in tops_of(p, claim or words) for head in denied_part(text, top)]
    whose = {w for head in heads for subject in children(p, head, *SUBJECT) for w in p.subtree(subject)}
    focus = {w for head in heads for w in p.subtree(head)} - whose
    return [w for w in words if w in focus] or claim


def denied_terms(text: Text, words: Sequence[int], *, denied: bool) -> tuple[str, ...]:
    """The terms of the predicates that a denial falls on; of one that tells nothing by itself those of what stands beside it."""
    found: list[int] = []
    for head in denied_heads(text, {*words}) if denied else ():
        found += denied_part(text, head) or _telling(text, head)
    return terms_of(text, found) or tuple(text.parse.lemmas[w].lower() for w in found)


def bare_verbs(text: Text, words: Sequence[int]) -> tuple[str, ...]:
    """The lemmas of verbs that are no terms, sorted."""
    p = text.parse
    return tuple(sorted({p.lemmas[w].lower() for w in words if p.upos[w] == "VERB" and not terms_of(text, [w])}))


def _telling(text: Text, head: int) -> list[int]:
    """The words that say what a predicate does: itself; *was [behind] the blast*; beside a light verb its objects."""
    p = text.parse
    if (case := child(p, head, "case")) is not None and has_child(p, head, "cop"):
        return [head if p.lower[case] in text.pack.propositions.words.at else case]
    return [*_beside(p, head)] if _is_light(text, head) else [head]


def _beside(p: Parse, light: int) -> Iterator[int]:
    for c in children(p, light, *SUBJECT, "obj", "obl", "xcomp"):
        yield c
        yield from (part for part in children(p, c, "amod") if p.upos[part] == "VERB")  # had [driven] villagers


def _is_light(text: Text, word: int) -> bool:
    """*Had*, *went up*: whether a verb tells nothing without what stands beside it; what is known or said is another matter."""
    lemma = text.parse.lemmas[word]
    if lemma.lower() in text.pack.closed.being | text.pack.closed.perfect:
        return True
    return not (reports_in(text.pack.verbs.get(lemma, ()), "clause") or terms_of(text, [word]))


def limits_of(text: Text, words: Sequence[int], negated: Collection[int], *, denied: bool) -> tuple[str, ...]:
    """How narrowly it is said, or denied, what some words say: what limits them, and terms for those with whom it was, sorted."""
    p = text.parse
    heads = denied_heads(text, {*words}) if denied else [*(negated or words)]
    with_whom = [
        c for head in heads for c in children(p, head, "obl") if has_word(p, c, text.pack.closed.with_, "case")
    ]
    return tuple(sorted({*terms_of(text, with_whom), *(limit for head in heads for limit in limits(text, head))}))


def is_own_deed(text: Text, attribution: Attribution, words: Sequence[int]) -> bool:
    """*Denied [taking the cash]*: whether what somebody says he did is told without a subject."""
    p = text.parse
    heads = [head for head in tops_of(p, words) if p.upos[head] == "VERB"]
    told = any(has_child(p, head, *SUBJECT) or text.clause(head).finite is not None for head in heads)
    return attribution.form == "indirect" and bool(heads) and not told
