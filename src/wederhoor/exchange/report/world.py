"""The parts of a report on who appears, what happened when, and what is to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from wederhoor.exchange import local, phrases
from wederhoor.exchange.cases.names import held
from wederhoor.exchange.cases.tables import ForecastLine, forecast_rows
from wederhoor.exchange.report.blocks import Block, Grid, Line, Paragraph, ReportRun, ReportSection
from wederhoor.exchange.report.teller import Teller, in_full
from wederhoor.exchange.scene import Happening, Scene, stage
from wederhoor.exchange.voices import arrange
from wederhoor.records import AUTHOR, CaseActor, Reading, Ref

MOST_PEOPLE = 60
MOST_EVENTS = 200


def people(teller: Teller) -> ReportSection:
    """Who says most first, then who is mentioned most, with what the texts say that each is."""
    found = sorted(
        ((_statements(actor, teller), _mentions(actor, teller), actor) for actor in teller.case.actors),
        key=lambda one: (-one[0], -one[1], one[2].name),
    )
    shown = [one for one in found if one[0] or one[1] > 1][:MOST_PEOPLE]
    scene, words = teller.wording.scene, teller.words
    head = (words.name, words.what, scene.country, scene.mention[1].capitalize(), words.statements)
    rows = tuple(
        (
            (ReportRun(actor.name, "strong"),),
            _what(actor, teller),
            (ReportRun(teller.wording.country(actor.country)),) if actor.country else (),
            (ReportRun(str(mentions)),),
            (ReportRun(str(statements)),) if statements else (),
        )
        for statements, mentions, actor in shown
    )
    blocks: list[Block] = [Grid(head, rows)] if rows else [Paragraph((ReportRun(teller.wording.page.none_said),))]
    if rest := len(found) - len(shown):
        blocks.append(
            Paragraph((ReportRun(local.plural(rest, words.unlisted, teller.wording.code).format(n=rest), "soft"),))
        )
    return ReportSection("people", words.people, tuple(blocks))


def _members(actor: CaseActor) -> tuple[Ref, ...]:
    return tuple(ref for ref in actor.members if ref not in actor.spokesmen)


def _statements(actor: CaseActor, teller: Teller) -> int:
    return sum(a.actor == ref.id for ref in actor.members for a in teller.readings[ref.doc].attributions)


def _mentions(actor: CaseActor, teller: Teller) -> int:
    return sum(len(teller.readings[ref.doc].actor(ref.id).mentions) for ref in _members(actor))


def _what(actor: CaseActor, teller: Teller) -> Line:
    """Its kind and sector, and the functions that the texts give."""
    scene = teller.wording.scene
    kind = ", ".join(
        part for part in (scene.kinds[actor.kind], scene.sectors[actor.sector] if actor.sector else "") if part
    )
    roles = Counter(told for ref in _members(actor) if (told := phrases.roles(teller.readings[ref.doc].actor(ref.id))))
    return *(ReportRun(role) for role, _ in roles.most_common(2)), ReportRun(kind, "soft")


class _Told(msgspec.Struct, frozen=True):
    """A happening with the document that tells of it."""

    reading: Reading
    scene: Scene
    happening: Happening


def timeline(teller: Teller) -> ReportSection:
    """What happened, or is told to have, by day; each with whose word it is."""
    dated: list[tuple[str, str, int, _Told]] = []
    undated = 0
    for reading in teller.case.documents:
        scene = stage(reading, arrange(reading), teller.wording)
        for happening in (*scene.told, *scene.reported):
            time = happening.time
            if time is None or not (time.start or time.end):
                undated += 1
                continue
            day = time.start or time.end or ""
            dated.append((day, time.end or "9999", len(dated), _Told(reading, scene, happening)))
    cases, scene_words, words = teller.wording.cases, teller.wording.scene, teller.words
    rows = tuple(_row(told, teller) for _, _, _, told in sorted(dated, key=lambda one: one[:3])[:MOST_EVENTS])
    head = (scene_words.time, words.what, cases.said, scene_words.holder)
    blocks: list[Block] = [Grid(head, rows)] if rows else [Paragraph((ReportRun(words.no_events),))]
    if (more := len(dated) - MOST_EVENTS) > 0:
        blocks.append(Paragraph((ReportRun(words.more.format(n=more), "soft"),)))
    if undated:
        blocks.append(
            Paragraph((ReportRun(local.plural(undated, words.undated, teller.wording.code).format(n=undated), "soft"),))
        )
    return ReportSection("timeline", scene_words.timeline, tuple(blocks))


def _row(told: _Told, teller: Teller) -> tuple[Line, ...]:
    event = told.happening.first
    quote = teller.quotes.at(told.reading.doc, (event.span,), event.holder)
    unlike = phrases.unusual(event, teller.wording)
    what = phrases.what(event, teller.wording)
    outlet = teller.outlet(quote.doc) or quote.doc
    by: Line = (
        (ReportRun(teller.words.of_text),)
        if event.holder == AUTHOR
        else (ReportRun(teller.names.speaker(quote), "strong"),)
    )
    return (
        (ReportRun(phrases.when(told.reading, told.happening, teller.wording) or "", "strong"),),
        (ReportRun(what), *((ReportRun(unlike, "alarm"),) if unlike else ())),
        (in_full(quote),),
        (*by, *(ReportRun(fact, "soft") for fact in held(quote, teller.wording)), ReportRun(outlet, "soft")),
    )


def forecasts(teller: Teller, due: str | None) -> ReportSection:
    """What is to come, by the last day of its window; whose time had passed on the day ``due`` is marked."""
    cases = teller.wording.cases
    rows = tuple(_forecast(row, teller, due) for row in forecast_rows(teller.case, due))
    head = (cases.holder, cases.said, cases.window)
    blocks: tuple[Block, ...] = (Grid(head, rows),) if rows else (Paragraph((ReportRun(cases.no_forecasts),)),)
    return ReportSection("forecasts", cases.forecasts, blocks)


def _forecast(row: ForecastLine, teller: Teller, due: str | None) -> tuple[Line, ...]:
    cases, wording = teller.wording.cases, teller.wording
    reading = teller.readings[row.doc]
    quote = teller.quotes.at(row.doc, ((row.start, row.end),), row.holder_id)
    window = wording.period(row.window_from, row.window_until) or cases.no_window
    kind = cases.plan if row.kind == "plan" else cases.expectation
    facts = [kind, *held(row, wording), teller.outlet(row.doc) or row.doc]
    facts += [wording.day(reading.date) or ""] if reading.date else []
    when = [ReportRun(window, "strong")]
    if row.due and due:
        when.append(ReportRun(teller.words.overdue.format(day=wording.day(due)), "alarm"))
    said = [in_full(quote)]
    if row.condition:
        said += [ReportRun(f"{cases.condition}:", "soft"), ReportRun(row.condition, "said")]
    who: Iterator[ReportRun] = iter(
        (ReportRun(teller.names.speaker(quote), "strong"), *(ReportRun(f, "soft") for f in facts))
    )
    return tuple(who), tuple(said), tuple(when)
