"""Whether actors of two documents are the same: by name, acronym, alias or spelling, where nothing speaks against it."""

from __future__ import annotations

from rapidfuzz import fuzz

from wederhoor.languages.actors import ActorLexicon, actor_lexicon
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actors.names import folded
from wederhoor.records import Actor

ALIKE = 82
"""rapidfuzz ratio from which full names may be spellings of one: Volodymyr Zelensky and Volodimir Zelenski have 83."""
BODIES_ALIKE = 92
SHORTEST = 8
"""Letters of a body's name in which another spelling is believed."""
STANDING = ("GOV", "MIL", "OPP", "LEG", "COP", "JUD", "REB", "IGO")
"""Sectors in which a group is the same one in every text about a country: *autoriteiten*, *oppositie*."""


def same_actor(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    """Whether two actors of two documents are surely the same.

    Conservative: a family name alone counts only where country and role or sector agree, another spelling too; unnamed
    people are never the same.
    """
    if a.kind != b.kind or (a.country and b.country and a.country != b.country):
        return False
    lexicon = actor_lexicon(pack.code)
    if a.kind == "person":
        return _same_person(a, b, pack)
    if a.kind == "group":
        standing = a.sector is not None and a.sector == b.sector and a.sector in STANDING
        return folded(a.name) == folded(b.name) and a.country is not None and a.country == b.country and standing
    if a.kind == "state":
        return a.country == b.country if a.country else folded(a.name) == folded(b.name)
    return _same_body(a, b, lexicon)


def _is_named(actor: Actor) -> bool:
    """Whether an actor goes by a proper name, which begins its last word with a capital."""
    return actor.name.split()[-1][:1].isupper()


def _agree(a: Actor, b: Actor) -> bool:
    """Whether two actors are of one country and have a role or a sector in common."""
    sector = a.sector is not None and a.sector == b.sector
    return a.country is not None and a.country == b.country and (sector or _share_role(a, b))


def _share_role(a: Actor, b: Actor) -> bool:
    ones, others = ({role.title.casefold().split()[-1] for role in actor.roles} for actor in (a, b))
    return bool(ones & others)


def _same_person(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    if not _is_named(a) or not _is_named(b):
        return False
    one, other = (_words(actor.name, pack) for actor in (a, b))
    if one == other:
        return len(one) > 1 or _agree(a, b)
    if one[-1] == other[-1] and (len(one) == 1 or len(other) == 1 or _initial(one[0], other[0])):
        return _agree(a, b)
    if len(one) < 2 or len(other) < 2 or not _agree(a, b):
        return False
    if a.country == actor_lexicon(pack.code).words.home and not _share_role(a, b):
        return False  # names of home are spelt as they are: Jan de Boer is not Jan de Beer
    gendered = one[-1] + "a" == other[-1] or other[-1] + "a" == one[-1]
    return not gendered and fuzz.ratio(" ".join(one), " ".join(other)) >= ALIKE


def _words(name: str, pack: LanguagePack) -> list[str]:
    """The words of a person's name without particles, folded."""
    words = [folded(w) for w in name.split() if w.casefold() not in pack.people.name_particles]
    return [w for w in words if w] or [folded(name)]


def _initial(one: str, other: str) -> bool:
    """*J.* and *Jan*."""
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _same_body(a: Actor, b: Actor, lexicon: ActorLexicon) -> bool:
    if not _is_named(a) or not _is_named(b):
        return folded(a.name) == folded(b.name) and _agree(a, b) and a.sector in STANDING
    ones, others = ({folded(n): n for n in (actor.name, *actor.aliases)} for actor in (a, b))
    usual = {lexicon.alias[n] for n in ones.values() if n in lexicon.alias}
    if usual & {lexicon.alias[n] for n in others.values() if n in lexicon.alias}:
        return True
    shared = [ones[key] for key in ones if key in others]
    if any(len(key) > 3 or a.country == b.country for key in map(folded, shared)):
        return True
    if not _agree(a, b):
        return False
    if _is_acronym(a.name, b.name) or _is_acronym(b.name, a.name):
        return True
    long = min(len(a.name), len(b.name)) >= SHORTEST and not any(c.isdigit() for c in a.name + b.name)
    return long and fuzz.ratio(folded(a.name), folded(b.name)) >= BODIES_ALIKE


def _is_acronym(short: str, long: str) -> bool:
    """*CVO* for *Collectieve Veiligheidsorganisatie Oost*: the capitals of the words, in their order."""
    initials = "".join(word[0] for word in long.split() if word[:1].isupper()).casefold()
    return (
        len(short) > 1 and " " not in short and short.isupper() and short.casefold() == initials and len(initials) > 2
    )
