"""Who stands where around a verb: subject, objects, prepositions, as the doer and the done-to of its meaning.

Passives are turned round, relative pronouns stand for their noun, and a verb without a subject of its own takes that of the
verb above it: by conjunction, by control, by purpose.
"""

from __future__ import annotations

from wederhoor.reading.events.arguments import Arguments
from wederhoor.reading.events.kinds import fits
from wederhoor.reading.events.mending import mend
from wederhoor.reading.text import Text
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    AUXILIARY,
    RELATIVE,
    SUBJECT,
    antecedent,
    charged_with,
    child,
    children,
    has_child,
    has_word,
    is_bare_passive,
    is_finite,
    is_participle,
    preposition_of,
)
from wederhoor.syntax.predicates import has_form_of_infinitive

CLIMB = 4
"""How many steps up a doer is looked for."""
OBLIQUE = ("obl", "obl:arg", "obl:agent", "nmod", "advmod", "advcl", "xcomp")
COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl")


def arguments_of(text: Text, verb: int) -> Arguments:
    """The clause of a verb, or of a copula by the predicate that it belongs to."""
    p = text.parse
    node = p.heads[verb] if p.deps[verb] == "cop" else verb
    passive = text.clause(node).passive or is_bare_passive(p, node) or _names_doer(text, node)
    clause = Arguments(verb, node, passive=passive)
    for c in p.children[node]:
        _place(text, clause, c)
    _relative_preposition(text, clause)
    mend(text, clause)
    if clause.passive:
        if clause.object is None:
            clause.object = _described(p, node) or _subject(text, node) or doer_above(text, node)
        clause.subject = _first(clause, text.pack.closed.by)
    elif _is_nominal(p, verb):
        clause.object = clause.object or _first(clause, text.pack.closed.of)
        clause.subject = _first(clause, text.pack.closed.by) or _beyond(text, clause.object) or doer_above(text, verb)
    else:
        _complete(text, clause)
    if clause.object == clause.subject:
        clause.object = None
    return clause


def _complete(text: Text, clause: Arguments) -> None:
    """Find the subject and the object of an active clause where others have them."""
    if clause.subject is None:
        clause.subject = _subject(text, clause.node)
    if clause.subject is None:
        clause.subject = doer_above(text, clause.node)
    if clause.object is None:
        clause.object = _shared_object(text.parse, clause.node)


def _names_doer(text: Text, node: int) -> bool:
    """*arrived, attacked by [rebels]*: a verb without auxiliary and object that tells by whom it was done."""
    p = text.parse
    by = any(has_word(p, c, text.pack.closed.by, "case") for c in children(p, node, "obl:agent"))
    return by and p.upos[node] == "VERB" and not has_child(p, node, *AUXILIARY, *SUBJECT, "obj")


def _described(p: Parse, node: int) -> int | None:
    """*[the hostages] killed by rebels*: what a participle behind it describes is what it was done to."""
    return p.heads[node] if p.deps[node] == "acl" and p.heads[node] < node and is_participle(p, node) else None


def _place(text: Text, clause: Arguments, c: int) -> None:
    """Put one child of the clause's head where it belongs."""
    p, closed = text.parse, text.pack.closed
    relation = p.deps[c]
    if relation == "expl:pv" or p.lower[c] in closed.reflexives:
        clause.reflexive = True
    elif p.lower[c] in closed.reciprocals:
        clause.each_other = True
    elif relation == "obj" and (clause.object is None or p.upos[clause.object] not in ("NOUN", "PROPN", "PRON")):
        clause.object = c
    elif relation == "iobj":
        clause.indirect = c
    elif relation == "nsubj:pass":
        clause.object, clause.subject = (c, None) if clause.passive else (clause.object, c)
    elif relation in OBLIQUE:
        _place_oblique(text, clause, c)
    if relation in COMPLEMENTS:
        _place_complement(text, clause, c)


def _place_complement(text: Text, clause: Arguments, c: int) -> None:
    if text.clause(c).infinitive:
        clause.infinitive = True
    elif text.parse.deps[c] == "ccomp":
        clause.clausal = True


def _place_oblique(text: Text, clause: Arguments, c: int) -> None:
    p = text.parse
    case = preposition_of(p, c)
    if case is None:
        return
    clause.prepositions.setdefault(p.lower[case], c)
    for further in p.children[c]:
        inner = preposition_of(p, further)
        if inner is not None and p.deps[further] == "nmod" and p.lower[inner] in text.pack.closed.against:
            clause.prepositions.setdefault(p.lower[inner], further)


