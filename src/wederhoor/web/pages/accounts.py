"""Who maintains what: the speakers of the case, each one's account, and several side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.records import Attitude
from wederhoor.store.actor_lists import case_actor_of_speaker
from wederhoor.store.answers import Page
from wederhoor.store.keyset import Listing, count_rows, every_row, page
from wederhoor.store.listings import (
    StatementFilter,
    causal_listing,
    conflict_listing,
    forecast_listing,
    speaker_listing,
    statement_listing,
)
from wederhoor.store.pages import list_speakers
from wederhoor.store.row_types import CausalRow, ConflictRow, ForecastRow, SpeakerRow, StatementRow
from wederhoor.web.answers import Pages, whole
from wederhoor.web.ask import After, Ask, Asked, Number, shown_at
from wederhoor.web.compared import compared_soon
from wederhoor.web.issue_keys import Questions, issue_key
from wederhoor.web.issue_sides import shared_issues
from wederhoor.web.pages.conflicts import shown_conflicts
from wederhoor.web.pages.issues import names_shown, place_of
from wederhoor.web.queries import (
    conflicts_in_all,
    document_number,
    first_documents,
    outer_speakers,
    speaker_of,
    speakers_with_causes,
    statements_of,
)

router = APIRouter()
PAGE = 30
FEW = 10
SIDES = 4
ACCOUNTS = 50
_BETWEEN, _NO_MORE = ".", "-"
"""In the address of a page of several accounts: between the places in them, and for one that has ended."""
NAMES = 200
"""Speakers to choose from, those who say most."""
MANY = 50
Chosen = Annotated[
    list[int], Query(max_length=MANY, description="Numbers of speakers; the first four stand side by side.")
]


class AccountPage(msgspec.Struct, frozen=True):
    """What one speaker maintains."""

    speaker: SpeakerRow
    statements: tuple[StatementRow, ...]
    next: str | None
    causal: tuple[CausalRow, ...]
    forecasts: tuple[ForecastRow, ...]
    conflicts: tuple[ConflictRow, ...]


class SidesPage(msgspec.Struct, frozen=True):
    """Several accounts side by side, each with a page of its statements; ``next`` leads to the following page of all of them."""

    accounts: tuple[AccountPage, ...]
    next: str | None


@shown_at(router, "/accounts")
def accounts(
    ask: Asked,
    after: After = None,
    q: Annotated[str, Query(max_length=300, description="Words in the name.")] = "",
    who: Chosen = [],  # noqa: B006  # FastAPI copies it
) -> Response:
    """Who says something, those who say most first; ``who`` are chosen already, to be shown side by side."""
    listing = speaker_listing(q)
    with ask.store.reading() as db:
        found = page(db, listing, after, ACCOUNTS)
        here = [row.id for row in found.rows]
        beside = [speaker_of(db, one) for one in dict.fromkeys(who) if 0 < one < 2**31 and one not in here]
        models = speakers_with_causes(db, here) if ask.form == "html" else frozenset()
        times = Counter(row.name for row in found.rows)
        alike = first_documents(db, [row.id for row in found.rows if times[row.name] > 1])
    return ask.listed(
        "accounts.html.j2",
        found,
        SpeakerRow,
        {"rows": whole(listing)},
        q=q,
        who=who,
        beside=beside,
        models=models,
        alike=alike,
    )


@shown_at(router, "/sides")
def sides(
    ask: Asked,
    who: Chosen = [],  # noqa: B006
    after: After = None,
) -> Response:
    """Accounts side by side; as a table all statements of these speakers."""
    with ask.store.reading() as db:
        chosen = [_account(db, number) for number in dict.fromkeys(who) if 0 < number < 2**31][:SIDES]
        told = _beside(db, chosen, after)
        speakers = [one.speaker for one in told]
        names = {one.id: one for one in (*list_speakers(db, limit=NAMES).rows, *speakers)}
        said = whole(statement_listing(db, StatementFilter(speakers=tuple(one.id for one in speakers))))
        around = _around(ask, db, told) if ask.form == "html" else {}
        counts = [_counts(db, one) for one in chosen] if ask.form == "html" else []
    return ask.listed(
        "sides.html.j2",
        SidesPage(told, _further(told)),
        StatementRow,
        {"accounts": Pages(lambda db, after: _in_full(db, chosen, after), said.count)},
        table=said,
        names=names.values(),
        who=[one.id for one in speakers],
        most=SIDES,
        counts=counts,
        begun=after is not None,
        number_of=document_number,
        **around,
    )


def _beside(db: Connection, chosen: Sequence[_Account], after: str | None) -> tuple[AccountPage, ...]:
    """A page of each account, all from the beginning, or each behind its own place in ``after``. Raises W808."""
    if after is None:
        return tuple(one.first(db, None, FEW, conflicts=False) for one in chosen)
    places = dict(enumerate(after.split(_BETWEEN)))
    return tuple(one.further(db, places.get(at, ""), FEW) for at, one in enumerate(chosen))


def _further(told: Sequence[AccountPage]) -> str | None:
    """Where the next page of all accounts begins; an account that has no more stays empty there."""
    return _BETWEEN.join(one.next or _NO_MORE for one in told) if any(one.next for one in told) else None


def _counts(db: Connection, one: _Account) -> dict[str, int]:
    lists: dict[str, Listing[Any]] = {"statements": one.statements, "causal": one.causal, "forecasts": one.forecasts}
    return {name: count_rows(db, listing) for name, listing in lists.items()}


def _around(ask: Ask, db: Connection, told: Sequence[AccountPage]) -> dict[str, Any]:
    """Where they answer the same question, and on whose word their statements come."""
    outer = outer_speakers(db, [row for one in told for row in one.statements])
    found = compared_soon(ask, db) if len(told) > 1 else None
    if found is None:
        return {"outer": outer, "shared": (), "waits": len(told) > 1}
    own = [statements_of(db, one.speaker.id) for one in told]
    shared = shared_issues(found, own, names_shown(ask, found), partial(place_of, found))
    keys = {issue.id: issue_key(found, issue) for issue in found.report.issues}
    return {
        "outer": outer,
        "shared": shared,
        "waits": False,
        "keys": keys,
        "asked": Questions(found.report, ask.wording),
    }


@shown_at(router, "/accounts/{number}")
def account(
    ask: Asked, number: Number, attitude: Annotated[Attitude | None, Query()] = None, after: After = None
) -> Response:
    """What one speaker says, expects, explains, and where others contradict it; as a table the statements."""
    with ask.store.reading() as db:
        found = _account(db, number, attitude)
        told = found.first(db, after, PAGE)
        shown = shown_conflicts(db, told.conflicts) if ask.form == "html" else []
        names = list_speakers(db, limit=NAMES).rows if ask.form == "html" else ()
        outer = outer_speakers(db, told.statements) if ask.form == "html" else {}
        collide = conflicts_in_all(db, speaker=found.speaker.id)
        actor = case_actor_of_speaker(db, told.speaker.id)
    lists = {name: whole(getattr(found, name)) for name in ("statements", "causal", "forecasts", "conflicts")}
    return ask.listed(
        "account.html.j2", told, StatementRow, lists,
        shown=shown, names=names, outer=outer, collide=collide, actor=actor,
        attitude=attitude, number_of=document_number,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Account:
    """The lists of what one speaker maintains."""

    speaker: SpeakerRow
    statements: Listing[StatementRow]
    causal: Listing[CausalRow]
    forecasts: Listing[ForecastRow]
    conflicts: Listing[ConflictRow]

    def first(self, db: Connection, after: str | None, limit: int, *, conflicts: bool = True) -> AccountPage:
        """The beginning of each list; of the statements those behind ``after``."""
        said = page(db, self.statements, after, limit)
        return AccountPage(
            speaker=self.speaker,
            statements=said.rows,
            next=said.next,
            causal=page(db, self.causal, None, limit).rows,
            forecasts=page(db, self.forecasts, None, min(FEW, limit)).rows,
            conflicts=page(db, self.conflicts, None, min(FEW, limit)).rows if conflicts else (),
        )

    def further(self, db: Connection, after: str, limit: int) -> AccountPage:
        """The statements behind ``after`` alone."""
        said: Page[StatementRow] = Page((), None) if after == _NO_MORE else page(db, self.statements, after, limit)
        return AccountPage(self.speaker, said.rows, said.next, (), (), ())


def _account(db: Connection, number: int, attitude: Attitude | None = None) -> _Account:
    """Raises W808."""
    speaker = speaker_of(db, number)
    return _Account(
        speaker,
        statement_listing(db, StatementFilter(speakers=(speaker.id,), attitude=attitude)),
        causal_listing(db, speaker=speaker.id),
        forecast_listing(db, speaker=speaker.id),
        conflict_listing(db, speaker=speaker.id),
    )


def _in_full(db: Connection, chosen: Sequence[_Account], after: str | None) -> Page[AccountPage]:
    """One account with all its rows, then the next."""
    at = int(after or 0)
    if at >= len(chosen):
        return Page((), None)
    own = chosen[at]
    full = AccountPage(
        speaker=own.speaker,
        statements=every_row(db, own.statements),
        next=None,
        causal=every_row(db, own.causal),
        forecasts=every_row(db, own.forecasts),
        conflicts=every_row(db, own.conflicts),
    )
    return Page((full,), str(at + 1))
