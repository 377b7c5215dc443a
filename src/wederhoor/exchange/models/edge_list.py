"""A model as a CSV edge list, one row an edge and quote: from, to, sign, and what is known besides.

    from,to,sign,optional,source,quote,offsets,date,holder,claim,speaker,verb,via,stance,said
    anger,protest,+,0,kade,"De woede bracht mensen op straat.",120-153,2031-03-12,A4,K2,Imre Dalgo,zegt,,,
    talks,anger,x-,0,kade,"dat praten de woede doet zakken",201-232,2031-03-12,A5,K3,Imre Dalgo,ontkent,,denies,

``optional`` is 0 or 1, ``offsets`` are code points of the source's text, with semicolons between several spans. Any order of
the columns will do, other columns are passed over, and the columns may be parted by semicolons or tabs, as Excel writes them
in many countries. An edge with several quotes has several rows; a variable without edges has one with ``from`` alone.

A link that its holder does not maintain has an x before its sign and his ``stance`` (denies, doubts, asks ...), and is read
back as such. ``speaker`` is whose word the quote is, ``verb`` what reports it, ``via`` on whose word we have it, and ``said`` the
sign that this quote gives where the edge has another.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

from wederhoor.errors import WederhoorError
from wederhoor.exchange.models.draft import UNHELD, ModelDraft, edge_sign, stance_in, unheld_sign
from wederhoor.records import Edge, Ground, Model, Span, UnheldLink

COLUMNS: Final = (
    "from", "to", "sign", "optional", "source", "quote", "offsets", "date", "holder", "claim",
    "speaker", "verb", "via", "stance", "said",
)  # fmt: skip
NEEDED: Final = COLUMNS[:3]
_SPAN: Final = re.compile(r"\s*(\d{1,12})\s*-\s*(\d{1,12})\s*")
_LINE_ENDS: Final = re.compile(r"\r\n|\r|\n")


def read_edge_list(text: str, where: str) -> Model:
    """The model of a CSV file. Raises W501 (no edge list), W502 and W503 (a line of it is wrong)."""
    text = text.removeprefix("\ufeff")
    first = _LINE_ENDS.split(text.lstrip(), maxsplit=1)[0]
    delimiter = max(",;\t", key=lambda mark: (len(set(NEEDED) & set(_header(first, mark))), -",;\t".index(mark)))
    missing = [column for column in NEEDED if column not in _header(first, delimiter)]
    if missing:
        named = " and ".join(missing)
        raise WederhoorError("W501", where=where, why=f"its first line names no column {named}")
    draft = ModelDraft(where)
    for line, row in _rows(text, delimiter, where):
        if not row["to"] and not row["sign"] and row["from"]:
            draft.variable(row["from"])
            continue
        ground = _ground(row, where, line)
        sign = unheld_sign(row["sign"])
        stance = stance_in(row["stance"], where, line, apart=sign is not None)
        if sign is not None or stance is not None:
            ends = row["from"], row["to"]
            sign = edge_sign(row["sign"], where, line) if sign is None else sign
            draft.unheld(line, ends, sign, stance or "denies", [ground] if ground else [])
            continue
        draft.edge(line, row["from"], row["to"], edge_sign(row["sign"], where, line), _optional(row, where, line))
        if ground is not None:
            draft.ground(row["from"], row["to"], ground)
    return draft.model()


def write_edge_list(model: Model) -> str:
    """The model as CSV, lines ended by a line feed."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for edge in model.edges:
        rows.writerows(_cells(edge, edge.sign, int(edge.optional), ""))
    for link in model.unheld:
        rows.writerows(_cells(link, UNHELD + link.sign, 0, link.stance))
    ends = {name for link in model.links() for name in (link.cause, link.effect)}
    rows.writerows([variable.name] for variable in model.variables if variable.name not in ends)
    return out.getvalue()


def _cells(link: Edge | UnheldLink, sign: str, optional: int, stance: str) -> Iterator[list[str | int]]:
    """The rows of a link, one a quote."""
    for one in link.grounds or (Ground(quote=""),):
        known = (one.source, one.quote, _offsets(one), one.date, one.holder, one.claim, one.speaker, one.verb, one.via)
        yield [link.cause, link.effect, sign, optional, *(value or "" for value in known), stance, one.sign or ""]


def _header(line: str, delimiter: str) -> list[str]:
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return [cell.strip().lower() for cell in cells]


def _rows(text: str, delimiter: str, where: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each row by its columns, with the number of its last line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = [cell.strip().lower() for cell in cells]
                continue
            values = dict(zip(header, cells, strict=False))
            yield (
                reader.line_num,
                {
                    column: values.get(column, "") if column == "quote" else values.get(column, "").strip()
                    for column in COLUMNS
                },
            )
    except csv.Error as error:
        remedy = "Close every quotation mark, and write a mark within a cell twice"
        raise WederhoorError("W502", where=where, line=reader.line_num, why=error, remedy=remedy) from None


def _optional(row: Mapping[str, str], where: str, line: int) -> bool:
    if row["optional"] not in {"", "0", "1"}:
        why = f"optional is {row['optional']}"
        raise WederhoorError(
            "W502", where=where, line=line, why=why, remedy="Write 1 for an edge that may be absent, else 0"
        )
    return row["optional"] == "1"


def _ground(row: Mapping[str, str], where: str, line: int) -> Ground | None:
    if not any(row[column] for column in ("quote", "source", "offsets")):
        return None
    return Ground(
        quote=row["quote"],
        source=row["source"] or None,
        spans=_spans(row["offsets"], where, line),
        date=row["date"] or None,
        holder=row["holder"] or None,
        claim=row["claim"] or None,
        speaker=row["speaker"] or None,
        verb=row["verb"] or None,
        via=row["via"] or None,
        sign=edge_sign(row["said"], where, line) if row["said"] else None,
    )


def _spans(offsets: str, where: str, line: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    for part in offsets.split(";") if offsets else ():
        found = _SPAN.fullmatch(part)
        if not found or int(found[1]) > int(found[2]):
            remedy = "Write start and end in code points, as in 120-153, with ; between two spans"
            raise WederhoorError("W502", where=where, line=line, why=f"the offsets are {offsets}", remedy=remedy)
        spans.append((int(found[1]), int(found[2])))
    return tuple(spans)


def _offsets(ground: Ground) -> str:
    return ";".join(f"{start}-{end}" for start, end in ground.spans)
