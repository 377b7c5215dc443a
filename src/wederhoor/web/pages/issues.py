"""What is disputed: issues as questions with their positions, the matrix of accounts, and what people say of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal

import msgspec
from fastapi import APIRouter, Form, Query
from markupsafe import Markup
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.account_tables import IssueLine, issue_lines
from wederhoor.exchange.cases.html import shown_values
from wederhoor.exchange.cases.names import HolderNames, short_titles, where
from wederhoor.exchange.cases.positions import position_tables
from wederhoor.exchange.cases.quotes import Quote
from wederhoor.exchange.cases.report import ShownChange, ShownCourse, ShownIssue, ShownRule
from wederhoor.exchange.visible import visible
from wederhoor.records import AUTHOR, AuthorSide, SideRef
from wederhoor.store.corrections import correct
from wederhoor.store.corrections_of_issues import anchor_side
from wederhoor.web.ask import Ask, Asked, shown_at
from wederhoor.web.compared import compared, compared_lately, wait_for_compared
from wederhoor.web.comparison import Compared
from wederhoor.web.issue_keys import Questions, issue_key
from wederhoor.web.issue_sides import ActorPages
from wederhoor.web.pages.saving import DONE, done
from wederhoor.web.rendering import at_item, citation_of
from wederhoor.web.seen import digest
from wederhoor.web.words import WebWords

router = APIRouter()
PAGE: Final = 25
"""Issues of one page."""
MOST: Final = 100
"""Statements at most that one correction is of."""
Kind = Literal["name-issue", "merge-issues", "split-issue", "move-position", "no-claim"]
Word = Annotated[str, Form(max_length=500)]


class IssuesPage(msgspec.Struct, frozen=True):
    """The issues of a page, with who is against his own words, what changed from day to day, and what is said of rules.

    ``documents`` is how many were compared, the latest; ``left_out`` how many were not.
    """

    issues: tuple[ShownIssue, ...]
    next: int | None
    changes: tuple[ShownChange, ...]
    courses: tuple[ShownCourse, ...]
    rules: tuple[ShownRule, ...]
    documents: int
    left_out: int


@shown_at(router, "/issues")
def issues(
    ask: Asked, after: Annotated[int, Query(ge=0, le=10**6, description="Where the page before ended: its `next`.")] = 0
) -> Response:
    """What accounts differ over: each question with who gives which answer, those of most sides first."""
    with ask.store.reading() as db:
        found = compared_lately(ask, db)
    if found is None:
        return ask.answer("issues.html.j2", IssuesPage((), None, (), (), (), 0, 0), (), IssueLine, found=None)
    report = found.report
    first = after == 0
    page = IssuesPage(
        issues=report.issues[after : after + PAGE],
        next=after + PAGE if len(report.issues) > after + PAGE else None,
        changes=report.changes if first else (),
        courses=report.courses if first else (),
        rules=report.rules if first else (),
        documents=len(report.documents),
        left_out=found.left_out,
    )
    rows = tuple(issue_lines(report)) if ask.form == "csv" else ()
    values = shown_issues(ask, found, page.issues) if ask.form == "html" else {}
    counted = len(rows) if rows else None
    return ask.answer("issues.html.j2", page, rows, IssueLine, **values, found=found, count=counted)


def shown_issues(ask: Ask, found: Compared, chosen: Sequence[ShownIssue]) -> dict[str, Any]:
    """What the templates ask that show issues: words lead to their place in the text, and can be chosen."""
    report, wording = found.report, ask.wording
    titles = short_titles(report)
    return shown_values(report, wording, whole=False) | {
        "where": lambda quote: (
            Markup('<a href="{}">{}</a>').format(place_of(found, quote), visible(where(quote, wording, titles)))
            + cited(found, quote, ask.words)
        ),
        "choice": choice,
        "who_page": ActorPages(found).of,
        "taking": position_tables(report, chosen),
        "seen": issue_seen,
        "key": lambda issue: issue_key(found, issue),
        "asked": Questions(report, wording),
    }


def names_shown(ask: Ask, found: Compared) -> HolderNames:
    """What the form of the answer calls people: pages know the authors of documents by the titles of these."""
    return HolderNames(found.report, ask.wording, short_titles(found.report) if ask.form == "html" else {})


def place_of(found: Compared, quote: Quote) -> str:
    """The address of the words of a statement in the page of their document."""
    number = found.numbers[quote.doc]
    if quote.holder_id == AUTHOR:
        return f"/documents/{number}"
    return at_item(number, "attributions", quote.holder_id, found.statement_words(quote))


def cited(found: Compared, quote: Quote, words: WebWords) -> Markup:
    """What leads to the citation of a statement; the author's own words have none."""
    if quote.holder_id == AUTHOR:
        return Markup("")
    link = Markup(' <a class="cite" href="{}" data-dialog>{}<span class="unseen">: {}</span></a>')
    return link.format(citation_of(found.numbers[quote.doc], quote.holder_id), words["cite"], visible(quote.words))


