"""Whether the server is there, asked by a page before it sends what somebody typed; after a restart its forms go on."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from wederhoor.web.answers import as_json
from wederhoor.web.ask import REFUSALS, Asked

router = APIRouter()


class Alive(msgspec.Struct, frozen=True):
    """What the forms of this server carry. No page of another site can read it."""

    csrf: str


@router.get("/alive.json", response_class=Response, responses=REFUSALS, include_in_schema=False)
async def alive(ask: Asked) -> Response:
    """What forms have to carry now."""
    return as_json(Alive(ask.settings.csrf))
