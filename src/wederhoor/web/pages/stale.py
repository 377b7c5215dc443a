"""Forms that are refused lose nothing: each is answered with what is there now, and with all that was typed or chosen.

A form may show what is not there any more (409), or come from before the server was started again (403).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from fastapi import Request
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.records import Correction, Layer
from wederhoor.store.log import entry
from wederhoor.store.reading import shown
from wederhoor.web.answers import JSON, problem
from wederhoor.web.ask import Ask
from wederhoor.web.forms import ForeignFormError, came_from
from wederhoor.web.messages import message_in
from wederhoor.web.pages.conflicts import across_part, judged_part
from wederhoor.web.pages.document import Refused, item_page
from wederhoor.web.pages.review import review_part
from wederhoor.web.queries import document_of, judged
from wederhoor.web.seen import StaleFormError, same_digest

_OWN = frozenset(
    {"csrf", "back", "seen", "verdict", "quote", "field", "number", "item", "layer", "across", "start", "end"}
)
"""What a form sends beside what somebody typed or chose."""
BEFORE = "was."
"""In front of the name of a field: what it held before somebody typed. What is as it was is not his, and another may have
changed it."""
NOW: Final = {"wederhoor-now": "1"}
"""The header of a refusal that has what is there now, to be put in place of what was shown."""
_NAME: Final = re.compile(r"[\w-]{1,200}")
Sent = Mapping[str, str]


async def stale_form(request: Request, error: Exception) -> Response:
    """The answer to a form that shows what is not there any more: 409, as the page or the part that is wanted, or in JSON."""
    assert isinstance(error, StaleFormError)  # noqa: S101  # registered for these alone
    ask = Ask(request)
    if JSON in request.headers.get("accept", "") or ask.form != "html":
        return problem(request.scope, 409, error.code, error.message)
    sent = dict(await _sent(request))
    told = message_in(ask.lang, error.message, error.code)
    with ask.store.reading() as db:
        number = None if error.across else _number(request, sent)
        if ask.by_htmx or error.across or number is None:
            page = _part_now(db, ask, number, error, sent)
        else:
            page = _page_now(db, ask, number, error, Refused(_typed(sent), told))
    page.status_code = 409
    return page


async def foreign_form(request: Request, error: Exception) -> Response:
    """The answer to a form that this server did not give out: 403; to its own of before it was started, with the form."""
    assert isinstance(error, ForeignFormError)  # noqa: S101  # registered for these alone
    ask = Ask(request)
    vouched = {"origin", "sec-fetch-site"} & {*request.headers}  # a browser says that a page of this server sent it
    if ask.by_htmx or JSON in request.headers.get("accept", "") or not vouched:
        return problem(request.scope, 403, error.code, error.message)
    sent = [(name, value) for name, value in await _sent(request) if name != "csrf"]
    page = ask.page("again.html.j2", told=ask.words["restarted"], sent=sent, typed=_typed(dict(sent)))
    page.status_code = 403
    return page


async def _sent(request: Request) -> list[tuple[str, str]]:
    return [(name, value) for name, value in (await request.form()).multi_items() if isinstance(value, str)]


def _typed(sent: Sent) -> dict[str, str]:
    """What somebody typed, by the names of the fields."""
    if "field" in sent:  # a form of one field
        return {f"set.{sent['field']}": sent.get("value", "")}
    return {
        name: value
        for name, value in sent.items()
        if not (name in _OWN or name.startswith(BEFORE)) and value != sent.get(BEFORE + name, "")
    }


def _number(request: Request, sent: Sent) -> int | None:
    """The document that a form is of."""
    given = str(request.path_params.get("number") or sent.get("number", ""))
    return int(given) if given.isdecimal() else None


def _page_now(db: Connection, ask: Ask, number: int, error: StaleFormError, refused: Refused) -> Response:
    reading = shown(db, document_of(db, number)).reading
    if error.item is not None:
        return item_page(ask, db, reading, number, error.layer, error.item, refused)
    return ask.page("gone.html.j2", told=refused.told, typed=refused.typed, number=number, reading=reading)


def _part_now(db: Connection, ask: Ask, number: int | None, error: StaleFormError, sent: Sent) -> Response:
    """What a part of a page shows now, in its place and under its name; what is judged, by whom."""
    again: dict[str, str | None] = {
        "told": message_in(ask.lang, error.message, error.code),
        "chosen": sent.get("verdict"),
        "own_id": _target(ask.request),
    }
    part = None
    if error.across:
        part = across_part(db, ask, error.across, **again)
    elif number is not None and error.item is not None:
        part = _item_now(db, ask, number, error.layer, error.item, again)
    if part is None:
        known = _judgment(db, number, error.layer, sent.get("quote", "")) if number else None
        of = {"number": number, "layer": error.layer, "item": error.item, "judgment": known}
        part = ask.part("row_gone.html.j2", **again, **of)
    part.headers.update(NOW)
    return part


def _item_now(
    db: Connection, ask: Ask, number: int, layer: Layer, item: str, again: dict[str, str | None]
) -> Response | None:
    if came_from(ask.request, "").partition("?")[0] == "/review":
        review = review_part(db, ask, number, layer, item, **again)
        return review(None) if review else None
    try:
        return judged_part(db, ask, number, item, **again)(None)
    except WederhoorError:  # no conflict any more
        return None


def _judgment(db: Connection, number: int, layer: Layer, quote: str) -> Correction | None:
    """What was last said of the item on these words."""
    doc = document_of(db, number)
    for (_, words), known in judged(db, [doc], layer).items():
        if same_digest(quote, words.split("\0")):
            found = entry(db, known.number)
            return found[0] if found else None
    return None


def _target(request: Request) -> str | None:
    """The name of the part that htmx is to replace."""
    name = request.headers.get("hx-target", "")
    return name if _NAME.fullmatch(name) else None
