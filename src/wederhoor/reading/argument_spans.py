"""How far a clause or a noun phrase reaches that a claim names: the smallest that says it, without what links it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.reading.attributions.draft import PAIRS, segments
from wederhoor.reading.holders import NOBODY, Extent, Holders
from wederhoor.reading.text import Text
from wederhoor.records import Span
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    RELATIVE,
    SUBJECT,
    auxiliaries,
    child,
    children,
    has_child,
    noun_phrase,
)
from wederhoor.syntax.nouns import names_time
from wederhoor.syntax.predicates import finite_of, heads_clause
from wederhoor.syntax.stretches import below, related

CLAUSES_BESIDE = ("parataxis", "discourse", "vocative", "list")
ADVERBIAL = ("obl", "obl:arg", "obl:agent", "advmod", "advcl", "nmod", "cc", "mark", "punct", "discourse", "parataxis")
PHRASAL = ("nmod", "obl", "obl:arg", "obl:agent", "obj", "iobj", "amod", "det", "nmod:poss", "appos", "nummod", "flat",
           "fixed", "case", "mark", "cc", "punct", "advmod", "compound:prt", "nsubj", "nsubj:pass", "expl")  # fmt: skip
SOLID = ("NOUN", "VERB", "ADJ", "PROPN", "NUM")
INSIDE_PHRASE = (
    "det",
    "amod",
    "nummod",
    "nmod:poss",
    "advmod",
    "case",
    "compound",
    "punct",
    "mark",
    "flat",
    "fixed",
    "cop",
)
CORE = ("obj", "xcomp", "ccomp", "compound:prt")
"""What a verb says something with besides its subject."""
STOPS = frozenset(";:")


def clause_extent(
    text: Text,
    head: int,
    gone: Collection[int] = (),
    *,
    joined: bool = False,
    fronted: bool = False,
    front: bool = False,
    behind: bool = False,
) -> Extent | None:
    """The clause of a predicate without its links, the clauses beside it, and the ``gone`` words.

    Clauses joined to it count where they share its subject, with ``joined`` all of them do; with ``front`` also the
    adverbials before the finite verb, with ``fronted`` the clauses there too. Of a clause that the ``gone`` words split,
    with ``behind`` what stands behind them where that says what happens.
    """
    p = text.parse
    dropped = {*gone, *_words_beside(p, head, joined=joined, fronted=fronted)}
    sentence = range(*text.sentence(head))
    kept = [w for w in p.subtree(head) if w in sentence and w not in dropped]
    kept = _said_by_one(head, _without_edges(p, _within_stops(p, head, kept)), text.holders)
    if gone and kept:
        rest = [w for w in kept if w > max(gone)] if behind else []
        kept = _telling_part(p, head, rest, kept, gone) or _without_gaps(p, kept, head, gone)
    if not (fronted or front):
        kept = _behind_front(p, head, kept)
    kept = _without_edges(p, _before_loose_relative(p, head, kept))
    return trimmed(p, kept[0], kept[-1] + 1) if kept else None


def _words_beside(p: Parse, head: int, *, joined: bool, fronted: bool) -> set[int]:
    """The words of the clauses beside one; with ``fronted`` those of an adverbial one before it are its own."""
    beside = [c for c in _parts(p, head) if _is_beside(p, head, c, joined=joined)]
    if fronted:
        beside = [c for c in beside if c > head or p.deps[c] != "advcl"]
    return {w for c in beside for w in _chunk(p, head, c)}


def _parts(p: Parse, head: int) -> list[int]:
    """What depends on the predicate, on its auxiliaries, and on an infinitive that goes with it and has clauses before it."""
    bases = auxiliaries(p, head)
    parts = [*p.children[head], *(g for c in bases for g in p.children[c])]
    for c in p.children[head]:
        if p.deps[c] == "xcomp":
            parts += [g for g in children(p, c, "advcl") if g < head]
    return parts


def _without_edges(p: Parse, kept: list[int]) -> list[int]:
    """Without the punctuation and the conjunctions that are left over at the edges."""
    first, end = 0, len(kept)
    while first < end and p.upos[kept[first]] in ("PUNCT", "CCONJ"):
        first += 1
    while end > first and p.upos[kept[end - 1]] in ("PUNCT", "CCONJ"):
        end -= 1
    return kept[first:end]


def _is_beside(p: Parse, head: int, c: int, *, joined: bool) -> bool:
    """Whether a part of a clause is a clause beside it."""
    relation = p.deps[c]
    if relation in CLAUSES_BESIDE:
        return not (
            c > head and p.upos[c] not in ("VERB", "AUX") and p.words[c - 1] not in STOPS | {"-", "–", "—", "("}
        )
    if relation == "advcl":
        return _is_adverbial_clause(p, c)
    if relation == "conj" and not joined:
        return has_child(p, c, *SUBJECT) and heads_clause(p, c)
    return False


def _is_adverbial_clause(p: Parse, c: int) -> bool:
    """A clause with a finite verb or *te*, not a comparison (*als voorzitter*, *groter dan hij*)."""
    marked = children(p, c, "mark")
    return finite_of(p, c) is not None or len(marked) > 1 or (bool(marked) and p.upos[c] == "VERB")


def _chunk(p: Parse, head: int, c: int) -> list[int]:
    """A part of a clause with the conjunction and the comma right before it."""
    words = p.subtree(c)
    first = words[0]
    while first - 1 >= 0 and p.upos[first - 1] in ("CCONJ", "PUNCT") and first - 1 != head:
        first -= 1
    return [*range(first, words[0]), *words]


def _within_stops(p: Parse, head: int, kept: list[int]) -> list[int]:
    """Up to a colon, a semicolon or a lone dash on either side of the predicate."""
    if not kept:
        return kept
    first, end = kept[0], kept[-1] + 1
    for w in kept:
        if p.words[w] in STOPS or (p.words[w] in {"-", "–", "—"} and _lone_dash(p, w, first, end)):
            if w < head:
                first = w + 1
            elif w > head:
                end = w
                break
    return [w for w in kept if first <= w < end]


def _lone_dash(p: Parse, dash: int, first: int, end: int) -> bool:
    """Whether no second dash closes what this one opens."""
    return sum(p.words[w] == p.words[dash] for w in range(first, end)) == 1


def _said_by_one(head: int, kept: list[int], holders: Holders) -> list[int]:
    """Without words at the edges that the holder of the predicate does not say: source, cue, another's quotation."""
    who = holders.innermost[head]
    if who == NOBODY or not kept:
        return kept
    first, last = 0, len(kept) - 1
    while first < last and kept[first] != head and not holders.holds(who, kept[first]):
        first += 1
    while last > first and kept[last] != head and not holders.holds(who, kept[last]):
        last -= 1
    return kept[first : last + 1]


