"""Making a correction: it is looked at, written down, and shown at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection

from wederhoor.errors import WederhoorError
from wederhoor.records import (
    LAYERS,
    Anchor,
    Correction,
    CorrectionKind,
    Layer,
    Reading,
    Span,
    StaleReason,
    item_id,
)
from wederhoor.records.prepared import prepared
from wederhoor.store.case_actors import merge_case_actors
from wederhoor.store.conflict_judgments import compare_again, judge_again, why_not
from wederhoor.store.corrections_of_issues import OF_ISSUES, check_issue_entry
from wederhoor.store.descriptions import check_description
from wederhoor.store.holders import follow_parting
from wederhoor.store.joins import Join, join_speakers
from wederhoor.store.log import append, corrections_of, entry
from wederhoor.store.match import find_between
from wederhoor.store.overlay import (
    anchor_of,
    items_of,
    places_of,
    quote_of,
    undoings,
)
from wederhoor.store.overlay.sound import turned_windows, unsound
from wederhoor.store.partings import check_names, check_parting
from wederhoor.store.reading import KeptDocument, kept_document
from wederhoor.store.remarks import check_note, check_outcome
from wederhoor.store.writing import index_after, now

JUDGING: Final = frozenset({"confirm", "reject"})
OF_WHOM: Final = frozenset({"merge-actors", "join-holders", "merge-variables", "part-actors"})
"""The kinds that say of the case who, or what, is who."""
OF_CASE: Final = OF_WHOM | {"note", "describe", *OF_ISSUES}
SHOWN: Final = 12
"""Places of words that a message lists."""
WHY: Final[dict[StaleReason, tuple[str, str]]] = {
    "words-gone": ("its words are not in the text", "Quote the text as it stands."),
    "item-gone": ("nothing that the machine or a person found stands on these words", "Add it, or name what is there."),
    "value-refused": ("the record has no such field or value", "docs/format.md lists both."),
}


def layer_of(name: str, doc: str) -> Layer:
    """The layer of a reading that has this name. Raises W808."""
    for layer in LAYERS:
        if layer == name:
            return layer
    raise WederhoorError("W808", what="layer", name=name, where=doc, remedy=f"There are: {', '.join(LAYERS)}.")


def anchor_item(db: Connection, doc: str, layer: str, item: str) -> Anchor:
    """What holds on to an item of the reading that is shown, by its id. Raises W808."""
    return anchor_in(kept_document(db, doc), layer_of(layer, doc), item)


def anchor_in(kept: KeptDocument, layer: Layer, item: str) -> Anchor:
    """As ``anchor_item``, of a document that was read already. Raises W808."""
    reading = kept.shown.reading
    for found in items_of(reading, layer):
        if item_id(found) == item:
            return anchor_of(reading, layer, found)
    raise WederhoorError(
        "W808", what=f"item of {layer}", name=item, where=kept.doc, remedy="The reading lists its items by id."
    )


def find_words(reading: Reading, words: str, at: Sequence[int] = ()) -> Span:
    """Where words of a text stand; where they stand more than once, at the one of the places ``at``, in code points.

    Raises W809 (not in the text, or at none or several of these places).
    """
    places = places_of(reading.text, words)
    chosen = [place for place in places if place in at] if len(places) > 1 else places
    if len(chosen) == 1:
        return chosen[0], chosen[0] + len(words)
    if not places:
        why, remedy = WHY["words-gone"]
        raise WederhoorError("W809", why=f"“{words}”: {why}", remedy=remedy)
    told = ", ".join(map(str, places[:SHOWN])) + (", ..." if len(places) > SHOWN else "")
    raise WederhoorError(
        "W809", why=f"“{words}” stands at {told}", remedy="Quote more of the text, or say which is meant: --at OFFSET."
    )


def anchor_words(reading: Reading, layer: Layer, parts: Sequence[tuple[str, Span]]) -> Anchor:
    """What holds on to words of a text that nothing stands on yet, for an item to add; the parts are fields of the record."""
    return Anchor(
        doc=reading.doc, layer=layer, quotes=tuple(quote_of(reading.text, span, part) for part, span in parts)
    )


def other_words(reading: Reading, field: str, spans: Sequence[Span]) -> dict[str, Any]:
    """The payload of a correction that lets a field of an item stand on these words."""
    return {
        "field": field,
        "quotes": [msgspec.to_builtins(quote_of(reading.text, span, field)) for span in sorted(spans)],
    }


def correct(
    db: Connection,
    who: str,
    kind: CorrectionKind,
    target: Anchor | None = None,
    payload: dict[str, Any] | None = None,
    *,
    at: str | None = None,
) -> Correction:
    """Make a correction to an item of a document, to a conflict between two, or with no ``target`` to the case.

    Raises W808 (no such document) and W809 (it does not fit what is there).
    """
    made = _sound(Correction(id=0, at=at or now(), who=who, kind=kind, target=target, payload=payload or {}))
    if target is not None and target.other is not None:
        return _judge(db, made, target, target.other)
    of_case = kind in OF_CASE
    if kind == "undo" or not (of_case if target is None else _is_of_item(kind)):
        raise WederhoorError("W809", why=f"{kind} is of the {'case' if of_case else 'item'}", remedy="Give that.")
    if target is None and kind not in OF_WHOM:
        _check_remark(db, made)
        return append(db, made, None)
    if target is not None:
        return _correct(db, kept_document(db, target.doc), made)[0]
    _check_who(db, made)
    written = append(db, made, None)
    _follow_who(db, written)
    return written


def correct_in(
    db: Connection, kept: KeptDocument, who: str, kind: CorrectionKind, target: Anchor, payload: dict[str, Any]
) -> tuple[Correction, KeptDocument]:
    """As ``correct``, of an item of a document that was read already; gives the document as it is then. Raises W809."""
    made = _sound(Correction(id=0, at=now(), who=who, kind=kind, target=target, payload=payload))
    if kind == "undo" or not _is_of_item(kind):
        raise WederhoorError("W809", why=f"{kind} is not of an item", remedy="Give it of the case.")
    return _correct(db, kept, made)


def _check_remark(db: Connection, made: Correction) -> None:
    """Raises W808 and W809 where what is said of an issue, an entry or a text does not fit."""
    if made.kind == "note":
        check_note(db, made)
    elif made.kind == "describe":
        check_description(made)
    else:
        check_issue_entry(made)


def _is_of_item(kind: CorrectionKind) -> bool:
    return kind not in OF_CASE or kind == "merge-actors"


def _sound(made: Correction) -> Correction:
    """Raises W809 where the database cannot take it, a day is none, or what is said of a forecast lacks something."""
    if made.kind == "outcome":
        check_outcome(made)
    why = unsound(made)
    if why is not None:
        raise WederhoorError("W809", why=why, remedy="A day is written YYYY-MM-DD, a name in letters.")
    return made


def _correct(db: Connection, kept: KeptDocument, made: Correction) -> tuple[Correction, KeptDocument]:
    """Write down a correction to an item that fits, and show it. Raises W809."""
    _check(kept, made)
    written = append(db, made, kept.doc)
    return written, index_after(db, kept, written)


def undo(db: Connection, who: str, number: int, *, at: str | None = None) -> Correction:
    """Take a correction back; an undoing is taken back in the same way. Raises W808 and W809."""
    found = entry(db, number)
    if found is None:
        raise WederhoorError("W808", what="correction", name=number, where="the case", remedy="The log lists them.")
    before, doc = found
    kept = None if doc is None else kept_document(db, doc)
    by = undoings(corrections_of(db, None) if kept is None else kept.log).get(number)
    if by is not None:
        raise WederhoorError("W809", why=f"{number} was taken back by {by}", remedy="Undo that one.")
    if before.kind == "undo" and kept is None and (restored := _of_whom(db, before)) is not None:
        _check_who(db, restored)
    made = Correction(id=0, at=at or now(), who=who, kind="undo", target=before.target, undoes=number)
    written = append(db, made, doc)
    if kept is not None:
        index_after(db, kept, written)
    elif before.target is not None and before.target.other is not None:
        judge_again(db, before.target.doc, before.target.other.doc)
        compare_again(db, before.target.doc)  # what only that judgment kept is looked for again
    elif (meant := _of_whom(db, before)) is not None:
        _follow_who(db, meant)
    return written


def _of_whom(db: Connection, meant: Correction) -> Correction | None:
    """The entry on who is who that one is, or takes back or restores; None where it is of something else."""
    while meant.kind == "undo" and meant.undoes is not None and (found := entry(db, meant.undoes)) is not None:
        meant = found[0]
    return meant if meant.kind in OF_WHOM and meant.target is None else None


def _check_who(db: Connection, made: Correction) -> None:
    """Raises W809 where an entry on who is who is not complete, or what people said before does not go with it."""
    if made.kind == "part-actors":
        check_parting(db, made)
        return
    _check_join(made)
    if made.kind != "merge-variables":
        check_names(db, made)


def _follow_who(db: Connection, made: Correction) -> None:
    """Let who is who be found again."""
    if made.kind == "part-actors":
        follow_parting(db, made)
    else:
        join_speakers(db)
        merge_case_actors(db)


def _judge(db: Connection, made: Correction, one: Anchor, other: Anchor) -> Correction:
    """A judgment on a conflict between two documents, which is of the case."""
    if made.kind not in JUDGING:
        raise WederhoorError(
            "W809", why=f"{made.kind} is of an item of one document", remedy="Confirm the conflict, or reject it."
        )
    why_none = why_not(db, one)
    if why_none is not None:
        find_between(db, one.doc, other.doc)  # two that are not near each other were not compared yet
        why_none = why_not(db, one)
    if why_none is not None:
        why, remedy = WHY[why_none]
        raise WederhoorError("W809", why=why, remedy=remedy)
    written = append(db, made, None)
    judge_again(db, one.doc, other.doc)
    return written


def _check(kept: KeptDocument, made: Correction) -> None:
    last = max((other.id for other in kept.log), default=0) + 1
    tried = kept.followed_by(msgspec.structs.replace(made, id=last))
    shown_then, stale = tried.shown_with_stale
    for lost in stale:
        if lost.correction == last:
            why, remedy = WHY[lost.why]
            raise WederhoorError("W809", why=why, remedy=remedy)
    if turned_windows(shown_then.reading) - turned_windows(kept.shown.reading):
        raise WederhoorError("W809", why="its last day would lie before its first", remedy="Set the other one first.")


def _check_join(made: Correction) -> None:
    try:
        join = msgspec.convert(made.payload, prepared(Join))
    except msgspec.ValidationError:
        join = Join("", ())
    if not join.name.strip() or not any(member.strip() for member in join.members):
        raise WederhoorError("W809", why="it needs a name and the names that it stands for", remedy="Give both.")
