"""Where quoted stretches begin and end: double, low, curly, single, doubled and angle marks, nested and unclosed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wederhoor.records import Span

CLOSERS = {
    "“": ("”", "“", '"'), "„": ("”", "“", '"'), "”": ("”",), '"': ('"',), "«": ("»",), "»": ("«",),
    "``": ("''",), ",,": ("''",), "''": ("''",),
    "‘": ("’", "'"), "'": ("'",), "‚": ("‘", "’"), "`": ("'", "`", "´"), "’": ("’",),
}  # fmt: skip
"""An opening mark and the marks that close it."""
SINGLE = set("‘'‚`’")
MARK = re.compile(r",,(?=\w|['‘“\"])|``|''|[“”„\"«»‘’'‚`´]")
WORD = re.compile(r"\w+")
LONGEST_QUESTION = 300
"""Code points of a question in the layout of an interview, at most."""
FEWEST_QUESTIONS = 2
"""Questions from which on a text without marks is an interview."""
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
DIALOGUE_DASH = re.compile(r"\s*[–—-]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch. ``inner`` leaves out the marks, ``outer`` has them; ``depth`` is 0 outside of other quotations.

    ``closed`` is False where the paragraph ends first, as news does when the next paragraph goes on quoting.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    single: bool = False


def find_quotations(text: str, clitics: frozenset[str]) -> list[Quotation]:
    """All quotations of ``text`` in order of their beginning; a quotation never goes beyond its line.

    ``clitics`` are the language's words that begin with an apostrophe ('s, 't), which opens no quotation.
    """
    found: list[Quotation] = []
    for line in LINE.finditer(text):
        found += _in_line(text, line.span(), clitics)
    return found


@dataclass(slots=True)
class _Open:
    """The marks that are open, the innermost last, and of every closing mark the numbers of those that it closes."""

    marks: list[re.Match[str]] = field(default_factory=list)
    closed_by: dict[str, list[int]] = field(default_factory=dict)

    def add(self, mark: re.Match[str]) -> None:
        for closer in CLOSERS[mark.group()]:
            self.closed_by.setdefault(closer, []).append(len(self.marks))
        self.marks.append(mark)

    def innermost(self, closing: re.Match[str]) -> int | None:
        numbers = self.closed_by.get(closing.group())
        return numbers[-1] if numbers else None

    def cut(self, number: int) -> None:
        """Take away a mark and all within it."""
        for mark in self.marks[number:]:
            for closer in CLOSERS[mark.group()]:
                self.closed_by[closer].pop()
        del self.marks[number:]


def _in_line(text: str, line: Span, clitics: frozenset[str]) -> list[Quotation]:
    open_ = _Open()
    found: list[Quotation] = []
    for sign in MARK.finditer(text, *line):
        mark = _without_apostrophe(text, sign, line, clitics)
        number = open_.innermost(mark) if _can_close(text, mark, line) else None
        if number is not None and open_.marks[number].end() < mark.start():
            found.append(_quotation(open_.marks[number], mark))
            open_.cut(number)
        elif number is not None and not text[mark.end() : mark.end() + 1].isalnum():
            open_.cut(number)  # nothing stands between the two: "" in a sentence is no quotation
        elif _opens(text, mark, line, clitics):
            open_.add(mark)
    # only a double mark may stay open to the end of its line: a lone single one is an apostrophe
    lost = [mark for mark in open_.marks if mark.group() not in SINGLE]
    found += [Quotation((mark.start(), line[1]), (mark.end(), line[1]), closed=False) for mark in lost]
    return _with_depth(sorted(found, key=lambda q: (q.outer[0], -q.outer[1])))


def _without_apostrophe(text: str, mark: re.Match[str], line: Span, clitics: frozenset[str]) -> re.Match[str]:
    """The opening mark alone where an apostrophe follows it: *''t Is laat'* is no double mark."""
    word = WORD.match(text, mark.end())
    inside = mark.start() > line[0] and text[mark.start() - 1].isalnum()
    if mark.group() != "''" or inside or word is None or f"'{word.group().lower()}" not in clitics:
        return mark
    return MARK.match(text, mark.start(), mark.start() + 1) or mark


