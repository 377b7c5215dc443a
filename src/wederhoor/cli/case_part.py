"""The part of a case that a command takes, where it is too big to be compared as a whole, or not all of it is meant."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Annotated, Final, TypeVar

import msgspec
import typer

from wederhoor.api.case import TOGETHER
from wederhoor.cli.shared_options import Shared
from wederhoor.errors import WederhoorError

if TYPE_CHECKING:
    from sqlalchemy import Connection

Thing = TypeVar("Thing")
FEW: Final = 50
"""Documents that are there before anyone would look for a bar."""


def _day(given: str | None) -> str | None:
    try:
        return None if given is None else dt.date.fromisoformat(given).isoformat()
    except ValueError:
        raise typer.BadParameter("a day is written YYYY-MM-DD") from None


Speaker = Annotated[
    str | None,
    typer.Option("--speaker", metavar="NAME", help="Of a case, only the documents in which this one speaks."),
]
Docs = Annotated[list[str] | None, typer.Option("--doc", metavar="NAME", help="Of a case, only this document.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", callback=_day, help="Of a case, only documents since this day.")
]
Most = Annotated[
    int, typer.Option("--documents", min=1, help="Documents of a case to compare at most; time grows with the square.")
]


class Part(msgspec.Struct, frozen=True):
    """Which documents of a case; ``most`` is how many there may be, None if they are taken one by one."""

    speaker: str | None = None
    docs: tuple[str, ...] = ()
    since: str | None = None
    most: int | None = None


def part(speaker: Speaker = None, doc: Docs = None, since: Since = None, documents: Most = TOGETHER) -> Part:
    """A part from the options of a command."""
    return Part(speaker, tuple(doc or ()), since, documents)


ChosenPart = Annotated[Part, Shared(part)]


def documents_of(db: Connection, chosen: Part, where: str) -> list[str]:
    """The names of the documents. Raises W808 (no such document or speaker) and W815 (too many to compare)."""
    from wederhoor.store import choose_documents

    found = choose_documents(db, speaker=chosen.speaker, docs=chosen.docs, since=chosen.since)
    if chosen.most is not None and len(found) > chosen.most:
        raise WederhoorError("W815", where=where, count=len(found), most=chosen.most)
    return found


def shown_progress(things: Iterable[Thing], count: int, what: str) -> Iterator[Thing]:
    """The things; on a terminal, where there are many, with a bar on standard error."""
    if count < FEW or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(things, total=count, description=what, console=Console(stderr=True), transient=True)


def at_work(count: int, what: str) -> AbstractContextManager[object]:
    """On a terminal a sign of life on standard error, for work that has no steps to count."""
    if count < FEW or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(what)
