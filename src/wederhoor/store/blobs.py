"""A study as bytes and back, to the last field."""

from __future__ import annotations

import zlib

import msgspec

from wederhoor.errors import WederhoorError
from wederhoor.records import Reading, Study
from wederhoor.records.prepared import prepared


class _ReadingAlone(msgspec.Struct):
    """Of a study what a page of its document shows."""

    reading: Reading


LEVEL = 3
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(prepared(Study))
_readings = msgspec.msgpack.Decoder(prepared(_ReadingAlone))


def encode_study(study: Study) -> bytes:
    """MessagePack, packed by zlib: a third of the size."""
    return zlib.compress(_encoder.encode(study), LEVEL)


def decode_study(data: bytes, doc: str, where: str) -> Study:
    """The study in these bytes. Raises W807 where a version of this program wrote them whose records differ."""
    try:
        return _decoder.decode(zlib.decompress(data))
    except (msgspec.MsgspecError, zlib.error) as error:
        raise WederhoorError("W807", doc=doc, where=where, why=error) from None


def decode_reading(data: bytes, doc: str, where: str) -> Reading:
    """The reading of the study in these bytes, in a third of the time of all of it. Raises W807 as ``decode_study``."""
    try:
        return _readings.decode(zlib.decompress(data)).reading
    except (msgspec.MsgspecError, zlib.error) as error:
        raise WederhoorError("W807", doc=doc, where=where, why=error) from None
