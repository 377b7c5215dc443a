"""Statements as W3C Web Annotations (Web Annotation Data Model, 2017): JSON-LD that Hypothesis and other annotators can take in.

A statement is an annotation whose targets are its words, each by position (in code points) and by quotation with the words
around it, and whose bodies say who says it and how he stands to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Final

from wederhoor.exchange.statements import StatementLine, statement_lines
from wederhoor.records import Reading, Span

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32
"""Characters of text before and after the words, by which they are found again in a text that has changed."""

Json = dict[str, Any]


def annotation_collection(readings: Iterable[Reading]) -> Json:
    """A collection of one page, since the model has one first page. Raises UngroundedReadingError as ``statement_lines``."""
    shown = list(readings)
    digest = hashlib.sha256("".join(reading.sha256 for reading in shown).encode()).hexdigest()
    items = [_annotation(reading, line) for reading in shown for line in statement_lines(reading)]
    return {
        "@context": CONTEXT,
        "id": f"urn:wederhoor:{digest}",
        "type": "AnnotationCollection",
        "label": "; ".join(reading.title or reading.doc for reading in shown),
        "total": len(items),
        "first": {
            "id": f"urn:wederhoor:{digest}:statements",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _annotation(reading: Reading, line: StatementLine) -> Json:
    return {
        "id": f"urn:wederhoor:{reading.sha256}:{line.statement_id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": " ".join(line.made_by)},
        "body": _bodies(reading, line),
        "target": [_target(reading, span) for span in line.spans],
    }


def _bodies(reading: Reading, line: StatementLine) -> list[Json]:
    """Who says it, then how he stands to it; by whose word, where another tells that he said so."""
    told = " ← ".join(name or "?" for name in (line.holder, *line.by_way_of))
    said = {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "language": reading.lang,
        "value": told,
    }
    tags = (line.stance, line.attitude, line.polarity and f"polarity {line.polarity}", line.certainty)
    return [said, *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in dict.fromkeys(tags) if tag)]


def _target(reading: Reading, span: Span) -> Json:
    start, end = span
    text = reading.text
    return {
        "type": "SpecificResource",
        "source": reading.url or f"urn:sha256:{reading.sha256}",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
        ],
    }
