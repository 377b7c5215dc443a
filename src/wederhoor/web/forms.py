"""What forms send: that it comes from a page of this server, and where to go on."""

from __future__ import annotations

import hmac

from fastapi import Request
from starlette.datastructures import URL
from starlette.responses import RedirectResponse, Response

from wederhoor.errors import WederhoorError
from wederhoor.web.entry import local_place
from wederhoor.web.guard import SAFE


class ForeignFormError(WederhoorError):
    """W904: a form without this server's token; it may have been its own before it was started again."""

    def __init__(self) -> None:
        super().__init__("W904")


async def same_page(request: Request) -> None:
    """Refuse what changes something without this server's CSRF token. Raises ForeignFormError."""
    if request.method in SAFE:
        return
    given = request.headers.get("x-csrf-token")
    if given is None:
        sent = (await request.form()).get("csrf")
        given = sent if isinstance(sent, str) else ""
    if not hmac.compare_digest(given.encode(errors="replace"), request.app.state.settings.csrf.encode()):
        raise ForeignFormError


def came_from(request: Request, otherwise: str) -> str:
    """The page of this server from which a form was opened."""
    place = URL(request.headers.get("hx-current-url") or request.headers.get("referer") or "")
    if place.netloc != request.headers.get("host", "") or not place.path:
        return otherwise
    own = place.remove_query_params(["quote", "lost"])
    return f"{own.path}?{own.query}" if own.query else own.path


def go_back(place: str) -> Response:
    """To a page of this server; an address that leads elsewhere leads to the case."""
    return RedirectResponse(local_place(place), 303)
