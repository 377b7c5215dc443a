"""Whether a clause says yes or no."""

from __future__ import annotations

from collections.abc import Collection

from wederhoor.reading.factuality import is_all_but, is_denied_cleft, is_left_undone, is_without
from wederhoor.reading.standing import standing_of
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import children
from wederhoor.syntax.polarity import is_denied

DENIED = ("nsubj", "nsubj:pass", "obj", "obl", "obl:arg", "obl:agent", "xcomp")
"""Relations of what makes a clause say no where it is denied itself: *geen schip*, *van niets*."""


def polarity_of(text: Text, head: int, above: Collection[int] = ()) -> bool | None:
    """Whether a clause says yes; None where it denies something else than its predicate, *niet alleen*, or nobody holds it.

    ``above`` are the verbs over its predicate that belong to it: *wil ... niet*.
    """
    p, words = text.parse, text.pack.propositions.words
    beside = (w for verb in above for w in (*text.clause(verb).auxiliaries, *children(p, verb, "cop")))
    group = [*dict.fromkeys((head, *above, *text.clause(head).auxiliaries, *beside))]
    yes = True
    for verb in group:
        turning = words.refusing | words.forbidding
        yes ^= verb in above and not turning.isdisjoint({p.lemmas[verb].lower(), p.lower[verb]})
        for c in p.children[verb]:
            if (negation := _negation(text, c)) is not None:
                if (turns := _turns(text, negation, head)) is None:
                    return None
                yes ^= turns
            elif p.deps[c] in DENIED:
                if is_all_but(text, c):
                    return None
                yes ^= _denies(text, c)
    standing, _ = standing_of(text, group[len(above)])
    if standing in ("doubted", "open"):
        return None
    return yes ^ _denies(text, head) ^ (standing != "held") ^ _is_turned_around(text, head, above)


def _negation(text: Text, word: int) -> int | None:
    """A word below a verb that denies, or the one below such a word: *[niet] altijd*, *[never] once*, *[no] longer*."""
    p = text.parse
    if _denies_with_next(text, word):
        return word
    if p.deps[word] == "obl":
        return None
    if _says_no(text, word):
        return word
    before = p.upos[word] in ("ADV", "ADJ") and word < p.heads[word]
    below = (c for c in children(p, word, "advmod") if c < word) if before else ()
    return next((c for c in below if _says_no(text, c) or _denies_with_next(text, c)), None)


def _says_no(text: Text, word: int) -> bool:
    """*Niet*, *never*; also *hardly*, which says neither."""
    form, words = text.parse.lower[word], text.pack.propositions.words
    return form in words.denying or form in words.hardly


def _turns(text: Text, negation: int, head: int) -> bool | None:
    """Whether a word that denies has a clause say no; None where it denies something else than its predicate."""
    p, words = text.parse, text.pack.propositions.words
    if negation > 0 and p.lower[negation - 1] in text.pack.closed.alternatives:  # whether he supports him or not
        return None
    behind = min(negation + 1, len(p) - 1)
    if p.lower[behind] in words.partial or p.lower[negation] in words.hardly or is_compared(text, behind):
        return None  # not always, hardly, no longer than an hour
    if (p.lower[negation], p.lower[behind]) not in words.not_denying:
        return True
    return False if negation + 2 == head else None  # not only arrested him


def _denies_with_next(text: Text, word: int) -> bool:
    """*[No] longer*, *[verre] van eerlijk*: a word that with the next one denies what it stands with."""
    p = text.parse
    return (p.lower[word], p.lower[min(word + 1, len(p) - 1)]) in text.pack.propositions.words.denying_with


def is_compared(text: Text, word: int) -> bool:
    """*Niet [langer] dan een uur*: a measure of which no more or less is denied."""
    p, behind = text.parse, min(word + 1, len(text.parse) - 1)
    return "Degree=Cmp" in p.feats[word] and p.lower[behind] in text.pack.propositions.words.than


def _is_turned_around(text: Text, head: int, above: Collection[int]) -> bool:
    """Whether what is around a clause has it say the contrary: *it was not he who*, *forgot to*, *zonder te*."""
    left = not above and (is_left_undone(text, head) or is_without(text, head))
    return is_denied_cleft(text, head) ^ left


def _denies(text: Text, head: int) -> bool:
    """*Geen schip*, *niemand*, *geen enkel alarm*."""
    p, words = text.parse, text.pack.propositions.words
    if p.lower[head] in words.nobody:
        return True
    none = [c for c in p.children[head] if p.lower[c] in words.none]
    if any(c not in text.number_at for c in none):  # nog geen twintig: fewer, and some
        return True
    counted = any(c in text.number_at for c in p.subtree(head))
    return (
        not none and not counted and p.upos[head] in ("NOUN", "PROPN") and is_denied(p, head, text.pack)
    )  # not a ship
