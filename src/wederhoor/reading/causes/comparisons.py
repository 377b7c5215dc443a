"""Links by comparison: zo groot dat ..., hoe harder ..., hoe meer ...."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.argument_spans import STOPS, clause_extent, opened, trimmed
from wederhoor.reading.causes.draft import Link
from wederhoor.reading.holders import NOBODY, Extent
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.predicates import heads_clause, opens_clause, predicate_above

FARTHEST = 40
"""Words between a degree and its effect, at most."""


def degree_links(text: Text, marker: Extent) -> Iterator[Link]:
    p = text.parse
    clause = _that_clause(text, marker)
    if clause is None or (
        p.upos[marker[1] - 1] == "ADV" and p.upos[marker[1]] in ("VERB", "AUX", "PUNCT", "PRON", "ADP")
    ):
        return
    opening, head = clause
    cause_head = predicate_above(p, p.heads[marker[1] - 1])
    if not heads_clause(p, cause_head) or cause_head == head or _manner_of_saying(text, marker, cause_head):
        return
    gone = [*range(opening, p.subtree(head)[-1] + 1)]
    cause = opened(p, clause_extent(text, cause_head, gone), text.pack.grammar.complementizers)
    extent = clause_extent(text, head, joined=True)
    effect = trimmed(p, max(extent[0], opening + 1), extent[1]) if extent else None
    if cause is not None and effect is not None and cause[1] <= effect[0]:
        yield Link(cause, effect, (*range(*marker), opening), rule="degree")


def _manner_of_saying(text: Text, marker: Extent, head: int) -> bool:
    """*Zo zegt hij dat ...*."""
    return text.parse.heads[marker[1] - 1] == head and text.holders.cues.get(head, NOBODY) != NOBODY


def _that_clause(text: Text, marker: Extent) -> tuple[int, int] | None:
    """The *dat* of the effect and its predicate: below the degree, what it measures, or the predicate around that."""
    p = text.parse
    end = min(p.sentences[p.sentence_of[marker[0]]][1], marker[1] + FARTHEST)
    measured = {*range(*marker), p.heads[marker[1] - 1]}
    measured |= {p.heads[w] for w in measured}
    measured.add(predicate_above(p, marker[1] - 1))
    for w in range(marker[1] + 1, end):
        if p.lower[w] in text.pack.closed.pointing and p.deps[w] == "mark":
            head = p.heads[w]
            told = p.lemmas[p.heads[head]] in text.pack.nouns
            below = p.heads[head] in measured or _is_in_clause(p, head, measured)
            return (w, head) if head > w and below and not told else None
    return None


def _is_in_clause(p: Parse, head: int, measured: set[int]) -> bool:
    """*Beet zich zo vast in zijn [belang], dat ...*: where a parse hung the clause on a noun beside the degree."""
    noun = p.heads[head]
    return p.deps[head] == "acl" and p.upos[noun] == "NOUN" and p.heads[noun] in measured


def correlated(text: Text) -> Iterator[Link]:
    """*Hoe harder het regent, hoe hoger het water*: two comparisons with a comma between them."""
    p = text.parse
    for word, form in enumerate(p.lower):
        first = form in text.pack.causes.correlatives and compares(p, word + 1, text.pack) and opens_clause(p, word)
        second = _second_comparison(text, word) if first else None
        if second is None:
            continue
        cause = trimmed(p, word, second)
        effect = trimmed(p, second, _end_of_comparison(text, word, second))
        if cause is not None and effect is not None:
            yield Link(cause, effect, (word, second), rule="two comparatives")


def _second_comparison(text: Text, word: int) -> int | None:
    """Where the comparison begins that the first one is set against."""
    p, end = text.parse, text.sentence(word)[1]
    correlated_ = text.pack.causes.correlated
    behind = (w for w in range(word + 2, end - 1) if p.words[w - 1] == "," and p.lower[w] in correlated_)
    second = next(behind, None)
    found = second is not None and any(compares(p, second + far, text.pack) for far in (1, 2))
    return second if found else None


def _end_of_comparison(text: Text, word: int, second: int) -> int:
    """Where the second comparison ends, which is said by the one who says the first."""
    p, end = text.parse, text.sentence(word)[1]
    innermost = text.holders.innermost
    stop = next((w for w in range(second, end) if p.words[w] in STOPS | {","}), end)
    while stop > second + 1 and innermost[stop - 1] != innermost[word]:
        stop -= 1
    return stop


def compares(p: Parse, word: int, pack: LanguagePack) -> bool:
    """Whether a word is a comparative: the lemmas of *meer* and *minder* are *veel* and *weinig*; *weaker* by its form alone."""
    if word >= len(p):
        return False
    if p.lower[word] in pack.variables.degrees:
        return True
    other = p.lemmas[word].lower() != p.lower[word] and p.upos[word] in ("ADJ", "ADV", "DET", "PRON")
    return "Degree=Cmp" in p.feats[word] or other