def _relative_preposition(text: Text, clause: Arguments) -> None:
    """*waartegen*, *waarop*: the preposition of a relative clause, with the noun that it belongs to."""
    p = text.parse
    if p.deps[clause.node] == RELATIVE:
        for c in p.children[clause.node]:
            preposition = text.pack.events.grammar.relative_prepositions.get(p.lower[c])
            if preposition:
                clause.prepositions.setdefault(preposition, p.heads[clause.node])


def _first(clause: Arguments, prepositions: frozenset[str]) -> int | None:
    return next((word for prep, word in clause.prepositions.items() if prep in prepositions), None)


def _is_nominal(p: Parse, verb: int) -> bool:
    """*het beschieten van*: an infinitive with an article."""
    return has_form_of_infinitive(p, verb) and has_child(p, verb, "det")


def _beyond(text: Text, done_to: int | None) -> int | None:
    """*het beschieten van de stad door [het leger]*: the doer, which a parse may hang on what it is done to."""
    p = text.parse
    below = () if done_to is None else children(p, done_to, "nmod")
    return next((c for c in below if c > p.heads[c] and has_word(p, c, text.pack.closed.by, "case")), None)


def _subject(text: Text, verb: int) -> int | None:
    """The subject, a relative pronoun by what it stands for."""
    p = text.parse
    found = text.clause(verb).subject
    if found is not None and found == p.heads[verb] and p.deps[verb] == "acl" and text.clause(verb).infinitive:
        return None  # het plan om te sluiten: not the plan does it
    return found if found is None else resolved(text, found)


def resolved(text: Text, word: int) -> int:
    """The noun that a relative pronoun stands for, else the word itself."""
    stands_for = antecedent(text.parse, word, text.pack)
    return word if stands_for is None else stands_for


def doer_above(text: Text, verb: int) -> int | None:
    """Who does what an infinitive says that has no subject of its own: the subject above it, or the object where it controls."""
    p = text.parse
    here = verb
    for _ in range(CLIMB):
        above = p.heads[here]
        if above == here or (
            here == verb
            and p.deps[verb] not in (*COMPLEMENTS, "nmod", "obl", "obj", "nsubj", "conj", "obl:arg", "compound:prt")
        ):
            return None
        if p.upos[above] in ("VERB", "AUX", "ADJ"):
            charged = charged_with(p, verb, text.pack) if here == verb else None
            if charged is not None:
                return resolved(text, charged)
            if p.lemmas[above] in text.pack.events.grammar.object_control and p.deps[here] in COMPLEMENTS:
                controller = child(p, above, "obj", "iobj", "nsubj:pass")
                if controller is not None:
                    return resolved(text, controller)
            found = _subject(text, above)
            if found is not None:
                return found
        owner = _owner(text, above) if p.upos[above] == "NOUN" else None
        if owner is not None:
            return owner
        here = above
    return None


def _owner(text: Text, noun: int) -> int | None:
    """Whose it is: *zijn plan*, *het plan van [het bestuur]* om te sluiten."""
    p = text.parse
    for c in p.children[noun]:
        of = p.deps[c] == "nmod" and has_word(p, c, text.pack.closed.of)
        if p.deps[c] == "nmod:poss" or ((of or _is_bare_owner(p, noun, c)) and fits(text, c, ("actor",))):
            return c
    return noun if _is_bare_owner(p, p.heads[noun], noun) and fits(text, noun, ("actor",)) else None


def _is_bare_owner(p: Parse, noun: int, owner: int) -> bool:
    """*Plan [kabinet] om ...*: right behind the first noun of a headline, without an article."""
    first, _ = p.sentences[p.sentence_of[noun]]
    bare = p.upos[owner] in ("NOUN", "PROPN") and not has_child(p, owner, "det", "case")
    return bare and noun == first and owner == noun + 1 and p.upos[noun] == "NOUN"


def _shared_object(p: Parse, verb: int) -> int | None:
    """The object that stands with the second of two joined verbs: *mishandelden en beroofden de man*."""
    for c in p.children[verb]:
        if p.deps[c] == "conj" and p.upos[c] == "VERB" and is_finite(p, c) == is_finite(p, verb) and c - verb <= 3:
            return child(p, c, "obj")
    first = p.heads[verb]
    joined = p.deps[verb] == "conj" and is_participle(p, verb) and is_participle(p, first)
    return child(p, first, "obj") if joined and first != verb else None
