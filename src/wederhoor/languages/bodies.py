"""Well-known bodies with several names (``bodies.toml``), which all packs share: what each language calls them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

import msgspec
import rtoml

from wederhoor.records import Sector
from wederhoor.records.prepared import prepared

EVERY: Final = "all"
"""The key of the names that every language uses."""


class BodyGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bodies of one country, "" for bodies of no single state, and one sector. Each has its names by the code of a language."""

    country: str
    sector: Sector
    bodies: tuple[dict[str, tuple[str, ...]], ...]


class BodiesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written."""

    group: tuple[BodyGroup, ...]


class Body(msgspec.Struct, frozen=True):
    """A body: what it is called in any language, the names of one language with the usual one first, where it belongs.

    ``concept`` stands for it in terms that languages share.
    """

    concept: str
    names: tuple[str, ...]
    country: str
    sector: Sector


@lru_cache(maxsize=1)
def _read() -> BodiesFile:
    text = files(__package__).joinpath("bodies.toml").read_text(encoding="utf-8")
    return msgspec.convert(rtoml.loads(text), prepared(BodiesFile))


@lru_cache(maxsize=16)
def bodies_in(code: str) -> tuple[Body, ...]:
    """The bodies that a language has a name for; ISO 639-1."""
    return tuple(
        Body(_concept(names), found, group.country, group.sector)
        for group in _read().group
        for names in group.bodies
        if (found := (*names.get(code, ()), *names.get(EVERY, ())))
    )


def _concept(names: dict[str, tuple[str, ...]]) -> str:
    """What stands for it in every language: the longest of its usual names."""
    longest = max((called[0] for called in names.values()), key=len)
    return longest.casefold().replace(" ", "-")
