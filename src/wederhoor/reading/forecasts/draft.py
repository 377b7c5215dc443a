"""A forecast while it is being put together: in words, not yet in spans."""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.reading.holders import NOBODY, Extent


@dataclass(frozen=True, slots=True)
class Outlook:
    """``head`` is the predicate of the clause that is about the future; ``signal`` the word that says so."""

    extent: Extent
    head: int
    signal: int
    plan: bool = False
    whose: int = NOBODY
    """The attribution that it is the plan or the expectation of, where another word than its content tells."""
    rule: str = ""
    """The name of the rule that found it."""


@dataclass(frozen=True, slots=True)
class Signal:
    """``head`` is the predicate of the clause, ``word`` what makes it one about the future."""

    head: int
    word: int
    plan: bool = False
    rule: str = ""
