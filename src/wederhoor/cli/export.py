"""``wederhoor export``: readings in forms that other tools open."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from wederhoor.cli.destination import Destination
from wederhoor.cli.texts import (
    Actors,
    Date,
    HowToRead,
    Lang,
    Lexicon,
    MaxMb,
    Metadata,
    Pipeline,
    Sources,
    find_files,
    from_case,
    paths,
    read_each,
)
from wederhoor.documents import LIMIT_MB
from wederhoor.version import VERSION

if TYPE_CHECKING:
    from wederhoor.records import Reading

EXAMPLES = """
**Examples**

    wederhoor export annotations article.txt --out article.jsonld

    wederhoor export qdpx folder/ --out project.qdpx

    wederhoor export ftm harbour.db --out harbour.ftm.json
"""


class Form(StrEnum):
    """The forms."""

    annotations = "annotations"
    ftm = "ftm"
    qdpx = "qdpx"


def export_command(
    form: Annotated[
        Form,
        typer.Argument(
            metavar="FORM",
            help="annotations (W3C Web Annotation, JSON-LD), ftm (FollowTheMoney, JSON Lines), qdpx (REFI-QDA project).",
        ),
    ],
    sources: Sources,
    date: Date = None,
    metadata: Metadata = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write.")] = None,
    lang: Lang = None,
    pipeline: Pipeline = None,
    actors: Actors = None,
    lexicon: Lexicon = None,
    max_mb: MaxMb = LIMIT_MB,
) -> None:
    """Write who says what, who is who and what happened for another tool."""
    files = find_files(sources, metadata)
    how = HowToRead(date, lang, pipeline, max_mb, actors, metadata=metadata, lexicon=lexicon)
    readings: list[Reading] = []
    with Destination(out, paths(files), private=from_case(files)) as destination:
        try:
            read_each(files, how, lambda _, reading: readings.append(reading))
        finally:
            if readings:
                destination.write(_encoded(form, readings, out.stem if out else "wederhoor"))


def _encoded(form: Form, readings: list[Reading], name: str) -> bytes:
    from wederhoor.exchange.standards.annotations import annotation_collection
    from wederhoor.exchange.standards.followthemoney import ftm_lines
    from wederhoor.exchange.standards.qdpx import qdpx

    if form is Form.qdpx:
        return qdpx(readings, name, f"Wederhoor {VERSION}")
    if form is Form.ftm:
        return ftm_lines(readings)
    return msgspec.json.format(msgspec.json.encode(annotation_collection(readings)), indent=2) + b"\n"


export_command.__doc__ = f"{export_command.__doc__}\n{EXAMPLES}"
