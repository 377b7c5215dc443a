"""That two propositions are opposed, as a record, and what every such finding needs."""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.propositions.causal import CAUSE
from wederhoor.reading.propositions.same import SharedMatter, is_specific
from wederhoor.records import ConflictKind, ConflictReason, Phrase, Proposition

DEONTIC = ("must", "may", "need")
EXISTS = "exist "
MEASURES = "measure"
WRITTEN = frozenset({CAUSE, MEASURES, "be there"})
"""Predicates that readers write in every language: no words of a text."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """That two propositions are opposed: the kind of conflict, the reason as data, and what joins them."""

    kind: ConflictKind
    reason: ConflictReason
    rule: str
    shared: tuple[str, ...]
    alone: bool = False
    """Whether nothing but the thing counted joins them."""


def opposition(
    kind: ConflictKind, reason: ConflictReason, rule: str, a: Proposition, phrases: tuple[Phrase, ...]
) -> Opposition:
    """The finding, joined by the predicate of the one and some phrases."""
    told = () if a.predicate in WRITTEN else (a.predicate.removeprefix(EXISTS),)
    heads = (*told, *(f"@{x.actor}" if x.actor else x.head for x in phrases))
    return Opposition(kind, reason, rule, tuple(dict.fromkeys(heads)))


def is_matter(matter: SharedMatter, pack: LanguagePack) -> bool:
    """Whether what two have in common is of the case: not told on the beach and in the park, nor said of everything."""
    at = pack.propositions.words.at
    if at.intersection(matter.only_a) and at.intersection(matter.only_b):  # on the beach, in the park
        return False
    general = pack.propositions.words.general
    if is_specific(matter.shared, general):
        return True
    common = pack.propositions.words.common | general
    return any(phrase.head not in common for phrase in matter.shared)


def judges(p: Proposition, pack: LanguagePack) -> int:
    """1 where a proposition speaks well of something, -1 where ill, 0 where it does neither."""
    praised, blamed = p.predicate in pack.stance.praise, p.predicate in pack.stance.blame
    if not p.state or praised == blamed:
        return 0
    return 1 if praised == (p.polarity == "+") else -1
