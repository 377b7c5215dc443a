"""Clauses that the words before them foretell: *de kans is groot dat ...*, *het ziet ernaar uit dat ...*, *ik beloof dat ...*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, has_child, is_finite
from wederhoor.syntax.polarity import is_negation
from wederhoor.syntax.predicates import has_form_of_infinitive, is_present, tells_past
from wederhoor.syntax.stretches import any_form

BEFORE: Final = 10
"""So many words before the conjunction what foretells may stand."""


def foretold_clauses(text: Text) -> Iterator[tuple[int, int, bool]]:
    """The predicate of every such clause in the present tense, the word that foretells it, and whether it is a plan."""
    p, words = text.parse, text.pack.forecasts
    linking = text.pack.grammar.complementizers - words.questions
    for mark, form in enumerate(p.lower):
        if form not in linking or p.deps[mark] != "mark":
            continue
        head = p.heads[mark]
        before = _before(p, mark)
        if not _is_ahead(text, head) or any(is_negation(p, w, text.pack) or tells_past(p, w) for w in before):
            continue
        by = _foretelling(text, before) or _promising(text, before)
        if by is not None:
            yield head, *by


def _before(p: Parse, mark: int) -> range:
    """The words of the clause before a conjunction, as far as they may foretell."""
    first = max(p.sentences[p.sentence_of[mark]][0], mark - BEFORE)
    stops = (w + 1 for w in range(mark - 2, first, -1) if p.upos[w] == "PUNCT")
    return range(next(stops, first), mark)


def _is_ahead(text: Text, head: int) -> bool:
    p, finite = text.parse, text.clause(head).finite
    if finite is None:  # a plural at the end of its clause looks like an infinitive
        return has_form_of_infinitive(p, head) and not text.clause(head).infinitive and has_child(p, head, *SUBJECT)
    return is_present(p, finite) and not text.clause(head).perfect


def _foretelling(text: Text, before: range) -> tuple[int, bool] | None:
    """The word of an entry whose other words stand beside it."""
    p = text.parse
    for entry in text.pack.forecasts.foretelling:
        for w in before:
            if entry.lemma in (p.lemmas[w].lower(), p.stems[w]) and all(any_form(p, before, {f}) for f in entry.words):
                return w, entry.plan
    return None


def _promising(text: Text, before: range) -> tuple[int, bool] | None:
    """*Ik beloof*, *wij verwachten*: the verb by which a speaker foretells in his own voice."""
    p, words = text.parse, text.pack.forecasts
    for w in before:
        if not is_finite(p, w) or not any_form(p, before, text.pack.closed.first_person):
            continue
        if p.lemmas[w] in words.announcing | words.expecting:
            return w, p.lemmas[w] in words.announcing
    return None
