"""Which body *it* means that does something: *The council met. [It] endorsed the plan*."""

from __future__ import annotations

from wederhoor.reading.antecedents import BODIES, antecedent
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import has_child

MEANT = ("nsubj", "nmod:poss")


def body_meant(text: Text, word: int) -> int | None:
    """The word for the body that a subject or a possessor *it* means, as everywhere else; None for no body."""
    p = text.parse
    personal = text.pack.grammar.subject_first and p.lower[word] in text.pack.closed.it and p.deps[word] in MEANT
    if not personal or has_child(p, p.heads[word], "csubj", "expl"):
        return None
    found, _ = antecedent(text, word, text.cast.before(word), (), None)
    return found.word if found is not None and found.kind in BODIES else None
