"""Whether something is denied: what counts as a negation, and what it bears on."""

from __future__ import annotations

from collections.abc import Container

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import VERBAL, has_word


def is_negation(p: Parse, word: int, pack: LanguagePack, more: Container[str] = ()) -> bool:
    """Whether a word denies what it stands with: *niet*, *geen*, *nooit*.

    *Niet alleen* and *niet zozeer* deny nothing, nor does a negation before one of the words of ``more``. *Geen enkel* denies.
    """
    additive = pack.hedges.additive
    return denies_unless(p, word, pack, additive) and denies_unless(p, word, pack, more)


def denies_unless(p: Parse, word: int, pack: LanguagePack, restricting: Container[str]) -> bool:
    """Whether a word denies what it stands with, and is no adverb before one of the ``restricting`` words."""
    if p.lower[word] not in pack.closed.negations:
        return False
    return p.upos[word] == "DET" or word + 1 >= len(p) or p.lower[word + 1] not in restricting


def negations_of(p: Parse, head: int, pack: LanguagePack) -> list[int]:
    """The negations that hang right beneath a word, in text order: what is denied is the clause or the phrase that it heads.

    A conjunction that denies bears on both that it joins: *bevestigen noch ontkennen*.
    """
    joined = [c for c in p.children[head] if p.deps[c] == "conj" and p.upos[head] in VERBAL]
    neither = [g for c in joined for g in p.children[c] if p.upos[g] == "CCONJ" and is_negation(p, g, pack)]
    return sorted({*(c for c in p.children[head] if is_negation(p, c, pack)), *neither})


def is_negated(p: Parse, head: int, pack: LanguagePack) -> bool:
    return any(is_negation(p, c, pack) for c in p.children[head])


def is_none(p: Parse, noun: int, pack: LanguagePack) -> bool:
    """Whether a noun's own determiner denies that there is one: *geen wegen*."""
    return has_word(p, noun, pack.closed.negations, "det")


def names_nobody(name: str | None, pack: LanguagePack) -> bool:
    """*Niemand*, *geen van ons*, *bijna niemand*."""
    return not pack.closed.negations.isdisjoint((name or "").casefold().split())


def is_denied(p: Parse, noun: int, pack: LanguagePack) -> bool:
    """Whether of a phrase is denied what is told of it: *geen wegen*, *noch het leger*; not *niet alleen zij*.

    A negation right before a common noun denies the noun, *niet ingrijpen*; *niet iedereen* leaves some, *niet een van hen* none.
    """
    if is_none(p, noun, pack):
        return True
    opening = next(iter(p.children[noun]), noun)
    plain = p.upos[opening] == "DET" and p.deps[opening] != "cc:preconj"  # *Neither* A nor B
    if opening >= noun or plain or not is_negation(p, opening, pack):
        return False
    if p.upos[noun] == "NUM":
        return True
    own = p.deps[opening] in ("cc", "cc:preconj") or opening + 1 != noun or p.upos[noun] in ("PROPN", "PRON")
    return own and p.lower[noun] not in pack.people.indefinite


def is_left_out(p: Parse, word: int, pack: LanguagePack) -> bool:
    """*Pell, and not [Venn], signed it*: whether what is joined to another is said not to be meant."""
    first = p.subtree(word)[0]
    before = (*p.children[word], *range(max(0, first - 1), first))
    return any(c < word and is_negation(p, c, pack) for c in before)
