"""Texts put in at the pages, what is said of them, and texts taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Annotated, Final, Literal

import msgspec
from fastapi import APIRouter, File, Form, UploadFile
from pydantic import AfterValidator, BeforeValidator, Field
from sqlalchemy import Connection
from starlette.responses import Response

from wederhoor.documents import TABLE_NAMES, KnownOfText, Table, table_of
from wederhoor.errors import WederhoorError
from wederhoor.exchange import local
from wederhoor.store.corrections import correct
from wederhoor.store.descriptions import Told, description_payload, to_read_again
from wederhoor.store.pages import undated_documents
from wederhoor.store.reading import stored_reading
from wederhoor.store.row_types import DocumentRow
from wederhoor.store.writing import remove_document
from wederhoor.web.ask import REFUSALS, Ask, Asked, Day, Number, shown_at
from wederhoor.web.forms import go_back
from wederhoor.web.guard import TEXTS
from wederhoor.web.intake import Intake, Outcome, Progress, Sent, doc_of
from wederhoor.web.queries import document_numbers, document_of
from wederhoor.web.seen import check_text

router = APIRouter()
UNDATED: Final = 25
"""Texts without a date that are asked about at once."""
TITLE: Final = 60
"""Letters of a text by which it is called where nobody says how."""
MOST: Final = 500
"""Files of one form."""
SENT: Final = {**REFUSALS, 303: {"description": "Taken: back to the page, which says how far it is"}}


def _given(value: object) -> object:
    """What was left open says nothing."""
    return None if isinstance(value, str) and not value.strip() else value


def _known(lang: str | None) -> str | None:
    if lang is not None and lang not in local.LANGUAGES:
        raise ValueError("no language of the program: " + ", ".join(local.LANGUAGES))
    return lang


Word = Annotated[str | None, Form(max_length=500), BeforeValidator(_given)]
Name = Annotated[Annotated[str, Field(max_length=500)] | None, BeforeValidator(_given)]
On = Annotated[Day | None, BeforeValidator(_given)]
Language = Annotated[
    str | None, Form(json_schema_extra={"enum": [*local.LANGUAGES]}), AfterValidator(_known), BeforeValidator(_given)
]


class TextsPage(msgspec.Struct, frozen=True):
    """How far the texts are that were put in, with the numbers of those that are kept, and some whose day nobody knows."""

    progress: Progress
    numbers: dict[str, int]
    undated: tuple[DocumentRow, ...]
    undated_in_all: int


@shown_at(router, TEXTS)
def texts(ask: Asked) -> Response:
    """The form that takes texts in, and what became of those that were."""
    return _shown(ask, "texts.html.j2")


@router.get(TEXTS + "/progress", response_class=Response, responses=REFUSALS, include_in_schema=False)
def progress(ask: Asked) -> Response:
    """That part of the page alone."""
    return _shown(ask, "texts_progress.html.j2")


def _shown(ask: Ask, template: str) -> Response:
    ask.passing = True
    found = _intake(ask).progress()
    with ask.store.reading() as db:
        numbers = document_numbers(db, {one.doc for one in found.outcomes if one.doc})
        page = TextsPage(found, numbers, *undated_documents(db, UNDATED))
    return ask.answer(template, page, found.outcomes, Outcome)


@router.post(TEXTS, response_class=Response, responses=SENT, tags=["texts"])
def put(
    ask: Asked,
    text: Annotated[str, Form(description="A text itself.")] = "",
    files: Annotated[list[UploadFile], File(max_length=MOST, description="Files of any form that is read.")] = [],  # noqa: B006
    title: Word = None,
    date: Annotated[On, Form()] = None,
    publisher: Word = None,
    lang: Language = None,
) -> Response:
    """Put a text in, or files; what is said here of them goes before what they say of themselves."""
    told = KnownOfText(lang=lang, date=date.isoformat() if date else None, publisher=publisher)
    sent = _sent_files(ask, files, told)
    if len(sent) == 1 and title:
        sent = [sent[0]._replace(told={**sent[0].told, "title": title})]
    if text.strip():
        called = title or " ".join(text.strip().splitlines()[0].split())[:TITLE]
        sent.append(Sent(called, text.encode(), {**told, "doc": doc_of(called), "title": title}))
    if not sent:
        raise WederhoorError("W908", why="there is neither a text nor a file in it")
    for one in sent:
        _intake(ask).put(one)
    return go_back(TEXTS)


def _sent_files(ask: Ask, files: Sequence[UploadFile], told: KnownOfText) -> list[Sent]:
    """The files with texts in them, each with what is known of it. Tables of metadata and hidden files are none of these."""
    named = {file: PurePath(file.filename).name for file in files if file.filename}
    tables = _tables(ask, [file for file, name in named.items() if name in TABLE_NAMES])
    rest = [file for file, name in named.items() if name not in TABLE_NAMES and not name.startswith(".")]
    return [_sent(file.filename or "", file.file.read(), told, tables) for file in rest]


def _tables(ask: Ask, files: Sequence[UploadFile]) -> list[Table]:
    """The tables of metadata among some files; what cannot be used of them is told with what becomes of the texts."""
    found = []
    for file in files:
        name = file.filename or ""
        try:
            table = table_of(file.file.read(), Path(name))
        except WederhoorError as error:
            _intake(ask).tell(name, error)
            continue
        found.append(table)
        for one in table.notices:
            _intake(ask).tell(name, one)
    return sorted(found, key=lambda table: -len(table.path.parts))  # the nearest goes first


def _sent(name: str, data: bytes, told: KnownOfText, tables: Sequence[Table]) -> Sent:
    """A file with what is known of it: its row in a table in its folder or above, else what the form says of all."""
    path = Path(name)
    near = (table for table in tables if path.is_relative_to(table.path.parent))
    row = next(filter(None, (table.row_for(path, Path()) for table in near)), None)
    own: KnownOfText = {**told, "doc": doc_of(name)}
    if row is not None:
        own["date"], own["publisher"] = row.date or own.get("date"), row.outlet or own.get("publisher")
        own["title"], own["url"], own["lang"] = row.title, row.url, row.language or own.get("lang")
    return Sent(name, data, own)


@router.post(TEXTS + "/language", response_class=Response, responses=SENT, tags=["texts"])
def read_as(
    ask: Asked,
    number: Annotated[int, Form(ge=1, le=2**31 - 1, description="`again` of what was not read.")],
    lang: Annotated[str, Form(json_schema_extra={"enum": [*local.LANGUAGES]}), AfterValidator(_known)],
) -> Response:
    """Say in which language a text is that was put in, where that could not be told: it is read then."""
    _intake(ask).read_as(number, lang)
    return go_back(TEXTS)


@router.post("/documents/{number}/about", response_class=Response, responses=SENT, tags=["texts"])
def about(
    ask: Asked,
    number: Number,
    seen: Annotated[str, Form(max_length=64)] = "",
    title: Word = None,
    date: Annotated[On, Form()] = None,
    publisher: Word = None,
    lang: Language = None,
) -> Response:
    """Say of a text what it is called, when and where it appeared, and in which language it is: it is read again with that."""
    day = date.isoformat() if date else None
    with ask.writing() as db:
        doc = document_of(db, number)
        check_text(stored_reading(db, doc), seen)
        said: Told = {"title": title, "date": day, "publisher": publisher}
        sent = _described(ask, db, doc, {**said, "lang": lang} if lang else said)
    take_in(ask, sent)
    return go_back(TEXTS)


@router.post(TEXTS + "/dates", response_class=Response, responses=SENT, tags=["texts"])
def date_texts(
    ask: Asked,
    number: Annotated[list[Annotated[int, Field(ge=1, le=2**31 - 1)]], Form(max_length=UNDATED)],
    date: Annotated[list[On], Form(max_length=UNDATED, description="Of each of them; empty where it is not known.")],
    publisher: Annotated[list[Name], Form(max_length=UNDATED, description="Likewise, or none at all.")] = [],  # noqa: B006
    title: Annotated[list[Name], Form(max_length=UNDATED, description="Likewise.")] = [],  # noqa: B006
) -> Response:
    """Say of several texts when and where they appeared, and what they are called: they are read again with that."""
    nothing: list[str | None] = [None] * len(number)
    asked = [one or nothing for one in (publisher, title)]
    if len(date) != len(number) or any(len(one) != len(number) for one in asked):
        raise WederhoorError("W908", why="there is not one date for each text")
    with ask.writing() as db:
        sent = []
        for one, day, outlet, called in zip(number, date, *asked, strict=True):
            told: Told = {"date": day.isoformat() if day else None, "publisher": outlet, "title": called}
            given: Told = {field: value for field, value in told.items() if value}
            sent.append(_described(ask, db, document_of(db, one), given))
    take_in(ask, *sent)
    return go_back(TEXTS)


def _described(ask: Ask, db: Connection, doc: str, said: Told) -> Sent | None:
    """Write down what somebody says of a text; gives it as it is to be read now, None where all of it was known."""
    payload = description_payload(db, doc, said)
    if payload is None:
        return None
    return sent_again(db, correct(db, ask.settings.who, "describe", payload=payload).id)


def take_in(ask: Ask, *sent: Sent | None) -> None:
    """Have texts read; once what is said of them is written, for by that they are read. Raises W905."""
    for one in filter(None, sent):
        _intake(ask).put(one)


def sent_again(db: Connection, entry: int) -> Sent | None:
    """The text that an entry of the log describes, or no longer describes, as it is to be read now; None of other entries."""
    document = to_read_again(db, entry)
    if document is None:
        return None
    return Sent(document.title or document.doc, document.text.encode(), {}, again=document)


@router.post("/documents/{number}/remove", response_class=Response, responses=SENT, tags=["texts"])
def remove(
    ask: Asked,
    number: Number,
    sure: Annotated[Literal["yes"], Form(description="That it is meant.")],  # noqa: ARG001  # without it nothing is removed
    seen: Annotated[str, Form(max_length=64)] = "",
) -> Response:
    """Take a text out of the case. What people said of it stays, should it come again."""
    ask.check_owner()
    with ask.writing() as db:
        doc = document_of(db, number)
        check_text(stored_reading(db, doc), seen)
        remove_document(db, doc)
    return go_back("/documents")


def _intake(ask: Ask) -> Intake:
    intake: Intake = ask.request.app.state.intake
    return intake