def _without_gaps(p: Parse, kept: list[int], head: int, gone: Collection[int]) -> list[int]:
    """Where words were taken out of the middle: the part with the predicate if it is the larger one or says it all, else all."""
    low = max((w for w in gone if w < head), default=-1)
    high = min((w for w in gone if w > head), default=len(p))
    part = [w for w in kept if low < w < high]
    return part if _says_it_all(p, head, part, kept, high) or 2 * len(part) >= len(kept) else kept


def _telling_part(p: Parse, head: int, rest: list[int], kept: list[int], gone: Collection[int]) -> list[int]:
    """The part behind what was taken out, where that has the predicate or its object; else that before, where it says it all."""
    if not rest or rest[0] == kept[0]:
        return []
    if head in rest:
        return rest
    core = [c for c in children(p, head, *CORE, *SUBJECT) if c in kept]
    behind = [c for c in core if c in rest]
    if behind:
        return rest if _completes(p, head, core, behind) else []
    return [w for w in kept if w < min(gone)] if _is_said_before(p, head, core, rest) else []


def _is_said_before(p: Parse, head: int, core: list[int], rest: list[int]) -> bool:
    """*[De omzet steeg] ... met 5 procent*: subject and verb stand before, and no verb goes on behind."""
    alone = not any(p.upos[w] in ("VERB", "AUX") for w in rest)
    return alone and p.upos[head] == "VERB" and any(p.deps[c] in SUBJECT for c in core)


def _completes(p: Parse, head: int, core: list[int], behind: list[int]) -> bool:
    """Whether what stands behind is more than a particle, and the object is not before it."""
    object_before = any(p.deps[c] == "obj" and head < c < behind[0] for c in core)
    return not object_before and any(p.deps[c] != "compound:prt" for c in behind)


def _says_it_all(p: Parse, head: int, part: Collection[int], kept: Collection[int], high: int) -> bool:
    """With the subject, where only a clause or a measure stands behind: *[de omzet steeg] ... met 5 procent*."""
    rest = [c for c in p.children[head] if c > high and c in kept and p.deps[c] != "punct"]
    whole = any(c in part for c in children(p, head, *SUBJECT))
    return whole and bool(rest) and all(p.deps[c] == "advcl" or _measures(p, c) for c in rest)


def _measures(p: Parse, c: int) -> bool:
    return p.deps[c] == "obl" and any(p.upos[g] == "NUM" for g in p.subtree(c))


def _behind_front(p: Parse, head: int, kept: list[int]) -> list[int]:
    """From the finite verb on where only a time, a place or another adverbial stands before it."""
    finite = finite_of(p, head)
    if finite is None or finite not in kept or not _opens_with_adverbial(p, head, finite, kept):
        return kept
    before = [c for c in p.children[head] if c < finite and c in kept]
    behind = any(c > finite for c in related(p, below(p, (head, finite)), *SUBJECT))
    cased = all(p.upos[c] == "ADV" or has_child(p, c, "case") for c in before)
    return [w for w in kept if w >= finite] if behind or cased else kept


def _opens_with_adverbial(p: Parse, head: int, finite: int, kept: Collection[int]) -> bool:
    """Whether there is something before the finite verb of a main clause, and nothing but adverbials."""
    before = [c for c in p.children[head] if c < finite and c in kept]
    if not before or head < finite or any(c < finite for c in children(p, head, "mark")):
        return False
    return len(related(p, before, *ADVERBIAL)) == len(before)


