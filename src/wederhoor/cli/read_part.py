"""``wederhoor read --where --into``: a part of a corpus as a case, as it was read; nothing is read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from wederhoor.cli.case_part import shown_progress
from wederhoor.cli.read_into import Tally, digest_of, keep_study, settle
from wederhoor.corpora.folder import CorpusFolder
from wederhoor.errors import WederhoorError, asking_for_extras

if TYPE_CHECKING:
    from wederhoor.store import Store


def read_part(sources: list[str], where: str, into: str) -> None:
    """Take the documents of corpora for which a condition holds into a case, and say what became of them.

    Raises W822 (no corpus), W828 (no condition), W829 (no document), and as ``open_store`` does.
    """
    from wederhoor.store import open_store

    tally = Tally()
    with open_store(into, create=True) as store:
        for told in store.notices:
            typer.echo(f"wederhoor: {told}", err=True)
        for source in sources:
            _take(store, Path(source), where, tally)
        settle(store, tally)


def _take(store: Store, place: Path, where: str, tally: Tally) -> None:
    with asking_for_extras():
        from wederhoor.corpora.asking import asking, documents_where, studies_of
    from wederhoor.store import Source, find_known

    about = CorpusFolder(place).about()
    read_with = "" if about is None else about.read_with.key()
    with asking(place) as corpus:
        docs = documents_where(corpus, where)
        if not docs:
            raise WederhoorError("W829", where=place, condition=where)
        for study, publisher in shown_progress(studies_of(corpus, docs, str(place)), len(docs), "Taking in"):
            reading = study.reading
            origin = digest_of(f"{place.resolve()}#{reading.doc}")
            with store.reading() as db:
                known = find_known(db, reading.doc, origin)
            if known and (known.origin, known.sha256, known.read_with) == (origin, reading.sha256, read_with):
                tally.unchanged += 1
                continue
            source = Source(origin=origin, sha256=reading.sha256, read_with=read_with, publisher=publisher)
            keep_study(store, study, source, tally)
