"""PDF: the text of each page (pypdf), its lines joined to paragraphs, without what every page repeats above and below."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

import msgspec

from wederhoor.documents.formats.extract import GAP, Extract, Limits, Texts, one_line, unreadable
from wederhoor.documents.formats.pdf_columns import Collector, in_columns
from wederhoor.errors import WederhoorError

if TYPE_CHECKING:
    from pypdf import PdfReader

_KIND: Final = "a PDF"
_FEWEST_LETTERS: Final = 20
"""Letters a page below which a file of pages is a scan."""
_REPEATED: Final = 3
"""Pages that begin or end with the same line, but for its numbers, before that line is no part of the text; or all there are."""
_SHORT: Final = 0.85
"""The share of a full line's length (third quartile) below which a line ends a paragraph, if the next may begin one."""
_ENDS_SENTENCE: Final = re.compile(r"""[.!?…:]["'”’»)\]]*$""")
_BROKEN: Final = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
"""A word that goes on in the next line."""
_NOTE: Final = re.compile(r"\d{1,2}\)? [^\W\d_]")
"""The beginning of a footnote."""
_SIGNS: Final = {0xA0: " "} | {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""Of a font: a blank that does not break, and ligatures of Latin letters (Unicode, Alphabetic Presentation Forms)."""
_NUMBER: Final = re.compile(r"\d+")


def read_pdf(data: bytes, where: str, limits: Limits) -> Texts:
    """The text of a PDF. Raises W114 for one that is locked, broken or has pictures of pages only, W106 for too many pages."""
    pages = _pages(data, where, limits)
    if sum(map(_letters, chain.from_iterable(pages.lines))) < _FEWEST_LETTERS * max(len(pages.lines), 1):
        why = "it has pictures of pages and no text"
        raise unreadable(
            where, _KIND, why, "Recognise its text first, such as with ocrmypdf, and read the file that this makes"
        )
    text, starts = _joined(_without_repeated(pages.lines))
    yield Extract(text=text, kind="pdf", unit="page", starts=starts, title=pages.title, byline=pages.author)


class _Pages(msgspec.Struct, frozen=True):
    """The lines of each page, and what the file says of itself."""

    lines: list[list[str]]
    title: str | None
    author: str | None


def _pages(data: bytes, where: str, limits: Limits) -> _Pages:
    """Raises W114 for whatever pypdf fails at: a hostile file fails in many ways."""
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell of every blemish of a file on standard error
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        _refuse(reader, where, limits)
        lines = _lines(reader, where, limits)
        about = reader.metadata
        said = (about.title, about.author) if about else (None, None)
        return _Pages(lines, *map(one_line, said))
    except WederhoorError:
        raise
    except Exception as error:  # noqa: BLE001  # a broken file raises whatever the structure that it breaks is read with
        raise _broken(where, error) from None


def _refuse(reader: PdfReader, where: str, limits: Limits) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise unreadable(where, _KIND, "it is locked with a password", "Save it without one and read that")
    if len(reader.pages) > limits.pages:
        raise unreadable(where, _KIND, f"it has more than {limits.pages:,} pages", "Split it")


def _broken(where: str, error: BaseException) -> WederhoorError:
    why = f"it is broken ({type(error).__name__})"
    return unreadable(where, _KIND, why, "Open it in a viewer, print it to a new PDF and read that")


def _lines(reader: PdfReader, where: str, limits: Limits) -> list[list[str]]:
    pages: list[list[str]] = []
    size = 0
    for page in reader.pages:
        seen = Collector()
        text = page.extract_text(visitor_text=seen) or ""
        if (columns := in_columns(seen.stretches)) is not None:
            text = "\n".join(columns)
        size += len(text)
        if size > limits.size:
            raise WederhoorError("W106", where=where, limit_mb=limits.size // 1_000_000)
        pages.append([line.strip() for line in _spelled_out(text).splitlines() if line.strip()])
    return pages


def _spelled_out(text: str) -> str:
    """The text with blanks that may break, and without ligatures (*ﬁ*), which are letters of a font and not of a word."""
    return text.translate(_SIGNS)


def _letters(line: str) -> int:
    return sum(map(str.isalpha, line))


def _without_repeated(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without running heads, running feet and page numbers."""
    edges = Counter(chain.from_iterable({*map(_frame, (*page[:2], *page[-2:]))} for page in pages))
    often = {line for line, count in edges.items() if count >= max(2, min(_REPEATED, len(pages)))}

    def is_running(page: Sequence[str], at: int) -> bool:
        outer = at < 2 or at >= len(page) - 2  # the lines that were counted
        return outer and (_frame(page[at]) in often or page[at].isdecimal())

    return [[line for at, line in enumerate(page) if not is_running(page, at)] for page in pages]


def _frame(line: str) -> str:
    return _NUMBER.sub("#", line)


def _joined(pages: Iterable[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages and where each page begins in it. A paragraph may go on over a page, and so may a word."""
    kept = [list(page) for page in pages]
    lengths = sorted(len(line) for page in kept for line in page)
    short = _SHORT * lengths[len(lengths) * 3 // 4] if lengths else 0
    pieces: list[str] = []
    starts: list[int] = []
    at = 0
    for page in kept:
        begun = False
        for line in page:
            between = _between(pieces[-1], line, short, turned=not begun) if pieces else ""
            if between is None:
                pieces[-1] = pieces[-1][:-1]
                at -= 1
            pieces += [between or "", line]
            starts += [at + len(between or "")] * (not begun)
            at += len(between or "") + len(line)
            begun = True
        starts += [at] * (not begun)
    return "".join(pieces), tuple(starts)


def _between(before: str, line: str, short: float, *, turned: bool) -> str | None:
    """What stands between two lines; None where a word was broken in two, whose hyphen goes. ``turned``: a page lies between."""
    if _BROKEN.search(before) and line[0].islower():
        return None
    if _ENDS_SENTENCE.search(before) and (_NOTE.match(line) or (turned and line[0].isupper())):
        return GAP  # a note, or what may well be a new paragraph
    ends = _ENDS_SENTENCE.search(before) or line[0].isupper()  # a headline ends none
    return GAP if ends and len(before) < short else "\n"
