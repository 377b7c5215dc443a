"""Whether the clause around an expression tells of what was or of what will be."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Final

from wederhoor.languages.times import Tenses
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import AUXILIARY, VERBAL, has_child, is_finite, is_participle, is_root, with_auxiliaries
from wederhoor.syntax.phrases import head_of
from wederhoor.syntax.predicates import has_form_of_infinitive
from wederhoor.syntax.stretches import any_lemma

HIGHEST: Final = 12
"""Steps up the tree, at most: past that the clause is no longer that of the expression."""


class Tense(IntEnum):
    """Below zero for what was, above for what is or will be."""

    PAST = -2
    DONE = -1
    """*is gesloten*: of what was done, or of how things are since."""
    NONE = 0
    PRESENT = 1


def tense_of(p: Parse, first: int, end: int, tenses: Tenses) -> Tense:
    """The tense of the clause of the words from ``first`` to ``end``; NONE where there is no verb."""
    word = head_of(p, first, end)
    for _ in range(HIGHEST):
        if p.deps[word] in AUXILIARY and not is_root(p, word):
            word = p.heads[word]
            continue
        if p.upos[word] in VERBAL or has_child(p, word, "cop"):
            found = _of_clause(p, word, tenses)
            if found:
                return found
        if is_root(p, word):
            break
        word = p.heads[word]
    return Tense.NONE


def _of_clause(p: Parse, verb: int, tenses: Tenses) -> Tense:
    """The tense of the verb with its auxiliaries; NONE where it has none of its own, as an infinitive below a verb."""
    group = with_auxiliaries(p, verb)
    finite = [w for w in group if is_finite(p, w)]
    if any("Tense=Past" in p.feats[w] for w in finite):
        return _of_past(p, verb, [w for w in group if w not in finite], finite, tenses)
    if finite:
        return _of_present(p, verb, finite, tenses)
    if p.deps[verb] == "xcomp":
        return Tense.NONE
    if is_participle(p, verb):
        return Tense.PRESENT if p.lemmas[verb] in tenses.planned else Tense.PAST
    return Tense.PRESENT if has_form_of_infinitive(p, verb) else Tense.NONE


def _of_past(p: Parse, verb: int, others: Iterable[int], finite: Iterable[int], tenses: Tenses) -> Tense:
    """*zou vrijdag beginnen*: of what was to come. *zou vrijdag zijn overleden* and all else: of what was."""
    would = any_lemma(p, finite, tenses.would)
    done = is_participle(p, verb) or any_lemma(p, others, tenses.perfect)
    return Tense.PRESENT if would and not done else Tense.PAST


def _of_present(p: Parse, verb: int, finite: Iterable[int], tenses: Tenses) -> Tense:
    """*is gepland*: of what will be. *is gesloten*: of how things are since. *heeft gesloten*: of what was."""
    auxiliary = next((p.lemmas[w] for w in finite if p.lemmas[w] in tenses.perfect), None)
    if auxiliary is None or not is_participle(p, verb) or p.lemmas[verb] in tenses.planned:
        return Tense.PRESENT
    return Tense.DONE if auxiliary in tenses.being else Tense.PAST
