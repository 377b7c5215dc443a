"""Styles and scripts, by name: only those of the list are there."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.web.ask import REFUSALS
from wederhoor.web.rendering import ASSETS, KINDS, asset_address, asset_bytes

router = APIRouter()
KEPT = {"cache-control": "public, max-age=31536000, immutable"}


@router.get("/assets/{version}/{name}", response_class=Response, responses=REFUSALS, include_in_schema=False)
async def asset(version: Annotated[str, Path(max_length=64)], name: Annotated[str, Path(max_length=64)]) -> Response:
    """A style or a script. Raises W907."""
    if name not in ASSETS or asset_address(name) != f"/assets/{version}/{name}":
        raise WederhoorError("W907")
    return Response(asset_bytes(name), media_type=KINDS["." + name.rsplit(".", 1)[1]], headers=KEPT)
