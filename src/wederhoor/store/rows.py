"""A study -> the rows by which its items are listed and searched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Table

from wederhoor.records import (
    Actor,
    Attribution,
    AuthorSide,
    ConflictSide,
    Correction,
    Reading,
    References,
    Span,
    Stance,
    Study,
    stances_of,
    stretch,
    words_at,
)
from wederhoor.store.columns import ROWS_A_DOCUMENT, row_id
from wederhoor.store.lexemes import SPEAKER, lexemes_of_spans
from wederhoor.store.schema import (
    NEVER,
    UNKNOWN,
    actors,
    causal,
    conflicts,
    events,
    forecasts,
    sentences,
    statements,
)

BESIDE = 120
"""Code points shown of what stands before and after a statement."""
Row = dict[str, Any]
SpeakerIds = Callable[[Attribution | None], int | None]
"""Statement -> number of its speaker's row."""


def speaker_key(name: str) -> str:
    """By what two names of speakers are one: their letters, whatever the case and the blanks."""
    return " ".join(name.casefold().split())


def how_said(text: str, item: Attribution, stances: Mapping[str, Stance]) -> Row:
    """The stance and the words of saying it; of a statement that others interrupt the whole stretch, in pieces of both."""
    verb = words_at(text, item.cue)
    pieces = stretch(text, item.content) if len(item.content) > 1 else None
    return {"stance": stances[item.id], "verb": verb or None, "pieces": pieces and msgspec.json.encode(pieces).decode()}


def called_and_titled(item: Actor) -> Row:
    """The other names of an actor, and his roles in words (*directeur (De Kade)*), each as a list in JSON."""
    roles = [f"{role.title} ({role.of})" if role.of else role.title for role in item.roles]
    return {"aliases": _list(item.aliases), "roles": _list(roles)}


def rows_of(
    study: Study, document: int, speaker_id: SpeakerIds, outcomes: Mapping[str, Correction]
) -> dict[Table, list[Row]]:
    """The rows of a document by table, numbered from its number; ``speaker_id`` knows every speaker of the study.

    ``outcomes`` are what is said to have come of forecasts, by their ids.
    """
    view = _View(study, document, speaker_id, outcomes)
    made = {
        sentences: view.sentences(),
        statements: view.statements(),
        events: view.events(),
        actors: view.actors(),
        causal: view.causal(),
        forecasts: view.forecasts(),
        conflicts: view.conflicts(),
    }
    return {
        table: [
            {"id": row_id(document, number), "document_id": document, **row}
            for number, row in zip(range(1, ROWS_A_DOCUMENT), rows, strict=False)
        ]
        for table, rows in made.items()
    }


