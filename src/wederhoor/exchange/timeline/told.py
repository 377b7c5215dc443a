"""Events as they are told: when, by whom, and whether he says that they happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from wederhoor.exchange.timeline.lanes import EventTeller, ToldCount, in_order
from wederhoor.records import (
    AUTHOR,
    MAINTAINED,
    Account,
    Case,
    EventCode,
    Modality,
    Polarity,
    Reading,
    References,
    Stance,
    stances_of,
    words_at,
)

UNNAMED: Final = EventTeller("unnamed", "unnamed", "")
"""Authority without a name, which every language calls otherwise."""


class ToldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event with who tells of it and how he stands to it: ``stance`` and ``verb`` are None of an author's own words.

    ``start`` and ``end`` are its days, None where they are not known; ``date`` is that of its document.
    """

    teller: EventTeller
    start: str | None
    end: str | None
    date: str | None
    code: EventCode
    polarity: Polarity
    modality: Modality
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    stance: Stance | None
    verb: str | None
    quote: str
    lang: str

    @property
    def day(self) -> str:
        """The day at which it stands; empty where there is none."""
        return self.start or self.date or ""

    @property
    def held(self) -> bool:
        """Whether its teller says that it happened."""
        maintained = self.stance is None or self.stance in MAINTAINED
        return maintained and self.polarity == "+" and self.modality == "actual"


def tallies_of(told: Iterable[ToldEvent]) -> tuple[ToldCount, ...]:
    """How many events each tells of by day."""
    counts = Counter((one.teller, one.day, one.start is not None, one.held) for one in told)
    return in_order(ToldCount(*key, events) for key, events in counts.items())


def told_in_case(case: Case, publishers: Mapping[str, str | None]) -> tuple[ToldEvent, ...]:
    """All events of a case by the day at which they stand, those with none last; holders are those of its accounts."""
    accounts = {(ref.doc, ref.id): account for account in case.accounts for ref in account.events}
    found = [one for reading in case.documents for one in _of_reading(reading, publishers.get(reading.doc), accounts)]
    return tuple(sorted(found, key=place_in_time))


def place_in_time(one: ToldEvent) -> tuple[bool, str, bool]:
    """By what events are put in order: those of a day whose day is known come first, those without any date last."""
    return one.day == "", one.day, one.start is None


def _of_reading(
    reading: Reading, publisher: str | None, accounts: Mapping[tuple[str, str], Account]
) -> Iterator[ToldEvent]:
    known, stances = References.of(reading), stances_of(reading.attributions)
    statements = {one.id: one for one in reading.attributions}
    own = author_of(reading.doc, reading.doc, publisher)
    for event in reading.events:
        statement = statements.get(event.holder)
        account = accounts.get((reading.doc, event.id))
        time = None if event.time is None else reading.times[event.time]
        yield ToldEvent(
            teller=own if event.holder == AUTHOR else UNNAMED if account is None else _speaker(account),
            start=time.start if time else None,
            end=time.end if time else None,
            date=reading.date,
            code=event.code,
            polarity=event.polarity,
            modality=event.modality,
            agents=tuple(known.names(event.agents)),
            patients=tuple(known.names(event.patients)),
            stance=stances[statement.id] if statement else None,
            verb=(words_at(reading.text, statement.cue) or None) if statement else None,
            quote=reading.text[slice(*event.span)],
            lang=reading.lang,
        )


def author_of(key: object, doc: str, publisher: str | None) -> EventTeller:
    """The author of a document, who goes by its outlet where that is known; ``key`` is what a document is known by."""
    return (
        EventTeller("outlet", f"outlet-{publisher}", publisher)
        if publisher
        else EventTeller("text", f"text-{key}", doc)
    )


def _speaker(account: Account) -> EventTeller:
    return EventTeller("speaker", f"speaker-{account.id}", account.holder)
