"""A statement as it can be cited: its whole words, who says it and how he stands to it, where and when, and where to find it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wederhoor.exchange.cases.names import held
from wederhoor.exchange.cases.quotes import Quote, Quotes
from wederhoor.exchange.standards.speakers import Speakers
from wederhoor.exchange.statements import alone
from wederhoor.exchange.visible import one_line
from wederhoor.exchange.wording import Wording
from wederhoor.records import AUTHOR, Attribution, Reading
from wederhoor.records.stretches import bracketed


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a statement for whom cites it.

    ``text`` is all of it in plain text. In ``words`` what interrupts the statement stands in square brackets; ``answers`` is the
    statement that they point at (*dat*), with whose it is, where that is known. ``held`` says how
    the speaker stands to the words and in what form the text has them; ``page`` is that of a PDF, ``original`` the address of
    the text itself.
    """

    text: str
    words: str
    answers: str | None
    speaker: str
    held: tuple[str, ...]
    doc: str
    title: str | None
    publisher: str | None
    date: str | None
    page: int | None
    original: str | None
    address: str
    lang: str


class CitedAt(msgspec.Struct, frozen=True, kw_only=True):
    """Where a statement is found: the outlet of its text, and its address in the case; ``answers`` is what its words point at."""

    publisher: str | None
    address: str
    answers: Quote | None = None


def cite(reading: Reading, item: Attribution, at: CitedAt, wording: Wording) -> Citation:
    """The citation of a statement.

    Raises UngroundedReadingError for a reading that does not stand on its text.
    """
    quote = Quotes(alone(reading)).at(reading.doc, item.content, item.id)
    original = reading.original
    who = Speakers((reading,)).of(quote)
    named = item.speaker or wording.unnamed
    what = [part for part in (who.role, who.body if who.person else None) if part and part not in named]
    kept = Citation(
        text="",
        words=one_line(bracketed(quote.pieces())),
        answers=_pointed_at(at.answers, wording),
        speaker=one_line(", ".join([named, *what])),
        held=(*held(quote, wording), wording.forms[item.form]),
        doc=reading.doc,
        title=reading.title,
        publisher=at.publisher or reading.publisher,
        date=reading.date,
        page=original.number_at(quote.spans[0][0]) if original and original.unit == "page" else None,
        original=reading.url,
        address=at.address,
        lang=reading.lang,
    )
    return msgspec.structs.replace(kept, text="\n".join(_lines(kept, wording)))


def _pointed_at(answers: Quote | None, wording: Wording) -> str | None:
    if answers is None:
        return None
    opening, closing = wording.quotes
    told = f"{opening}{one_line(bracketed(answers.pieces()))}{closing}"
    return told if answers.holder_id == AUTHOR else f"{told} ({one_line(answers.holder or wording.unnamed)})"


def _lines(told: Citation, wording: Wording) -> Iterator[str]:
    opening, closing = wording.quotes
    yield f"{opening}{told.words}{closing}"
    if told.answers:
        yield f"\N{LEFTWARDS ARROW} {told.answers}"
    yield f"{told.speaker}: {', '.join(told.held)}"
    title = f"{opening}{one_line(told.title)}{closing}" if told.title else one_line(told.doc)
    page = f"{wording.sheet} {told.page}" if told.page else None
    day = wording.day(told.date) if told.date else None
    outlet = one_line(told.publisher) if told.publisher else None
    yield ", ".join(filter(None, (outlet, title, day, page)))
    if told.original:
        yield one_line(told.original)
    yield told.address
