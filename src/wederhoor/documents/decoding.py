"""From bytes to the text that they spell. Only a byte order mark is left out; nothing is ever changed.

A wrong guess here corrupts every name in the text without a trace. So UTF-8 goes first, because other encodings almost
never pass for it, and what fits nothing well is refused.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from wederhoor.errors import WederhoorError

# UTF-32 before UTF-16: the little-endian mark of the one starts with that of the other.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What people give most often in the place of a text. A PDF can consist of text characters only.
_SIGNATURES: Final = (
    (b"%PDF-", "it is a PDF"),
    (b"PK\x03\x04", "it is a ZIP archive or an office document (.docx, .odt)"),
    (b"\xd0\xcf\x11\xe0", "it is an office document (.doc, .xls)"),
    (b"\x89PNG", "it is a PNG image"),
    (b"\xff\xd8\xff", "it is a JPEG image"),
    (b"GIF87a", "it is a GIF image"),
    (b"GIF89a", "it is a GIF image"),
    (b"\x1f\x8b", "it is compressed with gzip"),
)

# All control characters but those that lay out or colour a text: tab, line and page breaks, escape.
_CONTROL: Final = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_MAX_CONTROL_SHARE: Final = 0.1
_C1: Final = re.compile(rb"[\x80-\x9f]")
_EURO_IN_8859_15: Final = b"\xa4"


def decode(data: bytes, where: str) -> str:
    """The text of ``data``; raises W102 where it is no text and W103 where its encoding cannot be told."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise WederhoorError("W102", where=where, why=what)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, where)
    wide = _utf16_without_mark(data)
    if wide is not None:
        return wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_binary(data, where, nul_allowed=False)
        _refuse_damaged_utf8(data, where, error.start)
        return data.decode(_single_byte_encoding(data, where))
    _refuse_binary(data, where, nul_allowed=True)
    return text


def _decode_marked(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        why = f"it says that it is {encoding}, but byte {error.start} after its byte order mark is not"
        raise WederhoorError("W103", where=where, why=why) from None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows in Latin script by zeros in every second byte; a detector also sees it in "café", as Chinese."""
    units, rest = divmod(len(data), 2)
    first, second = data[0::2].count(0), data[1::2].count(0)
    if rest or max(first, second) < 0.5 * units or min(first, second) > 0.01 * units or not units:
        return None
    try:
        text = data.decode("utf-16-le" if second > first else "utf-16-be")
    except UnicodeDecodeError:
        return None
    return None if _too_many(_controls(text.encode("utf-8")), len(text)) else text


def _refuse_binary(data: bytes, where: str, *, nul_allowed: bool) -> None:
    """A stray NUL in good UTF-8 is a blemish of a text; in anything else it means that there is no text."""
    if not nul_allowed and b"\0" in data:
        raise WederhoorError("W102", where=where, why=f"it has a NUL byte at {data.index(0)}")
    controls = _controls(data)
    if _too_many(controls, len(data)):
        raise WederhoorError("W102", where=where, why=f"{controls} of its {len(data)} bytes are control characters")


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROL))


def _too_many(controls: int, length: int) -> bool:
    return controls > _MAX_CONTROL_SHARE * length


def _refuse_damaged_utf8(data: bytes, where: str, bad: int) -> None:
    """UTF-8 with a few broken bytes would pass for Windows-1252 and give "Ã«" for every "ë"."""
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    good = sum(c > "\x7f" for c in lenient) - broken
    if good >= broken:
        line = data.count(b"\n", 0, bad) + 1
        raise WederhoorError("W103", where=where, why=f"it is UTF-8, but for byte {bad} (line {line})")


def _single_byte_encoding(data: bytes, where: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # few texts need it

    fitting = {m.encoding for m in from_bytes(data, cp_isolation=["cp1252", "iso8859_15"], enable_fallback=False)}
    # The two differ in prose by the euro sign; Windows has it, and its curly quotes, where ISO 8859 has no characters.
    if "iso8859_15" in fitting and _EURO_IN_8859_15 in data and not _C1.search(data):
        return "iso8859_15"
    if "cp1252" in fitting and _decodes(data, "cp1252"):
        return "cp1252"
    raise WederhoorError("W103", where=where, why="it is not UTF-8, UTF-16, Windows-1252 or ISO 8859-15")


def _decodes(data: bytes, encoding: str) -> bool:
    # The detector reads samples of a large text only.
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
