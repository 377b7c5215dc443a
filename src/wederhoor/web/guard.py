"""Who may ask what: the outermost layer of the server. Nothing behind it sees a request that it refuses.

- On loopback the Host has to be loopback too, else a page of another site could read the case by DNS rebinding.
- Elsewhere a token is asked for, once: it becomes a cookie.
- What changes something has to come from a page of this server (Sec-Fetch-Site, Origin), and to carry its CSRF token, which
  ``forms.same_page`` checks.
- Bodies have a limit. Every answer says what a page may load: its own styles and scripts, nothing else.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wederhoor.errors import Code
from wederhoor.web.answers import refusal
from wederhoor.web.settings import LOOPBACK, Settings

_log = logging.getLogger(__name__)
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
COOKIE: Final = "wederhoor-token"
HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with no-referrer a form would say that it comes from nowhere
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Wraps the application; see the module."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or hand it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    own[name] = value
                own.setdefault("cache-control", "no-store")  # texts do not stay in the browser's cache
            await send(message)

        refused = self._refused(scope, headers)
        if refused is not None:
            await refusal(scope, *refused)(scope, receive, dressed)
            return
        if self._settings.token is not None and (token := _given(scope)) is not None:
            await _welcome(scope, token, dressed)
            return
        await self._answer(
            {**scope, "query_string": _chosen(scope["query_string"])},
            _limited(receive, self._settings.body_limit),
            dressed,
        )

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What the application says; an error that nobody foresaw is logged, and told without its insides."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception:  # noqa: BLE001  # whatever it is, the reader gets an answer
            _log.exception("%s %s", scope["method"], scope["path"])
            if not begun:
                await refusal(scope, 500, "W912")(scope, receive, send)

    def _refused(self, scope: Scope, headers: Headers) -> tuple[int, Code] | None:
        if self._settings.local and _name(headers.get("host", "")) not in LOOPBACK:
            return 421, "W902"
        if self._settings.token is not None and not _admitted(scope, headers, self._settings.token):
            return 401, "W903"
        if scope["method"] not in SAFE and not _own_page(headers):
            return 403, "W904"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._settings.body_limit:
            return 413, "W905"
        return None


def _chosen(query: bytes) -> bytes:
    """The query without what is empty: a form sends all of its fields, and one that was left open chooses nothing."""
    return b"&".join(part for part in query.split(b"&") if part and not part.endswith(b"="))


def _name(host: str) -> str:
    """The host without its port; empty where it is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _given(scope: Scope) -> str | None:
    """A token in the address, as a link to the server has it."""
    values = parse_qs(scope["query_string"].decode("latin-1")).get("token")
    return values[0] if values else None


def _admitted(scope: Scope, headers: Headers, token: str) -> bool:
    bearer = headers.get("authorization", "").removeprefix("Bearer ")
    cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
    return _same(cookie, _cookie(token)) or any(_same(given, token) for given in (bearer, _given(scope) or ""))


def _cookie(token: str) -> str:
    """What stands for the token in a cookie, whatever characters it has."""
    return hashlib.sha256(token.encode()).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(errors="replace"), other.encode())


def _own_page(headers: Headers) -> bool:
    """Whether the request comes from a page of this server, or from no page at all."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")


async def _welcome(scope: Scope, token: str, send: Send) -> None:
    """Take the token out of the address, where it would be seen and kept, into a cookie."""
    kept: Iterable[tuple[str, str]] = (
        (name, value)
        for name, values in parse_qs(scope["query_string"].decode("latin-1")).items()
        for value in values
        if name != "token"
    )
    query = urlencode([*kept])
    path = "/" + quote(scope["path"].lstrip("/"))  # two strokes would lead to another host
    place = f"{path}?{query}" if query else path
    cookie = f"{COOKIE}={_cookie(token)}; Path=/; HttpOnly; SameSite=Strict"
    headers = [(b"location", place.encode()), (b"set-cookie", cookie.encode())]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def _limited(receive: Receive, most: int) -> Receive:
    """The same body, which ends with an error where it is longer than it may be."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            return {"type": "http.disconnect"}
        return message

    return counted
