"""A text with what is known of it."""

from __future__ import annotations

import hashlib

import msgspec


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One text with its metadata. ``text`` is never altered: every span of a reading counts in it.

    ``doc`` is the name that a reading refers to (a file's stem, else ``stdin`` or ``text``); ``lang`` is ISO 639-1, empty where
    it is not known, and then that of the pack by which it is read; ``sha256`` is that of the text in UTF-8. ``date`` (ISO 8601,
    ``YYYY-MM-DD``) is known of this very text and goes before what the text says of itself, ``fallback_date`` is for a text that
    has none. ``title``, ``publisher`` and ``url`` are what is known beside the text: the paper or site, and its address.
    """

    doc: str
    text: str
    lang: str = ""
    date: str | None = None
    fallback_date: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
