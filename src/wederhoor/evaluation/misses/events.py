"""Misses of events: code against code, doer against doer."""

from __future__ import annotations

from collections.abc import Iterator

from wederhoor.evaluation.assignment import assign
from wederhoor.evaluation.events import (
    EventAlignment,
    agents_right,
    holder_kind_right,
    modality_right,
    mode_right,
    numbers_right,
    patients_right,
    place_right,
    polarity_right,
    time_right,
    wrongly_same,
)
from wederhoor.evaluation.gold import GoldEvent
from wederhoor.evaluation.misses.context import marked
from wederhoor.evaluation.misses.miss import Miss
from wederhoor.records import overlap


def event_misses(alignment: EventAlignment) -> Iterator[Miss]:
    """Events whose triggers overlap and whose codes differ are held against each other; neither is missed or spurious."""
    yield from _unpaired(alignment)
    for gold, system in alignment.matched():
        yield from _wrong(alignment, gold, system)
    for gold, system in wrongly_same(alignment):
        yield _miss(alignment, "same_as", gold, system, (gold.same_as or "-", system.same_as or "-"))


def _unpaired(alignment: EventAlignment) -> Iterator[Miss]:
    paired, found = {g for g, _ in alignment.pairs}, {s for _, s in alignment.pairs}
    ours = [e for i, e in enumerate(alignment.gold) if i not in paired]
    theirs = [e for j, e in enumerate(alignment.system) if j not in found]
    near = dict(assign([[overlap(a.trigger, b.trigger) for b in theirs] for a in ours]))
    for i, event in enumerate(ours):
        if i in near:
            yield _miss(alignment, "code", event, theirs[near[i]], (told(event), told(theirs[near[i]])))
        else:
            yield _miss(alignment, "missed", event, None, (told(event), None))
    for j in sorted({*range(len(theirs))} - {*near.values()}):
        yield _miss(alignment, "spurious", None, theirs[j], (None, told(theirs[j])))


def told(event: GoldEvent) -> str:
    """``ASSAULT firearms not possible: politie → demonstranten``; a dash where nobody is named."""
    polarity = "" if event.polarity == "+" else "not"
    modality = "" if event.modality == "actual" else event.modality
    what = " ".join(part for part in (event.code, event.mode, polarity, modality) if part)
    return f"{what}: {_names(event.agents)} → {_names(event.patients)}"


def _wrong(alignment: EventAlignment, gold: GoldEvent, system: GoldEvent) -> Iterator[Miss]:
    judged = (
        ("agents", agents_right(gold, system), _names(gold.agents), _names(system.agents)),
        ("patients", patients_right(gold, system), _names(gold.patients), _names(system.patients)),
        ("numbers", numbers_right(gold, system), _numbers(gold), _numbers(system)),
        ("polarity", polarity_right(gold, system), gold.polarity, system.polarity),
        ("holder", holder_kind_right(gold, system), gold.holder, system.holder),
        ("modality", modality_right(gold, system), gold.modality, system.modality),
        ("mode", mode_right(gold, system), gold.mode or "-", system.mode or "-"),
        ("place", place_right(gold, system), gold.place or "-", system.place or "-"),
        ("time", time_right(gold, system), gold.time or "-", system.time or "-"),
    )
    for kind, right, expected, found in judged:
        if not right:
            yield _miss(alignment, kind, gold, system, (f"{gold.code}: {expected}", found))


def _names(names: tuple[str, ...]) -> str:
    return "; ".join(names) or "-"


def _numbers(event: GoldEvent) -> str:
    return "; ".join(f"{_bound(n.low)} to {_bound(n.high)} {n.what}" for n in event.numbers) or "-"


def _bound(value: float | None) -> str:
    return "?" if value is None else f"{value:.15g}"


def _miss(
    alignment: EventAlignment,
    kind: str,
    gold: GoldEvent | None,
    system: GoldEvent | None,
    values: tuple[str | None, str | None],
) -> Miss:
    """The context reaches to the ends of the clause, where doers and places stand."""
    expected, found = values
    ours, theirs = ((event.trigger,) if event else () for event in (gold, system))
    around = [event.span for event in (gold or system,) if event]
    return Miss(
        layer="events",
        kind=kind,
        doc=alignment.doc,
        gold=ours,
        system=theirs,
        expected=expected,
        found=found,
        context=marked(alignment.text, ours, theirs, around),
    )
