"""Which documents of a case are meant: those in which somebody speaks, those of some names, those since a day."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from wederhoor.errors import WederhoorError
from wederhoor.store.listings import document_row, speaker_ids
from wederhoor.store.pages import find_speakers
from wederhoor.store.schema import documents, statements

NAMED = 5
"""Names that a message lists."""


def choose_documents(
    db: Connection, *, speaker: str | None = None, docs: Sequence[str] = (), since: str | None = None
) -> list[str]:
    """The names of the documents for which all that is given holds, in their order; all where nothing is.

    ``speaker`` is a name or a part of one, ``since`` a day (ISO 8601). Raises W808 where there is no such document or no such
    speaker, or several.
    """
    d = documents.c
    chosen = select(d.doc).order_by(d.id)
    if docs:
        chosen = chosen.where(d.id.in_([document_row(db, doc).id for doc in docs]))
    if since is not None:
        chosen = chosen.where(d.date >= since)
    if speaker is not None:
        own = speaker_ids(db, one_speaker(db, speaker))
        chosen = chosen.where(d.id.in_(select(statements.c.document_id).where(statements.c.speaker_id.in_(own))))
    return [*db.execute(chosen).scalars()]


def one_speaker(db: Connection, name: str) -> int:
    """The number of the speaker of this name, or of the only one with it in his name. Raises W808."""
    found = find_speakers(db, name)
    if len(found) == 1:
        return found[0].id
    names = "; ".join(row.name for row in found[:NAMED])
    remedy = f"Several have it in theirs: {names}." if found else "The pages of the case list who says something."
    raise WederhoorError("W808", what="one speaker" if found else "speaker", name=name, where="the case", remedy=remedy)


def latest_documents(db: Connection, most: int) -> tuple[list[str], int]:
    """The names of the latest documents by day, in their order in the case, and how many earlier ones there are besides."""
    d = documents.c
    latest = select(d.id).order_by(d.date.desc(), d.id.desc()).limit(most)
    found = [*db.execute(select(d.doc).where(d.id.in_(latest)).order_by(d.id)).scalars()]
    return found, max(0, db.execute(select(func.count()).select_from(documents)).scalar_one() - len(found))
