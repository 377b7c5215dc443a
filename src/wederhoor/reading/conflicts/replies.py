"""What collides because the one answers the other: in an interview, where the text says that readings differ, in an aside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from wederhoor.reading.conflicts.candidates import NEAR
from wederhoor.reading.conflicts.meeting import Collision, Meeting, shared_terms
from wederhoor.reading.propositions.figures import apart
from wederhoor.records import ConflictKind, ConflictReason, Gist

PERSONAL = 0.3
BEHIND = 2
"""Statements right behind the announcement that readings differ: these."""


def pointing(m: Meeting) -> Collision | None:
    """*Dat klopt niet*: a statement right before it is meant, somebody's rather than the author's."""
    disputes = m.b.dispute and (m.b.stating or m.b.dispute == "doubt")
    if not (m.b.pointing and disputes and m.a.stating and not m.a.turn.asking and _may_be_meant(m)):
        return None
    if m.b.dispute == "disagreement" and m.a.judgment == m.b.judgment == "-":
        return None  # both speak ill of it
    kind: ConflictKind = "evaluation" if m.b.dispute == "disagreement" else "denial"
    # what one says of himself is seldom what another disputes, nor what one tells of another's words
    score = 1.0 + m.overlap - 0.2 * m.gap - PERSONAL * m.a.personal - PERSONAL * (m.a.parent is not None)
    return m.collision(kind, "denial", score, "pointing")


def _may_be_meant(m: Meeting) -> bool:
    """Whether a statement that points back can mean another; a headline of nobody is no other mind."""
    if _means_another(m) or (m.a.speaker is None and m.b.dispute == "disagreement"):
        return False
    # who asks in an interview goes on to another matter
    reach = 0 if m.b.turn.prompting else 1
    if m.gap <= NEAR and m.b.paragraph - m.a.paragraph <= reach and m.by_speakers:
        return True
    if m.b.dispute != "denial":
        return False
    # *dat is onzin*, says the author of what he has just told; *X bestrijdt dat*, where that is not told of X himself
    told = isinstance(m.a.side, str) or f"@{m.b.speaker}" not in m.a.terms
    # an answer of an interview rejects what the one who asks takes for granted
    asked = m.b.turn.answering and m.a.paragraph == m.b.paragraph - 1
    return asked or (m.gap == 1 and m.a.paragraph == m.b.paragraph and told)


def _means_another(m: Meeting) -> bool:
    """*..., although he disputes this*: what the sentence tells; *Hale is lying*: what Hale said; *that figure*: a number."""
    beside = m.b.turn.aside and m.b.sentence != m.a.sentence
    return beside or (m.b.of_number and not m.a.quantities) or (bool(m.b.lying) and f"@{m.a.speaker}" not in m.b.lying)


def replied(m: Meeting) -> Collision | None:
    """An answer of an interview that says no, another number or the opposite verdict to what it answers."""
    a, b = m.a, m.b
    if not (b.turn.answering and a.paragraph == b.paragraph - 1 and a.stating):
        return None
    if b.turn.dismissing and m.by_speakers and a.parent is None:
        return m.collision("denial", "denial", 0.8 + m.overlap - 0.1 * m.gap, "answer: dismissal")
    return _answers(m, a, b) if b.stating and not a.turn.asking else None


def _answers(m: Meeting, a: Gist, b: Gist) -> Collision | None:
    """Another number, a no, or the opposite verdict."""
    if _counts_otherwise(a, b):
        return m.collision("figure", "figure", 0.9 - 0.1 * m.gap, "answer: figure")
    if m.by_speakers and _says_no(a, b):
        return m.collision("denial", "denial", 0.8 + m.overlap - 0.1 * m.gap, "answer: no")
    if m.by_speakers and {a.judgment, b.judgment} == {"+", "-"} and m.shared:
        return m.collision("evaluation", "evaluation", 0.7 + m.overlap, "answer: verdict")
    return None


def _says_no(a: Gist, b: Gist) -> bool:
    return b.turn.negative and not a.turn.negative and not a.dispute


def _counts_otherwise(a: Gist, b: Gist) -> bool:
    """Whether the answer begins with a number by itself that does not fit one of what it answers."""
    bare = b.quantities[0] if b.turn.opens_with_number and b.quantities else None
    return bare is not None and any(apart(one, bare) for one in a.quantities)


def set_against(m: Meeting) -> Collision | None:
    """*Vindt juist dat*: the opposite of what another said right before."""
    near = m.gap == 1 and m.a.paragraph == m.b.paragraph and m.by_speakers
    if near and m.b.opposing and m.a.stating and m.b.stating:
        kind: ConflictKind = "evaluation" if m.a.judgment or m.b.judgment else "denial"
        return m.collision(kind, "opposite", 0.5 + m.overlap - 0.1 * m.gap, "set against")
    return None


def announced(gists: Sequence[Gist], found: Collection[Collision]) -> Iterator[Collision]:
    """The two that speak right behind *daarover lopen de lezingen uiteen*, where nothing more is ``found`` of them."""
    known = {(c.a.order, c.b.order) for c in found}
    for number, gist in enumerate(gists):
        behind = gists[number + 1 : number + 1 + BEHIND] if gist.turn.announcing else ()
        if len(behind) == BEHIND and _are_readings(gist, *behind) and (behind[0].order, behind[1].order) not in known:
            yield _of_two_readings(*behind)


def _are_readings(announcement: Gist, one: Gist, other: Gist) -> bool:
    """Whether two statements stand in the paragraph that announces them, each by itself, of two speakers."""
    apart = one.parent is None and other.parent is None and one.speaker != other.speaker
    apart = apart and bool(one.quantities) == bool(other.quantities)  # 164 dead, and to be not ready yet
    spoken = (isinstance(g.side, str) and g.stating and g.paragraph == announcement.paragraph for g in (one, other))
    return apart and all(spoken)


def _of_two_readings(one: Gist, other: Gist) -> Collision:
    numbers = bool(one.quantities and other.quantities)
    kind: ConflictKind = "figure" if numbers else "denial"
    reason: ConflictReason = "figure" if numbers else "opposite"
    return Collision(one, other, kind, reason, shared_terms(one, other), 0.9, "announced")


def asides(gists: Sequence[Gist]) -> Iterator[Collision]:
    """*De lezing van X, die zei dat ..., is onjuist, zegt Y*: what stands beside what Y says is what Y rejects."""
    by_side = {gist.side: gist for gist in gists}
    for inner in gists:
        outer = by_side.get(inner.parent) if inner.parent is not None and inner.turn.aside and inner.stating else None
        of_him = outer is not None and f"@{inner.speaker}" in outer.terms and inner.speaker != outer.speaker
        if outer is not None and of_him and outer.dispute == "denial":
            a, b = sorted((inner, outer), key=lambda gist: gist.order)
            yield Collision(a, b, "denial", "denial", shared_terms(a, b), 1.0, "aside")
