"""Case -> Report: all that an editor wants of a case, in the order in which he asks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from wederhoor.exchange import local
from wederhoor.exchange.cases.issues_text import question
from wederhoor.exchange.cases.report import CaseReport, ShownIssue
from wederhoor.exchange.report import arguments, disputes, world
from wederhoor.exchange.report.blocks import (
    Block,
    EditorReport,
    Grid,
    Paragraph,
    ReportHeading,
    ReportQuote,
    ReportRun,
    ReportSection,
)
from wederhoor.exchange.report.teller import Teller
from wederhoor.exchange.visible import reorders
from wederhoor.records import AccountModel, Case, Reading

BANDS = (0.9, 0.75, 0.5, 0.0)
MOST_DOUBTED = 8
DOUBTED = 0.75
"""Below this a statement is listed among those to be checked."""


def build_report(
    case: Case,
    models: Sequence[AccountModel],
    publishers: Mapping[str, str | None] | None = None,
    *,
    title: str | None = None,
    due: str | None = None,
    lang: str | None = None,
) -> EditorReport:
    """The report on a case of at least one document. ``models`` are of its accounts, those with most claims first.

    ``due`` is the day, ISO 8601, on which forecasts may be overdue; ``lang`` the language of what the report says itself, that
    of the texts where it is left out. Raises UngroundedReadingError for a reading that does not stand on its text.
    """
    teller = Teller(case, publishers or {}, models, lang)
    sections = (
        disputes.short(teller), disputes.issues(teller), disputes.courses(teller), disputes.rules(teller),
        world.people(teller), world.timeline(teller), world.forecasts(teller, due), arguments.arguments(teller),
        _sources(teller, teller.case.documents), _sure(teller),
    )  # fmt: skip
    return EditorReport(
        title=title or _title(teller),
        about=_about(teller, teller.case.documents),
        words=teller.wording.code,
        texts=teller.report.lang,
        sections=tuple(section for section in sections if section),
        reordered=any(reorders(reading.text) for reading in case.documents),
    )


def build_issue_report(
    report: CaseReport,
    readings: Sequence[Reading],
    publishers: Mapping[str, str | None],
    issue: ShownIssue,
    *,
    lang: str | None = None,
) -> EditorReport:
    """The report on one issue of a case: its positions with their quotes, and the texts that these are from, ``readings``.

    ``lang`` as in ``build_report``; raises as that.
    """
    texts = Case(documents=tuple(readings), actors=(), accounts=(), conflicts=(), issues=(), rules=())
    teller = Teller(texts, publishers, (), lang, report)
    note, explained = (
        Paragraph((ReportRun(teller.words.check),), "note"),
        Paragraph((ReportRun(teller.words.explained),)),
    )
    positions = ReportSection(
        "issues", teller.wording.cases.issue[0].capitalize(), tuple(disputes.answers(issue, teller))
    )
    return EditorReport(
        title=question(issue, teller.wording),
        about=_about(teller, readings),
        words=teller.wording.code,
        texts=teller.report.lang,
        sections=(positions, _sources(teller, readings), ReportSection("sure", teller.words.sure, (note, explained))),
        reordered=any(reorders(reading.text) for reading in readings),
    )


def _title(teller: Teller) -> str:
    """That of the only text, else what it is."""
    [first, *others] = teller.case.documents
    return teller.words.title if others else f"{teller.words.title}: {first.title or first.doc}"


def _about(teller: Teller, documents: Sequence[Reading]) -> str:
    """How many texts, of which outlets and days."""
    days = sorted(reading.date for reading in documents if reading.date)
    outlets = list(dict.fromkeys(outlet for reading in documents if (outlet := teller.outlet(reading.doc))))
    told = [teller.wording.count(len(documents), teller.wording.cases.text)]
    told += [", ".join(outlets[:4]) + (" …" if len(outlets) > 4 else "")] if outlets else []
    told += [teller.wording.period(days[0], days[-1]) or ""] if days else []
    return " · ".join(told)


def _sources(teller: Teller, documents: Sequence[Reading]) -> ReportSection:
    words = teller.words
    rows = tuple(
        (
            (ReportRun(reading.title or reading.doc, "strong"), ReportRun(teller.outlet(reading.doc) or "", "soft")),
            (ReportRun(teller.wording.day(reading.date) if reading.date else "\N{EN DASH}"),),
            (ReportRun(reading.url or reading.doc), ReportRun(f"SHA-256 {reading.sha256}", "soft")),
        )
        for reading in documents
    )
    return ReportSection("sources", words.sources, (Grid((words.outlet, words.date, words.address), rows),))


def _sure(teller: Teller) -> ReportSection:
    words, wording = teller.words, teller.wording
    rated = Counter(
        next(low for low in BANDS if a.confidence >= low)
        for reading in teller.case.documents
        for a in reading.attributions
        if a.confidence is not None
    )
    above = (1.0, *BANDS)
    rows = tuple(
        (
            (
                ReportRun(
                    words.band_row.format(
                        low=local.percent(low, wording.code), high=local.percent(above[at], wording.code)
                    )
                ),
            ),
            (ReportRun(str(rated[low])),),
        )
        for at, low in enumerate(BANDS)
    )
    blocks: list[Block] = [Paragraph((ReportRun(words.check),), "note"), Paragraph((ReportRun(words.explained),))]
    blocks.append(Grid((words.band, words.statements), rows))
    if doubted := _doubted(teller):
        blocks += [ReportHeading(words.doubtful), Paragraph((ReportRun(words.doubtful_hint),)), *doubted]
    made_by = dict.fromkeys(
        f"{name} {version}" for reading in teller.case.documents for name, version in sorted(reading.made_by.items())
    )
    blocks.append(Paragraph((ReportRun(words.made_by.format(versions=", ".join(made_by)), "soft"),)))
    return ReportSection("sure", words.sure, tuple(blocks))


def _doubted(teller: Teller) -> list[ReportQuote]:
    """The statements of the issues of which the reading is least sure."""
    held = {
        one.quote: one for issue in teller.report.issues for position in issue.positions for one in position.held
    }.values()
    doubted = [
        (share, at, one)
        for at, one in enumerate(held)
        if (share := teller.confidence(one.quote)) is not None and share < DOUBTED
    ]
    return [disputes.holding(one, teller) for _, _, one in sorted(doubted, key=lambda it: it[:2])[:MOST_DOUBTED]]
