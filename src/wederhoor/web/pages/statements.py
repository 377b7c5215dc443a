"""All statements of the case: by speaker, stance, form, document, day, issue and words; each table has all that are meant."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.issues_text import question
from wederhoor.records import Attitude, Form, Polarity
from wederhoor.store.answers import Page
from wederhoor.store.keyset import PAGE, page
from wederhoor.store.listings import StatementFilter, statement_listing
from wederhoor.store.pages import list_speakers
from wederhoor.store.row_types import StatementRow
from wederhoor.store.search_terms import SearchTerm, read_query
from wederhoor.web.answers import Pages, whole
from wederhoor.web.ask import After, Ask, Asked, Day, shown_at
from wederhoor.web.comparison import Said
from wederhoor.web.issue_keys import ISSUE_KEY, found_issue, statements_in
from wederhoor.web.messages import message_in
from wederhoor.web.queries import document_number, document_of, outer_speakers, speaker_of

router = APIRouter()
NAMES = 40
"""Speakers to choose from, those who say most."""
Number = Annotated[int | None, Query(ge=1, le=2**31 - 1)]
NOTHING = Pages(lambda _, __: Page((), None), lambda _: 0)


@shown_at(router, "/statements")
def statements(  # noqa: PLR0913, PLR0917  # the filters that the address has
    ask: Asked,
    q: Annotated[str, Query(max_length=300, description='Words in any form, word*, "a phrase".')] = "",
    speaker: Number = None,
    attitude: Annotated[Attitude | None, Query()] = None,
    polarity: Annotated[
        Polarity | None, Query(description="+ where it is so by the speaker, - where it is not.")
    ] = None,
    form: Annotated[Form | None, Query()] = None,
    document: Number = None,
    outlet: Annotated[str | None, Query(max_length=300)] = None,
    start: Annotated[Day | None, Query(alias="from", description="Day of a document, the first that is meant.")] = None,
    end: Annotated[Day | None, Query(alias="until", description="The last.")] = None,
    issue: Annotated[
        str | None, Query(pattern=ISSUE_KEY, description="What an issue is known by, in which they take a position.")
    ] = None,
    after: After = None,
) -> Response:
    """Statements in the order of the documents and their texts."""
    since, until = (None if day is None else day.isoformat() for day in (start, end))
    with ask.store.reading() as db:
        doc = document_of(db, document) if document else None
        who = speaker_of(db, speaker) if speaker else None
        words, told = _words(db, ask, q)
        among, asked = _of_issue(ask, db, issue)
        said = StatementFilter(
            speakers=None if who is None else (who.id,), attitude=attitude, polarity=polarity, form=form, doc=doc,
            outlet=outlet or None, since=since, until=until, words=words, among=among,
        )  # fmt: skip
        listing = statement_listing(db, said)
        found = Page[StatementRow]((), None) if told else page(db, listing, after, PAGE)
        names = {one.id: one.name for one in list_speakers(db, limit=NAMES).rows} if ask.form == "html" else {}
        outer = outer_speakers(db, found.rows) if ask.form == "html" else {}
    return ask.listed(
        "statements.html.j2", found, StatementRow, {"rows": NOTHING if told else whole(listing)},
        q=q, who=who, names=names | ({who.id: who.name} if who else {}), document=document, doc=doc, outlet=outlet, told=told,
        attitude=attitude, polarity=polarity, form=form, start=since, end=until, outer=outer, number_of=document_number,
        issue=issue, question=asked,
    )  # fmt: skip


def _of_issue(ask: Ask, db: Connection, key: str | None) -> tuple[frozenset[Said] | None, str | None]:
    """The statements that take a position in an issue, and what it asks; nothing where none is meant. Raises W808."""
    if key is None:
        return None, None
    found, issue = found_issue(ask, db, key)
    return statements_in(found, issue), question(issue, ask.wording)


def _words(db: Connection, ask: Ask, query: str) -> tuple[tuple[SearchTerm, ...], str | None]:
    """What a query looks for, and on a page what is wrong with it. Raises W811 for other answers."""
    if not query.strip():
        return (), None
    try:
        return tuple(read_query(db, query)), None
    except WederhoorError as error:
        if error.code != "W811" or ask.form != "html":
            raise
        return (), message_in(ask.lang, error.message, error.code)
