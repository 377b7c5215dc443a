"""Whether an actor of a document is one with those of other documents: how much its name tells, and what else speaks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from itertools import takewhile

from wederhoor.cases.first_names import has_first_name
from wederhoor.cases.matter import Matter
from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs, concepts_of
from wederhoor.reading.actors.names import folded
from wederhoor.reading.actors.part_of_name import has_part_of_name
from wederhoor.reading.actors.same import (
    OFFICIAL,
    contradicts,
    head_noun,
    is_named,
    may_be_spelt_otherwise,
    name_words,
    plain_noun,
    same_actor,
    spoken_for,
    tells,
)
from wederhoor.reading.memo import Memo
from wederhoor.records import Actor, Reading, Ref

LIKE = 3
"""Letters that the last words of two names have in common where they may name the same."""
RECENT = 3
"""Members of a group that another is compared with, at most."""
SHORTEST_TAIL = 5
"""Letters of the last part of a compound that can stand for it: *ziekenhuis* for *Willibrordziekenhuis*."""
SAME_MATTER = 2
"""Actors that two documents name, at least, where a noun in both means the same one."""


class Standing(IntEnum):
    """How much the name of an actor tells of who it is, the most first."""

    FULL = 0
    """*Anna Visser*, *Verenigde Haven Organisatie*, a state."""
    SHORT = 1
    """*Visser*, *A. Visser*, *VHO*: a part of a name."""
    NOUN = 2
    """*de burgemeester*, *de brigade*."""
    SPOKESMAN = 3
    """*een woordvoerder van de politie*."""


@dataclass(frozen=True, slots=True)
class Member:
    """An actor of a document, ``reading``; ``place`` is the number of that document and its own in it."""

    reading: Reading
    ref: Ref
    actor: Actor
    place: tuple[int, int]
    standing: Standing
    common: Actor | None = None
    """With names and roles in the terms that languages share, where there are several."""

    @property
    def lang(self) -> str:
        """The language of its document."""
        return self.reading.lang


@dataclass(slots=True)
class SamePerson:
    """Actors of several documents that are one."""

    members: list[Member] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    voices: list[Ref] = field(default_factory=list)
    """Speakers of documents in which it is no actor."""
    sign: object = None
    """Stands for its members in their order: the same ones have the same sign in every round of a memo."""

    def add(self, member: Member, memo: Memo) -> None:
        """Take an actor in."""
        self.members.append(member)
        self.documents.add(member.ref.doc)
        self.sign = memo.of("one", (self.sign, member.reading, member.actor), object)

    def compared(self) -> list[Member]:
        """The first, whose name tells most, and the last few."""
        return [*self.members[:1], *self.members[max(1, len(self.members) - RECENT) :]]


def standing_of(actor: Actor, pack: LanguagePack) -> Standing:
    """How much an actor's name tells."""
    if spoken_for(actor, pack) is not None:
        return Standing.SPOKESMAN
    if actor.kind == "state":
        return Standing.FULL
    if not is_named(actor):
        return Standing.NOUN
    words = name_words(actor.name, pack) if actor.kind == "person" else actor.name.split()
    return Standing.FULL if len(words) > 1 and len(words[0]) > 1 else Standing.SHORT


def keys_of(actor: Actor, pack: LanguagePack) -> list[str]:
    """What an actor may have in common with one that it fits: the beginning of a last word, the nouns of its names and roles."""
    spoken = spoken_for(actor, pack)
    if spoken is None and not tells(actor, pack):
        return []
    if spoken is not None:
        return sorted({*_nouns(spoken.split()), spoken.split()[-1].casefold()[:LIKE]})
    names = [name.split() for name in (actor.name, *actor.aliases)]
    keys = {name[-1].casefold()[:LIKE] for name in names}
    keys.add(f"^{names[0][0].casefold()}")
    keys |= {f"={pack.actors.alias[name]}" for name in (actor.name, *actor.aliases) if name in pack.actors.alias}
    if actor.kind != "person":
        keys |= {"".join(word[0] for word in name if word[:1].isupper()).casefold() for name in names}
    return sorted((keys | _nouns(_telling_words(actor, names))) - {""})


