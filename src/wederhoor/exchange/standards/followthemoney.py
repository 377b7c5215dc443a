"""Readings as FollowTheMoney entities, one JSON object a line, for OpenAleph and the tools of OCCRP and OpenSanctions.

A text is an Article, an actor a Person, PublicBody, Organization or LegalEntity, and a statement a Note on who says it whose
proof is the text. A Note says in words how its holder stands to it: one who denies never seems to assert. An event that the
text itself tells to have happened is an Event with those who take part; what is denied, planned, or told by somebody is a Note
on the teller, for an Event would say that it is so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec
from babel.core import get_global

from wederhoor.exchange.statements import statement_lines
from wederhoor.records import AUTHOR, Actor, Event, Reading, words_at

Entity = dict[str, Any]
LONG: Final = 3
"""Letters of a long code of a language."""

_PUBLIC: Final = frozenset({"GOV", "MIL", "IGO", "JUD", "LEG", "COP"})
"""Sectors whose bodies are public ones."""


def ftm_lines(readings: Iterable[Reading]) -> bytes:
    """All entities of some readings, one JSON object a line. Raises UngroundedReadingError as ``statement_lines``."""
    return b"".join(msgspec.json.encode(one) + b"\n" for reading in readings for one in _entities(reading))


def _entities(reading: Reading) -> Iterator[Entity]:
    article = _id(reading, "text")
    yield _entity(
        article, "Article", name=reading.title or reading.doc, publishedAt=reading.date, publisher=reading.publisher,
        author=reading.byline, sourceUrl=reading.url, language=_three(reading.lang), bodyText=reading.text,
    )  # fmt: skip
    for actor in reading.actors:
        yield _actor(reading, actor, article)
    for event in reading.events:
        yield _event(reading, event, article)
    for line in statement_lines(reading):
        stance = f"{line.holder or '?'}: {line.stance or 'says'}" + "".join(
            f" (told by {by or '?'})" for by in line.by_way_of
        )
        yield _entity(
            _id(reading, line.statement_id), "Note", name=stance, description=line.quote_full, summary=line.verb,
            entity=line.actor_id and _id(reading, line.actor_id), proof=article, sourceUrl=reading.url,
        )  # fmt: skip


def _actor(reading: Reading, actor: Actor, article: str) -> Entity:
    schema = {"person": "Person", "group": "LegalEntity", "state": "PublicBody"}.get(actor.kind, "Organization")
    if schema == "Organization" and actor.sector in _PUBLIC:
        schema = "PublicBody"
    roles = [f"{role.title} ({role.of})" if role.of else role.title for role in actor.roles]
    properties: dict[str, Any] = {"position": roles} if schema == "Person" else {"description": roles}
    return _entity(
        _id(reading, actor.id), schema, name=actor.name, alias=list(actor.aliases), country=_two(actor.country), proof=article,
        **properties,
    )  # fmt: skip


def _event(reading: Reading, event: Event, article: str) -> Entity:
    words = words_at(reading.text, (event.span,))
    if not _happened(event):
        return _entity(
            _id(reading, event.id), "Note", name=f"{event.code}, as told", description=words, summary=_unlike(event),
            entity=_teller(reading, event), proof=article,
        )  # fmt: skip
    time = None if event.time is None else reading.times[event.time]
    place = next((one.name for one in reading.places if one.id == event.place), event.place)
    return _entity(
        _id(reading, event.id), "Event", name=f"{event.code}: {words_at(reading.text, (event.trigger,))}", description=words,
        location=place, proof=article, startDate=time and time.start, endDate=time and time.end,
        organizer=_actors(reading, event.agents), involved=_actors(reading, event.patients),
    )  # fmt: skip


def _actors(reading: Reading, parties: Iterable[str]) -> list[str]:
    """The ids of those parties that are actors."""
    known = {actor.id for actor in reading.actors}
    return [_id(reading, one) for one in parties if one in known]


def _teller(reading: Reading, event: Event) -> str | None:
    """The id of the actor who tells of an event, None where it is the author or somebody who is no actor."""
    teller = next((a for a in reading.attributions if a.id == event.holder), None)
    return _id(reading, teller.actor) if teller and teller.actor else None


def _unlike(event: Event) -> list[str]:
    """In what an event is not one that happened."""
    modality = [event.modality] if event.modality != "actual" else []
    return [*(["did not happen"] if event.polarity == "-" else []), *modality]


def _happened(event: Event) -> bool:
    """Whether the text itself tells that it happened. An Event of FollowTheMoney has no place for whose word it is."""
    return event.holder == AUTHOR and event.polarity == "+" and event.modality == "actual"


def _id(reading: Reading, item: str) -> str:
    return hashlib.sha1(f"{reading.sha256}\0{item}".encode(), usedforsecurity=False).hexdigest()


def _entity(key: str, schema: str, **properties: Any) -> Entity:  # noqa: ANN401  # a word or several of any property
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    said = {name: [one for one in values if one] for name, values in listed.items()}
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in sorted(said.items()) if values},
    }


def _two(country: str | None) -> str | None:
    """The ISO 3166-1 alpha-2 code in small letters of an alpha-3 code, by CLDR's aliases of territories."""
    aliases = get_global("territory_aliases").get(country or "", ())
    return aliases[0].lower() if aliases else None


def _three(lang: str) -> str | None:
    """The ISO 639-3 code of a language, by which FollowTheMoney calls it, by CLDR's aliases of languages.

    Of the two that some have (*nld*, *dut*) it is the one made of the language's own name, as the short code is.
    """
    long = [code for code, of in get_global("language_aliases").items() if of == lang and len(code) == LONG]
    return min(long, key=lambda code: (not code.startswith(lang), code), default=None)
