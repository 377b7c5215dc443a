"""Whether the name of a place stands for those who govern it: it does something, or something is done to it."""

from __future__ import annotations

from wederhoor.reading.actors.stage import Stage
from wederhoor.reading.attributions.clauses import SUBJECT, child


def acts(stage: Stage, word: int) -> bool:
    """Whether the name of a place at ``word`` is an actor there: *Polen wil ...*, *de oorlog tegen Servië*, *door Rusland*."""
    p, words = stage.cast.parse, stage.lexicon.words
    head = _head(stage, word)
    if head in stage.voices.sources:
        return True
    relation, above = p.deps[head], p.heads[head]
    if relation in SUBJECT:
        still = p.lemmas[above] in words.still or child(p, above, "cop") is not None
        return not still and p.upos[above] in ("VERB", "AUX")
    case = child(p, head, "case")
    if relation == "obl:agent":
        return True
    if relation == "obj" and case is None:
        return p.lemmas[above] in words.against
    if case is None or relation not in ("nmod", "obl", "obl:arg"):
        return False
    if p.lower[case] in words.facing:
        return True
    return relation == "nmod" and p.lower[case] in words.of and p.lemmas[above].lower() in words.deeds


def _head(stage: Stage, word: int) -> int:
    """The word of a name that hangs on a word outside of it, or on the first of a list of names."""
    p = stage.cast.parse
    number = p.entity_of[word]
    words = range(stage.titles.starts[number], stage.titles.ends[number])
    head = next((w for w in words if p.heads[w] not in words), word)
    for _ in range(4):
        if p.deps[head] != "conj":
            break
        head = p.heads[head]
    return head
