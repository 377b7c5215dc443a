"""What the pages call a document: its title, as long as there is room for; one without is called as its file."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup
from sqlalchemy import Connection, select

from wederhoor.exchange.cases.names import short_title
from wederhoor.exchange.visible import visible
from wederhoor.store.opening import Store
from wederhoor.store.pages import findings_of
from wederhoor.store.schema import documents
from wederhoor.web.kept import Kept

Titles = dict[str, tuple[str, str]]
"""By the names of documents their titles, with the languages of these."""


class Called:
    """The documents of a case by what their readers call them. They are looked up once somebody asks."""

    def __init__(self, store: Store, found: Kept) -> None:
        self._store = store
        self._found = found

    def __call__(self, doc: str | None) -> Markup:
        """A document by its name in the case."""
        title, lang = self._titles.get(doc or "", ("", ""))
        return document_called(doc or "", title, lang)

    @cached_property
    def _titles(self) -> Titles:
        with self._store.reading() as db:
            return self._found.get(findings_of(db), "titles", lambda: _titles_in(db))


def document_called(doc: str, title: str | None, lang: str) -> Markup:
    """A document by its title and the language of that; the name of a file may break anywhere."""
    if not title:
        return Markup('<bdi class="file">{}</bdi>').format(visible(doc))
    return Markup('<bdi lang="{}">{}</bdi>').format(lang, visible(short_title(title)))


def _titles_in(db: Connection) -> Titles:
    d = documents.c
    return {row.doc: (row.title, row.lang) for row in db.execute(select(d.doc, d.title, d.lang)) if row.title}
