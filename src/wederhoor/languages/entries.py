"""What keeps a reporting verb or noun of the lexicon from ever being used."""

from __future__ import annotations

from wederhoor.languages.reporting import ReportingNoun, ReportingVerb


def wrong_with(row: ReportingVerb | ReportingNoun) -> list[str]:
    """What is wrong with a row, in words; nothing for one that can be used."""
    found = []
    if not row.frames:
        found.append("has no frame, so that nothing is its content")
    if "prep" in row.frames and not row.prepositions:
        found.append("has the frame prep and no prepositions")
    if row.prepositions and not row.frames & {"prep", "as", "count"}:
        found.append("has prepositions and no frame that takes one")
    return found
