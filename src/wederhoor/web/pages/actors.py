"""Of whom the case tells: all of them, and of each the names, roles, texts, words and deeds, and who is with and against him."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Annotated, Any, Final, Literal

import msgspec
from fastapi import APIRouter, Form, Query
from pydantic import Field
from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from wederhoor.records import ActorKind, Ref
from wederhoor.records.prepared import prepared
from wederhoor.store.actor_lists import (
    AppearanceRow,
    CaseActorRow,
    SpeakerOf,
    appearances,
    case_actor,
    case_actor_ids,
    case_actor_in,
    case_actor_listing,
    events_of,
    names_used,
    roles_held,
    speakers_of_actor,
    statements_about,
    tellers,
)
from wederhoor.store.answers import Page
from wederhoor.store.corrections import correct
from wederhoor.store.joins import Join
from wederhoor.store.keyset import PAGE, Listing, count_rows, page
from wederhoor.store.listings import StatementFilter, forecast_listing, statement_listing
from wederhoor.store.log import corrections_of
from wederhoor.store.overlay import standing_corrections
from wederhoor.store.pages import state_of
from wederhoor.store.partings import PartingEntry, parting_entries, parting_of, still_joining
from wederhoor.store.row_types import EventRow, ForecastRow, SpeakerRow, StatementRow
from wederhoor.store.rows import speaker_key
from wederhoor.web.answers import whole
from wederhoor.web.ask import After, Ask, Asked, Number, shown_at
from wederhoor.web.compared import compared, compared_soon
from wederhoor.web.issue_keys import Questions
from wederhoor.web.issue_sides import IssueSides, sides_in_issues
from wederhoor.web.pages.issues import names_shown, place_of
from wederhoor.web.pages.saving import DONE, done
from wederhoor.web.queries import (
    document_number,
    document_of,
    first_documents_of_actors,
    outer_speakers,
    speaker_of,
    speakers_with_causes,
)
from wederhoor.web.seen import StaleFormError, appearances_seen

router = APIRouter()
FEW = 5
"""Rows of each list on the page of an actor."""
Part = Literal["texts", "did", "undergone", "about"]
PARTED: Final = 200
"""Texts of which the page asks in which he is somebody else."""
Rows = Annotated[list[Annotated[int, Field(ge=1, le=2**62)]], Form(min_length=1, max_length=PARTED)]


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """What the case tells of one actor: the beginning of each list, and how many rows it has."""

    actor: CaseActorRow
    names: tuple[tuple[str, int], ...]
    roles: tuple[tuple[str, int], ...]
    accounts: tuple[SpeakerRow, ...]
    counts: dict[str, int]
    texts: tuple[AppearanceRow, ...]
    statements: tuple[StatementRow, ...]
    did: tuple[EventRow, ...]
    undergone: tuple[EventRow, ...]
    about: tuple[StatementRow, ...]
    tellers: tuple[SpeakerOf, ...]
    forecasts: tuple[ForecastRow, ...]
    issues: tuple[IssueSides, ...]
    """None are told of a case that is too large to be compared while one waits, until it was."""


@shown_at(router, "/actors")
def actors(
    ask: Asked,
    q: Annotated[str, Query(max_length=300, description="Words in the name.")] = "",
    kind: Annotated[ActorKind | None, Query()] = None,
    after: After = None,
) -> Response:
    """Of whom the documents tell, those first of whom most do."""
    listing = case_actor_listing(kind, q)
    with ask.store.reading() as db:
        found: Page[CaseActorRow] = page(db, listing, after, PAGE)
        times = Counter(row.name for row in found.rows)
        alike = first_documents_of_actors(db, [row.id for row in found.rows if times[row.name] > 1])
    return ask.listed("actors.html.j2", found, CaseActorRow, {"rows": whole(listing)}, q=q, kind=kind, alike=alike)


@shown_at(router, "/actors/{number}")
def actor(ask: Asked, number: Number) -> Response:
    """One actor; as a table where he appears, under which names and as what."""
    with ask.store.reading() as db:
        known = _Known(db, number)
        lists: dict[str, Listing[Any]] = {name: known.listing(db, name) for name in _LISTS}
        key = ("actor", known.actor.id)
        counts, told = ask.kept.get(state_of(db), key, lambda: (known.counts(db, lists), tellers(db, known.ids)))
        found = ActorPage(
            actor=known.actor,
            names=names_used(db, known.ids),
            roles=roles_held(db, known.ids),
            accounts=known.accounts(db),
            counts=counts,
            tellers=told,
            issues=_issues(ask, db, known.ids),
            **{name: page(db, listing, None, FEW).rows for name, listing in lists.items()},
        )
        merged = _merges(db, found) if ask.form == "html" else ()
        others = page(db, case_actor_listing(), None, PAGE).rows if ask.form == "html" else ()
        parting = _parting(db, known) if ask.form == "html" else None
        asked = _asked(ask, db) if found.issues else {}
        outer = outer_speakers(db, (*found.statements, *found.about))
        models = speakers_with_causes(db, [one.id for one in found.accounts])
    rows = {name: whole(listing) for name, listing in lists.items()}
    return ask.listed(
        "actor.html.j2", found, AppearanceRow, rows,
        merged=merged, others=others, parting=parting, asked=asked, outer=outer, models=models,
        number_of=document_number, few=FEW,
    )  # fmt: skip


@shown_at(router, "/actors/{number}/{part}")
def actor_part(ask: Asked, number: Number, part: Part, after: After = None) -> Response:
    """All of one list: the texts in which an actor appears, what he did, what was done to him, what others say of him."""
    with ask.store.reading() as db:
        known = _Known(db, number)
        listing = known.listing(db, part)
        found: Page[Any] = page(db, listing, after, PAGE)
        outer = outer_speakers(db, found.rows if part == "about" else ())
    records: dict[str, type[msgspec.Struct]] = {"texts": AppearanceRow, "about": StatementRow}
    return ask.listed(
        "actor_part.html.j2", found, records.get(part, EventRow), {"rows": whole(listing)},
        part=part, actor=known.actor, outer=outer, number_of=document_number,
    )  # fmt: skip


@router.post("/actors/{number}/part", response_class=Response, responses=DONE, tags=["correcting"])
def part_actor(
    ask: Asked,
    number: Number,
    row: Rows,
    seen: Annotated[str, Form(max_length=64, description="What the page knew his texts by.")] = "",
) -> Response:
    """Say that he is somebody else in some texts: whom these mean is one, and whom the others mean is another."""
    with ask.writing() as db:
        known = _Known(db, number)
        texts = page(db, known.listing(db, "texts"), None, PARTED).rows
        chosen = [Ref(one.doc, one.item) for one in texts if one.id in row]
        if len(chosen) < len({*row}) or (seen and seen != appearances_seen(texts)):
            raise StaleFormError(known.actor.name, "actors", None)
        made = correct(db, ask.settings.who, "part-actors", payload=parting_of(db, chosen))
    return done(ask, (made,), f"/actors/{number}")


@router.get("/documents/{number}/who", response_class=Response, include_in_schema=False)
def who(ask: Asked, number: Number, name: Annotated[str, Query(max_length=500)]) -> Response:
    """To the page of the actor of this name in a document; where that is nobody, or not known yet, to the list."""
    with ask.store.reading() as db:
        document_of(db, number)
        found = case_actor_in(db, number, name)
    return RedirectResponse(f"/actors/{found}" if found else "/actors", 303)


_LISTS = ("texts", "statements", "did", "undergone", "about", "forecasts")


class _Known:
    """An actor with those who are him."""

    def __init__(self, db: Connection, number: int) -> None:
        """Raises W808."""
        self.actor = case_actor(db, number)
        self.ids = case_actor_ids(db, self.actor.id)
        self._speakers = speakers_of_actor(db, self.ids)

    def listing(self, db: Connection, name: str) -> Listing[Any]:
        """One of the lists of his page."""
        if name == "texts":
            return appearances(self.ids)
        if name in {"did", "undergone"}:
            return events_of(self.ids, "agent" if name == "did" else "patient")
        if name == "about":
            return statements_about(db, self.ids)
        if name == "forecasts":
            return forecast_listing(db, speaker=self._speakers[0] if self._speakers else 0)
        return statement_listing(db, StatementFilter(speakers=self._speakers))

    def counts(self, db: Connection, lists: dict[str, Listing[Any]]) -> dict[str, int]:
        """How many rows each list has."""
        return {name: count_rows(db, listing) for name, listing in lists.items()}

    def accounts(self, db: Connection) -> tuple[SpeakerRow, ...]:
        """The accounts that his statements are in."""
        found = {row.id: row for row in (speaker_of(db, one) for one in self._speakers)}
        return tuple(found.values())


def _issues(ask: Ask, db: Connection, ids: Sequence[int]) -> tuple[IssueSides, ...]:
    """Where he stands in what is disputed."""
    found = compared_soon(ask, db)
    if found is None:
        return ()
    where = {(row.doc, row.item) for row in page(db, appearances(ids), None, 1_000).rows}
    return sides_in_issues(found, where, names_shown(ask, found), lambda quote: place_of(found, quote))


def _asked(ask: Ask, db: Connection) -> dict[str, str]:
    """What is asked in each issue."""
    found = compared(ask, db)
    return Questions(found.report, ask.wording) if found else {}


class _Parting(msgspec.Struct, frozen=True):
    """The texts of which can be said that he is somebody else there, and what was said so before, by the entry's number."""

    texts: tuple[AppearanceRow, ...]
    seen: str
    entries: dict[int, PartingEntry]
    waiting: bool
    """It is still being found who is who."""


def _parting(db: Connection, known: _Known) -> _Parting:
    texts = page(db, known.listing(db, "texts"), None, PARTED).rows
    docs = {one.doc for one in texts}
    keys = {speaker_key(known.actor.name), *(speaker_key(one.name) for one in texts)}
    entries = {
        number: one
        for number, one in parting_entries(db).items()
        if keys & {speaker_key(name) for name in one.names} and docs & {*chain(*one.docs)}
    }
    return _Parting(texts, appearances_seen(texts), entries, still_joining(db))


def _merges(db: Connection, found: ActorPage) -> tuple[tuple[int, Join], ...]:
    """What people said that he is one with, by the number of the entry."""
    keys = {speaker_key(found.actor.name), *(speaker_key(name) for name, _ in found.names)}
    entries = [one for one in standing_corrections(corrections_of(db, None)) if one.kind == "merge-actors"]
    joins = [(one.id, msgspec.convert(one.payload, prepared(Join))) for one in entries]
    return tuple((number, j) for number, j in joins if keys & {speaker_key(name) for name in (j.name, *j.members)})
