"""Conflicts of a case: those within each document, and those between statements of two documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

import msgspec

from wederhoor.cases.propositions import case_names, names_in, side_of
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs
from wederhoor.reading.conflicts.meeting import LEAST_OVERLAP, Collision, Meeting
from wederhoor.reading.conflicts.pairs import because, called, collisions, reasons_of
from wederhoor.reading.memo import Memo
from wederhoor.reading.propositions import Opposed, statements_opposed
from wederhoor.records import (
    CaseActor,
    CaseConflict,
    Conflict,
    Deed,
    Gist,
    Ref,
    SideRef,
    Study,
)

APART = 1_000
"""Statements and paragraphs between two documents: nothing in the one answers what stands beside it in the other."""
BREAK = "\0"
"""Between a document and the id of a statement in it: two documents have the same ids. In no name of a document."""
LEAST_SHARED = 2
"""Terms that statements of two documents share at least, one of them no name: a single word is no topic of both."""


def find_case_conflicts(
    studies: Sequence[Study],
    actors: Sequence[CaseActor],
    opposed: Sequence[Opposed],
    packs: Packs,
    rejected: Collection[tuple[SideRef, SideRef]] = (),
    unclaimed: Collection[SideRef] = (),
    memo: Memo | None = None,
) -> tuple[CaseConflict, ...]:
    """All conflicts, numbered X1, X2, ...: by document, then those across documents, without what a person ``rejected``.

    ``opposed`` are propositions of two holders in two documents that cannot both be right; ``unclaimed`` are statements that, as
    people said, put nothing forward that can be opposed.
    """
    within = [within_document(s.reading.doc, c) for s in studies for c in s.reading.conflicts]
    across = _across(studies, actors, opposed, packs, memo or Memo()) if len(studies) > 1 else []
    apart = {frozenset(sides) for sides in rejected}
    claimed = (c for c in (*within, *across) if {c.a, c.b}.isdisjoint(unclaimed))
    kept = [c for c in claimed if c.a.doc == c.b.doc or frozenset((c.a, c.b)) not in apart]
    return tuple(msgspec.structs.replace(c, id=f"X{n}") for n, c in enumerate(kept, start=1))


def within_document(doc: str, c: Conflict) -> CaseConflict:
    """A conflict of one document as one of a case."""
    a, b = SideRef(doc, c.a), SideRef(doc, c.b)
    return CaseConflict(
        id=c.id, a=a, b=b, kind=c.kind, why=c.why, reason=c.reason, terms=c.terms, confidence=c.confidence
    )


def _across(
    studies: Sequence[Study], actors: Sequence[CaseActor], opposed: Sequence[Opposed], packs: Packs, memo: Memo
) -> list[CaseConflict]:
    """The conflicts between documents: of what statements put forward; of those that an older version read, by their words."""
    by_meaning = _opposed(opposed, packs)
    if all(study.propositions is not None for study in studies):
        return by_meaning
    known = {frozenset((c.a, c.b)) for c in by_meaning}
    names = case_names(studies, actors)
    worded = [
        found
        for lang, pack in packs.by_code.items()
        for few in [[s for s in studies if not packs.mixed or s.reading.lang == lang]]
        for found in _by_words(few, names, known, pack, memo)
    ]
    return [*by_meaning, *worded]


def _by_words(
    studies: Sequence[Study],
    names: Mapping[Ref, str],
    known: Collection[frozenset[SideRef]],
    pack: LanguagePack,
    memo: Memo,
) -> list[CaseConflict]:
    """The conflicts between documents of one language of which an older version read one, by the words of their statements.

    What they put forward is not known; their conflicts are not lost.
    """
    gists, where = _in_a_row(studies, names, memo)
    measures = pack.propositions.words.units | {*pack.numbers.multipliers}
    old = {study.reading.doc for study in studies if study.propositions is None}

    def comparable(a: Gist, b: Gist) -> bool:
        both = where[a.order], where[b.order]
        if both[0] == both[1] or old.isdisjoint(both):
            return False
        shared = {*a.terms}.intersection(b.terms) - measures
        return len(_outermost(shared)) >= LEAST_SHARED and not all(term.startswith("@") for term in shared)

    def sides(c: Collision) -> tuple[SideRef, SideRef]:
        return _side(where[c.a.order], c.a), _side(where[c.b.order], c.b)

    antonyms = partial(_by_antonyms, antonyms=pack.disputes.antonyms)
    series = memo.series(f"able to collide {pack.code}, {sorted(old)}")
    found = [(c, *sides(c)) for c in collisions(gists, comparable, lambda gist: where[gist.order], series, [antonyms])]
    return [
        CaseConflict(
            id="", a=a, b=b, kind=c.kind, confidence=pack.confidence.conflicts.of(c.kind), **reasons_of(c, pack)
        )
        for c, a, b in found
        if frozenset((a, b)) not in known
    ]


def _outermost(terms: Collection[str]) -> list[str]:
    """Those that are a part of no other: *dam* and *stuwdam* are one word in common."""
    return [term for term in terms if not any(term != other and term in other for other in terms)]


def _in_a_row(studies: Sequence[Study], names: Mapping[Ref, str], memo: Memo) -> tuple[list[Gist], dict[int, str]]:
    """The gists of all documents as if these stood one behind the other, far apart, and the document of each by its place."""
    gists: list[Gist] = []
    where: dict[int, str] = {}
    order = paragraph = 0
    for study in studies:
        known = (order, paragraph, names_in(study, names))
        moved = memo.of("in a row", (study,), partial(_all_moved, study, order, paragraph, names), known)
        where |= {gist.order: study.reading.doc for gist in moved}
        gists += moved
        order = (gists[-1].order if gists else 0) + APART
        paragraph = (gists[-1].paragraph if gists else 0) + APART
    return gists, where


def _by_antonyms(m: Meeting, antonyms: Mapping[str, Collection[str]]) -> Collision | None:
    """Antonyms, neither of them negated, about the same things."""
    stating = m.by_speakers and m.a.stating and m.b.stating
    if not (stating and m.telling and m.overlap >= LEAST_OVERLAP):
        return None
    one, other = {*m.a.terms} - {*m.a.denied}, {*m.b.terms} - {*m.b.denied}
    against = any(u in antonyms.get(t, ()) or t in antonyms.get(u, ()) for t in one for u in other)
    return m.collision("evaluation", "opposite", m.overlap, "opposite") if against else None


def _opposed(found: Sequence[Opposed], packs: Packs) -> list[CaseConflict]:
    """The conflicts by what the statements put forward, told in the language of the first; as sure as in the less sure one."""
    return [
        CaseConflict(
            id="",
            a=side_of(c.a),
            b=side_of(c.b),
            kind=c.opposition.kind,
            confidence=min(packs.of(one.lang).confidence.conflicts.of(c.opposition.kind) for one in (c.a, c.b)),
            **because(c.opposition.reason, c.opposition.shared, holders_of(c, pack), pack),
        )
        for c in statements_opposed(found)
        for pack in [packs.of(c.a.lang)]
    ]


def holders_of(found: Opposed, pack: LanguagePack) -> tuple[str, str]:
    """What the holders of two propositions are called in the language of the texts."""
    return called(found.a.side, found.a.holder, pack), called(found.b.side, found.b.holder, pack)


def _side(doc: str, gist: Gist) -> SideRef:
    return SideRef(doc, gist.side.partition(BREAK)[2] if isinstance(gist.side, str) else gist.side)


def _all_moved(study: Study, order: int, paragraph: int, names: Mapping[Ref, str]) -> list[Gist]:
    return [_moved(gist, study.reading.doc, order, paragraph, names) for gist in study.gists]


def _moved(gist: Gist, doc: str, order: int, paragraph: int, names: Mapping[Ref, str]) -> Gist:
    """A gist behind those of the documents before it, with its actors by the names that the case has for them."""

    def named(name: str) -> str:
        return names.get(Ref(doc, name), name)

    def terms(found: Sequence[str]) -> tuple[str, ...]:
        return tuple(f"@{named(term[1:])}" if term.startswith("@") else term for term in found)

    return msgspec.structs.replace(
        gist,
        order=order + gist.order,
        paragraph=paragraph + gist.paragraph,
        side=f"{doc}{BREAK}{gist.side}" if isinstance(gist.side, str) else gist.side,
        speaker=named(gist.speaker) if isinstance(gist.side, str) and gist.speaker else gist.speaker,
        parent=None if gist.parent is None else f"{doc}{BREAK}{gist.parent}",
        terms=terms(gist.terms),
        denied=terms(gist.denied),
        disputed=terms(gist.disputed),
        instigated=terms(gist.instigated),
        deeds=tuple(
            Deed(deed.code, tuple(map(named, deed.agents)), tuple(map(named, deed.patients))) for deed in gist.deeds
        ),
    )
