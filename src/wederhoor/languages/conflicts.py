"""What a language pack says of disputing and judging (``conflicts.toml``, ``stance.toml``), as typed records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from wederhoor.records import ConflictReason


class Synonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas that stand for much the same thing, with a name for it that takes no side."""

    name: str
    words: frozenset[str]


class Reasons(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why two statements collide, as sentences with {a}, {b} and {about}; what ``about`` is; and the names of who has none.

    ``again`` tells that {b} says in {doc} as well what {a} says.
    """

    denial: str
    doubt: str
    opposite: str
    figure: str
    actor: str
    cause: str
    evaluation: str
    disbelief: str
    changed: str
    again: str
    about: str
    author: str
    unnamed: str

    def told(self, reason: ConflictReason | Literal["changed"], a: str, b: str, terms: Sequence[str]) -> str:
        """One sentence with what both sides are called and the words that join them."""
        sentence: str = getattr(self, reason)
        about = self.about.format(words=", ".join(terms)) if terms else ""
        return sentence.format(a=a, b=b, about=about)


class Disputes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which one statement disputes another."""

    untrue: frozenset[str]
    false: frozenset[str]
    untruth: frozenset[str]
    lesser: frozenset[str]
    refuting_phrases: tuple[tuple[str, ...], ...]
    openers: tuple[tuple[str, ...], ...]
    yes: frozenset[str]
    no: frozenset[str]
    erring: frozenset[str]
    conceding: frozenset[str]
    withholding: frozenset[str]
    presupposing: frozenset[str]
    announcing: tuple[tuple[str, ...], ...]
    opposing: frozenset[str]
    lying: frozenset[str]
    insisting: frozenset[str]
    affirming: frozenset[str]
    knowing: frozenset[str]
    of_nothing: frozenset[tuple[str, str]]
    disputing: frozenset[str]
    replying: frozenset[str]
    answering: frozenset[str]
    """Verbs of who answers one who spoke to him, whatever he answers: *“No,” she answered*."""
    rejecting: frozenset[str]
    dismissing: frozenset[str]
    accepting: frozenset[str]
    contrast: frozenset[str]
    disbelieved: frozenset[str]
    pointing: frozenset[str]
    behind_there: frozenset[str]
    reports: frozenset[str]
    numbers: frozenset[str]
    """Nouns for a number that another gave: *that figure*, *dat aantal*."""
    otherwise: frozenset[str]
    doubting: frozenset[str]
    emphatic: frozenset[str]
    sending: frozenset[str]
    empty: frozenset[str]
    why: Reasons
    synonyms: tuple[Synonyms, ...]
    antonyms: dict[str, frozenset[str]]


class Stance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas that judge well or ill of what a statement is about."""

    praise: frozenset[str]
    blame: frozenset[str]
