"""Texts in place of models: the options that say which texts, and whose account of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from wederhoor.cli.case_input import Join
from wederhoor.cli.case_part import ChosenPart
from wederhoor.cli.shared_options import Shared
from wederhoor.cli.texts import Actors, Date, HowToRead, Lexicon, MaxMb, Metadata, Pipeline
from wederhoor.documents import LIMIT_MB

Texts = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE...", help="Texts, folders of them, or - for standard input; in place of --model."),
]
AccountName = Annotated[
    str | None,
    typer.Option("--account", metavar="NAME", help="Whose account of the texts: a name, a part of one, or an id."),
]
AccountNames = Annotated[
    list[str] | None,
    typer.Option(
        "--account", metavar="NAME", help="Whose accounts of the texts; all that have what is pressed if left out."
    ),
]
Edits = Annotated[
    Path | None,
    typer.Option(
        "--edits", metavar="FILE", help="Your own changes to the variables and links of the texts, one a line."
    ),
]
WithAuthor = Annotated[
    bool, typer.Option("--with-author", help="Let what the author of the texts says count with what the speaker says.")
]
Merged = Annotated[
    bool,
    typer.Option(
        "--merged", help="One model of all accounts: who holds each link, who denies it, who gives it another sign."
    ),
]


class FromTexts(msgspec.Struct, frozen=True, kw_only=True):
    """What a user says of texts and whose account of them is meant."""

    texts: list[str]
    how: HowToRead
    accounts: tuple[str, ...] = ()
    edits: Path | None = None
    with_author: bool = False
    joins: tuple[str, ...] = ()
    merged: bool = False


def _how(
    date: Date = None,
    metadata: Metadata = None,
    actors: Actors = None,
    lexicon: Lexicon = None,
    pipeline: Pipeline = None,
    max_mb: MaxMb = LIMIT_MB,
    *,
    chosen: ChosenPart,
) -> HowToRead:
    """Without the language of the texts: --lang is that of the words around a result here."""
    return HowToRead(
        date=date, pipeline=pipeline, max_mb=max_mb, actors=actors, lexicon=lexicon, part=chosen, metadata=metadata
    )


HowToModel = Annotated[HowToRead, Shared(_how)]


def _of_one(
    texts: Texts = None,
    account: AccountName = None,
    edits: Edits = None,
    with_author: WithAuthor = False,
    merged: Merged = False,
    join: Join = None,
    *,
    how: HowToModel,
) -> FromTexts:
    accounts = () if account is None else (account,)
    return FromTexts(
        texts=texts or [],
        how=how,
        accounts=accounts,
        edits=edits,
        with_author=with_author,
        joins=tuple(join or ()),
        merged=merged,
    )


def _of_several(
    texts: Texts = None,
    account: AccountNames = None,
    edits: Edits = None,
    with_author: WithAuthor = False,
    join: Join = None,
    *,
    how: HowToModel,
) -> FromTexts:
    return FromTexts(
        texts=texts or [],
        how=how,
        accounts=tuple(name for name in account or () if name),
        edits=edits,
        with_author=with_author,
        joins=tuple(join or ()),
    )


OneAccount = Annotated[FromTexts, Shared(_of_one)]
"""What a user says of texts and of the one account in them that he means."""
Accounts = Annotated[FromTexts, Shared(_of_several)]
"""The same of the accounts that he means, none where he names none."""
