"""How an event is named that is no change of something: *verzet van de bewoners*, *bezetten van het dorp door het leger*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wederhoor.languages.variables import Way
from wederhoor.reading.variables.draft import VariableDraft
from wederhoor.reading.variables.modifiers import direction
from wederhoor.reading.variables.naming import (
    LONGEST,
    argument,
    extent_of,
    joined,
    meant,
    parts_of,
    phrase_words,
    shortened,
)
from wederhoor.reading.variables.phrases import key_of
from wederhoor.reading.variables.scope import VariableScope
from wederhoor.syntax.clauses import has_child, is_plural
from wederhoor.syntax.nouns import names_somebody, noun_kind
from wederhoor.syntax.predicates import has_form_of_infinitive, is_present
from wederhoor.syntax.stretches import any_form

NEAR = ("obl:arg", "obl", "nmod")
CLAUSES = ("ccomp", "csubj", "xcomp")


class Roles(NamedTuple):
    """Who did it and what it was done to, by their heads."""

    agent: int | None
    patient: int | None


def name_event(s: VariableScope, verb: int, roles: Roles, way: Way) -> VariableDraft | None:
    """The variable that a verb and its participants are; None where that says too little."""
    lemma = infinitive(s, verb)
    phrase = None if roles.patient is None else f"{lemma} {s.lemma(roles.patient)}"
    noun = s.pack.variables.nominal_phrases.get(phrase or "")
    if noun is not None:  # the object is in the noun: het werk neerleggen is a strike
        roles = Roles(roles.agent, None)
    noun = noun or s.pack.variables.nominal.get(lemma)
    rest = _rest(s, verb, roles)
    told = [bool(rest), *(word is not None and bool(argument(s, word)) for word in reversed(roles))]
    modal = lemma in s.pack.variables.verbs.modals
    if _is_empty(s, lemma) and not any(told[:2] if modal else told):
        return None
    key, flip, more = key_of(noun or lemma, s)
    rest_parts = parts_of(s, rest)
    return VariableDraft(
        name=_name(s, verb, noun or lemma, roles, rest),
        words=s.extent,
        lemma=noun or lemma,
        key=key,
        parts=tuple(sorted({*_parts(s, roles), *rest_parts, *([more] if more else [])})),
        way=way,
        opposite=flip < 0,
        nominal=noun is not None,
    )


def infinitive(s: VariableScope, verb: int) -> str:
    """As it stands, where it is one, else the lemma; with the fixed words before it: *te hulp komen*, *nodig hebben*."""
    p = s.p
    words = [w for c in (*_fixed(s, verb), *_qualities(s, verb)) for w in p.subtree(c)]
    if words:
        return " ".join([*(p.lower[w] for w in words), p.stems[verb].lower()])
    return p.lower[verb] if _stands_as_infinitive(s, verb) else s.lemma(verb)


def _fixed(s: VariableScope, verb: int) -> list[int]:
    return [c for c in s.children(verb, "compound:prt") if has_child(s.p, c, "fixed")]


def _qualities(s: VariableScope, verb: int) -> list[int]:
    return [c for c in s.children(verb, "xcomp") if s.p.upos[c] in ("ADJ", "NOUN") and not s.below(c)]


def _stands_as_infinitive(s: VariableScope, verb: int) -> bool:
    """Whether a verb's form is its infinitive, also that of a plural: *wij werken*."""
    p = s.p
    if has_form_of_infinitive(p, verb):
        return True
    present = is_plural(p, verb) and is_present(p, verb) and p.lemmas[verb] == p.stems[verb]
    return present and p.lower[verb].endswith(s.pack.variables.naming.infinitive)


def _is_empty(s: VariableScope, lemma: str) -> bool:
    words = s.pack.variables
    empty = lemma in words.verbs.light or lemma in words.verbs.copulas or lemma in words.verbs.through
    return empty and lemma not in words.nominal


