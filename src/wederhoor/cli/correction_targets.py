"""What ``wederhoor correct`` names: items by their ids, words by quoting them; and the log as it is listed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from wederhoor.errors import WederhoorError
from wederhoor.records import LAYERS, item_id, with_gaps

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from wederhoor.records import Anchor, Correction, Ref, SideRef

_WORDS = re.compile(r"(\d{1,9})-(\d{1,9})")
"""Words of the author's, by their offsets."""


def target_of(db: Connection, doc: str, item: str) -> Anchor:
    """The item of that id, in whichever layer it is; ``LAYER:ID`` where several have it. Raises W808."""
    from wederhoor.store import anchor_item, shown
    from wederhoor.store.overlay import items_of

    layer, sign, name = item.partition(":")
    if sign:
        return anchor_item(db, doc, layer, name)
    reading = shown(db, doc).reading
    layers = [layer for layer in LAYERS if any(item_id(found) == item for found in items_of(reading, layer))]
    if len(layers) != 1:
        remedy = (
            f"Say which: {' or '.join(f'{layer}:{item}' for layer in layers)}." if layers else "The reading lists them."
        )
        raise WederhoorError("W808", what="one item" if layers else "item", name=item, where=doc, remedy=remedy)
    return anchor_item(db, doc, layers[0], item)


def collision(db: Connection, given: Sequence[str]) -> Anchor:
    """The conflict between two statements: of each its document and its id, or FROM-TO for words of the author's.

    Raises W808 and W809.
    """
    from wederhoor.store import anchor_sides

    return anchor_sides(db, _side(given[0], given[1]), _side(given[2], given[3]))


def statements(db: Connection, given: Sequence[str]) -> list[dict[str, Any]]:
    """What holds on to statements, each by its document and its id, or FROM-TO for words of the author's.

    Raises W808, and W809 where a document comes without a statement.
    """
    import msgspec

    from wederhoor.store import anchor_side

    return [msgspec.to_builtins(anchor_side(db, _side(doc, item))) for doc, item in _pairs(given, "a statement")]


def actors_named(given: Sequence[str]) -> list[Ref]:
    """Actors of documents, each by its document and its id. Raises W809 where a document comes without an actor."""
    from wederhoor.records import Ref

    return [Ref(doc, item) for doc, item in _pairs(given, "an actor")]


def _pairs(given: Sequence[str], what: str) -> list[tuple[str, str]]:
    if len(given) % 2:
        raise WederhoorError("W809", why=f"{given[-1]} stands alone", remedy=f"Give a document and {what} each time.")
    return [*zip(given[::2], given[1::2], strict=True)]


def _side(doc: str, item: str) -> SideRef:
    from wederhoor.records import AuthorSide, SideRef

    words = _WORDS.fullmatch(item)
    return SideRef(doc, AuthorSide((int(words[1]), int(words[2]))) if words else item)


def moved(db: Connection, doc: str, field: str, words: Sequence[str], at: Sequence[int]) -> dict[str, Any]:
    """The other words that a field of an item has, by quoting them. Raises W808 and W809."""
    from wederhoor.store import find_words, other_words, shown

    reading = shown(db, doc).reading
    return other_words(reading, field, [find_words(reading, quote, at) for quote in words])


def added(
    db: Connection, doc: str, layer: str, fields: Sequence[str], at: Sequence[int]
) -> tuple[Anchor, dict[str, Any]]:
    """What to add: fields with words, by quoting them, are what it stands on; the others its values. Raises W808 and W809."""
    from wederhoor.store import anchor_words, find_words, layer_of, shown

    known = layer_of(layer, doc)
    of_layer = LAYERS[known]
    there = {*of_layer.worded, *of_layer.addable}
    reading = shown(db, doc).reading
    parts, item = [], {}
    for given in fields:
        field, sign, value = given.partition("=")
        if not sign or field not in there:
            told = ", ".join(f"{one}=" for one in sorted(there))
            raise WederhoorError("W809", why=f"{given} is no field of {layer}", remedy=f"There are: {told}.")
        if field in of_layer.worded:
            parts.append((field, find_words(reading, value, at)))
        else:
            item[field] = value or None
    if not parts:
        told = " or ".join(f"{one}=" for one in sorted(of_layer.worded))
        raise WederhoorError("W809", why="no words are named for it to stand on", remedy=f"Quote some: {told}.")
    return anchor_words(reading, known, parts), {"item": item}


def log_lines(db: Connection) -> list[str]:
    """The log as it is listed: what holds, what is undone, what finds nothing to correct any more."""
    from wederhoor.store import stale_corrections, whole_log
    from wederhoor.store.overlay import undoings

    log, lost = whole_log(db), {stale.correction: stale.why for stale in stale_corrections(db)}
    undone = undoings(log)
    return [
        f"{entry.id}  {entry.at}  {entry.who}  {_said(entry)}"
        + (f"  [undone by {undone[entry.id]}]" if entry.id in undone else "")
        + (f"  [finds nothing to correct: {lost[entry.id]}]" if entry.id in lost else "")
        for entry in log
    ]


def _said(entry: Correction) -> str:
    if entry.kind == "undo":
        return f"undo {entry.undoes}"
    where = f" {_words(entry.target)}" if entry.target else ""
    said = entry.payload
    if entry.kind == "part-actors":
        from wederhoor.store.partings import parting_entry

        return f"{entry.kind} {said['name']} in {' ≠ '.join(map(', '.join, parting_entry(entry).docs))}"
    if entry.kind == "describe":
        return f"{entry.kind} {said['doc']} {' '.join(f'{field} {value}' for field, value in said['told'].items())}"
    told = ("field", "value", "name", "of", "text", "outcome", "source")
    values = [str(said[key]) for key in told if said.get(key) is not None]
    values += [f"{field} {value}" for field, value in said.get("item", {}).items()]
    quotes = [*said.get("quotes", ()), *said.get("into", ())]
    quotes += [quote for side in said.get("sides", ()) for quote in side["quotes"]]
    values += [f"“{quote['quote']}”" for quote in quotes]
    joined = " = ".join([*values, ", ".join(said["members"])]) if "members" in said else " ".join(values)
    return f"{entry.kind}{where}{f' {joined}' if joined else ''}"


def _words(anchor: Anchor) -> str:
    """The words that an entry is of; of a conflict between documents both sides."""
    words = f"{anchor.doc} {anchor.layer} “{with_gaps(quote.quote for quote in anchor.quotes)}”"
    return f"{words} ↔ {_words(anchor.other)}" if anchor.other else words
