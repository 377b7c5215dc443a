"""Saying of findings that they are right or wrong: of one, of several at once, of a conflict between two texts."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Form
from pydantic import Field
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.records import Correction, Layer
from wederhoor.records.prepared import prepared
from wederhoor.store.conflict_judgments import anchor_collision
from wederhoor.store.corrections import anchor_in, correct, correct_in
from wederhoor.store.opening import only_confirms
from wederhoor.web.ask import Asked, Item, Number
from wederhoor.web.pages.conflicts import across_part, known_across
from wederhoor.web.pages.saving import DONE, VERDICTS, Back, Seen, SentForm, check_seen, done, part_of

router = APIRouter(tags=["correcting"])
MOST = 50
"""Findings that are judged at once, at most."""
Verdict = Annotated[Literal["same", "different"], Form()]
Findings = Annotated[
    list[Annotated[str, Field(max_length=1000)]],
    Form(
        max_length=MOST,
        description="Document, layer, what the page knows it and its words by, and id, with blanks between.",
    ),
]


@router.post("/documents/{number}/{layer}/{item}/judge", response_class=Response, responses=DONE)
def judge(ask: Asked, number: Number, layer: Layer, item: Item, verdict: Verdict, sent: Seen) -> Response:
    """Say of an item that it is right (``same``) or wrong (``different``)."""
    with ask.writing() as db:
        kept = check_seen(db, number, layer, item, sent)
        part = part_of(db, ask, number, layer, item) if ask.by_htmx else None
        made, after = correct_in(db, kept, ask.settings.who, VERDICTS[verdict], anchor_in(kept, layer, item), {})
        if after.shown == kept.shown:
            only_confirms(db)
    return part(made) if part else done(ask, (made,), sent.back)


@router.post("/review/judge", response_class=Response, responses=DONE)
def judge_several(ask: Asked, verdict: Verdict, one: Findings = [], back: Back = "/review") -> Response:  # noqa: B006  # copied
    """Say of several items of the queue that they are right (``same``) or wrong (``different``), of all or of none of them."""
    made: list[Correction] = []
    alike = True
    with ask.writing() as db:
        for of in map(_chosen, one):
            kept = check_seen(db, of.number, of.layer, of.item, SentForm(of.seen, of.quote))
            target = anchor_in(kept, of.layer, of.item)
            entry, after = correct_in(db, kept, ask.settings.who, VERDICTS[verdict], target, {})
            made.append(entry)
            alike &= after.shown == kept.shown
        if alike:
            only_confirms(db)
    return done(ask, made, back)


class _Chosen(msgspec.Struct, frozen=True, array_like=True):
    """An item that a page offered to be chosen with others, and what it knew it by."""

    number: Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]
    layer: Layer
    seen: str
    quote: str
    item: str


def _chosen(told: str) -> _Chosen:
    """Such an item of the words of a form. Raises W908."""
    try:
        return msgspec.convert(told.split(" ", len(_Chosen.__struct_fields__) - 1), prepared(_Chosen), strict=False)
    except msgspec.ValidationError as error:
        raise WederhoorError("W908", why=f"“{told}” is no finding: {error}") from None


@router.post("/conflicts/across/{number}/judge", response_class=Response, responses=DONE)
def judge_across(
    ask: Asked,
    number: Number,
    verdict: Verdict,
    sent: Seen,
) -> Response:
    """Say of two statements of two documents that they collide (``same``) or do not (``different``)."""
    with ask.writing() as db:
        known_across(db, number, sent.seen)
        made = correct(db, ask.settings.who, VERDICTS[verdict], anchor_collision(db, number))
        if ask.by_htmx:
            return across_part(db, ask, number)
    return done(ask, (made,), sent.back)
