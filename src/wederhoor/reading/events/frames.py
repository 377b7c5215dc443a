"""Whether a clause is such as a group of verbs asks for: the kinds of its subject and object, and what else stands there."""

from __future__ import annotations

from wederhoor.languages.events import Kind, VerbGroup
from wederhoor.reading.events.arguments import Arguments
from wederhoor.reading.events.kinds import asks, fits
from wederhoor.reading.text import Text
from wederhoor.syntax.clauses import child, children, has_child
from wederhoor.syntax.stretches import any_lemma

BROAD = ("actor", "plural", "pronoun", "name", "group", "organisation")
"""Kinds that nearly every subject is: one that is not named will be so too."""

BODIES = frozenset({"actor", "organisation", "company", "body"})
RUN = ("plant", "facility", "venue")
"""Kinds of what people work in, which employs and dismisses them."""


def holds(text: Text, clause: Arguments, group: VerbGroup) -> bool:
    """Whether the conditions of a group hold in a clause."""
    if not _has_object(text, clause, group) or not _has_subject_of(text, clause, group):
        return False
    if group.needs and not any(_stands(text, clause, slot) for slot in group.needs):
        return False
    if group.needs_kind and not any(fits(text, w, group.needs_kind) for w in clause.all_at(group.needs)):
        return False
    if group.code == "THREATEN" and clause.infinitive and _happens(text, clause):
        return False
    return not any(_stands(text, clause, slot) for slot in group.lacks)


def _has_object(text: Text, clause: Arguments, group: VerbGroup) -> bool:
    missing = clause.object is None and asks(group.object) and "none" not in group.object
    return not missing and fits(text, clause.object, group.object)


def _has_subject_of(text: Text, clause: Arguments, group: VerbGroup) -> bool:
    """Whether the subject is of the kind that is asked for; one that is not named may be of any kind that nearly all are."""
    if clause.subject is not None and not _is_any(text, clause.subject, group.subject):
        return fits(text, clause.subject, group.subject) or _runs(text, clause, group)
    narrow = any(k[0] != "!" and k not in BROAD for k in group.subject) and "none" not in group.subject
    return not (asks(group.subject) and (narrow or "subject" in group.patient))


def _runs(text: Text, clause: Arguments, group: VerbGroup) -> bool:
    """*[The theatre] appointed a director*: where people work acts as a body where it does something to somebody."""
    wanted = {kind for kind in group.subject if kind != "!thing"}
    bodies = not wanted or not (wanted.isdisjoint(BODIES) or any(kind[0] == "!" for kind in wanted))
    return bodies and fits(text, clause.subject, RUN) and fits(text, clause.object, ("actor",))


def _is_any(text: Text, subject: int, wanted: tuple[Kind, ...]) -> bool:
    """*only [27] have ratified it*: a number stands for one of the kinds that would do it."""
    alone = text.parse.upos[subject] == "NUM" and not has_child(text.parse, subject, "nmod", "conj", "appos")
    return alone and any(kind[0] != "!" for kind in wanted)


def _happens(text: Text, clause: Arguments) -> bool:
    """Whether what is threatened is done by nobody."""
    p = text.parse
    below = children(p, clause.node, "xcomp", "ccomp", "aux")
    return any({p.lemmas[c], p.stems[c]} & text.pack.events.grammar.happenings for c in below)


def _stands(text: Text, clause: Arguments, slot: str) -> bool:
    """Whether a slot is filled, or a clause of some kind is there: an infinitive, a finite one, help as purpose or as wish."""
    p = text.parse
    if slot == "inf":
        return clause.infinitive
    if slot == "aid":
        below = children(p, clause.node, "advcl")
        return any_lemma(p, below, text.pack.events.grammar.aiding)
    if slot == "refused":
        helpers = {p.lemmas[c] for c in children(p, clause.node, "aux")} | {p.lemmas[p.heads[clause.node]]}
        negated = bool(text.clause(clause.node).negations)
        return negated and bool(helpers & text.pack.events.grammar.refusing)
    if slot == "asked":
        above = p.heads[clause.node]
        return (
            p.deps[clause.node] in ("xcomp", "ccomp")
            and joined_lemma(text, above) in text.pack.events.grammar.demanding
        )
    return clause.clausal if slot == "clause" else clause.at(slot) is not None


def joined_lemma(text: Text, verb: int) -> str:
    """A verb's lemma with its own particle, which a preposition before its noun is not: *tegen het licht houden*."""
    p = text.parse
    particle = child(p, verb, "compound:prt")
    behind = len(p) if particle is None else particle + 1
    if behind < len(p) and p.upos[behind] == "DET" and p.heads[p.heads[behind]] == verb:
        return p.stems[verb]
    return p.lemmas[verb]
