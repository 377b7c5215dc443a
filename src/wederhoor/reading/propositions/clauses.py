"""One clause as propositions: its predicate in normal form, its roles, how many, when and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from wederhoor.reading.propositions.counts import count_of
from wederhoor.reading.propositions.existence import EXISTS, that_is_there
from wederhoor.reading.propositions.modes import adds, mode_of, polarity_of
from wederhoor.reading.propositions.roles import NOUNS, Predication, obliques, others_of, phrase_of
from wederhoor.reading.propositions.scope import PropositionScope
from wederhoor.records import ConflictSide, Mode, Phrase, Polarity, Proposition, Span
from wederhoor.syntax.clauses import child

OTHER_CLAUSES = ("advcl", "parataxis", "acl", "acl:relcl", "ccomp", "conj", "discourse", "mark", "cc")
"""Relations of what is not of the clause itself, in the words of it that are shown."""


@dataclass(frozen=True, slots=True)
class SaidClause:
    """What a clause says in normal form: its predicate, whether it says yes, and who takes part."""

    predicate: str
    yes: bool
    subject: Phrase | None
    object: Phrase | None
    others: tuple[tuple[str, Phrase], ...]
    state: bool


def read_clause(
    s: PropositionScope, side: ConflictSide, clause: Predication, inside: Collection[int]
) -> Iterator[Proposition]:
    """The propositions of one clause: what it says, how it was done, and how many of something it says there are.

    ``inside`` are the words of the statement.
    """
    polarity, mode = polarity_of(s, clause.head, clause.above), mode_of(s, clause.head, clause.above)
    if polarity is None or mode is None:
        return
    beside = others_of(s, clause, inside)
    said = _said(s, clause, beside, yes=polarity)
    if said is None:
        return
    if _is_of_all(s, clause):
        said = replace(said, subject=_all(said.subject), object=_all(said.object))
    if s.p.lemmas[clause.head].lower() in s.words.duties:
        said, mode = replace(said, state=True), "present"
    found = _built(s, side, clause, mode, said, inside)
    manner = _manner(s, clause)
    if manner is not None:
        yield _in_a_manner(s, found, manner)
    if manner is None or polarity:
        yield found
    copular = child(s.p, clause.head, "cop") is not None
    for role in (clause.object, clause.subject, *beside, *([clause.head] if copular else [])):
        counted = count_of(s, found, clause, role, yes=polarity) if role is not None else None
        if counted is not None:
            yield counted


def _said(s: PropositionScope, clause: Predication, beside: Sequence[int], *, yes: bool) -> SaidClause | None:
    """What a clause says, in normal form; None where it says it of nothing that is known."""
    p, words, head = s.p, s.words, clause.head
    lemma = p.lemmas[head].lower()
    key, turned = s.key(_telling(s, head))
    subject, thing = phrase_of(s, clause.subject), phrase_of(s, clause.object)
    others = obliques(s, clause, beside)
    theme = that_is_there(s, clause)
    if theme is not None:
        named, opposite = s.key(theme)
        named = p.lemmas[theme].lower() if opposite else named
        return SaidClause(
            f"{EXISTS} {named}", yes ^ (lemma in words.absent), None, phrase_of(s, theme), others, state=True
        )
    owned = [phrase for prep, phrase in others if (lemma, prep) in words.having_with]
    owned = [thing] if thing is not None and lemma in words.having else owned
    if owned:
        others = tuple((prep, phrase) for prep, phrase in others if (lemma, prep) not in words.having_with)
        return SaidClause(f"{EXISTS} {owned[0].head}", yes, subject, owned[0], others, state=True)
    if subject is None and thing is None and not others:
        return None
    return SaidClause(key, yes ^ turned, subject, thing, others, state=p.upos[head] in NOUNS)


def _telling(s: PropositionScope, head: int) -> int:
    """The word that says what is so: of *gaan omhoog* the second."""
    p = s.p
    if p.lemmas[head].lower() not in s.words.going:
        return head
    return next((c for c in p.children[head] if p.deps[c] == "advmod" and p.lower[c] in s.words.ways), head)


def _built(
    s: PropositionScope, side: ConflictSide, clause: Predication, mode: Mode, said: SaidClause, inside: Collection[int]
) -> Proposition:
    p = s.p
    under = p.subtree(clause.above[0] if clause.above else clause.head)
    return Proposition(
        side=side,
        span=_extent(s, clause, inside),
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


def _extent(s: PropositionScope, clause: Predication, inside: Collection[int]) -> Span:
    """From the first to the last word of a clause, the clauses in it and the marks around it left out."""
    p = s.p
    top = clause.above[-1] if clause.above else clause.head
    core = {clause.head, *clause.above, *clause.core}
    found, waiting = {*core}, [top, *core]
    while waiting:
        for c in p.children[waiting.pop()]:
            if c in inside and c not in found and p.deps[c] not in OTHER_CLAUSES:
                found.add(c)
                waiting.append(c)
    words = {w for w in found if p.upos[w] != "PUNCT"} or found
    return p.span(min(words), max(words) + 1)


def _is_of_all(s: PropositionScope, clause: Predication) -> bool:
    """Whether what is denied of one is denied of all: *er is nooit een bod gedaan*."""
    p = s.p
    below = (p.lower[c] for verb in (clause.head, *clause.above) for c in p.children[verb])
    return not s.words.never.isdisjoint(below)


def _all(phrase: Phrase | None) -> Phrase | None:
    return phrase and msgspec.structs.replace(phrase, some=False)


def _manner(s: PropositionScope, clause: Predication) -> int | None:
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


def _in_a_manner(s: PropositionScope, found: Proposition, manner: int) -> Proposition:
    """That what was done was so: *hun optreden was slecht*."""
    predicate, turned = s.key(manner)
    polarity: Polarity = "-" if (found.polarity == "-") != turned else "+"
    done = ("done", Phrase(head=found.predicate, definite=True))
    thing = found.object or found.subject
    return msgspec.structs.replace(
        found, predicate=predicate, polarity=polarity, state=True, subject=None, object=thing, others=(done,)
    )
