"""Who stands against whom: a drawing of those who contradict, accuse, support and speak of each other, with a list beside it."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from fastapi import APIRouter
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.store.pages import findings_of
from wederhoor.store.ties import find_ties, known_people
from wederhoor.web.ask import Ask, Asked, shown_at
from wederhoor.web.compared import compared_soon, has_few
from wederhoor.web.issue_keys import Questions
from wederhoor.web.network import Network, ShownTie, drawing, shown_network
from wederhoor.web.queries import document_number, outer_speakers, sides_across, sides_of

router = APIRouter()
_KEY: Final = "network"


class TieRow(msgspec.Struct, frozen=True):
    """A tie in a table."""

    a: str
    b: str
    kind: str
    times: int
    quotes: tuple[str, ...]


@shown_at(router, "/network")
def network(ask: Asked) -> Response:
    """Who contradicts, accuses, supports whom and who speaks of whom, each with the words that carry it."""
    with ask.store.reading() as db:
        found = _network(ask, db)
        values = network_values(ask, db, found) if ask.form == "html" else {}
    rows = [TieRow(tie.a.name, tie.b.name, tie.kind, tie.times, _quotes(tie)) for tie in found.ties]
    return ask.answer("network.html.j2", found, rows, TieRow, **values)


def network_soon(ask: Ask, db: Connection) -> dict[str, Any]:
    """What the first page shows of it; nothing of a large case until somebody asked for it."""
    if not has_few(ask, db) and ask.found.known(findings_of(db), _KEY) is None:
        ask.passing = True
        return {"network": None}
    return network_values(ask, db, _network(ask, db))


def network_values(ask: Ask, db: Connection, found: Network) -> dict[str, Any]:
    """What the template asks that shows it."""
    shown = ask.found.get(findings_of(db), ("network", ask.lang, found.people), lambda: _drawn(ask, db, found))
    together = compared_soon(ask, db)
    return {**shown, "asked_of": Questions(together.report, ask.wording) if together else {}}


def _drawn(ask: Ask, db: Connection, found: Network) -> dict[str, Any]:
    """That part of it which follows from the network alone: where everybody stands in the drawing is the dearest of it."""
    w = ask.words
    marks = {name.removeprefix("tie_mark_"): told for name, told in w.said.items() if name.startswith("tie_mark_")}
    return {
        "network": found,
        "model": drawing(found, w["who_against_whom"], w["network_label"], marks),
        "sides_within": sides_of(db, [row for tie in found.ties for row in tie.conflicts]),
        "sides_between": sides_across(db, [row for tie in found.ties for row in tie.collisions]),
        "number_of": document_number,
        "outer": outer_speakers(db, [row for tie in found.ties for row in tie.statements]),
    }


def _network(ask: Ask, db: Connection) -> Network:
    return ask.found.get(findings_of(db), _KEY, lambda: _made(ask, db))


def _made(ask: Ask, db: Connection) -> Network:
    together = compared_soon(ask, db)
    known = known_people(db)
    return shown_network(db, known, find_ties(db, known), together.report if together else None)


def _quotes(tie: ShownTie) -> tuple[str, ...]:
    within = [quote for row in tie.conflicts for quote in (row.a_quote_full, row.b_quote_full)]
    across = [quote for row in tie.collisions for quote in (row.a_quote_full, row.b_quote_full)]
    return (*within, *across, *(row.quote_full for row in tie.statements), *(row.quote for row in tie.events))
