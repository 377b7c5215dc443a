"""A timeline as a picture: an SVG file that stands on its own, in light colours and large enough letters to be printed.

What is drawn is also said: a title and a description, a title for every bar, and below the lanes the first events with who tells
of each, how he stands to it, and its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

import msgspec

from wederhoor.exchange import local
from wederhoor.exchange.models.markup import writable_xml
from wederhoor.exchange.page import environment
from wederhoor.exchange.phrases import parties, unusual
from wederhoor.exchange.timeline.lanes import Bin, Timeline
from wederhoor.exchange.timeline.told import ToldEvent
from wederhoor.exchange.timeline.words import bin_name, counts_told, lane_name, timeline_words
from wederhoor.exchange.wording import Wording
from wederhoor.records import MAINTAINED
from wederhoor.version import VERSION

WIDTH: Final = 1000.0
EDGE: Final = 24.0
"""Blank around it."""
LEFT: Final = 270.0
"""Where bars begin; names stand before."""
HIGH: Final = 40.0
"""A bar of the fullest stretch."""
LINE: Final = 16.0
INDENT: Final = 200.0
"""Where what is told of events begins, behind their days."""
WIDEST: Final = frozenset("mwMW@%—…")
NARROW: Final = frozenset(" .,:;|'il")
TICK: Final = 110.0
"""Units that the name of a stretch has under the bars at least."""
THIN: Final = 0.8
"""Share of its stretch that a bar is wide."""
LISTED: Final = 40
"""Events that are written out at most."""


class Bar(msgspec.Struct, frozen=True):
    """A part of a bar, by what it counts."""

    kind: str
    y: float
    height: float


class DrawnBin(msgspec.Struct, frozen=True):
    """A stretch of time in a lane."""

    x: float
    width: float
    name: str
    bars: tuple[Bar, ...]


class DrawnLane(msgspec.Struct, frozen=True):
    """A lane: ``y`` is the first line of its name, ``base`` what its bars stand on."""

    y: float
    base: float
    names: tuple[str, ...]
    about: tuple[str, ...]
    bins: tuple[DrawnBin, ...]


class Tick(msgspec.Struct, frozen=True):
    """Where a stretch begins, and its name."""

    x: float
    name: str


class DrawnEvent(msgspec.Struct, frozen=True):
    """An event that is written out: when, who tells of it and of what, and the lines of its words."""

    y: float
    when: tuple[str, ...]
    known: bool
    about: tuple[str, ...]
    words: tuple[str, ...]
    lang: str


def timeline_svg(found: Timeline, told: Sequence[ToldEvent], wording: Wording, title: str = "") -> bytes:
    """The picture of a timeline in UTF-8. ``told`` are its events by day, of which the first ``LISTED`` are written out.

    ``title`` is what the case is called. The same timeline gives the same bytes.
    """
    words = timeline_words(wording.code)
    count, tellers = wording.count(found.all, words.events), sum(lane.tellers for lane in found.lanes)
    about = (
        words.about.format(events=count, tellers=wording.count(tellers, words.tellers)) if found.all else words.nothing
    )
    drawn = tuple(_lanes(found, wording, EDGE + 5 * LINE + 16))
    foot = (drawn[-1].base if drawn else EDGE + 4 * LINE) + LINE
    events = tuple(_events(told[:LISTED], wording, foot + 3.5 * LINE))
    end = events[-1].y + LINE * (2 + len(events[-1].about) + len(events[-1].words)) if events else foot + 2 * LINE
    svg = environment().get_template("timeline.svg.j2").render(
        width=WIDTH, height=round(end + 2 * LINE + EDGE), edge=EDGE, indent=INDENT, line=LINE, foot=foot, end=end, lanes=drawn,
        ticks=_ticks(found.bins, wording), events=events, words=words, wording=wording, about=about, title=title,
        span=_span(found.bins, wording), more=_more(found.all - len(events), wording), made=words.made.format(version=VERSION),
    )  # fmt: skip
    return writable_xml(svg).encode()


def _more(events: int, wording: Wording) -> str:
    """How many events are not written out."""
    pattern = local.plural(events, timeline_words(wording.code).more, wording.code)
    return pattern.format(n=local.number(events, wording.code)) if events else ""


def _span(bins: Sequence[Bin], wording: Wording) -> str:
    """From when to when."""
    names = dict.fromkeys(bin_name(one, wording) for one in (*bins[:1], *bins[-1:]))
    return " – ".join(names)


def _step(bins: Sequence[Bin]) -> float:
    return (WIDTH - EDGE - LEFT) / max(1, len(bins))


def _lanes(found: Timeline, wording: Wording, top: float) -> Iterator[DrawnLane]:
    scale = HIGH / max(1, found.most)
    for lane in found.lanes:
        name = _wrapped(lane_name(lane, wording), LEFT - EDGE, 13)
        own = lane.teller is not None and lane.teller.kind in {"outlet", "text"}
        words = timeline_words(wording.code)
        about = [*([words.own] if own else []), *_wrapped(counts_told(lane, wording), LEFT - EDGE, 12)]
        base = top + max(HIGH + 8, LINE * (len(name) + len(about)) + 6)
        bins = tuple(
            DrawnBin(
                round(LEFT + at * _step(lane.bins), 2), round(_step(lane.bins) * THIN, 2), _said(one, wording), bars
            )
            for at, one in enumerate(lane.bins)
            if (bars := tuple(_bars(one, base, scale)))
        )
        yield DrawnLane(top + LINE - 4, base, tuple(name), tuple(about), bins)
        top = base + 10


def _bars(one: Bin, base: float, scale: float) -> Iterator[Bar]:
    """What a stretch counts, one on top of the other."""
    at = base
    for kind in ("events", "by_text", "unheld"):
        height = getattr(one, kind) * scale
        if height:
            at -= height
            yield Bar(kind, round(at, 2), round(height, 2))


def _said(one: Bin, wording: Wording) -> str:
    return f"{bin_name(one, wording)}: {counts_told(one, wording)}"


def _ticks(bins: Sequence[Bin], wording: Wording) -> tuple[Tick, ...]:
    """The names of as many stretches as there is room for."""
    every = max(1, ceil(TICK / _step(bins)))
    return tuple(
        Tick(round(LEFT + at * _step(bins), 2), bin_name(one, wording))
        for at, one in enumerate(bins)
        if at % every == 0 and LEFT + at * _step(bins) + TICK <= WIDTH
    )


def _events(told: Sequence[ToldEvent], wording: Wording, top: float) -> Iterator[DrawnEvent]:
    words, scene = timeline_words(wording.code), wording.scene
    opening, closing = wording.quotes
    for one in told:
        if one.start:
            when = wording.period(one.start, one.end) or one.start
        else:
            when = words.of_text.format(day=wording.day(one.date)) if one.date else words.no_date
        acting = parties(", ".join(one.agents), ", ".join(one.patients))
        what = ", ".join(part for part in (scene.codes[one.code], unusual(one, wording), acting) if part)
        who = one.name or wording.unnamed
        how = _how(one, wording) or (words.own if one.stance is None else "")
        about = tuple(_wrapped(f"{who}{f' {how}' if how else ''} · {what}", WIDTH - EDGE - INDENT, 12))
        quote = tuple(_wrapped(f"{opening}{one.quote}{closing}", WIDTH - EDGE - INDENT, 12))
        days = tuple(_wrapped(when, INDENT - EDGE, 12))
        yield DrawnEvent(top, days, one.start is not None, about, quote, one.lang)
        top += LINE * max(len(about) + len(quote), len(days)) + 8


def _wrapped(text: str, width: float, size: float) -> list[str]:
    """The lines of words in letters of a size: no letter is left out, however wide it is drawn."""
    found, room = [""], width
    for word in text.split():
        whole = _width(f" {word}", size)
        if whole > room and found[-1]:
            found, room = [*found, ""], width
        for sign in f" {word}" if found[-1] else word:
            if (own := _width(sign, size)) > room:
                found, room = [*found, ""], width
            found[-1] += sign
            room -= own
    return found


def _width(signs: str, size: float) -> float:
    """How wide signs are at most, in a common font without serifs, bold."""
    return size * sum(
        1.15 if sign in WIDEST else 0.4 if sign in NARROW else 0.85 if sign.isupper() else 0.62 for sign in signs
    )


def _how(one: ToldEvent, wording: Wording) -> str:
    """How its teller stands to it, with the verb."""
    if one.stance is None:
        return ""
    opening, closing = wording.quotes
    told = wording.cases.stances[one.stance]
    framed = told if one.stance in MAINTAINED else f"[{told}]"
    return f"{framed} ({opening}{one.verb}{closing})" if one.verb else framed
