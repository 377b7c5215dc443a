"""Who works on a case: those who were invited and what each may do; and how far two of them agree."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any, Final

import msgspec
from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.evaluation.kappa import Kappa, cohen_kappa
from wederhoor.records import LAYERS, Layer
from wederhoor.store.agreement import VERDICTS, JudgedItem, PersonalVerdict, judged_by
from wederhoor.store.log import correctors
from wederhoor.store.members import Role, invite, members_by_digest, turn_out
from wederhoor.store.pages import state_of
from wederhoor.web.answers import as_json
from wederhoor.web.ask import Ask, Asked, shown_at
from wederhoor.web.forms import go_back
from wederhoor.web.invited import Invited
from wederhoor.web.pages.saving import DONE, wants_json
from wederhoor.web.queries import document_numbers
from wederhoor.web.rendering import address

router = APIRouter()
MOST_DIFFERENCES: Final = 200
"""Items on the page on which two differ; the JSON has all."""
Name = Annotated[str, Form(min_length=1, max_length=100)]


class PersonRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody with a token, or whose corrections stand in the log. ``role`` is None of who comes in no more."""

    name: str
    role: Role | None
    invited_by: str | None
    at: str | None
    corrections: int
    last: str | None


class PeoplePage(msgspec.Struct, frozen=True):
    """Everybody who works on the case, or did. ``open``: no token is asked for, so that nobody can be invited."""

    rows: tuple[PersonRow, ...]
    open: bool


@shown_at(router, "/people")
def people(ask: Asked) -> Response:
    """Who may come in, what each may do, and how much each corrected."""
    return _people(ask)


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """What lets somebody in. It is told once: the case keeps a digest of the token alone."""

    name: str
    role: Role
    address: str


@router.post("/people", response_class=Response, responses=DONE, tags=["people"])
def invite_person(ask: Asked, name: Name, role: Annotated[Role, Form()]) -> Response:
    """Invite somebody, or give one who was invited another role and token. The answer has the address to hand on, once."""
    ask.check_owner()
    called = " ".join(name.split())
    if not ask.settings.tokens:
        raise WederhoorError(
            "W809", why="the server asks for no token", remedy="Start it without --no-token, and invite then."
        )
    if called in ask.settings.tokens:
        raise WederhoorError("W809", why="this name has a token of the server", remedy="Choose another.")
    token = secrets.token_urlsafe(24)
    with ask.store.writing() as db:
        invite(db, called, role, token, ask.settings.who)
    _forget(ask)
    made = Invitation(name=called, role=role, address=str(ask.request.base_url).rstrip("/") + address("/", token=token))
    return as_json(made) if wants_json(ask) else _people(ask, made)


@router.post("/people/remove", response_class=Response, responses=DONE, tags=["people"])
def remove_person(ask: Asked, name: Name) -> Response:
    """Let somebody in no more who was invited. What he said of the case stays."""
    ask.check_owner()
    with ask.store.writing() as db:
        gone = turn_out(db, name)
    if not gone:
        raise WederhoorError("W808", what="invitation", name=name, where="the case", remedy="/people lists them.")
    _forget(ask)
    return go_back("/people")


def _forget(ask: Ask) -> None:
    invited: Invited = ask.request.app.state.invited
    invited.forget()


def _people(ask: Ask, made: Invitation | None = None) -> Response:
    with ask.store.reading() as db:
        found = {member.name: member for member in members_by_digest(db).values()}
        worked = {one.who: one for one in correctors(db)}
    rows = []
    for name in dict.fromkeys((*ask.settings.tokens, *found, *worked)):
        member, work = found.get(name), worked.get(name)
        role: Role | None = "own" if name in ask.settings.tokens else member.role if member else None
        rows.append(
            PersonRow(
                name=name,
                role=role,
                invited_by=member.invited_by if member else None,
                at=member.at if member else None,
                corrections=work.entries if work else 0,
                last=work.last if work else None,
            )
        )
    page = PeoplePage(tuple(rows), not ask.settings.tokens)
    return ask.answer("people.html.j2", page, page.rows, PersonRow, invitation=made)


class AgreementRow(msgspec.Struct, frozen=True, kw_only=True):
    """How two people agree on the items of a layer, or on those of all (``layer`` is None)."""

    layer: Layer | None
    items: int
    same: int
    observed: float | None
    kappa: float | None


class AgreementPage(msgspec.Struct, frozen=True, kw_only=True):
    """Two people on the same items: ``table`` counts by both words, that of the one first; ``differ`` has those they part on."""

    one: str | None
    other: str | None
    people: tuple[str, ...]
    rows: tuple[AgreementRow, ...]
    table: dict[PersonalVerdict, dict[PersonalVerdict, int]]
    differ: tuple[JudgedItem, ...]


@shown_at(router, "/agreement")
def agreement(
    ask: Asked,
    one: Annotated[str | None, Query(max_length=100, description="The one of two people.")] = None,
    other: Annotated[str | None, Query(max_length=100, description="The other.")] = None,
) -> Response:
    """How far two people agree who judged the same items: counts, the share, and Cohen's kappa."""
    with ask.store.reading() as db:
        page = ask.kept.get(state_of(db), ("agreement", one, other), lambda: _agreement(judged_by(db), one, other))
        shown = page.differ[:MOST_DIFFERENCES]
        numbers = document_numbers(db, {doc for item in shown for doc in (item.doc, item.other) if doc})
    given: dict[str, Any] = {"numbers": numbers, "verdicts": VERDICTS, "shown": shown}
    return ask.answer("agreement.html.j2", page, page.rows, AgreementRow, **given)


def _agreement(items: Sequence[JudgedItem], one: str | None, other: str | None) -> AgreementPage:
    """Of two people, where none is named of those who judged most that others judged as well."""
    counted = Counter(who for item in items if len(item.said) > 1 for who in item.said)
    names = [name for name, _ in counted.most_common()]
    first = one or _other_than(other, names)
    second = other or _other_than(first, names)
    both = [item for item in items if first != second and {first, second} <= item.said.keys()]
    a, b = first or "", second or ""
    return AgreementPage(
        one=first,
        other=second,
        people=tuple(names),
        rows=_rows(both, a, b),
        table=_table(both, a, b),
        differ=tuple(item for item in both if item.said[a] != item.said[b]),
    )


def _other_than(name: str | None, names: Sequence[str]) -> str | None:
    return next((one for one in names if one != name), None)


def _rows(items: Sequence[JudgedItem], a: str, b: str) -> tuple[AgreementRow, ...]:
    """Of all layers that both judged, then of all together."""
    layers = [layer for layer in LAYERS if any(item.layer == layer for item in items)]
    return tuple(
        _row(layer, [item for item in items if layer is None or item.layer == layer], a, b)
        for layer in (*layers, *([None] if items else []))
    )


def _row(layer: Layer | None, items: Sequence[JudgedItem], a: str, b: str) -> AgreementRow:
    said = [(item.said[a], item.said[b]) for item in items]
    found: Kappa = cohen_kappa(said)
    same = sum(x == y for x, y in said)
    return AgreementRow(layer=layer, items=found.items, same=same, observed=found.observed, kappa=found.kappa)


def _table(items: Sequence[JudgedItem], a: str, b: str) -> dict[PersonalVerdict, dict[PersonalVerdict, int]]:
    counted = Counter((item.said[a], item.said[b]) for item in items)
    return {x: {y: counted[x, y] for y in VERDICTS} for x in VERDICTS}
