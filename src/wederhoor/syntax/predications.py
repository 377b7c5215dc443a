"""A clause by its predicate: what stands around it, and how it is said, read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.records.parse import Parse
from wederhoor.syntax.clauses import (
    AUXILIARY,
    agent_of,
    child,
    children,
    is_infinitive,
    is_passive,
    subject_in_group,
    subject_of,
)
from wederhoor.syntax.polarity import negations_of
from wederhoor.syntax.predicates import finite_of, is_past, is_perfect


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around the predicate ``verb``, by number; all that are several run in text order."""

    verb: int
    auxiliaries: tuple[int, ...]
    """With the copula."""
    group: tuple[int, ...]
    """The predicate with these and its separated particle."""
    finite: int | None
    own_subject: int | None
    """The one that the clause itself has, also where it hangs on the auxiliary."""
    subject: int | None
    """The own one, or by control or conjunction that of a verb above."""
    object: int | None
    indirect: int | None
    agent: int | None
    """Who does what a passive says, where the clause tells."""
    passive: bool
    infinitive: bool
    """With the mark of one: *te sluiten*."""
    past: bool
    perfect: bool
    negations: tuple[int, ...]
    """Those right beneath the predicate or one of its auxiliaries: *heeft niet* by many a parse."""

    @property
    def verbs(self) -> Sequence[int]:
        """The predicate, and behind it its auxiliaries."""
        return (self.verb, *self.auxiliaries)


def clause_of(p: Parse, verb: int, pack: LanguagePack) -> Clause:
    """The clause of a predicate."""
    auxiliaries = tuple(children(p, verb, *AUXILIARY))
    particles = children(p, verb, "compound:prt")
    return Clause(
        verb=verb,
        auxiliaries=auxiliaries,
        group=tuple(sorted((verb, *auxiliaries, *particles))),
        finite=finite_of(p, verb),
        own_subject=subject_in_group(p, verb),
        subject=subject_of(p, verb, pack),
        object=child(p, verb, "obj"),
        indirect=child(p, verb, "iobj"),
        agent=agent_of(p, verb),
        passive=is_passive(p, verb),
        infinitive=is_infinitive(p, verb, pack),
        past=is_past(p, (verb, *auxiliaries)),
        perfect=is_perfect(p, verb, pack),
        negations=tuple(sorted(n for word in (verb, *auxiliaries) for n in negations_of(p, word, pack))),
    )
