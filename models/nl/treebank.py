"""Read the CoNLL-U files of ``shared/data/ud-dutch`` into mutable sentences."""

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
    """A sentence with its id and the treebank it comes from; ``parsed`` is False for raw text."""

    key: str
    source: str
    tokens: list[Token] = field(default_factory=list)
    parsed: bool = True

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
    """Yield the sentences of a gzipped CoNLL-U file; LEMMA without underscores, FEATS without ExtPos."""
    sentence = Sentence("", "")
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(_without_end, lines):
            if line.startswith("# sent_id = "):
                sentence.key = line.removeprefix("# sent_id = ")
            elif line.startswith("# source_treebank = "):
                sentence.source = line.removeprefix("# source_treebank = ")
            elif line and not line.startswith("#"):
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif not line and rows:
                sentence.tokens = [_token(i, row) for i, row in enumerate(rows)]
                yield sentence
                sentence, rows = Sentence("", ""), []


def _without_end(line: str) -> str:
    return line.rstrip("\n")


def _token(index: int, row: list[str]) -> Token:
    _, form, lemma, upos, xpos, feats, head, dep, _, misc = row
    kept = [f for f in feats.split("|") if f != "_" and not f.startswith("ExtPos=")]
    return Token(
        form=form,
        lemma=lemma.replace("_", "") or lemma,
        upos=upos,
        xpos=xpos,
        feats="|".join(kept),
        head=int(head) - 1 if head != "0" else index,
        dep=dep,
        space_after="SpaceAfter=No" not in misc,
    )


def by_paragraph(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """Neighbouring sentences that their ids place in one paragraph, in the order of their numbers."""
    grouped = [list(g) for _, g in groupby(sentences, key=lambda s: _place(s)[0])]
    return [sorted(group, key=lambda s: _place(s)[1]) for group in grouped]


def _place(sentence: Sentence) -> tuple[str, int]:
    match = IN_PARAGRAPH.match(sentence.key)
    return (match.group(1), int(match.group(2))) if match else (sentence.key, 0)
