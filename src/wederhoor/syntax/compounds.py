"""The parts of a compound noun: its last part says what kind of thing it is (*persbureau* is a *bureau*).

Where a word may be parted at all is for the language to say (``Hooks.cuts``).
"""

from __future__ import annotations

from collections.abc import Container

from wederhoor.languages.hooks import Hooks

SHORTEST_HEAD = 4
"""Letters of a last part, at least: roman is no man."""
SHORTEST_FIRST = 3
"""Letters of what stands before it, at least."""
JOINTS = "-'’"
"""Signs behind which a last part begins whatever its length: *PvdA-man*."""


def head_in(
    noun: str, known: Container[str], hooks: Hooks, *, first: int = SHORTEST_FIRST, head: int = SHORTEST_HEAD
) -> str | None:
    """The noun itself where it is one of the known ones, else the longest last part of it that is; all in lower case.

    ``first`` and ``head``: letters of what stands before the last part, and of that part, at least.
    """
    return noun if noun in known else last_part(noun, known, hooks, first=first, head=head)


def last_part(
    noun: str, known: Container[str], hooks: Hooks, *, first: int = SHORTEST_FIRST, head: int = SHORTEST_HEAD
) -> str | None:
    """The longest last part of a compound that is one of the known nouns: less than the whole."""
    for cut in hooks.cuts(noun):
        long = cut >= first and len(noun) - cut >= head
        if (long or noun[cut - 1] in JOINTS) and noun[cut:] in known:
            return noun[cut:]
    return None
