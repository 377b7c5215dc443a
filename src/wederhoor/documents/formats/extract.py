"""What is taken out of a file: its text in paragraphs, what it says of itself, and where in it each stretch stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, TypedDict

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.records import Original

GAP: Final = "\n\n"
"""What stands between two paragraphs of the text that is read."""
_SPACE: Final = re.compile(r"[ \t\r\n\f\v\u00a0\u200b]+")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

Unit = Literal["page", "paragraph"]


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """One text out of a file. ``starts`` are the offsets in ``text`` at which each page or paragraph of the file begins.

    ``part`` says which of several texts in one file it is: a member of an archive, the number of a message or of a row.
    ``own_name`` is what the row of a table calls its text.
    """

    text: str
    kind: str
    part: str | None = None
    unit: Unit = "paragraph"
    starts: tuple[int, ...] = ()
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    lang: str | None = None
    own_name: str | None = None

    def original(self, sha256: str) -> Original:
        """Where the text comes from; ``sha256`` is that of the file's bytes."""
        return Original(kind=self.kind, sha256=sha256, part=self.part, unit=self.unit, starts=self.starts)


class AboutText(TypedDict, total=False):
    """What a file says of a text in it: the fields of ``Extract`` by the same names, each as it stands there."""

    part: str | None
    date: str | None
    publisher: str | None
    byline: str | None
    url: str | None
    lang: str | None


class Limits(msgspec.Struct, frozen=True):
    """What a file may hold at most. ``size`` is in bytes, of the file and of all that is unpacked from it."""

    size: int
    texts: int = 200_000
    pages: int = 5_000
    depth: int = 2
    """Archives inside archives."""


Texts = Iterator[Extract | WederhoorError]
"""The texts of a file, in order; in the place of one that cannot be read, why not."""
Reader = Callable[[bytes, str, Limits], Texts]
"""Takes the bytes of a file, what it is called in messages, and the limits. Raises W114 where nothing of it can be read."""


def unreadable(where: str, kind: str, why: str, remedy: str) -> WederhoorError:
    """The error of a file of a known kind that cannot be read."""
    return WederhoorError("W114", where=where, kind=kind, why=why, remedy=remedy)


def one_line(words: str | None) -> str | None:
    """Words with single spaces between them; None where there are none."""
    if words is None:
        return None
    return _SPACE.sub(" ", _CONTROL.sub("", words)).strip() or None


def in_paragraphs(paragraphs: Iterable[str], headline: str | None = None) -> tuple[str, tuple[int, ...]]:
    """The text of paragraphs with an empty line between them, and the offset of each. Empty ones are left out.

    A headline stands above them where they do not begin with it.
    """
    lines = [line for line in map(one_line, paragraphs) if line]
    title = one_line(headline)
    if title and (not lines or not lines[0].casefold().startswith(title.casefold())):
        lines.insert(0, title)
    starts: list[int] = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line) + len(GAP)
    return GAP.join(lines), tuple(starts)
