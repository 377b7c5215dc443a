"""Which statements collide: the same topic, by different holders, and opposed to each other.

Topic is measured by the terms that two gists share, the rarer the weightier; opposition by dispute, negation and
opposite judgment. A wrong conflict between two living people is worse than a missed one, so either alone is not enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypedDict

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.conflicts.candidates import FAR, NEAR, able_pairs, candidates
from wederhoor.reading.conflicts.counted import counted
from wederhoor.reading.conflicts.disputed import answered, disputed, is_as_narrow, matter_in
from wederhoor.reading.conflicts.judged import judged
from wederhoor.reading.conflicts.meeting import (
    LEAST_OVERLAP,
    AllShared,
    Collision,
    Meeting,
    Weights,
    shared_terms,
    telling,
)
from wederhoor.reading.conflicts.replacements import replacements
from wederhoor.reading.conflicts.replies import announced, asides, pointing, replied, set_against
from wederhoor.reading.found_by import FoundBy
from wederhoor.reading.memo import Series
from wederhoor.reading.propositions import NoOpponents, Opposed
from wederhoor.records import Conflict, ConflictReason, ConflictSide, Deed, Gist


class Because(TypedDict):
    """Why a conflict is one: the fields of ``Conflict`` that say so."""

    reason: ConflictReason
    terms: tuple[str, ...]
    why: str


Rule = Callable[[Meeting], Collision | None]
NEXT = 3
"""Statements from one to another that says the opposite of the same, at most."""
VIOLENCE = ("ASSAULT", "COERCE")
OF_THINGS = ("COERCE",)
"""Of these, what is also done to things: to seize a ship."""
MOST_NEGATED = 7
"""Terms of a statement, at most, that is of one matter with all that it denies: of a long answer it may be a side issue."""
MOST_TERMS = 5
"""Words that a conflict names as what joins its sides."""


def find_conflicts(
    gists: Sequence[Gist], opposed: Sequence[Opposed], pack: LanguagePack, found_by: FoundBy, no_opponents: NoOpponents
) -> tuple[Conflict, ...]:
    """The conflicts within one document, numbered X1, X2, ... in the order of their later side.

    ``opposed`` is what its statements put forward that is opposed, ``no_opponents`` tells which are none by the words they share;
    ``found_by`` gets the rule of each conflict.
    """
    collided = _with_opposed(collisions(gists, no_opponents=no_opponents), opposed, gists)
    found = {f"X{number}": c for number, c in enumerate(collided, start=1)}
    found_by.update({name: c.rule for name, c in found.items()})
    return tuple(
        Conflict(id=name, a=c.a.side, b=c.b.side, kind=c.kind, **reasons_of(c, pack)) for name, c in found.items()
    )


def reasons_of(c: Collision, pack: LanguagePack) -> Because:
    """Why two gists collide, as data and as a sentence in the language of the text."""
    denied_before = c.reason in ("denial", "doubt") and c.a.dispute is not None and c.b.dispute is None
    against, one = (c.b, c.a) if denied_before else (c.a, c.b)  # who denies or doubts is named as the one who does
    names = called(against.side, against.speaker, pack), called(one.side, one.speaker, pack)
    return because(c.reason, c.shared, names, pack)


def because(reason: ConflictReason, shared: Sequence[str], names: tuple[str, str], pack: LanguagePack) -> Because:
    """The same for sides that are called by these two names."""
    terms = terms_of(shared)
    return {"reason": reason, "terms": terms, "why": pack.disputes.why.told(reason, *names, terms)}


def terms_of(shared: Sequence[str]) -> tuple[str, ...]:
    """The terms that join two sides, as words to show, as many as a conflict names."""
    return tuple(term.removeprefix("@") for term in shared[:MOST_TERMS])


def called(side: ConflictSide, speaker: str | None, pack: LanguagePack) -> str:
    """What the holder of a side is called in the language of the text."""
    reasons = pack.disputes.why
    return reasons.author if not isinstance(side, str) else speaker or reasons.unnamed


def _with_opposed(found: Sequence[Collision], opposed: Sequence[Opposed], gists: Sequence[Gist]) -> list[Collision]:
    """The collisions, and of statements that do not collide by their words those that are opposed by what they say."""
    by_side = {gist.side: gist for gist in gists}
    known = {frozenset((c.a.order, c.b.order)) for c in found}
    more = []
    for one in opposed:
        a, b = by_side.get(one.a.side), by_side.get(one.b.side)
        if a is None or b is None or frozenset((a.order, b.order)) in known or a.parent == b.side or b.parent == a.side:
            continue
        first, second = sorted((a, b), key=lambda gist: gist.order)
        if _conceded(first, second):
            continue
        told = one.opposition
        more.append(Collision(first, second, told.kind, told.reason, told.shared, 1.0, told.rule))
    return sorted([*found, *more], key=lambda c: (c.b.order, c.a.order))


def collisions(
    gists: Sequence[Gist],
    comparable: Callable[[Gist, Gist], bool] | None = None,
    document: Callable[[Gist], str] = lambda _: "",
    series: Series[Gist, list[Gist]] | None = None,
    more: Sequence[Rule] = (),
    no_opponents: NoOpponents = lambda *_: False,
) -> list[Collision]:
    """The strongest collisions among gists, no statement twice in the same kind with statements of one document.

    ``comparable`` says which may meet at all, by the two alone, ``document`` where each stands. What ``series`` has of two is not
    worked out again. ``more`` are rules besides. Who are ``no_opponents`` are opposed by no word that one of them denies.
    """
    weights = Weights(gists)
    disputing = {g.side for g in gists if g.dispute and isinstance(g.side, str)}
    # what a disputing statement quotes of others is part of its dispute
    apart = [g for g in gists if g.parent not in disputing or g.dispute == "disbelief"]
    pairs: Iterator[tuple[Gist, Gist]]
    if series is None:
        pairs = ((a, b) for b, near in candidates(apart) for a in near if comparable is None or comparable(a, b))
    else:
        pairs = able_pairs(apart, partial(collide, weights=AllShared(), more=more), comparable, series)
    found = of_opponents([c for a, b in pairs if (c := collide(a, b, weights, more))], no_opponents)
    placed = [] if comparable else [*asides(gists), *announced(apart, found)]
    return _choose([*found, *placed, *replacements(found, apart)], document)


def of_opponents(found: Sequence[Collision], no_opponents: NoOpponents) -> list[Collision]:
    """The collisions but for those of who says the same in other words as whom he would deny, or it of another."""
    return [c for c in found if c.kind != "denial" or not no_opponents(c.a.side, c.b.side)]


def collide(a: Gist, b: Gist, weights: Weights, more: Sequence[Rule] = ()) -> Collision | None:
    """Whether two gists collide, the earlier first; None where they do not."""
    if b.dispute == "disbelief" and isinstance(a.side, str) and b.parent == a.side:
        return Collision(a, b, "denial", "disbelief", shared_terms(a, b), 1.0, "disbelief")
    meeting = _meeting(a, b, weights)
    if meeting is None:
        return None
    rules: list[Rule] = [
        pointing,
        replied,
        disputed,
        answered,
        set_against,
        _insisted,
        _instigated,
        _explained,
        _done,
    ]
    if not all(gist.personal or gist.own for gist in (a, b)):  # what each says of himself can all be right
        rules += [counted, _negated, judged, *more]
    return next(filter(None, (rule(meeting) for rule in rules)), None)


def _meeting(a: Gist, b: Gist, weights: Weights) -> Meeting | None:
    """Two gists side by side; None where no rule takes them."""
    if a.speaker == b.speaker or a.parent == b.side or b.parent == a.side:
        return None
    if _conceded(a, b):
        return None
    shared = shared_terms(a, b)
    meeting = Meeting(a, b, shared, weights.overlap(a, b, shared), b.order - a.order)
    if meeting.gap > FAR and meeting.overlap < LEAST_OVERLAP and not (a.instigated or b.instigated):
        return None  # in a long text nearly all pairs are such
    return meeting


def _conceded(a: Gist, b: Gist) -> bool:
    """*Dan heeft hij gelijk*: whether an answer says that who said what it answers is right."""
    return b.turn.conceding and a.paragraph == b.paragraph - 1


def _insisted(m: Meeting) -> Collision | None:
    """One stands by his own word right after another has spoken of him."""
    about = m.b.insisting and f"@{m.b.speaker}" in m.a.terms
    if about and m.by_speakers and m.a.stating and m.gap == 1 and m.a.paragraph == m.b.paragraph:
        return m.collision("denial", "opposite", 0.5, "insisted")
    return None


def _instigated(m: Meeting) -> Collision | None:
    """The one names doers of whom the other says that they were sent."""
    for one, other in ((m.b, m.a), (m.a, m.b)):
        if other.stating and not other.dispute and not {*one.instigated}.isdisjoint(other.terms):
            return m.collision("actor", "actor", m.overlap + 0.5, "instigated")
    return None


def _explained(m: Meeting) -> Collision | None:
    """Different causes that go the same way to one effect."""
    if m.a.dispute or m.b.dispute:
        return None  # what is doubted explains nothing
    for one in m.a.explanations:
        for other in m.b.explanations:
            effects = _is_one_effect(m, one.effect, other.effect)
            causes = {*one.cause} & {*other.cause}
            # the effect of the other may be a word that says little: *de problemen komen doordat ...*
            effects = effects or (m.gap == 1 and bool(one.effect) and bool(other.cause) and not other.effect)
            if effects and not causes and one.sign == other.sign and m.by_speakers and m.gap <= FAR:
                return m.collision("cause", "cause", 0.5 + m.overlap, "explained")
    return None


def _is_one_effect(m: Meeting, one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two effects are one: more than a word in common, or all that either tells."""
    effects = matter_in(one, m), matter_in(other, m)
    shared = effects[0] & effects[1]
    return telling(shared) and (len(shared) > 1 or len(shared) == min(map(len, effects)))


