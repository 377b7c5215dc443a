"""What another document tells again of what collides: an interview that holds a claim of last week against somebody.

Two statements of two documents are one where they say it in the same words and of one mouth, as far as that is known, or have
one figure of one thing. Who disputes the one disputes the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from wederhoor.cases.holders import UNNAMED, AccountHolders, Key
from wederhoor.cases.matter import Strangers
from wederhoor.cases.statements import Statements
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs
from wederhoor.reading.actors.names import folded
from wederhoor.reading.conflicts.meeting import weight
from wederhoor.reading.conflicts.pairs import called
from wederhoor.records import MAINTAINED, CaseActor, CaseConflict, Gist, Quantity, Reading, Ref, SideRef

LEAST_SHARED: Final = 2
"""Terms, names apart, of what is told again in the same words."""
LEAST_COVERED: Final = 0.6
"""Of the terms of a statement, weighted, that stand in what tells it again."""
LEAST_BESIDE: Final = 0.2
"""Weight of the terms that two statements share beside what they count."""
LEAST_PROMPTED: Final = 0.3
"""Weight of the terms that what an interview holds against somebody shares with what was said before, by the same one."""
TELLING: Final = 13
"""A number from which on two do not count as many by chance; a dozen and less are everywhere."""
YEARS: Final = range(1900, 2101)
"""Numbers that may be years."""
Label = tuple[str, str]
"""By what a mouth is known, and how."""


class Mouths:
    """Whose words statements are, and which may be of one mouth though texts call it otherwise."""

    def __init__(
        self, readings: Sequence[Reading], actors: Sequence[CaseActor], holders: AccountHolders, packs: Packs
    ) -> None:
        self._pack = {reading.doc: packs.of(reading.lang) for reading in readings}
        self._speaker = {SideRef(r.doc, a.id): a.speaker for r in readings for a in r.attributions}
        titles = {Ref(r.doc, a.id): {folded(role.title) for role in a.roles} for r in readings for a in r.actors}
        roles = {actor.id: {t for member in actor.members for t in titles.get(member, ())} for actor in actors}
        self._labels: dict[SideRef, set[Label]] = {}
        self._by_label: defaultdict[Label, list[SideRef]] = defaultdict(list)
        for side, speaker in self._speaker.items():
            key = holders.key(side.doc, str(side.side))
            if speaker and key[0] != UNNAMED:
                self._labels[side] = {*_labels(key, speaker, roles.get(key[1], ()))}
                for label in self._labels[side]:
                    self._by_label[label].append(side)

    def once_more(self, side: SideRef, first: SideRef) -> str:
        """A sentence that tells where else what is said here is said; nothing where it is the same place."""
        if side == first:
            return ""
        reasons, names = self._pack[first.doc].disputes.why, (self._name(side), self._name(first))
        return " " + reasons.again.format(a=names[0], b=names[1], doc=first.doc)

    def _name(self, side: SideRef) -> str:
        return called(side.side, self._speaker.get(side), self._pack[side.doc])

    def of_one(self, side: SideRef) -> Iterator[SideRef]:
        """The statements that may be of the mouth of this one."""
        for label in self._labels.get(side, ()):
            yield from self._by_label[_answering(label)]

    def may_be_one(self, a: SideRef, b: SideRef) -> bool:
        """Whether both are of one speaker: by who he is, as the same unnamed one, or as a name and what its bearer is."""
        own = self._labels.get(a, set())
        return any(_answering(label) in self._labels.get(b, ()) for label in own)


def _labels(key: Key, speaker: str, roles: Collection[str]) -> Iterator[Label]:
    """By what a speaker is known: who he is, what he is called there, what he is; of *de burgemeester* that alone."""
    yield key
    yield "called", folded(speaker)
    yield from (("is", role) for role in roles)
    head = speaker.rsplit(maxsplit=1)[-1]
    if head.islower():
        yield "role", folded(head)


def _answering(label: Label) -> Label:
    """The label that another of the same mouth has: who is a mayor may be called *de burgemeester*, two mayors are two."""
    kind, name = label
    return {"is": "role", "role": "is"}.get(kind, kind), name


def find_retellings(
    conflicts: Sequence[CaseConflict],
    statements: Statements,
    mouths: Mouths,
    strangers: Strangers,
    packs: Packs,
    unclaimed: Collection[SideRef] = (),
) -> dict[SideRef, SideRef]:
    """The first statement that tells again, in another document, what a statement in a conflict within one says; by that.

    ``unclaimed`` are statements that, as people said, put nothing forward.
    """
    by_figure = _by_figure(statements, packs)
    found = {}
    for side in dict.fromkeys(side for c in conflicts if c.a.doc == c.b.doc for side in (c.a, c.b)):
        if side not in statements.gists or not _puts_forward(side, statements):
            continue
        pack = packs.of(statements.lang[side.doc])
        able = [
            other
            for other in _able(side, statements, mouths, by_figure, pack)
            if _puts_forward(other, statements) and other not in unclaimed and not strangers.apart(side.doc, other.doc)
        ]
        alike = (other for other in able if _say_one(side, other, statements, mouths, pack))
        again = next(alike, None) or _said_before(side, able, statements, mouths, pack)
        if again is not None:
            found[side] = again
    return found


def _said_before(
    side: SideRef, able: Sequence[SideRef], statements: Statements, mouths: Mouths, pack: LanguagePack
) -> SideRef | None:
    """*Volgens de burgemeester kreeg u een brief*: of what an interview holds against somebody, where its holder says so.

    He says it there in other words, and of all that he says elsewhere most is about what both tell of.
    """
    gist = statements.gists[side]
    if not gist.turn.prompting:
        return None
    found = [(_held_in_common(side, other, statements, mouths, pack), -n, other) for n, other in enumerate(able)]
    most = max(found, default=None)
    return most[2] if most is not None and most[0] >= LEAST_PROMPTED else None


def _held_in_common(side: SideRef, other: SideRef, statements: Statements, mouths: Mouths, pack: LanguagePack) -> float:
    """How much the words tell that a mouth has for one thing twice; nothing where two things set it apart."""
    one, two = statements.gists[side], statements.gists[other]
    shared = _telling(one) & _telling(two) - pack.propositions.words.general
    as_held = (statements.stance(side) == "denies") == (statements.stance(other) == "denies")
    if not (as_held and mouths.may_be_one(side, other) and _are_alike(one, two, shared)):
        return 0.0
    return _weighed(shared, statements)


def with_retellings(
    conflicts: Sequence[CaseConflict],
    retellings: Mapping[SideRef, SideRef],
    mouths: Mouths,
    rejected: Collection[tuple[SideRef, SideRef]] = (),
) -> tuple[CaseConflict, ...]:
    """The conflicts, and behind them those between documents that these are as well by what is told again.

    ``rejected`` are statements of two documents that do not collide.
    """
    known = {frozenset((c.a, c.b)) for c in conflicts} | {frozenset(sides) for sides in rejected}
    more = []
    for conflict in (c for c in conflicts if c.a.doc == c.b.doc):
        told = [retellings.get(side, side) for side in (conflict.a, conflict.b)]
        for a, b in ((told[0], conflict.b), (conflict.a, told[1])):
            pair = frozenset((a, b))
            if pair not in known and not mouths.may_be_one(a, b):
                known.add(pair)
                why = conflict.why + mouths.once_more(a, conflict.a) + mouths.once_more(b, conflict.b)
                more.append(msgspec.structs.replace(conflict, a=a, b=b, why=why, again=conflict.id))
    every = enumerate((*conflicts, *more), start=1)
    return tuple(msgspec.structs.replace(one, id=f"X{number}") for number, one in every)


def _by_figure(statements: Statements, packs: Packs) -> dict[tuple[Quantity, str], list[SideRef]]:
    """The statements by a figure and a word beside it, and by no word where the number alone tells much."""
    found: defaultdict[tuple[Quantity, str], list[SideRef]] = defaultdict(list)
    for side, gist in statements.gists.items():
        for key in _figure_keys(gist, packs.of(statements.lang[side.doc])):
            found[key].append(side)
    return found


def _figure_keys(gist: Gist, pack: LanguagePack) -> Iterator[tuple[Quantity, str]]:
    for figure in gist.quantities:
        if figure.what and _is_telling(figure) and figure.what not in pack.propositions.words.units:
            yield figure, ""
        if figure.what:
            yield from ((figure, term) for term in _telling(gist) if term != figure.what)


def _able(
    side: SideRef,
    statements: Statements,
    mouths: Mouths,
    by_figure: Mapping[tuple[Quantity, str], Sequence[SideRef]],
    pack: LanguagePack,
) -> list[SideRef]:
    """The statements of other documents in its language that may say the same, in their order: those of its mouth first."""
    own = {*mouths.of_one(side)}
    counted = {other for key in _figure_keys(statements.gists[side], pack) for other in by_figure[key]} - own
    able = (
        other
        for others in (own, counted)
        for other in sorted((o for o in others if o in statements.gists), key=statements.place)
    )
    return [o for o in able if o.doc != side.doc and statements.lang[o.doc] == statements.lang[side.doc]]


def _figures(gist: Gist) -> set[Quantity]:
    return {figure for figure in gist.quantities if figure.what}


def _telling(gist: Gist) -> set[str]:
    return {term for term in gist.terms if not term.startswith("@")}


def _puts_forward(side: SideRef, statements: Statements) -> bool:
    """Whether a statement says by itself what is, or is not so."""
    own = statements.stance(side)
    bare = side in statements.standing_for or side in statements.conditional
    return not bare and (own in MAINTAINED or own == "denies")


def _say_one(a: SideRef, b: SideRef, statements: Statements, mouths: Mouths, pack: LanguagePack) -> bool:
    one, other = statements.gists[a], statements.gists[b]
    shared = _telling(one) & _telling(other)
    as_held = (statements.stance(a) == "denies") == (statements.stance(b) == "denies")
    if not as_held or not _are_alike(one, other, shared):
        return False
    of_one = mouths.may_be_one(a, b)
    figures = _figures(one) & _figures(other)
    if figures:
        beside = shared - {figure.what for figure in figures}
        by_itself = any(key[1] == "" for key in _figure_keys(one, pack) if key[0] in figures)
        told = of_one or by_itself or _weighed(beside, statements) >= LEAST_BESIDE
        return told and not (one.denied or other.denied)
    covered = _weighed(shared, statements) >= LEAST_COVERED * _weighed(_telling(one), statements)
    return of_one and len(shared) >= LEAST_SHARED and covered


def _are_alike(one: Gist, other: Gist, shared: set[str]) -> bool:
    """Whether nothing sets what two say apart: a negation, another judgment, other figures."""
    counted = one.quantities and other.quantities
    return (
        one.dispute == other.dispute
        and shared.isdisjoint({*one.denied} ^ {*other.denied})
        and not (one.judgment and other.judgment and one.judgment != other.judgment)
        and not (counted and _figures(one).isdisjoint(_figures(other)))
    )


def _is_telling(figure: Quantity) -> bool:
    known = [bound for bound in (figure.low, figure.high) if bound is not None]
    return bool(known) and max(known) >= TELLING and not any(bound in YEARS for bound in known)


def _weighed(terms: Collection[str], statements: Statements) -> float:
    return sum(weight(len(statements.by_term[term])) for term in terms)
