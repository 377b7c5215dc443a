"""The words of the timeline, one TOML file a language, and what is said with them of bars and lanes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from wederhoor.exchange import local
from wederhoor.exchange.timeline.lanes import Bin, Lane
from wederhoor.exchange.wording import Wording
from wederhoor.records.prepared import prepared

Pair = tuple[str, str]


class TimelineWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All words of one language. Pairs are singular and plural; ``others`` and ``more`` are patterns with ``{n}``."""

    lanes: str
    own: str
    dated: str
    by_text: str
    unheld: str
    of_text: str
    no_date: str
    events: Pair
    tellers: Pair
    counted_by_text: Pair
    counted_unheld: Pair
    counted_nowhere: Pair
    others: Pair
    more: Pair
    nothing: str
    about: str
    desc: str
    made: str


@cache
def timeline_words(lang: str) -> TimelineWords:
    """The words in a language: those of the views' own where there are none."""
    code = local.view_language(lang)
    found = files("wederhoor.exchange").joinpath(f"timeline/words.{code}.toml").read_bytes()
    return msgspec.toml.decode(found, type=prepared(TimelineWords))


def counts_told(one: Bin | Lane, wording: Wording) -> str:
    """``5 events, 1 without a day``: what a bar or a lane counts."""
    words = timeline_words(wording.code)
    counted = [(one.by_text, words.counted_by_text), (one.unheld, words.counted_unheld)]
    counted += [(one.nowhere, words.counted_nowhere)] if isinstance(one, Lane) else []
    apart = [wording.count(number, pair) for number, pair in counted if number]
    return ", ".join([wording.count(one.all, words.events), *apart])


def lane_name(lane: Lane, wording: Wording) -> str:
    """Who tells: a name, authority without one, or how many others."""
    if lane.teller is None:
        words = timeline_words(wording.code)
        return local.plural(lane.tellers, words.others, wording.code).format(n=local.number(lane.tellers, wording.code))
    return lane.teller.name or wording.unnamed


def bin_name(one: Bin, wording: Wording) -> str:
    """``12 mei 2031``, ``mei 2031``, ``2031``, ``1950–1959``."""
    if one.start[:4] != one.end[:4]:
        return f"{int(one.start[:4])}–{int(one.end[:4])}"
    return wording.period(one.start, one.end) or one.start
