"""``wederhoor cases``: what is in cases."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wederhoor.exchange.visible import visible

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from wederhoor.store.answers import Summary
    from wederhoor.store.row_types import DocumentRow

EXAMPLES = """
**Examples**

    wederhoor cases harbour.db

    wederhoor cases harbour.db --documents --format json
"""
Cases = Annotated[
    list[str],
    typer.Argument(metavar="CASE...", help="Files of cases, or addresses: postgresql://user@host/name."),
]


class CasesFormat(StrEnum):
    """How the contents are written."""

    text = "text"
    json = "json"


def cases_command(
    places: Cases,
    documents: Annotated[bool, typer.Option("--documents", help="List the documents too.")] = False,
    form: Annotated[
        CasesFormat, typer.Option("--format", "-f", help="text, or json: one object per line for each case.")
    ] = CasesFormat.text,
) -> None:
    """Say what is in a case: documents, statements, speakers, corrections, and the versions that read it."""
    from wederhoor.store import open_store, summary

    for place in places:
        with open_store(place) as store, store.reading() as db:
            for notice in store.notices:
                typer.echo(f"wederhoor: {notice}", err=True)
            rows = _all_documents(db) if documents else []
            found = summary(db)
            if form is CasesFormat.json:
                extra = {"document_list": rows} if documents else {}
                typer.echo(msgspec.json.encode({"case": store.where, **msgspec.to_builtins(found), **extra}).decode())
            else:
                typer.echo(_told(store.where, found))
                for row in rows:
                    typer.echo(
                        f"  {row.doc}  {row.date or '-'}  {row.statements} statements  {row.title or ''}".rstrip()
                    )


def _all_documents(db: Connection) -> list[DocumentRow]:
    from wederhoor.store import list_documents

    found: list[DocumentRow] = []
    after = None
    while True:
        page = list_documents(db, after=after, limit=1_000)
        found += page.rows
        after = page.next
        if after is None:
            return found


def _told(where: str, found: Summary) -> str:
    days = (
        ""
        if found.first is None
        else f" of {found.first} to {found.last}"
        if found.first != found.last
        else f" of {found.first}"
    )
    lines = [
        where,
        *(f"  {visible(line)}" for line in (found.description or "").splitlines()),
        f"  {found.documents} documents{days}",
        f"  {found.statements} statements by {found.speakers} speakers, {found.events} events, {found.forecasts} forecasts",
        f"  {found.corrections} corrections{f', {found.stale} of which find nothing to correct' if found.stale else ''}",
        *(f"  read by {versions}" for versions in found.made_by),
        f"  last import {found.imported_at or 'never'}; tables of revision {found.revision}",
    ]
    return "\n".join(lines)


cases_command.__doc__ = f"{cases_command.__doc__}\n{EXAMPLES}"
