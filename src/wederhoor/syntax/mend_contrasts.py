"""*Niet het leger maar de politie schoot*: what is named only to say that it was another is no role of the verb.

The parser gives the verb the first of the two, or both, and every reader would have the army shoot. The second gets the role;
the first stays below it as what was put right (``reparandum`` of Universal Dependencies).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse, hung
from wederhoor.syntax.clauses import SUBJECT, VERBAL, has_child

BEFORE_HEAD = ("DET", "ADJ", "NUM", "PRON")
HEADS = ("NOUN", "PROPN")
NAMES = ("appos", "flat")
"""Relations of a name behind a noun, whatever the parser has it for: *minister Kort*."""
CORE = ("nsubj", "nsubj:pass", "obj", "iobj")
CORRECTED = "reparandum"


@dataclass(frozen=True, slots=True)
class _Contrast:
    """The words of *niet X maar Y*: heads of both phrases."""

    denying: int
    wrong: int
    contrast: int
    right: int


def mend_contrasts(p: Parse, pack: LanguagePack) -> Parse:
    """The parse with the second of two contrasted noun phrases as subject or object, where the first is denied."""
    moved: dict[int, tuple[int, str]] = {}
    for found in _contrasts(p, pack):
        place = _place(p, found)
        if place is not None:
            moved |= {found.right: place, found.wrong: (found.right, CORRECTED)}
            moved |= {found.denying: (found.wrong, "advmod"), found.contrast: (found.right, "cc")}
            moved |= {c: (place[0], p.deps[c]) for c in p.children[found.wrong] if c > found.right}
    return hung(p, moved)


def _contrasts(p: Parse, pack: LanguagePack) -> Iterator[_Contrast]:
    for word, form in enumerate(p.lower):
        if form not in pack.propositions.words.denying:
            continue
        wrong = _nouns_behind(p, word)
        contrast = wrong[-1] + 1 if wrong else len(p)
        if contrast < len(p) and p.lower[contrast] in pack.grammar.contrasts and (right := _nouns_behind(p, contrast)):
            yield _Contrast(word, _head_of(p, wrong), contrast, _head_of(p, right))


def _nouns_behind(p: Parse, word: int) -> list[int]:
    """The nouns of the phrase right behind a word; none where another phrase or none stands there."""
    here = word + 1
    while here < len(p) and p.upos[here] in BEFORE_HEAD:
        here += 1
    first = here
    while here < len(p) and (p.upos[here] in HEADS or (here > first and p.deps[here] in NAMES)):
        here += 1
    return [*range(first, here)]


def _head_of(p: Parse, nouns: Sequence[int]) -> int:
    """The noun that none of the others heads: *[minister] Kort*, *police [force]*."""
    return next((noun for noun in nouns if p.heads[noun] not in nouns), nouns[-1])


def _place(p: Parse, found: _Contrast) -> tuple[int, str] | None:
    """The verb of a contrast, and which of its roles is put right; None where it has none."""
    verb = next(
        (p.heads[w] for w in (found.wrong, found.right) if p.upos[p.heads[w]] in VERBAL and p.deps[w] in CORE), None
    )
    if verb is None or verb in (found.wrong, found.right):
        return None
    others = [c for c in p.children[verb] if c not in (found.wrong, found.right) and p.deps[c] in SUBJECT]
    relations = [p.deps[w] for w in (found.wrong, found.right) if p.heads[w] == verb and p.deps[w] in CORE]
    return verb, "nsubj" if not others and not has_child(p, verb, "aux:pass") else relations[0]
