"""Actors with names and roles in the terms that language packs share, to be compared with those of another language."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wederhoor.languages.pack import LanguagePack
from wederhoor.reading.actors.same import is_named
from wederhoor.reading.propositions.common import CommonTerms
from wederhoor.records import Actor, Role


def in_common_terms(actor: Actor, terms: CommonTerms, pack: LanguagePack) -> Actor:
    """The actor with what languages share: proper names as they are, those of bodies beside them, nouns and roles as concepts."""
    roles = tuple(Role(_noun(role.title.casefold().split(), terms, pack), role.of) for role in actor.roles)
    if not is_named(actor):
        name = _noun(actor.name.casefold().split(), terms, pack)
        return msgspec.structs.replace(actor, name=name, aliases=(), roles=roles)
    bodies = (terms.concepts.body(_bare(name, pack)) for name in (actor.name, *actor.aliases))
    own = dict.fromkeys((*actor.aliases, *(body for body in bodies if body is not None)))
    return msgspec.structs.replace(actor, aliases=tuple(own), roles=roles)


def _noun(words: Sequence[str], terms: CommonTerms, pack: LanguagePack) -> str:
    """A noun phrase: what narrows it down, then its head."""
    left = [word for word in words if word not in pack.closed.definite and word not in pack.actors.words.possessives]
    if not left:
        return " ".join(words)
    head, details = terms.noun(left[-1], left[:-1])
    return " ".join((*details, head))


def _bare(name: str, pack: LanguagePack) -> str:
    """A name without the article that it may begin with."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in pack.closed.definite else name
