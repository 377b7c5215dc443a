"""A long text in parts, each with what is found in it, so that nobody has to wait for a whole book.

A part ends where a paragraph does. A statement belongs to every part that has words of it; what is only mentioned, an actor, an
event or a place, to the part in which its words begin.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from wederhoor.exchange.pieces import paragraphs
from wederhoor.exchange.scene import Happening, Player, Scene, Spot
from wederhoor.exchange.voices import Arrangement, Voice
from wederhoor.records import Attribution, Span

SIZE: Final = 8_000
"""Characters that a part has at most, some 1,200 words: four or five windows."""
WHOLE: Final = 3 * SIZE
"""A text of at most so many characters is one part."""
_LINES: Final = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_WORDS: Final = re.compile(r"(?<=\s)(?=\S)")


class TextPart(msgspec.Struct, frozen=True):
    """A stretch of the text, counted from 1, with what is in it, which keeps the numbers that it has in the whole text."""

    number: int
    span: Span
    arrangement: Arrangement
    scene: Scene


class Parts(msgspec.Struct, frozen=True):
    """All parts of a text, which join to it; ``home`` is the part in which each statement begins, by its id."""

    parts: tuple[TextPart, ...]
    home: dict[str, int]


def text_parts(text: str) -> tuple[Span, ...]:
    """Where the parts of a text begin and end: one for a short one, else as many paragraphs as hold ``SIZE`` characters.

    A paragraph that is longer is cut at a line end, or between two words.
    """
    if len(text) <= WHOLE:
        return ((0, len(text)),)
    starts = [start for start, _ in paragraphs(text)] or [0]
    edges = [0]
    while len(text) - edges[-1] > SIZE:
        edges.append(_edge(text, starts, edges[-1]))
    return tuple(pairwise([*edges, len(text)]))


def part_at(spans: Sequence[Span], offset: int) -> int:
    """The number, from 1, of the part that a place of the text is in."""
    return _part([start for start, _ in spans], offset)


def _part(starts: Sequence[int], offset: int) -> int:
    return max(1, bisect_right(starts, offset))


def in_parts(arrangement: Arrangement, scene: Scene, spans: Sequence[Span]) -> Parts:
    """What is found in a text, by the parts of it."""
    starts = [start for start, _ in spans]
    said: list[list[Attribution]] = [[] for _ in spans]
    for one in arrangement.in_order:
        touched: set[int] = set()
        for start, end in (*one.content, *one.cue, *one.source):
            touched.update(range(_part(starts, start), _part(starts, end - 1) + 1))
        for number in sorted(touched):
            said[number - 1].append(one)
    scenes = _scenes(scene, starts)
    voices = arrangement.voice_of()
    parts = tuple(
        TextPart(number, span, _arranged(arrangement, said[number - 1], voices), scenes[number - 1])
        for number, span in enumerate(spans, start=1)
    )
    return Parts(parts, {one.id: _part(starts, one.content[0][0]) for one in arrangement.in_order})


def _edge(text: str, starts: Sequence[int], begun: int) -> int:
    """Where the part ends that begins there: not before its middle."""
    least, most = begun + SIZE // 2, begun + SIZE
    last = starts[max(0, bisect_right(starts, most) - 1)]
    if last > least:
        return last
    for pattern in (_LINES, _WORDS):
        found = [edge.start() for edge in pattern.finditer(text, least, most)]
        if found:
            return found[-1]
    return most


def _arranged(whole: Arrangement, said: Iterable[Attribution], voices: dict[str, Voice]) -> Arrangement:
    groups: defaultdict[int, list[Attribution]] = defaultdict(list)
    in_order = tuple(said)
    for one in in_order:
        groups[voices[one.id].number].append(one)
    own = tuple(
        Voice(voice.number, voice.speaker, tuple(groups[voice.number]))
        for voice in whole.voices
        if voice.number in groups
    )
    return Arrangement(own, in_order, whole.within, whole.depth)


def _scenes(scene: Scene, starts: Sequence[int]) -> list[Scene]:
    cast: list[list[Player]] = [[] for _ in starts]
    told: list[list[Happening]] = [[] for _ in starts]
    reported: list[list[Happening]] = [[] for _ in starts]
    countries: list[dict[str | None, list[Spot]]] = [{} for _ in starts]
    for player in scene.cast:
        for number, own in _players(player, starts).items():
            cast[number - 1].append(own)
    for happenings, found in ((scene.told, told), (scene.reported, reported)):
        for happening in happenings:
            for number, told_there in _happenings(happening, starts).items():
                found[number - 1].append(told_there)
    for country, spots in scene.countries:
        for spot in spots:
            for number, there in _spots(spot, starts).items():
                countries[number - 1].setdefault(country, []).append(there)
    return [
        Scene(
            cast=tuple(cast[at]),
            told=tuple(told[at]),
            reported=tuple(reported[at]),
            countries=tuple((country, tuple(spots)) for country, spots in countries[at].items()),
            known=scene.known,
        )
        for at in range(len(starts))
    ]


def _players(player: Player, starts: Sequence[int]) -> dict[int, Player]:
    found: defaultdict[int, list[Span]] = defaultdict(list)
    first: dict[int, int] = {}
    for place, mention in enumerate(player.mentions, start=1):
        number = _part(starts, mention[0])
        first.setdefault(number, place)
        found[number].append(mention)
    anchors = {number: f"actor-{player.actor.id}-{place}" for number, place in first.items()}
    return {
        number: msgspec.structs.replace(
            player,
            mentions=tuple(mentions),
            first=first[number],
            total=len(player.mentions),
            elsewhere=_others(anchors, number),
        )
        for number, mentions in found.items()
    }


def _happenings(happening: Happening, starts: Sequence[int]) -> dict[int, Happening]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, telling in enumerate(happening.tellings):
        found[_part(starts, telling.trigger[0])].append(at)
    anchors = {number: f"event-{happening.tellings[ats[0]].id}" for number, ats in found.items()}
    return {
        number: msgspec.structs.replace(
            happening, tellings=tuple(happening.tellings[at] for at in ats), elsewhere=_others(anchors, number)
        )
        for number, ats in found.items()
    }


def _spots(spot: Spot, starts: Sequence[int]) -> dict[int, Spot]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, mention in enumerate(spot.mentions):
        found[_part(starts, mention.span[0])].append(at)
    anchors = {number: f"place-{spot.mentions[ats[0]].id}" for number, ats in found.items()}
    return {
        number: msgspec.structs.replace(
            spot,
            mentions=tuple(spot.mentions[at] for at in ats),
            total=len(spot.mentions),
            elsewhere=_others(anchors, number),
        )
        for number, ats in found.items()
    }


def _others(anchors: dict[int, str], own: int) -> tuple[tuple[int, str], ...]:
    return tuple((number, anchors[number]) for number in sorted(anchors) if number != own)
