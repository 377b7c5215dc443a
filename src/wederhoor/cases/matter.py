"""Whether two documents are about one matter: how many actors both name that not every newspaper names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.languages.pack import LanguagePack
from wederhoor.languages.several import Packs
from wederhoor.reading.actors.names import folded
from wederhoor.reading.actors.same import is_named
from wederhoor.records import Actor, Reading


class Matter:
    """The names by which each document can be told from others: no states, towns, papers or those whom everybody knows."""

    def __init__(self, readings: Sequence[Reading], packs: Packs) -> None:
        self._names = {
            r.doc: {key for actor in r.actors for key in _telling(actor, packs.of(r.lang))} for r in readings
        }

    def shared(self, one: str, other: str, actor: Actor) -> int:
        """How many actors two documents both name, apart from those with a name of ``actor``."""
        own = {_key(actor, name) for name in (actor.name, *actor.aliases)}
        return len((self._names[one] & self._names[other]) - own)


def _telling(actor: Actor, pack: LanguagePack) -> Iterator[str]:
    known = pack.actors.renown(actor.name, actor.kind) is not None
    if not is_named(actor) or known or actor.kind == "state" or actor.sector == "MED":
        return
    if actor.name not in pack.names.places:
        yield _key(actor, actor.name)


def _key(actor: Actor, name: str) -> str:
    """A person's last name, else the whole name."""
    return folded(name.rsplit(maxsplit=1)[-1] if actor.kind == "person" else name)
