"""Where readings and gold part: what to look at to make a score better."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal

import msgspec

from wederhoor.evaluation.alignment import Alignment, TokenisedAttribution, align, paired
from wederhoor.evaluation.attributions import form_right, source_right, speaker_right
from wederhoor.evaluation.gold import GoldDocument
from wederhoor.records import Reading, Span

MissKind = Literal["missed", "spurious", "source", "speaker", "form"]

CONTEXT = 40
"""Code points of text that are shown on either side of a mark."""


class Miss(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between gold and a reading.

    - ``missed``: a gold attribution that none of the reading's matches; ``spurious``: the other way round.
    - ``source``, ``speaker``, ``form``: what is wrong in an attribution whose content matches.

    ``gold`` and ``system`` are spans of the contents, and of the sources where the source is wrong; ``expected`` and
    ``found`` are gold's and the reading's speaker or form. ``context`` is the text around the spans, gold's between
    ``[`` and ``]``, the reading's between ``{`` and ``}``, a span that both have between ``[`` and ``]`` only.
    """

    kind: MissKind
    doc: str
    gold: tuple[Span, ...]
    system: tuple[Span, ...]
    expected: str | None = None
    found: str | None = None
    context: str


def find_misses(gold: Sequence[GoldDocument], readings: Mapping[str, Reading]) -> list[Miss]:
    """List all misses, by document in the order of gold, then by where they stand. Raises as ``evaluate``."""
    alignments = [align(document, reading) for document, reading in paired(gold, readings)]
    return [miss for alignment in alignments for miss in sorted(_misses(alignment), key=_place)]


def marked(text: str, gold: Sequence[Span], system: Sequence[Span]) -> str:
    """The text around the spans on one line, with the spans marked and the inside of long ones left out."""
    same = set(gold) & set(system)
    marks = [mark for span in gold for mark in ((span[0], "["), (span[1], "]"))]
    marks += [mark for span in system if span not in same for mark in ((span[0], "{"), (span[1], "}"))]
    # at one place what ends comes before what begins
    marks.sort(key=lambda mark: (mark[0], mark[1] not in "]}"))
    windows = _windows(text, [place for place, _ in marks])
    if not windows:
        return ""
    shown = " … ".join(_piece(text, window, marks) for window in windows)
    return f"{'…' if windows[0][0] > 0 else ''}{shown}{'…' if windows[-1][1] < len(text) else ''}"


def _misses(alignment: Alignment) -> Iterator[Miss]:
    pairs = dict(alignment.pairs)
    hit = set(pairs.values())
    for i, item in enumerate(alignment.gold):
        if i not in pairs:
            yield _miss(alignment, "missed", item.record.content, ())
    for j, item in enumerate(alignment.system):
        if j not in hit:
            yield _miss(alignment, "spurious", (), item.record.content)
    for gold, system in alignment.matched():
        yield from _wrong(alignment, gold, system)


def _wrong(alignment: Alignment, gold: TokenisedAttribution, system: TokenisedAttribution) -> Iterator[Miss]:
    right, said = gold.record, system.record
    if not source_right(gold, system):
        yield _miss(alignment, "source", right.source, said.source)
    if not speaker_right(gold, system):
        yield _miss(alignment, "speaker", right.content, said.content, (right.speaker, said.speaker))
    if not form_right(gold, system):
        yield _miss(alignment, "form", right.content, said.content, (right.form, said.form))


def _miss(
    alignment: Alignment,
    kind: MissKind,
    gold: tuple[Span, ...],
    system: tuple[Span, ...],
    values: tuple[str | None, str | None] = (None, None),
) -> Miss:
    """Make a miss; ``values`` are what gold and the reading say."""
    expected, found = values
    return Miss(
        kind=kind,
        doc=alignment.doc,
        gold=gold,
        system=system,
        expected=expected,
        found=found,
        context=marked(alignment.text, gold, system),
    )


def _place(miss: Miss) -> tuple[int, str]:
    return min((start for start, _ in chain(miss.gold, miss.system)), default=0), miss.kind


def _windows(text: str, places: Sequence[int]) -> list[Span]:
    """What to show: the surroundings of every place, joined where they touch."""
    windows: list[Span] = []
    for place in places:
        start, end = max(0, place - CONTEXT), min(len(text), place + CONTEXT)
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], end
        else:
            windows.append((start, end))
    return windows


def _piece(text: str, window: Span, marks: Sequence[tuple[int, str]]) -> str:
    """The text of a window with the marks that stand in it."""
    start, end = window
    parts, at = [], start
    for place, sign in marks:
        if start <= place <= end:
            parts += [text[at:place], sign]
            at = place
    return " ".join("".join([*parts, text[at:end]]).split())
