"""What a verb or a copula of a plain clause takes: a thing, a preposition with one, an infinitive, a clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wederhoor.languages.causes import CausalVerb
from wederhoor.syntax.plain.lexicon import entries
from wederhoor.syntax.plain.phrases import phrase
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain.verbs import INFINITIVE
from wederhoor.syntax.plain.words import PlainWords

Clauses = Callable[[PlainWords, int, int], Iterator[Tree]]
FIXED = 4
"""Fixed words of a verb with what stands between them, at most."""


@dataclass(frozen=True, slots=True)
class Complements:
    """How to read clauses below a verb, and whether the verb is a passive."""

    clauses: Clauses
    passive: bool = False

    def endings(self, words: PlainWords, first: int, end: int) -> Iterator[tuple[int, list[Tree]]]:
        """Where what a verb takes may end, and the phrases of cause behind that: *falls [because of more noise]*."""
        yield end, []
        for stop in range(first, end):
            behind = cause_phrase(words, stop, end)
            if behind is not None:
                yield stop, [behind]


def cause_phrase(words: PlainWords, first: int, end: int) -> Tree | None:
    """*because of fewer barges*: a preposition of cause, of one word or more, and a thing."""
    p, pack = words.p, words.pack
    for entry in pack.causes.connectives.get(p.lower[first], ()):
        behind = first + len(entry.words)
        if entry.frame != "phrase" or tuple(p.lower[first:behind]) != entry.words or behind >= end:
            continue
        thing = phrase(words, behind, end)
        if thing is not None and (not entry.nouns or p.lemmas[thing.top] in entry.nouns):
            case = leaf(thing.top, first, "case", Kind("ADP"))
            rest = [leaf(first, w, "fixed") for w in range(first + 1, behind)]
            return thing.with_(case, *rest)
    return None


def verbal(words: PlainWords, verb: int, lemma: str, end: int, how: Complements) -> Iterator[Tree]:
    """The verb with what stands behind it up to the end."""
    for stop, behind in how.endings(words, verb + 1, end):
        last = _adverbs(words, verb + 1, stop)
        manner = [leaf(verb, w, "advmod") for w in range(last, stop)] if last > verb + 1 or stop == last else []
        inner = stop if not manner else last
        for tree in _taken(words, verb, lemma, inner, how):
            yield tree.with_(*manner, *(b.under(verb, "obl") for b in behind))


def _adverbs(words: PlainWords, first: int, stop: int) -> int:
    """Where the adverbs at the end of a stretch begin."""
    while stop > first and words.is_adverb(stop - 1):
        stop -= 1
    return stop


def _taken(words: PlainWords, verb: int, lemma: str, end: int, how: Complements) -> Iterator[Tree]:
    if how.passive:
        yield from _done_by(words, verb, lemma, end)
        return
    yield from _alone(words, verb, lemma, end)
    yield from _object(words, verb, lemma, end)
    yield from _prepositional(words, verb, lemma, end)
    yield from _fixed(words, verb, lemma, end)
    yield from _around(words, verb, lemma, end)
    yield from _so(words, verb, lemma, end)
    yield from _infinitive(words, verb, lemma, end, how)
    yield from _clause(words, verb, lemma, end, how)


def _named(verb: int, lemma: str, particle: int | None = None, form: str = "") -> Tree:
    """The verb alone, or with its particle."""
    if particle is None:
        return Tree(verb, {}, {verb: Kind("VERB", None, lemma, lemma)})
    kinds = {verb: Kind("VERB", None, f"{lemma} {form}", lemma), particle: Kind("ADP")}
    return Tree(verb, {particle: (verb, "compound:prt")}, kinds)


def _alone(words: PlainWords, verb: int, lemma: str, end: int) -> Iterator[Tree]:
    """*falls*, *goes up*."""
    p, changes = words.p, words.pack.variables.subject_verbs
    if end == verb + 1 and lemma in changes:
        yield _named(verb, lemma)
    if end == verb + 2 and f"{lemma} {p.lower[verb + 1]}" in changes:
        yield _named(verb, lemma, verb + 1, p.lower[verb + 1])


def _takes_object(words: PlainWords, lemma: str) -> bool:
    known = any("object" in entry.effect and not entry.words for entry in entries(words.pack, lemma))
    return known or lemma in words.pack.variables.object_verbs


def _object(words: PlainWords, verb: int, lemma: str, end: int) -> Iterator[Tree]:
    """*lowers prices*, *drives up prices*, *drives prices up*."""
    p = words.p
    if _takes_object(words, lemma) and (thing := _thing(words, verb + 1, end)) is not None:
        yield _named(verb, lemma).with_(thing.under(verb, "obj"))
    for particle, first, stop in ((verb + 1, verb + 2, end), (end - 1, verb + 1, end - 1)):
        if first < stop and particle < end and _takes_object(words, f"{lemma} {p.lower[particle]}"):
            thing = phrase(words, first, stop)
            if thing is not None:
                yield _named(verb, lemma, particle, p.lower[particle]).with_(thing.under(verb, "obj"))


def _thing(words: PlainWords, first: int, end: int) -> Tree | None:
    """What a verb takes: a phrase, or *each other*."""
    if " ".join(words.p.lower[first:end]) in words.pack.closed.reciprocals:
        return Tree(end - 1, dict.fromkeys(range(first, end - 1), (end - 1, "det")), {end - 1: Kind("PRON")})
    return phrase(words, first, end)


def _prepositional(words: PlainWords, verb: int, lemma: str, end: int) -> Iterator[Tree]:
    """*leads to unrest*, *stems from unrest*, *leads via noise to unrest*."""
    behind = _past_adverbs(words, verb + 1, end)
    manner = Tree(verb).with_(*(leaf(verb, w, "advmod") for w in range(verb + 1, behind)))
    for start, between in ((behind, manner), *_by_way(words, verb, end)):
        case = words.p.lower[start] if start < end else ""
        if any(case in (*e.effect, *e.cause) for e in entries(words.pack, lemma) if not e.words):
            thing = phrase(words, start + 1, end)
            if thing is not None:
                own = thing.with_(leaf(thing.top, start, "case", Kind("ADP"))).under(verb, "obl")
                yield _named(verb, lemma).with_(own, between)


def _past_adverbs(words: PlainWords, word: int, end: int) -> int:
    """The word behind the adverbs at a place: *leads [often] to*, *leads [over time] to*."""
    while word < end and (words.is_adverb(word) or words.turn(word) > word):
        word = max(words.turn(word), word + 1)
    return word


def _by_way(words: PlainWords, verb: int, end: int) -> Iterator[tuple[int, Tree]]:
    """*via noise* behind a verb, and where that ends."""
    if verb + 1 < end and words.p.lower[verb + 1] in words.pack.closed.via:
        for stop in range(verb + 3, end - 1):
            thing = phrase(words, verb + 2, stop)
            if thing is not None:
                yield stop, thing.with_(leaf(thing.top, verb + 1, "case", Kind("ADP"))).under(verb, "obl")


def _fixed(words: PlainWords, verb: int, lemma: str, end: int) -> Iterator[Tree]:
    """*gives rise to unrest*, *has a bad effect on trade*, *stands in the way of trade*."""
    for entry in entries(words.pack, lemma):
        if not entry.words:
            continue
        for stop in range(verb + 1 + len(entry.words), min(verb + 2 + FIXED, end)):
            chunk = _chunk(words, verb + 1, stop, entry)
            rest = None if chunk is None else _behind_fixed(words, verb, stop, end, entry, chunk.top)
            if chunk is not None and rest is not None:
                yield _named(verb, lemma).with_(chunk.under(verb, _relation(words, verb + 1)), rest)


def _around(words: PlainWords, verb: int, lemma: str, end: int) -> Iterator[Tree]:
    """*Gives trade a boost*, *keeps rents in check*: fixed words behind the thing."""
    for entry in entries(words.pack, lemma):
        known = entry.words and "object" in entry.effect and entry.words[-1] not in words.pack.variables.degrees
        for first in range(verb + 2, end) if known else ():
            chunk = _chunk(words, first, end, entry)
            thing = phrase(words, verb + 1, first) if chunk is not None else None
            if chunk is not None and thing is not None:
                relation = _relation(words, first)
                own = thing.under(verb, "iobj" if relation == "obj" else "obj")
                yield _named(verb, lemma).with_(chunk.under(verb, relation), own)


def _so(words: PlainWords, verb: int, lemma: str, end: int) -> Iterator[Tree]:
    """*Keeps rents low*: an adjective that the verb goes with, behind its object."""
    last = end - 1
    named = any(
        (e.words == (words.p.lower[last],) and e.effect == ("object",)) or ("adjective" in e.effect and not e.words)
        for e in entries(words.pack, lemma)
    )
    if named and words.p.lower[last] in words.pack.variables.degrees and last > verb + 1:
        thing = phrase(words, verb + 1, last)
        if thing is not None:
            yield _named(verb, lemma).with_(thing.under(verb, "obj"), leaf(verb, last, "xcomp", Kind("ADJ")))


def _relation(words: PlainWords, first: int) -> str:
    return "obl" if words.p.upos[first] == "ADP" else "obj"


def _chunk(words: PlainWords, first: int, stop: int, entry: CausalVerb) -> Tree | None:
    """*a bad effect*, *in the way*: the fixed words, the last of them a noun, with articles and adjectives between."""
    p = words.p
    relations = {"DET": "det", "ADP": "case", "ADJ": "amod"}
    fixed = [w for w in range(first, stop) if p.lower[w] in entry.words]
    if tuple(p.lower[w] for w in fixed) != entry.words or stop - 1 not in fixed or p.upos[stop - 1] == "ADP":
        return None
    if any(p.upos[w] not in relations for w in range(first, stop - 1)):
        return None
    arcs = {w: (stop - 1, relations[p.upos[w]]) for w in range(first, stop - 1)}
    return Tree(stop - 1, arcs, {stop - 1: Kind("NOUN")})


def _behind_fixed(words: PlainWords, verb: int, first: int, end: int, entry: CausalVerb, fixed: int) -> Tree | None:
    """What the fixed words are followed by: a preposition and a thing."""
    if words.p.lower[first] not in (*entry.effect, *entry.cause):
        return None
    thing = phrase(words, first + 1, end)
    if thing is None:
        return None
    own = thing.with_(leaf(thing.top, first, "case", Kind("ADP"))).under(fixed, "nmod")
    return Tree(verb, own.arcs, own.kinds)


def _infinitive(words: PlainWords, verb: int, lemma: str, end: int, how: Complements) -> Iterator[Tree]:
    """*makes prices fall*, *causes prices to fall*; *tends to lower prices*, *helps lower prices*."""
    made = any("infinitive" in e.effect and not e.words for e in entries(words.pack, lemma))
    through = made or lemma in words.pack.variables.verbs.through
    for below in range(verb + 1, end) if through else ():
        read = words.verb(below)
        marked = below - 1 > verb and words.p.lower[below - 1] in words.pack.grammar.infinitive_marks
        between = Tree(verb) if below - marked == verb + 1 else _made(words, verb, below - marked) if made else None
        if read is None or read[1] != "base" or between is None:
            continue
        mark = [leaf(below, below - 1, "mark", Kind("PART"))] if marked else []
        for tree in verbal(words, below, read[0], end, Complements(how.clauses)):
            own = Tree(below, tree.arcs, {**tree.kinds, below: Kind("VERB", INFINITIVE, *_names(tree, read[0]))})
            yield _named(verb, lemma).with_(own.with_(*mark).under(verb, "xcomp"), between)


def _made(words: PlainWords, verb: int, stop: int) -> Tree | None:
    """*makes [prices]*: what is made to do something."""
    thing = phrase(words, verb + 1, stop)
    return None if thing is None else thing.under(verb, "obj")


def _names(tree: Tree, lemma: str) -> tuple[str, str]:
    kind = tree.kinds[tree.top]
    return kind.lemma or lemma, kind.stem or lemma


def _clause(words: PlainWords, verb: int, lemma: str, end: int, how: Complements) -> Iterator[Tree]:
    """*means that prices fall*, *means prices fall*, *explains why prices fall*."""
    asked = verb + 1 < end and words.p.lower[verb + 1] in words.pack.grammar.question_words
    if asked and any(words.p.lower[verb + 1] in e.effect for e in entries(words.pack, lemma)):
        for below in how.clauses(words, verb + 2, end):
            own = below.with_(leaf(below.top, verb + 1, "mark", Kind("SCONJ")))
            yield _named(verb, lemma).with_(own.under(verb, "ccomp"))
    if not any("clause" in e.effect and not e.words for e in entries(words.pack, lemma)):
        return
    marked = verb + 1 < end and words.p.lower[verb + 1] in words.pack.grammar.complementizers
    for below in how.clauses(words, verb + 1 + marked, end):
        mark = [leaf(below.top, verb + 1, "mark", Kind("SCONJ"))] if marked else []
        yield _named(verb, lemma).with_(below.with_(*mark).under(verb, "ccomp"))


def _done_by(words: PlainWords, verb: int, lemma: str, end: int) -> Iterator[Tree]:
    """*is lowered by trade*, *is driven up by trade*."""
    p = words.p
    for far in (1, 2):
        particle = verb + 1 if far == 2 else None
        name = lemma if particle is None or particle >= end else f"{lemma} {p.lower[particle]}"
        behind = verb + far
        if behind + 1 < end and _takes_object(words, name) and p.lower[behind] in words.pack.closed.by:
            thing = phrase(words, behind + 1, end)
            if thing is not None:
                by = thing.with_(leaf(thing.top, behind, "case", Kind("ADP"))).under(verb, "obl:agent")
                yield _named(verb, lemma, particle, name.removeprefix(f"{lemma} ")).with_(by)
