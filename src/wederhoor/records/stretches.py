"""A statement's words as views show them, whole, with what interrupts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wederhoor.records.spans import Span, stretch

Pieces = Sequence[tuple[str, bool]]
"""Words of one stretch of the text, each with whether they are of the statement or interrupt it."""


def whole(text: str, spans: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    """The words from the first span to the last, nothing left out.

    Blanks around what interrupts them, and signs without a word, are no interruption. The pieces join to the same stretch.
    """
    found: list[tuple[str, bool]] = []
    for piece, said in _trimmed(stretch(text, spans)):
        if found and found[-1][1] == said:
            found[-1] = (found[-1][0] + piece, said)
        else:
            found.append((piece, said))
    return tuple(found)


def bracketed(pieces: Pieces) -> str:
    """The whole stretch in plain text: what interrupts it in square brackets, with a blank on either side."""
    found = ""
    for piece, said in pieces:
        shown = piece if said else f"[{piece}]"
        apart = found and not found[-1].isspace() and not shown[0].isspace()
        found += f" {shown}" if apart else shown
    return found


def _trimmed(pieces: Pieces) -> Iterator[tuple[str, bool]]:
    for piece, said in pieces:
        bare = piece.strip()
        if said or not any(map(str.isalnum, bare)):
            yield piece, True
        else:
            before = piece.index(bare)
            yield from ((part, own) for part, own in (
                (piece[:before], True), (bare, False), (piece[before + len(bare) :], True),
            ) if part)  # fmt: skip
