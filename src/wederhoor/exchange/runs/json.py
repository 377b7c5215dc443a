"""Reports on runs as JSON: the records as they are, indented, keys in their order."""

from __future__ import annotations

import msgspec

from wederhoor.records import Comparison, LoopReport, PressReport


def write_report(report: LoopReport | PressReport | Comparison) -> str:
    """The report with a line end at the end; the same report gives the same text."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
