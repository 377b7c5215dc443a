"""Conditions without a word for if, by the place of their verb: *stijgt het water, dan ...*, *mocht het roer kapot zijn*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wederhoor.reading.argument_spans import (
    trimmed,
)
from wederhoor.reading.conditions.joined import BESIDE, joined
from wederhoor.reading.holders import NOBODY, Extent
from wederhoor.reading.rules import Rule
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import is_finite, predicate_of
from wederhoor.syntax.suppositions import ANY, opening_verbs

FIRST_IN = ("advcl", "parataxis", "csubj", "ccomp")


def verb_first(text: Text) -> Iterator[Rule]:
    """*Stijgt het water, dan sluit de sluis*: a clause that its finite verb opens, and the main clause behind a comma."""
    p = text.parse
    for word in (word for sentence in p.sentences for word in opening_verbs(p, text.pack, sentence)):
        sentence = p.sentences[p.sentence_of[word]]
        head = predicate_of(p, word)
        above = p.heads[head]
        comma = next((w for w in range(word + 1, sentence[1] - 1) if p.words[w] == ","), None)
        if comma is None or p.deps[head] not in FIRST_IN or not head <= comma < above:
            continue
        if text.holders.cues.get(above, NOBODY) != NOBODY or not _resumes(text, comma, above):
            continue
        if p.stems[head] in text.pack.conditions.words.viewpoints or p.upos[word + 1] in ("ADP", "PUNCT"):
            continue
        rule = joined(text, "if", (word, word), head)
        if rule is not None:
            antecedent = _behind_modal(p, word, head, rule.antecedent)
            yield replace(rule, marker=(word,), antecedent=antecedent, rule="verb first")


def verb_behind(text: Text) -> Iterator[Rule]:
    """*Ze gaan naar de rechter, mocht het roer kapot zijn*: behind the comma of a main clause."""
    p = text.parse
    for word, form in enumerate(p.lower):
        if form not in text.pack.conditions.words.inverted or word == 0 or p.words[word - 1] != ",":
            continue
        head = predicate_of(p, word)
        if head > word and p.deps[head] in BESIDE and p.heads[head] < word:
            rule = joined(text, "if", (word, word + 1), head)
            if rule is not None:
                yield replace(rule, rule="verb behind comma")


def _behind_modal(p: Parse, word: int, head: int, antecedent: Extent) -> Extent:
    """*Mocht [het water stijgen]*: an auxiliary that opens the clause is its marker."""
    if antecedent[0] == word and p.deps[word] == "aux" and head != word:
        return trimmed(p, word + 1, antecedent[1]) or antecedent
    return antecedent


def _resumes(text: Text, comma: int, above: int) -> bool:
    """Whether a main clause with *dan* or its finite verb first goes on behind a comma before its predicate.

    Where only certain verbs open a condition, any main clause does.
    """
    p = text.parse
    if ANY not in text.pack.conditions.words.fronted:
        return True
    resumers = text.pack.conditions.words.resumers
    openings = [w + 1 for w in range(comma, above + 1) if p.words[w] == "," and w + 1 < len(p)]
    return is_finite(p, comma + 1) or any(
        p.lower[w] in resumers or (is_finite(p, w) and p.heads[w] in (above, w)) for w in openings
    )
