"""The documents of a case compared as one, and of that what pages show: the rest, which is most of it, is let go.

A case of many documents is compared in a process of its own, whose memory goes with it; what the pages keep is small.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from wederhoor.api.case import TOGETHER, OpenCase, put_together
from wederhoor.api.said import said_in
from wederhoor.exchange.cases.make_report import case_report
from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import CaseReport, ShownIssue
from wederhoor.languages.pack import load_pack
from wederhoor.reading.memo import Memo
from wederhoor.records import AUTHOR, AccountModel, AuthorSide, CaseConflict, Model, Reading, SideRef, Span
from wederhoor.running.choosing import name_of
from wederhoor.running.merged_models import merged_model
from wederhoor.store.choosing import latest_documents
from wederhoor.store.opening import open_store
from wederhoor.store.pages import findings_of
from wederhoor.store.reading import shown_studies
from wederhoor.web.queries import document_numbers
from wederhoor.web.seen import spans_digest

NO_MODEL: Final = AccountModel(account="", model=Model(name="", variables=(), edges=()))
Said = tuple[str, str]
"""A document, and the id of a statement in it."""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """What pages show of a case that was put together.

    ``report`` has its issues, conflicts, changes, courses and the rules that somebody speaks of with their words, of accounts and
    actors who they are only.
    ``numbers`` are those of its documents, ``left_out`` is how many earlier ones there are. ``conflicts`` are as the case has
    them, ``authors`` the stretches of authors' words that take a position. ``model`` is that of all accounts as one;
    ``named_authors`` are the documents of the authors in it, by what they are called there.
    """

    report: CaseReport
    numbers: dict[str, int]
    left_out: int
    publishers: dict[str, str | None]
    langs: dict[str, str]
    conflicts: tuple[CaseConflict, ...]
    authors: tuple[SideRef, ...]
    model: AccountModel
    named_authors: dict[str, str]
    digests: dict[tuple[str, tuple[Span, ...]], str]
    """Of the words at spans of a document, those of each quote of the report and of the whole statement that it stands in."""
    contents: dict[Said, tuple[Span, ...]]
    """Where these statements stand."""
    actors: dict[Said, tuple[str, str]]
    """Whose they are: the id of the actor, and his name."""
    issues: dict[Said, tuple[str, ...]]
    """In which issues they take a position."""

    def words(self, quote: Quote) -> str:
        """What the words of a quote are known by."""
        return self.digests[quote.doc, quote.spans]

    def statement_words(self, quote: Quote) -> str:
        """What the whole statement is known by that a quote stands in."""
        return self.digests[quote.doc, self.contents[quote.doc, quote.holder_id]]


def compare(db: Connection, where: str) -> Compared | None:
    """The latest documents of the case put together, ``TOGETHER`` at most; None where there are none."""
    docs, left_out = latest_documents(db, TOGETHER)
    if not docs:
        return None
    taken = [*shown_studies(db, docs)]
    said, _ = said_in(db, where)  # what finds nothing any more is told by the log
    publishers = {study.reading.doc: publisher for study, publisher in taken}
    opened = put_together(
        [study for study, _ in taken], said=said, publishers=publishers, memo=Memo(lasting=False)
    )  # the next state is made anew
    return _shown_of(opened, document_numbers(db, docs), left_out)


def compare_beside(place: str) -> tuple[int, Compared | None]:
    """As ``compare``, of the case at a place, with the number of the state that was found there: for a process of its own."""
    with open_store(place) as store, store.reading() as db:
        return findings_of(db), compare(db, store.where)


def _shown_of(opened: OpenCase, numbers: dict[str, int], left_out: int) -> Compared:
    report = _without_accounts(case_report(opened.case, opened.publishers))
    models = opened.models
    author = load_pack(opened.readings[0].lang).disputes.why.author
    held = (h.side for issue in opened.case.issues for p in issue.positions for h in p.held)
    readings = {reading.doc: reading for reading in opened.readings}
    known = _Words(readings)
    for quote in quotes_in(report):
        known.take(quote)
    return Compared(
        report=report,
        numbers=numbers,
        left_out=left_out,
        publishers=opened.publishers,
        langs={doc: reading.lang for doc, reading in readings.items()},
        conflicts=opened.case.conflicts,
        authors=tuple(dict.fromkeys(side for side in held if isinstance(side.side, AuthorSide))),
        model=merged_model(models) if models else NO_MODEL,
        named_authors={name_of(one, author): one.author_of for one in opened.case.accounts if one.author_of},
        digests=known.digests,
        contents=known.contents,
        actors=known.actors,
        issues=_issues_of(report),
    )


def _without_accounts(report: CaseReport) -> CaseReport:
    """The report without what stands in the lists of the store anyway: all that everybody says and does."""
    accounts = (
        replace(one, statements=(), causes=(), rules=(), forecasts=(), events=(), with_others=(), not_quoted_on=())
        for one in report.accounts
    )
    actors = (replace(one, names={}, spokesmen={}) for one in report.actors if one.account)
    rules = (replace(one, silent=()) for one in report.rules if one.findings)
    return replace(report, accounts=tuple(accounts), actors=tuple(actors), rules=tuple(rules))


class _Words:
    """What is to be known of the words of a report without their texts."""

    def __init__(self, readings: dict[str, Reading]) -> None:
        self._readings = readings
        self._said = {(r.doc, a.id): a for r in readings.values() for a in r.attributions}
        self._names = {(r.doc, a.id): a.name for r in readings.values() for a in r.actors}
        self.digests: dict[tuple[str, tuple[Span, ...]], str] = {}
        self.contents: dict[Said, tuple[Span, ...]] = {}
        self.actors: dict[Said, tuple[str, str]] = {}

    def take(self, quote: Quote) -> None:
        """Note what pages ask of a quote: its own words, and the statement and the actor that they are of."""
        self._note(quote.doc, quote.spans)
        key = quote.doc, quote.holder_id
        if quote.holder_id == AUTHOR or key in self.contents:
            return
        said = self._said[key]
        self.contents[key] = said.content
        self._note(quote.doc, said.content)
        if said.actor and (quote.doc, said.actor) in self._names:
            self.actors[key] = said.actor, self._names[quote.doc, said.actor]

    def _note(self, doc: str, spans: tuple[Span, ...]) -> None:
        if (doc, spans) not in self.digests:
            self.digests[doc, spans] = spans_digest(self._readings[doc].text, spans)


def _issues_of(report: CaseReport) -> dict[Said, tuple[str, ...]]:
    found: defaultdict[Said, dict[str, None]] = defaultdict(dict)
    for issue in report.issues:
        for position in issue.positions:
            for held in position.held:
                found[held.quote.doc, held.quote.holder_id][issue.id] = None
    return {said: tuple(issues) for said, issues in found.items()}


def quotes_in(report: CaseReport) -> Iterator[Quote]:
    """The words of all that disagree in a report."""
    for issue in report.issues:
        yield from _quotes_of(issue)
    for change in report.changes:
        yield from (change.first, change.then)
    for course in report.courses:
        yield from (step.quote for step in course.steps)
    for conflict in report.conflicts:
        yield from (conflict.a, conflict.b)
    for rule in report.rules:
        yield rule.quote
        yield from (quote for finding in rule.findings for quote in (*finding.evidence, *finding.acted))


def _quotes_of(issue: ShownIssue) -> Iterator[Quote]:
    yield from (quote for quote in (issue.claim, issue.about) if quote)
    for cell in issue.spoken():
        yield from cell.quotes
    for position in issue.positions:
        for held in position.held:
            yield from (quote for quote in (held.quote, held.answers) if quote)
