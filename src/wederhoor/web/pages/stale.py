"""A form that shows what is not there any more: refused, with the item as it is now, and with all that was typed."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from wederhoor.store.reading import shown
from wederhoor.web.answers import JSON, problem
from wederhoor.web.ask import Ask
from wederhoor.web.messages import message_in
from wederhoor.web.pages.document import Refused, item_page
from wederhoor.web.queries import document_of
from wederhoor.web.seen import StaleFormError

_OWN = frozenset(
    {"csrf", "back", "seen", "verdict", "quote", "field", "number", "item", "layer", "across", "start", "end"}
)
"""What a form sends beside what somebody typed or chose."""
BEFORE = "was."
"""In front of the name of a field: what it held before somebody typed. What is as it was is not his, and another may have
changed it."""


async def stale_form(request: Request, error: Exception) -> Response:
    """The answer to such a form: 409, as the page that is wanted or in JSON."""
    assert isinstance(error, StaleFormError)  # noqa: S101  # registered for these alone
    ask = Ask(request)
    if ask.by_htmx or JSON in request.headers.get("accept", "") or ask.form != "html":
        return problem(request.scope, 409, error.code, error.message)
    sent = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    typed = {
        name: value
        for name, value in sent.items()
        if not (name in _OWN or name.startswith(BEFORE)) and value != sent.get(BEFORE + name, "")
    }
    if "field" in sent:  # a form of one field
        typed = {f"set.{sent['field']}": sent.get("value", "")}
    told = message_in(ask.lang, error.message, error.code)
    number = int(request.path_params["number"])
    with ask.store.reading() as db:
        reading = shown(db, document_of(db, number)).reading
        if error.item is not None:
            page = item_page(ask, db, reading, number, error.layer, error.item, Refused(typed, told))
        else:
            page = ask.page("gone.html.j2", told=told, typed=typed, number=number, reading=reading)
    page.status_code = 409
    return page
