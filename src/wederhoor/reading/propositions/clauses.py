"""One clause as propositions: its predicate in normal form, its roles, how many, when and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from wederhoor.reading.propositions.modes import adds, mode_of, polarity_of
from wederhoor.reading.propositions.phrases import amount_of, read_phrase
from wederhoor.reading.propositions.scope import Scope
from wederhoor.records import Amount, ConflictSide, Mode, Phrase, Polarity, Proposition
from wederhoor.syntax.clauses import child, is_passive, subject_in_group

NOUNS = ("NOUN", "PROPN", "ADJ")
"""A noun that is told for the first time may be taken for an adjective: *asbest*."""
BARE = ("VERB", "AUX")
MODAL = ("must", "may", "need")
EXISTS = "exist"
HAS = "have"
MEASURES = "measure"
BECAUSE = "because"
BESIDE = ("obl", "obl:arg", "obl:agent", "advmod")


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with the verbs above it that say how it is meant, and the heads of its core roles."""

    head: int
    above: tuple[int, ...]
    subject: int | None
    object: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause says in normal form: its predicate, whether it says yes, and who takes part."""

    predicate: str
    yes: bool
    subject: Phrase | None
    object: Phrase | None
    others: tuple[tuple[str, Phrase], ...]
    state: bool


def read_clause(s: Scope, side: ConflictSide, clause: Clause, inside: Collection[int]) -> Iterator[Proposition]:
    """The propositions of one clause: what it says, how it was done, and how many of something it says there are.

    ``inside`` are the words of the statement.
    """
    polarity, mode = polarity_of(s, clause.head, clause.above), mode_of(s, clause.head, clause.above)
    if polarity is None or mode is None:
        return
    beside = _others(s, clause, inside)
    said = _said(s, clause, beside, yes=polarity)
    if said is None:
        return
    if _is_of_all(s, clause):
        said = replace(said, subject=_all(said.subject), object=_all(said.object))
    if s.p.lemmas[clause.head].lower() in s.words.duties:
        said, mode = replace(said, state=True), "present"
    found = _built(s, side, clause, mode, said)
    manner = _manner(s, clause)
    if manner is not None:
        yield _in_a_manner(s, found, manner)
    if manner is None or polarity:
        yield found
    copular = child(s.p, clause.head, "cop") is not None
    for role in (clause.object, clause.subject, *beside, *([clause.head] if copular else [])):
        amount = _amount(s, clause, role) if role is not None else None
        if amount is not None:
            yield _counted(s, found, clause, role, amount, yes=polarity)


def _said(s: Scope, clause: Clause, beside: Sequence[int], *, yes: bool) -> Said | None:
    """What a clause says, in normal form; None where it says it of nothing that is known."""
    p, words, head = s.p, s.words, clause.head
    lemma = p.lemmas[head].lower()
    key, turned = s.key(_telling(s, head))
    subject, thing = _phrase(s, clause.subject), _phrase(s, clause.object)
    others = _obliques(s, clause, beside)
    theme = _that_is_there(s, clause)
    if theme is not None:
        named, opposite = s.key(theme)
        named = p.lemmas[theme].lower() if opposite else named
        return Said(f"{EXISTS} {named}", yes ^ (lemma in words.absent), None, _phrase(s, theme), others, state=True)
    owned = [phrase for prep, phrase in others if (lemma, prep) in words.having_with]
    owned = [thing] if thing is not None and lemma in words.having else owned
    if owned:
        others = tuple((prep, phrase) for prep, phrase in others if (lemma, prep) not in words.having_with)
        return Said(f"{EXISTS} {owned[0].head}", yes, subject, owned[0], others, state=True)
    if subject is None and thing is None and not others:
        return None
    return Said(key, yes ^ turned, subject, thing, others, state=p.upos[head] in NOUNS)


def _telling(s: Scope, head: int) -> int:
    """The word that says what is so: of *gaan omhoog* the second."""
    p = s.p
    if p.lemmas[head].lower() not in s.words.going:
        return head
    return next((c for c in p.children[head] if p.deps[c] == "advmod" and p.lower[c] in s.words.ways), head)


def _built(s: Scope, side: ConflictSide, clause: Clause, mode: Mode, said: Said) -> Proposition:
    p = s.p
    words = [clause.head, *clause.above, *(w for w in (clause.subject, clause.object) if w is not None)]
    under = p.subtree(clause.above[0] if clause.above else clause.head)
    return Proposition(
        side=side,
        span=p.span(min(words), max(words) + 1),
        predicate=said.predicate,
        polarity="+" if said.yes else "-",
        mode=mode,
        state=said.state,
        subject=said.subject,
        object=said.object,
        others=said.others,
        times=tuple(sorted({(t.start, t.end) for w in under if (t := s.times.get(w)) and t.start and t.end})),
        places=tuple(sorted({place for w in under if (place := s.place(w))})),
        besides=adds(s, clause.head),
    )


def _that_is_there(s: Scope, clause: Clause) -> int | None:
    """The head of what a clause says that there is: *er ligt een vergunning*, *een vergunning ontbreekt*."""
    p, words, head = s.p, s.words, clause.head
    lemma = p.lemmas[head].lower()
    spoken = next(
        (w for w in (clause.subject, clause.object, head) if w is not None and p.lower[w] in words.spoken), None
    )
    if spoken is not None:  # er is geen sprake van een afspraak
        below = (c for w in (spoken, head) for c in p.children[w] if p.deps[c] in ("obl", "nmod", "obl:arg"))
        return next((c for c in below if s.preposition(c) == words.of), None)
    there = any(p.lower[c] == "er" for verb in (head, *clause.above) for c in p.children[verb])
    if p.upos[head] == "NOUN" and there and child(p, head, "cop") is not None and clause.subject is None:
        return head
    theme = clause.subject if clause.subject is not None else clause.object
    if lemma in words.absent or lemma == "bestaan":
        return theme
    bare = theme is not None and not _is_definite(s, theme)
    return theme if lemma in words.existing and p.upos[head] in BARE and (there or bare) else None


def _is_definite(s: Scope, head: int) -> bool:
    phrase = read_phrase(s, head)
    return phrase is None or phrase.definite


def _is_there(s: Scope, clause: Clause) -> bool:
    """Whether a clause says no more of its subject than that it is there: *voeren uit*, *waren aan boord*."""
    p = s.p
    placed = child(p, clause.head, "cop") is not None and bool(s.preposition(clause.head))
    return placed or (clause.object is None and p.lemmas[clause.head].lower() in s.words.presence)


def _amount(s: Scope, clause: Clause, role: int) -> Amount | None:
    """How many of a role there are; of a bare number what is counted stands elsewhere: *schat het aantal doden op negen*."""
    amount = amount_of(s, role)
    number = next(
        (w for w in (clause.subject, clause.object) if w is not None and s.p.lemmas[w].lower() in s.words.numbers), None
    )
    if amount is None or number is None or role == number or s.p.upos[role] not in ("NUM", "X", "SYM"):
        return amount
    named = s.words.numbers[s.p.lemmas[number].lower()]
    counted = next((c for c in s.p.children[number] if c > number and s.p.upos[c] in NOUNS), None)
    of = Phrase(head=named) if named else read_phrase(s, counted) if counted is not None else None
    return of and msgspec.structs.replace(
        amount, of=msgspec.structs.replace(of, head=s.words.counted.get(of.head, of.head))
    )


def _counted(
    s: Scope, found: Proposition, clause: Clause, role: int | None, amount: Amount, *, yes: bool
) -> Proposition:
    """A proposition on how many: what counts is no role of it, and what only measures no predicate."""
    lemma = s.p.lemmas[clause.head].lower()
    counting = not {lemma, s.p.stems[clause.head].lower()}.isdisjoint(s.words.counting) or found.predicate.startswith(
        EXISTS
    )
    of_number = {
        s.p.lemmas[w].lower() for w in (clause.subject, clause.object) if w is not None
    } & s.words.numbers.keys()
    counting = counting or bool(of_number)
    # de werkloosheid is 4 procent; zestig boten voeren uit
    counting = counting or role == clause.head or (role == clause.subject and _is_there(s, clause))
    counted = s.words.undergone.get(lemma) if role in (clause.subject, clause.object) else None
    if counted is not None:  # vier mensen kwamen om: vier doden
        amount, counting = msgspec.structs.replace(amount, of=Phrase(head=counted)), True
    predicate = MEASURES if counting else found.predicate
    holds = (
        found.mode == "present" and lemma in s.words.holding and amount.of.head not in s.words.common
    )  # de school telt 400 leerlingen
    holds = holds or amount.of.head in s.words.units  # of a unit there is so much of something
    subject = found.subject if role != clause.subject and (holds or not counting) else None
    thing = found.object if role not in (clause.object, clause.subject) and not of_number else None
    own = _phrase(s, role)
    others = tuple((prep, phrase) for prep, phrase in found.others if phrase != own and phrase.head != amount.of.head)
    return Proposition(
        side=found.side,
        span=found.span,
        predicate=predicate,
        polarity="+" if yes else "-",
        mode=found.mode,
        state=found.state,
        subject=subject,
        object=thing,
        others=others,
        amount=amount,
        times=found.times,
        places=found.places,
    )


def _phrase(s: Scope, head: int | None) -> Phrase | None:
    return None if head is None else read_phrase(s, head)


def _others(s: Scope, clause: Clause, inside: Collection[int]) -> list[int]:
    """The heads of the phrases of a clause that are not its subject or object."""
    p = s.p
    below = (c for verb in (clause.head, *clause.above) for c in p.children[verb])
    core = (clause.subject, clause.object)
    return [c for c in below if c in inside and c not in core and p.deps[c] in BESIDE]


def _is_of_all(s: Scope, clause: Clause) -> bool:
    """Whether what is denied of one is denied of all: *er is nooit een bod gedaan*."""
    p = s.p
    below = (p.lower[c] for verb in (clause.head, *clause.above) for c in p.children[verb])
    return not s.words.never.isdisjoint(below)


def _all(phrase: Phrase | None) -> Phrase | None:
    return phrase and msgspec.structs.replace(phrase, some=False)


def _manner(s: Scope, clause: Clause) -> int | None:
    """The adjective that says how it was done: *trad slecht op*."""
    p = s.p
    return next(
        (
            c
            for c in p.children[clause.head]
            if p.upos[c] == "ADJ" and p.deps[c] in ("advmod", "obl") and not s.preposition(c)
        ),
        None,
    )


def _in_a_manner(s: Scope, found: Proposition, manner: int) -> Proposition:
    """That what was done was so: *hun optreden was slecht*."""
    predicate, turned = s.key(manner)
    polarity: Polarity = "-" if (found.polarity == "-") != turned else "+"
    done = ("done", Phrase(head=found.predicate, definite=True))
    thing = found.object or found.subject
    return msgspec.structs.replace(
        found, predicate=predicate, polarity=polarity, state=True, subject=None, object=thing, others=(done,)
    )


def _obliques(s: Scope, clause: Clause, beside: Sequence[int]) -> tuple[tuple[str, Phrase], ...]:
    """The phrases with a preposition, by it, and what made it so under one name: *door*, *vanwege*, *omdat*."""
    p, words = s.p, s.words
    found = []
    for c in beside:
        preposition = s.preposition(c)
        phrase = read_phrase(s, c) if preposition and c not in s.times else None
        if phrase is not None and preposition not in words.sources:
            found.append((BECAUSE if preposition in words.because else preposition, phrase))
    if p.lemmas[clause.head].lower() in words.results:  # het gevolg van
        found += [(BECAUSE, of) for c in p.children[clause.head] if p.deps[c] == "nmod" and (of := read_phrase(s, c))]
    reasons = (c for c in p.children[clause.head] if p.deps[c] == "advcl")
    found += [
        (BECAUSE, Phrase(head=s.key(c)[0])) for c in reasons if any(p.lower[g] in words.because for g in p.children[c])
    ]
    return tuple(found)


def roles_of(s: Scope, head: int, above: tuple[int, ...]) -> Clause:
    """The clause of a predicate with the heads of the subject and object of its active form."""
    p = s.p
    verbs = (head, *above)
    subject = next((found for verb in verbs if (found := subject_in_group(p, verb)) is not None), None)
    thing = next((found for verb in verbs if (found := child(p, verb, "obj")) is not None), None)
    if subject is None and thing is not None:
        subject = child(p, head, "iobj")
    if is_passive(p, head):
        beside = (c for c in p.children[head] if p.deps[c] in ("obl:agent", "obl"))
        agent = next((c for c in beside if s.preposition(c) in s.words.doing), None)
        things = (
            subject,
            thing,
            next((c for c in p.children[head] if p.deps[c] == "xcomp" and p.upos[c] in NOUNS), None),
        )
        return Clause(head, above, agent, next((one for one in things if one is not None), None))
    if subject in verbs:  # het is verboden te eten
        subject = None
    return Clause(head, above, subject, thing)
