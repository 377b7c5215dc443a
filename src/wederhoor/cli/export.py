"""``wederhoor export``: readings and cases in forms that other tools open."""

from __future__ import annotations

from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from wederhoor.cli.case_input import Excel, Join, Raw, with_case
from wederhoor.cli.destination import Destination
from wederhoor.cli.shared_options import with_shared_options
from wederhoor.cli.texts import Found, How, HowToRead, Sources, find_files, from_case, paths, read_each, study_each
from wederhoor.errors import WederhoorError
from wederhoor.exchange.cells import Style
from wederhoor.version import VERSION

if TYPE_CHECKING:
    from wederhoor.api.case import OpenCase
    from wederhoor.records import Document, Reading, Study

EXAMPLES = """
**Examples**

    wederhoor export annotations article.txt --out article.jsonld

    wederhoor export tables folder/ --out tables/

    wederhoor export qdpx folder/ --out project.qdpx

    wederhoor export ftm harbour.db --out harbour.ftm.json

    wederhoor export dna harbour.db --out harbour.dna

    wederhoor export gexf folder/ --join 'council=Anna Visser,aldermen' --out harbour.gexf

    wederhoor export timeline harbour.db --out harbour.svg
"""


class Form(StrEnum):
    """The forms."""

    annotations = "annotations"
    ftm = "ftm"
    qdpx = "qdpx"
    tables = "tables"
    dna = "dna"
    graphml = "graphml"
    gexf = "gexf"
    claimreview = "claimreview"
    timeline = "timeline"


OF_A_CASE = frozenset({Form.dna, Form.graphml, Form.gexf, Form.claimreview, Form.timeline})
"""Forms of what texts say together."""


@with_shared_options
def export_command(
    form: Annotated[
        Form,
        typer.Argument(
            metavar="FORM",
            help="annotations (W3C Web Annotation, JSON-LD), ftm (FollowTheMoney, JSON Lines), qdpx (REFI-QDA project), "
            "tables (CSV of every layer, with a data dictionary, in a folder); of the texts as one case: dna (Discourse Network "
            "Analyzer), graphml and gexf (who shares and opposes whose positions), claimreview (drafts of fact-checks, JSON-LD), "
            "timeline (what happened when, a lane for each teller, as a picture in SVG).",
        ),
    ],
    sources: Sources,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write; of tables the folder.")] = None,
    join: Join = None,
    excel: Excel = False,
    raw: Raw = False,
    *,
    how: How,
) -> None:
    """Write who says what, who is who, what happened and who stands where, for another tool."""
    if form in OF_A_CASE:
        with_case(sources, how, join, out, lambda opened: _encoded_case(form, opened))
        return
    files = find_files(sources, how.metadata)
    if form is Form.tables:
        _write_tables(files, how, out, Style(raw=raw, excel=excel))
        return
    readings: list[Reading] = []
    with Destination(out, paths(files), private=from_case(files)) as destination:
        try:
            read_each(files, how, lambda _, reading: readings.append(reading))
        finally:
            if readings:
                destination.write(_encoded(form, readings, out.stem if out else "wederhoor"))


def _write_tables(files: list[Found], how: HowToRead, folder: Path | None, style: Style) -> None:
    """Write a table of each layer, text by text, and what their columns mean. Raises W401 without a folder."""
    from wederhoor.exchange.layers import LAYER_TABLES, table_of
    from wederhoor.exchange.layers.dictionary import FILE, descriptor

    if folder is None or folder.is_file():
        raise WederhoorError("W401", where=folder or "standard output", why="tables need a folder: --out FOLDER")
    with ExitStack() as stack:
        kept: dict[str, Destination] = {}

        def take(_: Document, study: Study) -> None:
            for layer in LAYER_TABLES:
                if layer not in kept:
                    table = Destination(folder / f"{layer}.csv", paths(files), private=from_case(files))
                    kept[layer] = stack.enter_context(table)
                    kept[layer].write(table_of(layer, (), style, header=True))
                kept[layer].write(table_of(layer, (study,), style, header=False))

        with Destination(folder, paths(files), private=from_case(files)) as beside:
            beside.write_file(folder / FILE, descriptor(style))
        study_each(files, how, take)


def _encoded(form: Form, readings: list[Reading], name: str) -> bytes:
    from wederhoor.exchange.standards.annotations import annotation_collection
    from wederhoor.exchange.standards.followthemoney import ftm_lines
    from wederhoor.exchange.standards.qdpx import qdpx

    if form is Form.qdpx:
        return qdpx(readings, name, f"Wederhoor {VERSION}")
    if form is Form.ftm:
        return ftm_lines(readings)
    return _indented(annotation_collection(readings))


def _encoded_case(form: Form, opened: OpenCase) -> bytes:
    from wederhoor.exchange.standards.claimreview import claim_reviews
    from wederhoor.exchange.standards.dna import dna
    from wederhoor.exchange.standards.networks import gexf, graphml

    if form is Form.dna:
        return dna(opened.report, opened.readings, f"Wederhoor {VERSION}")
    if form is Form.timeline:
        return _picture(opened)
    if form is Form.claimreview:
        return _indented(claim_reviews(opened.report, opened.readings))
    return (gexf if form is Form.gexf else graphml)(opened.report)


def _picture(opened: OpenCase) -> bytes:
    from wederhoor.exchange.timeline.lanes import timeline_of
    from wederhoor.exchange.timeline.picture import timeline_svg
    from wederhoor.exchange.timeline.told import tallies_of, told_in_case
    from wederhoor.exchange.wording import wording_for

    told = told_in_case(opened.case, opened.publishers)
    events = [one for _, one in told]
    return timeline_svg(timeline_of(tallies_of(told)), events, wording_for(opened.readings[0].lang))


def _indented(told: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


export_command.__doc__ = f"{export_command.__doc__}\n{EXAMPLES}"