def _before_loose_relative(p: Parse, head: int, kept: list[int]) -> list[int]:
    """Without a relative clause behind a comma at the end."""
    for w in kept:
        if p.deps[w] == RELATIVE and w > head:
            words = [v for v in p.subtree(w) if p.upos[v] != "PUNCT"]
            if p.words[words[0] - 1] == "," and words[-1] + 2 >= kept[-1] and words[0] > head:
                return [k for k in kept if k < words[0]]
    return kept


def trimmed(p: Parse, first: int, end: int) -> Extent | None:
    """Without punctuation and conjunctions at the edges; None where no word is left."""
    while first < end and p.upos[first] in ("PUNCT", "CCONJ"):
        first += 1
    while end > first and p.upos[end - 1] in ("PUNCT", "CCONJ"):
        end -= 1
    return (first, end) if first < end else None


def opened(p: Parse, extent: Extent | None, links: Collection[str]) -> Extent | None:
    """Without linking words at the beginning: relative pronouns, *dat*, *dan*."""
    if extent is None:
        return None
    first, end = extent
    while first < end and (p.lower[first] in links or "PronType=Rel" in p.feats[first] or p.upos[first] == "PUNCT"):
        first += 1
    return trimmed(p, first, end)


def phrase_extent(p: Parse, head: int, first: int = 0) -> Extent | None:
    """The noun phrase around ``head`` from ``first`` on, with a relative clause that no comma parts from it."""
    if p.deps[head] == "fixed" and first <= head:
        return trimmed(p, first, head + 1)
    words = [w for w in noun_phrase(p, head, relative=_tight_relative(p, head)) if w >= first]
    if not words:
        return None
    return trimmed(p, words[0], _before_loose_part(p, head, words[-1] + 1))


def with_rest(text: Text, extent: Extent, head: int) -> Extent:
    """With a prepositional phrase right behind that the parser gave to the predicate before: *bij agressie [tegen leden]*."""
    p, above = text.parse, text.parse.heads[head]
    if above >= extent[0] or extent[1] >= len(p):
        return extent
    for c in p.children[above]:
        words = p.subtree(c) if c > head and p.deps[c] in ("obl", "obl:arg", "nmod") else []
        if words and words[0] == extent[1] and _is_solid(text, words) and _ends_clause(p, words[-1] + 1):
            return extent[0], words[-1] + 1
    return extent


def _is_solid(text: Text, words: Sequence[int]) -> bool:
    """Whether words are a prepositional phrase in one piece that tells no time, number or deed."""
    p = text.parse
    whole = words[-1] - words[0] == len(words) - 1 and p.upos[words[0]] == "ADP"
    return whole and not any(p.upos[w] in ("VERB", "AUX", "NUM") or _tells_when(text, w) for w in words)


def _tells_when(text: Text, word: int) -> bool:
    p = text.parse
    return names_time(p, word, text.pack) or p.lemmas[word].lower() in text.pack.variables.empty.times


def _ends_clause(p: Parse, word: int) -> bool:
    """Whether nothing of the clause follows that what stands before may belong to: *vanwege de kosten [met hout] gedicht*."""
    return word >= len(p) or p.upos[word] in ("PUNCT", "CCONJ", "SCONJ", "ADP")


def _before_loose_part(p: Parse, head: int, end: int) -> int:
    """Up to a comma behind the head that begins no further member of a list."""
    members = {c for c in children(p, head, "conj") if c < end}
    if any(p.words[w] == "," for w in range(head, end)) and not members:
        return next(w for w in range(head, end) if p.words[w] == ",")
    return end


def head_of_phrase(p: Parse, marker: Extent) -> int | None:
    """The head of the noun phrase that begins behind the marker."""
    here = marker[1]
    if here >= len(p):
        return None
    if p.deps[here] == "fixed":  # the parser counts the noun among the words of the preposition
        return next((w for w in range(here, min(here + 4, len(p))) if p.upos[w] in ("NOUN", "PROPN")), None)
    while p.deps[here] in INSIDE_PHRASE and p.heads[here] > here:
        here = p.heads[here]
    return here if p.upos[here] != "PUNCT" else None


def _tight_relative(p: Parse, head: int) -> bool:
    clause = child(p, head, RELATIVE)
    return clause is not None and p.words[p.subtree(clause)[0] - 1] != ","


def says_something(p: Parse, extent: Extent) -> bool:
    return any(p.upos[w] in SOLID for w in range(*extent))


def span_of(p: Parse, extent: Extent) -> Span | None:
    """The text span, without marks at its edges except one that opens what a mark inside closes."""
    found = segments(p, tuple(range(*extent)))
    if not found:
        return None
    start, end = found[0]
    closing = PAIRS.get(p.text[start - 1]) if start else None
    if closing is not None and closing != p.text[start - 1]:
        opened_twice = p.text.count(closing, start, end) > p.text.count(p.text[start - 1], start, end)
        return (start - 1, end) if opened_twice else (start, end)
    return start, end
