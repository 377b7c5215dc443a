"""What the subject of a plain clause is said to be: *lower because of noise*, *the cause of noise*, *bad for trade*."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.syntax.plain.lexicon import entries
from wederhoor.syntax.plain.phrases import phrase
from wederhoor.syntax.plain.predicates import Clauses, Complements, cause_phrase
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain.words import PlainWords


def states(words: PlainWords, first: int, end: int, clauses: Clauses) -> Iterator[Tree]:
    """What a subject is said to be: *lower (because of noise)*, *the cause of noise*, *due to noise*."""
    p, pack = words.p, words.pack
    how = Complements(clauses)
    for stop, behind in how.endings(words, first + 1, end):
        if stop == first + 1 and p.lower[first] in pack.variables.degrees:
            yield Tree(first, {}, {first: Kind("ADJ")}).with_(*(b.under(first, "obl") for b in behind))
    due = cause_phrase(words, first, end)
    if due is not None:
        yield due
    yield from _cause_noun(words, first, end)
    yield from _good_for(words, first, end)


def _cause_noun(words: PlainWords, first: int, end: int) -> Iterator[Tree]:
    """*the cause of noise*, *a result of noise*."""
    p = words.p
    article = int(words.is_article(first))
    start = first + article
    quality = start < end - 3 and p.upos[start] == "ADJ" and p.lower[start] not in words.pack.causes.words.hardly
    before = [leaf(start + 1, start, "amod")] if quality else []
    for tree in _named_cause(words, start + quality, end):
        det = [leaf(tree.top, first, "det")] if article else []
        yield tree.with_(*det, *(leaf(tree.top, w, "amod") for b in before for w in b.arcs))


def _named_cause(words: PlainWords, start: int, end: int) -> Iterator[Tree]:
    p = words.p
    for last in range(start, min(start + 2, end - 2)):
        entry = words.pack.causes.nouns.get(" ".join(p.lower[start : last + 1]))
        thing = phrase(words, last + 2, end) if entry is not None and p.lower[last + 1] in entry.prepositions else None
        if thing is not None:
            of = thing.with_(leaf(thing.top, last + 1, "case", Kind("ADP"))).under(last, "nmod")
            before = [leaf(last, w, "compound", Kind("NOUN")) for w in range(start, last)]
            yield Tree(last, {}, {last: Kind("NOUN")}).with_(of, *before)


def _good_for(words: PlainWords, first: int, end: int) -> Iterator[Tree]:
    """*bad for trade*: an adjective that goes with a copula, and its preposition."""
    p = words.p
    fixed = [e for lemma in words.pack.closed.being for e in entries(words.pack, lemma) if e.words == (p.lower[first],)]
    behind = p.lower[first + 1] if first + 2 < end else ""
    thing = phrase(words, first + 2, end) if any(behind in (*e.effect, *e.cause) for e in fixed) else None
    if thing is not None:
        own = thing.with_(leaf(thing.top, first + 1, "case", Kind("ADP"))).under(first, "obl")
        yield Tree(first, {}, {first: Kind("ADJ")}).with_(own)
