"""What the statements that a search finds have in common, counted, to narrow it: speakers, attitudes, outlets and years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, func, select

from wederhoor.records import Attitude
from wederhoor.store.lexemes import lexemes
from wederhoor.store.listings import StatementFilter, statement_listing
from wederhoor.store.schema import UNKNOWN, documents, forms, speakers, statements
from wederhoor.store.search import MOST

FEW: Final = 8
"""Values of each kind, the commonest."""
ALIKE: Final = 3
LAST: Final = "\U0010ffff"
LOOKED_AT: Final = 2_000
"""Words of the case that a misspelt one is compared with, the commonest of the same first letter."""


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """Values with how many statements have them: of the first ``MOST`` that were found. Speakers with their numbers."""

    speakers: tuple[tuple[int, str, int], ...]
    attitudes: tuple[tuple[Attitude, int], ...]
    outlets: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]
    found: tuple[tuple[str, str], ...]
    """The document and the id of each statement."""


def facets_of(db: Connection, said: StatementFilter) -> Facets:
    """What the statements that are meant have in common. Raises W808."""
    s, d = statements.c, documents.c
    chosen = statement_listing(db, said).chosen.with_only_columns(s.id, maintain_column_froms=True)
    hits = chosen.order_by(s.id).limit(MOST).subquery()
    own = speakers.alias("own")
    told = statements.join(hits, hits.c.id == s.id).join(documents, d.id == s.document_id)
    told = told.outerjoin(own, own.c.id == s.speaker_id)
    who = func.coalesce(own.c.same_as, own.c.id).label("who")
    columns = (who, s.attitude, d.publisher, func.substr(s.date, 1, 4).label("year"), s.date, d.doc, s.item)
    rows = db.execute(select(*columns).select_from(told)).all()  # once: the search itself is the dearest of it
    most = _counted(row.who for row in rows)
    names = {
        row.id: row.name
        for row in db.execute(select(speakers).where(speakers.c.id.in_([number for number, _ in most])))
    }
    return Facets(
        speakers=tuple((number, names[number], times) for number, times in most),
        attitudes=tuple(_counted(row.attitude for row in rows)),
        outlets=tuple(_counted(row.publisher for row in rows)),
        years=tuple(sorted(_counted(row.year for row in rows if row.date != UNKNOWN))),
        found=tuple((row.doc, row.item) for row in rows),
    )


def _counted(values: Iterable[Any]) -> list[tuple[Any, int]]:
    """The commonest, with how often each is there."""
    counts = Counter(value for value in values if value is not None)
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:FEW]


def words_alike(db: Connection, query: str) -> tuple[str, ...]:
    """Words of the texts that are written much like those of a query: inflected forms and what they are forms of."""
    found: dict[str, None] = {}
    for word in lexemes(query)[:ALIKE]:
        known: dict[str, None] = {}
        for column in (forms.c.lemma, forms.c.form):
            near = select(column).where(column.between(word[0], word[0] + LAST)).group_by(column)
            known |= dict.fromkeys(db.execute(near.order_by(func.sum(forms.c.times).desc()).limit(LOOKED_AT)).scalars())
        found |= dict.fromkeys(one for one in get_close_matches(word, [*known], ALIKE, 0.7) if one != word)
    return tuple(found)
