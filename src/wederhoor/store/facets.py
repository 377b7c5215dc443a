"""What the statements that a search finds have in common, counted, to narrow it: speakers, attitudes, outlets and years."""

from __future__ import annotations

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
    told = statements.join(hits, hits.c.id == s.id)
    with_documents = told.join(documents, d.id == s.document_id)
    own, head = speakers.alias("own"), speakers.alias("head")
    number = func.coalesce(own.c.same_as, own.c.id)
    counted = select(number.label("who"), func.count().label("times")).select_from(
        told.join(own, own.c.id == s.speaker_id)
    )
    most = counted.group_by(number).order_by(func.count().desc(), number).limit(FEW).subquery()
    named = select(most.c.who, head.c.name, most.c.times).join(head, head.c.id == most.c.who)
    year = func.substr(s.date, 1, 4)
    return Facets(
        speakers=tuple(
            (who, name, times) for who, name, times in db.execute(named.order_by(most.c.times.desc(), most.c.who))
        ),
        attitudes=tuple(_counted(db, told, s.attitude)),
        outlets=tuple(_counted(db, with_documents, d.publisher, d.publisher.is_not(None))),
        years=tuple(sorted(_counted(db, told, year, s.date != UNKNOWN))),
        found=tuple((doc, item) for doc, item in db.execute(select(d.doc, s.item).select_from(with_documents))),
    )


def _counted(db: Connection, told: Any, value: Any, *conditions: Any) -> list[tuple[Any, int]]:  # noqa: ANN401  # joined tables, a column
    chosen = select(value, func.count()).select_from(told).where(*conditions).group_by(value)
    return [(one, times) for one, times in db.execute(chosen.order_by(func.count().desc(), value).limit(FEW))]


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
