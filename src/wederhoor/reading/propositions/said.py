"""What a clause says in normal form, and what is known of the clause before its form is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederhoor.reading.propositions.roles import Predication
from wederhoor.reading.propositions.words import preposition_before
from wederhoor.reading.text import Text
from wederhoor.records import Mode, Phrase

DONE = "done"
"""The role of what was done in some way: *goed [gehandeld]*."""


@dataclass(frozen=True, slots=True)
class SaidClause:
    """What a clause says in normal form: its predicate, whether it says yes, and who takes part."""

    predicate: str
    yes: bool
    subject: Phrase | None
    object: Phrase | None
    others: tuple[tuple[str, Phrase], ...]
    state: bool
    mode: Mode | None = None
    """Where it is not that of the clause."""
    worded: bool = False
    """Whether its word says no of what its predicate says: *cancelled*."""


@dataclass(frozen=True, slots=True)
class Told:
    """A clause with what is known of it before its form is."""

    clause: Predication
    yes: bool
    lemma: str
    """That of its predicate, in lower case."""
    others: tuple[tuple[str, Phrase], ...]
    """The phrases with a preposition, by it."""
    mode: Mode
    """Whether it was, is, will or may be so."""


def head_behind(text: Text, prepositions: Sequence[str], tops: Sequence[int]) -> int | None:
    """The head of the phrase with one of the prepositions below one of the words."""
    p = text.parse
    return next((c for top in tops for c in p.children[top] if preposition_before(p, c) in prepositions), None)
