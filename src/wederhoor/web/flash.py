"""What was just saved, for the one page that is shown next: said and offered to be undone to who did it, and to nobody else.

It travels in a cookie that this server signed and takes back when it was shown. Nothing in an address offers to undo anything.
"""

from __future__ import annotations

import hmac
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Sequence
from typing import Final

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from wederhoor.records.prepared import prepared
from wederhoor.web.settings import Settings

LASTS: Final = 60
"""Seconds within which the page has to come."""


class Made(msgspec.Struct, frozen=True, array_like=True):
    """The entries of the log that one form made, the place to which their undoing leads, and until when that is said."""

    entries: tuple[int, ...]
    back: str
    until: int


def flash(response: Response, settings: Settings, entries: Sequence[int], back: str) -> Response:
    """Let the next page say that this was saved."""
    told = msgspec.json.encode(Made(tuple(entries), back, int(time.time()) + LASTS))
    value = f"{urlsafe_b64encode(told).decode()}.{_sign(settings, told)}"
    response.set_cookie(_name(settings), value, max_age=LASTS, httponly=True, samesite="strict")
    return response


def made_before(request: Request, settings: Settings) -> Made | None:
    """What the page before saved; None where it saved nothing, or that was not said by this server."""
    text, _, signature = request.cookies.get(_name(settings), "").partition(".")
    try:
        told = urlsafe_b64decode(text.encode())
        if not hmac.compare_digest(signature.encode(), _sign(settings, told).encode()):
            return None
        made = msgspec.json.decode(told, type=prepared(Made))
    except (Error, ValueError, msgspec.DecodeError):
        return None
    return made if made.entries and made.until >= time.time() else None


def taken_back(response: Response, settings: Settings) -> None:
    """It was shown."""
    response.delete_cookie(_name(settings), httponly=True, samesite="strict")


def _name(settings: Settings) -> str:
    return f"wederhoor-made-{settings.port}"  # cookies know no ports


def _sign(settings: Settings, told: bytes) -> str:
    return hmac.new(settings.secret, told, "sha256").hexdigest()
