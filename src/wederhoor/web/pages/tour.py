"""Help: a short tour of the pages and the words that they use, in plain words; it opens beside the page that one is on."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from wederhoor.records.prepared import prepared
from wederhoor.web.ask import Asked

router = APIRouter()


class TourStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page of the tour, and what one does there."""

    page: str
    title: str
    told: str


class HelpWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tour, and what words mean, in one language."""

    steps: tuple[TourStep, ...]
    glossary: dict[str, str]


@cache
def help_words(code: str) -> HelpWords:
    """The help in a language that pages have."""
    return msgspec.toml.decode(
        files("wederhoor.web").joinpath(f"help.{code}.toml").read_bytes(), type=prepared(HelpWords)
    )


@router.get("/help", response_class=Response, tags=["help"])
def help_page(ask: Asked) -> Response:
    """The tour and the glossary, as a page or beside one."""
    template = "help.html.j2" if ask.by_htmx else "help_page.html.j2"
    return ask.page(template, told=help_words(ask.words.code), whole=not ask.by_htmx)
