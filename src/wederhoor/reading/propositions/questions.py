"""Which oppositions are about one question, and which propositions give one answer to it."""

from __future__ import annotations

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs
from wederhoor.reading.propositions.by_side.comings import BOUND
from wederhoor.reading.propositions.figures import as_many, same_count
from wederhoor.reading.propositions.held import Held
from wederhoor.reading.propositions.meetings import Opposed, compared
from wederhoor.reading.propositions.one_time import alike_in_time
from wederhoor.reading.propositions.opposed_causes import BECAUSE
from wederhoor.reading.propositions.opposition import judges
from wederhoor.reading.propositions.same import SharedMatter, is_specific, matter_of
from wederhoor.records import ConflictKind, Proposition

CORE = frozenset({"subject", "object", BECAUSE})
"""Roles that both have to tell where two say the same."""
ANSWERING: dict[ConflictKind, tuple[str, ...]] = {"actor": ("subject",), "cause": (BECAUSE,), "denial": (BOUND,)}
"""The role that a question asks for, in which its answers differ."""


def same_question(x: Opposed, y: Opposed, packs: Packs) -> bool:
    """Whether two pairs are opposed over one matter in one way, which a proposition of each tells."""
    kind = x.opposition.kind
    return kind == y.opposition.kind and any(
        p is q or _ask_alike(*compared(p, q, packs), kind) for p in (x.a, x.b) for q in (y.a, y.b)
    )


def _ask_alike(p: Proposition, q: Proposition, pack: LanguagePack, kind: ConflictKind) -> bool:
    matter = matter_of(p, q, skipped=ANSWERING.get(kind, ()))
    if matter is None or not _one_predicate(p, q, kind, pack):
        return False
    if p.amount is not None and q.amount is not None:
        return _counted(p, q, matter, pack)
    return is_specific(matter.shared, pack.propositions.words.general)


def _one_predicate(p: Proposition, q: Proposition, kind: ConflictKind, pack: LanguagePack) -> bool:
    if (p.amount is None) != (q.amount is None):
        return False
    if kind == "evaluation":
        return bool(judges(p, pack) and judges(q, pack))
    return p.predicate == q.predicate or q.predicate in pack.propositions.excluding.get(p.predicate, ())


def _counted(p: Proposition, q: Proposition, matter: SharedMatter, pack: LanguagePack) -> bool:
    """Whether two numbers are of one thing: something else joins them, or nothing sets them apart."""
    joined = is_specific(matter.shared, pack.propositions.words.general) or not (matter.only_a or matter.only_b)
    return same_count(p, q) and alike_in_time(p, q) and joined


def same_answer(one: Held, other: Held, packs: Packs) -> bool:
    """Whether two say the same of one matter: yes or no, as many, with the same who, what and why."""
    p, q, pack = compared(one, other, packs)
    if (p.amount is None) != (q.amount is None):
        return False
    alike = p.predicate == q.predicate and p.polarity == q.polarity
    if not alike and (p.amount is not None or not judges(p, pack) or judges(p, pack) != judges(q, pack)):
        return False  # most pairs end here, where nothing was compared yet
    matter = matter_of(p, q)
    if matter is None or not CORE.isdisjoint((*matter.only_a, *matter.only_b)) or not alike_in_time(p, q):
        return False
    if p.amount is not None and q.amount is not None:
        return as_many(p.amount, q.amount) and _counted(p, q, matter, pack)
    return is_specific(matter.shared, pack.propositions.words.general)
