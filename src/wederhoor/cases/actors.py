"""Actors across documents: who in one text is who in another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeVar

from wederhoor.cases.common_names import in_common_terms
from wederhoor.cases.first_names import is_other_half
from wederhoor.cases.fits import (
    Member,
    SamePerson,
    Standing,
    fits,
    keys_of_member,
    sought_of_member,
    speaks_for,
    standing_of,
)
from wederhoor.cases.matter import Matter
from wederhoor.cases.parted import KeptApart
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs, as_packs
from wederhoor.reading.actors.same import name_words, plain_noun, support
from wederhoor.reading.memo import Memo
from wederhoor.reading.propositions import common_terms
from wederhoor.records import Actor, CaseActor, Parting, Reading, Ref
from wederhoor.syntax.nouns import noun_kind

Value = TypeVar("Value")


def join_actors(
    readings: Sequence[Reading],
    packs: Packs | LanguagePack,
    memo: Memo | None = None,
    partings: Sequence[Parting] = (),
) -> tuple[CaseActor, ...]:
    """The actors of a case, K1, K2, ..., in the order of the documents.

    First those with a name that tells who they are, then those of whom a text gives less: a family name alone, an acronym, a
    noun. Each is one with the only one of the case whom it fits (see ``fits``), and where there are two of these with neither.
    Two actors of one text are two, except a spokesman who is called after nothing but the body that he speaks for, and the first
    and the family name of one of whom another text has both. ``partings`` come before all of that: who is one by them is one, and
    who was parted is two. Whom both of these fit is neither.
    """
    packs, memo = as_packs(packs), memo or Memo()
    circle = _Circle(Matter(readings, packs), packs, memo, KeptApart(partings))
    for member in _in_order(readings, packs, memo):
        circle.place(member)
    circle.place_again()
    for voice in _unlisted(readings, packs, memo):
        circle.hear(voice)
    placed = sorted((g for g in circle.groups if g.members), key=lambda group: min(m.place for m in group.members))
    return tuple(_case_actor(number, group, packs) for number, group in enumerate(placed, start=1))


def _in_order(readings: Sequence[Reading], packs: Packs, memo: Memo) -> Iterator[Member]:
    members = [
        Member(
            reading=reading,
            ref=Ref(reading.doc, actor.id),
            actor=actor,
            place=(at, number),
            standing=memo.of("standing", (actor,), partial(standing_of, actor, packs.of(reading.lang))),
            common=in_common_terms(actor, terms, packs.of(reading.lang)) if terms is not None else None,
        )
        for at, reading in enumerate(readings)
        for terms in [common_terms(reading, packs.of(reading.lang)) if packs.mixed else None]
        for number, actor in enumerate(reading.actors)
    ]
    return iter(sorted(members, key=lambda member: (member.standing, member.place)))


def _unlisted(readings: Sequence[Reading], packs: Packs, memo: Memo) -> Iterator[Member]:
    """Who speaks in a document by a name alone and is no actor there: the last name of somebody of whom others tell more."""
    for at, reading in enumerate(readings):
        speakers = {a.speaker: a for a in reading.attributions if a.actor is None and a.speaker}
        for number, (speaker, said) in enumerate(speakers.items(), start=len(reading.actors)):
            if " " not in speaker and noun_kind(speaker.casefold(), packs.of(reading.lang)) is None:
                actor = memo.of("unlisted", (reading, said), partial(_by_name_alone, speaker))
                yield Member(reading, Ref(reading.doc, speaker), actor, (at, number), Standing.SHORT)


def _by_name_alone(speaker: str) -> Actor:
    return Actor(id="", name=speaker[:1].upper() + speaker[1:], kind="person", mentions=())


class _Circle:
    """The groups so far, and where to look for those that an actor may belong to."""

    def __init__(self, matter: Matter, packs: Packs, memo: Memo, apart: KeptApart) -> None:
        self.groups: list[SamePerson] = []
        self._apart, self._at = apart, dict[Ref, int]()
        self._near: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._matter, self._packs, self._memo = matter, packs, memo

    def place(self, member: Member) -> None:
        """Add an actor to the group that it belongs to, else to a new one."""
        found = self._only_fit(member, None)
        if found is None:
            found = len(self.groups)
            self.groups.append(SamePerson())
        self._add(member, found)

    def place_again(self) -> None:
        """Whom nothing told at first may belong to what came together since: a name alone in a text that shares too little."""
        for number, group in enumerate(self.groups):
            if len(group.members) == 1 and group.members[0].standing is not Standing.FULL:
                found = self._only_fit(group.members[0], number)
                if found is not None:
                    self._add(group.members.pop(), found)
                    group.documents.clear()

    def hear(self, voice: Member) -> None:
        """Give one who speaks without being an actor of his text to the only one whose name he has."""
        found = self._only_fit(voice, None)
        if found is not None:
            self.groups[found].voices.append(voice.ref)

    def _add(self, member: Member, number: int) -> None:
        self.groups[number].add(member, self._memo)
        self._at[member.ref] = number
        for key in self._keys(member):
            self._near[key][number] = None

    def _only_fit(self, member: Member, but: int | None) -> int | None:
        """The number of the group that an actor belongs to, None where there is none or it may be several."""
        own, barred = self._apart.groups(member.ref, self._at)
        if own or barred:  # a person said who he is not: he is who that person said, or somebody new
            return next((number for number in own if number != but), None)
        numbers = [
            n
            for n in dict.fromkeys(n for key in self._sought(member) for n in self._near.get(key, ()))
            if n != but and self.groups[n].members
        ]
        signs = (self.groups[n].sign for n in numbers)
        find = partial(self._fit_among, member, numbers)
        apart = self._apart.placed(self._at) & {*numbers}  # what partings say is not known by the signs of groups
        at = find() if apart else self._memo.of("fits", (member.reading, member.actor, *signs), find)
        return None if at is None else numbers[at]

    def _keys(self, member: Member) -> list[str]:
        return self._memo.of("keys", (member.actor,), lambda: keys_of_member(member, self._packs))

    def _sought(self, member: Member) -> list[str]:
        found = self._memo.of("looked for under", (member.actor,), lambda: sought_of_member(member, self._packs))
        return self._keys(member) if found is None else found

    def _fit_among(self, member: Member, numbers: Sequence[int]) -> int | None:
        """Which of some groups it is, by its place among them."""
        spokesman = member.standing is Standing.SPOKESMAN
        having = [n for n in numbers if self._fits(member, self.groups[n], spokesman=spokesman)]
        there = [n for n in having if member.ref.doc in self.groups[n].documents]
        own = [n for n in there if not self._is_half(member, self.groups[n])]
        if spokesman:
            having = own or having  # the body of which this very text speaks
        elif own:
            return None
        if len(having) > 1 and self._apart.parted(having, self._at):
            return None
        found = having[0] if len(having) == 1 else self._fullest(having)
        return None if found is None else numbers.index(found)

    def _is_half(self, member: Member, group: SamePerson) -> bool:
        there = [m.actor for m in group.members if m.ref.doc == member.ref.doc]
        return is_other_half(member.actor, there, group.members[0].actor, self._packs.of(member.lang))

    def _fits(self, member: Member, group: SamePerson, *, spokesman: bool) -> bool:
        return speaks_for(member, group, self._packs) if spokesman else fits(member, group, self._matter, self._packs)

    def _fullest(self, numbers: Sequence[int]) -> int | None:
        """The only one with a full name, where the others have no more than a part of that name."""
        full = [n for n in numbers if self.groups[n].members[0].standing is Standing.FULL]
        others = [self.groups[n].members[0] for n in numbers if n not in full]
        if len(full) != 1 or any(m.standing is not Standing.SHORT for m in others):
            return None
        kind = self.groups[full[0]].members[0].actor.kind
        apart = any(m.actor.kind != kind and support(m.actor, self._packs.of(m.lang)) for m in others)
        return None if apart else full[0]


def _case_actor(number: int, group: SamePerson, packs: Packs) -> CaseActor:
    placed = sorted(group.members, key=lambda member: member.place)
    own = [m for m in placed if m.standing is not Standing.SPOKESMAN]
    spokesmen = tuple(m.ref for m in placed if m.standing is Standing.SPOKESMAN) if own else ()
    own = own or placed
    called = _called(own, packs)
    return CaseActor(
        id=f"K{number}",
        name=plain_noun(called.actor, packs.of(called.lang)) or called.actor.name,
        kind=called.actor.kind,
        members=tuple(member.ref for member in placed),
        spokesmen=spokesmen,
        voices=tuple(group.voices),
        country=_usual([m.actor.country for m in own]),
        sector=_usual([m.actor.sector for m in own]),
    )


def _called(members: Sequence[Member], packs: Packs) -> Member:
    """Whose name the case has: a person's fullest without a title, a body's that most texts have and that is no acronym."""
    used = Counter(member.actor.name for member in members)
    person = min(members, key=lambda member: member.standing).actor.kind == "person"

    def rank(member: Member) -> tuple[bool, bool, bool, int, int, int, int]:
        actor, words = member.actor, member.actor.name.split()
        full = name_words(actor.name, packs.of(member.lang)) if person else words
        right = (actor.kind == "person") is person
        return (
            right,
            member.standing is not Standing.NOUN,
            not actor.name.isupper(),
            0 if person else used[actor.name],
            len(full),
            len(full) - len(words),
            len(actor.mentions),
        )

    return max(members, key=rank)


def _usual(values: Sequence[Value | None]) -> Value | None:
    """What most say; of several the first."""
    told = Counter(value for value in values if value is not None)
    return max(told, key=told.__getitem__) if told else None
