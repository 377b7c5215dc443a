"""All expressions of time in a document."""

from __future__ import annotations

import datetime as dt
from typing import cast

from wederhoor.reading.text import Text
from wederhoor.reading.times.cascade import reduced
from wederhoor.reading.times.expressions import Node
from wederhoor.reading.times.grammar import TimeGrammar, grammar_of
from wederhoor.reading.times.resolve import resolve
from wederhoor.reading.times.view import Memory, View
from wederhoor.reading.times.words import Item, items_of
from wederhoor.records import Time
from wederhoor.syntax.tense import tense_of


def find_times(text: Text) -> tuple[Time, ...]:
    """The expressions of time in text order, none inside another."""
    p, grammar = text.parse, grammar_of(text.pack.times, text.pack.numbers)
    today = dt.date.fromisoformat(text.date) if text.date else None
    memory = Memory()
    found: list[Time] = []
    for number, (first, end) in enumerate(p.sentences):
        items = items_of(p, first, end, grammar)
        if items is None:
            continue
        paragraph = p.paragraph_of(first)
        for item in reduced(items, grammar):
            node = _node(item, grammar)
            if node is None:
                continue
            tense = tense_of(p, item.first, item.end, grammar.source.tenses)
            moment = resolve(node, View(today, tense, memory, number, paragraph), grammar.source)
            memory.add(moment, number, paragraph)
            start, last = (None if day is None else day.isoformat() for day in (moment.start, moment.end))
            span = p.span(item.first, item.end)
            found.append(Time(span=span, type=moment.type, value=moment.value, start=start, end=last))
    return tuple(found)


def _node(item: Item, grammar: TimeGrammar) -> Node | None:
    """What an item says, where that is an expression of time."""
    name = next((name for name in grammar.source.final if name in item.terms), None)
    return None if name is None else cast("Node", item.terms[name])
