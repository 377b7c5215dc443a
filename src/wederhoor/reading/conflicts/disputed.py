"""One denies or doubts something, and another says it: whether that is what is disputed, by the words of both."""

from __future__ import annotations

from collections.abc import Collection

from wederhoor.reading.conflicts.candidates import NEAR
from wederhoor.reading.conflicts.meeting import LEAST_OVERLAP, Collision, Meeting, telling
from wederhoor.records import ConflictReason, Gist

FEW = 6
"""Terms of a statement, at most, that one word in common may stand for."""
UNKNOWN = -1
"""The sentence of a statement that an older version read, which did not tell what it disputes in the first place."""
FARTHEST = 3 * NEAR
"""Statements from one that says hardly more than a word to one that disputes it, at most."""
FEWEST = 2
"""Terms in common, at least, by which two that stand far apart are of one matter; terms of one that says hardly more, at most,
and one more where it says all that is disputed."""


def disputed(m: Meeting) -> Collision | None:
    """One denies or doubts what the other says, in the first place."""
    for one, other in ((m.b, m.a), (m.a, m.b)):
        reason: ConflictReason = "doubt" if one.dispute == "doubt" else "denial"
        against = one.dispute and other.dispute is None and other.stating and not one.pointing
        if against and isinstance(other.side, str) and _tells_it(m, one, other) and not _agree(m, one, other):
            return m.collision("denial", reason, m.overlap + 0.1 * (m.gap <= NEAR), "disputed")
    return None


def answered(m: Meeting) -> Collision | None:
    """One denies something of the same people or things right behind what another says of them."""
    near = m.gap == 1 and m.b.paragraph - m.a.paragraph <= 1 and m.by_speakers
    answers = m.b.dispute == "denial" and not m.b.pointing and m.a.dispute is None and not _agree(m, m.b, m.a)
    said = {*(m.b.disputed if m.b.of_claim else m.b.terms)}.intersection(m.shared)
    answers = answers and _tells_what_is_denied(m.b, m.a)
    if near and answers and _says_enough(m, said) and not m.b.judgment and m.a.stating:
        return m.collision("denial", "denial", 0.3 + m.overlap, "answered")
    return None


def _says_enough(m: Meeting, said: set[str]) -> bool:
    """Whether the words in common tell what is denied: of what is only supposed, *had de sirene geloeid*, more than one."""
    enough = telling(said) or (bool(said) and m.a.paragraph == m.b.paragraph)
    return enough and (len(said) > 1 or not m.a.supposed)


def _tells_it(m: Meeting, one: Gist, other: Gist) -> bool:
    """Whether the other says what the one disputes, as far as their words tell."""
    known = one.disputed or (one.terms if one.sentence == UNKNOWN else ())
    shared, what = matter_in(m.shared, m), matter_in(known, m)
    said = what & shared
    if (one.lying and f"@{other.speaker}" not in one.lying) or not _tells_what_is_denied(one, other):
        return False
    if not telling(said) or m.overlap < LEAST_OVERLAP:
        return False
    if m.gap > NEAR:
        return _is_known_from_afar(m, said, what, other)
    return len(shared) > 1 or (len(other.terms) <= FEW and not other.supposed)


def _tells_what_is_denied(one: Gist, other: Gist) -> bool:
    """Whether the other says the very thing that the report of the one denies, and as narrowly."""
    told = not one.denying or not {*one.denying}.isdisjoint((*other.terms, *other.bare))
    return told and is_as_narrow(one, other) and _is_of_whom(one, other)


def _is_of_whom(one: Gist, other: Gist) -> bool:
    """Whether the other speaks of whom the one denies to have done something, where that is himself."""
    if not (one.denying and one.own and one.speaker):
        return True
    return f"@{one.speaker}" in other.terms or one.speaker.lower() in other.terms


def is_as_narrow(one: Gist, other: Gist) -> bool:
    """Whether what the one denies of all, of the first or with somebody only, the other says of all, of the first, with him."""
    return {*one.limits} <= {*other.limits, *other.terms}


def _is_known_from_afar(m: Meeting, said: set[str], disputed: set[str], other: Gist) -> bool:
    """Whether half of what is disputed is said, beside another word; or the other, not too far, says hardly more."""
    what, told = ({term for term in terms if not term.startswith("@")} for terms in (disputed, said))
    little = len(other.terms) <= FEWEST + (told == what) and m.gap <= FARTHEST
    return little or (len(matter_in(m.shared, m)) >= FEWEST and 2 * len(told) >= len(what))


def matter_in(terms: Collection[str], m: Meeting) -> set[str]:
    """Terms without those that are but a part of a name: *exxon* beside *Exxon Mobil*."""
    names = (term for term in (*m.a.terms, *m.b.terms) if term.startswith("@"))
    return {*terms} - {part.lower() for name in names for part in name[1:].split()}


def _agree(m: Meeting, one: Gist, other: Gist) -> bool:
    """Whether neither says that it is so, or both speak well or ill of it.

    Who denies that it was good does not dispute that it was bad, nor that it was not good. *Denied that soldiers had driven them
    out*, *no soldier has been there*: neither says that they did.
    """
    judged = one.judgment is not None and one.judgment == other.judgment
    denied = not {*one.denied}.isdisjoint(other.denied) or not {*one.disputed}.intersection(m.shared).isdisjoint(
        other.denied
    )
    return judged or denied
