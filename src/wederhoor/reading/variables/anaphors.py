"""What a word stands for: a thing named before (*ze*), a change told before (*die stijging*)."""

from __future__ import annotations

from wederhoor.languages.variables import Way
from wederhoor.reading.variables.scope import VariableScope
from wederhoor.syntax.clauses import SUBJECT, VERBAL, children, is_plural
from wederhoor.syntax.nouns import names_somebody

BACK = 3
"""Sentences before, in which a change may be told."""


def thing_before(s: VariableScope, pronoun: int) -> int | None:
    """The subject named before, in this sentence or the one before, that a pronoun agrees with; nobody who acts."""
    p, words = s.p, s.pack.variables.anaphors
    form = p.lower[pronoun]
    plural = form in words.things_plural and not (form in words.things and "Number=Sing" in p.feats[pronoun])
    if not plural and form not in words.things:
        return None
    number = p.sentence_of[pronoun]
    for here in (number, number - 1):
        if here < 0:
            break
        first, end = p.sentences[here]
        for w in range(min(end, pronoun) - 1, first - 1, -1):
            likely = p.deps[w] in SUBJECT and p.upos[w] == "NOUN" and is_plural(p, w) == plural
            if likely and not _neuter_clash(s, form, w) and not names_somebody(p, w, s.pack):
                return w
    return None


def _neuter_clash(s: VariableScope, form: str, noun: int) -> bool:
    """*Het* stands for no noun with *de*."""
    return "Gender=Com" in s.p.feats[noun] and form in s.pack.variables.anaphors.neuter and not is_plural(s.p, noun)


def changed_before(s: VariableScope, noun: int, way: Way) -> int | None:
    """What went the way that a bare noun of change says, in the sentences before: *de prijs steeg. Die stijging ...*."""
    p, words = s.p, s.pack.variables
    lemma = p.lemmas[noun].lower()
    last = p.sentence_of[noun]
    first = p.sentences[max(0, last - BACK)][0]
    for w in range(noun - 1, first - 1, -1):
        other = p.lemmas[w].lower()
        if p.upos[w] == "NOUN" and other == lemma and other not in words.empty.times:
            likely = [c for c in children(p, w, "nmod") if c > w]
        elif p.upos[w] in VERBAL and words.subject_verbs.get(other) == way:
            likely = [c for c in children(p, w, *SUBJECT) if p.upos[c] in ("NOUN", "PROPN")]
        else:
            continue
        if likely:
            return likely[0]
    return None
