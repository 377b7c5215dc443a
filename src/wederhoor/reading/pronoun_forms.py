"""What a pronoun can mean by its form and its clause: one or many, people, bodies or texts."""

from __future__ import annotations

from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import SUBJECT, has_child, is_finite, is_plural, with_auxiliaries
from wederhoor.syntax.nouns import noun_kind


def number_and_kinds(text: Text, holder: int) -> tuple[bool, frozenset[str]]:
    """Whether a pronoun is plural, and what it can mean; nothing where it is no pronoun of the third person."""
    p, closed = text.parse, text.pack.closed
    word = p.lower[holder]
    plural = word in closed.they and (word not in closed.she or means_many(p, holder))
    if plural:
        return True, frozenset({"group", "organisation", "person"})
    if word in closed.it:
        return False, frozenset({"organisation", "text"})
    if word in closed.demonstratives:
        return False, frozenset({"person", "organisation", "group", "text"})
    third = word in closed.he | closed.she | closed.they
    return False, frozenset({"person"}) if third else frozenset()


def means_many(p: Parse, holder: int) -> bool:
    """*ze* and *zij* are she or they: the verb tells; as object they are many."""
    verb = p.heads[holder]
    if p.deps[holder] in ("obj", "iobj"):
        return True
    group = with_auxiliaries(p, verb)
    return any(is_finite(p, w) and is_plural(p, w) for w in group)


def forms_alike(text: Text, form: str) -> frozenset[str]:
    """The forms of *he*, of *she*, or in a language that speaks so of bodies of *it*, with this one."""
    closed = text.pack.closed
    bodies = (closed.it,) if text.pack.grammar.subject_first else ()
    return next((forms for forms in (closed.he, closed.she, *bodies) if form in forms), frozenset[str]())


def tells_of_somebody(text: Text, pronoun: int) -> bool:
    """Whether a pronoun outside of quotations means somebody: of *it* the subject alone."""
    p = text.parse
    somebody = p.deps[pronoun] in SUBJECT or p.lower[pronoun] not in text.pack.closed.it
    return p.upos[pronoun] == "PRON" and not text.quoted[pronoun] and somebody


def is_called_thing(text: Text, pronoun: int) -> bool:
    """*Een farce waren [ze]*: what a noun that is none for people says of them; these may be no people."""
    p, noun = text.parse, text.parse.heads[pronoun]
    said = p.deps[pronoun] in SUBJECT and p.upos[noun] == "NOUN" and has_child(p, noun, "cop")
    return said and noun_kind(p.lemmas[noun].lower(), text.pack) is None
