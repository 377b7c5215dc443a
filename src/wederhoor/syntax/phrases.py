"""Stretches of words: what they hang on, and whether an expression's fixed words stand beside its verb, *in brand* steken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, has_child, is_root, predicate_of

FIXED = ("ADP", "ADV", "PRON", "DET", "PART", "SCONJ", "ADJ", "NOUN")
"""Parts of speech of fixed words that hang on another one."""
NEAR = 25
"""Words between a verb and a fixed word, at most."""


def words_near(p: Parse, verb: int) -> dict[str, list[int]]:
    """The words of a verb's own clause that may be part of a fixed expression: by lower-case form, in text order.

    A copula or auxiliary hangs under its predicate, whose words are near too.
    """
    top = predicate_of(p, verb)
    close = {top, *p.children[verb], *p.children[top]}
    close -= {c for c in close - {top} if _is_predicate(p, c)}
    close |= _below(p, close - {verb, top}, FIXED)
    close |= _below(p, (c for c in close if p.upos[c] in ("ADP", "NOUN")), ("ADP", "NOUN"))
    near: dict[str, list[int]] = {}
    for word in sorted(close - {verb}):
        if abs(word - verb) <= NEAR:
            near.setdefault(p.lower[word], []).append(word)
    return near


def _is_predicate(p: Parse, word: int) -> bool:
    """*maakte de fout en het was [bekend] dat*: what a clause of its own says, joined to another."""
    return p.deps[word] == "conj" and has_child(p, word, "cop") and has_child(p, word, *SUBJECT, "expl")


def _below(p: Parse, words: Iterable[int], parts: Sequence[str]) -> set[int]:
    return {g for c in words for g in p.children[c] if p.upos[g] in parts}


def head_of(p: Parse, first: int, end: int) -> int:
    """The first word of a stretch that hangs on none of the others; the first word of all where there is none."""
    return next((w for w in range(first, end) if is_root(p, w) or not first <= p.heads[w] < end), first)


def tops_of(p: Parse, words: Collection[int]) -> list[int]:
    """The words that hang on none of the others."""
    return [w for w in words if is_root(p, w) or p.heads[w] not in words]


def fixed_words(wanted: Sequence[str], near: Mapping[str, Sequence[int]]) -> tuple[int, ...] | None:
    """The numbers of the wanted words, close together where there is a choice; None where one is not ``near``."""
    found: list[int] = []
    for word in sorted(wanted, key=lambda w: len(near.get(w, ()))):
        left = [w for w in near.get(word, ()) if w not in found]
        if not left:
            return None
        found.append(min(left, key=lambda w: abs(w - found[0])) if found else left[0])
    return tuple(sorted(found))