def _done(m: Meeting) -> Collision | None:
    """The same deed by another doer: who does it in the one suffers it in the other, or the same suffer it of others."""
    if not m.by_speakers or m.gap > FAR:
        return None
    for one in m.a.deeds:
        for other in m.b.deeds:
            turned = {*one.agents} & {*other.patients} and {*other.agents} & {*one.patients}
            if one.code == other.code and (turned or (m.gap <= 2 and _accuse(m, one, other))):
                return m.collision("actor", "actor", 0.5 + m.overlap, "done")
    return None


def _accuse(m: Meeting, one: Deed, other: Deed) -> bool:
    """Whether each names another doer of violence, and neither himself.

    What is seized or forbidden, unlike what is shot at, may be two things: that must be told alike or done to the same.
    """
    named = one.agents and other.agents and {*one.agents}.isdisjoint(other.agents)
    alike = m.telling or not {*one.patients}.isdisjoint(other.patients)
    neither = m.a.speaker not in one.agents and m.b.speaker not in other.agents
    return bool(named) and neither and one.code in VIOLENCE and (alike or one.code not in OF_THINGS)


def _negated(m: Meeting) -> Collision | None:
    """The one says of the same things what the other says is not so."""
    if any(one.turning and {*one.denied}.isdisjoint(m.shared) for one in (m.a, m.b)):
        return None  # did not collide, avoided a collision
    turned = {*m.a.denied} ^ {*m.b.denied}
    about = any(t in turned for t in m.shared) and _are_as_narrow(m, turned)
    others = any(t not in turned for t in m.shared)
    least = 2 * LEAST_OVERLAP if m.by_speakers else 3 * LEAST_OVERLAP
    short = max(len(m.a.terms), len(m.b.terms)) <= MOST_NEGATED
    if about and others and short and _are_of_one(m) and m.overlap >= least:
        return m.collision("denial", "opposite", m.overlap, "negated")
    return None


