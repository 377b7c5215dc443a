"""What is known of actors, events and places, in the words of a language: the phrases that all views share."""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.exchange.scene import Happening, Scene
from wederhoor.exchange.timeline.told import ToldEvent
from wederhoor.exchange.wording import Wording
from wederhoor.records import Actor, Event, Number, Reading


def what(event: Event, wording: Wording) -> str:
    """``dwang (arrestatie)``."""
    code = wording.scene.codes[event.code]
    return code if event.mode is None else f"{code} ({wording.scene.modes.get(event.mode, event.mode)})"


def who(scene: Scene, event: Event) -> str:
    """The parties of an event, as ``parties`` writes them."""
    return parties(named(scene, event.agents), named(scene, event.patients))


def parties(agents: str, patients: str) -> str:
    """``politie → boeren``; without the arrow where nobody is acted on, empty where nobody is named."""
    return f"{agents} → {patients}".strip() if patients else agents


def named(scene: Scene, ids: Iterable[str]) -> str:
    """Actors by name; what is no actor is named by its noun phrase."""
    return ", ".join(scene.known.names(ids))


def where(scene: Scene, happening: Happening) -> str | None:
    """The place that the first clause to name one names."""
    place = next((event.place for event in happening.tellings if event.place is not None), None)
    return scene.known.place_name(place)


def when(reading: Reading, happening: Happening, wording: Wording) -> str | None:
    """The days where they are known, else the words of the text."""
    if happening.time is None:
        return None
    start, end = happening.time.span
    return wording.period(happening.time.start, happening.time.end) or reading.text[start:end]


def roles(actor: Actor) -> str:
    """As they stand in the text: ``directeur (Open Haven), voorzitter``."""
    return ", ".join(role.title if role.of is None else f"{role.title} ({role.of})" for role in actor.roles)


def how_many(number: Number, wording: Wording) -> str:
    """``minstens 4 gewonden``, ``20–99 doden``; empty where neither bound is known."""
    low, high, scene = number.low, number.high, wording.scene
    if low is None and high is None:
        return ""
    if high is None:
        count = scene.least.format(n=f"{low:.15g}")
    elif low is None:
        count = scene.most.format(n=f"{high:.15g}")
    else:
        count = f"{low:.15g}" if low == high else f"{low:.15g}–{high:.15g}"
    one, many = scene.counted[number.what]
    return (one if high == 1 else many).format(n=count)


def unusual(event: Event | ToldEvent, wording: Wording) -> str | None:
    """What is unlike something that happened: ``gepland``, ``niet gebeurd``."""
    if event.polarity != "+":
        return wording.scene.denied[event.modality]
    return None if event.modality == "actual" else wording.scene.modalities[event.modality]
