"""``wederhoor read --into``: readings that are kept in a case. What is there and has not changed is not read again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from wederhoor.cli.texts import CaseSource, Found, HowToRead, study_some
from wederhoor.documents import Row
from wederhoor.errors import notice
from wederhoor.version import VERSION

if TYPE_CHECKING:
    from wederhoor.records import Document, Study
    from wederhoor.store import Source, Store


MANY = 50
"""Documents after which the database takes stock."""


class Tally(msgspec.Struct):
    """What became of the texts."""

    new: int = 0
    replaced: int = 0
    unchanged: int = 0

    def __str__(self) -> str:
        return f"{self.new} new, {self.replaced} read again, {self.unchanged} unchanged"


def read_into(place: str, files: list[Found], how: HowToRead, *, again: bool) -> None:
    """Read texts into a case, each in a transaction of its own, and say what became of them.

    Raises WederhoorError as ``open_store`` does; exit code 2 where a text could not be read.
    """
    from wederhoor.store import open_store

    tally = Tally()
    with open_store(place, create=True) as store:
        for told in store.notices:
            typer.echo(f"wederhoor: {told}", err=True)
        keeper = _Keeper(store, how, tally)
        rest = [file for file in files if again or not keeper.knows(file)]
        complete = study_some(rest, how, keeper.keep, keeper.described) if rest else True
        settle(store, tally)
    if not complete:
        raise typer.Exit(2)


class _Keeper:
    """Puts what was read into a case, with where it came from."""

    def __init__(self, store: Store, how: HowToRead, tally: Tally) -> None:
        self._store = store
        self._how = how
        self._tally = tally
        self._sources: dict[str, tuple[str, str | None]] = {}
        self._rows: dict[str, Row | None] = {}

    def knows(self, file: Found) -> bool:
        """Whether the case has the very bytes of a file, read by these versions and options."""
        from wederhoor.corpora.settings import file_digest
        from wederhoor.store import find_known

        if file is None or isinstance(file, CaseSource):
            return False
        origin, digest = digest_of(os.path.abspath(file.path)), file_digest(file.path)  # noqa: PTH100  # links keep their names
        self._sources[file.doc] = origin, digest
        self._rows[file.doc] = file.row
        with self._store.reading() as db:
            known = find_known(db, file.doc, origin)
        same = known is not None and digest is not None and known.source_sha256 == digest
        if known is None or not same or known.read_with != read_with(self._how, known.lang, file.row):
            return False
        self._tally.unchanged += 1
        return True

    def described(self, document: Document) -> Document:
        """A text with what people said of it in the case."""
        from wederhoor.store import as_described, name_for

        with self._store.reading() as db:
            return as_described(db, document, name_for(db, document.doc, self._origin(document)[0], document.sha256))

    def keep(self, document: Document, study: Study) -> None:
        """Put one document into the case."""
        from wederhoor.store import match_documents

        keep_study(self._store, study, self._source(document), self._tally)
        match_documents(self._store, 1)

    def _source(self, document: Document) -> Source:
        from wederhoor.store import Source

        origin, digest = self._origin(document)
        used = read_with(self._how, document.lang, self._rows.get(document.doc))
        return Source(origin=origin, sha256=digest, read_with=used, publisher=document.publisher)

    def _origin(self, document: Document) -> tuple[str, str | None]:
        """Where a text came from and the digest of its file; what came by a pipe is known by its text alone."""
        return self._sources.get(document.doc) or (digest_of(document.text), None)


def keep_study(store: Store, study: Study, source: Source, tally: Tally) -> None:
    """Put one document into a case, under a name that no text from another place has there, and count it."""
    from wederhoor.store import name_for, put_study

    doc, sha256 = study.reading.doc, study.reading.sha256
    with store.writing() as db:
        name = name_for(db, doc, source.origin, sha256)
        renamed = msgspec.structs.replace(study, reading=msgspec.structs.replace(study.reading, doc=name))
        outcome = put_study(db, renamed, source)
    if outcome == "replaced":
        tally.replaced += 1
        return
    tally.new += 1
    if name != doc:
        typer.echo(f"wederhoor: {notice('W810', where=doc, doc=name, name=doc)}", err=True)


def read_described(store: Store, entry: int) -> None:
    """Read the text again that an entry of the log describes, or no longer describes; of other entries nothing is done."""
    from wederhoor.store import Source, find_known, put_study, to_read_again

    with store.reading() as db:
        document = to_read_again(db, entry)
        known = find_known(db, document.doc, None) if document else None
    if document is None or known is None:
        return
    from wederhoor.reading import open_student  # no other correction needs the pipeline

    study = open_student(document.lang)(document)
    source = Source(origin=known.origin, sha256=known.source_sha256, publisher=document.publisher)
    with store.writing() as db:
        put_study(db, study, source)


def settle(store: Store, tally: Tally) -> None:
    """Match what has come into a case, those, too, that an import left which was stopped, and say what became of it."""
    from wederhoor.store import match_documents, summary

    match_documents(store)
    if tally.new + tally.replaced >= MANY:
        store.tidy()
    with store.reading() as db:
        documents = summary(db).documents
    typer.echo(f"{store.where}: {tally}; {documents} documents in all.")


def read_with(how: HowToRead, lang: str, row: Row | None = None) -> str:
    """The versions, the options and what a table says of the text, on which a reading depends, as one string."""
    from wederhoor.corpora.settings import file_digest, pipeline_version
    from wederhoor.languages.pack import load_pack

    pipeline = how.pipeline or load_pack(how.lang or lang).about.pipeline
    actors = None if how.actors is None else file_digest(how.actors)
    parts = {
        "wederhoor": VERSION,
        "pipeline": f"{Path(pipeline).name} {pipeline_version(pipeline)}",
        "date": how.date,
        "lang": how.lang,
        "actors": actors,
    }
    if how.lexicon is not None:
        parts["lexicon"] = file_digest(how.lexicon)
    if row is not None:
        parts["row"] = msgspec.json.encode(row).decode()
    return msgspec.json.encode(parts).decode()


def digest_of(words: str) -> str:
    """SHA-256 of words, by which a case knows a place without telling it."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
