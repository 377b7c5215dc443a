"""Telling prose from what is written for programs: pages, mails, data. Read as prose, its marks would become words and names.

A text is judged by what it holds, not by the name of its file. Prose may mention a tag or two, and may begin with lines such as
*Van:* and *Onderwerp:*.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from wederhoor.errors import WederhoorError

_LOOKED_AT: Final = 200_000
"""Characters at the beginning that are looked at: markup shows there."""
_FEWEST_MARKS: Final = 4
_DENSITY: Final = 400
"""Characters of prose for one mark: a text with more marks than that is no prose."""
_FEWEST_HEADERS: Final = 3
_FEWEST_CUES: Final = 2

_SIGNATURES: Final = (
    ("RTF", re.compile(r"\{\\rtf")),
    ("HTML", re.compile(r"(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)),
    ("XML", re.compile(r"<\?xml\s|<!DOCTYPE\s|<!\[CDATA\[")),
    ("JSON", re.compile(r'(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.)*"\s*:')),
    ("PostScript", re.compile(r"%!PS\b")),
    ("a calendar or an address card", re.compile(r"BEGIN:V(?:CALENDAR|CARD|EVENT)\b", re.IGNORECASE)),
    ("subtitles", re.compile(r"WEBVTT\b")),
    ("LaTeX", re.compile(r"(?:%[^\n]*\n|\s)*\\(?:documentclass|documentstyle|begin\{document\})")),
)
"""How a text of each kind begins, behind white space."""

_TAG: Final = re.compile(
    r"<(/?)([A-Za-z][\w:.-]*)((?:\s+[^\s<>=/]+(?:\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'|[^\s<>\"']+))?)*)\s*(/?)>"
)
_VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
"""Tags of HTML that have no end."""
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,6});")
_CUE: Final = re.compile(r"^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}", re.MULTILINE)

_ENVELOPE: Final = re.compile(r"From \S+.*\n")
"""The line that begins a mail in an mbox file."""
_HEADER: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]*(.*)\n")
_FOLDED: Final = re.compile(r"[ \t]+\S.*\n")
_TECHNICAL: Final = frozenset({
    "arc-seal", "authentication-results", "content-class", "content-disposition", "content-language",
    "content-transfer-encoding", "content-type", "delivered-to", "dkim-signature", "in-reply-to", "list-id",
    "list-unsubscribe", "message-id", "mime-version", "received", "received-spf", "references", "return-path",
    "thread-index", "thread-topic", "user-agent",
})  # fmt: skip
"""Header fields that only a mail program writes (RFC 5322, RFC 2045), in lower case; so are all that begin with X-."""
_ADDRESSED: Final = frozenset({"from", "to", "cc", "bcc", "sender", "reply-to", "subject", "date"})
"""Header fields that a person could write, too."""
_PART: Final = re.compile(r"^--\S+\n(?:[A-Za-z-]+:.*\n)*?Content-(?:Type|Transfer-Encoding|Disposition):", re.MULTILINE)
"""Where a part of a mail begins (RFC 2046)."""


_Found = tuple[str, int] | None
"""What a text is, and where that shows."""


def refuse_markup(text: str, where: str) -> None:
    """Raises W109 for HTML, XML, JSON, RTF, e-mail and other texts that are written for programs."""
    start, beginning = _beginning(text)
    found = _found(text, start, beginning)
    if found:
        kind, sign = found
        line = text.count("\n", 0, start) + beginning.count("\n", 0, sign) + 1
        words = beginning[sign : sign + 60].partition("\n")[0].strip()
        raise WederhoorError("W109", where=where, kind=kind, line=line, sign=words)


def kind_of_markup(text: str) -> str | None:
    """What a text is that is written for programs, by the name in W109; None for prose."""
    found = _found(text, *_beginning(text))
    return found[0] if found else None


def _beginning(text: str) -> tuple[int, str]:
    """Where a text begins behind white space, and as much of it as is looked at."""
    start = len(text) - len(text.lstrip("\ufeff \t\r\n\v\f"))
    return start, text[start : start + _LOOKED_AT].replace("\r\n", "\n").replace("\r", "\n")


def _found(text: str, start: int, beginning: str) -> _Found:
    return _by_signature(beginning) or _mail(beginning) or _json(text[start:]) or _tagged(beginning) or _cues(beginning)


def _by_signature(text: str) -> _Found:
    return next(((kind, 0) for kind, pattern in _SIGNATURES if pattern.match(text)), None)


def _mail(text: str) -> _Found:
    """A block of header fields up to the first empty line, or parts of a mail without the header."""
    envelope = _ENVELOPE.match(text)
    place = envelope.end() if envelope else 0
    fields: dict[str, str] = {}
    while header := _HEADER.match(text, place):
        fields[header.group(1).lower()] = header.group(2)
        place = header.end()
        while folded := _FOLDED.match(text, place):
            place = folded.end()
    technical = sum(name in _TECHNICAL or name.startswith("x-") for name in fields)
    written = sum(name in _ADDRESSED for name in fields)
    addressed = any("@" in fields.get(name, "") for name in ("from", "to", "sender"))
    if technical + written >= _FEWEST_HEADERS and (technical or addressed):
        return "an e-mail", 0
    part = _PART.search(text)
    return None if part is None else ("an e-mail", part.start())


def _json(text: str) -> _Found:
    """One object or list, or one of them a line. A text in square brackets is no JSON unless all of it is."""
    if text[:1] not in ("{", "[") or '"' not in text:
        return None
    for piece in (text.strip(), text.partition("\n")[0].strip()):
        try:
            msgspec.json.decode(piece)
        except (msgspec.DecodeError, RecursionError):
            continue
        return "JSON", 0
    return None


def _tagged(text: str) -> _Found:
    """More tags than prose mentions: begun and ended, or with no end by their nature; and the names of characters."""
    opened: dict[str, int] = {}
    places: list[int] = []
    for tag in _TAG.finditer(text):
        name = tag.group(2).lower()
        if tag.group(1):
            if name in opened:
                places += [opened.pop(name), tag.start()]
        elif name in _VOID or tag.group(4):
            places.append(tag.start())
        else:
            opened[name] = tag.start()
    first = min(places, default=None)
    if first is None:
        return None
    marks = len(places) + sum(1 for _ in _ENTITY.finditer(text))
    if first == 0 or (marks >= _FEWEST_MARKS and marks * _DENSITY >= len(text)):
        return "HTML or XML", first
    return None


def _cues(text: str) -> _Found:
    cues = [cue.start() for cue in _CUE.finditer(text)]
    return ("subtitles", cues[0]) if len(cues) >= _FEWEST_CUES else None
