"""Opening the main pages once before the first reader comes, who else would wait until templates and queries are put together."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Final

from starlette.types import ASGIApp

from wederhoor.web.settings import Settings

_ASGI: Final = {"version": "3.0", "spec_version": "2.4"}
"""From 2.4 on a table that is sent in parts does not wait to hear that its reader is gone: this one never is."""
PAGES: Final = (
    "/case", "/documents", "/documents/1", "/accounts", "/accounts/1", "/accounts/1/model", "/sides?who=1&who=2", "/conflicts",
    "/conflicts/across", "/timeline", "/ledger", "/review", "/corrections", "/search?q=de+het", "/search?q=de+het&in=text",
    "/statements", "/issues", "/actors", "/actors/1", "/network", "/map", "/statements?speaker=1", "/ledger/speakers",
    "/agreement", "/people", "/texts", "/help", "/documents?order=statements", "/actors?kind=person", "/map/place?name=De",
    "/review?doubt=far", "/search?q=d*", "/documents/1/statements/A1", "/documents/1.json", "/documents.csv",
)  # fmt: skip


async def open_pages(app: ASGIApp, settings: Settings) -> None:
    """Ask the application for each page, as a Dutch reader of this machine would, who gets then what it answered."""
    headers = [
        (b"host", f"{settings.host}:{settings.port}".encode()),
        (b"accept-language", b"nl"),
        (b"authorization", f"Bearer {next(iter(settings.tokens.values()), None)}".encode()),
    ]
    for page in PAGES:
        path, _, query = page.partition("?")
        scope = {
            "type": "http", "asgi": _ASGI, "http_version": "1.1", "method": "GET", "scheme": "http", "path": path,
            "raw_path": path.encode(), "root_path": "", "query_string": query.encode(), "headers": headers,
            "client": ("127.0.0.1", 0), "server": ("127.0.0.1", settings.port),
        }  # fmt: skip
        await app(scope, _nothing_more, _away)


async def _nothing_more() -> MutableMapping[str, Any]:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _away(_: MutableMapping[str, Any]) -> None:
    """Nobody reads it."""
