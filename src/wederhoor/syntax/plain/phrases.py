"""The phrase of a bare thing: *fewer barge complaints*, *a rise in barge complaints*, *a lack of rain*, *this*."""

from __future__ import annotations

from wederhoor.syntax.plain.trees import Kind, Tree, leaf
from wederhoor.syntax.plain.words import LONGEST_NAME, PlainWords

SINGULAR, PLURAL = "Number=Sing", "Number=Plur"


def phrase(words: PlainWords, first: int, end: int) -> Tree | None:
    """The tree of the words of a stretch as one noun phrase, or as two that are joined, if they may be that."""
    both = first < end and words.p.lower[first] in words.pack.closed.both
    first += both
    doubled = first + 1 if words.is_doubled(first, end) else None
    joint = next((w for w in range(first + 1, end - 1) if words.joins(w) and w != doubled), None)
    if joint is None:
        return None if both else _phrase(words, first, end)
    one, other = _phrase(words, first, joint), phrase(words, joint + 1, end)
    if one is None or other is None:
        return None
    second = other.with_(leaf(other.top, joint, "cc", Kind("CCONJ"))).under(one.top, "conj")
    return one.with_(second, *([leaf(one.top, first - 1, "cc:preconj", Kind("CCONJ"))] if both else []))


def _phrase(words: PlainWords, first: int, end: int) -> Tree | None:
    here, before = _opening(words, first, end)
    if here >= end:
        return None
    if here + 2 < end and words.is_change_of(here):
        inner = phrase(words, here + 2, end)
        if inner is None:
            return None
        of = leaf(inner.top, here + 1, "case", Kind("ADP"))
        top = _noun(words, here, before)
        return top.with_(inner.with_(of).under(here, "nmod"))
    if " ".join(words.p.lower[first:end]) in words.pack.closed.reciprocals:
        return None
    if end - here > LONGEST_NAME or not all(words.names(w) for w in range(here, end)):
        return None
    top = _noun(words, end - 1, before)
    return top.with_(*(leaf(end - 1, w, "compound", _part(words, w)) for w in range(here, end - 1)))


def _opening(words: PlainWords, first: int, end: int) -> tuple[int, list[tuple[int, str, str]]]:
    """Where the name begins, and the words before it: an article, how much of it there is."""
    before: list[tuple[int, str, str]] = []
    here = first
    if here < end and words.is_article(here):
        before.append((here, "det", "DET"))
        here += 1
    if here + 2 < end and words.p.lower[here] in words.pack.closed.excess and words.is_gauge(here + 1):
        before.append((here, "advmod", "ADV"))
        here += 1
    while here + 1 < end and words.is_gauge(here):
        before.append((here, "amod", "ADJ"))
        if words.is_doubled(here, end):
            before += [(here + 1, "cc", "CCONJ"), (here + 2, "amod", "ADJ")]
            here += 2
        here += 1
    return here, before


def _noun(words: PlainWords, word: int, before: list[tuple[int, str, str]]) -> Tree:
    p = words.p
    form = p.lower[word]
    plural = words.is_plural(word)
    whole = " " not in p.lemmas[word]  # no *loss up*, of what a particle was hung on
    known = p.upos[word] == "NOUN" and whole and (p.lemmas[word] != form or not plural) and not words.is_act(word)
    one = words.pack.hooks.singular(form) if plural else form
    kind = Kind("NOUN", PLURAL if plural else SINGULAR, p.lemmas[word] if known else one)
    kinds = {word: kind}
    kinds |= {w: Kind(upos) for w, _, upos in before if p.upos[w] not in ("ADJ", "DET", "ADV", "VERB")}
    arcs = {w: (word, relation) for w, relation, _ in before}
    for w, relation, _ in before:
        if relation == "cc":  # less and less: one word
            arcs |= {w - 1: (w + 1, "conj"), w: (w + 1, "cc")}
        elif relation == "advmod":  # too little
            arcs[w] = (w + 1, relation)
    return Tree(word, arcs, kinds)


def _part(words: PlainWords, word: int) -> Kind | None:
    """What the first words of a compound are: those that are no adjective to the parser are nouns."""
    known = words.p.upos[word] in ("NOUN", "ADJ")
    return None if known else Kind("NOUN", SINGULAR, words.p.lower[word])


def pronoun(words: PlainWords, word: int) -> Tree | None:
    """The pronoun that stands for what was said before."""
    p = words.p
    if p.lower[word] not in words.pack.closed.pointing:
        return None
    kind = None if p.upos[word] == "PRON" else Kind("PRON", "Number=Sing|PronType=Dem", p.lower[word])
    return Tree(word, {}, {} if kind is None else {word: kind})
