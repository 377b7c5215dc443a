"""The variables of one side of a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wederhoor.reading.causes.before import sentence_before
from wederhoor.reading.variables.clauses import read_clause
from wederhoor.reading.variables.draft import Draft
from wederhoor.reading.variables.events import words_as_they_stand
from wederhoor.reading.variables.modifiers import modifiers
from wederhoor.reading.variables.naming import extent_of, phrase_words
from wederhoor.reading.variables.phrases import DEEPEST, read_phrase
from wederhoor.reading.variables.scope import Scope
from wederhoor.syntax.predicates import heads_clause, top_of


def read_side(s: Scope) -> list[Draft]:
    """At least one variable: what no rule can name is named by its words."""
    p = s.p
    top = top_of(p, range(*s.extent))
    found: list[Draft] = []
    if top is not None:
        found = (
            _said_before(s, top) or _compared(s) or (read_clause(s, top) if _is_clause(s, top) else read_phrase(s, top))
        )
    return list(_once(found)) or [words_as_they_stand(s)]


def _is_clause(s: Scope, top: int) -> bool:
    """Whether the side is a clause; an infinitive with an article is a noun."""
    p = s.p
    if not heads_clause(p, top) and p.upos[top] not in ("ADJ", "VERB", "AUX"):
        return False
    return not any(p.deps[c] in ("det", "nmod:poss") for c in s.below(top)) or p.upos[top] not in ("VERB", "NOUN")


def _said_before(s: Scope, top: int) -> list[Draft]:
    """What *deze ontwikkeling* stands for: the variables of the sentence before."""
    p = s.p
    if p.lemmas[top].lower() not in s.pack.variables.anaphors.shells or p.upos[top] != "NOUN" or s.depth >= DEEPEST:
        return []
    around = modifiers(s, top)
    if around.pointed is None or around.parts:
        return []
    extent = sentence_before(p, top, s.around.holders, s.pack)
    if extent is None:
        return []
    by = extent_of(phrase_words(s, top))
    return [replace(draft, by=by) for draft in read_side(s.elsewhere(extent))]


def _compared(s: Scope) -> list[Draft]:
    """*hoe harder ze duwen*: what the clause tells, the way of the comparative."""
    p, words = s.p, s.pack.variables
    first, end = s.extent
    if p.lower[first] not in s.pack.causes.correlatives or first + 1 >= end:
        return []
    verb = next((w for w in range(end - 1, first + 1, -1) if p.upos[w] in ("VERB", "AUX") and w != first + 1), None)
    way = words.adverbs.get(p.lower[first + 1], words.degrees.get(p.lemmas[first + 1].lower(), 1))
    inner = replace(
        s, extent=(first + 1 if p.upos[first + 2 if first + 2 < end else first] == "NOUN" else first + 2, end)
    )
    return read_clause(inner, verb, way if inner.extent[0] > first + 1 else 1) if verb is not None else []


def _once(drafts: list[Draft]) -> Iterator[Draft]:
    seen = set()
    for draft in drafts:
        if (draft.key, draft.parts) not in seen:
            seen.add((draft.key, draft.parts))
            yield draft
