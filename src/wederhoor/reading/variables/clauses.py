"""The variables of a clause: *de lonen gaan omlaag* is wages, down; *het dorp wordt armer* is the poverty of the village, up."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.languages.variables import Way
from wederhoor.reading.variables.draft import VariableDraft, times
from wederhoor.reading.variables.events import Roles, name_event
from wederhoor.reading.variables.modifiers import denial, is_gauge, is_nominal
from wederhoor.reading.variables.naming import meant
from wederhoor.reading.variables.phrases import read_phrase
from wederhoor.reading.variables.scope import VariableScope
from wederhoor.reading.variables.states import read_state
from wederhoor.syntax.clauses import (
    SUBJECT,
    child,
    has_child,
    has_word,
    is_finite,
    is_participle,
    is_plural,
    marker_of,
)
from wederhoor.syntax.nouns import names_somebody, noun_kind
from wederhoor.syntax.stretches import any_form

NOUNS = ("NOUN", "PROPN")
THINGS = (*NOUNS, "PRON", "NUM", "X", "SYM")


def read_clause(s: VariableScope, head: int, way: Way = 1, subject: int | None = None) -> list[VariableDraft]:
    """One variable for each clause that ``head`` joins; ``subject`` is what a clause without one takes from the one before."""
    own = next((c for c in s.below(head) if s.p.deps[c] in SUBJECT and not is_gauge(s, c, head)), None)
    doer = own if own is not None else _own_thing(s, head) or subject
    there = doer is None and _is_there(s, head)
    found = read_phrase(s, head, times(way, denial(s, head))) if there else list(_clause(s, head, way, doer))
    for c in s.below(head):
        if s.p.deps[c] == "conj" and c > head and s.p.upos[c] in ("VERB", "AUX", "ADJ"):
            found += read_clause(s, c, way, doer)
    return found


def _own_thing(s: VariableScope, head: int) -> int | None:
    """The subject of a clause that the parser took for its object: *en de prijzen dalen*, *doet de prijzen dalen*."""
    lemma = s.lemma(head)
    if (
        s.p.deps[head] not in ("conj", "xcomp")
        or lemma not in s.pack.variables.subject_verbs
        or _on_object(s, lemma) is not None
    ):
        return None
    return _object(s, head)


def _clause(s: VariableScope, head: int, way: Way, subject: int | None) -> Iterator[VariableDraft]:
    p, words = s.p, s.pack.variables
    thing = subject if subject is not None else _object(s, head)
    denied = times(way, denial(s, head))
    if _is_state(s, head):
        yield from read_state(s, head, thing, denied if p.upos[head] in ("ADJ", "VERB", "ADV") else way)
    elif (adjective := _complement(s, head)) is not None:
        yield from read_state(s, adjective, thing, times(denied, denial(s, adjective)))
    elif (inner := _inner(s, head)) is not None:
        against = s.lemma(head) in words.verbs.against
        made = _object(s, head) if s.lemma(head) in s.pack.grammar.object_control else None
        yield from _clause(s, inner, times(denied, -1 if against else 1), thing if made is None else made)
    else:
        doer = _controller(s, head) if subject is None else subject
        yield from _change(s, head, doer, denied) or _event(s, head, doer, denied)


def _is_state(s: VariableScope, head: int) -> bool:
    """*Is high*; not *if rents were to fall*, where the copula is an auxiliary."""
    p = s.p
    marks = s.pack.grammar.infinitive_marks
    ahead = p.upos[head] == "VERB" and any(p.lower[c] in marks for c in s.children(head, "mark"))
    return (s.child(head, "cop") is not None and not ahead) or p.upos[head] == "ADJ"


def _complement(s: VariableScope, head: int) -> int | None:
    """The adjective beside a copula: *blijft [hoog]*, *wordt [armer]*."""
    if s.lemma(head) not in s.pack.variables.verbs.copulas or _steering(s, head) is not None:
        return None
    return _predicative(s, head)


def _controller(s: VariableScope, head: int) -> int | None:
    """The subject of a clause above, which a clause without one of its own takes over."""
    clause = s.text.clause(head)
    return clause.subject if s.p.deps[head] in ("xcomp", "conj") or clause.infinitive else None


def _is_there(s: VariableScope, head: int) -> bool:
    """*er is minder vraag*: by the parse what something is."""
    there = any_form(s.p, s.below(head), s.pack.closed.expletives)
    return there and s.child(head, "cop") is not None and is_nominal(s, head)


def _degree(s: VariableScope, head: int) -> Way | None:
    """Which way an adverb says that the verb goes: *minder lenen*, *vaker staken*."""
    p, words = s.p, s.pack.variables
    for c in s.below(head):
        if p.deps[c] in ("advmod", "obl", "obj", "xcomp") and (way := words.adverbs.get(p.lower[c])) is not None:
            gauging = p.lower[c] in words.adverb_kinds.gauging
            if not (gauging and p.lower[c - 1] in s.pack.closed.negations):
                return way
    return None


def _predicative(s: VariableScope, head: int) -> int | None:
    """The adjective that the subject is or becomes; an adverbial one only where it is known to tell of a subject."""
    p, words = s.p, s.pack.variables
    for relations in (("xcomp", "obj"), ("advmod",)):
        for c in reversed(s.below(head)):
            lemma = p.lemmas[c].lower()
            likely = "advmod" not in relations or lemma in words.degrees or lemma in words.dimensions
            quality = p.upos[c] == "ADJ" and p.deps[c] in relations and p.lower[c] not in words.adverbs
            if quality and likely and not _is_noun(s, c):
                return c
    return None


def _is_noun(s: VariableScope, word: int) -> bool:
    return has_child(s.p, word, "case", "det")


def _steering(s: VariableScope, head: int) -> int | None:
    """*omlaag* in *gaan omlaag*."""
    return next((c for c in s.below(head) if s.p.lower[c] in s.pack.variables.adverb_kinds.steering), None)


def _inner(s: VariableScope, head: int) -> int | None:
    """The infinitive that says what happens: *blijft bestaan*, *weigert te betalen*."""
    p, verbs = s.p, s.pack.variables.verbs
    if s.lemma(head) not in verbs.through | verbs.against:
        return None
    clauses = (c for c in s.children(head, "xcomp", "ccomp") if p.upos[c] == "VERB")
    return next((c for c in clauses if not any(is_finite(p, w) for w in (c, *p.children[c]))), None)


def _object(s: VariableScope, head: int) -> int | None:
    """The object; also what the parser took for a second subject: *spanningen die de economie schaden*."""
    p = s.p
    for c in s.below(head):
        thing = p.upos[c] in THINGS or is_nominal(s, c)
        if p.deps[c] in ("obj", "iobj") and thing and p.lower[c] != s.pack.variables.naming.reflexive:
            return c
    first = child(p, head, *SUBJECT)
    second = [c for c in s.children(head, *SUBJECT) if c != first and p.upos[c] in NOUNS]
    return second[-1] if second else None


# what changes


def _change(s: VariableScope, head: int, subject: int | None, way: Way) -> list[VariableDraft]:
    """The variables where the verb, or an adverb with it, says that its subject or object rises or falls."""
    p, words = s.p, s.pack.variables
    lemma = s.lemma(head)
    thing = _object(s, head)
    steering = _steering(s, head)
    if steering is not None:
        return _rising(s, thing if thing is not None else subject, times(way, words.adverbs[p.lower[steering]]), head)
    ended = _ended(s, head, lemma)
    if ended is not None:
        return read_phrase(s, ended, times(way, -1))
    turn = _on_object(s, lemma)
    if turn is not None and (undergone := _undergone(s, head, subject, thing)) is not None:
        found = _rising(s, undergone, times(way, turn), head)
        if found or s.text.clause(head).passive:
            return found
    light = _light(s, head, subject, thing, way) if lemma in words.verbs.light else []
    borne = bool(light) and thing is not None and thing != subject  # the harbour suffers losses
    if not borne and (turn := words.subject_verbs.get(lemma)) is not None:
        return _rising(s, subject if subject is not None else thing, times(way, turn), head)
    return light


def _ended(s: VariableScope, head: int, lemma: str) -> int | None:
    """What somebody stops with: *is gestopt met de uitvoer*."""
    p, verbs = s.p, s.pack.variables.verbs
    if lemma not in verbs.against:
        return None
    for c in s.below(head):
        if marker_of(p, c) in verbs.ending and p.upos[c] in ("NOUN", "VERB"):
            return c
    return None


def _undergone(s: VariableScope, head: int, subject: int | None, thing: int | None) -> int | None:
    """What a verb does something to: its object, the subject of a passive and of *gaat verloren*."""
    p = s.p
    above = p.heads[head]
    tied = p.lemmas[above] in s.pack.variables.verbs.passive or (
        p.deps[head] == "conj" and s.text.clause(above).passive
    )
    turned = tied and thing is None and is_participle(p, head)
    return subject if turned or s.text.clause(head).passive else thing


def _on_object(s: VariableScope, lemma: str) -> Way | None:
    """What a verb does to its object, by the list of changes, else by that of causes."""
    words = s.pack.variables
    if (way := words.object_verbs.get(lemma)) is not None:
        return way
    for entry in s.pack.causes.verbs.get(lemma, ()):
        if not entry.words and entry.effect[0] == "object" and entry.sign != "0" and entry.cause == ("subject",):
            return -1 if entry.sign == "-" else 1
    return None


def _rising(s: VariableScope, thing: int | None, way: Way, verb: int) -> list[VariableDraft]:
    """The variables of what rises or falls; none for somebody, who does not."""
    if thing is None:
        return []
    p = s.p
    head, here = meant(s, thing)
    counted = s.lemma(verb) in s.pack.variables.verbs.numbering or _is_kind(here, head, verb)
    # bills rise
    text = noun_kind(p.lemmas[head].lower(), s.pack) == "text" and s.lemma(verb) in s.pack.variables.subject_verbs
    if names_somebody(p, head, s.pack) and not (counted or text):
        return []
    return read_phrase(here, head, way)


def _is_kind(s: VariableScope, head: int, verb: int) -> bool:
    """*Complaints decline*, *visitors drop*: of several of a kind, bare and without an object, there are more or fewer."""
    p = s.p
    bare = (
        p.upos[head] == "NOUN" and is_plural(p, head) and not has_child(p, head, "det", "nmod:poss", "nummod", "appos")
    )
    return bare and not has_child(p, verb, "obj", "xcomp", "ccomp")


def _light(s: VariableScope, head: int, subject: int | None, thing: int | None, way: Way) -> list[VariableDraft]:
    """*er is gebrek aan brood*, *er vallen doden*, *mensen hebben honger*."""
    p = s.p
    if thing is not None and p.upos[thing] == "NOUN" and not names_somebody(p, thing, s.pack):
        return read_phrase(s, thing, way)
    there = has_word(p, head, s.pack.closed.expletives)
    if subject is None:
        subject = next((c for c in s.children(head, "xcomp") if is_nominal(s, c)), None)
    if subject is not None and there and is_nominal(s, subject):
        return read_phrase(s, subject, way)
    return []


def _event(s: VariableScope, head: int, subject: int | None, way: Way) -> list[VariableDraft]:
    p = s.p
    thing = _object(s, head)
    agent = s.child(head, "obl:agent") if s.text.clause(head).passive else subject
    patient = _undergone(s, head, subject, thing)
    agent = None if agent == patient else agent
    for word in (agent, patient):
        if word is not None and s.holds(word) and p.upos[word] == "NOUN":
            told = read_phrase(s, word)
            way = times(way, told[0].way if len(told) == 1 and told[0].lemma == p.lemmas[word].lower() else 1)
    degree = _degree(s, head)
    found = name_event(s, head, Roles(agent, patient), times(way, degree or 1))
    return [found] if found else []
