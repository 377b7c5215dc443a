"""Who is named beside a pronoun, and is not whom it means (binding, principles B and C: Chomsky 1981)."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, children

BESIDE = ("obj", "iobj", "obl", "obl:arg", "obl:agent", "ccomp", "xcomp")
"""Relations of what a clause tells of beside its subject."""


def named_beside(text: Text, pronoun: int) -> frozenset[str]:
    """*He met [Hale]*, *Hij zei dat [Jansen] moest gaan*: whom the clause of a subject names is another."""
    p = text.parse
    if p.deps[pronoun] not in SUBJECT:
        return frozenset()
    told = [c for c in children(p, p.heads[pronoun], *BESIDE) if c > pronoun or p.deps[c] == "obj"]
    words = [w for c in told for w in p.subtree(c) if w != pronoun and text.quoted[w] == text.quoted[pronoun]]
    return frozenset(name for w in (*words, *_told_before(text, pronoun)) if (name := text.name_at(w)))


def _told_before(text: Text, pronoun: int) -> list[int]:
    """*Had [Dune] gebeld, dan was niemand gewond, vindt hij*: whom a clause before the one that he says tells of is another.

    Of himself he says it in the first place: *Dune heeft niets misdaan, zegt hij*.
    """
    p, verb = text.parse, text.parse.heads[pronoun]
    inserted = p.words[verb - 1] == "," and pronoun == verb + 1 and p.lemmas[verb] in text.pack.verbs
    if p.deps[verb] != "parataxis" or not inserted or text.quoted[p.heads[verb]]:
        return []
    first = text.sentence(verb)[0]
    subjects = [w for w in range(first, verb) if p.deps[w] in SUBJECT]
    return [w for w in subjects[:-1] if p.heads[w] != p.heads[subjects[-1]]]
