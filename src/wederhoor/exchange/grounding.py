"""Whether a reading stands on its text. Nothing is shown or read back that does not."""

from __future__ import annotations

from wederhoor.records import Attribution, Document, Reading


class UngroundedReadingError(ValueError):
    """A reading says something that its text does not bear out."""


def check_grounded(reading: Reading) -> None:
    """Refuse a reading whose text was altered, whose spans lie outside it, or whose ids lead nowhere or in a circle.

    A view may not guess here: a statement that is shifted by one character, or silently left out, is a false quotation.
    """
    if reading.sha256 != Document(doc=reading.doc, text=reading.text).sha256:
        raise _error(reading, "its text is not the text that was read (sha256 differs)")
    ids = {a.id for a in reading.attributions}
    if len(ids) < len(reading.attributions):
        raise _error(reading, "two attributions have the same id")
    for attribution in reading.attributions:
        _check_spans(reading, attribution)
        if not attribution.id.isprintable() or not attribution.id or " " in attribution.id:
            raise _error(
                reading, f"{attribution.id!r} is no id: an id is not empty and has no blanks or control characters"
            )
        if attribution.parent is not None and attribution.parent not in ids:
            raise _error(reading, f"{attribution.id} has a parent {attribution.parent!r} that is not there")
    _check_no_circle(reading)


def _check_spans(reading: Reading, attribution: Attribution) -> None:
    if not attribution.content:
        raise _error(reading, f"{attribution.id} has no content")
    length = len(reading.text)
    for start, end in (*attribution.content, *attribution.cue, *attribution.source):
        if not 0 <= start < end <= length:
            raise _error(reading, f"{attribution.id} has the span [{start}, {end}] in a text of {length} characters")


def _check_no_circle(reading: Reading) -> None:
    parents = {a.id: a.parent for a in reading.attributions}
    sound: set[str] = set()
    for first in parents:
        chain: set[str] = set()
        at: str | None = first
        while at is not None and at not in sound:
            if at in chain:
                raise _error(reading, f"{at} is its own ancestor")
            chain.add(at)
            at = parents[at]
        sound |= chain


def _error(reading: Reading, why: str) -> UngroundedReadingError:
    return UngroundedReadingError(f"{reading.doc}: {why}. Read the document again.")