def _can_close(text: str, mark: re.Match[str], line: Span) -> bool:
    """A closing mark does not stand inside a word (foto's) nor between a blank and a word, as an opening one does."""
    before = text[mark.start() - 1] if mark.start() > line[0] else " "
    after = text[mark.end()] if mark.end() < line[1] else " "
    if before.isalnum() and after.isalnum():
        return mark.group() not in SINGLE
    return not (before.isspace() and after.isalnum())


def _opens(text: str, mark: re.Match[str], line: Span, clitics: frozenset[str]) -> bool:
    sign = mark.group()
    if sign not in CLOSERS or mark.end() >= line[1]:
        return False
    before = text[mark.start() - 1] if mark.start() > line[0] else " "
    if before.isalnum() or (sign in SINGLE and _is_apostrophe(text, mark, before, clitics)):
        return False
    return sign not in "”’" or not before.isspace() or text[mark.end()].isalnum()


def _is_apostrophe(text: str, mark: re.Match[str], before: str, clitics: frozenset[str]) -> bool:
    """Whether a single mark stands behind another one, before a blank, a clitic (*'t*) or a year (*'98*)."""
    if before in "’'" or text[mark.end()].isspace():
        return True
    word = WORD.match(text, mark.end())
    # a capital opens a sentence, and *'Er* is no *'er*
    return word is not None and (f"'{word.group()}" in clitics or _is_short_year(word.group()))


def _is_short_year(word: str) -> bool:
    return word.isdigit() and len(word) == 2


def _quotation(opening: re.Match[str], closing: re.Match[str]) -> Quotation:
    outer = (opening.start(), closing.end())
    return Quotation(outer, (opening.end(), closing.start()), single=opening.group() in SINGLE)


def _with_depth(found: list[Quotation]) -> list[Quotation]:
    ends: list[int] = []
    out = []
    for quotation in found:
        while ends and ends[-1] <= quotation.outer[0]:
            ends.pop()
        out.append(replace(quotation, depth=len(ends)))
        ends.append(quotation.outer[1])
    return out


def quotations_of(
    text: str, clitics: frozenset[str], first_person: frozenset[str], turns: Sequence[Span] = ()
) -> list[Quotation]:
    """Quotations by their marks and by layout: dialogue behind dashes, the answers of an interview without marks.

    ``turns`` are what is said behind the speakers of a transcript.
    """
    marked = find_quotations(text, clitics)
    said = [Quotation(span, span) for span in turns]
    laid_out = said or _dialogue(text) or _answers(text, marked, first_person)
    return _with_depth(sorted([*marked, *laid_out], key=lambda q: (q.outer[0], -q.outer[1])))


def _dialogue(text: str) -> list[Quotation]:
    """Lines that begin with a dash; only where two or more lines do."""
    lines = [(m, DIALOGUE_DASH.match(text, *m.span())) for m in LINE.finditer(text)]
    dashed = [(m, d) for m, d in lines if d]
    return [Quotation(m.span(), (d.end(), m.end())) for m, d in dashed] if len(dashed) > 1 else []


def _answers(text: str, marked: list[Quotation], first_person: frozenset[str]) -> list[Quotation]:
    """Paragraphs that answer question paragraphs and are not quoted; only where three or more do, most of them as *I*.

    One question, as over a column, makes no interview.
    """
    lines = [m.span() for m in LINE.finditer(text) if m.group().strip()]
    answers: list[Span] = []
    questions = 0
    for start, end in lines:
        line = text[start:end].strip()
        if line.endswith("?") and len(line) <= LONGEST_QUESTION:
            questions += 1
        elif questions:
            answers.append((start, end))
    if questions < FEWEST_QUESTIONS:
        return []
    outer = sorted(q.outer for q in marked)
    quoted = sum(_is_quoted(outer, answer) for answer in answers)
    personal = sum(bool(first_person & set(re.findall(r"\w+", text[s:e].lower()))) for s, e in answers)
    if len(answers) < 3 or quoted * 2 > len(answers) or personal * 2 < len(answers):
        return []
    return [Quotation(span, span) for span in answers]


def _is_quoted(marked: Sequence[Span], line: Span) -> bool:
    """Whether a line opens with one of the marked spans, or is one behind the name of who says it: *VISSER «Nee.»*."""
    start, end = line
    inside = marked[bisect_left(marked, (start,)) : bisect_left(marked, (end,))]
    return any(first - start <= 1 or 2 * (last - first) >= end - start for first, last in inside)
