"""Search over lemmas, in statements or in all sentences."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.records import Span
from wederhoor.store.listed import Found, Page, SentenceRow, StatementRow
from wederhoor.store.search import MOST, search_sentences, search_statements
from wederhoor.web.answers import WRITTEN, Pages
from wederhoor.web.ask import After, Asked, shown_at
from wederhoor.web.messages import message_in
from wederhoor.web.queries import document_number, document_of, speaker_of

router = APIRouter()
PAGE = 30


@shown_at(router, "/search")
def search(
    ask: Asked,
    q: Annotated[str, Query(max_length=300, description='Words in any form, word*, "a phrase".')] = "",
    within: Annotated[Literal["statements", "text"], Query(alias="in")] = "statements",
    speaker: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
    document: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
    after: After = None,
) -> Response:
    """What holds all words of the query, in any of their forms."""
    if after is not None and not (after.isdecimal() and int(after) < 1 << 62):
        raise WederhoorError("W908", why="after is no number")
    said = within == "statements"
    record: type[StatementRow | SentenceRow] = StatementRow if said else SentenceRow
    found: Found[StatementRow] | Found[SentenceRow] = Found((), (), None, 0, MOST)
    told = None
    with ask.store.reading() as db:
        doc = document_of(db, document) if document else None
        who = speaker_of(db, speaker) if speaker else None
        try:
            if q.strip() and said:
                found = search_statements(db, q, speaker=speaker, doc=doc, after=after, limit=PAGE)
            elif q.strip():
                found = search_sentences(db, q, doc=doc, after=after, limit=PAGE)
        except WederhoorError as error:
            if error.code != "W811" or ask.form != "html":
                raise
            told = message_in(ask.lang, error.message, error.code)

    def behind(db: Connection, after: str | None) -> Found[StatementRow] | Found[SentenceRow]:
        if not q.strip():
            return Found((), (), None, 0, MOST)
        if said:
            return search_statements(db, q, speaker=speaker, doc=doc, after=after, limit=WRITTEN)
        return search_sentences(db, q, doc=doc, after=after, limit=WRITTEN)

    def rows(db: Connection, after: str | None) -> Page[StatementRow] | Page[SentenceRow]:
        found = behind(db, after)
        return Page(found.rows, found.next)

    def marks(db: Connection, after: str | None) -> Page[tuple[Span, ...]]:
        found = behind(db, after)
        return Page(found.marks, found.next)

    lists = {"rows": Pages(rows, lambda _: found.total), "marks": Pages(marks, lambda _: found.total)}
    return ask.listed(
        "search.html.j2", found, record, lists,
        q=q, within=within, who=who, document=document, doc=doc, told=told, number_of=document_number,
    )  # fmt: skip
