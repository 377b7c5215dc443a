"""Mending what the parser often gets wrong around a verb: measures, two subjects, two objects, names, particles."""

from __future__ import annotations

from wederhoor.reading.events.arguments import Arguments
from wederhoor.reading.events.kinds import fits, is_time
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import SUBJECT, children, has_child, has_word, is_finite, preposition_of

STRAY = ("obl", "parataxis", "nmod", "appos")
"""Relations that the parser gives an object which stands far from its verb."""
WHOLE = ("ROOT", "ccomp", "advcl")
"""Relations of clauses that have a subject of their own where they are finite."""


def mend(text: Text, clause: Arguments) -> None:
    """Put right the participants of a clause whose tree cannot be."""
    if clause.object is None and not clause.passive:
        measures = (c for c in text.parse.children[clause.node] if _bare_measure(text, c))
        clause.object = next(measures, None)
    _mend_subjects(text, clause)
    _mend_objects(text, clause)
    _mend_particles(text, clause)
    if clause.object is not None:
        _reach_through(text, clause, clause.object)


def _reach_through(text: Text, clause: Arguments, noun: int) -> None:
    """What hangs on the object by a preposition takes part too: *de steun aan [het leger] opschorten*."""
    p = text.parse
    for c in p.children[noun]:
        if p.deps[c] == "nmod" and c > noun:
            case = preposition_of(p, c)
            if case is not None and p.lower[case] in text.pack.events.grammar.toward:
                clause.prepositions.setdefault(p.lower[case], c)


def _mend_subjects(text: Text, clause: Arguments) -> None:
    p = text.parse
    subjects = _subjects(text, clause)
    if len(subjects) == 1 and subjects[0] > clause.node and clause.object is None and _follows_name(text, clause):
        # [partijleider Jansen] viel [de premier] aan
        clause.subject, clause.object = p.heads[clause.node], subjects[0]
    elif len(subjects) == 2 and p.upos[clause.node] == "VERB":
        clause.subject = subjects[0]
        if clause.object is None:
            clause.object = subjects[1]  # sprak [het hof] [de directeur] vrij
        else:
            clause.indirect = clause.indirect or subjects[1]  # belooft [de bewoners] [een school]
    elif not subjects and not clause.passive:
        below = (s for c in children(p, clause.node, "aux") for s in children(p, c, "nsubj"))
        clause.subject = next(below, None)


def _subjects(text: Text, clause: Arguments) -> list[int]:
    """The subjects that the parser sees, without times: *kwamen [dit weekeinde] [tien mensen] om*."""
    stated = children(text.parse, clause.node, "nsubj")
    able = [s for s in stated if not is_time(text, s)]
    if len(stated) > len(able) == 1:
        clause.subject = able[0]
    return able


def _follows_name(text: Text, clause: Arguments) -> bool:
    """Whether the parser has hung the clause on the noun before it, as if that were a heading."""
    p = text.parse
    above = p.heads[clause.node]
    return p.deps[clause.node] == "parataxis" and p.upos[above] in ("NOUN", "PROPN") and above < clause.node


def _mend_objects(text: Text, clause: Arguments) -> None:
    p = text.parse
    objects = [c for c in children(p, clause.node, "obj") if p.upos[c] in ("NOUN", "PROPN")]
    has_subject = has_child(p, clause.node, *SUBJECT)
    if len(objects) == 2 and has_subject and clause.indirect is None:
        clause.indirect, clause.object = objects  # legt [het bedrijf] [een boete] op
    elif has_subject or clause.passive or clause.subject is not None:
        return
    elif len(objects) == 2:
        clause.subject, clause.object = objects  # verloor [het leger] [elf man]
    elif clause.object is not None:
        clause.subject = _name_before(text, clause.object)
        if clause.subject is None and _needs_subject(text, clause):
            clause.subject, clause.object = clause.object, None


def _needs_subject(text: Text, clause: Arguments) -> bool:
    """Whether a finite clause of its own has no other subject than its object: *dat er tachtig banen sneuvelen*."""
    p = text.parse
    if p.deps[clause.node] not in WHOLE or p.upos[clause.node] != "VERB" or clause.reflexive:
        return False
    finite = (
        is_finite(p, w) for w in (clause.node, *p.children[clause.node]) if p.deps[w] == "aux" or w == clause.node
    )
    opened = (p.lower[c] for c in children(p, clause.node, "mark") if p.upos[c] == "SCONJ")
    if not any(finite) and all(word in text.pack.events.grammar.purpose for word in opened):
        return False
    return has_word(p, clause.node, text.pack.events.grammar.expletive) or _is_plural_doer(text, clause)


def _is_plural_doer(text: Text, clause: Arguments) -> bool:
    """Many people with nobody else in the clause: *hebben duizenden mensen gedemonstreerd*."""
    p, word = text.parse, clause.object
    return (
        word is not None and word in text.figure_at and p.deps[clause.node] == "ROOT" and fits(text, word, ("actor",))
    )


def _name_before(text: Text, noun: int) -> int | None:
    """The name that stands before a noun without a preposition, which no name does: *wil [Corex] [fabrieken] sluiten*."""
    p = text.parse
    before = (c for c in children(p, noun, "nmod", "appos") if c < noun)
    return next((c for c in before if p.entity_of[c] >= 0 and not p.children[c]), None)


def _mend_particles(text: Text, clause: Arguments) -> None:
    """Two particles with one verb: one of them is of a verb that the parser missed."""
    p = text.parse
    particles = children(p, clause.node, "compound:prt")
    if len(particles) > 1 and clause.object is not None and clause.object < particles[0]:
        clause.subject, clause.object = clause.object, None


def _bare_measure(text: Text, c: int) -> bool:
    """*kost tienduizend banen*: a counted noun without preposition that is no time."""
    p = text.parse
    if p.deps[c] not in STRAY or p.upos[c] not in ("NOUN", "NUM", "ADJ") or is_time(text, c):
        return False
    counted = has_child(p, c, "det") or any(g in text.figure_at for g in p.children[c])
    return counted and not has_child(p, c, "case")
