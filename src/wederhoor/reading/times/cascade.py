"""The rules, level after level, over the items of a sentence: what fits becomes one item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wederhoor.reading.times import amounts, build, combine
from wederhoor.reading.times.build import Maker, Parts
from wederhoor.reading.times.grammar import CompiledRule, Level, TimeGrammar
from wederhoor.reading.times.words import Item

MAKERS: Final[dict[str, Maker]] = {
    maker.__name__: maker
    for maker in (
        amounts.age, amounts.count, amounts.duration, amounts.elapsed, amounts.every, amounts.half,
        amounts.long, amounts.other, amounts.per, amounts.same, amounts.setword, amounts.sum_of, amounts.times,
        amounts.whole, build.back, build.bc, build.calendar, build.century, build.clock, build.days,
        build.decade, build.hour, build.hours, build.in_year, build.joined, build.quarter, build.reference, build.shifted,
        build.term, build.years, combine.beside, combine.bound, combine.day_hours, combine.following,
        combine.half_of, combine.maybe_before, combine.moved, combine.night, combine.night_between, combine.numbered_weekday,
        combine.part_of, combine.portion, combine.range_, combine.remainder, combine.rolled, combine.since,
        combine.step, combine.stretch, combine.weekday_of, combine.weekend, combine.whole_of, combine.within,
    )
}  # fmt: skip
"""Every ``make`` that a rule can name."""
ROUNDS: Final = 4
"""Times that a level is tried ``again``: no expression is nested deeper."""


def reduced(items: list[Item], grammar: TimeGrammar) -> list[Item]:
    """The items after all levels."""
    for level in grammar.levels:
        for _ in range(ROUNDS if level.again else 1):
            joined = _level(items, level, grammar)
            if joined is items:
                break
            items = joined
    return items


def _level(items: list[Item], level: Level, grammar: TimeGrammar) -> list[Item]:
    """One pass: of the runs that fit, the leftmost, of those the longest, of those that of the first rule."""
    signs = "".join(item.sign for item in items)
    found = [place for number, rule in enumerate(level.rules) for place in _matches(rule, number, signs)]
    if not found:
        return items
    out: list[Item] = []
    place = 0
    for start, minus_end, number in sorted(found):
        if start < place:
            continue
        item = _item(items, start, -minus_end, signs, level.rules[number], grammar)
        if item is not None:
            out += items[place:start]
            out.append(item)
            place = -minus_end
    if place == 0:
        return items
    return out + items[place:]


def _matches(rule: CompiledRule, number: int, signs: str) -> Iterator[tuple[int, int, int]]:
    """(start, minus end, number) of every match of a rule, those that overlap too: of two the first may say nothing."""
    match = rule.regex.search(signs)
    while match:
        if match.end() > match.start():
            yield match.start(), -match.end(), number
        match = rule.regex.search(signs, match.start() + 1)


def _item(items: list[Item], start: int, end: int, signs: str, rule: CompiledRule, grammar: TimeGrammar) -> Item | None:
    match = rule.regex.match(signs, start)
    if match is None:
        return None
    parts: Parts = []
    for number, names in enumerate(rule.classes, 1):
        place = match.start(number)
        if place >= 0:
            terms = items[place].terms
            name = next(name for name in names if name in terms)
            parts.append((name, terms[name]))
    value = MAKERS[rule.source.make](parts, rule.source.fixed)
    if value is None:
        return None
    entry = grammar.entry({rule.source.gives: value})
    return Item(entry.sign, entry.terms, items[start].first, items[end - 1].end)
