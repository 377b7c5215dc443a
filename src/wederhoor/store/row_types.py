"""What lists of a case hold: one record a row."""

from __future__ import annotations

from typing import Literal

import msgspec

from wederhoor.records import (
    Attitude,
    Certainty,
    ConflictKind,
    ConflictReason,
    Doubt,
    EventCode,
    ForecastOutcome,
    Form,
    Holder,
    Layer,
    Modality,
    Polarity,
    Sign,
    Span,
    Stance,
)

Verdict = Literal["confirm", "reject"]


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A document of a case, with counts. ``made_by`` are the versions that read it, ``imported_at`` is UTC."""

    id: int
    doc: str
    title: str | None
    date: str | None
    lang: str
    publisher: str | None
    sha256: str
    made_by: dict[str, str]
    imported_at: str
    characters: int
    statements: int
    events: int
    forecasts: int
    corrections: int


class SpeakerRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who says something in the case. ``statements`` counts those under this name."""

    id: int
    name: str
    statements: int
    same_as: int | None
    """The speaker into whom a person merged this one."""


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with its words and what stands beside them; offsets in code points of the document's text.

    ``stance`` is how the speaker stands to it, ``verb`` the words of saying it. ``quote`` has its own parts with ``[…]`` between
    them, ``quote_full`` the whole stretch from the first to the last; ``gaps`` are the places in it that are not of the
    statement.
    """

    id: int
    doc: str
    title: str | None
    date: str | None
    lang: str
    item: str
    parent: str | None
    speaker_id: int | None
    speaker: str | None
    form: Form
    attitude: Attitude
    polarity: Polarity
    certainty: Certainty
    stance: Stance | None
    verb: str | None
    start: int
    end: int
    before: str
    quote: str
    quote_full: str
    gaps: tuple[Span, ...]
    after: str


class QueueRow(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that nobody has judged yet. ``confidence`` is None where it is not rated.

    ``quote`` are the words of a statement or a forecast, the cause of a causal claim, the first side of a conflict; ``other`` is
    the effect or the second side, and ``kind`` the attitude, kind or sign. What stands beside the words is told of statements.
    """

    id: int
    layer: Layer
    item: str
    confidence: float | None
    doubts: tuple[Doubt, ...]
    doc: str
    title: str | None
    date: str | None
    lang: str
    speaker_id: int | None
    speaker: str | None
    form: Form | None
    attitude: Attitude | None
    polarity: Polarity | None
    certainty: Certainty | None
    stance: Stance | None
    verb: str | None
    kind: str
    before: str
    quote: str
    quote_full: str
    gaps: tuple[Span, ...]
    after: str
    other: str | None
    other_full: str | None
    other_gaps: tuple[Span, ...]
    other_speaker: str | None
    other_attitude: Attitude | None
    other_polarity: Polarity | None
    other_certainty: Certainty | None
    other_stance: Stance | None
    other_verb: str | None


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
    """An event; ``speaker`` is None where the author or unnamed authority tells it, which ``holder`` tells apart.

    ``holder_polarity`` is that of the statement it is told in, ``polarity`` the event's own.
    """

    id: int
    doc: str
    date: str | None
    lang: str
    item: str
    holder: Holder
    speaker: str | None
    attitude: Attitude | None
    holder_polarity: Polarity | None
    certainty: Certainty | None
    stance: Stance | None
    verb: str | None
    code: EventCode
    mode: str | None
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    time_start: str | None
    time_end: str | None
    polarity: Polarity
    modality: Modality
    start: int
    end: int
    quote: str


class ForecastRow(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast; ``from_`` and ``until`` are the days of its window, attitude and the like of the statement it stands in.

    ``outcome`` is what ``outcome_by`` said at ``outcome_at`` came of it, by ``outcome_source``; None where nobody did.
    """

    id: int
    doc: str
    date: str | None
    lang: str
    item: str
    holder: Holder
    speaker: str | None
    attitude: Attitude | None
    polarity: Polarity | None
    certainty: Certainty | None
    stance: Stance | None
    verb: str | None
    kind: str
    from_: str | None = msgspec.field(name="from")
    until: str | None
    start: int
    end: int
    quote: str
    outcome: ForecastOutcome | None
    outcome_source: str | None
    outcome_by: str | None
    outcome_at: str | None
    outcome_entry: int | None


class CausalRow(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody says, or denies, leads to what: attitude and the like are of the statement it stands in."""

    id: int
    doc: str
    date: str | None
    lang: str
    item: str
    holder: Holder
    speaker: str | None
    attitude: Attitude | None
    polarity: Polarity | None
    certainty: Certainty | None
    stance: Stance | None
    verb: str | None
    sign: Sign
    cause: str
    effect: str
    start: int
    end: int


class ConflictRow(msgspec.Struct, frozen=True, kw_only=True):
    """Two statements that collide. ``a`` and ``b`` are ids of statements, None for the author's words."""

    id: int
    doc: str
    date: str | None
    lang: str
    item: str
    kind: ConflictKind
    why: str
    reason: ConflictReason | None
    """None of what an earlier version found: then ``why`` is all there is."""
    terms: tuple[str, ...]
    a: str | None
    a_quote: str
    a_quote_full: str
    a_gaps: tuple[Span, ...]
    a_speaker: str | None
    a_attitude: Attitude | None
    a_polarity: Polarity | None
    a_certainty: Certainty | None
    a_stance: Stance | None
    a_verb: str | None
    b: str | None
    b_quote: str
    b_quote_full: str
    b_gaps: tuple[Span, ...]
    b_speaker: str | None
    b_attitude: Attitude | None
    b_polarity: Polarity | None
    b_certainty: Certainty | None
    b_stance: Stance | None
    b_verb: str | None


class CollisionRow(msgspec.Struct, frozen=True, kw_only=True):
    """Statements of two documents that collide; else as ``ConflictRow``. Offsets in the text of the side's document.

    ``verdict`` is what a person last said of it, in the correction of the number ``judged``.
    """

    id: int
    lang: str
    kind: ConflictKind
    why: str
    reason: ConflictReason | None
    terms: tuple[str, ...]
    a_doc: str
    a_date: str | None
    a: str | None
    a_start: int
    a_end: int
    a_quote: str
    a_quote_full: str
    a_gaps: tuple[Span, ...]
    a_speaker: str | None
    a_attitude: Attitude | None
    a_polarity: Polarity | None
    a_certainty: Certainty | None
    a_stance: Stance | None
    a_verb: str | None
    b_doc: str
    b_date: str | None
    b: str | None
    b_start: int
    b_end: int
    b_quote: str
    b_quote_full: str
    b_gaps: tuple[Span, ...]
    b_speaker: str | None
    b_attitude: Attitude | None
    b_polarity: Polarity | None
    b_certainty: Certainty | None
    b_stance: Stance | None
    b_verb: str | None
    verdict: Verdict | None
    judged: int | None