def keys_of_member(member: Member, packs: Packs) -> list[str]:
    """As ``keys_of``, by the names in its own language and by those in the terms that languages share."""
    own = keys_of(member.actor, packs.of(member.lang))
    if member.standing is Standing.FULL:
        own = [*own, *_last_names(member, packs)]
    if member.common is None:
        return own
    country = [f"@{member.actor.country}"] if member.actor.kind == "state" and member.actor.country else []
    return sorted({*own, *keys_of(member.common, packs.common), *country})


def sought_of_member(member: Member, packs: Packs) -> list[str] | None:
    """Where to look for a person by his last name alone, None for everywhere.

    Who has a full name is one with others who have the last one as well, unless another spelling can be believed: those of whom
    an initial or a part of a name is told are placed after him.
    """
    full = member.standing is Standing.FULL and member.actor.kind == "person" and not packs.mixed
    by_last = full and not may_be_spelt_otherwise(member.actor, packs.of(member.lang))
    return _last_names(member, packs) if by_last else None


def _last_names(member: Member, packs: Packs) -> list[str]:
    """The last word of a full name, as ``name_words`` has it and as it is written."""
    last = name_words(member.actor.name, packs.of(member.lang))[-1]
    return sorted({f"${last}", f"${folded(member.actor.name.split()[-1])}"})


def _compared(a: Member, b: Member, packs: Packs) -> tuple[Actor, Actor, LanguagePack]:
    """Two actors and a pack by which they can be compared: by their own names where these are of one language."""
    if a.lang == b.lang or not packs.mixed:
        return a.actor, b.actor, packs.of(a.lang)
    return a.common or a.actor, b.common or b.actor, packs.common


def _telling_words(actor: Actor, names: list[list[str]]) -> list[str]:
    """The words of an actor's names and roles by which a noun can mean it: of a person those of the roles."""
    titles = [role.title.split()[-1] for role in actor.roles]
    if actor.kind != "person":
        return titles + [word for name in names for word in name]
    return titles if is_named(actor) else [*titles, names[0][-1]]


def _nouns(words: list[str]) -> set[str]:
    """The words in lower case, with the last parts that they may be compounds of."""
    lower = [word.casefold() for word in words]
    return {word[cut:] for word in lower for cut in range(len(word)) if cut == 0 or len(word) - cut >= SHORTEST_TAIL}


def fits(member: Member, group: SamePerson, matter: Matter, packs: Packs) -> bool:
    """Whether an actor may be who the group is: its name or noun says so, and nothing speaks against it."""
    others = group.compared()
    if any(contradicts(*_compared(member, other, packs)) for other in others):
        return False
    return any(_fits(member, other, matter, packs) for other in others)


def _fits(member: Member, other: Member, matter: Matter, packs: Packs) -> bool:
    a, b, pack = _compared(member, other, packs)
    if same_actor(a, b, pack):
        return True
    shared = matter.shared(member.ref.doc, other.ref.doc, a) if member.ref.doc != other.ref.doc else 0
    if not shared:
        return False
    if member.standing is not Standing.NOUN:
        part = has_part_of_name(a, b, pack) or has_part_of_name(b, a, pack)
        return (
            part
            or _same_people(a, b)
            or (shared >= SAME_MATTER and has_first_name(member.actor, b, member.reading, pack))
        )
    return shared >= SAME_MATTER and _same_noun(a, b, pack)


def _same_people(a: Actor, b: Actor) -> bool:
    """*de familie Rosenboom* in two texts of one matter."""
    return a.kind == b.kind == "group" and is_named(a) and folded(a.name) == folded(b.name)


