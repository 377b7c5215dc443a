"""Who speaks behind a comma: the noun behind an inverted verb is its subject, also where the parser has it for an object."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from wederhoor.syntax.clauses import SUBJECT, child, is_finite
from wederhoor.syntax.parse import Parse

SETTING_OFF = (",", "”", "’", '"', "'", "»")
OBJECTS = ("obj", "iobj", "obl")


def mend_inversions(p: Parse, speaking: Collection[str], naming: Collection[str]) -> Parse:
    """The same parse with the subjects of inverted verbs: *Het lekt, [zegt] de buurman*; *haar vertrek [noemt] hij een fout*.

    ``speaking`` are the lemmas of verbs that stand so behind what somebody says, ``naming`` those of *noemt X een Y*. In a main clause that opens with its verb the
    subject follows it, and of two subjects the one before the verb is what is told of.
    """
    deps, heads = list(p.deps), list(p.heads)
    for verb in range(len(p)):
        if p.upos[verb] != "VERB" or not is_finite(p, verb):
            continue
        for word, dep in (*_behind_comma(p, verb, speaking), *_of_two(p, verb, naming)):
            deps[word], heads[word] = dep, verb
    if deps == p.deps:
        return p
    children: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head != word:
            children[head].append(word)
    return replace(p, deps=deps, heads=heads, children=children)


def _behind_comma(p: Parse, verb: int, speaking: Collection[str]) -> Iterator[tuple[int, str]]:
    """*..., oordeelt de inspectie.*; *..., laat het hof weten.*"""
    start, end = p.sentences[p.sentence_of[verb]]
    if not ({p.lemmas[verb], p.stems[verb]} & {*speaking}) or verb - start < 2 or p.words[verb - 1] not in SETTING_OFF:
        return
    if child(p, verb, *SUBJECT) is not None or not any(is_finite(p, w) for w in range(start, verb)):
        return
    below = child(p, verb, "xcomp")
    noun = next((w for top in (verb, below) if top is not None for w in p.children[top] if p.deps[w] in OBJECTS), None)
    if noun is None or any(p.deps[c] == "case" for c in p.children[noun]):
        return
    phrase = p.subtree(noun)
    last = phrase[-1] + 1
    while last < end and (p.deps[last] == "compound:prt" or last == below):
        last += 1
    if phrase[0] == verb + 1 and (last >= end or p.upos[last] == "PUNCT"):
        yield noun, "nsubj"


def _of_two(p: Parse, verb: int, naming: Collection[str]) -> Iterator[tuple[int, str]]:
    """*[Haar vertrek] noemt de inspectie een fout*."""
    subjects = [c for c in p.children[verb] if p.deps[c] == "nsubj"]
    named = child(p, verb, "obj")
    if p.lemmas[verb] in naming and len(subjects) == 2 and named is not None and subjects[0] < verb < subjects[1] < named:
        yield subjects[0], "obj"
        yield named, "xcomp"
