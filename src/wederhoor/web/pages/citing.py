"""Citing: a statement with all that belongs to it, to be copied; one issue as a page, as a print and as a file to hand on."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from fastapi import APIRouter, Path, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.account_tables import IssueLine, issue_lines
from wederhoor.exchange.cases.issues_text import question
from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import ShownIssue
from wederhoor.exchange.citation import Citation, CitedAt, cite
from wederhoor.exchange.report.build import build_issue_report
from wederhoor.exchange.report.html import report_page
from wederhoor.records import Reading
from wederhoor.store.listings import document_row
from wederhoor.store.reading import shown, shown_several
from wederhoor.web.ask import REFUSALS, Asked, Item, Number, shown_at
from wederhoor.web.compared import compared_soon
from wederhoor.web.comparison import Compared
from wederhoor.web.issue_keys import ISSUE_KEY, found_issue, issue_key, quotes_of
from wederhoor.web.pages.issues import shown_issues
from wederhoor.web.queries import document_numbers, document_of
from wederhoor.web.rendering import at_item
from wederhoor.web.seen import StaleFormError, same_words, spans_digest

router = APIRouter()
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Key = Annotated[str, Path(pattern=ISSUE_KEY, description="What an issue is known by: words that it is about.")]


@shown_at(router, "/documents/{number}/citation/{item}")
def citation(
    ask: Asked,
    number: Number,
    item: Item,
    quote: Annotated[str, Query(max_length=64, description="What the page that led here knows its words by.")] = "",
) -> Response:
    """A statement as it can be cited: words, speaker and how he stands to them, outlet, date, and an address that lasts."""
    with ask.store.reading() as db:
        doc = document_of(db, number)
        reading, publisher = shown(db, doc).reading, document_row(db, doc).publisher
        known = compared_soon(ask, db)
    meant = same_words(reading, "attributions", item, quote) if quote else item
    if meant is None:
        raise StaleFormError(reading.doc, "attributions", None)
    said = next((one for one in reading.attributions if one.id == meant), None)
    if said is None:
        raise WederhoorError("W808", what="statement", name=item, where=doc, remedy="Load the document again.")
    place = at_item(number, "attributions", said.id, spans_digest(reading.text, said.content))
    address = str(ask.request.base_url).rstrip("/") + place
    at = CitedAt(publisher=publisher, address=address, answers=_pointed_at(known, doc, said.id))
    found = cite(reading, said, at, ask.wording)
    if ask.form != "html":
        return ask.answer("", found, (found,), Citation)
    given = {"number": number, "reading": reading, "citation": found, "place": place}
    part = "citation.html.j2"
    return ask.page(part, **given) if ask.by_htmx else ask.page("correct_page.html.j2", part=part, **given)


def _pointed_at(found: Compared | None, doc: str, statement: str) -> Quote | None:
    """What the words of a statement point at (*dat*), as far as an issue knows it."""
    issues = found.report.issues if found else ()
    held = (one for issue in issues for position in issue.positions for one in position.held if one.answers)
    return next((one.answers for one in held if (one.quote.doc, one.quote.holder_id) == (doc, statement)), None)


class OneIssue(msgspec.Struct, frozen=True):
    """An issue by what it is known by, whatever number it has by now, with the question that it asks."""

    key: str
    question: str
    issue: ShownIssue


@shown_at(router, "/issues/{key}")
def issue_alone(ask: Asked, key: Key) -> Response:
    """One issue: its question, each position with its words, and the texts that these are from."""
    with ask.store.reading() as db:
        found, issue = found_issue(ask, db, key)
        texts = _texts_of(db, issue) if ask.form == "html" else []
    page = OneIssue(issue_key(found, issue), question(issue, ask.wording), issue)
    rows = tuple(row for row in issue_lines(found.report) if row.issue_id == issue.id)
    if ask.form != "html":
        return ask.answer("", page, rows, IssueLine)
    values = shown_issues(ask, found, [issue])
    numbered = [(found.numbers[one.doc], one) for one in texts]
    return ask.answer(
        "issue_alone.html.j2", page, rows, IssueLine, **values, texts=numbered, publishers=found.publishers
    )


def _texts_of(db: Connection, issue: ShownIssue) -> list[Reading]:
    """The readings of the documents that an issue quotes, in their order in the case."""
    numbers = document_numbers(db, {quote.doc for quote in quotes_of(issue)})
    docs = sorted(numbers, key=numbers.__getitem__)
    return [study.reading for study in shown_several(db, docs)]


@router.get("/issues/{key}/file", response_class=Response, responses=REFUSALS, tags=["issue_alone"])
def issue_file(
    ask: Asked, key: Key, form: Annotated[Literal["html", "docx"], Query(alias="format")] = "html"
) -> Response:
    """One issue as a file to hand on: a page that stands on its own, or a document of Word."""
    with ask.store.reading() as db:
        found, issue = found_issue(ask, db, key)
        texts = _texts_of(db, issue)
    report = build_issue_report(found.report, texts, found.publishers, issue, lang=ask.lang)
    name = f"{ask.wording.cases.issue[0]}-{key[:8]}.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    if form == "html":
        return Response(report_page(report).encode(), media_type="text/html; charset=utf-8", headers=headers)
    from wederhoor.exchange.report.docx import report_docx  # noqa: PLC0415  # python-docx is of another extra

    return Response(report_docx(report), media_type=WORD, headers=headers)
