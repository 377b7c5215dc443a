"""Conflicts of a case: those within each document, and those between statements of two documents."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.conflicts import Collision, collisions
from wederhoor.reading.conflicts.why import because
from wederhoor.records import CaseConflict, Gist, SideRef, Study

APART = 1_000
"""Statements and paragraphs between two documents: nothing in the one answers what stands beside it in the other."""


def find_case_conflicts(studies: Sequence[Study], pack: LanguagePack) -> tuple[CaseConflict, ...]:
    """All conflicts, numbered X1, X2, ...: by document, then those across documents."""
    within = [
        CaseConflict(id="", a=SideRef(s.reading.doc, c.a), b=SideRef(s.reading.doc, c.b), kind=c.kind, why=c.why)
        for s in studies
        for c in s.reading.conflicts
    ]
    across = list(_across(studies, pack)) if len(studies) > 1 else []
    return tuple(msgspec.structs.replace(c, id=f"X{n}") for n, c in enumerate([*within, *across], start=1))


def _across(studies: Sequence[Study], pack: LanguagePack) -> list[CaseConflict]:
    document_of: list[str] = []
    gists: list[Gist] = []
    order = paragraph = 0
    for study in studies:
        for gist in study.gists:
            moved = msgspec.structs.replace(gist, order=order + gist.order, paragraph=paragraph + gist.paragraph)
            gists.append(moved)
            document_of.append(study.reading.doc)
        order = (gists[-1].order if gists else 0) + APART
        paragraph = (gists[-1].paragraph if gists else 0) + APART
    where = {gist.order: doc for gist, doc in zip(gists, document_of, strict=True)}

    def apart(collision: Collision) -> bool:
        return where[collision.a.order] != where[collision.b.order]

    return [
        CaseConflict(
            id="",
            a=SideRef(where[c.a.order], c.a.side),
            b=SideRef(where[c.b.order], c.b.side),
            kind=c.kind,
            why=because(c.a, c.b, c.reason, c.shared, pack),
        )
        for c in collisions(gists, pack, keep=apart)
    ]
