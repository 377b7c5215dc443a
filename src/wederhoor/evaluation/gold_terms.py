"""A reading in the terms of gold: what it says of events by names and words, in place of ids, so that the two compare."""

from __future__ import annotations

import msgspec

from wederhoor.evaluation.gold import (
    GoldActor,
    GoldCausal,
    GoldCondition,
    GoldConflict,
    GoldDocument,
    GoldEvent,
    GoldForecast,
)
from wederhoor.records import Reading, References


def in_gold_terms(reading: Reading) -> GoldDocument:
    """The reading as if it were gold. All its layers count as annotated: one that is empty says that nothing is there."""
    return GoldDocument(
        doc=reading.doc,
        text=reading.text,
        date=reading.date,
        attributions=reading.attributions,
        entities=reading.entities,
        actors=tuple(
            GoldActor(id=a.id, name=a.name, kind=a.kind, mentions=a.mentions, country=a.country, sector=a.sector)
            for a in reading.actors
        ),
        events=_events(reading),
        causal=tuple(GoldCausal(cause=c.cause, effect=c.effect, sign=c.sign, holder=c.holder) for c in reading.causal),
        conditions=tuple(
            GoldCondition(antecedent=c.antecedent, consequent=c.consequent, kind=c.kind, holder=c.holder)
            for c in reading.conditions
        ),
        forecasts=tuple(GoldForecast(span=f.span, holder=f.holder, condition=f.condition) for f in reading.forecasts),
        conflicts=tuple(GoldConflict(a=c.a, b=c.b, kind=c.kind) for c in reading.conflicts),
        has_commitment=True,
    )


def gold_line(reading: Reading) -> bytes:
    """The reading as a gold file on one line of JSON, in UTF-8: what scorers read, and ``load_gold`` reads back.

    Every layer is there, an empty one too, with the names of actors and places in place of their ids.
    """
    fields = msgspec.to_builtins(in_gold_terms(reading))
    return msgspec.json.encode({name: value for name, value in fields.items() if name != "has_commitment"}) + b"\n"


def _events(reading: Reading) -> tuple[GoldEvent, ...]:
    known = References.of(reading)
    times = {n: reading.text[time.span[0] : time.span[1]] for n, time in enumerate(reading.times)}
    return tuple(
        GoldEvent(
            id=e.id,
            code=e.code,
            mode=e.mode,
            trigger=e.trigger,
            span=e.span,
            agents=known.names(e.agents),
            patients=known.names(e.patients),
            place=known.place_name(e.place),
            time=None if e.time is None else times.get(e.time),
            numbers=e.numbers,
            polarity=e.polarity,
            modality=e.modality,
            holder=e.holder,
            same_as=e.same_as,
        )
        for e in reading.events
    )
