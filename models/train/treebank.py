"""Read CoNLL-U files into mutable sentences."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

MISSING_ENTITY = "-"
IN_PARAGRAPH = re.compile(r"(.*\.p\.\d+)\.s\.(\d+)$")
"""Sentence ids that tell the paragraph (p) and the place in it (s)."""
NEW_PARAGRAPH = ("# newpar", "# newdoc")
UNREAD_FEATURES = ("ExtPos=", "Typo=", "Style=")
"""Features of spelling and of fixed phrases, which no reader asks for."""


@dataclass
class Token:
    """One word. ``head`` is an index into its sentence; a root's head is its own index."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    space_after: bool
    entity: str = MISSING_ENTITY
    """IOB tag such as ``B-PER``, or ``-`` where nobody annotated it."""


@dataclass
class Sentence:
    """A sentence with its id and the treebank it comes from; ``parsed`` is False for raw text.

    ``paragraph`` is the number of its paragraph in a file that marks where paragraphs begin, elsewhere None.
    """

    key: str
    source: str
    tokens: list[Token] = field(default_factory=list)
    parsed: bool = True
    paragraph: int | None = None

    @property
    def text(self) -> str:
        joined = "".join(t.form + " " * t.space_after for t in self.tokens)
        return joined.rstrip()

    @property
    def root(self) -> int:
        return next(i for i, t in enumerate(self.tokens) if t.head == i)

    def insert(self, index: int, token: Token) -> None:
        """Put ``token`` before ``index``; ``token.head`` counts in the sentence before the insertion."""
        for other in [*self.tokens, token]:
            if other.head >= index:
                other.head += 1
        self.tokens.insert(index, token)


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, gzipped or not; LEMMA without underscores, FEATS without UNREAD_FEATURES."""
    paragraph: int | None = None
    for block in _blocks(path):
        sentence = Sentence("", "")
        for line in block:
            if line.startswith("# sent_id = "):
                sentence.key = line.removeprefix("# sent_id = ")
            elif line.startswith("# source_treebank = "):
                sentence.source = line.removeprefix("# source_treebank = ")
        if any(line.startswith(NEW_PARAGRAPH) for line in block):
            paragraph = (paragraph or 0) + 1
        sentence.paragraph = paragraph
        sentence.tokens = _tokens([line.split("\t") for line in block if not line.startswith("#")])
        yield sentence


def _blocks(path: Path) -> Iterator[list[str]]:
    """The lines of each sentence. Comments alone are none."""
    block: list[str] = []
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in (line.rstrip("\n") for line in lines):
            if line:
                block.append(line)
            elif any(not kept.startswith("#") for kept in block):
                yield block
                block = []


def _tokens(rows: list[list[str]]) -> list[Token]:
    """Words, the written token ``8-9`` of several told by the blanks: none inside it, behind it as its own line says."""
    tokens: list[Token] = []
    last, spaced = 0, True
    for row in rows:
        first, dash, end = row[0].partition("-")
        if dash:
            last, spaced = int(end), _spaced(row)
        elif first.isdigit():
            token = _token(len(tokens), row)
            if int(first) <= last:
                token.space_after = spaced and int(first) == last
            tokens.append(token)
    return tokens


def _spaced(row: list[str]) -> bool:
    return "SpaceAfter=No" not in row[9]


def _token(index: int, row: list[str]) -> Token:
    _, form, lemma, upos, xpos, feats, head, dep, _, _ = row
    kept = [f for f in feats.split("|") if f != "_" and not f.startswith(UNREAD_FEATURES)]
    return Token(
        form=form,
        lemma=lemma.replace("_", "") or lemma,
        upos=upos,
        xpos=xpos,
        feats="|".join(kept),
        head=int(head) - 1 if head != "0" else index,
        dep=dep,
        space_after=_spaced(row),
    )


def in_paragraph(sentence: Sentence) -> bool:
    """Whether it is known in which paragraph the sentence stands."""
    return sentence.paragraph is not None or IN_PARAGRAPH.match(sentence.key) is not None


def by_paragraph(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """Neighbouring sentences of one paragraph, in the order of the numbers that their ids may give."""
    grouped = [list(g) for _, g in groupby(sentences, key=lambda s: _place(s)[0])]
    return [sorted(group, key=lambda s: _place(s)[1]) for group in grouped]


def _place(sentence: Sentence) -> tuple[str | int, int]:
    match = IN_PARAGRAPH.match(sentence.key)
    if match:
        return match.group(1), int(match.group(2))
    return (sentence.key if sentence.paragraph is None else sentence.paragraph), 0
