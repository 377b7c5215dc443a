"""The reading format: what Wederhoor says about one document, as it stands in JSON."""

from __future__ import annotations

import msgspec

from wederhoor.records.claims import CausalClaim, Condition, Conflict, Forecast
from wederhoor.records.statements import Attribution, Entity
from wederhoor.records.world import Actor, Event, Place, Time

FORMAT = "wederhoor.reading/1"
"""Name and major version of the reading format. A change that an old reader cannot read raises the number."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read in one document. ``made_by`` names the versions of this program and of the pipeline.

    ``publisher`` and ``url`` are known where they were given with the text: no text is searched for them.
    """

    format: str = FORMAT
    doc: str
    lang: str
    date: str | None
    title: str | None
    publisher: str | None = None
    url: str | None = None
    text: str
    sha256: str
    made_by: dict[str, str]
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    causal: tuple[CausalClaim, ...] = ()
    conditions: tuple[Condition, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
