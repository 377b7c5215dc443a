"""Overlapping spans cut into pieces that do not overlap, so that a page can mark a text without altering it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Literal

import msgspec

from wederhoor.exchange.scene import Scene
from wederhoor.exchange.voices import Arrangement
from wederhoor.records import Attribution, Span

Role = Literal["content", "cue", "source", "actors", "events", "triggers", "places"]

# A line end, and two or more with nothing but blanks between them. \r(?!\n) keeps one \r\n from counting as two.
_LINE_END = r"(?:\r\n|\n|\r(?!\n))"
_BLANK_LINES = re.compile(rf"{_LINE_END}(?:[ \t]*{_LINE_END})+")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text over which nothing begins or ends. Ids stand outermost statement first, others in a fixed order."""

    start: int
    end: int
    content: tuple[str, ...]
    cue: tuple[str, ...]
    source: tuple[str, ...]
    begins: tuple[str, ...]
    """The statements whose content has its first character here."""
    actors: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    """The names of the mentions, triggers and places that begin here, to link to."""


def paragraphs(text: str) -> list[Span]:
    """The spans between blank lines, in order; what lies between them is line ends and blanks."""
    spans = []
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text)))
    return [(s, e) for s, e in spans if s < e]


def cut(
    text: str, arrangement: Arrangement, edges: Iterable[int], scene: Scene | None = None, window: Span | None = None
) -> list[Piece]:
    """Cut the text, or a ``window`` of it, where a span or an edge is; the pieces join to all of it again."""
    begin, close = window or (0, len(text))
    changes: defaultdict[int, list[tuple[Role, str, int]]] = defaultdict(list)
    rank: dict[str, int] = {}
    first: dict[str, int] = {}
    anchors: defaultdict[int, list[str]] = defaultdict(list)
    for attribution in _outermost_first(arrangement):
        rank[attribution.id] = len(rank)
        first[attribution.id] = min(start for start, _ in attribution.content)
    for role, name, spans in chain(_said(arrangement), _staged(scene) if scene else ()):
        for start, end in ((max(start, begin), min(end, close)) for start, end in spans):
            if start < end:
                changes[start].append((role, name, 1))
                changes[end].append((role, name, -1))
    for anchor, start in anchored(scene) if scene else ():
        anchors[start].append(anchor)
    active: Counter[tuple[Role, str]] = Counter()
    pieces = []
    for start, end in pairwise(sorted({begin, close, *changes, *edges})):
        for role, name, change in changes.get(start, ()):
            active[role, name] += change
        active = +active
        pieces.append(_piece(start, end, active, rank, first, anchors.get(start, [])))
    return pieces


def _piece(
    start: int,
    end: int,
    active: Counter[tuple[Role, str]],
    rank: dict[str, int],
    first: dict[str, int],
    anchors: list[str],
) -> Piece:
    names: defaultdict[Role, list[str]] = defaultdict(list)
    for role, name in active:
        names[role].append(name)
    content = tuple(sorted(names["content"], key=rank.__getitem__))
    return Piece(
        start=start,
        end=end,
        content=content,
        cue=tuple(sorted(names["cue"], key=rank.__getitem__)),
        source=tuple(sorted(names["source"], key=rank.__getitem__)),
        begins=tuple(name for name in content if first[name] == start),
        actors=tuple(sorted(names["actors"])),
        events=tuple(sorted(names["events"])),
        triggers=tuple(sorted(names["triggers"])),
        places=tuple(sorted(names["places"])),
        anchors=tuple(anchors),
    )


def anchored(scene: Scene) -> Iterator[tuple[str, int]]:
    """The name of each mention, event and place, and where it begins. No two have the same name."""
    for player in scene.cast:
        for number, (start, _) in enumerate(player.mentions, start=player.first):
            yield f"actor-{player.actor.id}-{number}", start
    for happening in (*scene.told, *scene.reported):
        for event in happening.tellings:
            yield f"event-{event.id}", event.trigger[0]
    for _, spots in scene.countries:
        for place in (place for spot in spots for place in spot.mentions):
            yield f"place-{place.id}", place.span[0]


def _said(arrangement: Arrangement) -> Iterator[tuple[Role, str, tuple[Span, ...]]]:
    for attribution in arrangement.in_order:
        yield "content", attribution.id, attribution.content
        yield "cue", attribution.id, attribution.cue
        yield "source", attribution.id, attribution.source


def _staged(scene: Scene) -> Iterator[tuple[Role, str, tuple[Span, ...]]]:
    for player in scene.cast:
        yield "actors", player.actor.id, player.mentions
    for happening in (*scene.told, *scene.reported):
        for event in happening.tellings:
            yield "events", event.id, (event.span,)
            yield "triggers", event.id, (event.trigger,)
    for _, spots in scene.countries:
        for place in (place for spot in spots for place in spot.mentions):
            yield "places", place.id, (place.span,)


def _outermost_first(arrangement: Arrangement) -> list[Attribution]:
    """By nesting, then longest first: where two merely overlap, the shorter one lies on top, so neither is hidden."""

    def key(attribution: Attribution) -> tuple[int, int, int]:
        length = sum(end - start for start, end in attribution.content)
        return arrangement.depth[attribution.id], -length, attribution.content[0][0]

    return sorted(arrangement.in_order, key=key)
