"""The words of a text as the pipeline saw them: what a search over lemmas needs, without the pipeline."""

from __future__ import annotations

import msgspec

from wederhoor.records.spans import Span


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Columns of one length, in text order, without punctuation; offsets in code points.

    ``lemmas`` are in lower case; that of a separated verb is whole (*riep ... op*: oproepen). ``sentences`` cover the words.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    lemmas: tuple[str, ...] = ()
    sentences: tuple[Span, ...] = ()
