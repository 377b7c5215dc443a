"""Where texts speak of an actor of the case whom they do not list: by his name, or by a noun that only he can be meant by.

A reading lists who acts, speaks or comes back. Put side by side, texts tell more: *de garde*, of which one text only says that
it was locked up, is *de presidentiële garde* of another. This changes no account: who says something is an actor of his text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

import msgspec

from wederhoor.cases.fits import RECENT, SAME_MATTER, meant_by_noun, nouns_of
from wederhoor.cases.matter import Matter
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs, as_packs
from wederhoor.reading.actors.same import head_noun, is_named, name_words
from wederhoor.reading.memo import Memo
from wederhoor.records import Actor, CaseActor, Reading, Span, SpokenOf, Study
from wederhoor.syntax.nouns import noun_kind

MOST_KEPT = 10_000
"""Names that are kept as what is looked for."""
SHORTEST = 3
"""Letters of a name that is looked for in other texts."""


def with_bystanders(
    actors: Sequence[CaseActor], studies: Sequence[Study], packs: Packs | LanguagePack, memo: Memo | None = None
) -> tuple[CaseActor, ...]:
    """The actors of a case with where other texts of the same matter speak of them, then whom two texts only speak of.

    By a name that no other actor of the case has, or by a noun that fits one of them alone. Who is only spoken of has no members.
    """
    view = _View(actors, studies, as_packs(packs), memo or Memo())
    spoken: defaultdict[str, list[SpokenOf]] = defaultdict(list)
    left: list[_Beside] = []
    for study in studies:
        for one in study.bystanders:
            beside = _Beside(study.reading, one)
            found = view.meant(beside)
            if found is None:
                left.append(beside)
            elif found:
                spoken[found].append(beside.told())
    for actor in actors:
        spoken[actor.id].extend(view.named_elsewhere(actor))
    listed = tuple(
        msgspec.structs.replace(actor, spoken_of=tuple(sorted({*spoken[actor.id]}))) if spoken[actor.id] else actor
        for actor in actors
    )
    return (*listed, *_only_spoken_of(view.together(left), len(actors)))


class _Beside(msgspec.Struct, frozen=True):
    """A bystander of a document."""

    reading: Reading
    actor: Actor

    def told(self) -> SpokenOf:
        return SpokenOf(self.reading.doc, self.actor.name, self.actor.mentions)


class _ByNoun:
    """Who may be meant by a noun, each with the documents and actors that say so."""

    def __init__(self, matter: Matter) -> None:
        self._matter = matter
        self._members: defaultdict[tuple[str, str], list[tuple[Reading, Actor]]] = defaultdict(list)
        self._documents: defaultdict[str, int] = defaultdict(int)
        self._keys: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)

    def add(self, noun: str, key: str, reading: Reading, actor: Actor) -> None:
        """A document in which somebody may be meant by a noun."""
        bit = self._matter.bit(reading.doc)
        self._members[noun, key].append((reading, actor))
        self._documents[noun] |= bit
        self._keys[noun, bit][key] = None

    def near(self, noun: str, documents: int) -> Iterator[tuple[str, list[tuple[Reading, Actor]]]]:
        """Who may be meant by a noun in some of these documents, which are bits of ``Matter``; each once."""
        seen, left = set[str](), self._documents.get(noun, 0) & documents
        while left:
            bit = left & -left
            left ^= bit
            for key in self._keys[noun, bit]:
                if key not in seen:
                    seen.add(key)
                    yield key, self._members[noun, key]


class _View:
    """The actors of the case by the nouns that may mean them, and the names of all."""

    def __init__(self, actors: Sequence[CaseActor], studies: Sequence[Study], packs: Packs, memo: Memo) -> None:
        self._readings = {study.reading.doc: study.reading for study in studies}
        self._matter, self._packs, self._memo = Matter([*self._readings.values()], packs), packs, memo
        self._members = {
            actor.id: [(self._readings[ref.doc], self._readings[ref.doc].actor(ref.id)) for ref in actor.members]
            for actor in actors
        }
        self._documents = {actor.id: {ref.doc for ref in actor.members} for actor in actors}
        self._having: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in self._readings.values():
            for word in self._memo.of("capitals", (reading,), partial(_capitals, reading)):
                self._having[word].append(reading)
        self._by_noun = _ByNoun(self._matter)
        self._bearers: defaultdict[str, set[str]] = defaultdict(set)
        for actor in actors:
            for reading, member in self._members[actor.id]:
                for noun in self._nouns(reading, member):
                    self._by_noun.add(noun, actor.id, reading, member)
                for name in self._names(reading, member):
                    self._bearers[name].add(actor.id)

    def meant(self, beside: _Beside) -> str | None:
        """The only actor whom the noun of a bystander fits; None where it fits none, "" where it may be several."""
        having = self._fitting(beside, self._by_noun)
        if len(having) != 1:
            return "" if having else None
        found = having.pop()
        return "" if beside.reading.doc in self._documents[found] else found

    def together(self, left: Sequence[_Beside]) -> list[list[_Beside]]:
        """Those of several documents that are one, where each fits no other."""
        groups: list[list[_Beside]] = []
        at = _ByNoun(self._matter)
        for one in sorted(left, key=self._says_more):
            having = self._fitting(one, at)
            if len(having) > 1:
                continue
            number = int(having.pop()) if having else len(groups)
            if number == len(groups):
                groups.append([])
            groups[number].append(one)
            for noun in self._nouns(one.reading, one.actor):
                at.add(noun, str(number), one.reading, one.actor)
        return [group for group in groups if len({one.reading.doc for one in group}) > 1]

    def _fitting(self, beside: _Beside, of: _ByNoun) -> set[str]:
        """Those whom a noun of a bystander may mean, in his own text or in others of the same matter; two are enough."""
        found: set[str] = set()
        near = self._matter.sharing(beside.reading.doc, beside.actor, SAME_MATTER)
        for noun in self._nouns(beside.reading, beside.actor):
            for key, members in of.near(noun, near):
                own = (one for one in members if one[0].doc == beside.reading.doc)
                compared = (*own, *members[:1], *members[max(1, len(members) - RECENT) :])
                if key not in found and any(self._is_one(beside, near, reading, other) for reading, other in compared):
                    found.add(key)
                if len(found) > 1:
                    return found
        return found

    def _says_more(self, beside: _Beside) -> bool:
        head = head_noun(beside.actor, self._pack(beside.reading))
        return head is not None and head[1]

    def named_elsewhere(self, actor: CaseActor) -> Iterator[SpokenOf]:
        """Where documents that do not list an actor have a name of his that nobody else of the case has."""
        told = {
            name: (reading, member)
            for reading, member in self._members[actor.id]
            for name in self._names(reading, member)
            if self._bearers[name] == {actor.id}
        }
        for name, (one, member) in told.items():
            for reading in self._having[name.split()[0]]:
                near = reading.doc not in self._documents[actor.id] and self._matter.shared(
                    one.doc, reading.doc, member
                )
                spans = tuple(_places(reading, name)) if near else ()
                if spans:
                    yield SpokenOf(reading.doc, name, spans)

    def _is_one(self, beside: _Beside, near: int, reading: Reading, other: Actor) -> bool:
        """Whether a noun of one document means an actor of another, which is one of those ``near`` to it."""
        if reading.lang != beside.reading.lang or not near & self._matter.bit(reading.doc):
            return False
        return meant_by_noun(beside.actor, other, self._pack(reading))

    def _pack(self, reading: Reading) -> LanguagePack:
        return self._packs.of(reading.lang)

    def _nouns(self, reading: Reading, actor: Actor) -> list[str]:
        return self._memo.of("nouns", (actor,), lambda: nouns_of(actor, self._pack(reading)))

    def _names(self, reading: Reading, actor: Actor) -> list[str]:
        return self._memo.of("names sought", (actor,), lambda: _sought(actor, self._pack(reading)))


def _sought(actor: Actor, pack: LanguagePack) -> list[str]:
    """By what names an actor is known again in running text: a person's last, a body's that is no common noun."""
    if not is_named(actor) or actor.name[:1].islower():
        return []
    if actor.kind == "person":
        names = [_last_name(actor.name, pack) if len(name_words(actor.name, pack)) > 1 else actor.name]
    else:
        parts = actor.name.split()
        names = [actor.name, *(alias for alias in actor.aliases if alias not in parts or alias.isupper())]
    return [name for name in names if len(name) >= SHORTEST and _is_name(name, pack)]


def _last_name(name: str, pack: LanguagePack) -> str:
    """*De Wit* of *Anna de Wit*, as it stands without the first name."""
    words = name.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in pack.people.name_particles:
        first -= 1
    last = " ".join(words[first:])
    return last[:1].upper() + last[1:]


def _is_name(name: str, pack: LanguagePack) -> bool:
    """Whether words are no noun that begins a sentence."""
    return name[:1].isupper() and (" " in name or noun_kind(name.casefold(), pack) is None)


@lru_cache(maxsize=MOST_KEPT)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])")


def _places(reading: Reading, name: str) -> Iterator[Span]:
    """Where a document has a name that is no part of a longer one or of what means another."""
    taken = [m for actor in reading.actors for m in actor.mentions]
    longer = [e.span for e in reading.entities if e.span[1] - e.span[0] > len(name)]
    for found in _whole(name).finditer(reading.text):
        begin, end = found.span()
        if not any(a < end and begin < b for a, b in (*taken, *longer)):
            yield begin, end


def _capitals(reading: Reading) -> frozenset[str]:
    """The words of a document that begin with a capital."""
    return frozenset(word for word in re.findall(r"\w[\w'’.&-]*\w|\w", reading.text) if word[:1].isupper())


def _only_spoken_of(groups: Sequence[Sequence[_Beside]], before: int) -> Iterator[CaseActor]:
    for number, group in enumerate(groups, start=before + 1):
        first = min(group, key=lambda one: len(one.actor.name)).actor
        yield CaseActor(
            id=f"K{number}",
            name=first.name,
            kind=first.kind,
            members=(),
            country=next((one.actor.country for one in group if one.actor.country), None),
            sector=next((one.actor.sector for one in group if one.actor.sector), None),
            spoken_of=tuple(sorted(one.told() for one in group)),
        )
