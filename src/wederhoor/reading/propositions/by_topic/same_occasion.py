"""Two numbers of those who died or came: whether both are of one occasion, and whether both can be right."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from wederhoor.reading.propositions.figures import counts_differ, same_measure
from wederhoor.reading.propositions.same import times_meet
from wederhoor.records import Phrase, Proposition

OCCASION, BESIDE, WHICH = "occasion", "beside", "which"
"""The roles of an occasion, of what else the sentence tells, and of which of several it was."""
WHO, WHEN, TEXT = "who", "when", "text"
"""The roles of whom a number counts, of a time whose days are not known, and of the names of a text that is about no other."""
FEWEST_SHARED = 3
"""Names that two texts of one occasion have, at least; of one thing another one."""
SHORTEST = 4
"""Letters of a word that is a part of another, or of the name of a place that is one of an adjective, at least."""
LONGEST_ENDING = 3
"""Letters by which an adjective is longer than the name of its place, at most: *Wolderveense*."""


def tolls_differ(a: Proposition, b: Proposition) -> str:
    """How two numbers of one fate on one occasion are opposed, as ``counts_differ`` says it; empty where they are not."""
    return counts_differ(a, b) if same_measure(a, b) and (of_one_occasion(a, b) or of_one_matter(a, b)) else ""


def of_one_occasion(a: Proposition, b: Proposition) -> bool:
    """Whether two are of one place, time and kind, and of the same thing there."""
    one, other = dict(a.others), dict(b.others)
    kinds = bool(a.places and b.places) and kinds_meet(one[OCCASION].head, other[OCCASION].head)
    alone = _modifiers(one.get(WHICH)) == _modifiers(other.get(WHICH))
    return kinds and alone and times_meet(a, b) and names_meet(a.places, b.places) and _about_one(one, other)


def of_one_matter(a: Proposition, b: Proposition) -> bool:
    """Whether two are of the one occasion that either text is about and names, by the names of both texts."""
    one, other = dict(a.others), dict(b.others)
    kinds = one[OCCASION].head, other[OCCASION].head
    alike = _modifiers(one.get(WHO)) == _modifiers(other.get(WHO)) and _modifiers(one.get(WHICH)) == _modifiers(
        other.get(WHICH)
    )
    placed = not (a.places and b.places) or names_meet(a.places, b.places)
    about = one[OCCASION].modifiers, other[OCCASION].modifiers
    same = all(kinds) and kinds_meet(*kinds) and (not all(about) or share_words(*about))
    known = share_names(one.get(TEXT), other.get(TEXT), FEWEST_SHARED)
    timed = bool(a.times) == bool(b.times) and times_meet(a, b) and whens_meet(one, other)
    return known and alike and placed and same and timed


def whens_meet(one: Mapping[str, Phrase], other: Mapping[str, Phrase]) -> bool:
    """Whether the times whose days are not known are told by the same words, where both tell one."""
    return WHEN not in one or WHEN not in other or one[WHEN] == other[WHEN]


def text_names(chief: Collection[str], names: Collection[str]) -> Phrase:
    """The words of the names of a text, those that it is full of and all."""
    return Phrase(head=TEXT, modifiers=tuple(sorted(chief)), kinds=tuple(sorted(names)))


def share_names(one: Phrase | None, other: Phrase | None, least: int = FEWEST_SHARED + 1) -> bool:
    """Whether two texts have so many names in common, one of which either is full of."""
    if one is None or other is None:
        return False
    shared = {*one.kinds} & {*other.kinds}
    return len(shared) >= least and not shared.isdisjoint((*one.modifiers, *other.modifiers))


def kinds_meet(one: str, other: str) -> bool:
    """*Ramp* and *brand*, not *brand* and *botsing*."""
    return not one or not other or one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _modifiers(phrase: Phrase | None) -> tuple[str, ...]:
    return () if phrase is None else phrase.modifiers


def _about_one(one: dict[str, Phrase], other: dict[str, Phrase]) -> bool:
    """Whether both name one thing: of what both say of the occasion itself, else of what either sentence tells."""
    a, b = one[OCCASION].modifiers, other[OCCASION].modifiers
    if a and b:
        return share_words(a, b)
    return share_words((*a, *_modifiers(one.get(BESIDE))), (*b, *_modifiers(other.get(BESIDE))))


def share_words(a: Collection[str], b: Collection[str]) -> bool:
    """Whether a word of the one is a word of the other, or the last part of one: *silo*, *graansilo*."""
    return any(x == y or _ends(x, y) or _ends(y, x) for x in a for y in b)


def _ends(part: str, whole: str) -> bool:
    return len(part) >= SHORTEST and whole.endswith(part)


def names_meet(a: Collection[str], b: Collection[str]) -> bool:
    """Whether a name of the one is one of the other, or an adjective of it."""
    return any(x == y or _is_of_place(x, y) or _is_of_place(y, x) for x in a for y in b)


def _is_of_place(place: str, adjective: str) -> bool:
    """*Wolderveen*, *Wolderveense*; *Harlow Bend*, *the Harlow Bend silo*."""
    longer = len(adjective) - len(place)
    return len(place) >= SHORTEST and 0 < longer <= LONGEST_ENDING and adjective.startswith(place)
