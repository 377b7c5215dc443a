"""The part of a report on what leads to what: each account's model, its loops, and what follows from a push."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from wederhoor.errors import WederhoorError
from wederhoor.exchange.report.blocks import (
    Block,
    Grid,
    Line,
    Paragraph,
    ReportHeading,
    ReportList,
    ReportRun,
    ReportSection,
)
from wederhoor.exchange.report.teller import Teller
from wederhoor.exchange.runs.text import UNREACHED, answer_words, loop_names
from wederhoor.exchange.runs.words import RunWords, cited, link_name, run_words, told, unheld_name
from wederhoor.exchange.visible import one_line
from wederhoor.records import Edge, Ground, LoopLink, Model
from wederhoor.running import Question, find_loops, press

MOST_MODELS = 12
MOST_LINKS = 40
MOST_LOOPS = 10
STEPS = 300_000
"""Work that the search for loops may do."""


def arguments(teller: Teller) -> ReportSection:
    """The models, those with most claims first."""
    blocks: list[Block] = []
    for number, one in enumerate(teller.models[:MOST_MODELS], start=1):
        blocks.append(ReportHeading(one.model.holder or one.model.name, f"model-{number}"))
        blocks += model_blocks(one.model, teller)
    if not blocks:
        blocks.append(Paragraph((ReportRun(teller.words.no_models),)))
    if (more := len(teller.models) - MOST_MODELS) > 0:
        blocks.append(Paragraph((ReportRun(teller.words.more.format(n=more), "soft"),)))
    return ReportSection("models", teller.words.models, tuple(blocks))


def model_blocks(model: Model, teller: Teller) -> Iterator[Block]:
    """Links with their words, loops told in words, the answers to the push that reaches furthest, and what is not held."""
    words = run_words(teller.wording.code)
    if model.edges:
        yield ReportHeading(teller.words.links, level=4)
        yield ReportList(tuple(_link(edge, model, teller) for edge in model.edges[:MOST_LINKS]))
        if (more := len(model.edges) - MOST_LINKS) > 0:
            yield Paragraph((ReportRun(teller.words.more.format(n=more), "soft"),))
        yield from _loops(model, teller, words)
        yield from _push(model, teller, words)
    if model.unheld:
        yield ReportHeading(teller.words.unheld, level=4)
        yield ReportList(
            tuple(
                (ReportRun(unheld_name(link, model, words)), *_grounds(link.grounds, None))
                for link in model.unheld[:MOST_LINKS]
            )
        )


def _link(edge: Edge, model: Model, teller: Teller) -> Line:
    name = link_name(LoopLink(edge.cause, edge.effect, edge.sign))
    optional = f" ({run_words(teller.wording.code).optional})" if edge.optional else ""
    return ReportRun(name + optional, "strong"), *_grounds(edge.grounds, model)


def _grounds(grounds: tuple[Ground, ...], by: Model | None) -> Iterator[ReportRun]:
    for ground in grounds:
        yield ReportRun(one_line(ground.quote), "said")
        beside = "; ".join(part for part in (cited(ground, by=by), one_line(ground.source or "")) if part)
        if beside:
            yield ReportRun(beside, "soft")


def _loops(model: Model, teller: Teller, words: RunWords) -> Iterator[Block]:
    found = find_loops(model, steps=STEPS).loops
    yield ReportHeading(teller.words.loops, level=4)
    if not found:
        yield Paragraph((ReportRun(teller.words.no_loops),))
        return
    lines = [
        (ReportRun(name, "strong"), ReportRun(told(loop, words)), ReportRun(words.polarities[loop.polarity], "soft"))
        for name, loop in zip(loop_names(found), found, strict=True)
    ]
    yield ReportList(tuple(lines[:MOST_LOOPS]))
    if (more := len(found) - MOST_LOOPS) > 0:
        yield Paragraph((ReportRun(teller.words.more.format(n=more), "soft"),))


def _push(model: Model, teller: Teller, words: RunWords) -> Iterator[Block]:
    pushed = furthest(model)
    try:
        report = press(model, Question(up=(pushed,)))
    except WederhoorError as error:  # a model too large for it is told as such
        yield Paragraph((ReportRun(str(error), "soft"),))
        return
    answers = [one for one in report.responses if one.verdict not in {*UNREACHED, "pressed"}]
    yield ReportHeading(teller.words.push.format(name=one_line(pushed)), level=4)
    rows = tuple(((ReportRun(one_line(one.variable)),), (ReportRun(answer_words(one, words)),)) for one in answers)
    yield Paragraph((ReportRun(teller.words.push_hint, "soft"),))
    yield Grid((words.variable, words.response), rows)
    yield from (Paragraph((ReportRun(notice, "soft"),)) for notice in report.notices)


def furthest(model: Model) -> str:
    """The variable from which links lead to most others; the first of several. The model has a link at least."""
    leads: dict[str, list[str]] = {}
    for edge in model.edges:
        leads.setdefault(edge.cause, []).append(edge.effect)
    return max(leads, key=lambda name: len(_reached(name, leads)))


def _reached(start: str, leads: dict[str, list[str]]) -> set[str]:
    seen, waiting = {start}, deque([start])
    while waiting:
        for effect in leads.get(waiting.popleft(), ()):
            if effect not in seen:
                seen.add(effect)
                waiting.append(effect)
    return seen
