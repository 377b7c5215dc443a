"""Which names of a case are one variable, why, and what the user makes of it.

A name is known by what its head means and what stands around it (``Factor``). A definite head alone takes up the one fuller name
of its document that it can mean. Names are shared by the accounts of a case, so that their models can be compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from wederhoor.records import Factor, MergeKind, Ref, Study
from wederhoor.running.common_keys import OWNER, VariableKey, keys_in

Key = tuple[str, tuple[str, ...]]
Side = Literal["cause", "effect"]


@dataclass(frozen=True, slots=True)
class FactorMention:
    """A factor where a claim has it."""

    claim: Ref
    side: Side
    factor: Factor
    lang: str
    told: VariableKey

    @property
    def key(self) -> Key:
        """By what the variable is known."""
        return self.told.head, self.told.parts

    @property
    def opposite(self) -> bool:
        """Whether its name is the opposite of others with its key."""
        return self.factor.opposite != self.told.flipped


@dataclass(slots=True)
class Joined:
    """What the user made of a variable with one line of his: another name for it, or another variable in it."""

    name: str
    line: str
    mentions: list[FactorMention]


@dataclass(slots=True)
class VariableGroup:
    """Mentions of one variable. ``name`` is None as long as the text tells it."""

    mentions: list[FactorMention]
    name: str | None = None
    user: list[Joined] = field(default_factory=list)

    def shown(self) -> str:
        """The user's name, else that of ``leading``."""
        return self.name if self.name is not None else self.leading().factor.name

    def leading(self) -> FactorMention:
        """The mention whose name is the variable's: of synonyms the word that takes no side, after which they are called.

        Else the name that most claims use, the first of several; one that is short for others comes last.
        """
        full = self._not_short() or self.mentions
        full = [m for m in full if m.factor.lemma == m.factor.key] or full
        counts = Counter(m.factor.name.casefold() for m in self.mentions)
        best = max(full, key=lambda m: counts[m.factor.name.casefold()]).factor.name.casefold()
        return max((m for m in full if m.factor.name.casefold() == best), key=lambda m: m.factor.name.islower())

    def _not_short(self) -> list[FactorMention]:
        """The mentions but those that are short for a fuller one, which has parts or is a compound of it."""
        fuller = any(m.factor.parts for m in self.mentions)
        compounded = self._ends_of_compounds()
        return [m for m in self.mentions if not (m.factor.bare and (fuller or m.factor.lemma in compounded))]

    def _ends_of_compounds(self) -> set[str]:
        """The nouns that another one of the group, that goes the same way, ends in."""
        lemmas = {(m.factor.lemma, m.factor.opposite) for m in self.mentions}
        longer = ((one, two) for one in lemmas for two in lemmas if one[0] != two[0] and one[1] == two[1])
        return {one[0] for one, two in longer if two[0].endswith(one[0])}


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """A group under the name that it is shown by; ``opposite`` as in the factor that has this name."""

    name: str
    opposite: bool
    group: VariableGroup


class VariableTable:
    """The variables of a case while they are put together and edited."""

    def __init__(self, studies: Sequence[Study]) -> None:
        key_of = keys_in(studies)
        mentions = [mention for study in studies for mention in _mentions(study, key_of)]
        fuller = {id(m): key for study in studies for m, key in _taken_up(mentions, study.reading.doc)}
        groups: dict[Key, list[FactorMention]] = {}
        for mention in mentions:
            groups.setdefault(fuller.get(id(mention), mention.key), []).append(mention)
        self.groups = [VariableGroup(found) for found in groups.values()]
        self._tell_apart()

    def index(self) -> dict[tuple[Ref, Side, Factor], NamedGroup]:
        """Every factor of every claim with its variable."""
        found: dict[tuple[Ref, Side, Factor], NamedGroup] = {}
        for group in self.groups:
            opposite = bool(group.mentions) and group.leading().opposite
            name = group.shown()
            found |= {
                (m.claim, m.side, m.factor): NamedGroup(name, opposite != m.told.flipped, group) for m in group.mentions
            }
        return found

    def names(self) -> list[str]:
        return [group.shown() for group in self.groups]

    def group(self, name: str) -> VariableGroup | None:
        """The variable that is shown by this name, else the one that a mention calls so; capitals aside."""
        folded = name.casefold()
        shown = next((group for group in self.groups if group.shown().casefold() == folded), None)
        if shown is not None:
            return shown
        return next(
            (group for group in self.groups if any(m.factor.name.casefold() == folded for m in group.mentions)), None
        )

    def add(self, name: str) -> VariableGroup:
        """A variable that no text has."""
        group = VariableGroup([], name)
        self.groups.append(group)
        return group

    def rename(self, group: VariableGroup, name: str, line: str) -> None:
        group.user.append(Joined(group.shown(), line, []))
        group.name = name

    def merge(self, kept: VariableGroup, merged: VariableGroup, line: str) -> None:
        """Join a variable to another one."""
        kept.name = kept.shown()
        kept.user += [*merged.user, Joined(merged.shown(), line, merged.mentions)]
        kept.mentions = [*kept.mentions, *merged.mentions]
        self.groups.remove(merged)

    def split(self, group: VariableGroup, taken: Iterable[FactorMention], name: str) -> VariableGroup:
        """Make a variable of its own of some mentions of another one."""
        gone = {id(m) for m in taken}
        new = VariableGroup([m for m in group.mentions if id(m) in gone], name)
        group.mentions = [m for m in group.mentions if id(m) not in gone]
        self.groups.insert(self.groups.index(group) + 1, new)
        return new

    def _tell_apart(self) -> None:
        """Join groups of one name, whatever was made of its head; number those that share it by accident: *(zijn) inkomen*."""
        by_name: dict[str, list[VariableGroup]] = {}
        for group in list(self.groups):
            others = by_name.setdefault(group.shown().casefold(), [])
            same = next((o for o in others if _is_one(o.mentions[0], group.mentions[0])), None)
            if same is not None:
                same.mentions = [*same.mentions, *group.mentions]
                self.groups.remove(group)
                continue
            others.append(group)
            if len(others) > 1:
                group.name = f"{group.shown()} ({len(others)})"


