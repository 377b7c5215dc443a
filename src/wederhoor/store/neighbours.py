"""Which documents may be in conflict: those that share the terms of their statements, the rarer the sooner."""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select

from wederhoor.records import Study
from wederhoor.store.joins import batched
from wederhoor.store.schema import documents, terms

COMMON: Final = 50
"""A term of more documents than this says little of what two of them are about."""
NEAREST: Final = 10
"""Documents that one is compared with."""
LEAST_SHARED: Final = 2
SHARED: Final = "="
"""Before a term that all languages have, by which documents of two languages are near each other."""


def add_terms(db: Connection, document: int, study: Study) -> None:
    """Write down what the statements of a document are about; names alone are no topic."""
    found = {term for gist in study.gists for term in gist.terms if not term.startswith("@")}
    found |= _in_common_terms(found, study.reading.lang)
    if found:
        db.execute(insert(terms), [{"term": term, "document_id": document} for term in sorted(found)])


def forget_terms(db: Connection, document: int) -> None:
    """Take away what the statements of a document are about."""
    db.execute(delete(terms).where(terms.c.document_id == document))


def nearest(db: Connection, document: int) -> list[int]:
    """The documents nearest to one by the rare terms that they share, each weighted by how few have it; in their order."""
    mine = select(terms.c.term).where(terms.c.document_id == document).order_by(terms.c.term)
    langs = {row.id: row.lang for row in db.execute(select(documents.c.id, documents.c.lang))}
    if len({*langs.values()}) == 1:
        mine = mine.where(terms.c.term.not_like(f"{SHARED}%"))
    own = [*db.execute(mine).scalars()]
    weights: defaultdict[int, float] = defaultdict(float)
    shared: defaultdict[int, int] = defaultdict(int)
    for few in batched(own):
        counted = select(terms.c.term, func.count()).where(terms.c.term.in_(few)).group_by(terms.c.term)
        rare = {term: count for term, count in db.execute(counted) if 1 < count <= COMMON}
        chosen = select(terms.c.term, terms.c.document_id).where(terms.c.term.in_(sorted(rare)))
        for term, other in db.execute(chosen.order_by(terms.c.term, terms.c.document_id)) if rare else ():
            if other != document and (langs[other] != langs[document]) == term.startswith(SHARED):
                weights[other] += 1 / (1 + log(rare[term]))
                shared[other] += 1
    able = [other for other in weights if shared[other] >= LEAST_SHARED]
    return sorted(sorted(able, key=lambda other: (-weights[other], other))[:NEAREST])


def _in_common_terms(found: set[str], lang: str) -> set[str]:
    """The terms that other languages have too."""
    # a twentieth of a second, which opening a case need not cost
    from wederhoor.languages.pack import load_pack  # noqa: PLC0415
    from wederhoor.languages.several import concepts_of  # noqa: PLC0415

    concepts = concepts_of(load_pack(lang))
    return {concepts.thing(term) for term in found if concepts.known_thing(term)}
