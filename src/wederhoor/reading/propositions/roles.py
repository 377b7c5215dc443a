"""Who and what takes part in a clause, by the roles of its active form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from wederhoor.reading.propositions.phrases import duration_of, read_phrase, reasons_behind
from wederhoor.reading.propositions.words import is_adjective, key_of, preposition_before, verb_of
from wederhoor.reading.text import Text
from wederhoor.records import Phrase
from wederhoor.syntax.clauses import SUBJECT, child, children, has_child, has_word, is_finite, is_participle
from wederhoor.syntax.stretches import any_form

BECAUSE = "because"
BESIDE = ("obl", "obl:arg", "obl:agent", "advmod", "nmod")
WHEN = "when"
HELPING = ("aux", "aux:pass")
PAIR = 2
MAIN = ("ROOT", "root", "ccomp", "parataxis")
"""Relations of a clause whose subject is that of the clause joined to it."""
NOUNS = ("NOUN", "PROPN", "ADJ")
"""A noun that is told for the first time may be taken for an adjective: *asbest*."""


@dataclass(frozen=True, slots=True)
class Predication:
    """A predicate with the verbs above it that say how it is meant, and the heads of its core roles."""

    head: int
    above: tuple[int, ...]
    subject: int | None
    object: int | None

    @property
    def core(self) -> list[int]:
        """The heads of the subject and the object that are told."""
        return [w for w in (self.subject, self.object) if w is not None]


def roles_of(text: Text, head: int, above: tuple[int, ...]) -> Predication:
    """The clause of a predicate with the heads of the subject and object of its active form."""
    subject, thing = _told_roles(text, head, above)
    adjective = thing is None and is_adjective(text, head)
    by_itself = _happens_by(text, head)
    if adjective and (by_itself or _agent(text, head) is None):
        return Predication(head, above, subject, None)
    passive = text.clause(head).passive and not by_itself
    if adjective or passive or (thing is None and _is_result(text, head)):
        return _turned(text, head, above, subject if subject is not None else thing)
    if subject in (head, *above) or _rules(text, above, subject):  # het is verboden te eten
        subject = _bound(text, head, above, thing)
    return Predication(head, above, subject, thing)


def _told_roles(text: Text, head: int, above: tuple[int, ...]) -> tuple[int | None, int | None]:
    """Subject and object as they are told; of *de droogte doet de dijk scheuren* the dyke."""
    p = text.parse
    made = next((verb for verb in above if p.lemmas[verb].lower() in text.pack.propositions.words.making), None)
    subject, thing = _core(text, head, tuple(verb for verb in above if verb != made))
    if made is None:
        return subject, thing
    return None if subject in p.children[made] else subject, child(p, made, "obj") if thing is None else thing


def _bound(text: Text, head: int, above: tuple[int, ...], thing: int | None) -> int | None:
    """Who has to keep a rule: *de wet verbiedt [het leger] de stad te betreden*."""
    p, duties = text.parse, text.pack.propositions.words.duties
    ruling = (verb for verb in above if p.lemmas[verb].lower() in duties)
    below = (c for verb in ruling for c in children(p, verb, "obj", "iobj"))
    return next((c for c in below if c not in (head, thing)), None)


def _rules(text: Text, above: tuple[int, ...], subject: int | None) -> bool:
    """Whether the subject is who makes the rule: *de minister heeft verboden te eten*, not who has to keep it."""
    p, duties = text.parse, text.pack.propositions.words.duties
    return any(
        subject in p.children[verb] and p.lemmas[verb].lower() in duties and not text.clause(verb).passive
        for verb in above
        if p.upos[verb] == "VERB" and child(p, verb, "cop") is None
    )


def _core(text: Text, head: int, above: tuple[int, ...]) -> tuple[int | None, int | None]:
    """Subject and object as they stand at the predicate or the verbs above it."""
    p, verbs = text.parse, (head, *above)
    subject = _subject(text, verbs)
    if subject is None and (doubled := _doubled(text, verbs)) is not None:
        return doubled
    thing = next((c for verb in verbs for c in children(p, verb, "obj") if c not in text.time_at), None)
    if thing is None:
        thing = _measured(text, verbs, subject)
    if subject is None and thing is None:
        subject = _counted_beside(text, verbs)
    return _with_indirect(subject, thing, child(p, head, "iobj"), helped=bool(above))


def _subject(text: Text, verbs: tuple[int, ...]) -> int | None:
    """That of the predicate or the verbs above it, else that of the clause that it is joined to."""
    own = next((found for verb in verbs if (found := text.clause(verb).own_subject) is not None), None)
    return _shared_subject(text, verbs[-1]) if own is None else own


def _measured(text: Text, verbs: tuple[int, ...], subject: int | None) -> int | None:
    """*Duurde [twee uur]*: the number behind a verb that measures its subject."""
    p, measuring = text.parse, text.pack.propositions.words.measuring
    if measuring.isdisjoint({p.lemmas[verbs[0]].lower(), p.stems[verbs[0]].lower()}):
        return None
    beside = (c for verb in verbs for c in p.children[verb])
    return next((c for c in beside if c in text.number_at and c not in (subject, verbs[0])), None)


def _counted_beside(text: Text, verbs: tuple[int, ...]) -> int | None:
    """*Staakte [drie kwart van het personeel]*: so many without a preposition are who do it."""
    p, units = text.parse, text.pack.propositions.words.units
    beside = (c for verb in verbs if is_finite(p, verb) for c in children(p, verb, "obl"))
    counted = (c for c in beside if not preposition_before(p, c) and c not in text.time_at)
    return next(
        (
            c
            for c in counted
            if c in text.number_at
            and any(p.deps[g] == "nmod" and p.lemmas[g].lower() not in units for g in p.children[c])
        ),
        None,
    )


def _doubled(text: Text, verbs: tuple[int, ...]) -> tuple[int, int] | None:
    """*Gaat [het bedrijf] [de fabriek] sluiten*: of two objects and no subject in a finite clause the first is its subject."""
    p = text.parse
    things = [
        c for verb in verbs for c in children(p, verb, "obj") if c not in text.time_at and c not in text.number_at
    ]
    told = len(things) == PAIR and any(is_finite(p, verb) for verb in verbs)
    return (min(things), max(things)) if told and not text.clause(verbs[0]).passive else None


def _shared_subject(text: Text, verb: int) -> int | None:
    """*Dat [de regering] het haalt en niet valt*: the subject of the clause before, which is neither asked nor supposed."""
    p, first = text.parse, verb
    if p.deps[verb] != "conj" or not any(is_finite(p, w) for w in (verb, *text.clause(verb).auxiliaries)):
        return None
    while p.deps[first] == "conj" and p.heads[first] != first:
        first = p.heads[first]
    marks = text.pack.closed.conditionals | text.pack.causes.words.asking
    if p.deps[first] not in MAIN or any(p.lower[c] in marks for c in p.children[first]):
        return None
    return text.clause(first).own_subject


def _with_indirect(
    subject: int | None, thing: int | None, indirect: int | None, *, helped: bool
) -> tuple[int | None, int | None]:
    """What the parser has for an indirect object as the role that is not told: *dat zij [de subsidie] wil afschaffen*."""
    if thing is None:
        return subject, indirect if helped else None
    return indirect if subject is None else subject, thing


def _is_result(text: Text, head: int) -> bool:
    """*Is vernieuwd*, *is door de gemeente gesloopt*: the perfect of a passive, whose auxiliary is that of *is gekomen*."""
    p, words = text.parse, text.pack.propositions.words
    if verb_of(text, head):
        return has_child(p, head, "cop")
    done = is_participle(p, head) and "Tense=Pres" not in p.feats[head]
    if not _is_perfect(text, head) or not done or any_form(p, children(p, head, *HELPING), words.been):
        return False
    return not _is_unaccusative(text, head)


def _is_perfect(text: Text, head: int) -> bool:
    """Whether the auxiliary of a verb is *zijn*, and none is *worden*."""
    p = text.parse
    helping = children(p, head, *HELPING)
    become = any(p.lemmas[c].lower() in text.pack.propositions.words.become for c in helping)
    return not become and any(p.lemmas[c].lower() in text.pack.closed.being for c in helping)


def _is_unaccusative(text: Text, head: int) -> bool:
    p = text.parse
    return not text.pack.propositions.words.unaccusative.isdisjoint({p.lemmas[head].lower(), p.stems[head].lower()})


def _happens_by(text: Text, head: int) -> bool:
    """*Zijn gestegen door speculatie*: what has no doer has a cause, unless it is somebody who may have done it."""
    words, agent = text.pack.propositions.words, _agent(text, head)
    if agent is None or not (_is_perfect(text, head) and _is_unaccusative(text, head)):
        return False
    doer = read_phrase(text, agent)
    return preposition_before(text.parse, agent) in words.because and not (doer and (doer.actor or doer.named))


def _turned(text: Text, head: int, above: tuple[int, ...], thing: int | None) -> Predication:
    """The active form of a passive clause."""
    p, agent = text.parse, _agent(text, head)
    if thing is None:
        thing = next((c for c in p.children[head] if p.deps[c] == "xcomp" and p.upos[c] in NOUNS), None)
    return Predication(head, above, agent, thing)


def _agent(text: Text, head: int) -> int | None:
    """By whom it is done; the parser may hang that on the noun before it: *leaked to the firm by a clerk*."""
    p, by = text.parse, text.pack.closed.by
    beside = children(p, head, "obl:agent", "obl")
    found = next((c for c in beside if preposition_before(p, c) in by), None)
    if found is not None or not text.clause(head).passive:
        return found
    deeds = text.pack.propositions.predicates.deeds
    below = (g for c in beside if p.lemmas[c].lower() not in deeds for g in children(p, c, "nmod"))
    return next((g for g in below if preposition_before(p, g) in by), None)


def phrase_of(text: Text, head: int | None) -> Phrase | None:
    """The phrase around a head, where there is one."""
    return None if head is None else read_phrase(text, head)


def others_of(text: Text, clause: Predication, inside: Collection[int]) -> list[int]:
    """The heads of the phrases of a clause that are not its subject or object."""
    p = text.parse
    below = (c for verb in (clause.head, *clause.above) for c in p.children[verb])
    core = (clause.subject, clause.object)
    return [
        c
        for c in below
        if c in inside
        and c not in core
        and p.deps[c] in BESIDE
        and (p.deps[c] != "nmod" or p.upos[clause.head] == "VERB")
    ]


def obliques(text: Text, clause: Predication, beside: Sequence[int]) -> tuple[tuple[str, Phrase], ...]:
    """The phrases with a preposition, by it, and what made it so under one name: *door*, *vanwege*, *omdat*."""
    return (
        *_prepositional(text, clause, beside),
        *_reasons(text, clause),
        *_made(text, clause),
        *_behind_thing(text, clause),
    )


def _behind_thing(text: Text, clause: Predication) -> Iterator[tuple[str, Phrase]]:
    """*Stierven [de vissen door gif]*: what the parser hangs on a thing, that nothing can be done to by its noun, made it so."""
    for thing in clause.core:
        for c in reasons_behind(text, thing):
            phrase = phrase_of(text, c)
            if phrase is not None:
                yield BECAUSE, phrase


def _made(text: Text, clause: Predication) -> Iterator[tuple[str, Phrase]]:
    """*[De droogte] deed de dijk scheuren*."""
    p = text.parse
    for verb in clause.above:
        maker = child(p, verb, *SUBJECT) if p.lemmas[verb].lower() in text.pack.propositions.words.making else None
        phrase = phrase_of(text, maker)
        if phrase is not None:
            yield BECAUSE, phrase


def _prepositional(text: Text, clause: Predication, beside: Sequence[int]) -> Iterator[tuple[str, Phrase]]:
    p, words = text.parse, text.pack.propositions.words
    lemma = p.lemmas[clause.head].lower()
    for word in beside:
        c = word
        preposition, c = _within(text, c)
        when = _occasion(text, word, c, preposition)
        if when is not None:
            yield WHEN, Phrase(head=when)
            continue
        is_time = c in text.time_at or duration_of(text, c) is not None
        phrase = read_phrase(text, c) if preposition and not is_time else None
        denied = any(p.lower[g] in words.none for g in p.children[c])  # works for no price: that it does not
        if phrase is not None and not denied and preposition not in words.sources:
            made_so = preposition in words.because or (lemma, preposition) in words.dying_of
            yield (BECAUSE if made_so or _is_motive(text, preposition, c) else preposition), phrase


def _occasion(text: Text, word: int, noun: int, preposition: str) -> str | None:
    """*[Overdag]*, *in de [pauze]*: the part of the day, or the name that all of one time have."""
    p, parts = text.parse, text.pack.propositions.words.day_parts
    part = next((p.lower[w] for w in (word, *children(p, word, "fixed")) if p.lower[w] in parts), None)
    if part is not None or preposition not in text.pack.sided.file.during:
        return part
    return text.pack.sided.file.moments.get(p.lemmas[noun].lower())


def _within(text: Text, word: int) -> tuple[str, int]:
    """The preposition of a phrase and its noun, also where the parser has *door de hitte* for one fixed word."""
    p = text.parse
    fixed = children(p, word, "fixed")
    taken = p.upos[word] == "ADP" and p.lower[word] in text.pack.propositions.words.because and len(fixed) > 1
    if taken and p.upos[fixed[-1]] == "NOUN" and p.upos[fixed[0]] == "DET":
        return p.lower[word], fixed[-1]
    return preposition_before(p, word), word


def _is_motive(text: Text, preposition: str, noun: int) -> bool:
    """*Uit onvrede*, *om gezondheidsredenen*."""
    p, words = text.parse, text.pack.propositions.words
    if preposition in words.motive_before:
        return p.lemmas[noun].lower() in words.motives
    return preposition in words.reason_before and p.lower[noun].endswith(words.motive_endings)


def _reasons(text: Text, clause: Predication) -> Iterator[tuple[str, Phrase]]:
    """*Het gevolg van een lek*; *omdat hij ruzie had*."""
    p, words = text.parse, text.pack.propositions.words
    result = p.lemmas[clause.head].lower() in words.results
    for c in p.children[clause.head]:
        phrase = read_phrase(text, c) if result and p.deps[c] == "nmod" else None
        if phrase is not None:
            yield BECAUSE, phrase
        if p.deps[c] == "advcl" and has_word(p, c, words.because):
            yield BECAUSE, Phrase(head=key_of(text, c)[0])
