"""Whose word an item is: the account of its speaker, or of the author of its document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wederhoor.errors import WederhoorError
from wederhoor.records import CaseActor, Holder, Reading, Ref

AUTHOR: Holder = "author"
Key = tuple[str, str]
"""What tells one holder from another: ("actor", id), ("name", name), ("author", document) or ("unnamed", document)."""


class Holders:
    """Holder of an item -> key of its account."""

    def __init__(self, readings: Sequence[Reading], actors: Sequence[CaseActor]) -> None:
        self._actor_of = {member: actor.id for actor in actors for member in actor.members}
        self._speakers = {(r.doc, a.id): (a.actor, a.speaker) for r in readings for a in r.attributions}

    def key(self, doc: str, holder: Holder) -> Key:
        if holder == AUTHOR:
            return "author", doc
        actor, speaker = self._speakers[doc, holder]
        joined = self._actor_of.get(Ref(doc, actor)) if actor else None
        if joined:
            return "actor", joined
        return ("name", speaker.casefold()) if speaker else ("unnamed", doc)


def read_coalitions(joins: Sequence[str], names: Mapping[str, Key]) -> dict[Key, str]:
    """From ``name=one,other,...`` the coalition that each holder belongs to.

    Raises W701 for what has no such form or names nobody of the case.
    """
    found: dict[Key, str] = {}
    for join in joins:
        name, sign, members = join.partition("=")
        if not (sign and name.strip() and members.strip()):
            raise WederhoorError("W701", join=join)
        for member in members.split(","):
            key = names.get(member.strip().casefold())
            if key is None:
                raise WederhoorError("W702", name=member.strip(), names=", ".join(sorted(names)))
            found[key] = name.strip()
    return found
