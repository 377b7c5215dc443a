"""Whether the clause around an expression tells of what was or of what will be."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from wederhoor.languages.times import Tenses
from wederhoor.syntax.clauses import AUXILIARY, VERBAL, has_child, with_auxiliaries
from wederhoor.syntax.parse import Parse

HIGHEST: Final = 12
"""Steps up the tree, at most: past that the clause is no longer that of the expression."""


class Tense(IntEnum):
    """Below nought for what was, above for what is or will be."""

    PAST = -2
    DONE = -1
    """*is gesloten*: of what was done, or of how things are since."""
    NONE = 0
    PRESENT = 1


def tense_of(p: Parse, first: int, end: int, tenses: Tenses) -> Tense:
    """The tense of the clause of the words from ``first`` to ``end``; NONE where there is no verb."""
    word = next((w for w in range(first, end) if not first <= p.heads[w] < end or p.heads[w] == w), first)
    for _ in range(HIGHEST):
        if p.deps[word] in AUXILIARY and p.heads[word] != word:
            word = p.heads[word]
            continue
        if p.upos[word] in VERBAL or has_child(p, word, "cop"):
            found = _of_clause(p, word, tenses)
            if found:
                return found
        if p.heads[word] == word:
            break
        word = p.heads[word]
    return Tense.NONE


def _of_clause(p: Parse, verb: int, tenses: Tenses) -> Tense:
    """The tense of the verb with its auxiliaries; NONE where it has none of its own, as an infinitive below a verb."""
    group = with_auxiliaries(p, verb)
    participle = "VerbForm=Part" in p.feats[verb]
    finite = [w for w in group if "VerbForm=Fin" in p.feats[w]]
    planned = p.lemmas[verb] in tenses.planned
    if any("Tense=Past" in p.feats[w] for w in finite):
        # zou vrijdag beginnen: of what was to come; zou vrijdag zijn overleden: of what was
        would = any(p.lemmas[w] in tenses.would for w in finite)
        done = participle or any(p.lemmas[w] in tenses.perfect and w not in finite for w in group)
        return Tense.PRESENT if would and not done else Tense.PAST
    if finite:
        auxiliary = next((p.lemmas[w] for w in finite if p.lemmas[w] in tenses.perfect), None)
        if not participle or auxiliary is None or planned:
            return Tense.PRESENT
        return Tense.DONE if auxiliary in tenses.being else Tense.PAST
    if p.deps[verb] == "xcomp":
        return Tense.NONE
    if participle:
        return Tense.PRESENT if planned else Tense.PAST
    return Tense.PRESENT if "VerbForm=Inf" in p.feats[verb] else Tense.NONE
