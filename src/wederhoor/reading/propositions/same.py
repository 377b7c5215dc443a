"""Whether two propositions are of one matter: role by role, one that is silent being compatible."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from wederhoor.records import Phrase, Proposition

SHORTEST_HEAD = 4
"""Letters of a compound's last part, at least: *plan* of *evacuatieplan*."""
OWNED = "@"
"""Before a possessive among modifiers: *haar*, of which is not known whom it means."""
CORE = ("subject", "object")


@dataclass(frozen=True, slots=True)
class SharedMatter:
    """What two propositions of one matter have in common."""

    shared: tuple[Phrase, ...]
    """The phrases of the first that are the same in the second."""
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    parted: bool = False
    """Whether a subject that one of the two alone has is a name: another may be meant in the other."""
    """Roles that one of the two alone has."""


def same_phrase(a: Phrase, b: Phrase, told: Collection[str] = ()) -> bool:
    """Whether two phrases may mean the same: one actor or one head, with nothing that sets them apart.

    ``told`` are modifiers that do not part them: the places of both clauses.
    """
    if a.actor is not None and a.actor == b.actor:
        return True
    if a.actor and b.actor and _are_namesakes(a.actor, b.actor):
        return False
    heads = a.head == b.head or _is_part(a.head, b.head) or _is_part(b.head, a.head)
    if a.head in b.kinds or b.head in a.kinds:
        return True  # wij, zegt een bewoner: de bewoners
    if not heads or _is_of_another(a, b) or _is_of_another(b, a):
        return False
    return not _apart(_narrowing(a, b.head, told), _narrowing(b, a.head, told))


def _are_namesakes(one: str, other: str) -> bool:
    """*Dirk Maas*, *Karel Maas*: two people of one family name."""
    first, second = one.split(), other.split()
    several = min(len(first), len(second)) > 1 and first[-1] == second[-1]
    return several and not ({*first} <= {*second} or {*second} <= {*first})


def _is_of_another(compound: Phrase, bare: Phrase) -> bool:
    """*De jeugdzorghervorming*, *de hervorming van de ouderenzorg*: what one is of is another one of its kind."""
    first = compound.head.removesuffix(bare.head)
    tail = first[-SHORTEST_HEAD:]
    return first not in ("", compound.head) and any(m != first and m.endswith(tail) for m in bare.modifiers)


def _narrowing(phrase: Phrase, other: str, told: Collection[str]) -> set[str]:
    """The modifiers of a phrase, but for what the first part of the ``other`` head says: *de mars voor het klimaat*."""
    first = other.removesuffix(phrase.head) if other != phrase.head else ""
    return {m for m in phrase.modifiers if m not in told and not (first and first.startswith(m))}


def _is_part(part: str, whole: str) -> bool:
    """*Plan* and *evacuatieplan*, not *minister* and *oud-minister*."""
    first = whole.removesuffix(part)
    return len(part) >= SHORTEST_HEAD and len(first) > SHORTEST_HEAD - 1 and first != whole


def tails_of(head: str) -> Iterator[str]:
    """The words that a head may be a compound of: *plan* for *evacuatieplan*."""
    return (head[at:] for at in range(SHORTEST_HEAD, len(head) - SHORTEST_HEAD + 1))


def _apart(a: Collection[str], b: Collection[str]) -> bool:
    """Both are narrowed down, and otherwise."""
    one, other = {*a} - {*b}, {*b} - {*a}
    if not (any(m.startswith(OWNED) for m in one) and any(m.startswith(OWNED) for m in other)):
        one, other = ({m for m in found if not m.startswith(OWNED)} for found in (one, other))  # his may be anybody's
    return bool(one and other)


def matter_of(a: Proposition, b: Proposition, skipped: Collection[str] = ()) -> SharedMatter | None:
    """What two propositions have in common except the roles ``skipped``; None where a role tells that they are two matters."""
    if not _places_meet(a, b) or not times_meet(a, b):
        return None
    if _named_apart(a, b):
        return None
    told = _words_of({*a.places} & {*b.places})
    roles_a, roles_b = _roles(a, skipped), _roles(b, skipped)
    if not {*CORE} & {*skipped} and _alone(a) and _alone(b):  # de lonen dalen, de lonen zijn gedaald
        for roles in (roles_a, roles_b):
            if "subject" in roles:
                roles["object"] = roles.pop("subject")
    shared: list[Phrase] = []
    for role in roles_a.keys() & roles_b.keys():
        if not same_phrase(roles_a[role], roles_b[role], told):
            return None
        shared.append(roles_a[role])
    return SharedMatter(
        tuple(sorted(shared, key=lambda phrase: phrase.head)),
        tuple(sorted(_only(roles_a, roles_b))),
        tuple(sorted(_only(roles_b, roles_a))),
        _has_named_subject_alone(a, b),
    )


def _has_named_subject_alone(a: Proposition, b: Proposition) -> bool:
    """Whether one of the two alone has a subject, which is a name."""
    named = any(phrase is not None and (phrase.named or phrase.actor) for phrase in (a.subject, b.subject))
    return named and not (a.subject and b.subject)


def _words_of(places: Collection[str]) -> set[str]:
    return {part.lower() for place in places for part in place.split()}


def _only(one: Mapping[str, Phrase], other: Mapping[str, Phrase]) -> set[str]:
    """The roles that one alone has; what the other says beside a noun or by another preposition, it has too.

    *Traangas bij de ontruiming*, *tijdens de ontruiming*.
    """
    told = {m for phrase in other.values() for m in phrase.modifiers} | {
        phrase.head for role, phrase in other.items() if role not in CORE and role not in one
    }
    return {role for role in one.keys() - other.keys() if role in CORE or one[role].head not in told}


def _named_apart(a: Proposition, b: Proposition) -> bool:
    """*Over de Lemba*, *over de Runo*: whether a role has two names, be they those of places or not."""
    one, other = dict(a.others), dict(b.others)
    named = ((one[role], other[role]) for role in one.keys() & other.keys() if one[role].named and other[role].named)
    return any(not same_phrase(x, y) and x.head not in y.modifiers and y.head not in x.modifiers for x, y in named)


def _alone(p: Proposition) -> bool:
    return (p.subject is None) != (p.object is None)


def _roles(p: Proposition, skipped: Collection[str]) -> dict[str, Phrase]:
    """The phrases by role; what is subject of a state is what is done in an act, and the other way round."""
    found = {role: phrase for role, phrase in p.others if phrase.head not in {place.lower() for place in p.places}}
    core = {"subject": p.subject, "object": p.object}
    if p.subject is None or p.object is None:
        one = p.subject or p.object
        core = {"object": one} if p.state else core
    found |= {role: phrase for role, phrase in core.items() if phrase is not None}
    return {role: phrase for role, phrase in found.items() if role not in skipped}


def _places_meet(a: Proposition, b: Proposition) -> bool:
    return not a.places or not b.places or not {*a.places}.isdisjoint(b.places)


def times_meet(a: Proposition, b: Proposition) -> bool:
    """Whether a time of the one may be one of the other; who gives none is silent."""
    pairs = [(x, y) for x in a.times for y in b.times]
    return not pairs or any(x[0] <= y[1] and y[0] <= x[1] for x, y in pairs)


def is_specific(phrases: Collection[Phrase], general: Collection[str]) -> bool:
    """Whether one of the phrases is a thing of the case: named, definite, or narrowed down."""
    return any(
        (phrase.definite or phrase.named or phrase.actor or phrase.modifiers) and phrase.head not in general
        for phrase in phrases
    )
