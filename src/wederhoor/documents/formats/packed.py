"""Files inside a file, by ZIP and gzip, within bounds: a few thousand bytes can unpack to more than any memory holds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from wederhoor.documents.formats.extract import Limits, unreadable
from wederhoor.errors import WederhoorError

_MEMBERS: Final = 20_000
_LOCKED: Final = 0x1
"""The bit of a member's flags that says that it is encrypted (APPNOTE.TXT 4.4.4)."""


class Packed:
    """The members of a ZIP file. What all of them unpack to is held within the limit, whatever the file says of it."""

    def __init__(self, archive: zipfile.ZipFile, where: str, kind: str, limits: Limits) -> None:
        self._archive, self._where, self._kind, self._limits = archive, where, kind, limits
        self._left = limits.size
        names = (info.filename for info in archive.infolist())  # a broken one can be empty
        self.names = [name for name in names if name and not name.endswith("/")]
        self._known = set(self.names)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises W114 where it is not there, locked or broken, W106 where there is too much of it."""
        if name not in self._known:
            raise self._bad(f"it lacks {name or 'the file that names its parts'}")
        try:
            with self._archive.open(name) as member:
                data = member.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise self._bad(f"it is broken ({type(error).__name__})") from None
        except (RuntimeError, NotImplementedError):  # a password is asked for; a way of packing that Python lacks
            raise self._bad("it is locked with a password, or packed in an unusual way") from None
        if len(data) > self._left:
            raise WederhoorError("W106", where=self._where, limit_mb=self._limits.size // 1_000_000)
        self._left -= len(data)
        return data

    def _bad(self, why: str) -> WederhoorError:
        return unreadable(self._where, self._kind, why, "Unpack it or save it anew, and read that")


def open_packed(data: bytes, where: str, kind: str, limits: Limits) -> Packed:
    """Open a ZIP file. Raises W114 where it is broken or locked, W106 where it says that it unpacks to more than the limit."""
    remedy = "Unpack it or save it anew, and read that"
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise unreadable(where, kind, f"it is broken ({type(error).__name__})", remedy) from None
    if len(infos) > _MEMBERS:
        raise unreadable(where, kind, f"it has more than {_MEMBERS:,} files in it", remedy)
    if any(info.flag_bits & _LOCKED for info in infos):
        raise unreadable(where, kind, "it is locked with a password", remedy)
    if sum(info.file_size for info in infos) > limits.size:
        raise WederhoorError("W106", where=where, limit_mb=limits.size // 1_000_000)
    return Packed(archive, where, kind, limits)


def unzipped(data: bytes, where: str, limits: Limits) -> bytes:
    """What a gzip file unpacks to, several members one after the other (RFC 1952). Raises W114 and W106."""
    pieces: list[bytes] = []
    left = limits.size
    for piece in _inflated(data, where, limits.size):
        left -= len(piece)
        if left < 0:
            raise WederhoorError("W106", where=where, limit_mb=limits.size // 1_000_000)
        pieces.append(piece)
    return b"".join(pieces)


def _inflated(data: bytes, where: str, most: int) -> Iterator[bytes]:
    while data:
        one = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        try:
            piece = one.decompress(data, most + 1)
        except zlib.error:
            raise unreadable(where, "a gzip file", "it is broken", "Unpack it and read that") from None
        if not one.eof and len(piece) <= most:
            raise unreadable(where, "a gzip file", "it is cut short", "Fetch it again and read that")
        yield piece
        data = one.unused_data.lstrip(b"\0")
