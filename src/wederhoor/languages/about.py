"""What a pack says of itself: ``pack.toml``."""

from __future__ import annotations

import msgspec


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of ``pack.toml``."""

    name: str
    """The language in its own words: Nederlands."""
    pipeline: str
    """The spaCy pipeline that is shipped for it."""
    probe: str
    """A sentence of the language with a subject, an object and a clause, on which a pipeline is tried."""
    possession: str
    """How somebody's somebody is named, with {noun} and {owner}: de vrouw van X."""
    possession_neuter: str
    relations: dict[str, str] = {}
    """Label of the pipeline -> label that the readers know: "obl:unmarked", "obl"."""
    wheel: str | None = None
    """The file that installs the pipeline, seen from the source of this program; None where it has a name on an index."""
