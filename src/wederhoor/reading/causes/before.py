"""What *daarom* and *dat* stand for: the statement before."""

from __future__ import annotations

from wederhoor.reading.argument_spans import clause_extent, opened, says_something, trimmed
from wederhoor.reading.holders import NOBODY, Extent, Holders
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, child, is_finite
from wederhoor.syntax.predicates import heads_clause, top_of

JOINED = ("conj", "parataxis", "advcl")
HEADINGS = 2
"""Lines without a verb that may stand between a statement and what points back at it."""


def said_before(text: Text, word: int, head: int) -> Extent | None:
    """The statement before ``word``, with which the clause of ``head`` goes on: in its sentence, else the sentence before."""
    p = text.parse
    above = p.heads[head]
    condition = _condition(text, word, head)
    if condition is not None:
        return _cut(text, clause_extent(text, condition, joined=True), 0, word)
    if p.deps[head] in JOINED and above < word and heads_clause(p, above):
        return _cut(text, clause_extent(text, above, p.subtree(head), joined=True), 0, word)
    first, _ = p.sentences[p.sentence_of[word]]
    own = set(p.subtree(head))
    if any(is_finite(p, w) and w not in own for w in range(first, word)):
        found = statement(text, (first, word))
        if found is not None:
            return found
    return sentence_before(text, word)


def _condition(text: Text, word: int, head: int) -> int | None:
    """The antecedent before the word: *mocht het water stijgen, dan leidt [dat] tot ...*."""
    p = text.parse
    for c in p.children[head]:
        if c < word and p.deps[c] in ("advcl", "parataxis", "ccomp", "csubj"):
            first = next((w for w in p.subtree(c) if p.upos[w] != "PUNCT"), c)
            if p.lower[first] in text.pack.conditions.by_word or is_finite(p, first):
                return c
    return None


def sentence_before(text: Text, word: int) -> Extent | None:
    """What the sentence before the one of ``word`` says. A heading between the two is passed over."""
    p = text.parse
    number = p.sentence_of[word]
    for here in range(number - 1, max(-1, number - 1 - HEADINGS), -1):
        first, end = p.sentences[here]
        if any(is_finite(p, w) for w in range(first, end)):
            return statement(text, (first, end))
        if p.upos[end - 1] == "PUNCT":
            return None
    return None


def statement(text: Text, stretch: Extent) -> Extent | None:
    """What a stretch of text states: of a report what is reported, of an objection what it comes to."""
    p = text.parse
    top = top_of(p, range(*stretch))
    if top is None:
        return None
    reported = _reported(top, stretch, text.holders)
    if reported is not None:
        stretch = reported
        top = top_of(p, range(*stretch))
        if top is None:
            return None
    top = _behind_contrast(text, top, stretch)
    extent = clause_extent(text, top, joined=True)
    return _cut(text, extent, *stretch)


def _reported(top: int, stretch: Extent, holders: Holders) -> Extent | None:
    """What a reporting verb reports, as far as it stands in the stretch; the longest part of it."""
    number = holders.cues.get(top, NOBODY)
    if number == NOBODY or not holders.stating[number]:
        return None
    parts = [(max(first, stretch[0]), min(end, stretch[1])) for first, end in holders.contents[number]]
    return max((part for part in parts if part[0] < part[1]), key=lambda part: part[1] - part[0], default=None)


def _behind_contrast(text: Text, top: int, stretch: Extent) -> int:
    """The clause that *maar* sets against the first, or the last of those side by side: the nearest is meant."""
    p = text.parse
    for c in p.children[top]:
        link = child(p, c, "cc")
        contrast = link is not None and p.lower[link] in text.pack.grammar.contrasts
        if p.deps[c] == "conj" and stretch[0] <= c < stretch[1] and contrast and heads_clause(p, c):
            return c
    beside = [c for c in p.children[top] if top < c < stretch[1] and _stands_beside(text, c)]
    return beside[-1] if beside else top


def _stands_beside(text: Text, c: int) -> bool:
    """Whether a clause goes on behind a comma without a link, with a subject of its own: *het regent, de weg is glad*."""
    p = text.parse
    whole = text.clause(c).finite is not None and child(p, c, *SUBJECT) is not None and c not in text.holders.cues
    if not whole or p.deps[c] not in ("parataxis", "conj") or child(p, c, "cc", "mark") is not None:
        return False
    first = next(w for w in p.subtree(c) if p.upos[w] != "PUNCT")
    return first > 0 and p.words[first - 1] in {",", ";"}


def _cut(text: Text, extent: Extent | None, first: int, end: int) -> Extent | None:
    p = text.parse
    if extent is None:
        return None
    inside = trimmed(p, max(extent[0], first), min(extent[1], end))
    found = opened(p, inside, text.pack.grammar.complementizers | text.pack.closed.conditionals)
    return found if found is not None and says_something(p, found) else None
