"""Who stands against whom: a list of those who contradict, accuse, support and speak of each other, the first of them drawn."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, Final

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.cases.report import CaseReport
from wederhoor.store.answers import Page
from wederhoor.store.pages import findings_of
from wederhoor.store.ties import find_ties, known_people, ties_around
from wederhoor.web.answers import Pages
from wederhoor.web.ask import After, Ask, Asked, shown_at
from wederhoor.web.compared import compared_soon, has_few
from wederhoor.web.issue_keys import Questions
from wederhoor.web.network import PAGE, Network, ShownTie, Ties, all_ties, drawing, shown_network
from wederhoor.web.queries import document_number, outer_speakers, sides_across, sides_of

router = APIRouter()
_KEY: Final = "network"
_Which = tuple[str, str | None]
"""The one around whom it is, if any, and where the page begins; None of the ties of the drawing."""
CHOICE: Final = 200
"""Those whose ties can be chosen from a list, who have most; of others their own pages lead to these."""


class TieRow(msgspec.Struct, frozen=True):
    """A tie in a table."""

    a: str
    b: str
    kind: str
    times: int
    quotes: tuple[str, ...]


@shown_at(router, "/network")
def network(
    ask: Asked,
    who: Annotated[
        str,
        Query(
            pattern=r"^((actor|speaker)-[1-9]\d{0,9})?$",
            description="One of them, `actor-3` or `speaker-7`: his ties alone.",
        ),
    ] = "",
    after: After = None,
) -> Response:
    """Who contradicts, accuses, supports whom and who speaks of whom, each with the words that carry it."""
    with ask.store.reading() as db:
        ties = _ties(ask, db, who)
        found = _shown(ask, db, ties, (who, after or ""))
        values = _values(ask, db, ties, found, (who, after or "")) if ask.form == "html" else {}
    lists = {
        "ties": Pages(lambda db, after: _ties(ask, db, who).page(db, after), lambda db: len(_ties(ask, db, who).joints))
    }
    return ask.listed(
        "network.html.j2", found, TieRow, lists, Pages(partial(_rows, ask, who), lists["ties"].count), **values
    )


def network_soon(ask: Ask, db: Connection) -> dict[str, Any]:
    """What the first page shows of it: what is drawn; nothing of a large case until somebody asked for it."""
    if not has_few(ask, db) and not any(ask.found.known(findings_of(db), (_KEY, "", told)) for told in (True, False)):
        ask.passing = True
        return {"network": None}
    ties = _ties(ask, db)
    return _values(ask, db, ties, _shown(ask, db, ties, ("", None)), ("", None))


def _shown(ask: Ask, db: Connection, ties: Ties, which: _Which) -> Network:
    """A page of ties with their words."""
    key = (_KEY, "page", *which, compared_soon(ask, db) is not None)
    limit = ties.drawn if which[1] is None else PAGE
    return ask.found.get(findings_of(db), key, lambda: shown_network(db, ties, which[1] or None, limit))


def _values(ask: Ask, db: Connection, ties: Ties, found: Network, which: _Which) -> dict[str, Any]:
    """What the template asks that shows it."""
    together = compared_soon(ask, db)
    key = (_KEY, ask.lang, *which, together is not None)
    shown = ask.found.get(findings_of(db), key, lambda: _drawn(ask, db, ties, found, first=not which[1]))
    return {**shown, "asked_of": Questions(together.report, ask.wording) if together else {}}


def _drawn(ask: Ask, db: Connection, ties: Ties, found: Network, *, first: bool) -> dict[str, Any]:
    """That part of it which follows from the network alone: where everybody stands in the drawing is the dearest of it."""
    w = ask.words
    marks = {name.removeprefix("tie_mark_"): told for name, told in w.said.items() if name.startswith("tie_mark_")}
    others = sorted((ties.person(who) for who in ties.people[:CHOICE]), key=lambda one: one.name.casefold())
    return {
        "network": found,
        "model": drawing(found, w["who_against_whom"], w["network_label"], marks) if first else None,
        "others": others,
        "sides_within": sides_of(db, [row for tie in found.ties for row in tie.conflicts]),
        "sides_between": sides_across(db, [row for tie in found.ties for row in tie.collisions]),
        "number_of": document_number,
        "outer": outer_speakers(db, [row for tie in found.ties for row in tie.statements]),
    }


def _ties(ask: Ask, db: Connection, who: str = "") -> Ties:
    """Raises W808."""
    together = compared_soon(ask, db)
    key = (_KEY, who, together is not None)
    return ask.found.get(findings_of(db), key, lambda: _made(db, together.report if together else None, who))


def _made(db: Connection, report: CaseReport | None, who: str) -> Ties:
    known = known_people(db)
    if not who:
        return all_ties(known, find_ties(db, known), report)
    kind, _, number = who.partition("-")
    one = (known.actors if kind == "actor" else known.speakers).get(int(number))
    if one is None:
        raise WederhoorError("W808", what=kind, name=number, where="the case", remedy="/network lists all.")
    return all_ties(known, ties_around(db, known, one), report, one)


def _rows(ask: Ask, who: str, db: Connection, after: str | None) -> Page[TieRow]:
    found = _ties(ask, db, who).page(db, after)
    return Page(
        tuple(TieRow(tie.a.name, tie.b.name, tie.kind, tie.times, _quotes(tie)) for tie in found.rows), found.next
    )


def _quotes(tie: ShownTie) -> tuple[str, ...]:
    within = [quote for row in tie.conflicts for quote in (row.a_quote_full, row.b_quote_full)]
    across = [quote for row in tie.collisions for quote in (row.a_quote_full, row.b_quote_full)]
    return (*within, *across, *(row.quote_full for row in tie.statements), *(row.quote for row in tie.events))
