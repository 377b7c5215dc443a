"""Which body *it* means as the subject of a deed: *The council met. [It] endorsed the plan*."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import children, has_child, is_plural
from wederhoor.syntax.nouns import noun_kind

BODIES = ("group", "organisation")
MEANT = ("nsubj", "nmod:poss")
CLAUSES = ("ROOT", "conj", "ccomp", "advcl", "parataxis")
NAMED = ("ORG", "LOC")


def body_meant(text: Text, word: int) -> int | None:
    """The body that was the last subject before, in the same sentence or the one before; None where the last one was none."""
    p = text.parse
    personal = text.pack.grammar.subject_first and p.lower[word] in text.pack.closed.it and p.deps[word] in MEANT
    if not personal or has_child(p, p.heads[word], "csubj", "expl"):
        return None
    last = _last_subject(text, word)
    if last is not None and p.upos[last] == "PRON":
        return body_meant(text, last)
    return last if last is not None and _is_body(text, last) else None


def _last_subject(text: Text, word: int) -> int | None:
    """The subject nearest before: of the clauses of its own sentence, else the first of the sentence before."""
    p = text.parse
    here = p.sentence_of[word]
    for sentence in (here, here - 1):
        first, end = p.sentences[sentence] if sentence >= 0 else (0, 0)
        verbs = [w for w in range(first, min(end, word)) if p.deps[w] in CLAUSES]
        subjects = sorted(s for v in verbs for s in children(p, v, "nsubj", "nsubj:pass") if s < word)
        if subjects:
            return subjects[-1] if sentence == here else subjects[0]
    return None


def _is_body(text: Text, word: int) -> bool:
    p = text.parse
    if is_plural(p, word):
        return False
    if p.entity_of[word] >= 0:
        return p.entities[p.entity_of[word]].type in NAMED
    return noun_kind(p.lemmas[word].lower(), text.pack) in BODIES
