"""Who is who, what happened when, and where, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from wederhoor.exchange.indented import INDENT, Indented
from wederhoor.exchange.phrases import how_many, roles, unusual, what, when, where, who
from wederhoor.exchange.scene import Happening, Player, Scene, Spot
from wederhoor.exchange.visible import one_line
from wederhoor.exchange.voices import place
from wederhoor.exchange.wording import Wording
from wederhoor.records import Event, Reading, Span


def scene_view(reading: Reading, scene: Scene, wording: Wording) -> Iterator[RenderableType]:
    """A block for each of the layers that has something in it."""
    words = wording.scene
    if scene.cast:
        yield from _heading(words.cast)
    for player in scene.cast:
        yield _player(reading, player, wording)
    for part, happenings in ((words.told, scene.told), (words.reported, scene.reported)):
        if happenings:
            yield from _heading(f"{words.timeline}: {part.lower()}")
        for happening in happenings:
            yield from _happening(reading, scene, happening, wording)
    if scene.countries:
        yield from _heading(words.places)
    for country, spots in scene.countries:
        yield Indented(INDENT, Text(one_line(wording.country(country)), style="bold"))
        for spot in spots:
            yield _spot(reading, spot, wording)


def _heading(words: str) -> Iterator[RenderableType]:
    yield Text()
    yield Indented(0, Text(words, style="bold"))
    yield Text()


def _player(reading: Reading, player: Player, wording: Wording) -> Indented:
    actor = player.actor
    facts = (
        wording.scene.kinds[actor.kind],
        roles(actor),
        wording.country(actor.country) if actor.country else "",
        wording.scene.sectors[actor.sector] if actor.sector else "",
        wording.count(len(player.mentions), wording.scene.mention),
        _line(reading, player.mentions[0], wording),
    )
    return Indented(INDENT, Text(one_line(actor.name), style="bold"), *_dim(facts))


def _happening(reading: Reading, scene: Scene, happening: Happening, wording: Wording) -> Iterator[RenderableType]:
    event = happening.first
    state = (Text(one_line(phrase)) for phrase in (unusual(event, wording),) if phrase)
    facts = (when(reading, happening, wording), where(scene, happening), *_holder(happening, wording))
    title = ": ".join(part for part in (what(event, wording), who(scene, event)) if part)
    yield Indented(INDENT, Text(one_line(title), style="bold"), *state, *_dim(facts))
    for telling in happening.tellings:
        yield Indented(2 * INDENT, *_telling(reading, telling, wording))


def _telling(reading: Reading, event: Event, wording: Wording) -> Iterator[Text]:
    opening, closing = wording.quotes
    start, end = event.span
    yield Text(f"{opening}{one_line(reading.text[start:end])}{closing}")
    counts = (how_many(number, wording) for number in event.numbers if number.what != "other")
    yield from _dim((*counts, event.id, _line(reading, event.trigger, wording)))


def _holder(happening: Happening, wording: Wording) -> Iterator[str]:
    if happening.voice is not None:
        yield f"{wording.scene.holder.lower()} {happening.voice.speaker or wording.unnamed.lower()}"


def _spot(reading: Reading, spot: Spot, wording: Wording) -> Indented:
    places = ", ".join(place(reading.text, mention.span[0]) for mention in spot.mentions)
    return Indented(2 * INDENT, Text(one_line(spot.place.name)), *_dim((f"{wording.line} {places}",)))


def _line(reading: Reading, span: Span, wording: Wording) -> str:
    return f"{wording.line} {place(reading.text, span[0])}"


def _dim(facts: Iterable[str | None]) -> Iterator[Text]:
    return (Text(one_line(fact), style="dim") for fact in facts if fact)
