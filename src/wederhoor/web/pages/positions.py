"""A cell of the table of positions: the words by which somebody takes one, in their context, to be judged there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.account_tables import IssueLine, issue_lines
from wederhoor.exchange.cases.issues_text import question
from wederhoor.exchange.cases.names import HolderNames, short_titles
from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import ShownHolding, ShownIssue
from wederhoor.records import CaseConflict, Reading, words_at
from wederhoor.store.conflict_judgments import collision_of
from wederhoor.store.reading import shown
from wederhoor.store.review_queue import waiting_items
from wederhoor.store.rows import BESIDE
from wederhoor.web.ask import Ask, Asked, shown_at
from wederhoor.web.comparison import Compared
from wederhoor.web.forms import came_from
from wederhoor.web.issue_keys import found_issue, issue_key
from wederhoor.web.pages.citing import Key
from wederhoor.web.pages.conflicts import ConflictOnPage, shown_across, shown_conflicts
from wederhoor.web.pages.issues import issue_seen, shown_issues, side_key
from wederhoor.web.queries import Judged, conflict_of, judged
from wederhoor.web.seen import item_seen, words_digest

router = APIRouter()


class SaidThere(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a cell in their context.

    ``seen`` and ``words`` are what a form says that judges the statement; empty for an author's words.
    """

    quote: Quote
    answers: Quote | None
    before: str
    after: str
    lang: str
    number: int
    item: str
    side: str
    seen: str
    words: str
    judged: Judged | None


class PositionWords(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes which position in an issue, and in which words; ``position`` is empty for who speaks of it without an answer."""

    key: str
    question: str
    position: str
    who: str
    said: tuple[SaidThere, ...]


@shown_at(router, "/issues/{key}/words")
def words_of_position(
    ask: Asked,
    key: Key,
    position: Annotated[str, Query(max_length=8, description="Its letter; empty for who gives no answer.")] = "",
    who: Annotated[str, Query(max_length=500, description="By the name that the issue has.")] = "",
    account: Annotated[str, Query(max_length=20, description="Of several of this name, whose account it is.")] = "",
) -> Response:
    """The words by which somebody takes a position in an issue, and what they collide with there, to be judged."""
    with ask.store.reading() as db:
        found, issue = found_issue(ask, db, key)
        held = _held(ask, found, issue, position, who, account)
        docs = {one.quote.doc: shown(db, one.quote.doc).reading for one in held}
        known = {(doc, words.split("\0")[0]): one for (doc, words), one in judged(db, docs, "attributions").items()}
        waiting = {doc: waiting_items(db, found.numbers[doc]) for doc in docs}
        said = tuple(
            _said(one, docs[one.quote.doc], found.numbers[one.quote.doc], waiting[one.quote.doc], known) for one in held
        )
        collide = _colliding(db, found, issue, held) if ask.form == "html" else []
    data = PositionWords(
        key=issue_key(found, issue), question=question(issue, ask.wording), position=position, who=who, said=said
    )
    own = {(one.quote.doc, one.quote.holder_id) for one in held}
    rows = tuple(
        row for row in issue_lines(found.report) if row.issue_id == issue.id and (row.doc, row.holder_id) in own
    )
    if ask.form != "html":
        return ask.answer("", data, rows, IssueLine)
    back = f"{came_from(ask.request, f'/issues/{data.key}')}#row-{issue.id}"
    values = {
        **shown_issues(ask, found, [issue]), "data": data, "issue": issue, "issue_seen": issue_seen(issue),
        "collide": collide, "back": back, "part": "position_words.html.j2",
    }  # fmt: skip
    if ask.by_htmx:
        return ask.page("position_words.html.j2", **values)
    return ask.page("position_page.html.j2", **values, own=f"/issues/{data.key}")


def _held(ask: Ask, found: Compared, issue: ShownIssue, position: str, who: str, account: str) -> list[ShownHolding]:
    """The words of a cell; numbers of accounts change with the case, names do not. Raises W808 where there are none any more."""
    names = HolderNames(found.report, ask.wording, short_titles(found.report))

    def is_his(one: ShownHolding) -> bool:
        return (names.account(one.account) if one.account else names.speaker(one.quote)) == who

    beside = [ShownHolding(account=cell.account, quote=quote) for cell in issue.beside() for quote in cell.quotes]
    taken = {one.id: one.held for one in issue.positions}
    chosen = [one for one in taken.get(position, () if position else beside) if is_his(one)]
    if not chosen:
        what = f"{position} {who}".strip() or "–"
        raise WederhoorError("W808", what="position", name=what, where="the issue", remedy="/issues lists them.")
    return [one for one in chosen if one.account == account] or chosen


def _said(
    one: ShownHolding,
    reading: Reading,
    number: int,
    waiting: frozenset[tuple[str, str]],
    known: dict[tuple[str, str], Judged],
) -> SaidThere:
    quote, text = one.quote, reading.text
    start, end = quote.spans[0][0], quote.spans[-1][1]
    item = next((a for a in reading.attributions if a.id == quote.holder_id), None)
    return SaidThere(
        quote=quote,
        answers=one.answers,
        before=text[max(0, start - BESIDE) : start],
        after=text[end : end + BESIDE],
        lang=reading.lang,
        number=number,
        item="" if item is None else item.id,
        side=side_key(quote),
        seen=item_seen(reading, "attributions", item, waiting) if item else "",
        words=words_digest(reading, "attributions", item) if item else "",
        judged=known.get((quote.doc, words_at(text, item.content))) if item else None,
    )


def _colliding(db: Connection, found: Compared, issue: ShownIssue, held: list[ShownHolding]) -> list[ConflictOnPage]:
    """The conflicts of an issue that some of its words take part in, as far as they are kept to be judged."""
    own = {side_key(one.quote) for one in held}
    shown_as = {one.id: one for one in found.report.conflicts}
    meant = {name for name in issue.conflicts if own & {side_key(shown_as[name].a), side_key(shown_as[name].b)}}
    return [page for one in found.conflicts if one.id in meant for page in _kept(db, found, one)]


def _kept(db: Connection, found: Compared, conflict: CaseConflict) -> Iterator[ConflictOnPage]:
    """A conflict of the case as the list of conflicts has it: one of a document, or one between two."""
    a, b = conflict.a, conflict.b
    if a.doc != b.doc:
        across = collision_of(db, a, b)
        yield from shown_across(db, (across,)) if across else ()
        return
    reading = shown(db, a.doc).reading
    items = [one.id for one in reading.conflicts if {one.a, one.b} == {a.side, b.side}]
    rows = [conflict_of(db, found.numbers[a.doc], item) for item in items]
    yield from shown_conflicts(db, tuple(row for row in rows if row))
