"""Events as a table: one row per event, for R, pandas and spreadsheets, as CSV (RFC 4180) and JSON Lines.

Every row carries its quote, its offsets and where the text came from. Quotes and names are the text's own, to the
character; only a cell that a spreadsheet would take for a formula is altered, unless ``raw`` is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from wederhoor.exchange.cells import SAFE, Style, first_line, lines
from wederhoor.exchange.grounding import check_grounded
from wederhoor.records import (
    Attitude,
    Attribution,
    Certainty,
    Counted,
    Event,
    EventCode,
    Location,
    Modality,
    Number,
    Party,
    Polarity,
    Reading,
    References,
    Span,
    Stance,
    Time,
    reporters,
    stances_of,
    words_at,
)

JOIN: Final = "; "
"""Stands between the parts of a cell that has several."""


class EventLine(msgspec.Struct, frozen=True, kw_only=True):
    """One event with all that a table says of it.

    ``start`` and ``end`` are offsets of ``quote``, in code points, end exclusive. ``agent_kinds``, ``agent_countries`` and
    ``agent_sectors`` go with ``agents`` one by one, None where it is not known; likewise for patients. ``numbers`` are the words
    of the counts; of a kind that was counted more than once, ``low`` is the highest of the lows and ``high`` the sum of the
    highs, bounds that hold whether the counts overlap or not.

    ``holder`` is ``author``, else the speaker's name, None for unnamed authority. What else begins so is of his statement, None
    for the author: how he stands to what it says, and the words of its cue. ``by_way_of`` are those on whose word the statement
    comes, the nearest first.
    """

    doc: str
    event_id: str
    code: EventCode
    mode: str | None
    trigger: str
    quote: str
    start: int
    end: int
    agents: tuple[str, ...]
    agent_kinds: tuple[str | None, ...]
    agent_countries: tuple[str | None, ...]
    agent_sectors: tuple[str | None, ...]
    patients: tuple[str, ...]
    patient_kinds: tuple[str | None, ...]
    patient_countries: tuple[str | None, ...]
    patient_sectors: tuple[str | None, ...]
    place: str | None
    place_country: str | None
    place_lat: float | None
    place_lon: float | None
    time: str | None
    time_start: str | None
    time_end: str | None
    numbers: tuple[str, ...]
    killed_low: float | None
    killed_high: float | None
    wounded_low: float | None
    wounded_high: float | None
    deployed_low: float | None
    deployed_high: float | None
    arrested_low: float | None
    arrested_high: float | None
    other_low: float | None
    other_high: float | None
    polarity: Polarity
    modality: Modality
    holder: str | None
    holder_id: str
    holder_stance: Stance | None
    holder_attitude: Attitude | None
    holder_polarity: Polarity | None
    holder_certainty: Certainty | None
    holder_verb: str | None
    by_way_of: tuple[str | None, ...]
    same_as: str | None
    document_date: str | None
    title: str | None
    publisher: str | None
    text_sha256: str
    made_by: tuple[str, ...]


COLUMNS: Final = EventLine.__struct_fields__


def event_rows(reading: Reading, publisher: str | None = None) -> Iterator[EventLine]:
    """The events of a reading in the order of the reading; ``publisher`` is the document's, which a reading does not tell.

    Raises UngroundedReadingError for a reading that does not stand on its text.
    """
    check_grounded(reading)
    known = References.of(reading)
    statements = {attribution.id: attribution for attribution in reading.attributions}
    stances = stances_of(reading.attributions)
    for event in reading.events:
        time = None if event.time is None else reading.times[event.time]
        yield EventLine(
            doc=reading.doc,
            event_id=event.id,
            code=event.code,
            mode=event.mode,
            trigger=_words(reading, event.trigger),
            quote=_words(reading, event.span),
            start=event.span[0],
            end=event.span[1],
            **_people("agent", map(known.party, event.agents)),
            **_people("patient", map(known.party, event.patients)),
            **_place(known.location(event.place)),
            **_time(reading, time),
            numbers=tuple(_words(reading, number.span) for number in event.numbers),
            **_bounds(event.numbers),
            polarity=event.polarity,
            modality=event.modality,
            holder_id=event.holder,
            **_holder(reading, event, statements, stances),
            same_as=event.same_as,
            document_date=reading.date,
            title=reading.title,
            publisher=publisher,
            text_sha256=reading.sha256,
            made_by=tuple(f"{name} {version}" for name, version in sorted(reading.made_by.items())),
        )


def encode_csv(rows: Iterable[EventLine], *, header: bool, style: Style = SAFE) -> bytes:
    """Rows as CSV in UTF-8, lines ending in CRLF; an empty cell is what is not known. ``style`` as in ``cells``."""
    written = first_line(COLUMNS, style) if header else ""
    written += lines(((_cell(getattr(row, name)) for name in COLUMNS) for row in rows), style)
    return written.encode("utf-8")


def encode_jsonl(rows: Iterable[EventLine]) -> bytes:
    """Rows as JSON Lines in UTF-8: the columns as keys, several parts as a list, null for what is not known."""
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)


def _words(reading: Reading, span: Span) -> str:
    return reading.text[span[0] : span[1]]


def _people(role: str, parties: Iterable[Party]) -> dict[str, Any]:
    """Names with what is known of them; of what is no actor nothing is known."""
    named = tuple(parties)
    actors = [party.actor for party in named]
    return {
        f"{role}s": tuple(party.name for party in named),
        f"{role}_kinds": tuple(actor.kind if actor else None for actor in actors),
        f"{role}_countries": tuple(actor.country if actor else None for actor in actors),
        f"{role}_sectors": tuple(actor.sector if actor else None for actor in actors),
    }


def _holder(
    reading: Reading, event: Event, statements: dict[str, Attribution], stances: dict[str, Stance]
) -> dict[str, Any]:
    statement = statements.get(event.holder)
    if statement is None:
        unknown = ("stance", "attitude", "polarity", "certainty", "verb")
        return {"holder": "author", "by_way_of": (), **{f"holder_{part}": None for part in unknown}}
    return {
        "holder": statement.speaker,
        "holder_stance": stances[statement.id],
        "holder_attitude": statement.attitude,
        "holder_polarity": statement.polarity,
        "holder_certainty": statement.certainty,
        "holder_verb": words_at(reading.text, statement.cue) or None,
        "by_way_of": tuple(outer.speaker for outer in reporters(statement, statements)),
    }


def _place(location: Location | None) -> dict[str, Any]:
    name, place = (None, None) if location is None else (location.name, location.place)
    if place is None:
        return {"place": name, "place_country": None, "place_lat": None, "place_lon": None}
    return {"place": name, "place_country": place.country, "place_lat": place.lat, "place_lon": place.lon}


def _time(reading: Reading, time: Time | None) -> dict[str, Any]:
    if time is None:
        return {"time": None, "time_start": None, "time_end": None}
    return {"time": _words(reading, time.span), "time_start": time.start, "time_end": time.end}


def _bounds(numbers: tuple[Number, ...]) -> dict[str, Any]:
    kinds: tuple[Counted, ...] = ("killed", "wounded", "deployed", "arrested", "other")
    bounds: dict[str, float | None] = {}
    for kind in kinds:
        lows = [n.low for n in numbers if n.what == kind and n.low is not None]
        highs = [n.high for n in numbers if n.what == kind]
        bounds[f"{kind}_low"] = max(lows, default=None)
        bounds[f"{kind}_high"] = sum(h for h in highs if h is not None) if highs and None not in highs else None
    return bounds


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return JOIN.join(_cell(part) for part in value)
        case float():
            return f"{value:.15g}"  # 12 and not 12.0, which counts nobody
        case _:
            return str(value)