def _same_noun(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    """Whether who acts or speaks by a noun alone is another: by an office or a body of which there is one, not as some people."""
    words = pack.actors.words
    if a.kind == "group" and plain_noun(a, pack) not in words.sole:
        return False
    if is_named(b) or a.kind == "person":
        alone = plain_noun(a, pack) is not None or a.kind == "person"
        return _says_name(a, b, pack) or (alone and meant_by_noun(a, b, pack))
    head = head_noun(a, pack)
    return head is not None and head[0] in words.bodies | words.sole and meant_by_noun(a, b, pack)


def _says_name(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    """Whether a noun phrase has all words of a body's name: *Sarvia's energy ministry* is the *Ministry of Energy*."""
    beside = pack.closed.of | pack.closed.definite
    words = {*b.name.casefold().split()} - beside
    return "person" not in (a.kind, b.kind) and len(words) > 1 and words <= {*a.name.casefold().split()}


def meant_by_noun(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    """Whether a noun means who is called something else: *de burgemeester*, *de inspectie*, *ons bestuur* for *het bestuur*.

    Of two without a name one is the bare noun, and the other says more with it or before it: *garde*, *presidentiële garde*;
    *inspectie*, *omgevingsinspectie*. Or both say the same with it.
    """
    if "person" in (a.kind, b.kind):
        return a.kind == b.kind and _holds_office(a, b, pack)
    noun, words = plain_noun(a, pack), pack.actors.words
    if noun in words.families and b.kind == "group" and is_named(b):
        return noun in b.name.casefold().split()  # *de familie*, *the Rosenboom family*
    if head_noun(b, pack) is None:
        return (
            noun is not None and (a.kind != "group" or noun in words.sole) and noun in _nouns(_called_by(b, noun, pack))
        )
    return _alike(a, b, pack) and (a.country == b.country or None in (a.country, b.country))


def _holds_office(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    """*de burgemeester*: an office of which there is one; *the health secretary*: the whole title of one of the state."""
    noun = plain_noun(a, pack)
    if noun is not None and noun in pack.actors.words.sole:
        return noun in _titles(b) or noun == plain_noun(b, pack)
    office = a.sector in OFFICIAL and " " in a.name and not is_named(a)
    return office and any(role.title.casefold() == a.name.casefold() for role in b.roles)


def _alike(a: Actor, b: Actor, pack: LanguagePack) -> bool:
    """Whether two noun phrases can be of one body, or of the same people."""
    one, other = head_noun(a, pack), head_noun(b, pack)
    if one is None or other is None:
        return False
    if one[1] and other[1]:
        return a.kind == b.kind == "organisation" and folded(a.name) == folded(b.name)
    if one[0] == other[0]:
        return True
    bare, full = (one, other) if len(one[0]) < len(other[0]) else (other, one)
    return a.kind == b.kind == "organisation" and not bare[1] and bare[0] in _nouns([full[0]])


def nouns_of(actor: Actor, pack: LanguagePack) -> list[str]:
    """The nouns by which another text may mean an actor, the last parts of compounds among them."""
    head = head_noun(actor, pack)
    if head is not None:
        return sorted({*_nouns([head[0]]), *_titles(actor)})
    return sorted(_nouns(_titles(actor) if actor.kind == "person" else _words_for(actor, pack)))


def _called_by(body: Actor, noun: str, pack: LanguagePack) -> list[str]:
    """The words of a body by which a noun can mean it; *het bedrijf* may be any firm, also one that no text calls so."""
    words = pack.actors.words
    return body.name.split() if noun in words.general - words.sole - words.bodies else _words_for(body, pack)


def _words_for(body: Actor, pack: LanguagePack) -> list[str]:
    """The words of a body's name, but for those behind *of*, and of what the text says that it is."""
    own = takewhile(lambda word: word not in pack.closed.of, body.name.split())
    return [*own, *_titles(body)]


def _titles(actor: Actor) -> list[str]:
    return [role.title.split()[-1].casefold() for role in actor.roles]


def speaks_for(member: Member, group: SamePerson, packs: Packs) -> bool:
    """Whether a group is the body that a spokesman without a name is called after: *politiewoordvoerder*."""
    body = spoken_for(member.actor, packs.of(member.lang))
    if body is None:
        return False
    for other in group.members:
        if other.actor.kind != "person" and other.standing is not Standing.SPOKESMAN:
            own = other.lang == member.lang
            shown = other.actor if own else other.common or other.actor
            called = body if own else _common_body(body, packs.of(member.lang))
            if folded(called) in {folded(name) for name in (shown.name, *shown.aliases)}:
                return True
    return False


def _common_body(body: str, pack: LanguagePack) -> str:
    """What a body is called in the terms that languages share: *politie*, *police*; a name is a name."""
    concepts = concepts_of(pack)
    return concepts.body(body) or (body if body[:1].isupper() else concepts.thing(body))
