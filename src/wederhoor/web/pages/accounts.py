"""Who maintains what: the speakers of the case, each one's account, and several side by side."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from starlette.responses import Response

from wederhoor.records import Attitude
from wederhoor.store.listed import CausalRow, ConflictRow, ForecastRow, SpeakerRow, StatementRow
from wederhoor.store.lists import list_causal, list_speakers, list_statements
from wederhoor.web.ask import After, Asked, Number, shown_at
from wederhoor.web.pages.conflicts import ShownConflict, shown_conflicts
from wederhoor.web.queries import conflicts_of, document_number, forecasts_of, speaker_of

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
    return ask.answer("accounts.html.j2", found, found.rows, SpeakerRow)


@shown_at(router, "/sides")
def sides(
    ask: Asked,
    who: Annotated[list[int], Query(max_length=SIDES, description="Numbers of speakers, at most four.")] = [],  # noqa: B006
) -> Response:
    """Accounts side by side."""
    with ask.store.reading() as db:
        chosen = tuple(_account(ask, number, None, None, alone=False)[0] for number in who if 0 < number < 2**31)
        speakers = [one.speaker for one in chosen]
        names = {one.id: one for one in (*list_speakers(db, limit=NAMES).rows, *speakers)}
    rows = tuple(row for account in chosen for row in account.statements)
    return ask.answer(
        "sides.html.j2",
        SidesPage(chosen),
        rows,
        StatementRow,
        names=names.values(),
        who=[one.id for one in speakers],
        most=SIDES,
        number_of=document_number,
    )


@shown_at(router, "/accounts/{number}")
def account(
    ask: Asked, number: Number, attitude: Annotated[Attitude | None, Query()] = None, after: After = None
) -> Response:
    """What one speaker says, expects, explains, and where others contradict it."""
    page, shown = _account(ask, number, attitude, after, alone=True)
    with ask.store.reading() as db:
        names = list_speakers(db).rows if ask.form == "html" else ()
    return ask.answer(
        "account.html.j2", page, page.statements, StatementRow,
        shown=shown, names=names, attitude=attitude, number_of=document_number,
    )  # fmt: skip


def _account(
    ask: Asked, number: int, attitude: Attitude | None, after: str | None, *, alone: bool
) -> tuple[AccountPage, list[ShownConflict]]:
    with ask.store.reading() as db:
        speaker = speaker_of(db, number)
        limit = PAGE if alone else FEW
        said = list_statements(db, speaker=speaker.id, attitude=attitude, after=after, limit=limit)
        conflicts = conflicts_of(db, speaker.id, FEW) if alone else ()
        page = AccountPage(
            speaker=speaker,
            statements=said.rows,
            next=said.next,
            causal=list_causal(db, speaker=speaker.id, limit=limit).rows,
            forecasts=forecasts_of(db, speaker.id, FEW),
            conflicts=conflicts,
        )
        return page, shown_conflicts(db, conflicts) if ask.form == "html" else []
