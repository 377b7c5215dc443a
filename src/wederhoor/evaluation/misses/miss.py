"""What a miss is."""

from __future__ import annotations

import msgspec

from wederhoor.records import LAYERS, Layer, Span


class Miss(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between gold and a reading, in one layer of one document.

    ``kind`` is ``missed`` for what only gold has, ``spurious`` for what only the reading has, else what is wrong in what both
    have:

    - attributions: ``source``, ``speaker``, ``form``; entities: ``type``, ``extent``;
    - actors: ``merged`` (mentions of one that the reading gives to another), ``mention missed`` and ``mention spurious``
      (those of an actor that the other side gives to nobody), ``name``, ``kind``, ``country``, ``sector``;
    - events: ``code``, ``mode``, ``agents``, ``patients``, ``place``, ``time``, ``numbers``, ``polarity``, ``modality``,
      ``holder``, ``same_as``;
    - claims: ``extent`` (they overlap too little to match), ``sign``, ``kind``, ``holder``, ``condition``.

    ``gold`` and ``system`` are the spans in question; ``expected`` and ``found`` say what gold and the reading make of them.
    ``context`` is the text around the spans, gold's between ``[`` and ``]``, the reading's between ``{`` and ``}``, a span
    that both have between ``[`` and ``]`` only. ``rule`` is that which
    found what the reading has, where it is known.
    """

    layer: Layer
    kind: str
    doc: str
    gold: tuple[Span, ...]
    system: tuple[Span, ...]
    expected: str | None = None
    found: str | None = None
    context: str
    rule: str | None = None


def rank(layer: Layer) -> int:
    """Where a layer comes in the order of the reading format, from 0."""
    return [*LAYERS].index(layer)
