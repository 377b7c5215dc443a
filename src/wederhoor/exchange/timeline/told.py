"""Events as they are told: when, by whom, and whether he says that they happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from wederhoor.cases.accounts import holder_names
from wederhoor.cases.holders import AccountHolders
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

    ``name`` is what who tells of it is called, his own also where his account is that of several; empty of authority without one.
    ``start`` and ``end`` are its days, None where they are not known; ``date`` is that of its document.
    """

    name: str
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


def tallies_of(told: Iterable[tuple[EventTeller, ToldEvent]]) -> tuple[ToldCount, ...]:
    """How many events each tells of by day."""
    counts = Counter((teller, one.day, one.start is not None, one.held) for teller, one in told)
    return in_order(ToldCount(*key, events) for key, events in counts.items())


def told_in_case(case: Case, publishers: Mapping[str, str | None]) -> tuple[tuple[EventTeller, ToldEvent], ...]:
    """All events of a case by the day at which they stand, those with none last; tellers are the holders of its accounts."""
    accounts = {(ref.doc, ref.id): account for account in case.accounts for ref in account.events}
    holders = AccountHolders(case.documents, case.actors)
    names = holder_names(case.documents, case.actors, holders)
    found: list[tuple[EventTeller, ToldEvent]] = []
    for reading in case.documents:
        called = {a.id: names.get(holders.key(reading.doc, a.id), "") for a in reading.attributions}
        found += _of_reading(reading, publishers.get(reading.doc), accounts, called)
    return tuple(sorted(found, key=lambda told: place_in_time(told[1])))


def place_in_time(one: ToldEvent) -> tuple[bool, str, bool]:
    """By what events are put in order: those of a day whose day is known come first, those without any date last."""
    return one.day == "", one.day, one.start is None


def _of_reading(
    reading: Reading,
    publisher: str | None,
    accounts: Mapping[tuple[str, str], Account],
    called: Mapping[str, str],
) -> Iterator[tuple[EventTeller, ToldEvent]]:
    """``called`` are the names of those who make the statements, by their ids."""
    known, stances = References.of(reading), stances_of(reading.attributions)
    statements = {one.id: one for one in reading.attributions}
    own = author_of(reading.doc, reading.doc, publisher)
    for event in reading.events:
        statement = statements.get(event.holder)
        account = accounts.get((reading.doc, event.id))
        time = None if event.time is None else reading.times[event.time]
        teller = own if event.holder == AUTHOR else UNNAMED if account is None else _speaker(account)
        yield (
            teller,
            ToldEvent(
                name=called.get(event.holder, own.name),
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
            ),
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
