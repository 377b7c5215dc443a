"""Gold: texts with what annotators found in them.

The records are those of a reading as far as they are scored, with names and words where a reading refers by ids: an
annotator of events need not have numbered the actors.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from wederhoor.records import (
    ActorKind,
    Attribution,
    AuthorSide,
    ConflictKind,
    ConflictSide,
    Entity,
    EventCode,
    Holder,
    Modality,
    Number,
    Polarity,
    Sector,
    Sign,
    Span,
)


class GoldActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor with every mention of it. Roles are not scored."""

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    country: str | None = None
    sector: Sector | None = None


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom, by name; ``place`` is a name (several joined by "; ") and ``time`` as written."""

    id: str
    code: EventCode
    trigger: Span
    span: Span
    mode: str | None = None
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None
    numbers: tuple[Number, ...] = ()
    polarity: Polarity = "+"
    modality: Modality = "actual"
    holder: Holder = "author"
    same_as: str | None = None


class GoldCausal(msgspec.Struct, frozen=True, kw_only=True):
    """A cause, its effect, and the sign of their link."""

    cause: Span
    effect: Span
    sign: Sign
    holder: Holder = "author"


class GoldCondition(msgspec.Struct, frozen=True, kw_only=True):
    """A rule: the consequent holds if, only if, or unless the antecedent does."""

    antecedent: Span
    consequent: Span
    kind: Literal["if", "only-if", "unless"]
    holder: Holder = "author"


class GoldForecast(msgspec.Struct, frozen=True, kw_only=True):
    """A statement about the future, with the span of its condition where one is stated."""

    span: Span
    holder: Holder = "author"
    condition: Span | None = None


class GoldConflict(msgspec.Struct, frozen=True, kw_only=True):
    """Two statements that cannot both be right."""

    a: ConflictSide
    b: ConflictSide
    kind: ConflictKind


class GoldDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated text. A layer is None where nobody annotated it, which is not the same as none found.

    ``has_commitment`` is whether its attributions say attitude, polarity and certainty; old gold does not. ``date`` is what
    relative expressions of time count from.
    """

    doc: str
    text: str
    date: str | None = None
    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...] | None = None
    actors: tuple[GoldActor, ...] | None = None
    events: tuple[GoldEvent, ...] | None = None
    causal: tuple[GoldCausal, ...] | None = None
    conditions: tuple[GoldCondition, ...] | None = None
    forecasts: tuple[GoldForecast, ...] | None = None
    conflicts: tuple[GoldConflict, ...] | None = None
    has_commitment: bool = False

    def has_claims(self) -> bool:
        """Whether any of what is claimed was annotated: causes, conditions, forecasts or conflicts."""
        return any(layer is not None for layer in (self.causal, self.conditions, self.forecasts, self.conflicts))


def checksum(gold: Iterable[GoldDocument]) -> str:
    """The SHA-256 of the texts, attributions and entities, whatever the order of the documents and the layout of the files.

    The fields are named one by one, so that a record with a new field leaves the checksum of old gold as it was.
    """
    return _sha256(
        [
            document.doc,
            document.text,
            [[a.id, a.content, a.cue, a.source, a.speaker, a.form, a.parent] for a in document.attributions],
            None if document.entities is None else [[e.span, e.type] for e in document.entities],
        ]
        for document in _in_order(gold)
    )


def layer_checksums(gold: Iterable[GoldDocument]) -> dict[str, str]:
    """The SHA-256 of each layer that was annotated in any document, by the name of its group of scores.

    Apart from ``checksum``, so that floors of one layer stand when another is annotated.
    """
    documents = _in_order(gold)
    found = {name: [[d.doc, layer] for d in documents if (layer := of(d)) is not None] for name, of in _LAYERS.items()}
    return {name: _sha256(layers) for name, layers in found.items() if layers}


def _actors(document: GoldDocument) -> object:
    if document.actors is None:
        return None
    return [[a.id, a.name, a.kind, a.country, a.sector, a.mentions] for a in document.actors]


def _events(document: GoldDocument) -> object:
    if document.events is None:
        return None
    return [
        [
            *(e.id, e.code, e.mode, e.trigger, e.span, e.agents, e.patients, e.place, e.time),
            [[n.what, n.low, n.high, n.span] for n in e.numbers],
            *(e.polarity, e.modality, e.holder, e.same_as),
        ]
        for e in document.events
    ]


def _claims(document: GoldDocument) -> object:
    if not document.has_claims():
        return None
    sides = [(c, [side.author if isinstance(side, AuthorSide) else side for side in (c.a, c.b)])
             for c in document.conflicts or ()]  # fmt: skip
    return [
        document.causal and [[c.cause, c.effect, c.sign, c.holder] for c in document.causal],
        document.conditions and [[c.antecedent, c.consequent, c.kind, c.holder] for c in document.conditions],
        document.forecasts and [[f.span, f.condition, f.holder] for f in document.forecasts],
        document.conflicts and [[a, b, c.kind] for c, (a, b) in sides],
    ]


_LAYERS: dict[str, Callable[[GoldDocument], object]] = {"actors": _actors, "events": _events, "claims": _claims}


def _in_order(gold: Iterable[GoldDocument]) -> list[GoldDocument]:
    return sorted(gold, key=lambda document: document.doc)


def _sha256(record: Iterable[object]) -> str:
    return hashlib.sha256(json.dumps(list(record), separators=(",", ":")).encode("ascii")).hexdigest()
