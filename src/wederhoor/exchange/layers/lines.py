"""The rows of those layers that no command lists by itself; those of the others are beside what lists them.

Spans are offsets in code points of the document's text, ends exclusive. ``quote`` and ``quote_full`` are ``words`` and ``full``
of a ``Quote``, and what is said of a holder is as there.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.records import ActorKind, Attitude, Certainty, Polarity, Role, Sector, Sign, Span, Stance
from wederhoor.records.claims import Change
from wederhoor.records.propositions import Mode
from wederhoor.records.statements import EntityType


class DocumentLine(msgspec.Struct, frozen=True, kw_only=True):
    """A text with what is known of it. ``words`` counts what stands between blanks."""

    doc: str
    lang: str
    date: str | None
    title: str | None
    publisher: str | None
    url: str | None
    byline: str | None
    original_kind: str | None
    original_part: str | None
    original_sha256: str | None
    characters: int
    words: int
    text: str
    text_sha256: str
    made_by: tuple[str, ...]


class PropositionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One predication. ``statement_id`` is None for the author's own; ``so`` says whether it is put forward as so.

    ``others`` are *preposition: head*, ``times`` *first day/last day*; amounts are inclusive.
    """

    doc: str
    statement_id: str | None
    span: Span
    predicate: str
    so: Polarity
    mode: Mode
    state: bool
    subject: str | None
    subject_actor: str | None
    subject_modifiers: tuple[str, ...]
    object: str | None
    object_actor: str | None
    object_modifiers: tuple[str, ...]
    others: tuple[str, ...]
    amount_of: str | None
    amount_low: float | None
    amount_high: float | None
    times: tuple[str, ...]
    places: tuple[str, ...]
    besides: bool
    holder: str | None
    holder_id: str
    by_way_of: tuple[str | None, ...]
    stance: Stance | None
    verb: str | None
    attitude: Attitude | None
    polarity: Polarity | None
    certainty: Certainty | None
    quote: str
    quote_full: str


class EntityLine(msgspec.Struct, frozen=True, kw_only=True):
    """A name in the text."""

    doc: str
    span: Span
    type: EntityType
    quote: str
    quote_full: str


class ActorLine(msgspec.Struct, frozen=True, kw_only=True):
    """One who appears in a document; the words are those of his first mention."""

    doc: str
    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    country: str | None
    sector: Sector | None
    quote: str
    quote_full: str


class CausalLine(msgspec.Struct, frozen=True, kw_only=True):
    """What is said to lead to what."""

    doc: str
    id: str
    cause: Span
    cause_words: str
    effect: Span
    effect_words: str
    sign: Sign
    marker: Span | None
    marker_words: str | None
    cause_change: Change | None
    effect_change: Change | None
    confidence: float | None
    holder: str | None
    holder_id: str
    by_way_of: tuple[str | None, ...]
    stance: Stance | None
    verb: str | None
    attitude: Attitude | None
    polarity: Polarity | None
    certainty: Certainty | None
    quote: str
    quote_full: str


class ConditionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A rule. ``actor`` is the id of the one that it binds, ``actor_name`` his name."""

    doc: str
    id: str
    antecedent: Span
    antecedent_words: str
    consequent: Span
    consequent_words: str
    kind: Literal["if", "only-if", "unless"]
    actor: str | None
    actor_name: str | None
    confidence: float | None
    holder: str | None
    holder_id: str
    by_way_of: tuple[str | None, ...]
    stance: Stance | None
    verb: str | None
    attitude: Attitude | None
    polarity: Polarity | None
    certainty: Certainty | None
    quote: str
    quote_full: str


class TimeLine(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time."""

    doc: str
    span: Span
    type: Literal["date", "time", "duration", "set"]
    value: str
    start: str | None
    end: str | None
    quote: str
    quote_full: str


class PlaceLine(msgspec.Struct, frozen=True, kw_only=True):
    """A named place."""

    doc: str
    id: str
    span: Span
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    alternatives: tuple[str, ...]
    quote: str
    quote_full: str
