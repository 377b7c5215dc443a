"""A report on a case as JSON: indented, keys in their order, a span on one line. The same case gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from wederhoor.exchange.cases.report import CaseReport

# A span on lines of its own. A JSON string holds no raw line break, so this finds nothing inside a string.
_TALL_SPAN = re.compile(rb"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")


def encode(report: CaseReport | Sequence[msgspec.Struct]) -> bytes:
    """JSON in UTF-8, with a line end at the end."""
    indented = msgspec.json.format(msgspec.json.encode(report, order="deterministic"), indent=2)
    return _TALL_SPAN.sub(rb"[\1, \2]", indented) + b"\n"
