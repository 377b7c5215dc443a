"""Invisible characters made visible. A document is hostile input, and these can make a view show what is not there.

Control characters drive the terminal; bidi controls reorder what the reader sees ("evil" reads "live").
"""

from __future__ import annotations

import re
from typing import Final

_REORDERING: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_PICTURES: Final = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}
_NAMED: Final = {code: f"<U+{code:04X}>" for code in (*range(0x80, 0xA0), *_REORDERING)}
_SHOWN: Final = {c: s for c, s in (_PICTURES | _NAMED).items() if chr(c) not in "\t\n\r"}
_BLANKS: Final = re.compile(r"[^\S\n]+")
_LINE_ENDS: Final = re.compile(r"\s*\n\s*")


def visible(text: str) -> str:
    """The text with control characters and bidi controls as signs; tabs and line ends stay."""
    return text if text.isprintable() else text.translate(_SHOWN)  # nearly every text is, and that is seen at once


def one_line(text: str) -> str:
    """As ``visible``, on one line: a line end as ¶, other white space as one blank."""
    return visible(_BLANKS.sub(" ", _LINE_ENDS.sub(" ¶ ", text.strip())))


def reorders(text: str) -> bool:
    """Whether the text holds characters that change the reading direction without being seen."""
    return any(chr(code) in text for code in _REORDERING)
