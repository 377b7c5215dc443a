"""What people say of a reading: corrections that hold on to words, so that they outlive the next reading."""

from __future__ import annotations

from typing import Any, Final, Literal, get_args

import msgspec

from wederhoor.records.layers import Layer

CorrectionKind = Literal[
    "confirm",
    "reject",
    "set",
    "spans",
    "add",
    "rename",
    "merge-actors",
    "join-holders",
    "merge-variables",
    "undo",
    "name-issue",
    "merge-issues",
    "split-issue",
    "move-position",
    "no-claim",
    "outcome",
    "note",
    "part-actors",
    "describe",
]
"""What is done: the first six to an item of one document, the next three to the case; ``undo`` takes one of them back.

The next five are of the issues of a case, by statements that take part in them: what an issue is called; that issues are one;
that the conflicts of statements are an issue of their own; that a statement takes the position of another; that a statement
puts nothing forward that can be opposed.

``part-actors`` says of the case that actors of some documents are somebody else than those of others with whom they were taken
to be one.

``describe`` says of a text what it is called, when and where it appeared, in which language it is: it is read again with that.

``outcome`` says whether a forecast came true and changes nothing of it; ``note`` says something of another entry.

``merge-actors`` of the case joins speakers by their names; with a target it joins two actors of that document. ``confirm`` and
``reject`` are also of a conflict between two documents, and then of the case.

``set`` changes a field (speaker, attitude, sign, kind, ...), ``spans`` the words that an item stands on, ``rename`` the name
of an actor in one document, which also parts two that share a name.
"""
ForecastOutcome = Literal["came-true", "partly", "failed"]
"""Whether what was foretold came true: as it was said, in part, not."""
OUTCOMES: Final[tuple[ForecastOutcome, ...]] = get_args(ForecastOutcome)
StaleReason = Literal["words-gone", "item-gone", "value-refused"]
"""The quoted words are not in the text any more; no item stands on them; the value no longer fits the record."""


class AnchorQuote(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a text with their position (text quote and text position of W3C Web Annotation).

    ``prefix`` and ``suffix`` are the text before and after them, ``start`` and ``end`` code points. ``part`` is the field of
    the item whose words they are: *content*, *cue*, *trigger*.
    """

    part: str
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a document by the words that it stands on; ``doc`` is the document's name in the case.

    Of a conflict between two documents (layer ``conflicts``) this is the one side, part ``a``, and ``other`` the other, ``b``.
    """

    doc: str
    layer: Layer
    quotes: tuple[AnchorQuote, ...]
    other: Anchor | None = None


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the log, which only grows. ``at`` is UTC, ISO 8601; ``undoes`` the id of the entry that this one takes back.

    ``payload``: ``set`` {"field", "value"}; ``spans`` {"field", "quotes"}; ``add`` {"item"} with quotes for spans; ``rename``
    {"name"}; ``merge-actors``, ``join-holders``, ``merge-variables`` {"name", "members"}; ``merge-actors`` of one document
    {"into"}, quotes of a mention of the other; of issues {"sides"}, anchors of statements, and for ``name-issue`` {"name"};
    ``outcome`` {"outcome", "source"}, what tells of it: an address or words; ``note`` {"of", "text"}, the id of an entry;
    ``part-actors`` {"name", "names", "apart", "rest"}: what he was called, the names that both go by, anchors of actors;
    ``describe`` {"doc", "sha256", "told", "was"}: the text's name in the case and digest, and by field what is said and what was
    known before, null where nothing is.
    """

    id: int
    at: str
    who: str
    kind: CorrectionKind
    target: Anchor | None = None
    payload: dict[str, Any] = {}
    undoes: int | None = None


class Stale(msgspec.Struct, frozen=True):
    """A correction that finds nothing to correct in what the machine says now."""

    correction: int
    why: StaleReason
