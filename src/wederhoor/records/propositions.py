"""What a statement puts forward: who did what to what, how many, where and when, and whether it is so."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.records.claims import ConflictSide
from wederhoor.records.spans import Span
from wederhoor.records.statements import Polarity

Mode = Literal["past", "present", "future", "intended", "must", "may", "need", "cause"]
"""``need``: *hoeven*. ``cause``: the subject is said to have led to the object."""
SPEAKER = "@"
"""The head of a phrase in the first person: whoever makes the statement."""
SPEAKERS = "@@"
"""The same for *wij*: he and those that he is one of."""


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """One that takes part: a headed noun phrase."""

    head: str
    """Lemma in lower case, or ``SPEAKER``, or ``SPEAKERS``."""
    actor: str | None = None
    """The name in the document of the actor that is meant."""
    modifiers: tuple[str, ...] = ()
    """Lemmas of what narrows it down (*oud*, *Noordhoek*, *3*), sorted."""
    definite: bool = False
    named: bool = False
    """Whether its head is a name."""
    kinds: tuple[str, ...] = ()
    """Of those who speak as *wij*: what they are, in the singular (*bewoner*)."""
    some: bool = False
    """Whether it is one or some of many: *een agent*, *de helft*, *drie agenten*."""
    owned: bool = False
    """Whether a pronoun says whose: *zijn campagne*, another one than *haar campagne*."""


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """A number of something. Bounds are inclusive; None if that side is open."""

    of: Phrase
    low: float | None
    high: float | None
    words: Span | None = None
    """Those of the number, with what says that it is about right; None if an older version read it."""


class Proposition(msgspec.Struct, frozen=True, kw_only=True):
    """One predication in the words of a statement. Whose it is, and how he stands to it, its statement says.

    ``predicate`` is a key in normal form: verb, noun and adjective that say the same have one, opposites have one with another
    ``polarity``. ``subject`` and ``object`` are those of the active clause. ``others`` are the rest, by preposition.
    ``times`` are first and last day, ISO 8601.
    """

    side: ConflictSide
    span: Span
    predicate: str
    polarity: Polarity = "+"
    mode: Mode = "present"
    state: bool = False
    """Whether it says how something is, rather than what is done."""
    subject: Phrase | None = None
    object: Phrase | None = None
    others: tuple[tuple[str, Phrase], ...] = ()
    amount: Amount | None = None
    times: tuple[tuple[str, str], ...] = ()
    places: tuple[str, ...] = ()
    again: bool = False
    """Whether it says that it is otherwise now: *zal weer varen*."""
    worded: bool = False
    """Whether its word says no where nothing denies it: *cancelled* of what did not continue."""
    done: bool = False
    """Whether it tells what lasts by now: *is gesloten*, *has left*."""
    besides: bool = False
    """Whether others did or caused it too: *ook*, *mede*, or several with a name in the subject."""
