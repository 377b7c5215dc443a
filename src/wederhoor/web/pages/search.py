"""Search over lemmas, in statements or in all sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final, Literal, NamedTuple

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.issues_text import question
from wederhoor.store.actor_lists import CaseActorRow, case_actor_listing, case_actor_of_speaker
from wederhoor.store.answers import Found, Page
from wederhoor.store.facets import Facets, facets_of, words_alike
from wederhoor.store.keyset import page
from wederhoor.store.listings import StatementFilter
from wederhoor.store.pages import find_documents, find_speakers, findings_of, speaker_names
from wederhoor.store.row_types import DocumentRow, SpeakerRow, StatementRow
from wederhoor.store.search import MOST, SentenceRow, search_sentences, search_statements
from wederhoor.store.search_terms import read_query
from wederhoor.web.answers import WRITTEN, Pages, as_json
from wederhoor.web.ask import REFUSALS, After, Ask, Asked, shown_at
from wederhoor.web.compared import compared_soon
from wederhoor.web.issue_keys import issue_key
from wederhoor.web.messages import message_in
from wederhoor.web.queries import document_number, document_of, outer_speakers, speaker_of, speakers_with_causes

router = APIRouter()
PAGE = 30
PASSAGES = 3
"""Sentences of whole texts that stand below the statements."""
FEW = 6
"""Speakers and documents that are named."""
NOTHING: Final[Found[Any]] = Found((), (), None, 0, MOST)
Look = Callable[[Connection, str | None, int], Found[Any]]


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
    record: type[StatementRow | SentenceRow] = StatementRow if within == "statements" else SentenceRow
    found, told, named = NOTHING, None, _Named((), (), ())
    with ask.store.reading() as db:
        doc = document_of(db, document) if document else None
        who = speaker_of(db, speaker) if speaker else None
        look = _look(q, within, speaker, doc)
        try:
            found = look(db, after, PAGE)
        except WederhoorError as error:
            if error.code != "W811" or ask.form != "html":
                raise
            told = message_in(ask.lang, error.message, error.code)
        outer = _outer(ask, db, found)
        more = _More()
        if ask.form == "html" and after is None:
            named = _Named((), (), ()) if speaker or document else _named(ask, db, q)
            more = _more(ask, db, q, (speaker, doc, within), found.total, passages=told is None)
    total = found.total
    lists = {
        "rows": Pages(lambda db, after: _of(look(db, after, WRITTEN), "rows"), lambda _: total),
        "marks": Pages(lambda db, after: _of(look(db, after, WRITTEN), "marks"), lambda _: total),
    }
    return ask.listed(
        "search.html.j2", found, record, lists,
        q=q, within=within, who=who, document=document, doc=doc, told=told, named=named, more=more,
        outer=outer, number_of=document_number,
    )  # fmt: skip


def _outer(ask: Ask, db: Connection, found: Found[Any]) -> dict[int, str | None]:
    """On whose word the statements come that a page shows."""
    said = [row for row in found.rows if isinstance(row, StatementRow)]
    return outer_speakers(db, said) if ask.form == "html" else {}


class Suggested(msgspec.Struct, frozen=True):
    """Names that begin with, or have, what somebody types: of actors and speakers, then of texts."""

    names: tuple[str, ...]


@router.get("/suggest.json", response_class=Response, responses=REFUSALS, tags=["search"])
def suggest(
    ask: Asked, q: Annotated[str, Query(max_length=300, description="What was typed so far.")] = ""
) -> Response:
    """Whom and which texts somebody may be looking for."""
    with ask.store.reading() as db:
        named = _named(ask, db, q) if len(q.strip()) > 1 else _Named((), (), ())
    people = [*(one.name for one in named.actors), *(one.name for one in named.speakers)]
    names = [*people, *(one.title or one.doc for one in named.documents)]
    return as_json(Suggested(tuple(dict.fromkeys(names))))


class _Narrowing(NamedTuple):
    """What the statements that were found have in common, and in which issues how many of them take a position."""

    facets: Facets
    issues: list[tuple[str, str, int]]
    """By what each is known by, with its question."""


class _More(NamedTuple):
    """What a first page offers besides: to narrow what was found, or other words where nothing was."""

    narrowing: _Narrowing | None = None
    alike: tuple[str, ...] = ()
    text: Found[SentenceRow] = NOTHING
    """The first sentences with these words, whoever says them."""


def _more(
    ask: Ask, db: Connection, q: str, of: tuple[int | None, str | None, str], total: int, *, passages: bool
) -> _More:
    speaker, doc, within = of
    everywhere = passages and within == "statements" and not speaker and q.strip()
    text: Found[SentenceRow] = search_sentences(db, q, doc=doc, limit=PASSAGES) if everywhere else NOTHING
    if not total:
        return _More(alike=_alike(ask, db, q) if q.strip() and not text.total else (), text=text)
    return _More(_narrowing(ask, db, q, speaker, doc) if within == "statements" else None, text=text)


def _alike(ask: Ask, db: Connection, q: str) -> tuple[str, ...]:
    return ask.found.get(findings_of(db), ("alike", q), lambda: words_alike(db, q))


def _narrowing(ask: Ask, db: Connection, q: str, speaker: int | None, doc: str | None) -> _Narrowing:
    said = StatementFilter(speakers=(speaker,) if speaker else None, doc=doc, words=tuple(read_query(db, q)))
    facets = facets_of(db, said)
    together = compared_soon(ask, db)
    if together is None:
        return _Narrowing(facets, [])
    counts = Counter(issue for said in together.issues.keys() & {*facets.found} for issue in together.issues[said])
    found = [issue for issue in together.report.issues if issue.id in counts][:FEW]
    told = [(issue_key(together, issue), question(issue, ask.wording), counts[issue.id]) for issue in found]
    return _Narrowing(facets, told)


class _Named(NamedTuple):
    """Who and which texts go by the words that are looked for, or have them in their names."""

    actors: Sequence[CaseActorRow]
    speakers: Sequence[SpeakerRow]
    documents: Sequence[DocumentRow]
    models: frozenset[int] = frozenset()
    """Those of the speakers of whom there is a model."""


def _named(ask: Ask, db: Connection, q: str) -> _Named:
    words = " ".join(q.replace('"', " ").replace("*", " ").split())
    if not words:
        return _Named((), (), ())
    actors = page(db, case_actor_listing(words=words), None, FEW).rows
    known = {one.id for one in actors}
    names = ask.found.get(findings_of(db), "speaker names", lambda: speaker_names(db))
    speakers = [one for one in find_speakers(db, words, FEW, names) if case_actor_of_speaker(db, one.id) not in known]
    models = speakers_with_causes(db, [one.id for one in speakers])
    return _Named(actors, speakers, find_documents(db, words, FEW), models)


def _look(q: str, within: str, speaker: int | None, doc: str | None) -> Look:
    """What gives a page of a search, the one behind a cursor, of so many rows."""

    def look(db: Connection, after: str | None, limit: int) -> Found[Any]:
        if not q.strip():
            return NOTHING
        if within == "statements":
            return search_statements(db, q, speaker=speaker, doc=doc, after=after, limit=limit)
        return search_sentences(db, q, doc=doc, after=after, limit=limit)

    return look


def _of(found: Found[Any], what: Literal["rows", "marks"]) -> Page[Any]:
    return Page(getattr(found, what), found.next)
