"""Which entries of the log count: an entry that was undone does not, unless its undoing was undone."""

from __future__ import annotations

from collections.abc import Iterable

from wederhoor.records import Correction


def standing_corrections(log: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that hold, in the order of the log, without the entries that undo."""
    undone: set[int] = set()
    kept: list[Correction] = []
    # backwards: what takes back stands after what it takes back, so each entry is met when its own fate is known
    for entry in sorted(log, key=lambda entry: entry.id, reverse=True):
        if entry.id in undone:
            continue
        if entry.kind == "undo" and entry.undoes is not None:
            undone.add(entry.undoes)
        else:
            kept.append(entry)
    return tuple(reversed(kept))


def undoings(log: Iterable[Correction]) -> dict[int, int]:
    """For every entry that is undone the entry that undid it."""
    undone: dict[int, int] = {}
    for entry in sorted(log, key=lambda entry: entry.id, reverse=True):
        if entry.kind == "undo" and entry.undoes is not None and entry.id not in undone:
            undone[entry.undoes] = entry.id
    return undone
