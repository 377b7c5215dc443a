"""What *daarom* and *dat* stand for: the statement before."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.argument_spans import clause_extent, opened, says_something, trimmed
from wederhoor.reading.holders import NOBODY, Extent, Holders
from wederhoor.syntax.clauses import SUBJECT, child, is_finite
from wederhoor.syntax.parse import Parse
from wederhoor.syntax.predicates import finite_of, heads_clause, top_of

JOINED = ("conj", "parataxis", "advcl")
HEADINGS = 2
"""Lines without a verb that may stand between a statement and what points back at it."""


def said_before(p: Parse, word: int, head: int, holders: Holders, pack: LanguagePack) -> Extent | None:
    """The statement before ``word``, with which the clause of ``head`` goes on: in its sentence, else the sentence before."""
    above = p.heads[head]
    condition = _condition(p, word, head, pack)
    if condition is not None:
        return _cut(p, clause_extent(p, condition, holders, joined=True), 0, word, pack)
    if p.deps[head] in JOINED and above < word and heads_clause(p, above):
        return _cut(p, clause_extent(p, above, holders, p.subtree(head), joined=True), 0, word, pack)
    first, _ = p.sentences[p.sentence_of[word]]
    own = set(p.subtree(head))
    if any(is_finite(p, w) and w not in own for w in range(first, word)):
        found = statement(p, (first, word), holders, pack)
        if found is not None:
            return found
    return sentence_before(p, word, holders, pack)


def _condition(p: Parse, word: int, head: int, pack: LanguagePack) -> int | None:
    """The antecedent before the word: *mocht het water stijgen, dan leidt [dat] tot ...*."""
    for c in p.children[head]:
        if c < word and p.deps[c] in ("advcl", "parataxis", "ccomp", "csubj"):
            first = next((w for w in p.subtree(c) if p.upos[w] != "PUNCT"), c)
            if p.lower[first] in pack.conditions.by_word or is_finite(p, first):
                return c
    return None


def sentence_before(p: Parse, word: int, holders: Holders, pack: LanguagePack) -> Extent | None:
    """What the sentence before the one of ``word`` says. A heading between the two is passed over."""
    number = p.sentence_of[word]
    for here in range(number - 1, max(-1, number - 1 - HEADINGS), -1):
        first, end = p.sentences[here]
        if any(is_finite(p, w) for w in range(first, end)):
            return statement(p, (first, end), holders, pack)
        if p.upos[end - 1] == "PUNCT":
            return None
    return None


def statement(p: Parse, stretch: Extent, holders: Holders, pack: LanguagePack) -> Extent | None:
    """What a stretch of text states: of a report what is reported, of an objection what it comes to."""
    top = top_of(p, range(*stretch))
    if top is None:
        return None
    reported = _reported(top, stretch, holders)
    if reported is not None:
        stretch = reported
        top = top_of(p, range(*stretch))
        if top is None:
            return None
    top = _behind_contrast(p, top, stretch, holders, pack)
    extent = clause_extent(p, top, holders, joined=True)
    return _cut(p, extent, *stretch, pack)


def _reported(top: int, stretch: Extent, holders: Holders) -> Extent | None:
    """What a reporting verb reports, as far as it stands in the stretch; the longest part of it."""
    number = holders.cues.get(top, NOBODY)
    if number == NOBODY or not holders.stating[number]:
        return None
    parts = [(max(first, stretch[0]), min(end, stretch[1])) for first, end in holders.contents[number]]
    return max((part for part in parts if part[0] < part[1]), key=lambda part: part[1] - part[0], default=None)


def _behind_contrast(p: Parse, top: int, stretch: Extent, holders: Holders, pack: LanguagePack) -> int:
    """The clause that *maar* sets against the first, or the last of those side by side: the nearest is meant."""
    for c in p.children[top]:
        link = child(p, c, "cc")
        contrast = link is not None and p.lower[link] in pack.grammar.contrasts
        if p.deps[c] == "conj" and stretch[0] <= c < stretch[1] and contrast and heads_clause(p, c):
            return c
    beside = [c for c in p.children[top] if top < c < stretch[1] and _stands_beside(p, c, holders)]
    return beside[-1] if beside else top


def _stands_beside(p: Parse, c: int, holders: Holders) -> bool:
    """Whether a clause goes on behind a comma without a link, with a subject of its own: *het regent, de weg is glad*."""
    whole = finite_of(p, c) is not None and child(p, c, *SUBJECT) is not None and c not in holders.cues
    if not whole or p.deps[c] not in ("parataxis", "conj") or child(p, c, "cc", "mark") is not None:
        return False
    first = next(w for w in p.subtree(c) if p.upos[w] != "PUNCT")
    return first > 0 and p.words[first - 1] in {",", ";"}


def _cut(p: Parse, extent: Extent | None, first: int, end: int, pack: LanguagePack) -> Extent | None:
    if extent is None:
        return None
    inside = trimmed(p, max(extent[0], first), min(extent[1], end))
    found = opened(p, inside, pack.grammar.complementizers | pack.grammar.conditionals)
    return found if found is not None and says_something(p, found) else None