def choice(quote: Quote) -> Markup:
    """What chooses a statement for a correction of its issue."""
    box = Markup('<input type="checkbox" class="choice" name="side" value="{}" aria-label="{}">')
    return box.format(side_key(quote), visible(quote.words))


def side_key(quote: Quote) -> str:
    """A statement in a form: its document, and its id or the offsets of words of the author's."""
    start, end = quote.spans[0][0], quote.spans[-1][1]
    return f"{quote.doc}\n{start}-{end}" if quote.holder_id == AUTHOR else f"{quote.doc}\n{quote.holder_id}"


def issue_seen(issue: ShownIssue) -> str:
    """What a form says that shows an issue: who takes which position, and in which words."""
    held = ((p.id, side_key(h.quote), h.quote.full, h.account or "") for p in issue.positions for h in p.held)
    return f"s{digest(issue.name or '', *(part for one in held for part in one))}"


@router.post("/issues/correct", response_class=Response, responses=DONE, tags=["correcting"])
def correct_issue(
    ask: Asked,
    kind: Annotated[Kind, Form()],
    seen: Annotated[str, Form(max_length=64, description="What the page knows the issue by, as it was then.")],
    side: Annotated[list[Word], Form(max_length=MOST, description="Statements: document, line end, id.")] = [],  # noqa: B006
    name: Word = "",
    other: Annotated[str, Form(max_length=64, description="As `seen`, of the issue to become one with.")] = "",
    position: Annotated[str, Form(max_length=8, description="The position that statements are moved to.")] = "",
) -> Response:
    """Say of an issue what it is called, that it is one with another, or where some of its statements belong.

    Without ``side`` a name and a merger are of the whole issue.
    """
    wait_for_compared(ask)
    with ask.writing() as db:
        found = compared(ask, db)
        known = {issue_seen(issue): issue for issue in found.report.issues} if found else {}
        if found is None or seen not in known or (kind == "merge-issues" and other not in known):
            raise WederhoorError("W917", where="the case")
        if kind == "merge-issues" and other == seen:
            raise WederhoorError("W809", why="it is this issue itself", remedy="Choose another one.")
        form = _Form(kind, known[seen], known.get(other), position, " ".join(name.split()))
        entries = _entries(form, found, [_chosen(form.issue, key) for key in side])
        made = [correct(db, ask.settings.who, kind, payload=_anchored(db, entry)) for entry in entries]
    return done(ask, made, f"/issues#{known[seen].id}")


class _Form(msgspec.Struct, frozen=True):
    """What somebody says of an issue; ``other`` is the one that it is to be one with."""

    kind: Kind
    issue: ShownIssue
    other: ShownIssue | None
    position: str
    name: str


class _Entry(msgspec.Struct, frozen=True):
    """What one entry of the log is to say."""

    sides: tuple[SideRef, ...]
    name: str = ""


def _entries(form: _Form, found: Compared, chosen: Sequence[Quote]) -> list[_Entry]:
    """The entries that a form asks for; of statements that are moved one each. Raises W809 where it lacks something."""
    if form.kind == "name-issue":
        return [_Entry((_known_by(form.issue, found),), form.name)]
    if form.other is not None:
        return [_Entry((_known_by(form.issue, found), _known_by(form.other, found)))]
    if not chosen:
        raise WederhoorError("W809", why="no statement is chosen", remedy="Tick one or more of the issue.")
    sides = [_ref(quote, found) for quote in chosen]
    if form.kind != "move-position":
        return [_Entry(tuple(sides))]
    to = next((one.held[0].quote for one in form.issue.positions if one.id == form.position), None)
    if to is None:
        raise WederhoorError("W809", why="no position is chosen", remedy="Choose one of the issue.")
    return [_Entry((side, _ref(to, found))) for side in sides if side != _ref(to, found)]


def _anchored(db: Connection, entry: _Entry) -> dict[str, Any]:
    sides = [msgspec.to_builtins(anchor_side(db, side)) for side in entry.sides]
    return {"sides": sides} | ({"name": entry.name} if entry.name else {})


def _chosen(issue: ShownIssue, key: str) -> Quote:
    """A statement of an issue, as a form names it. Raises W917."""
    held = {side_key(h.quote): h.quote for p in issue.positions for h in p.held}
    if key not in held:
        raise WederhoorError("W917", where="the case")
    return held[key]


def _known_by(issue: ShownIssue, found: Compared) -> SideRef:
    """A statement by which an issue is known."""
    return _ref(issue.positions[0].held[0].quote if issue.positions else issue.claim, found)


def _ref(quote: Quote, found: Compared) -> SideRef:
    """The statement that a quote is of: of the author's words the side of a conflict that has them."""
    if quote.holder_id != AUTHOR:
        return SideRef(quote.doc, quote.holder_id)
    start, end = quote.spans[0][0], quote.spans[-1][1]
    own = (one.side for one in found.authors if one.doc == quote.doc and isinstance(one.side, AuthorSide))
    inside = (side for side in own if side.author[0] <= start and end <= side.author[1])
    return SideRef(quote.doc, next(inside, AuthorSide((start, end))))