class _View:
    """A study with what its rows look up."""

    def __init__(self, study: Study, document: int, speaker_id: SpeakerIds, outcomes: Mapping[str, Correction]) -> None:
        self._study = study
        self._outcomes = outcomes
        self._reading: Reading = study.reading
        self._speaker_id = speaker_id
        self._statements: Mapping[str, Attribution] = {a.id: a for a in self._reading.attributions}
        self._stances = stances_of(self._reading.attributions)
        self._rows = {a.id: row_id(document, n) for n, a in enumerate(self._reading.attributions, start=1)}

    def sentences(self) -> Iterator[Row]:
        for start, end in self._study.words.sentences:
            lemmas = lexemes_of_spans(self._study.words, [(start, end)])
            yield {"start": start, "end": end, "text": self._reading.text[start:end], "lemmas": lemmas}

    def statements(self) -> Iterator[Row]:
        text, date = self._reading.text, self._reading.date or UNKNOWN
        for item in self._reading.attributions:
            start, end = item.content[0][0], item.content[-1][1]
            speaker = self._speaker_id(item)
            lemmas = lexemes_of_spans(self._study.words, item.content)
            yield {
                "item": item.id,
                "parent": item.parent,
                "speaker_id": speaker,
                "actor": item.actor,
                "form": item.form,
                "attitude": item.attitude,
                "polarity": item.polarity,
                "certainty": item.certainty,
                "start": start,
                "end": end,
                "quote": words_at(self._reading.text, item.content),
                "before": text[max(0, start - BESIDE) : start],
                "after": text[end : end + BESIDE],
                "date": date,
                **how_said(text, item, self._stances),
                "lemmas": lemmas if speaker is None else f"{lemmas} {SPEAKER}{speaker}",
            }

    def events(self) -> Iterator[Row]:
        known = References.of(self._reading)
        for item in self._reading.events:
            location = known.location(item.place)
            place = None if location is None else location.place
            time = None if item.time is None else self._reading.times[item.time]
            yield {
                "item": item.id,
                **self._held(item.holder),
                "code": item.code,
                "mode": item.mode,
                "agents": _list(known.names(item.agents)),
                "patients": _list(known.names(item.patients)),
                "place": known.place_name(item.place),
                "country": place.country if place else None,
                "lat": place.lat if place else None,
                "lon": place.lon if place else None,
                "time_start": (time.start if time else None) or UNKNOWN,
                "time_end": time.end if time else None,
                "polarity": item.polarity,
                "modality": item.modality,
                **self._words(item.span),
            }

    def actors(self) -> Iterator[Row]:
        for item in self._reading.actors:
            yield {
                "item": item.id,
                "name": item.name,
                "key": speaker_key(item.name),
                "kind": item.kind,
                "country": item.country,
                "sector": item.sector,
                "mentions": len(item.mentions),
                **called_and_titled(item),
            }

    def causal(self) -> Iterator[Row]:
        text = self._reading.text
        for item in self._reading.causal:
            spans = (item.cause, item.effect)
            yield {
                "item": item.id,
                **self._held(item.holder),
                "sign": item.sign,
                "cause": text[slice(*item.cause)],
                "effect": text[slice(*item.effect)],
                "start": min(start for start, _ in spans),
                "end": max(end for _, end in spans),
            }

    def forecasts(self) -> Iterator[Row]:
        for item in self._reading.forecasts:
            yield {
                "item": item.id,
                **self._held(item.holder),
                "kind": item.kind,
                "from": item.from_,
                "until": item.until or NEVER,
                **self._words(item.span),
                **self._outcome(item.id),
            }

    def conflicts(self) -> Iterator[Row]:
        for item in self._reading.conflicts:
            yield {
                "item": item.id,
                "kind": item.kind,
                "why": item.why,
                "reason": item.reason,
                "terms": _list(item.terms) if item.reason else None,
                **self._side("a", item.a),
                **self._side("b", item.b),
            }

    def _outcome(self, forecast: str) -> Row:
        said = self._outcomes.get(forecast)
        return {"outcome": said and said.payload["outcome"], "outcome_entry": said and said.id}

    def _side(self, name: str, side: ConflictSide) -> Row:
        if isinstance(side, AuthorSide):
            return {
                name: None,
                f"{name}_quote": words_at(self._reading.text, (side.author,)),
                f"{name}_speaker_id": None,
                f"{name}_row": None,
            }
        item = self._statements[side]
        speaker = self._speaker_id(item)
        return {
            name: side,
            f"{name}_quote": words_at(self._reading.text, item.content),
            f"{name}_speaker_id": speaker,
            f"{name}_row": self._rows[side],
        }

    def _held(self, holder: str) -> Row:
        item = self._statements.get(holder)
        speaker = self._speaker_id(item)
        return {"holder": holder, "speaker_id": speaker, "holder_row": self._rows.get(holder)}

    def _words(self, span: Span) -> Row:
        return {"start": span[0], "end": span[1], "quote": self._reading.text[slice(*span)]}


def _list(names: Iterable[str]) -> str:
    return msgspec.json.encode(list(names)).decode()
