"""The parse with the trees of plain stretches in place of what the parser made of them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import product

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, children_of, path_up
from wederhoor.syntax.plain.medial import around_relative
from wederhoor.syntax.plain.segments import segments
from wederhoor.syntax.plain.stretches import Read, joined, read_segment
from wederhoor.syntax.plain.trees import Tree
from wederhoor.syntax.plain.words import PlainWords
from wederhoor.syntax.plain_verb_second import second_tree

LONGEST = 40
"""Words of a plain stretch, at most."""
MOST_WAYS = 8
OUTSIDE = ("ROOT", "ccomp", "parataxis", "conj", "advcl", "acl:relcl", "obj", "appos", "dep", "acl", "xcomp", "csubj")
"""Relations that a clause may have to a word outside; of another one it is a part of what is reported."""


def mend_plain(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with these trees, in a language that tells verbs from nouns by their place alone."""
    if not (pack.grammar.clause_openers or pack.grammar.verb_second):
        return p
    words = PlainWords(p, pack)
    trees = [found for first, end in _stretches(p) if (found := _part_with_tree(words, first, end)) is not None]
    return _planted(p, trees, pack.grammar.complementizers) if trees else p


def _part_with_tree(words: PlainWords, first: int, end: int) -> tuple[int, int, Tree] | None:
    """A stretch with its tree; else what stands in it before its last comma, or behind *that*: *research shows that ...*."""
    p = words.p
    parts = [(first, end)]
    parts += [(first, w) for w in range(end - 1, first, -1) if p.words[w] == ","][:1]
    own = not words.pack.grammar.verb_second  # where the verb stands last behind *that*, it belongs to what is read
    parts += [(w + own, end) for w in range(first + 1, end) if p.lower[w] in words.pack.grammar.complementizers][:1]
    for start, stop in parts:
        tree = _tree(words, start, stop) if stop - start > (start != first) + 1 else None
        if tree is not None:
            return start, stop, tree
    return None


def _stretches(p: Parse) -> Iterator[tuple[int, int]]:
    """The words between marks other than commas."""
    for start, end in p.sentences:
        first = start
        for word in range(start, end + 1):
            if word == end or (p.upos[word] == "PUNCT" and p.words[word] != ",") or not p.words[word].strip():
                stop = word
                while stop > first and p.words[stop - 1] == ",":
                    stop -= 1
                if 1 < stop - first <= LONGEST:
                    yield first, stop
                first = word + 1


def _tree(words: PlainWords, first: int, end: int) -> Tree | None:
    """The one tree that the words may have; of several the one with the parser's verbs."""
    if not _is_candidate(words, first, end):
        return None
    if words.pack.grammar.verb_second:
        return second_tree(words.p, words.pack, first, end)
    whole = _of_segments(words, first, end, parted=True)
    whole = _of_segments(words, first, end, parted=False) if whole is None else whole
    return around_relative(words, first, end) if whole is None else whole


def _of_segments(words: PlainWords, first: int, end: int, *, parted: bool) -> Tree | None:
    read: list[Read] = []
    for number, segment in enumerate(segments(words, first, end, parted=parted)):
        one = read_segment(words, segment, number)
        if one is None:
            return None
        read.append(one)
    return _only(words, read)


def _is_candidate(words: PlainWords, first: int, end: int) -> bool:
    """Whether there is a verb of change or cause, or a comparison, in words of which none is a number or a name of somebody."""
    p = words.p
    if any(p.upos[w] in ("NUM", "SYM") for w in range(first, end)):
        return False
    names = [p.entity_of[w] for w in range(first, end) if p.entity_of[w] >= 0 and w != words.opening(w)]
    return not names


def _only(words: PlainWords, read: Sequence[Read]) -> Tree | None:
    found = []
    for trees in product(*(one.trees for one in read)):
        whole = joined(words, read, trees)
        if whole is not None and whole not in found:
            found.append(whole)
        if len(found) > MOST_WAYS:
            return None
    most = max((_verbs(tree) for tree in found), default=0)
    found = [tree for tree in found if _verbs(tree) == most]
    if len(found) > 1:
        found = [tree for tree in found if words.p.upos[tree.top] in ("VERB", "AUX")]
    return found[0] if len(found) == 1 else None


def _verbs(tree: Tree) -> int:
    """How many words are verbs: what may be a clause is none by chance, and what may be a name may be a verb."""
    return sum(kind.upos == "VERB" for kind in tree.kinds.values())


def _planted(p: Parse, trees: Sequence[tuple[int, int, Tree]], told: Container[str]) -> Parse:
    """The parse with the trees; ``told`` are the words of which one right before a tree is its mark: *true [that] rents fall*."""
    heads, deps, upos = [*p.heads], [*p.deps], [*p.upos]
    feats, lemmas, stems = [*p.feats], [*p.lemmas], [*p.stems]
    for first, end, tree in trees:
        _plant(p, first, end, tree, heads, deps)
        if first > 0 and p.lower[first - 1] in told and p.sentence_of[first - 1] == p.sentence_of[first]:
            heads[first - 1], deps[first - 1], upos[first - 1] = tree.top, "mark", "SCONJ"
        for word, kind in tree.kinds.items():
            upos[word] = kind.upos
            feats[word] = feats[word] if kind.feats is None else kind.feats
            lemmas[word] = kind.lemma or lemmas[word]
            stems[word] = kind.stem or kind.lemma or stems[word]
    return replace(
        p, heads=heads, deps=deps, upos=upos, feats=feats, lemmas=lemmas, stems=stems, children=children_of(heads)
    )


def _plant(p: Parse, first: int, end: int, tree: Tree, heads: list[int], deps: list[str]) -> None:
    """Put the tree where the top of the stretch was; what hung on a word in it hangs on its top."""
    inside = range(first, end)
    outer = [w for w in path_up(tree.top, heads) if w in inside][-1]
    above, relation = heads[outer], deps[outer]
    root = above in inside
    for word in range(*p.sentences[p.sentence_of[first]]):
        if word not in inside and heads[word] in inside:
            heads[word] = tree.top
    for word, (head, relation_) in tree.arcs.items():
        heads[word], deps[word] = head, relation_
    heads[tree.top] = tree.top if root else above
    beside = {"appos": "parataxis"}.get(relation, relation)  # a clause is no other name of somebody
    deps[tree.top] = "ROOT" if root else beside if beside in OUTSIDE else "ccomp"
