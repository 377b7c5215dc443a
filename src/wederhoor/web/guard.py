"""Who may ask what: the outermost layer of the server. Nothing behind it sees a request that it refuses.

- On loopback the Host has to be loopback too, else a page of another site could read the case by DNS rebinding.
- A token is asked for, once: it becomes a cookie, and says who it is (``entry``).
- Pages of other sites may link here, but bring nothing in: they could have models run.
- What changes something has to come from a page of this server (Sec-Fetch-Site, Origin), and to carry its CSRF token, which
  ``forms.same_page`` checks.
- Bodies have a limit. Every answer says what a page may load: its own styles and scripts, nothing else.
"""

from __future__ import annotations

import logging
import re
from typing import Final
from urllib.parse import unquote_to_bytes, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wederhoor.errors import Code
from wederhoor.web.answers import HEADERS_ONLY, PLACE, refusal
from wederhoor.web.entry import DOOR, TokenEntry, local_place, place_of, sent_form, token_in
from wederhoor.web.invited import Invited
from wederhoor.web.settings import LOOPBACK, Settings

_log = logging.getLogger(__name__)
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OWN: Final = frozenset({"same-origin", "none"})
"""What a browser says of a request from a page of this server, and of one from no page (Sec-Fetch-Site)."""
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


WHO: Final = "wederhoor.who"
"""In the scope of a request: who sent it, a Visitor."""
FOR_READERS: Final = frozenset({DOOR, "/runs/cancel"})
"""What those who may only read send all the same."""
STYLES: Final = "/assets/"
TEXTS: Final = "/texts"
"""Where texts are put in: more than a form may be."""
NO_TEXT: Final = "it is not in UTF-8, or has a NUL in it"
_HOST: Final = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?")


class Guard:
    """Wraps the application; see the module. ``case`` is where the case lies, by which its cookie is named."""

    def __init__(self, app: ASGIApp, settings: Settings, case: str = "", invited: Invited | None = None) -> None:
        self._app = app
        self._settings = settings
        self._entry = TokenEntry(settings.tokens, settings.port, case, invited)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or hand it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        only = scope["method"] == "HEAD"

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    own[name] = value
                own.setdefault("cache-control", "no-store")  # texts do not stay in the browser's cache
            elif only:
                message = {**message, "body": b""}
            await send(message)

        await self._entry.ready()
        refused = self._refused(scope, headers)
        if refused is not None:
            status, code, values = refused
            await refusal(scope, status, code, **values)(scope, receive, dressed)
            return
        if not self._entry.open and (scope["path"] == DOOR or token_in(scope) is not None):
            await self._let_in(scope, receive, dressed)
            return
        await self._pass_on(scope, headers, receive, dressed)

    async def _pass_on(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        """Hand a request on as the application is to see it, with who sent it and with all that was sent."""
        if scope["method"] not in SAFE:
            body = await _body(receive, self._longest(scope))
            if body is None:
                await refusal(scope, 413, "W905")(scope, receive, send)
                return
            if "urlencoded" in headers.get("content-type", "") and not _is_text(body):
                await refusal(scope, 400, "W908", why=NO_TEXT)(scope, receive, send)
                return
            receive = _again(body, receive)
        who = self._entry.who(scope, headers)
        known = {WHO: who} if who else {}
        asked = {"method": "GET", HEADERS_ONLY: True} if scope["method"] == "HEAD" else {}
        await self._answer({**scope, **known, **asked, "query_string": _chosen(scope["query_string"])}, receive, send)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Go on to what was asked for, with the token in a cookie; where the form has a wrong one, ask again."""
        token, place = token_in(scope), place_of(scope)
        if scope["path"] == DOOR:
            form = await sent_form(receive) if scope["method"] == "POST" else {}
            token, place = form.get("token", "").strip(), form.get("back", "/")
        if token and self._entry.of(token):
            await self._entry.welcome(token, place, send)
        else:
            await refusal({**scope, PLACE: local_place(place)}, 401, "W903")(scope, receive, send)

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

    def _longest(self, scope: Scope) -> int:
        """Bytes that may be sent at most."""
        return self._settings.upload_limit if scope["path"] == TEXTS else self._settings.body_limit

    def _public(self, scope: Scope) -> bool:
        """Whether everybody may have this: the door, and its styles, which are the same for every case."""
        return self._entry.open or scope["path"] == DOOR or scope["path"].startswith(STYLES)

    def _barred(self, scope: Scope, headers: Headers) -> tuple[int, Code, dict[str, str]] | None:
        """Who is not known comes in nowhere but at the door; who may only read changes nothing."""
        visitor = self._entry.who(scope, headers)
        if visitor is None:
            return None if self._public(scope) else (401, "W903", {})
        reads = scope["method"] in SAFE or scope["path"] in FOR_READERS
        return None if reads or visitor.role != "read" else (403, "W923", {})

    def _refused(self, scope: Scope, headers: Headers) -> tuple[int, Code, dict[str, str]] | None:
        name = _name(headers.get("host", ""))
        if name is None or (self._settings.local and name not in LOOPBACK):
            return 421, "W902", {}
        changes = scope["method"] not in SAFE
        if (barred := self._barred(scope, headers)) is not None:
            return barred
        if (changes and not _own_page(headers)) or (not changes and _brought_in(headers)):
            return 403, "W904", {}
        if not _is_text((scope.get("raw_path") or scope["path"].encode()) + b"?" + scope["query_string"]):
            return 400, "W908", {"why": NO_TEXT}
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._longest(scope):
            return 413, "W905", {}
        return None


def _chosen(query: bytes) -> bytes:
    """The query without what is empty: a form sends all of its fields, and one that was left open chooses nothing."""
    return b"&".join(part for part in query.split(b"&") if part and not part.endswith(b"="))


def _name(host: str) -> str | None:
    """The host without its port; None where it is none."""
    found = _HOST.fullmatch(host)
    return found and found[1].strip("[]").lower()


def _is_text(sent: bytes) -> bool:
    """Whether an address or a form is text."""
    try:
        return "\0" not in unquote_to_bytes(sent).decode()
    except UnicodeDecodeError:
        return False


def _own_page(headers: Headers) -> bool:
    """Whether the request comes from a page of this server, or from no page at all."""
    if headers.get("sec-fetch-site", "same-origin") not in OWN:
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")


def _brought_in(headers: Headers) -> bool:
    """Whether a page of another site asks for something to use it, and is no link that somebody follows."""
    if headers.get("sec-fetch-site", "same-origin") in OWN:
        return False
    return headers.get("sec-fetch-mode") != "navigate" or headers.get("sec-fetch-dest", "document") != "document"


async def _body(receive: Receive, most: int) -> bytes | None:
    """All that was sent; None where it is longer than it may be."""
    body = bytearray()
    while len(body) <= most:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            return bytes(body)
    return None


def _again(body: bytes, receive: Receive) -> Receive:
    """What was sent, once more, and then what comes after it."""
    waiting = [body]

    async def again() -> Message:
        return {"type": "http.request", "body": waiting.pop(), "more_body": False} if waiting else await receive()

    return again
