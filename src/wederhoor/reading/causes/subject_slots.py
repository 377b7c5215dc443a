"""The subject of a verb of cause: as the parse has it, or where that took another word for it."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.reading.causes.draft import Slot
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    AUXILIARY,
    SUBJECT,
    child,
    has_child,
    is_finite,
    is_participle,
    is_passive,
    is_plural,
    is_present_participle,
)
from wederhoor.syntax.nouns import names_somebody

OBLIQUE = ("obl", "obl:arg", "obl:agent", "nmod", "advcl", "xcomp", "obj", "conj", "acl")
TAKING_UP = ("advcl", "conj")
"""Relations of a participle that takes up the clause before it."""


def subject_slots(text: Text, verb: int) -> Iterator[Slot]:
    """The subject; of a passive what *door* names."""
    p = text.parse
    if (around := _clause_before(text, verb)) is not None:
        yield Slot(around, "around")
        return
    if (named := _named_by_copula(text, verb)) is not None:
        yield named
        return
    if not is_turned(p, verb):
        subject = first_of_two(text, verb)
        if subject is None:
            subject = text.clause(verb).subject
        if subject is None:
            subject = _taken_for_object(p, verb)
        if subject is not None:
            yield Slot(subject, "clause" if p.deps[subject] == "csubj" else "phrase")
        return
    for c in p.children[verb]:
        doer = next((g for g in p.children[c] if p.deps[g] == "case" and _names_doer(text, g)), None)
        if doer is not None and p.deps[c] in OBLIQUE:
            yield Slot(c, "phrase", (doer,))


def _named_by_copula(text: Text, verb: int) -> Slot | None:
    """*What drives rents is [demand]*: what the clause of a verb with *what* for its subject is said to be."""
    p = text.parse
    subject, above = child(p, verb, *SUBJECT), p.heads[verb]
    copula = child(p, above, "cop")
    asked = subject is not None and p.lower[subject] in text.pack.grammar.question_words and not p.children[subject]
    if not asked or p.deps[verb] not in ("csubj", "nsubj") or copula is None or not verb < copula < above:
        return None
    return Slot(above, "phrase", (copula,)) if p.upos[above] == "NOUN" else None


def _clause_before(text: Text, verb: int) -> int | None:
    """*[A lorry hit the bridge], causing it to collapse*: a participle behind a comma takes up the clause before it."""
    p = text.parse
    above = p.heads[verb]
    if not text.pack.grammar.subject_first or above > verb:
        return None
    if p.deps[verb] not in TAKING_UP and not (p.deps[verb] == "acl" and has_child(p, above, "cop")):
        return None
    behind = p.words[verb - 1] == "," and is_present_participle(p, verb)
    return above if behind and not has_child(p, verb, *SUBJECT, "mark", "aux", "aux:pass") else None


def first_of_two(text: Text, verb: int) -> int | None:
    """The subject before the verb, where a parse has it for an object since the other noun agrees too: *de mist trof de stad*.

    Of two things of which either may be the subject, the first one is.
    """
    p = text.parse
    behind = child(p, verb, *SUBJECT)
    if behind is None or behind < verb or p.upos[behind] != "NOUN" or names_somebody(p, behind, text.pack):
        return None
    things = [
        c for c in p.children[verb] if p.deps[c] in ("obj", "obl", "nsubj") and p.upos[c] == "NOUN" and is_bare(p, c)
    ]
    first = next((c for c in things if c < verb and p.lemmas[c].lower() not in text.pack.forecasts.units), None)
    if first is None or len({*things, behind}) > 2 or is_plural(p, first) != is_plural(p, behind):
        return None
    return first


def _taken_for_object(p: Parse, verb: int) -> int | None:
    """The only noun before a finite verb without a subject is that: *hogere boetes zorgen voor ...*."""
    things = [c for c in p.children[verb] if p.deps[c] in ("obj", "obl") and p.upos[c] == "NOUN" and is_bare(p, c)]
    if len(things) != 1 or things[0] > verb:
        return None
    plural = is_plural(p, things[0])
    # the plural of the present looks like the infinitive
    agrees = plural == is_plural(p, verb) if is_finite(p, verb) else plural and p.deps[verb] == "ROOT"
    return things[0] if agrees else None


def is_bare(p: Parse, word: int) -> bool:
    """Without a preposition, also where the parser hung that on the number: *tot 138 euro*."""
    numbers = (h for g in p.children[word] if p.deps[g] == "nummod" for h in p.children[g])
    return not any(p.deps[g] in ("case", "mark", "cop") for g in (*p.children[word], *numbers))


def is_turned(p: Parse, verb: int) -> bool:
    """Whether what the verb has for a subject is what is done: a passive, or a participle at a noun."""
    joined = p.deps[verb] == "conj" and is_participle(p, verb) and child(p, verb, "aux", "aux:pass") is None
    # a parse may take the subject for that of a passive: *het verzuim vergroot de druk*
    active = not joined and child(p, verb, *AUXILIARY) is None and child(p, verb, "obj") is not None
    return (is_passive(p, verb) and not active) or attributes(p, verb) or (joined and is_passive(p, p.heads[verb]))


def attributes(p: Parse, verb: int) -> bool:
    """A past participle at a noun: *schade, veroorzaakt door de storm*, *de door de storm veroorzaakte schade*."""
    return p.deps[verb] in ("acl", "amod") and is_participle(p, verb) and p.upos[p.heads[verb]] == "NOUN"


def _names_doer(text: Text, word: int) -> bool:
    if text.parse.lower[word] in text.pack.closed.by:
        return True
    return any(e.doer and len(e.words) == 1 for e in text.pack.causes.connectives.get(text.parse.lower[word], ()))
