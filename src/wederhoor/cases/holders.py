"""Whose word an item is: the account of its speaker, or of the author of its document."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher

from wederhoor.errors import WederhoorError
from wederhoor.records import AUTHOR, CaseActor, Holder, Reading, Ref

MOST_NAMES = 12
"""Names that a message lists, the most likely first."""
UNNAMED = "unnamed"
Key = tuple[str, str]
"""What tells one holder from another: ("actor", id), ("name", name), ("author", document) or ("unnamed", document)."""


class AccountHolders:
    """Holder of an item -> key of its account."""

    def __init__(
        self, readings: Sequence[Reading], actors: Sequence[CaseActor], nobody: Collection[str] = frozenset()
    ) -> None:
        """``nobody`` are speakers in lower case that stand for nobody in particular: *iedereen*."""
        self._actor_of = {member: actor.id for actor in actors for member in actor.members}
        self._voice_of = {voice: actor.id for actor in actors for voice in actor.voices}
        self._speakers = {(r.doc, a.id): (a.actor, a.speaker) for r in readings for a in r.attributions}
        self._nobody = nobody

    def key(self, doc: str, holder: Holder) -> Key:
        if holder == AUTHOR:
            return "author", doc
        actor, speaker = self._speakers[doc, holder]
        if speaker and speaker.casefold() in self._nobody:
            return UNNAMED, doc
        joined = self._actor_of.get(Ref(doc, actor)) if actor else self._voice_of.get(Ref(doc, speaker or ""))
        if joined:
            return "actor", joined
        return ("name", speaker.casefold()) if speaker else (UNNAMED, doc)

    def actor(self, doc: str, name: str) -> Key:
        """What tells an actor of an event from others: that of the case, else the words for it in that document."""
        joined = self._actor_of.get(Ref(doc, name))
        return ("actor", joined) if joined else (doc, name)


def spoken_names(readings: Sequence[Reading], holders: AccountHolders) -> dict[str, tuple[Key, ...]]:
    """The holders that go by each name of a speaker, as his statements show it: *de brigade* for *brigade*; in lower case."""
    found: dict[str, dict[Key, None]] = {}
    for reading in readings:
        for said in reading.attributions:
            key = holders.key(reading.doc, said.id)
            if said.speaker and key[0] != UNNAMED:
                found.setdefault(_plain(said.speaker), {})[key] = None
    return {name: tuple(keys) for name, keys in found.items()}


def kept_coalitions(joins: Sequence[str], spoken: Mapping[str, Sequence[Key]]) -> dict[Key, str]:
    """The coalition of each holder, from ``name=one,other,...`` with names of speakers; the later of two counts."""
    found: dict[Key, str] = {}
    for join in joins:
        name, _, members = join.partition("=")
        found.update((key, name) for member in members.split(",") for key in spoken.get(_plain(member), ()))
    return found


def read_coalitions(
    joins: Sequence[str], names: Mapping[Key, str], spoken: Mapping[str, Sequence[Key]]
) -> dict[Key, str]:
    """From ``name=one,other,...`` the coalition that each holder belongs to. ``names`` is what the holders are called.

    So is a speaker's name as his statements show it, by ``spoken``.

    A part of a name will do where one holder alone has it: *Visser* for *Anna Visser*. Raises W701 for what has no such form,
    W702 for who is nobody of the case, W703 for who is in two coalitions or may be several.
    """
    found: dict[Key, str] = {}
    for join in joins:
        name, sign, members = (part.strip() for part in join.partition("="))
        if not (sign and name and all(member.strip() for member in members.split(","))):
            raise WederhoorError("W701", join=join)
        for member in members.split(","):
            for key in _named(member.strip(), names, spoken):
                if found.setdefault(key, name) != name:
                    raise WederhoorError(
                        "W703", name=member.strip(), why=f"it is of the coalition {found[key]} already"
                    )
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _named(member: str, names: Mapping[Key, str], spoken: Mapping[str, Sequence[Key]]) -> Sequence[Key]:
    known = {name.casefold() for name in names.values()}
    return spoken[_plain(member)] if _plain(member) in spoken.keys() - known else [_holder(member, names)]


def _holder(member: str, names: Mapping[Key, str]) -> Key:
    """The holder with this name, else the only one with these words in the name."""
    sought = member.casefold()
    exact = [key for key, name in names.items() if name.casefold() == sought]
    having = exact[:1] or [key for key, name in names.items() if f" {sought} " in f" {name.casefold()} "]
    if len(having) == 1:
        return having[0]
    if having:
        raise WederhoorError("W703", name=member, why=f"it may be any of these: {_listed([names[k] for k in having])}")
    alike = sorted(names.values(), key=lambda name: (-SequenceMatcher(None, sought, name.casefold()).ratio(), name))
    raise WederhoorError("W702", name=member, names=_listed(alike))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (", ..." if len(names) > MOST_NAMES else "")
