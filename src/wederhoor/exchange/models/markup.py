"""Text in XML: escaped, and without the characters that no XML can hold."""

from __future__ import annotations

import re
from html import escape
from typing import Final

_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml(text: str) -> str:
    """The text for an element or an attribute in double quotes; what XML cannot hold becomes U+FFFD."""
    escaped = escape(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text))
    return escaped.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
