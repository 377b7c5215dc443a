"""Clauses that are joined: *as noise rises, trade falls*, *noise rises, so trade falls*, *the more noise, the less trade*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wederhoor.languages.pack import LanguagePack
from wederhoor.syntax.plain.clauses import clauses, predicates
from wederhoor.syntax.plain.frames import supposed
from wederhoor.syntax.plain.phrases import phrase
from wederhoor.syntax.plain.predicates import Complements, cause_phrase, verbal
from wederhoor.syntax.plain.segments import Segment, is_adverbial
from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain.verbs import GOING_ON
from wederhoor.syntax.plain.words import PlainWords

Role = Literal["main", "below", "along", "relative", "front", "compared"]
"""What a segment is in its stretch: a main clause, one below it, one that goes on with that, one with *which*, a phrase of cause,
a comparison."""


@dataclass(frozen=True, slots=True)
class Read:
    """A segment with the part that it has and its trees, one of which is right."""

    segment: Segment
    role: Role
    trees: tuple[Tree, ...]


def _subordinates(opener: tuple[str, ...], pack: LanguagePack) -> bool:
    known = any(e.frame == "clause" and e.words == opener for e in pack.causes.connectives.get(opener[0], ()))
    return known or opener[0] in pack.closed.conditionals


def read_segment(words: PlainWords, segment: Segment, number: int) -> Read | None:
    """The segment as what it may be in its stretch; what opens a clause and nothing behind it are none."""
    if segment.first >= segment.end:
        return None
    opener = _forms(words, segment.opener)
    if opener and opener[0] in words.pack.causes.relatives:
        return _relative(words, segment) if number else None
    if _forms(words, (segment.first, segment.first + 1))[0] in words.pack.causes.correlatives:
        compared = tuple(_compared(words, segment))
        if compared:
            return Read(segment, "compared", compared)
    if number == 0 and not opener:
        open_still = tuple(supposed(words, segment.first, segment.end, clauses))
        if open_still:
            return Read(segment, "below", open_still)
    found = tuple(clauses(words, segment.first, segment.end))
    if found:
        return Read(segment, "below" if opener and not is_adverbial(opener, words.pack) else "main", found)
    return None if opener else _part(words, segment, number)


def _forms(words: PlainWords, extent: tuple[int, int] | None) -> tuple[str, ...]:
    return tuple(words.p.lower[extent[0] : extent[1]]) if extent else ()


def _part(words: PlainWords, segment: Segment, number: int) -> Read | None:
    """What is no clause by itself: a phrase of cause at the beginning, a verb behind *and*."""
    aside = number == 0 or segment.comma is not None
    front = cause_phrase(words, segment.first, segment.end) if aside and segment.conjunction is None else None
    if front is not None:
        return Read(segment, "front", (front,))
    if number > 0 and segment.comma is not None and segment.conjunction is None:
        return _taking_up(words, segment)
    return _going_on(words, segment) if segment.conjunction is not None else None


def _taking_up(words: PlainWords, segment: Segment) -> Read | None:
    """*, pushing down rents*: a participle that takes up the clause before it."""
    read = words.verb(segment.first)
    if read is None or read[1] != "ing":
        return None
    told = (verbal(words, segment.first, read[0], segment.end, Complements(clauses)),)
    trees = tuple(_going(tree) for found in told for tree in found)
    return Read(segment, "below", trees) if trees else None


def _going(tree: Tree) -> Tree:
    own = tree.kinds[tree.top]
    return Tree(tree.top, tree.arcs, {**tree.kinds, tree.top: Kind("VERB", GOING_ON, own.lemma, own.stem)})


def _relative(words: PlainWords, segment: Segment) -> Read | None:
    """*, which lowers trade*."""
    told = [tree for tree, passive in predicates(words, segment.first, segment.end, None) if not passive]
    which = 0 if segment.opener is None else segment.opener[0]
    trees = tuple(tree.with_(leaf(tree.top, which, "nsubj", Kind("PRON", "PronType=Rel"))) for tree in told)
    return Read(segment, "relative", trees) if trees else None


def _going_on(words: PlainWords, segment: Segment) -> Read | None:
    """*and lowers trade*: a verb that takes its subject from the clause before."""
    told = tuple(tree for tree, _ in predicates(words, segment.first, segment.end, None))
    return Read(segment, "main", told) if told else None


def _compared(words: PlainWords, segment: Segment) -> Iterator[Tree]:
    """*the more noise*, *the more noise there is*, *the more the noise grows*."""
    p = words.p
    gauge = segment.first + 1
    if gauge + 1 > segment.end - 1:
        return
    if not words.is_gauge(gauge) and p.lower[gauge] not in words.pack.variables.adverbs:
        return
    told = [
        tree.with_(
            leaf(gauge, segment.first, "det").under(tree.top, "advmod"), Tree(tree.top, {}, {gauge: Kind("ADV")})
        )
        for tree in clauses(words, gauge + 1, segment.end)
    ]
    yield from told
    for stop in () if told else range(gauge + 2, segment.end + 1):
        thing = phrase(words, gauge + 1, stop)
        if thing is None:
            continue
        whole = thing.with_(leaf(thing.top, segment.first, "det"), leaf(thing.top, gauge, "amod", Kind("ADJ")))
        copula = _is_copula(words, stop - 1)
        if stop == segment.end and not copula:
            yield whole
        elif stop + 1 == segment.end and _is_copula(words, stop):
            told_of = Tree(stop, {}, {stop: Kind("VERB", "VerbForm=Fin", words.pack.verb_forms.get(p.lower[stop]))})
            yield told_of.with_(whole.under(stop, "nsubj"))
        elif (
            p.lower[stop] in words.pack.closed.expletives
            and words.is_being((segment.end - 1,))
            and stop + 2 == segment.end
        ):
            being = segment.end - 1
            yield whole.under(being, "nsubj").with_(
                leaf(being, stop, "expl", Kind("PRON")), Tree(being, {}, {being: Kind("VERB", "VerbForm=Fin")})
            )


def _is_copula(words: PlainWords, word: int) -> bool:
    """*the lower trade [becomes]*."""
    lemma = words.pack.verb_forms.get(words.p.lower[word])
    return lemma in words.pack.variables.verbs.copulas and lemma not in words.lexicon.verbs


def joined(words: PlainWords, read: Sequence[Read], trees: Sequence[Tree]) -> Tree | None:
    """The trees of the segments as one, None where they are no sentence together."""
    read = _going_along(read)
    roles = [one.role for one in read]
    if "compared" in roles:
        if roles != ["compared", "compared"] or read[1].segment.comma is None:
            return None
        parts = [_opened(words, one.segment, tree) for one, tree in zip(read, trees, strict=True)]
        return parts[1].with_(parts[0].under(parts[1].top, "advcl"))
    mains = [n for n, role in enumerate(roles) if role == "main"]
    if not mains:
        return None
    top = trees[mains[0]].top
    whole = Tree(top)
    for n, (one, tree) in enumerate(zip(read, trees, strict=True)):
        own = _opened(words, one.segment, tree)
        place = _place(read, trees, n, mains)
        if place is None:
            return None
        whole = whole.with_(own if tree.top == top else Tree(top, own.under(*place).arcs, own.kinds))
    return whole


def _going_along(read: Sequence[Read]) -> list[Read]:
    """*Because noise falls [and rents rise], ...*: what goes on with a clause that opens the stretch, before the main one."""
    found = [*read]
    for n in range(1, len(found) - 1):
        segment, before = found[n].segment, found[n - 1]
        tied = segment.conjunction is not None and segment.comma is None and segment.opener is None
        if (
            tied
            and before.role in ("below", "along")
            and found[n].role == "main"
            and found[n + 1].segment.comma is not None
        ):
            found[n] = replace(found[n], role="along")
    return found


def _place(read: Sequence[Read], trees: Sequence[Tree], n: int, mains: Sequence[int]) -> tuple[int, str] | None:
    """The word that a segment hangs on, and how."""
    segment = read[n].segment
    match read[n].role:
        case "main":
            return trees[mains[0]].top, "conj" if _goes_on(read, n) else "parataxis"
        case "along":
            return trees[n - 1].top, "conj"
        case "below" | "front":
            return _place_below(read, trees, n, mains)
        case _:
            behind = n - 1 in mains and segment.comma is not None
            return (_antecedent(trees[n - 1]), "acl:relcl") if behind else None


def _goes_on(read: Sequence[Read], n: int) -> bool:
    """Whether a conjunction stands before a main clause, or before the clause that opens it."""
    own = read[n - 1].segment if n > 0 and read[n - 1].role == "below" else read[n].segment
    return read[n].segment.conjunction is not None or own.conjunction is not None


def _place_below(read: Sequence[Read], trees: Sequence[Tree], n: int, mains: Sequence[int]) -> tuple[int, str] | None:
    segment, relation = read[n].segment, "advcl" if read[n].role == "below" else "obl"
    before = [m for m in mains if m < n]
    if segment.conjunction is not None and segment.comma is not None and n + 1 in mains:
        return trees[n + 1].top, relation  # , and if noise falls, trade rises
    if n > 0:
        return (trees[before[-1]].top, relation) if before else None
    between = {one.role for one in read[1 : mains[0]]}
    parted = between <= {"along"} and (read[mains[0]].segment.comma is not None or relation == "obl")
    return (trees[mains[0]].top, relation) if parted else None


def _antecedent(tree: Tree) -> int:
    """What *which* takes up behind a comma: the thing that a clause ends with, else the clause."""
    things = [
        w
        for w, (head, relation) in tree.arcs.items()
        if head == tree.top and relation in ("obj", "obl") and w > tree.top
    ]
    return max(things, default=tree.top)


def _opened(words: PlainWords, segment: Segment, tree: Tree) -> Tree:
    """The tree of a segment with its comma, its conjunction and the words that open it."""
    parts = []
    if segment.comma is not None:
        parts.append(leaf(tree.top, segment.comma, "punct"))
    if segment.aside is not None:
        parts.append(leaf(tree.top, segment.aside, "punct"))
    if segment.conjunction is not None:
        parts.append(leaf(tree.top, segment.conjunction, "cc"))
    if segment.opener is not None and segment.opener[0] not in tree.arcs:
        parts.append(_opener(words, tree.top, *segment.opener))
    return tree.with_(*parts)


def _opener(words: PlainWords, top: int, first: int, end: int) -> Tree:
    p = words.p
    if end - first == 1:
        adverbial = is_adverbial((p.lower[first],), words.pack)
        relation = "advmod" if adverbial or p.deps[first] == "advmod" else "mark"
        return leaf(top, first, relation, None if relation == "advmod" else Kind("SCONJ"))
    if not is_adverbial(tuple(p.lower[first:end]), words.pack):
        return Tree(top, dict.fromkeys(range(first, end), (top, "mark")))
    relations = {"DET": "det"}
    arcs = {w: (end - 1, relations.get(p.upos[w], "case")) for w in range(first, end - 1)}
    return Tree(end - 1, arcs).under(top, "obl")
