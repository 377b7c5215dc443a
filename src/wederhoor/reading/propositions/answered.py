"""What an answer of an interview says by yes or no: *Hebt u de molen verkocht?* “Nee.”: that he did not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from wederhoor.reading.answers import first_sentence
from wederhoor.reading.holders import words_in
from wederhoor.reading.propositions.clauses import read_clause
from wederhoor.reading.propositions.roles import Predication
from wederhoor.reading.text import Text
from wederhoor.records import Attribution, Polarity, Proposition
from wederhoor.syntax.clauses import is_finite
from wederhoor.syntax.stretches import any_form

OPPOSITE: Final[dict[Polarity, Polarity]] = {"+": "-", "-": "+"}
Clauses = Callable[[Text, int, set[int]], Predication | None]
"""The clause that a word is the predicate of, among some words."""


def answered_questions(text: Text, clause_of: Clauses) -> Iterator[Proposition]:
    """The propositions of questions that are answered with yes or no, as they are answered, in the words of the answer."""
    p = text.parse
    for a in text.attributions if text.answers else ():
        words = [w for span in a.content for w in words_in(p, span)]
        if a.parent is not None or not words or p.paragraph_of(words[0]) not in text.answers:
            continue
        first = first_sentence(p, words)
        asked = _asked(text, p.paragraph_of(words[0]) - 1)
        if first and asked:
            yield from _as_answered(text, a, asked, first, clause_of)


def _asked(text: Text, paragraph: int) -> Sequence[int]:
    """The question that ends a paragraph, where yes or no answers it: its finite verb comes first, and it asks one thing."""
    p = text.parse
    last = p.paragraphs[paragraph][1] - 1
    first, end = p.sentences[p.sentence_of[last]]
    words = range(first, end)
    several = any(p.deps[w] == "conj" and (is_finite(p, w) or p.upos[w] == "VERB") for w in words)
    return words if p.words[last] == "?" and is_finite(p, first) and not several else ()


def _as_answered(
    text: Text, a: Attribution, asked: Sequence[int], first: Sequence[int], clause_of: Clauses
) -> Iterator[Proposition]:
    p, yes = text.parse, _yes(text, first)
    clause = None if yes is None else _asked_clause(text, asked, clause_of)
    denied = any_form(p, asked, text.pack.propositions.words.denying | text.pack.propositions.words.none)
    if clause is None or not _is_known(text, clause) or (yes and denied):
        return
    span = p.span(first[0], first[-1] + 1)
    for found in read_clause(text, a.id, clause, {*asked}):
        if found.amount is None:
            # who says no to a question that says no agrees with it
            polarity = found.polarity if yes or denied else OPPOSITE[found.polarity]
            yield msgspec.structs.replace(found, span=span, polarity=polarity)


def _asked_clause(text: Text, asked: Sequence[int], clause_of: Clauses) -> Predication | None:
    """The main clause of a question."""
    p, inside = text.parse, {*asked}
    verb = next((w for w in asked if p.heads[w] == w or p.heads[w] not in inside), None)
    clauses = (clause_of(text, w, inside) for w in asked)
    return next((c for c in clauses if c is not None and verb in (c.head, *c.above)), None)


def _is_known(text: Text, clause: Predication) -> bool:
    """Whether it is known who and what takes part in a clause: not *hebt u het gezien?*."""
    p = text.parse
    return bool(clause.core) and all(p.upos[w] != "PRON" or w in text.named_at for w in clause.core)


def _yes(text: Text, first: Sequence[int]) -> bool | None:
    """Whether a first sentence is a yes; None where it is neither that nor a no, or more."""
    p, disputes = text.parse, text.pack.disputes
    forms = [p.lower[w] for w in first]
    if len(forms) == 1 and forms[0] in disputes.yes:
        return True
    said_no = (len(forms) == 1 and forms[0] in disputes.no) or any(forms == [*opener] for opener in disputes.openers)
    return False if said_no else None
