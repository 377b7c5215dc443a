"""Reports on runs in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wederhoor.exchange.runs.words import (
    RunWords,
    asked,
    contested_name,
    difference_name,
    flip_words,
    link_name,
    quoted,
    seen,
    told,
    unheld_name,
)
from wederhoor.exchange.visible import one_line
from wederhoor.records import Comparison, Crux, Loop, LoopReport, Model, PressReport, Response

SHOWN: Final = 40
"""Loops that are told; the others are in the JSON."""
ARROWS: Final = {"up": "▲", "down": "▼", "none": "="}
UNREACHED: Final = ("silent", "denied")
_COLOURS: Final = {"R": "red", "B": "cyan", "?": ""}


def loops_view(report: LoopReport, model: Model, words: RunWords) -> RenderableType:
    """The loops in words, short ones first, each with the sentences that its links rest on."""
    names = loop_names(report.loops)
    blocks: list[RenderableType] = [_heading(model, words.count(len(report.loops), words.loops), words)]
    blocks += _notices(report.notices, words)
    if not report.loops:
        blocks.append(Text(f"\n{words.no_loops}"))
    for name, loop in list(zip(names, report.loops, strict=True))[:SHOWN]:
        blocks += _loop(name, loop, model, words)
    if len(report.loops) > SHOWN:
        blocks.append(Text(f"\n{words.more_loops.format(n=len(report.loops) - SHOWN)}", style="dim"))
    cover = [names[number] for component in report.components for number in component.cover]
    if cover:
        blocks.append(Text(f"\n{words.cover}: {' '.join(cover)}"))
    if report.shared:
        blocks.append(Text(f"\n{words.shared}:"))
        for shared in report.shared[:5]:
            said = words.in_loops.format(link=link_name(shared.edge), loops=words.count(shared.loops, words.loops))
            blocks.append(Text(f"    {said}"))
    return Group(*blocks, *unheld_lines(model, words))


def press_view(report: PressReport, model: Model, words: RunWords) -> RenderableType:
    """What a press does to every variable."""
    facts = [
        words.draws.format(accepted=report.accepted, drawn=report.drawn),
        words.unstable.format(share=words.percent(report.unstable_share)),
        words.prior.format(name=report.prior),
    ]
    blocks: list[RenderableType] = [
        Text(words.press_title.format(what=asked(report, words)), style="bold"),
        Text(" · ".join([one_line(model.name), *facts]), style="dim"),
    ]
    if report.observed:
        blocks.append(Text(seen(report, words), style="dim"))
    blocks += _notices(report.notices, words)
    blocks.append(_responses(report, words))
    if report.escalation:
        blocks.append(Text(f"\n{words.escalation}:"))
    for behind in report.escalation:
        polarity = words.polarities[behind.loop.polarity]
        blocks.append(_indented(Text(f"{told(behind.loop, words)} ({polarity})")))
        blocks.append(_indented(Text(words.behind.format(share=words.percent(behind.share)), style="dim")))
    return Group(*blocks, *unheld_lines(model, words))


def unheld_lines(model: Model, words: RunWords) -> Iterator[RenderableType]:
    """What the holder of a model names and does not maintain, each with its words."""
    if model.unheld:
        yield Text(f"\n{words.unheld_title}:")
    for link in model.unheld:
        yield _indented(Text(unheld_name(link, model, words)))
        yield from (Padding(Text(quoted(ground), style="dim"), (0, 0, 0, 8)) for ground in link.grounds)
    if model.unheld:
        yield _indented(Text(words.unheld_hint, style="dim"))


def comparison_view(comparison: Comparison, words: RunWords) -> RenderableType:
    """The same press under several models."""
    first = comparison.reports[0]
    blocks: list[RenderableType] = [Text(words.compare_title.format(what=asked(first, words)), style="bold")]
    if first.observed:
        blocks.append(Text(seen(first, words), style="dim"))
    for report in comparison.reports:
        blocks += _notices(report.notices, words)
    blocks += [*_notices(comparison.notices, words), _side_by_side(comparison, words)]
    blocks.append(Text(f"\n{words.opposite}:") if comparison.tests else Text(f"\n{words.no_crux}"))
    for crux in comparison.tests:
        blocks += _crux(crux, words)
    if comparison.contested:
        blocks.append(Text(f"\n{words.contested}:"))
    for one in comparison.contested:
        blocks.append(_indented(Text(contested_name(one, words))))
        blocks += [Padding(Text(quoted(ground), style="dim"), (0, 0, 0, 8)) for ground in one.grounds]
    if first.observed:
        blocks += [Text(f"\n{words.weights}:"), _weights(comparison, words)]
    return Group(*blocks)


def loop_names(loops: Sequence[Loop]) -> list[str]:
    """R1, R2, B1 and so on, in the order of the loops."""
    counts: dict[str, int] = {}
    names = []
    for loop in loops:
        counts[loop.polarity] = counts.get(loop.polarity, 0) + 1
        names.append(f"{loop.polarity}{counts[loop.polarity]}")
    return names


def direction_words(response: Response, words: RunWords) -> str:
    """``▲ up``; what has no direction has no answer, and of what is silent none was to be had."""
    if response.verdict in UNREACHED:
        return "\N{EN DASH}"
    if response.direction is None:
        return words.no_answer
    return f"{ARROWS[response.direction]} {words.directions[response.direction]}"


def hangs(response: Response) -> bool:
    """Whether an answer is one that a single edge may turn round."""
    return response.verdict not in ("certain", "pressed") and response.direction is not None


def proved_if_stable(response: Response) -> bool:
    """Whether an answer that is not certain is proved for all weights that let the model settle."""
    return response.certain_if_stable and response.verdict not in ("certain", "pressed")


def answer_words(response: Response, words: RunWords) -> str:
    """``▲ up, certain``; ``says nothing of this``."""
    verdict = words.verdicts[response.verdict]
    return verdict if response.verdict in UNREACHED else f"{direction_words(response, words)}, {verdict}"


def _heading(model: Model, fact: str, words: RunWords) -> Text:
    size = [words.count(len(model.variables), words.variables), words.count(len(model.edges), words.links), fact]
    return Text.assemble((one_line(model.name), "bold"), (f"\n{' · '.join(size)}", "dim"))


def _notices(notices: Sequence[str], words: RunWords) -> Iterator[RenderableType]:
    for notice in notices:
        yield Text(f"{words.notices}: {notice}", style="yellow")


def _loop(name: str, loop: Loop, model: Model, words: RunWords) -> Iterator[RenderableType]:
    yield Text()
    edges = {(edge.cause, edge.effect): edge for edge in model.edges}
    kind = f"{words.polarities[loop.polarity]}, {words.count(len(loop.edges), words.links)}"
    yield Text.assemble((f"{name}  ", f"bold {_COLOURS[loop.polarity]}"), told(loop, words), (f" ({kind})", "dim"))
    for link in loop.edges:
        for ground in edges[link.cause, link.effect].grounds:
            yield _indented(Text(f"{link_name(link)}: {quoted(ground, by=model)}", style="dim"))


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 4))


def _responses(report: PressReport, words: RunWords) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (words.variable, words.response, words.verdict):
        table.add_column(heading)
    for way in ("up", "down", "none"):
        table.add_column(ARROWS[way], justify="right", no_wrap=True)
    table.add_column(words.flips)
    for response in report.responses:
        marks = [words.pressed] if response.variable in {*report.up, *report.down} else []
        marks += [words.observed] if response.variable in report.observed else []
        name = Text(one_line(response.variable)).append("".join(f" ({mark})" for mark in marks), style="dim")
        verdict = Text(words.verdicts[response.verdict])
        if proved_if_stable(response):
            verdict.append(f", {words.settled}", style="dim")
        table.add_row(
            name,
            Text(direction_words(response, words)),
            verdict,
            *(Text(words.percent(share)) for share in (response.up, response.down, response.none)),
            Text(flip_words(response.flips_with, words) if hangs(response) else ""),
        )
    return table


def _side_by_side(comparison: Comparison, words: RunWords) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(words.variable)
    for report in comparison.reports:
        table.add_column(Text(one_line(report.model)))
    by_model = [{response.variable: response for response in report.responses} for report in comparison.reports]
    opposed = {crux.variable for crux in comparison.tests}
    for variable in dict.fromkeys(name for responses in by_model for name in responses):
        cells = []
        for responses in by_model:
            response = responses.get(variable)
            if response is None:
                cells.append(Text(words.lacks, style="dim"))
            else:
                cells.append(Text(answer_words(response, words), style="dim" if response.verdict in UNREACHED else ""))
        table.add_row(Text(one_line(variable), style="bold" if variable in opposed else ""), *cells)
    return table


def _crux(crux: Crux, words: RunWords) -> Iterator[RenderableType]:
    said = words.crux.format(
        variable=one_line(crux.variable),
        first=one_line(crux.first),
        first_says=words.directions[crux.first_says],
        second=one_line(crux.second),
        second_says=words.directions[crux.second_says],
    )
    yield _indented(Text(said))
    why = words.smallest if crux.smallest else words.minimal
    yield _indented(Text(f"{words.rests} ({why}):", style="dim"))
    for difference in crux.rests_on:
        yield Padding(Text(difference_name(difference, crux, words), style="dim"), (0, 0, 0, 8))


def _weights(comparison: Comparison, words: RunWords) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (words.model, words.belief, words.agree, words.weight):
        table.add_column(heading, justify="left" if heading == words.model else "right")
    for weight in comparison.weights:
        shares = (weight.prior, weight.agree, weight.weight)
        table.add_row(Text(one_line(weight.model)), *(Text(words.percent(share)) for share in shares))
    return table
