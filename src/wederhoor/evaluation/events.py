"""Scores of events: who did what to whom, where and when.

Events answer to each other one-to-one where their triggers overlap, so that the largest number of code points is shared;
what else is said of them is judged on those that also have the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from wederhoor.evaluation.assignment import assign
from wederhoor.evaluation.gold import GoldDocument, GoldEvent
from wederhoor.evaluation.measures import PrecisionRecall, Share, precision_recall, share
from wederhoor.evaluation.names import same_name, same_names
from wederhoor.records import overlap

Judge = Callable[[GoldEvent, GoldEvent], bool]


class EventAlignment(msgspec.Struct, frozen=True, kw_only=True):
    """The events of one document, and pairs (gold number, system number).

    ``pairs`` are those with overlapping triggers and the same code, ``found`` those with overlapping triggers.
    """

    doc: str
    text: str
    gold: tuple[GoldEvent, ...]
    system: tuple[GoldEvent, ...]
    pairs: tuple[tuple[int, int], ...]
    found: tuple[tuple[int, int], ...]

    def matched(self) -> Iterator[tuple[GoldEvent, GoldEvent]]:
        for i, j in self.pairs:
            yield self.gold[i], self.system[j]


class EventScores(msgspec.Struct, frozen=True, kw_only=True):
    """All scores of events, over all documents together (micro).

    - ``trigger_code``: triggers overlap and the code is the same; ``trigger``: triggers overlap.
    - of those with the same code: ``agents``, ``patients`` (as sets of names, equal without case and article or one a part
      of the other by whole words) and ``agents_patients`` (both); ``numbers`` (the sets of low and high), ``polarity``,
      ``holder_kind`` (author or somebody else), ``modality``, ``mode``; ``place`` (as names), ``time`` (as words, by the
      same rule as names); ``same_as`` (none in both, or first events that are paired with each other).
    """

    documents: int
    trigger_code: PrecisionRecall
    trigger: PrecisionRecall
    agents: Share
    patients: Share
    agents_patients: Share
    numbers: Share
    polarity: Share
    holder_kind: Share
    modality: Share
    mode: Share
    place: Share
    time: Share
    same_as: Share


def align_events(gold: GoldDocument, system: GoldDocument | None) -> EventAlignment:
    """Pair the events of a reading, in the terms of gold, with those of gold; no reading is one without events."""
    ours = gold.events or ()
    theirs = (system.events or ()) if system else ()
    shared = [[overlap(a.trigger, b.trigger) for b in theirs] for a in ours]
    coded = [
        [points if a.code == b.code else 0 for points, b in zip(row, theirs, strict=True)]
        for row, a in zip(shared, ours, strict=True)
    ]
    return EventAlignment(
        doc=gold.doc, text=gold.text, gold=ours, system=theirs, pairs=assign(coded), found=assign(shared)
    )


def score_events(alignments: Sequence[EventAlignment]) -> EventScores:
    gold = sum(len(a.gold) for a in alignments)
    system = sum(len(a.system) for a in alignments)
    matched = sum(len(a.pairs) for a in alignments)

    def judged(*judges: Judge) -> Share:
        right = sum(all(judge(*pair) for judge in judges) for a in alignments for pair in a.matched())
        return share(right, matched)

    return EventScores(
        documents=len(alignments),
        trigger_code=precision_recall(matched, system, gold),
        trigger=precision_recall(sum(len(a.found) for a in alignments), system, gold),
        agents=judged(agents_right),
        patients=judged(patients_right),
        agents_patients=judged(agents_right, patients_right),
        numbers=judged(numbers_right),
        polarity=judged(polarity_right),
        holder_kind=judged(holder_kind_right),
        modality=judged(modality_right),
        mode=judged(mode_right),
        place=judged(place_right),
        time=judged(time_right),
        same_as=share(sum(len(a.pairs) - len(wrongly_same(a)) for a in alignments), matched),
    )


def agents_right(gold: GoldEvent, system: GoldEvent) -> bool:
    return same_names(gold.agents, system.agents)


def patients_right(gold: GoldEvent, system: GoldEvent) -> bool:
    return same_names(gold.patients, system.patients)


def numbers_right(gold: GoldEvent, system: GoldEvent) -> bool:
    """The same set of bounds, whatever was counted."""
    return {(n.low, n.high) for n in gold.numbers} == {(n.low, n.high) for n in system.numbers}


def polarity_right(gold: GoldEvent, system: GoldEvent) -> bool:
    return gold.polarity == system.polarity


def holder_kind_right(gold: GoldEvent, system: GoldEvent) -> bool:
    """Told by the author in both, or by somebody else in both."""
    return (gold.holder == "author") == (system.holder == "author")


def modality_right(gold: GoldEvent, system: GoldEvent) -> bool:
    return gold.modality == system.modality


def mode_right(gold: GoldEvent, system: GoldEvent) -> bool:
    return gold.mode == system.mode


def place_right(gold: GoldEvent, system: GoldEvent) -> bool:
    return same_names(_places(gold), _places(system))


def time_right(gold: GoldEvent, system: GoldEvent) -> bool:
    return gold.time == system.time or same_name(gold.time or "", system.time or "")


def wrongly_same(alignment: EventAlignment) -> list[tuple[GoldEvent, GoldEvent]]:
    """The pairs in which one tells of an earlier event and the other does not, or not of the event that answers to it."""
    same: set[tuple[str | None, str | None]] = {(None, None)}
    same.update((gold.id, system.id) for gold, system in alignment.matched())
    return [(gold, system) for gold, system in alignment.matched() if (gold.same_as, system.same_as) not in same]


def _places(event: GoldEvent) -> list[str]:
    return (event.place or "").split("; ") if event.place else []
