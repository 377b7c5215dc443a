"""The text around a miss, with the spans in question marked."""

from __future__ import annotations

from collections.abc import Sequence

from wederhoor.records import Span

CONTEXT = 40
"""Code points of text that are shown on either side of a mark."""


def marked(text: str, gold: Sequence[Span], system: Sequence[Span], around: Sequence[Span] = ()) -> str:
    """The text around the spans on one line, with the spans marked and the inside of long ones left out.

    The edges of the spans ``around`` are shown, too, without a mark.
    """
    same = set(gold) & set(system)
    marks = [mark for span in gold for mark in ((span[0], "["), (span[1], "]"))]
    marks += [mark for span in system if span not in same for mark in ((span[0], "{"), (span[1], "}"))]
    # at one place what ends comes before what begins
    marks.sort(key=lambda mark: (mark[0], mark[1] not in "]}"))
    windows = _windows(text, sorted([*(place for place, _ in marks), *(place for span in around for place in span)]))
    if not windows:
        return ""
    shown = " … ".join(_piece(text, window, marks) for window in windows)
    return f"{'…' if windows[0][0] > 0 else ''}{shown}{'…' if windows[-1][1] < len(text) else ''}"


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
