"""The parts of a plain clause, from left to right: things, phrases with a preposition, adverbs, verbs, particles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain_verb_second.words import SecondWords

PartKind = Literal["thing", "pointing", "there", "phrase", "adverb", "quality", "verb", "particle"]
FARTHEST = 18
"""Words of a plain clause, at most."""
SINGULAR, PLURAL = "Number=Sing", "Number=Plur"


@dataclass(frozen=True, slots=True)
class ClausePart:
    """Some words of a clause: what they are, the tree of a thing or a phrase, the words before its thing."""

    kind: PartKind
    top: int
    tree: Tree
    end: int
    case: tuple[str, ...] = ()
    """The preposition of a phrase: *door*; *als gevolg van*."""


ClauseParts = tuple[ClausePart, ...]


def cut(words: SecondWords, first: int, end: int) -> Iterator[ClauseParts]:
    """The ways to take the words of a stretch as the parts of a clause."""
    if first == end:
        yield ()
    if not 0 < end - first <= FARTHEST:
        return
    for part in _parts_at(words, first, end):
        for behind in cut(words, part.end, end):
            yield (part, *behind)


def _parts_at(words: SecondWords, here: int, end: int) -> Iterator[ClausePart]:
    turn = words.turn(here)
    if turn:
        yield ClausePart("adverb", here + turn - 1, _fixed(here, here + turn), here + turn)
        return
    phrases = list(_phrases(words, here, end))
    yield from phrases
    if not phrases and words.is_particle(here):
        yield ClausePart("particle", here, Tree(here, {}, {here: Kind("ADP")}), here + 1)
    yield from _single(words, here)
    yield from things(words, here, end)


def _fixed(first: int, end: int) -> Tree:
    return Tree(end - 1, dict.fromkeys(range(first, end - 1), (end - 1, "case")))


def _single(words: SecondWords, here: int) -> Iterator[ClausePart]:
    """A word that is a part by itself."""
    p, closed = words.p, words.pack.closed
    form = p.lower[here]
    if form in closed.reciprocals:
        yield ClausePart("thing", here, Tree(here, {}, {here: Kind("PRON")}), here + 1)
    elif form in closed.expletives:
        yield ClausePart("there", here, Tree(here, {}, {here: Kind("PRON")}), here + 1)
    elif form in closed.pointing:
        kind = Kind("PRON", "Number=Sing|PronType=Dem", form)
        yield ClausePart("pointing", here, Tree(here, {}, {} if p.upos[here] == "PRON" else {here: kind}), here + 1)
    elif words.lemma(here) is not None:
        yield ClausePart("verb", here, Tree(here), here + 1)
    elif form in words.pack.variables.degrees or p.upos[here] == "ADJ" or words.goes_on(here):
        yield ClausePart("quality", here, Tree(here, {}, {here: Kind("ADJ")}), here + 1)
    elif words.is_adverb(here) or form in words.pack.grammar.pronominal:
        yield ClausePart("adverb", here, Tree(here), here + 1)


def _phrases(words: SecondWords, here: int, end: int) -> Iterator[ClausePart]:
    """*Door meer drukte*, *als gevolg van de drukte*: a preposition of one word or more, and a thing."""
    for long in _prepositions(words, here):
        forms = tuple(words.p.lower[here : here + long])
        for thing in things(words, here + long, end):
            case = leaf(thing.top, here, "case", Kind("ADP"))
            rest = [leaf(here, w, "fixed") for w in range(here + 1, here + long)]
            yield ClausePart("phrase", thing.top, thing.tree.with_(case, *rest), thing.end, forms)


def _prepositions(words: SecondWords, here: int) -> list[int]:
    """How many words the preposition at a word may have, the longest first."""
    p, connectives = words.p, words.pack.causes.connectives
    found = connectives.get(p.lower[here], ())
    long = {
        len(e.words) for e in found if e.frame == "phrase" and tuple(p.lower[here : here + len(e.words)]) == e.words
    }
    return sorted(long | ({1} if words.is_preposition(here) else set()), reverse=True)


def things(words: SecondWords, first: int, end: int) -> Iterator[ClausePart]:
    """*De drukte*, *een stijging van de drukte*, *meer drukte en minder rust*: the phrases of a thing that begin at a word."""
    if first >= end:
        return
    both = words.is_both(first)
    for one in _things(words, first + both, end):
        joint = one.end
        for other in things(words, joint + 1, end) if joint + 1 < end and (both or words.joins(joint)) else ():
            second = other.tree.with_(leaf(other.top, joint, "cc", Kind("CCONJ"))).under(one.top, "conj")
            before = [leaf(one.top, first, "cc:preconj", Kind("CCONJ"))] if both else []
            yield replace(one, tree=one.tree.with_(second, *before), end=other.end)
        if not both:
            yield one


def _things(words: SecondWords, first: int, end: int) -> Iterator[ClausePart]:
    """Those of one thing: what the parser has for an adjective may be its name."""
    for here, before in _openings(words, first, end):
        bare = all(upos == "ADJ" and not words.is_gauge(w) for w, _, upos in before)
        if not words.names(here) or not _is_noun(words, here, bare=bare):
            continue
        top = _noun(words, here, before)
        if not _is_change_of(words, here, end):
            yield ClausePart("thing", here, top, here + 1)
            continue
        for inner in _things(words, here + 2, end):
            of = leaf(inner.top, here + 1, "case", Kind("ADP"))
            yield ClausePart("thing", here, top.with_(inner.tree.with_(of).under(here, "nmod")), inner.end)


def _is_noun(words: SecondWords, word: int, *, bare: bool) -> bool:
    """Whether a name may be one here: behind an article anything may, a bare verb of the lexicons if the parser has a noun."""
    return not bare or words.lemma(word) is None or words.p.upos[word] == "NOUN"


def _is_change_of(words: SecondWords, word: int, end: int) -> bool:
    """*Stijging van*, *gebrek aan*, *kans op*: a noun of change, or one that says nothing itself, before a preposition of its."""
    p, table = words.p, words.pack.variables
    behind = p.lower[word + 1] if word + 2 < end else ""
    empty = p.lower[word] in table.empty.heads and behind in table.empty.prepositions
    return empty or (p.lower[word] in table.nouns and behind in table.prepositions)


def _openings(words: SecondWords, first: int, end: int) -> Iterator[tuple[int, list[tuple[int, str, str]]]]:
    """Where the name may begin, and the words before it: an article, how much of it there is."""
    before: list[tuple[int, str, str]] = []
    here = first
    if here < end and words.is_article(here):
        before.append((here, "det", "DET"))
        here += 1
    if here + 2 < end and words.p.lower[here] in words.pack.closed.excess and words.is_gauge(here + 1):
        before.append((here, "advmod", "ADV"))
        here += 1
    while here + 1 < end and (words.is_gauge(here) or _qualifies(words, here)):
        if not words.is_gauge(here):
            yield here, [*before]
        before.append((here, "amod", "ADJ"))
        here += 1
    if here < end:
        yield here, before


def _qualifies(words: SecondWords, word: int) -> bool:
    return words.p.upos[word] == "ADJ" and words.names(word + 1)


def _noun(words: SecondWords, word: int, before: list[tuple[int, str, str]]) -> Tree:
    p = words.p
    known = p.upos[word] == "NOUN"
    kinds = {} if known else {word: Kind("NOUN", SINGULAR, p.lower[word], p.lower[word])}
    kinds |= {w: Kind(upos) for w, _, upos in before if p.upos[w] not in ("ADJ", "DET", "ADV", "VERB")}
    arcs = {w: (w + 1 if relation == "advmod" else word, relation) for w, relation, _ in before}  # te veel: below veel
    return Tree(word, arcs, kinds)
