"""What a document's page shows of the text, or of one part of a long one; and a part alone, for a page that has others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from wederhoor.errors import WederhoorError
from wederhoor.exchange.reading_html import values_of_frame, values_of_part, voice_groups
from wederhoor.exchange.voices import Arrangement
from wederhoor.records import Attribution, Condition, Reading, Span
from wederhoor.web.ask import Ask, Asked, Number
from wederhoor.web.long_texts import LongText, PartEntry, ShownText, context_of, long_text, part_of_anchor, shown_text
from wederhoor.web.queries import document_of
from wederhoor.web.seen import item_seen, spans_digest, text_seen, words_digest
from wederhoor.web.words import WebWords

router = APIRouter()
PartNumber = Annotated[int, Field(ge=1, le=10**6)]
PartAsked = Annotated[
    PartNumber | Literal["all"] | None,
    Query(description="Which part of a long text, from 1; `all` is the whole text on one page."),
]
VoiceAsked = Annotated[
    int | None, Query(ge=1, le=10**6, description="Only the statements of this speaker, by his number in the text.")
]


class PartShown(msgspec.Struct, frozen=True):
    """Which part of a text a page shows, the list of all of them, and in which each statement begins."""

    number: int
    span: Span
    outline: tuple[PartEntry, ...]
    home: dict[str, int]
    words: WebWords

    @property
    def count(self) -> int:
        """How many parts the text has."""
        return len(self.outline)

    @property
    def told(self) -> str:
        """Which part it is, in words."""
        return self.words["part_of"].format(n=self.number, total=self.count)

    def here(self, listed: int, whole: int) -> str:
        """How many entries of a list are of this part."""
        return self.words["part_here"].format(
            n=self.words.number(listed), total=self.words.number(whole), part=self.number
        )


class ConditionShown(msgspec.Struct, frozen=True):
    """A rule with its words, whose word it is (None for the author's own, empty for unnamed authority), and their digest."""

    item: Condition
    antecedent: str
    consequent: str
    holder: str | None
    words: str


def conditions_of(reading: Reading, span: Span) -> Iterator[ConditionShown]:
    """The conditions that begin in a stretch of the text."""
    speakers = {a.id: a.speaker or "" for a in reading.attributions}
    for one in reading.conditions:
        if span[0] <= min(one.antecedent[0], one.consequent[0]) < span[1]:
            antecedent, consequent = (reading.words([spans]) for spans in (one.antecedent, one.consequent))
            words = words_digest(reading, "conditions", one)
            yield ConditionShown(one, antecedent, consequent, speakers.get(one.holder), words)


def known_by(text: ShownText, statements: Iterable[Attribution]) -> dict[str, Any]:
    """What forms say of the statements that they show, and of the text."""
    chosen = [*statements]
    return {
        "seen": {a.id: item_seen(text.reading, "attributions", a, text.waiting) for a in chosen},
        "digests": {a.id: spans_digest(text.reading.text, a.content) for a in chosen},
        "text": text_seen(text.reading),
        "correcting": f"/documents/{text.row.id}",
    }


def part_values(
    ask: Ask, long: LongText, number: int, voice: int | None = None, sought: Span | None = None
) -> dict[str, Any]:
    """What the templates show of a part of a long text, beside it all statements of one speaker where that is asked.

    A part that is not there any more, since the text was read again, is the last one.
    """
    text, reading = long.text, long.text.reading
    part = long.parts.parts[min(number, len(long.parts.parts)) - 1]
    spoken = None if voice is None else _of_voice(long, voice)
    listed = [*part.arrangement.in_order, *(spoken.in_order if spoken else ())]
    context = context_of(ask, long, listed)
    return {
        **values_of_frame(reading, long.text.arrangement, ask.wording),
        **values_of_part(reading, part, ask.wording, context, sought=sought),
        **known_by(text, listed),
        "part": PartShown(part.number, part.span, long.outline, long.parts.home, ask.words),
        "voice": voice,
        "spoken": spoken and voice_groups(reading, spoken, ask.wording, context),
        "leads": _Leads(long.parts.home, part.number),
        "leads_all": _Leads(long.parts.home, None),
        "conditions": [*conditions_of(reading, part.span)],
    }


def voice_values(ask: Ask, long: LongText, voice: int) -> dict[str, Any]:
    """What the templates show of all that one speaker says. Raises W808."""
    spoken = _of_voice(long, voice)
    return {
        **values_of_frame(long.text.reading, long.text.arrangement, ask.wording),
        **known_by(long.text, spoken.in_order),
        "part": PartShown(1, (0, 0), long.outline, long.parts.home, ask.words),
        "voice": voice,
        "spoken": voice_groups(long.text.reading, spoken, ask.wording, context_of(ask, long, spoken.in_order)),
        "groups": None,
        "panels": (),
        "leads_all": _Leads(long.parts.home, None),
    }


class _Leads:
    """In front of an anchor: the part that has it, where that is another one than the page shows."""

    def __init__(self, home: dict[str, int], own: int | None) -> None:
        self._home = home
        self._own = own

    def __call__(self, statement: str) -> str:
        number = self._home[statement]
        return "" if number == self._own else f"?part={number}"


def _of_voice(long: LongText, number: int) -> Arrangement:
    """All that one speaker says. Raises W808."""
    voice = next((one for one in long.text.arrangement.voices if one.number == number), None)
    if voice is None:
        raise WederhoorError(
            "W808", what="speaker", name=number, where=long.text.reading.doc, remedy="Load the document again."
        )
    return Arrangement((voice,), voice.statements, long.text.arrangement.within, long.text.arrangement.depth)


@router.get("/documents/{number}/part", response_class=Response, include_in_schema=False)
def part_alone(
    ask: Asked,
    number: Number,
    part: Annotated[int, Query(ge=1, le=10**6)] = 1,
    anchor: Annotated[str, Query(max_length=200, description="The part that has this anchor of the page.")] = "",
    voice: VoiceAsked = None,
) -> Response:
    """One part of a long text with its lists, or the list of one speaker, for the page that has the others. Raises W808."""
    with ask.store.reading() as db:
        doc = document_of(db, number)
        text = shown_text(ask, db, doc)
        wanted = long_text(ask, db, text) if text.is_long else None
    if wanted is None:
        raise _gone(doc, part)
    if voice is not None:
        return ask.page("document_part.html.j2", **voice_values(ask, wanted, voice))
    found = part_of_anchor(wanted, anchor) if anchor else part
    if found is None:
        raise _gone(doc, anchor)
    return ask.page("document_part.html.j2", **part_values(ask, wanted, found))


def _gone(doc: str, name: str | int) -> WederhoorError:
    return WederhoorError("W808", what="part", name=name, where=doc, remedy="Load the document again.")