def _name(s: VariableScope, verb: int, own: str, roles: Roles, rest: Sequence[int]) -> str:
    """The first of these that is short enough: all of it, participants without what prepositions add, none of the rest.

    Of a clause as much as there is room for.
    """
    last = joined(s, rest).split()
    before = _is_empty(s, own) and bool(rest) and s.p.deps[rest[0]] == "case"
    for short in (False, True):
        words = _core(s, verb, [*last, own] if before else [own], roles, short=short)
        words += [] if before else last
        if len(words) <= LONGEST:
            return shortened(words)
    if clause_below(s, verb) is not None:
        return shortened(_core(s, verb, [own], roles, short=True) + last)
    cores = [_core(s, verb, [own], roles, short=short) for short in (False, True)]
    return shortened(next((core for core in cores if len(core) <= LONGEST), cores[-1]))


def _core(s: VariableScope, verb: int, own: list[str], roles: Roles, *, short: bool) -> list[str]:
    naming = s.pack.variables.naming
    agent, patient = (_shown(s, word, short=short) for word in roles)
    made = own[-1] != infinitive(s, verb)
    name = list(own)
    if not made and any_form(s.p, s.below(verb), (naming.reflexive,)):
        name.insert(0, naming.reflexive)
    if patient:
        name += [naming.of, *patient.split()]
    if agent and roles.agent is not None and agent != patient:
        acts = _acts(s, meant(s, roles.agent)[0])
        doer = patient or clause_below(s, verb) is not None or (acts and not made)
        name += [naming.by if doer else naming.of, *agent.split()]
    return name


def _acts(s: VariableScope, head: int) -> bool:
    """Whether somebody does it, and not a contract."""
    lemma = s.p.lemmas[head].lower()
    thing = noun_kind(lemma, s.pack) == "text" or lemma in s.pack.causes.words.places
    return names_somebody(s.p, head, s.pack) and not thing


def _shown(s: VariableScope, word: int | None, *, short: bool) -> str | None:
    if word is None:
        return None
    head, here = meant(s, word)
    return argument(s, word, _told(here, head), short=short)


def _told(s: VariableScope, head: int) -> list[int]:
    """The words around a participant that are left out of the name: those of direction and focus."""
    loose = ("advmod", "cc", "mark")
    return [c for c in s.below(head) if s.p.deps[c] in loose or direction(s, c, happens=False) is not None]


def _parts(s: VariableScope, roles: Roles) -> Iterator[str]:
    """What is said of the participants; with both of them the doer's are marked."""
    for word, before in ((roles.patient, ""), (roles.agent, f"{s.pack.variables.naming.by}:")):
        if word is not None:
            head, here = meant(s, word)
            words = phrase_words(here, head, _told(here, head), joint=True)
            yield from parts_of(here, words, before if roles.patient is not None else "")


def clause_below(s: VariableScope, verb: int) -> int | None:
    """The clause that tells what somebody says, knows or wants."""
    clauses = (c for c in s.children(verb, *CLAUSES) if s.p.upos[c] != "ADJ")
    return next((c for c in clauses if c > verb and s.below(c)), None)


def _rest(s: VariableScope, verb: int, roles: Roles) -> list[int]:
    """The words of what else belongs to the event: the clause below it, else one phrase with a preposition."""
    clause = clause_below(s, verb)
    if clause is not None:
        return [w for w in s.p.subtree(clause) if s.holds(w) and s.p.upos[w] != "PUNCT"]
    phrases = (_tied(s, verb, c) for c in s.children(verb, *NEAR) if c not in roles)
    return next(filter(None, phrases), [])


def _tied(s: VariableScope, verb: int, word: int) -> list[int]:
    """The words of a short phrase with a preposition that tells no time and no doer; none where it is another phrase."""
    p = s.p
    case = s.children(word, "case")
    if not case or p.upos[word] in ("PRON", "ADV", "NUM"):
        return []
    words = phrase_words(s, word)
    timed = any(p.lemmas[w].lower() in s.pack.variables.empty.times for w in words)
    doer = s.text.clause(verb).passive and p.lower[case[0]] == s.pack.variables.naming.by
    return [] if timed or doer or len(words) > LONGEST // 2 else sorted([*case, *words])


def words_as_they_stand(s: VariableScope, way: Way = 1) -> VariableDraft:
    """A side that no rule can name: its first words."""
    p = s.p
    words = [w for w in range(*s.extent) if p.upos[w] != "PUNCT"]
    name = shortened(joined(s, words).split())
    lemma = " ".join(p.lemmas[w].lower() for w in words)
    return VariableDraft(name, extent_of(words), lemma, lemma, way=way)