def _are_as_narrow(m: Meeting, turned: set[str]) -> bool:
    """Whether of what one of the two says is not so, the other speaks as narrowly: *not all*, *some*."""
    return all(is_as_narrow(one, other) for one, other in ((m.a, m.b), (m.b, m.a)) if turned.intersection(one.denied))


def _are_of_one(m: Meeting) -> bool:
    """Whether two that stand together hold something to be so, neither of himself alone.

    The author goes on with what another says, unless he sets something against it.
    """
    against = isinstance(m.a.side, str) and m.b.contrast
    words = [term for term in matter_in(m.shared, m) if not term.startswith("@")]
    # further apart one word in common is said of another thing
    near = m.gap <= NEXT or (m.b.contrast and m.gap <= NEAR) or len(words) > 1
    apart = _is_of_himself(m.a, m.b) and _is_of_himself(m.b, m.a)
    held = m.a.stating and m.b.stating and not (m.a.supposed or m.b.supposed)
    return near and (m.by_speakers or against) and apart and held


def _is_of_himself(one: Gist, other: Gist) -> bool:
    """Whether the other speaks of him too who speaks of himself: *I have never voted in a primary*."""
    return not one.own or f"@{one.speaker}" in other.terms


def _choose(found: Sequence[Collision], document: Callable[[Gist], str]) -> list[Collision]:
    """Of every statement the strongest conflict of each kind with the statements of one document."""
    best: list[Collision] = []
    taken: set[tuple[int, str, str]] = set()
    for c in sorted(found, key=lambda c: (-c.score, c.b.order, c.a.order)):
        sides = {(c.b.order, c.kind, document(c.a)), (c.a.order, c.kind, document(c.b))}
        if taken.isdisjoint(sides):
            taken |= sides
            best.append(c)
    return sorted(best, key=lambda c: (c.b.order, c.a.order))
