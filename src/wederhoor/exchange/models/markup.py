"""Text in files of other tools: escaped for XML, without the characters that none can hold; and how quotes are cited."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from wederhoor.records import Ground

_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml(text: str) -> str:
    """The text for an element or an attribute in double quotes; what XML cannot hold becomes U+FFFD."""
    escaped = escape(writable_xml(text))
    return escaped.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def writable_xml(text: str) -> str:
    """The text with U+FFFD in place of what XML cannot hold."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def cited(ground: Ground) -> str:
    """The words of an edge, with whose they are, what reports them and where they stand."""
    who = ", ".join(part for part in (ground.speaker, ground.verb, ground.via, ground.source) if part)
    return f"“{ground.quote}”" + (f" ({who})" if who else "")
