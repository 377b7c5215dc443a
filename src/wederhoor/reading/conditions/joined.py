"""The clause of a condition joined to the one that holds by it."""

from __future__ import annotations

from wederhoor.languages.conditions import ConditionKind
from wederhoor.reading.argument_spans import (
    clause_extent,
    opened,
    says_something,
    trimmed,
)
from wederhoor.reading.holders import Extent
from wederhoor.reading.rules import Rule
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.predicates import (
    finite_of,
    heads_clause,
    predicate_above,
)

BESIDE = ("advcl", "parataxis", "csubj", "acl", "ccomp", "conj", "ROOT")
"""Relations of a clause that is a condition to the one that holds by it."""


def joined(text: Text, kind: ConditionKind, marker: Extent, head: int) -> Rule | None:
    """The clause of ``head`` as antecedent of the one above it."""
    p = text.parse
    above = p.heads[head]
    order = text.pack.grammar.subject_first
    while order and above in range(*marker) and p.heads[above] != above:  # [as long] as both agree
        above = p.heads[above]
    if above == head:
        return None
    if not heads_clause(p, above) and p.deps[above] not in ("ROOT", "conj", "advcl", "ccomp"):
        climbed = predicate_above(p, above)
        if p.upos[above] in ("ADJ", "ADV") and p.deps[above] in ("advmod", "amod"):
            return None  # zo groot als
        above = climbed
    above = _main_verb(p, above, head)
    extent = clause_extent(text, head, joined=True)
    antecedent = trimmed(p, max(marker[1], extent[0]), extent[1]) if extent else None
    gone = [*range(*marker), *p.subtree(head)]
    consequent = clause_extent(text, above, gone)
    links = text.pack.grammar.complementizers | text.pack.conditions.words.resumers
    consequent = opened(p, consequent, links)
    if (
        antecedent is None
        or consequent is None
        or not says_something(p, antecedent)
        or not says_something(p, consequent)
    ):
        return None
    return Rule(antecedent, consequent, kind, tuple(range(*marker)), head, above)


def _main_verb(p: Parse, above: int, head: int) -> int:
    """The finite verb before an infinitive, where the antecedent stands before that: *als ..., [willen] we komen*."""
    here = above
    while p.deps[here] == "xcomp" and finite_of(p, here) is None and heads_clause(p, p.heads[here]):
        here = p.heads[here]
    return here if head < here else above
