"""Making a correction: it is looked at, written down, and shown at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, get_args

import msgspec
from sqlalchemy import Connection

from wederhoor.errors import WederhoorError
from wederhoor.records import Anchor, Correction, CorrectionKind, Layer, Reading, Span, StaleReason, Study
from wederhoor.store.correcting import anchor_of, apply_corrections, item_id, items_of, quote_of, standing, undoings
from wederhoor.store.joins import Join, join_speakers
from wederhoor.store.log import append, corrections_of, entry
from wederhoor.store.reading import shown, stored
from wederhoor.store.writing import index_again, now

OF_CASE: Final = frozenset({"merge-actors", "join-holders", "merge-variables"})
WHY: Final[dict[StaleReason, tuple[str, str]]] = {
    "words-gone": ("its words are not in the text", "Quote the text as it stands."),
    "item-gone": ("nothing that the machine or a person found stands on these words", "Add it, or name what is there."),
    "value-refused": ("the record has no such field or value", "docs/format.md lists both."),
}


def anchor_item(db: Connection, doc: str, layer: str, item: str) -> Anchor:
    """What holds on to an item of the reading that is shown, by its id. Raises W808."""
    if layer not in get_args(Layer):
        raise WederhoorError(
            "W808", what="layer", name=layer, where=doc, remedy=f"There are: {', '.join(get_args(Layer))}."
        )
    reading = shown(db, doc).reading
    known: Layer = layer  # type: ignore[assignment]
    for found in items_of(reading, known):
        if item_id(found) == item:
            return anchor_of(reading, known, found)
    raise WederhoorError(
        "W808", what=f"item of {layer}", name=item, where=doc, remedy="The reading lists its items by id."
    )


def anchor_words(reading: Reading, layer: Layer, parts: Sequence[tuple[str, Span]]) -> Anchor:
    """What holds on to words of a text that nothing stands on yet, for an item to add; the parts are fields of the record."""
    return Anchor(
        doc=reading.doc, layer=layer, quotes=tuple(quote_of(reading.text, span, part) for part, span in parts)
    )


def correct(
    db: Connection,
    who: str,
    kind: CorrectionKind,
    target: Anchor | None = None,
    payload: dict[str, Any] | None = None,
    *,
    at: str | None = None,
) -> Correction:
    """Make a correction to an item of a document, or with no ``target`` to the case.

    Raises W808 (no such document) and W809 (it does not fit what is there).
    """
    made = Correction(id=0, at=at or now(), who=who, kind=kind, target=target, payload=payload or {})
    if (target is None) != (kind in OF_CASE) or kind == "undo":
        raise WederhoorError(
            "W809", why=f"{kind} is of the {'case' if kind in OF_CASE else 'item'}", remedy="Give that."
        )
    if target is None:
        _check_join(made)
        written = append(db, made, None)
        join_speakers(db)
        return written
    _check(stored(db, target.doc), corrections_of(db, target.doc), made)
    written = append(db, made, target.doc)
    index_again(db, target.doc)
    return written


def undo(db: Connection, who: str, number: int, *, at: str | None = None) -> Correction:
    """Take a correction back; an undoing is taken back in the same way. Raises W808 and W809."""
    found = entry(db, number)
    if found is None:
        raise WederhoorError("W808", what="correction", name=number, where="the case", remedy="The log lists them.")
    before, doc = found
    by = undoings(corrections_of(db, doc)).get(number)
    if by is not None:
        raise WederhoorError("W809", why=f"{number} was taken back by {by}", remedy="Undo that one.")
    made = Correction(id=0, at=at or now(), who=who, kind="undo", target=before.target, undoes=number)
    written = append(db, made, doc)
    if doc is None:
        join_speakers(db)
    else:
        index_again(db, doc)
    return written


def _check(study: Study, log: Sequence[Correction], made: Correction) -> None:
    last = max((other.id for other in log), default=0) + 1
    tried = msgspec.structs.replace(made, id=last)
    _, stale = apply_corrections(study.reading, [*standing(log), tried])
    for lost in stale:
        if lost.correction == last:
            why, remedy = WHY[lost.why]
            raise WederhoorError("W809", why=why, remedy=remedy)


def _check_join(made: Correction) -> None:
    try:
        join = msgspec.convert(made.payload, Join)
    except msgspec.ValidationError:
        join = Join("", ())
    if not join.name.strip() or not any(member.strip() for member in join.members):
        raise WederhoorError("W809", why="it needs a name and the names that it stands for", remedy="Give both.")
