"""How many a verb of counting says that there are: *telde [zes boten]*, *kwam uit op [zes]*."""

from __future__ import annotations

from wederhoor.languages.reporting import ReportingVerb
from wederhoor.reading.attributions.phrases import object_of, prepositional
from wederhoor.reading.text import Text
from wederhoor.syntax.nouns import noun_kind
from wederhoor.syntax.phrases import tops_of
from wederhoor.syntax.predicates import finite_of, tells_past
from wederhoor.syntax.stretches import is_named


def counted_object(text: Text, verb: int, entry: ReportingVerb, fixed: tuple[int, ...]) -> tuple[int, ...] | None:
    """The words for how many of what, an object or behind a preposition of the entry; no figure of what the subject has."""
    p = text.parse
    if entry.prepositions:
        content, case = prepositional(text, verb, entry, fixed) or ((), ())
        target = next(iter(tops_of(p, content)), None)
    else:
        case, target = (), object_of(text, verb, fixed) or _of_them(text, verb)
    if target is None or p.lemmas[target].lower() in text.pack.propositions.words.belonging:
        return None
    words = tuple(w for w in p.subtree(target) if w not in case)
    counts = any(p.upos[w] == "NUM" for w in words)
    return words if counts and (entry.prepositions or _counts_once(text, verb, target)) else None


def _of_them(text: Text, verb: int) -> int | None:
    """*Heeft [er 227] op naam*: so many of what was told before."""
    p = text.parse
    there = (c for c in p.children[verb] if p.lower[c] in text.pack.closed.expletives)
    return next((c for c in there if any(p.upos[g] == "NUM" for g in p.children[c])), None)


def _counts_once(text: Text, verb: int, thing: int) -> bool:
    """Whether a verb of counting tells what its subject found, not what it has: a person, the past, or what happens."""
    p = text.parse
    finite, subject = finite_of(p, verb), text.clause(verb).subject
    if "VerbForm=Part" in p.feats[verb] or (finite is not None and tells_past(p, finite)):
        return True
    words, lemma = text.pack.propositions.words, p.lemmas[thing].lower()
    if words.counted.get(lemma, lemma) in words.growing:
        return True
    person = subject is not None and noun_kind(p.lemmas[subject].lower(), text.pack) == "person"
    return person or (subject is not None and is_named(p, subject, "PER"))
