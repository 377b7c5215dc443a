"""A text with what is known of it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from typing import Literal

import msgspec


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """The file that a text was taken out of, and where in it each stretch of the text stands.

    ``sha256`` is that of the file's bytes, ``part`` which of several texts in it this is (a member of an archive, the number of
    a message or row). ``starts`` are the offsets in the text, in order, at which each page or paragraph of the file begins.
    """

    kind: str
    sha256: str
    part: str | None = None
    unit: Literal["page", "paragraph"] = "paragraph"
    starts: tuple[int, ...] = ()

    def number_at(self, offset: int) -> int | None:
        """The number, from 1, of the page or paragraph at an offset of the text; None if it is not known."""
        return bisect_right(self.starts, offset) or None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One text with its metadata. ``text`` is never altered: every span of a reading counts in it.

    ``doc`` is the name that a reading refers to (a file's stem, else ``stdin`` or ``text``); ``lang`` is ISO 639-1, empty if
    it is not known, and then that of the pack by which it is read; ``sha256`` is that of the text in UTF-8. ``date`` (ISO 8601,
    ``YYYY-MM-DD``) is known of this very text and goes before what the text says of itself, ``fallback_date`` is for a text that
    has none. ``title``, ``publisher`` and ``url`` are what is known beside the text: the paper or site, and the address at which
    it was found; ``byline`` is who signed it. ``original`` is the file that the text was taken out of, unless that is plain text.
    """

    doc: str
    text: str
    lang: str = ""
    date: str | None = None
    fallback_date: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    byline: str | None = None
    original: Original | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
