"""What the two sides of causal claims say rises or falls, and an account's claims as a model."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.records.models import Ground, Model
from wederhoor.records.spans import Span


class Factor(msgspec.Struct, frozen=True, kw_only=True):
    """Something that rises or falls, as one side of a causal claim names it: *een daling van de lonen* is the wages, down.

    Two factors are the same variable where ``key`` and ``parts`` are equal: the head of the name by its lemma, its synonyms or
    the last part of a compound, and the words around it.
    """

    name: str
    """As it is shown: the words of the text in lower case, without article and without what tells the direction."""
    span: Span
    change: Literal["up", "down"]
    lemma: str
    key: str
    parts: tuple[str, ...] = ()
    bare: bool = False
    """A definite noun alone, which may refer back to a fuller name of the same document: *de prijs* after *de broodprijs*."""
    stands_for: Span | None = None
    """The word in the claim that stands for it: *dat*, *die stijging*, *ze*."""
    opposite: bool = False
    """Its name is the opposite of others with its key: *onveiligheid* next to *veiligheid*; ``change`` is that of the name."""
    nominal: bool = False
    """Its noun is not in the text, but made of a verb, an adjective or a part of a compound there."""


class ClaimFactors(msgspec.Struct, frozen=True, kw_only=True):
    """What each side of a causal claim says rises or falls; several where a side names several."""

    claim: str
    cause: tuple[Factor, ...]
    effect: tuple[Factor, ...]


MergeKind = Literal["form", "synonym", "compound", "short", "made", "opposite", "anaphor", "user"]
"""form: other forms of the same words; synonym; compound: *de prijs van brood* and *de broodprijs*; short: *de prijs* for the one
price of the document that it can be; made: a noun made of a verb; opposite: less of the one is more of the other; anaphor: *dat*,
*die stijging*; user: by the edits."""


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """That one name is taken for another's variable.

    ``why`` is the name of the synonyms, or the user's line; ``undo`` is the line of an edits file that undoes it.
    """

    kept: str
    merged: str
    kind: MergeKind
    why: str | None = None
    grounds: tuple[Ground, ...] = ()
    undo: str | None = None


class AccountModel(msgspec.Struct, frozen=True, kw_only=True):
    """The causal claims of one account as a model, with the merges of its variables."""

    account: str
    model: Model
    merges: tuple[Merge, ...] = ()
    names: dict[str, str] = {}
    """Every name that the case has for one of the variables, in lower case, and the variable."""
    notices: tuple[str, ...] = ()
