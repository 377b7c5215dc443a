"""Files with other files in them: ZIP, gzip and web archives (WARC)."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

import msgspec

from wederhoor.documents.formats.extract import Extract, Limits, Texts, unreadable
from wederhoor.documents.formats.packed import open_packed, unzipped
from wederhoor.errors import WederhoorError

Inner = Callable[[bytes, str, Limits], Texts]
"""Reads a file that was unpacked."""
_PAGES: Final = ("text/html", "text/plain", "application/xhtml+xml", "application/pdf")
"""What a page calls itself of which the text is read."""
_HIDDEN: Final = ("__MACOSX/", ".")


def read_zip(data: bytes, where: str, limits: Limits, inner: Inner) -> Texts:
    """The texts of the files in a ZIP file, in the order of their names. Files that are hidden are left out."""
    packed = open_packed(data, where, "a ZIP file", limits)
    for name in sorted(packed.names):
        if name.startswith(_HIDDEN) or "/." in name:
            continue
        yield from _inside(packed.read(name), f"{where}, {name}", name, _deeper(where, limits), inner)


def read_gzip(data: bytes, where: str, limits: Limits, inner: Inner) -> Texts:
    """The texts of the file that was packed."""
    yield from inner(unzipped(data, where, limits), where, _deeper(where, limits))


def read_warc(data: bytes, where: str, limits: Limits, inner: Inner, first: int = 1) -> Texts:
    """The pages of a web archive (WARC 1.0 and 1.1) that were answered with success, each with its address.

    They are numbered from ``first``, which is that of the first of them where these are a piece of a bigger archive.
    """
    left = limits.size
    pages = _pages(io.BytesIO(data), where, limits.size)
    for number, (address, body, _) in enumerate(pages, first):
        left -= len(body)
        if left < 0:
            raise WederhoorError("W106", where=where, limit_mb=limits.size // 1_000_000)
        for found in _inside(body, f"{where}, record {number}", str(number), _deeper(where, limits), inner):
            yield msgspec.structs.replace(found, url=address) if isinstance(found, Extract) else found


def page_starts(stream: BinaryIO, where: str) -> Iterator[int]:
    """The offset in ``stream`` of the record of each page, in order. Raises W114 where the archive breaks off."""
    return (start for _, _, start in _pages(stream, where, 0))


def _pages(stream: BinaryIO, where: str, most: int) -> Iterator[tuple[str | None, bytes, int]]:
    """Address and body of each page, not more of it than ``most`` and a byte, and where its record begins.

    Raises W114 where the archive breaks off.
    """
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

    try:
        records = ArchiveIterator(stream)
        for record in records:
            start, headers = records.offset, record.http_headers
            if record.rec_type != "response" or headers is None or headers.get_statuscode()[:1] != "2":
                continue
            if (headers.get_header("Content-Type") or "").lower().startswith(_PAGES):
                yield record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read(most + 1), start
    except Exception as error:  # noqa: BLE001  # a broken archive fails in as many ways as its records can
        why = f"it is broken ({type(error).__name__})"
        raise unreadable(where, "a web archive", why, "Fetch it again and read that") from None


def _inside(data: bytes, where: str, part: str, limits: Limits, inner: Inner) -> Texts:
    """The texts of a member, by its name; one that cannot be read is told and costs itself only."""
    try:
        for found in inner(data, where, limits):
            if isinstance(found, Extract):
                found = msgspec.structs.replace(found, part=part if found.part is None else f"{part}#{found.part}")  # noqa: PLW2901
            yield found
    except WederhoorError as error:
        yield error


def _deeper(where: str, limits: Limits) -> Limits:
    if limits.depth == 0:
        raise unreadable(where, "an archive", "it has archives in archives", "Unpack it and read what is in it")
    return msgspec.structs.replace(limits, depth=limits.depth - 1)
