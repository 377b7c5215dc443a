"""What each person said of each item: right, wrong, or right once it is changed."""

from __future__ import annotations

from collections import defaultdict
from typing import Final, Literal, get_args

import msgspec
from sqlalchemy import Connection

from wederhoor.records import Anchor, Correction, Layer, with_gaps
from wederhoor.store.log import whole_log
from wederhoor.store.overlay import standing_corrections

PersonalVerdict = Literal["right", "changed", "wrong"]
VERDICTS: Final[tuple[PersonalVerdict, ...]] = get_args(PersonalVerdict)
_CHANGING: Final = frozenset({"set", "spans", "rename", "merge-actors"})


class JudgedItem(msgspec.Struct, frozen=True, kw_only=True):
    """An item, by the words that it stood on when it was judged; of a conflict between documents those of both sides."""

    layer: Layer
    doc: str
    other: str | None
    quote: str
    said: dict[str, PersonalVerdict]
    """By person."""


def judged_by(db: Connection) -> list[JudgedItem]:
    """The items of which anybody said something that still holds, in the order in which they were first judged.

    The last word of each person counts: an item is wrong where he rejected it last, else changed where he changed anything of
    it, else right.
    """
    entries: defaultdict[tuple[object, ...], dict[str, list[Correction]]] = defaultdict(dict)
    anchors: dict[tuple[object, ...], Anchor] = {}
    for one in standing_corrections(whole_log(db)):
        if one.target is None or not (one.kind in _CHANGING or one.kind in {"confirm", "reject"}):
            continue
        key = _key(one.target)
        anchors.setdefault(key, one.target)
        entries[key].setdefault(one.who, []).append(one)
    return [
        JudgedItem(
            layer=anchor.layer,
            doc=anchor.doc,
            other=anchor.other.doc if anchor.other else None,
            quote=words_of(anchor),
            said={who: _verdict(own) for who, own in entries[key].items()},
        )
        for key, anchor in anchors.items()
    ]


def _verdict(entries: list[Correction]) -> PersonalVerdict:
    if entries[-1].kind == "reject":
        return "wrong"
    return "changed" if any(one.kind in _CHANGING for one in entries) else "right"


def _key(anchor: Anchor) -> tuple[object, ...]:
    """By what two anchors are of one item: its words and those beside them, wherever in the text they stood."""
    own = tuple((quote.part, quote.quote, quote.prefix, quote.suffix) for quote in anchor.quotes)
    return (anchor.doc, anchor.layer, own, _key(anchor.other) if anchor.other else None)


def words_of(anchor: Anchor) -> str:
    """The words of an item; of a conflict between documents those of both sides."""
    words = with_gaps(quote.quote for quote in anchor.quotes if quote.part != "cue")
    return f"{words} \N{LEFT RIGHT ARROW} {words_of(anchor.other)}" if anchor.other else words
