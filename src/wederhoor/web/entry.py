"""Who may come in: the token of each person, the cookie that stands for it, and the two ways in, by a link and by a form.

The cookie has the port and a mark of the case in its name, so that two cases in one browser do not throw each other out. It goes
along when somebody follows a link from elsewhere (SameSite=Lax): what changes something is guarded by more than the cookie.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import parse_qs, parse_qsl, quote, urlencode

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import Receive, Scope, Send

from wederhoor.store.members import Role, token_digest
from wederhoor.web.invited import Invited

DOOR: Final = "/enter"
"""Where the form for the token is sent to."""
LONGEST: Final = 8_000
"""Bytes of that form at most."""


class Visitor(NamedTuple):
    """Who sent a request, and what he may do."""

    name: str
    role: Role


class TokenEntry:
    """The tokens of a server, by the name of who has each, and the name of its cookie."""

    def __init__(self, tokens: Mapping[str, str], port: int, case: str, invited: Invited | None = None) -> None:
        self._tokens, self._invited = tokens, invited
        self.cookie = f"wederhoor-{port}-{hashlib.sha256(case.encode(errors='replace')).hexdigest()[:8]}"

    @property
    def open(self) -> bool:
        """Whether everybody may come in."""
        return not self._tokens

    async def ready(self) -> None:
        """Look up who was invited, where that is due."""
        if self._invited is not None and not self.open:
            await self._invited.fresh()

    def who(self, scope: Scope, headers: Headers) -> Visitor | None:
        """Who sent a request, by its cookie, its header or its address; None where nobody is known by them."""
        cookie = cookie_parser(headers.get("cookie", "")).get(self.cookie, "")
        by_cookie = (name for name, token in self._tokens.items() if _same(cookie, token_digest(token)))
        name = next(by_cookie, None)
        if name is not None:
            return Visitor(name, "own")
        guest = self._invited.by_cookie(cookie) if self._invited else None
        if guest is not None:
            return Visitor(guest.name, guest.role)
        given = (headers.get("authorization", "").removeprefix("Bearer "), token_in(scope) or "")
        return next(filter(None, map(self.of, given)), None)

    def of(self, token: str) -> Visitor | None:
        """Whose token this is: who started the server, and those whom he named, own the case."""
        name = next((name for name, own in self._tokens.items() if _same(token, own)), None)
        if name is not None:
            return Visitor(name, "own")
        guest = self._invited.by_token(token) if self._invited else None
        return Visitor(guest.name, guest.role) if guest else None

    async def welcome(self, token: str, place: str, send: Send) -> None:
        """Put a token into the cookie and go on to a page of this server."""
        cookie = f"{self.cookie}={token_digest(token)}; Path=/; HttpOnly; SameSite=Lax"
        headers = [(b"location", local_place(place).encode()), (b"set-cookie", cookie.encode())]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


def token_in(scope: Scope) -> str | None:
    """A token in the address, as a link to the server has it."""
    values = parse_qs(scope["query_string"].decode("latin-1")).get("token")
    return values[0] if values else None


def place_of(scope: Scope) -> str:
    """The address that was asked for, without a token in it, where it would be seen and kept."""
    pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True, encoding="latin-1")
    query = urlencode([pair for pair in pairs if pair[0] != "token"], encoding="latin-1")
    path = "/" + quote(scope["path"].lstrip("/"))  # two strokes would lead to another host
    return f"{path}?{query}" if query else path


def local_place(place: str) -> str:
    """A page of this server; an address that leads elsewhere leads to the case."""
    local = place.startswith("/") and not place.startswith(("//", "/\\")) and place.isprintable() and place.isascii()
    return place if local else "/"


async def sent_form(receive: Receive) -> dict[str, str]:
    """The fields of the form for the token; none where it is too long."""
    body = b""
    while len(body) <= LONGEST:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            return dict(parse_qsl(body.decode("latin-1"), encoding="utf-8", errors="replace"))
    return {}


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(errors="replace"), other.encode())
