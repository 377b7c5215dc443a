"""Whether actors of two documents are the same: by name, acronym, alias or spelling, where nothing speaks against it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from wederhoor.languages.actors import ActorLexicon
from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actors.names import folded
from wederhoor.records import Actor
from wederhoor.syntax.nouns import noun_kind

ALIKE = 82
"""rapidfuzz ratio from which full names may be spellings of one: Volodymyr Zelensky and Volodimir Zelenski have 83."""
BODIES_ALIKE = 92
"""The same of names of bodies, in which a letter more often makes another name."""
MOST_KEPT = 50_000
"""Names of which the words are kept once they were found."""
FULL_NAME = 2
"""Words of a full name; what stands before so many may be a title."""
SHORTEST = 8
"""Letters of a body's name in which another spelling is believed."""
STANDING = ("GOV", "MIL", "OPP", "LEG", "COP", "JUD", "REB", "IGO")
"""Sectors in which a group is the same one in every text about a country: *autoriteiten*, *oppositie*."""
OFFICIAL = ("GOV", "LEG", "JUD", "MIL")
"""Sectors in which another title is another office."""


def same_actor(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    """Whether two actors of two documents are surely the same.

    Conservative: a family name alone counts only where role or sector agree, another spelling only where the country does
    too; unnamed people are never the same. The country alone parts nobody from who has the same name.
    """
    if a.kind != b.kind:
        return _same_name_of_two_kinds(a, b, pack)
    lexicon = pack.actors
    if a.kind == "person":
        return _same_person(a, b, pack)
    if a.kind == "group":
        standing = a.sector is not None and a.sector == b.sector and a.sector in STANDING
        return folded(a.name) == folded(b.name) and a.country is not None and a.country == b.country and standing
    if a.kind == "state":
        return a.country == b.country if a.country else folded(a.name) == folded(b.name)
    return _same_body(a, b, lexicon)


def _same_name_of_two_kinds(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    """Whether a full name is a body's in one text, and in the other somebody's of whom nothing says that he is a person."""
    if {a.kind, b.kind} != {"person", "organisation"}:
        return False
    person = a if a.kind == "person" else b
    first, *others = person.name.split()
    given = first in pack.names.given_women or first in pack.names.given_men
    titles = {role.title.casefold() for role in person.roles} - pack.names.organisation_nouns  # *verzekeraar* is either
    shown = given or any(noun_kind(title, pack) == "person" for title in titles)
    return bool(others) and folded(a.name) == folded(b.name) and not shown


def contradicts(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    """Whether two actors cannot be one: two first names, two offices, two bodies of one acronym.

    Who has one full name in both is one all the same: people change offices.
    """
    if a.kind != b.kind or not is_named(a) or not is_named(b):
        return False
    if a.kind == "person":
        return _other_person(a, b, pack)
    return a.kind == "organisation" and _other_body(a, b)


def _other_person(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    one, other = (name_words(actor.name, pack) for actor in (a, b))
    if len(one) > 1 and len(other) > 1:
        same = one[0] == other[0] or is_initial(one[0], other[0])
        return not same and fuzz.ratio(" ".join(one), " ".join(other)) < ALIKE
    if is_first_name(a, b, pack) or is_first_name(b, a, pack):
        return False
    return _particles(a, pack) != _particles(b, pack) or _other_office(a, b)


def _other_body(a: Actor, b: Actor) -> bool:
    """Whether two bodies have one acronym, and each a longer name of its own."""
    return any(
        _is_acronym(short, long) and _is_acronym(short, other)
        for short in {*_names(a)} & {*_names(b)}
        for long in _names(a)
        for other in _names(b)
        if folded(long) != folded(other)
    )


def is_first_name(short: Actor, full: Actor, pack: LanguagePack) -> bool:
    """*Ronnie* of *Ronnie Blom*: a person by the first name alone."""
    if not (short.kind == full.kind == "person" and is_named(short) and is_named(full)):
        return False
    one, other = (name_words(actor.name, pack) for actor in (short, full))
    return len(one) == 1 and len(one[0]) > 1 and len(other) > 1 and one[0] == other[0] and one[0] != other[-1]


def support(actor: Actor, pack: LanguagePack) -> bool:
    """Whether more than a name tells what kind of actor somebody is."""
    known = pack.actors.renown(actor.name, actor.kind) is not None
    named = any(" " in alias for alias in actor.aliases)
    return known or named or bool(actor.roles) or (actor.sector is not None and actor.kind != "person")


def plain_noun(actor: Actor, pack: LanguagePack) -> str | None:
    """The noun of what has no name, in lower case, where nothing but an article or a possessive stands with it."""
    words = actor.name.casefold().split()
    lexicon = pack.actors.words
    if is_named(actor) or any(w not in pack.closed.definite and w not in lexicon.possessives for w in words[:-1]):
        return None
    return words[-1]


def head_noun(actor: Actor, pack: LanguagePack) -> tuple[str, bool] | None:
    """The head of the noun phrase by which one without a name goes, in lower case, and whether more is said with it.

    *garde* and True of *presidentiële garde*, *commando's* and True of *commando's van Makanda*.
    """
    if is_named(actor) and not actor.name[:1].islower():
        return None
    words = actor.name.casefold().split()
    behind = pack.closed.of | pack.names.place_prepositions
    of = next((n for n, word in enumerate(words) if n and word in behind), len(words))
    bare = pack.closed.definite | pack.actors.words.possessives
    details = [word for word in (*words[: of - 1], *words[of:]) if word not in bare]
    return words[of - 1], bool(details)


def spoken_for(actor: Actor, pack: LanguagePack) -> str | None:
    """The body for which somebody speaks who has no name: *politie* of *een woordvoerster van de politie*."""
    if actor.kind != "person":
        return None
    voices = pack.actors.words.voices
    head, _, rest = actor.name.partition(" ")
    noun = next((voice for voice in voices if head.casefold().endswith(voice)), None)
    if noun is None:
        return None
    body = [w for w in rest.split() if w.casefold() not in pack.closed.definite][1:] if rest else []
    if rest:
        return " ".join(body) if rest.split()[0].casefold() in pack.closed.of and body else None
    return head[: -len(noun)].rstrip("-") or None


def tells(actor: Actor, pack: LanguagePack) -> bool:
    """Whether an actor's name or noun can be that of somebody in another document: not *een vrouw*, *de betogers*."""
    words = pack.actors.words
    noun = plain_noun(actor, pack)
    return is_named(actor) or actor.sector in STANDING or noun in words.sole | words.bodies | words.general


def is_named(actor: Actor) -> bool:
    """Whether an actor goes by a proper name, which begins its last word with a capital."""
    return _is_name(actor.name)


@lru_cache(maxsize=MOST_KEPT)
def _is_name(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1][:1].isupper()


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _other_office(a: Actor, b: Actor) -> bool:
    """Whether two hold offices that are not one: *minister Visser* and *wethouder Anna Visser*, *trainer* and *rechter*."""
    if not a.roles or not b.roles or _share_role(a, b):
        return False
    if a.sector is not None and b.sector is not None:
        return a.sector != b.sector or a.sector in OFFICIAL
    return False


def _particles(actor: Actor, pack: LanguagePack) -> list[str]:
    return [w.casefold() for w in actor.name.split() if w.casefold() in pack.people.name_particles]


def _agree(a: Actor, b: Actor) -> bool:
    """Whether two actors are of one country and have a role or a sector in common."""
    sector = a.sector is not None and a.sector == b.sector
    return a.country is not None and a.country == b.country and (sector or _share_role(a, b))


def _share_role(a: Actor, b: Actor) -> bool:
    """*leider* and *oppositieleider*."""
    ones, others = ({role.title.casefold().split()[-1] for role in actor.roles} for actor in (a, b))
    return any(one.endswith(other) or other.endswith(one) for one in ones for other in others)


def _same_person(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    if not is_named(a) or not is_named(b):
        return False
    one, other = (name_words(actor.name, pack) for actor in (a, b))
    if one == other and len(one) > 1:
        return _particles(a, pack) == _particles(b, pack) or _agree(a, b)  # Jan de Vries is not Jan Vries
    if one[-1] == other[-1] and (len(one) == 1 or len(other) == 1 or is_initial(one[0], other[0])):
        return _share_role(a, b) or _agree(a, b)
    return len(one) > 1 and len(other) > 1 and _agree(a, b) and _other_spelling(a, b, pack)


def _other_spelling(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    if a.country == pack.actors.words.home and not _share_role(a, b):
        return False  # names of home are spelt as they are: Jan de Boer is not Jan de Beer
    one, other = (name_words(actor.name, pack) for actor in (a, b))
    gendered = one[-1] + "a" == other[-1] or other[-1] + "a" == one[-1]
    return not gendered and fuzz.ratio(" ".join(one), " ".join(other)) >= ALIKE


def may_be_spelt_otherwise(person: Actor, pack: LanguagePack) -> bool:
    """Whether another spelling of a person's full name can be believed: a country has to be known, and a role or a sector."""
    foreign = person.country != pack.actors.words.home
    return person.country is not None and bool(person.roles or (foreign and person.sector is not None))


def name_words(name: str, pack: LanguagePack) -> tuple[str, ...]:
    """The words of a person's name without particles and a title before it, folded: *Chief Anna Visser*."""
    return _name_words(name, pack)


@lru_cache(maxsize=MOST_KEPT)
def _name_words(name: str, pack: LanguagePack) -> tuple[str, ...]:
    words = [w.casefold() for w in name.split() if w.casefold() not in pack.people.name_particles]
    while len(words) > FULL_NAME and noun_kind(words[0], pack) == "person":
        words = words[1:]
    found = tuple(w for w in map(folded, words) if w)
    return found or (folded(name),)


def is_initial(one: str, other: str) -> bool:
    """*J.* and *Jan*."""
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _same_body(a: Actor, b: Actor, lexicon: ActorLexicon) -> bool:
    if not is_named(a) or not is_named(b):
        return folded(a.name) == folded(b.name) and _agree(a, b) and a.sector in STANDING
    ones, others = ({folded(n): n for n in _names(actor)} for actor in (a, b))
    if not _usual(ones.values(), lexicon).isdisjoint(_usual(others.values(), lexicon)):
        return True
    if any(len(key) > 1 for key in ones.keys() & others.keys()):
        return True
    if any(_is_acronym(x, y) or _is_acronym(y, x) for x in ones.values() for y in others.values()):
        return True
    return _agree(a, b) and _spelt_alike(a.name, b.name)


def _usual(names: Iterable[str], lexicon: ActorLexicon) -> set[str]:
    """What bodies of these names are usually called."""
    return {lexicon.alias[n] for n in names if n in lexicon.alias}


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two long names without a number differ by a slip of the pen."""
    if min(len(one), len(other)) < SHORTEST or any(c.isdigit() for c in one + other):
        return False
    return fuzz.ratio(folded(one), folded(other)) >= BODIES_ALIKE


def _is_acronym(short: str, long: str) -> bool:
    """*CVO* for *Collectieve Veiligheidsorganisatie Oost*: the capitals of the words, in their order."""
    initials = "".join(word[0] for word in long.split() if word[:1].isupper()).casefold()
    return (
        len(short) > 1 and " " not in short and short.isupper() and short.casefold() == initials and len(initials) > 2
    )
