"""A Reading in the terminal: who says what, in their words, with the place to look it up."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from wederhoor.exchange.indented import INDENT, Indented
from wederhoor.exchange.scene import stage
from wederhoor.exchange.scene_text import scene_view
from wederhoor.exchange.visible import one_line
from wederhoor.exchange.voices import Arrangement, Voice, arrange, place, said
from wederhoor.exchange.wording import Wording, wording_for
from wederhoor.records import Attribution, Reading, words_at
from wederhoor.records.stretches import bracketed

# Plain terminal colours, so that the reader's own theme sees to the contrast. Unnamed authority has none.
_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "red")
# What is nested deeper is indented no further, to leave the words room on 80 columns.
_DEEPEST = 6


def reading_view(reading: Reading) -> RenderableType:
    """What ``console.print`` shows of a reading. It reads the same without colour."""
    wording = wording_for(reading.lang)
    arrangement = arrange(reading)
    blocks = list(_heading(reading, arrangement, wording))
    for voice in arrangement.voices:
        blocks += _voice(reading, arrangement, voice, wording)
    if not arrangement.voices:
        blocks.append(Text(f"\n{wording.nothing}"))
    blocks += scene_view(reading, stage(reading, arrangement, wording), wording)
    return Group(*blocks)


def _heading(reading: Reading, arrangement: Arrangement, wording: Wording) -> Iterator[RenderableType]:
    named = sum(voice.speaker is not None for voice in arrangement.voices)
    facts = [
        reading.doc if reading.title else "",
        reading.date or "",
        wording.count(len(arrangement.in_order), wording.statement),
        wording.count(named, wording.speaker),
    ]
    yield Indented(0, Text(one_line(reading.title or reading.doc), style="bold"))
    yield Indented(0, *(Text(one_line(fact), style="dim") for fact in facts if fact))


def _voice(reading: Reading, arrangement: Arrangement, voice: Voice, wording: Wording) -> Iterator[RenderableType]:
    colour = "" if voice.speaker is None else _COLOURS[(voice.number - 1) % len(_COLOURS)]
    name = one_line(voice.speaker or wording.unnamed)
    count = wording.count(len(voice.statements), wording.statement)
    yield Text()
    yield Indented(0, Text(name, style=f"bold {colour}"), Text(count, style="dim"))
    voices = arrangement.voice_of()
    for attribution in voice.statements:
        if attribution.parent is None:
            yield from _statement(reading, arrangement, attribution, wording)
        elif voices[attribution.parent].number != voice.number:
            outer = one_line(voices[attribution.parent].speaker or wording.unnamed)
            reference = wording.within.format(
                id=one_line(attribution.id), outer=one_line(attribution.parent), name=outer
            )
            yield Text()
            yield Indented(INDENT, Text(reference, style="dim"))


def _statement(
    reading: Reading, arrangement: Arrangement, attribution: Attribution, wording: Wording
) -> Iterator[RenderableType]:
    depth = arrangement.depth[attribution.id]
    indent = INDENT * (min(depth, _DEEPEST) + 1)
    opening, closing = wording.quotes if attribution.form == "direct" else ("", "")
    said_words = Text(f"{opening}{one_line(bracketed(said(reading.text, attribution)))}{closing}")
    if depth:
        said_words = Text.assemble((f"↳ {one_line(attribution.speaker or wording.unnamed)}: ", "bold"), said_words)
    yield Text()
    yield Indented(indent, said_words)
    yield Indented(indent, *(Text(fact, style="dim") for fact in _facts(reading, attribution, wording)))
    for inner in arrangement.within.get(attribution.id, ()):
        yield from _statement(reading, arrangement, inner, wording)


def _facts(reading: Reading, attribution: Attribution, wording: Wording) -> Iterator[str]:
    yield one_line(attribution.id)
    start = attribution.content[0][0]
    if reading.original is not None and reading.original.unit == "page":
        yield f"{wording.sheet} {reading.original.number_at(start)}"
    yield f"{wording.line} {place(reading.text, start)}"
    yield wording.forms[attribution.form]
    for label, spans in ((wording.labels.cue, attribution.cue), (wording.labels.source, attribution.source)):
        if spans and words_at(reading.text, spans) != attribution.speaker:
            opening, closing = wording.quotes
            yield f"{label.lower()} {opening}{one_line(words_at(reading.text, spans))}{closing}"
    yield from notable(attribution, wording)


def notable(attribution: Attribution, wording: Wording) -> Iterator[str]:
    """What is unlike a plain, certain, affirmed statement."""
    if attribution.attitude != "say":
        yield wording.attitudes[attribution.attitude]
    if attribution.polarity != "+":
        yield wording.polarities[attribution.polarity]
    if attribution.certainty != "certain":
        yield wording.certainties[attribution.certainty]
