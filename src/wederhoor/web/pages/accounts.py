"""Who maintains what: the speakers of the case, each one's account, and several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.records import Attitude
from wederhoor.store.actor_lists import case_actor_of_speaker
from wederhoor.store.answers import Page
from wederhoor.store.keyset import Listing, every_row, page
from wederhoor.store.listings import (
    StatementFilter,
    causal_listing,
    forecast_listing,
    speaker_listing,
    statement_listing,
)
from wederhoor.store.pages import list_speakers
from wederhoor.store.row_types import CausalRow, ConflictRow, ForecastRow, SpeakerRow, StatementRow
from wederhoor.web.answers import Pages, whole
from wederhoor.web.ask import After, Asked, Number, shown_at
from wederhoor.web.pages.conflicts import shown_conflicts
from wederhoor.web.queries import conflicts_of, document_number, outer_speakers, speaker_of

router = APIRouter()
PAGE = 30
FEW = 10
SIDES = 4
NAMES = 40
"""Speakers to choose from, those who say most."""


class AccountPage(msgspec.Struct, frozen=True):
    """What one speaker maintains."""

    speaker: SpeakerRow
    statements: tuple[StatementRow, ...]
    next: str | None
    causal: tuple[CausalRow, ...]
    forecasts: tuple[ForecastRow, ...]
    conflicts: tuple[ConflictRow, ...]


class SidesPage(msgspec.Struct, frozen=True):
    """Several accounts side by side."""

    accounts: tuple[AccountPage, ...]


@shown_at(router, "/accounts")
def accounts(ask: Asked, after: After = None) -> Response:
    """Who says something, those who say most first."""
    with ask.store.reading() as db:
        found = list_speakers(db, after=after)
    return ask.listed("accounts.html.j2", found, SpeakerRow, {"rows": whole(speaker_listing())})


@shown_at(router, "/sides")
def sides(
    ask: Asked,
    who: Annotated[list[int], Query(max_length=SIDES, description="Numbers of speakers, at most four.")] = [],  # noqa: B006
) -> Response:
    """Accounts side by side; as a table all statements of these speakers."""
    with ask.store.reading() as db:
        chosen = [_account(db, number) for number in who if 0 < number < 2**31]
        told = tuple(one.first(db, None, FEW, conflicts=False) for one in chosen)
        speakers = [one.speaker for one in told]
        names = {one.id: one for one in (*list_speakers(db, limit=NAMES).rows, *speakers)}
        said = whole(statement_listing(db, StatementFilter(speakers=tuple(one.id for one in speakers))))
    return ask.listed(
        "sides.html.j2",
        SidesPage(told),
        StatementRow,
        {"accounts": Pages(lambda db, after: _in_full(db, chosen, after), said.count)},
        table=said,
        names=names.values(),
        who=[one.id for one in speakers],
        most=SIDES,
        number_of=document_number,
    )


@shown_at(router, "/accounts/{number}")
def account(
    ask: Asked, number: Number, attitude: Annotated[Attitude | None, Query()] = None, after: After = None
) -> Response:
    """What one speaker says, expects, explains, and where others contradict it; as a table the statements."""
    with ask.store.reading() as db:
        found = _account(db, number, attitude)
        told = found.first(db, after, PAGE)
        shown = shown_conflicts(db, told.conflicts) if ask.form == "html" else []
        names = list_speakers(db).rows if ask.form == "html" else ()
        outer = outer_speakers(db, told.statements) if ask.form == "html" else {}
        actor = case_actor_of_speaker(db, told.speaker.id)
    lists = {name: whole(getattr(found, name)) for name in ("statements", "causal", "forecasts", "conflicts")}
    return ask.listed(
        "account.html.j2", told, StatementRow, lists,
        shown=shown, names=names, outer=outer, actor=actor, attitude=attitude, number_of=document_number,
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


def _account(db: Connection, number: int, attitude: Attitude | None = None) -> _Account:
    """Raises W808."""
    speaker = speaker_of(db, number)
    return _Account(
        speaker,
        statement_listing(db, StatementFilter(speakers=(speaker.id,), attitude=attitude)),
        causal_listing(db, speaker=speaker.id),
        forecast_listing(db, speaker=speaker.id),
        conflicts_of(db, speaker.id),
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