def _is_one(one: FactorMention, other: FactorMention) -> bool:
    """Of two factors with one name whether they are one: neither tells apart by somebody whom the name leaves out.

    In two languages one name may mean two things.
    """
    somebody = any(OWNER in text for m in (one, other) for text in (m.factor.key, *m.factor.parts))
    alike = one.lang == other.lang and not somebody and one.opposite == other.opposite
    return one.told.head == other.told.head or alike


def reason(mention: FactorMention, kept: FactorMention) -> MergeKind:
    """Why a mention is the same variable as the one whose name is kept."""
    one, other = mention.factor, kept.factor
    if mention.opposite != kept.opposite:
        return "opposite"
    if mention.lang != kept.lang:
        return "synonym"
    if one.parts != other.parts or (one.key != other.key and one.bare):
        return "short"
    if one.nominal != other.nominal and one.lemma == other.lemma:
        return "made"
    if one.lemma == other.lemma:
        return "form"
    compound = one.lemma.endswith(one.key) != other.lemma.endswith(other.key) or one.key in (one.lemma, other.lemma)
    return "compound" if one.parts and compound else "synonym"


def _mentions(study: Study, key_of: Callable[[str, Factor], VariableKey]) -> Iterator[FactorMention]:
    lang = study.reading.lang
    for factors in study.factors:
        claim = Ref(study.reading.doc, factors.claim)
        yield from (FactorMention(claim, "cause", factor, lang, key_of(lang, factor)) for factor in factors.cause)
        yield from (FactorMention(claim, "effect", factor, lang, key_of(lang, factor)) for factor in factors.effect)


def _taken_up(mentions: Sequence[FactorMention], doc: str) -> Iterator[tuple[FactorMention, Key]]:
    """The definite heads without more of one document, each with the one fuller name there that it can be short for.

    That has the same noun, or a compound of it.
    """
    own = [m for m in mentions if m.claim.doc == doc]
    general = {m.factor.key for m in own if not m.factor.parts and not m.factor.bare}
    fuller = _fuller_names(own)
    for m in own:
        if m.factor.bare and m.factor.key not in general:
            likely = fuller.get(m.factor.lemma[-TAIL:], {})
            found = [key for key, lemma in likely.items() if _can_be_short_for(m, lemma, key)]
            if len(found) == 1:
                yield m, found[0]


def _fuller_names(mentions: Iterable[FactorMention]) -> dict[str, dict[Key, str]]:
    """The names that say more than a definite head, each with its noun: by the end of that."""
    fuller: dict[str, dict[Key, str]] = {}
    for m in mentions:
        if m.factor.parts or not m.factor.bare:
            fuller.setdefault(m.factor.lemma[-TAIL:], {})[m.key] = m.factor.lemma
    return fuller


def _can_be_short_for(mention: FactorMention, lemma: str, key: Key) -> bool:
    return (lemma == mention.factor.lemma and bool(key[1])) or _is_part(mention, lemma, key)


TAIL = 4
"""Letters at the end by which a noun and its compounds are found."""
SHORTEST_FIRST = 4
"""Letters of the first part of a compound that the reader did not take apart: *onrust* is no compound of *rust*."""


def _is_part(short: FactorMention, compound: str, key: Key) -> bool:
    lemma = short.factor.lemma
    first = len(compound) - len(lemma)
    known = key[0] == short.told.head and bool(key[1])
    return len(lemma) >= TAIL and compound.endswith(lemma) and first > 0 and (known or first >= SHORTEST_FIRST)
