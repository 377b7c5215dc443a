"""One clause as propositions: its predicate in normal form, its roles, how many, when and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import msgspec

from wederhoor.reading.propositions.counts import count_of, so_done
from wederhoor.reading.propositions.forms import SaidClause, said_by
from wederhoor.reading.propositions.modes import adds, mode_of, polarity_of
from wederhoor.reading.propositions.roles import Predication, others_of
from wederhoor.reading.propositions.scope import PropositionScope
from wederhoor.records import ConflictSide, Mode, Phrase, Polarity, Proposition
from wederhoor.syntax.clauses import child


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
    for said in said_by(s, clause, beside, yes=polarity):
        yield from _read(s, side, clause, beside, mode, said)


def _read(
    s: PropositionScope, side: ConflictSide, clause: Predication, beside: Sequence[int], mode: Mode, said: SaidClause
) -> Iterator[Proposition]:
    """What is said in one form, with how it was done and how many of something there are."""
    polarity = polarity_of(s, clause.head, clause.above)
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
        counted = count_of(s, found, clause, role, yes=bool(polarity)) if role is not None else None
        if counted is not None and role is not None:
            yield counted
            yield from so_done(s, found, clause, role, counted)


def _built(s: PropositionScope, side: ConflictSide, clause: Predication, mode: Mode, said: SaidClause) -> Proposition:
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
        places=tuple(sorted({place for w in under if w not in clause.core and (place := s.place(w))})),
        besides=adds(s, clause.head),
    )


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
